package budget

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Input is one figure that a step was computed from.
type Input struct {
	Symbol string `json:"symbol,omitempty"` // in the formula
	Value  string `json:"value,omitempty"`  // with its unit
	Note   string `json:"note,omitempty"`   // what it is, or where it comes from; "" where the step says it
}

// Step is one computation of a budget's amount, with all that is needed to do
// it again.
type Step struct {
	Name    string   `json:"name"`              // "population share"
	Formula string   `json:"formula,omitempty"` // "R × p/P"
	Inputs  []Input  `json:"inputs,omitempty"`
	Amount  ghg.CO2e `json:"amount"`           // the outcome
	Source  string   `json:"source,omitempty"` // of the inputs; "" where not stated
	// Findings are remarks on the inputs, such as [FindingNotFinal].
	Findings ghg.Findings `json:"findings"`
}

func (s Step) clone() Step {
	s.Inputs, s.Findings.All = slices.Clone(s.Inputs), slices.Clone(s.Findings.All)
	return s
}

// String is the step in one line: its name, formula and outcome.
func (s Step) String() string { return fmt.Sprintf("%s: %s = %s", s.Name, s.Formula, s.Amount) }

// Explain writes where the amount comes from: what the budget is, and each
// step of its computation with formula, inputs, outcome and source.
func (b Budget) Explain() string {
	if b.def == nil {
		return errNoBudget.Error()
	}
	var e explanation
	b.explain(&e)
	return e.String()
}

func (b Budget) explain(e *explanation) {
	e.line("budget", "%s", b)
	if b.Warming() != "" {
		likely := "with a likelihood not stated"
		if !b.Likelihood().IsUnset() {
			likely = "with a likelihood of " + b.Likelihood().String()
		}
		e.line("limit", "%s %s", b.Warming(), likely)
	}
	e.line("place", "%s", b.Place())
	e.line("view", "%s", b.View())
	e.line("metric", "%s", b.Metric())
	e.line("source", "%s", cmp.Or(b.Source(), "not stated"))
	for _, s := range b.def.steps {
		e.line("step", "%s", s)
		e.inputs(s.Inputs)
		e.line("  source", "%s", cmp.Or(s.Source, "not stated"))
		e.findings(s.Findings)
	}
}

// explanation is a text of named lines.
type explanation struct{ strings.Builder }

func (b *explanation) line(name, format string, a ...any) {
	fmt.Fprintf(b, "%-12s "+format+"\n", append([]any{name}, a...)...)
}

func (b *explanation) inputs(inputs []Input) {
	for _, in := range inputs {
		note := ""
		if in.Note != "" {
			note = ", " + in.Note
		}
		b.line("  with", "%s = %s%s", in.Symbol, in.Value, note)
	}
}
