package budget

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Stage is how the amount of a budget follows from the one before, with all that is
// needed to do it again. R is the amount before.
type Stage struct {
	Name words.Term // "population share"
	// Steps are what the amount is worked out of beside R: stated, or of those above.
	// Their columns go over Indices.
	Steps    []derivation.Step
	Indices  []derivation.Index
	Formula  string // of R and the steps: "R × p / P"
	Rounding derivation.Rounding
	Amount   ghg.CO2e // the outcome
	Source   string   // of what is stated, where a step names no other
	// Findings are remarks on what is stated, such as [FindingNotFinal].
	Findings ghg.Findings
}

func (s Stage) clone() Stage {
	s.Steps, s.Indices, s.Findings.All = slices.Clone(s.Steps), slices.Clone(s.Indices), slices.Clone(s.Findings.All)
	return s
}

// String is the stage in one line: its name, formula and outcome.
func (s Stage) String() string { return fmt.Sprintf("%s: %s = %s", s.Name.En, s.Formula, s.Amount) }

// Korean is the stage in one line of Korean.
func (s Stage) Korean() string { return fmt.Sprintf("%s: %s = %s", s.Name.Ko, s.Formula, s.Amount) }

// budgeted are the words of a budget's derivation.
var budgeted = struct{ title, stated, limit, likelihood words.Term }{
	title:      words.Term{En: "%s, %s", Ko: "%s(%s)"},
	stated:     words.Term{En: "carbon budget: %s (%s), %s", Ko: "탄소예산: %s(%s), %s"},
	limit:      words.Term{En: "; %s, likelihood not stated", Ko: "; %s, 확률 미제시"},
	likelihood: words.Term{En: "; %s with a likelihood of %s", Ko: "; %s, 확률 %s"},
}

// Explain is where the amount comes from: what was stated, and each stage of its
// computation. It is the zero Derivation for the zero Budget.
func (b Budget) Explain() derivation.Derivation {
	if b.def == nil {
		return derivation.Derivation{}
	}
	return b.sheet(budgeted.title.With(b.Name(), b.years())).done()
}

// sheet begins a derivation with the amount of the budget, R.
func (b Budget) sheet(title words.Term) *sheet {
	s := &sheet{unit: b.Metric().Unit()}
	s.Title = title
	stated := b.def.stated
	symbol := "R"
	if len(b.def.stages) > 0 {
		symbol = "R0"
	}
	s.Given(symbol, stated.term(), s.unit, stated.Source, derivation.Number(stated.Amount.Tonnes()))
	used := map[string]bool{"R": true, symbol: true}
	for _, own := range ownSymbols {
		used[own] = true
	}
	for i, stage := range b.def.stages {
		rename := map[string]string{"R": symbol}
		for _, x := range stage.Indices {
			rename[x.Letter] = free(x.Letter, used)
		}
		for _, x := range stage.Steps {
			rename[x.Symbol] = free(x.Symbol, used)
		}
		for _, x := range stage.Indices {
			x.Letter = rename[x.Letter]
			s.Indices = append(s.Indices, x)
		}
		for _, x := range stage.Steps {
			x.Symbol, x.Formula, x.When = rename[x.Symbol], renamed(x.Formula, rename), renamed(x.When, rename)
			if x.Index != "" {
				x.Index = rename[x.Index]
			}
			if x.Kind == derivation.Given && x.Source == "" {
				x.Source = stage.Source
			}
			s.Add(x)
		}
		if symbol = "R" + strconv.Itoa(i+1); i == len(b.def.stages)-1 {
			symbol = "R"
		}
		step := computed(symbol, stage.Name, renamed(stage.Formula, rename), stage.Amount.Tonnes(), stage.Rounding)
		step.Unit = s.unit
		s.Add(step)
		used[symbol] = true
	}
	return s
}

// ownSymbols are what derivations of a budget's results call their steps, so that those of
// a stage are called otherwise.
var ownSymbols = []string{"E0", "s", "f", "l", "y", "u", "v", "rate", "zero", "last", "sum_years", "over", "over_share", "F", "used",
	"share", "left",
	"exhausted", "spent", "year", "before", "part", "at", "answer", "together", "closing", "allowance", "nearly", "nearly_left", "from",
	"to", "period", "units",
	"shown", "shown_total"}

// term is the budget as it was stated.
func (d Definition) term() words.Term {
	t := budgeted.stated.With(d.Name, d.Place, d.years())
	switch more := (words.Term{}); {
	case d.Warming != "" && d.Likelihood.IsUnset():
		more = budgeted.limit.With(d.Warming)
		t = words.Join([]words.Term{t, more}, "")
	case d.Warming != "":
		more = budgeted.likelihood.With(d.Warming, d.Likelihood)
		t = words.Join([]words.Term{t, more}, "")
	}
	return t
}

// free is a symbol that is not used yet, and is then.
func free(symbol string, used map[string]bool) string {
	out := symbol
	for i := 2; used[out]; i++ {
		out = symbol + "_" + strconv.Itoa(i)
	}
	used[out] = true
	return out
}

var symbols = regexp.MustCompile(`\p{L}[\p{L}\p{Nd}_]*`)

// renamed is a formula with other symbols.
func renamed(formula string, to map[string]string) string {
	return symbols.ReplaceAllStringFunc(formula, func(s string) string {
		if other, ok := to[s]; ok {
			return other
		}
		return s
	})
}

// addFigures adds figures and their sum from a first year to a last.
func (s *Stage) addFigures(symbol string, place ghg.PlaceID, first, last int, figures []ghg.YearFigure, sum ghg.CO2e) {
	letter := "i"
	if len(s.Indices) > 0 {
		letter = "j"
	}
	unit := sum.Metric().Unit()
	index, column := figureIndex(letter, symbol, allocated.emissions.With(place), unit, figures)
	total := number(symbol+"_sum", allocated.sum.With(place), fmt.Sprintf("sum(%s = %d..%d: %s[%[1]s])", letter, first, last, symbol),
		sum.Tonnes())
	total.Unit = unit
	s.Indices, s.Steps = append(s.Indices, index), append(s.Steps, column, total)
}

// persons is the unit of people.
const persons = "persons"

// people is a step of a number of people.
func people(symbol string, what words.Term, n int64) derivation.Step {
	return derivation.Step{Symbol: symbol, What: what, Unit: persons, Values: []derivation.Value{derivation.Number(decimal.New(n, 0))}}
}
