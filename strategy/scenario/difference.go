package scenario

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Difference is what changes from one scenario to another: the second less the
// first. It is immutable.
type Difference struct {
	From  EvaluatedScenario `json:"from"`
	To    EvaluatedScenario `json:"to"`
	years []YearDifference
}

// YearDifference is the difference in one year. Emissions are Baseline less
// Reduction; the parts by action and by area add up to Reduction, those by
// source to all three.
type YearDifference struct {
	Year      int      `json:"year"`
	Baseline  ghg.CO2e `json:"baseline"`
	Reduction ghg.CO2e `json:"reduction"`
	Emissions ghg.CO2e `json:"emissions"`
	// ByAction are the actions that are quantified in one of the scenarios at
	// least, in the order of the portfolio; ByArea all areas in that of the
	// framework; BySource the sources of both baselines and, where there is one,
	// the rest.
	ByAction []PartDifference   `json:"byAction,omitempty"`
	ByArea   []PartDifference   `json:"byArea,omitempty"`
	BySource []SourceDifference `json:"bySource,omitempty"`
}

// PartDifference is what an action or area cuts in both scenarios.
type PartDifference struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	From ghg.CO2e `json:"from"`
	To   ghg.CO2e `json:"to"`
	CO2e ghg.CO2e `json:"co2e"` // To − From
	// InFrom and InTo say whether there is an amount.
	InFrom bool `json:"inFrom"`
	InTo   bool `json:"inTo"`
}

// SourceDifference is the difference on a source.
type SourceDifference struct {
	On strategy.EmissionSource `json:"on"`
	// Rest is what no source of the baselines holds.
	Rest      bool     `json:"rest"`
	Baseline  ghg.CO2e `json:"baseline"`
	Reduction ghg.CO2e `json:"reduction"`
	Emissions ghg.CO2e `json:"emissions"`
}

// Difference is the second scenario less the first. A name that is not there is
// a [*ghg.UnknownError].
func (r EvaluatedSet) Difference(from, to string) (Difference, error) {
	var d Difference
	for _, end := range []struct {
		name string
		into *EvaluatedScenario
	}{{from, &d.From}, {to, &d.To}} {
		x, ok := r.Of(end.name)
		if !ok {
			e := &ghg.UnknownError{Of: "scenario set " + words.Quote(r.set), What: "scenario", ID: end.name}
			for _, k := range r.all {
				e.Allowed = append(e.Allowed, k.Name())
			}
			return Difference{}, e
		}
		*end.into = x
	}
	if from == to {
		return Difference{}, fmt.Errorf("%s: two scenarios are needed for a difference", of(from))
	}
	for a := range d.From.Evaluation.Years() {
		b, _ := d.To.Evaluation.Year(a.Year())
		d.years = append(d.years, between(a, b, d.From.b.order))
	}
	return d, nil
}

// between is the difference of two years. All amounts are on one metric.
func between(a, b strategy.YearEffect, order map[string]int) YearDifference {
	y := YearDifference{Year: a.Year(), Baseline: minus(b.Baseline(), a.Baseline()),
		Reduction: minus(b.Reduction(), a.Reduction()), Emissions: minus(b.Emissions(), a.Emissions())}
	y.BySource = sources(a, b)
	from, to := a.Total(), b.Total()
	y.ByAction = actions(from, to, order)
	second := to.ByArea()
	for i, s := range from.ByArea() {
		o := second[i]
		y.ByArea = append(y.ByArea, PartDifference{s.Area.Code, s.Area.Name, s.CO2e, o.CO2e,
			minus(o.CO2e, s.CO2e), s.IsQuantified(), o.IsQuantified()})
	}
	return y
}

// actions pairs the parts of actions.
func actions(from, to strategy.Total, order map[string]int) (out []PartDifference) {
	zero := minus(from.CO2e, from.CO2e)
	index := map[string]int{}
	for a := range from.ByAction() {
		if a.Quantified {
			index[a.Action.ID] = len(out)
			out = append(out, PartDifference{a.Action.ID, a.Action.Name, a.CO2e, zero, a.CO2e.Neg(), true, false})
		}
	}
	for a := range to.ByAction() {
		if !a.Quantified {
			continue
		}
		i, ok := index[a.Action.ID]
		if !ok {
			out = append(out, PartDifference{ID: a.Action.ID, Name: a.Action.Name, From: zero})
			i = len(out) - 1
		}
		p := &out[i]
		p.To, p.InTo, p.CO2e = a.CO2e, true, minus(a.CO2e, p.From)
	}
	slices.SortFunc(out, func(a, b PartDifference) int { return order[a.ID] - order[b.ID] })
	return out
}

// sources pairs the sources of both baselines.
func sources(a, b strategy.YearEffect) (out []SourceDifference) {
	zero := minus(a.Baseline(), a.Baseline())
	rest := SourceDifference{Rest: true, Baseline: minus(b.Baseline(), a.Baseline()), Reduction: zero, Emissions: zero}
	index := map[strategy.EmissionSource]int{}
	add := func(s strategy.SourceEffect, sign func(ghg.CO2e) ghg.CO2e) {
		i, ok := index[s.On]
		if !ok {
			i = len(out)
			index[s.On] = i
			out = append(out, SourceDifference{On: s.On, Baseline: zero, Reduction: zero, Emissions: zero})
		}
		p := &out[i]
		p.Baseline, p.Reduction = plus(p.Baseline, sign(s.Baseline)), plus(p.Reduction, sign(s.Reduction))
		p.Emissions = plus(p.Emissions, sign(s.Emissions))
		rest.Baseline = minus(rest.Baseline, sign(s.Baseline))
	}
	for s := range a.BySource() {
		add(s, ghg.CO2e.Neg)
	}
	for s := range b.BySource() {
		add(s, func(c ghg.CO2e) ghg.CO2e { return c })
	}
	if !rest.Baseline.IsZero() {
		rest.Emissions = rest.Baseline
		out = append(out, rest)
	}
	return out
}

func plus(a, b ghg.CO2e) ghg.CO2e {
	sum, _ := a.Add(b)
	return sum
}

func minus(a, b ghg.CO2e) ghg.CO2e { return plus(a, b.Neg()) }

// Years yields the years from first to last.
func (d Difference) Years() iter.Seq[YearDifference] {
	return func(yield func(YearDifference) bool) {
		for _, y := range d.years {
			if !yield(y.clone()) {
				return
			}
		}
	}
}

// Year is the difference in one year.
func (d Difference) Year(year int) (YearDifference, bool) {
	for _, y := range d.years {
		if y.Year == year {
			return y.clone(), true
		}
	}
	return YearDifference{}, false
}

// clone copies what a caller could change.
func (y YearDifference) clone() YearDifference {
	y.ByAction, y.ByArea, y.BySource = slices.Clone(y.ByAction), slices.Clone(y.ByArea), slices.Clone(y.BySource)
	return y
}

// Changes are what was done, a line each: the baseline that changed, the
// actions that were enabled and disabled, the overrides of both.
func (d Difference) Changes() []string {
	var out []string
	if a, b := d.From.b.baseline, d.To.b.baseline; a != b {
		out = append(out, fmt.Sprintf("baseline %q in place of %q", b.Name(), a.Name()))
	}
	only := func(what string, these, those []string) {
		for _, id := range these {
			if !slices.Contains(those, id) {
				out = append(out, what+" "+id)
			}
		}
	}
	only("enabled", d.To.b.Scenario.Enabled, d.From.b.Scenario.Enabled)
	only("disabled", d.From.b.Scenario.Enabled, d.To.b.Scenario.Enabled)
	for _, r := range []EvaluatedScenario{d.From, d.To} {
		for o := range r.Overrides() {
			out = append(out, fmt.Sprintf("override in %s: %s", r.Name(), o))
		}
	}
	return out
}

// String is the difference in one line.
func (d Difference) String() string {
	return fmt.Sprintf("from %s to %s: %d changes, %d years", d.From.Name(), d.To.Name(), len(d.Changes()), len(d.years))
}

// Details is what was changed, and what comes of it in each year.
func (d Difference) Details() string {
	var b strings.Builder
	b.WriteString(d.String())
	for _, c := range d.Changes() {
		b.WriteString("\n" + c)
	}
	for _, y := range d.years {
		fmt.Fprintf(&b, "\n%d: emissions %s = baseline %s − reductions %s", y.Year, y.Emissions, y.Baseline, y.Reduction)
		for _, p := range y.ByAction {
			if !p.CO2e.IsZero() {
				fmt.Fprintf(&b, "\n  %s: %s − %s = %s", p.ID, p.To, p.From, p.CO2e)
			}
		}
	}
	return b.String()
}
