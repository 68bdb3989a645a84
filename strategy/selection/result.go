package selection

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Answer is a selection that keeps all rules, with what it cuts and costs.
type Answer struct {
	Objective Objective `json:"objective"`
	Method    Method    `json:"method"`
	// IsExact says that no selection that keeps all rules cuts more
	// (MostTonnes) or costs less (LeastCost). A result that is not exact is
	// the best that was found: a heuristic.
	IsExact bool `json:"exact"`
	Selection
	// Cancelled says that the context ended the search before it was exact.
	Cancelled bool `json:"cancelled,omitempty"`
	// MostCO2e, of MostTonnes, is what no selection surpasses: CO2e itself
	// where the result is exact. Lowest, of LeastCost, is what none undercuts:
	// Cost itself where the result is exact.
	MostCO2e ghg.CO2e       `json:"mostCO2e"`
	Lowest   strategy.Money `json:"lowest"`
	// Rules are the rules with what the selection makes of them.
	Rules []Rule `json:"rules,omitempty"`
	// RunnerUp is the next best selection, and nil where there is none, or the
	// problem has more than [MaxExact] open candidates. Selections that differ
	// only in candidates on shared sources that are alike in everything count
	// as one.
	RunnerUp   *Selection `json:"runnerUp,omitzero"`
	candidates int
}

// Selection is a set of candidates.
type Selection struct {
	// Chosen are the IDs in the order of the candidates. Of candidates that were made
	// of a portfolio they can be enabled as they are: in a scenario, or with
	// [strategy.Portfolio.Only].
	Chosen []string       `json:"chosen,omitempty"`
	Cost   strategy.Money `json:"cost"`
	// Reductions are its tonnes in each year asked, with joint effects; CO2e
	// is their sum over these years.
	Reductions strategy.Reductions `json:"reductions,omitzero"`
	CO2e       ghg.CO2e            `json:"co2e"`
}

// Rule is a rule that a selection keeps.
type Rule struct {
	Name    string          `json:"name"`           // "budget", "need in 2030", a resource, `actions in "E"`
	Unit    string          `json:"unit,omitempty"` // of Bound and Used; "" for a number
	AtLeast bool            `json:"atLeast"`        // at most otherwise
	Bound   decimal.Decimal `json:"bound"`
	Used    decimal.Decimal `json:"used"`
	// Binds says that this rule stands against a better selection: one that
	// differs in a single action.
	Binds bool `json:"binds"`
}

// String is the rule as one line: `budget: 75 of at most 75 KRW (nominal),
// binds`.
func (r Rule) String() string {
	word, binds := "at most", ""
	if r.AtLeast {
		word = "at least"
	}
	if r.Binds {
		binds = ", binds"
	}
	return fmt.Sprintf("%s: %s of %s %s%s%s", r.Name, shown(r.Used), word, shown(r.Bound), unitOf(r.Unit), binds)
}

func (q *question) result(s *search, method Method) Answer {
	r := Answer{Objective: q.objective, Method: method, Selection: q.selection(s.best)}
	var bound decimal.Decimal
	bound, r.IsExact = s.surpassed()
	r.candidates = len(q.Candidates)
	switch {
	case r.IsExact && q.objective == MostTonnes:
		r.MostCO2e = r.CO2e
	case q.objective == MostTonnes:
		r.MostCO2e, _ = ghg.NewCO2e(bound, ghg.Tonne, q.Metric)
	case r.IsExact:
		r.Lowest = r.Cost
	default:
		r.Lowest, _ = strategy.NewMoney(bound.Neg(), q.money.Currency(), q.money.Prices())
	}
	binds := q.binding(s.best)
	for i, x := range q.rules {
		r.Rules = append(r.Rules, Rule{x.name, x.unit, x.atLeast, x.bound, x.of(s.best), binds[i]})
	}
	return r
}

// binding are the rules that stand against a better set that differs in one
// candidate.
func (q *question) binding(set []bool) []bool {
	out := make([]bool, len(q.rules))
	x := slices.Clone(set)
	for i, c := range q.fixed {
		if c != Open {
			continue
		}
		x[i] = !x[i]
		if q.allowed(x) && q.compare(x, set) > 0 {
			for n, r := range q.rules {
				out[n] = out[n] || !r.holds(x)
			}
		}
		x[i] = !x[i]
	}
	return out
}

func (q *question) selection(set []bool) Selection {
	s := Selection{Cost: q.money, CO2e: q.zero}
	for i, in := range set {
		if in {
			s.Chosen = append(s.Chosen, q.Candidates[i].ID)
			s.Cost, _ = s.Cost.Add(q.Candidates[i].Cost) // of one currency, as New has checked
		}
	}
	byYear := map[int]ghg.CO2e{}
	for _, y := range q.years {
		byYear[y] = q.cuts(set, y)
		s.CO2e, _ = s.CO2e.Add(byYear[y])
	}
	s.Reductions, _ = strategy.NewReductions(q.Kind, q.Metric, byYear)
	return s
}

// cuts are the tonnes of a set in a year. Metrics are one, and products stay
// short, as New has checked.
func (p *problem) cuts(set []bool, year int) ghg.CO2e {
	sum := p.zero
	for i, in := range set {
		if x, ok := p.Candidates[i].Reductions.At(year); in && ok {
			sum, _ = sum.Add(x)
		}
	}
	for _, s := range p.Shared {
		e, ok := s.Emissions[year]
		if !ok {
			continue
		}
		left := e
		for _, cut := range s.Cuts {
			if r := cut.ByYear[year].Fraction(); set[p.index[cut.Candidate]] && !r.IsZero() {
				left, _ = left.Scale(one.Sub(r))
			}
		}
		sum, _ = sum.Add(e)
		sum, _ = sum.Sub(left)
	}
	return sum
}

// String is the selection as one line: "most tonnes: B, C, D cut 59 tCO2e for
// 75 KRW (nominal)".
func (r Answer) String() string {
	label := ""
	if !r.IsExact {
		label = " (heuristic)"
	}
	return fmt.Sprintf("%s%s: %s", r.Objective, label, r.Selection)
}

// String is the selection as one line, with its tonnes to 3 decimal places.
func (s Selection) String() string {
	chosen := strings.Join(s.Chosen, ", ")
	if chosen == "" {
		chosen = "no action"
	}
	return fmt.Sprintf("%s: %s for %s", chosen, shownCO2e(s.CO2e), s.Cost)
}

// Details is the selection with its rules, how sure it is, and what comes next. Amounts
// are shown to 3 decimal places, those by year so that they add up.
func (r Answer) Details() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, by %s: ", r.Objective, r.Method)
	switch {
	case r.IsExact:
		b.WriteString("exact, no selection is better")
	case r.Objective == MostTonnes:
		fmt.Fprintf(&b, "heuristic, no selection cuts more than %s %s", notAbove(r.MostCO2e.Tonnes()), r.MostCO2e.Metric().Unit())
	default:
		fmt.Fprintf(&b, "heuristic, no selection costs less than %s", r.Lowest)
	}
	if r.Cancelled {
		b.WriteString(", ended before it was exact")
	}
	fmt.Fprintf(&b, "\nchosen %d of %d: %s", len(r.Chosen), r.candidates, r.Selection)
	years := r.shownYears()
	for y := range r.Reductions.All() {
		fmt.Fprintf(&b, "\n  %d: %s (%s)", y, years[y], r.Reductions.Kind())
	}
	for _, x := range r.Rules {
		fmt.Fprintf(&b, "\n  %s", x)
	}
	if r.RunnerUp != nil {
		fmt.Fprintf(&b, "\nnext best: %s", r.RunnerUp)
	}
	return b.String()
}
