package selection

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Method is how a selection was found.
type Method uint8

// The methods.
const (
	BranchAndBound Method = iota + 1
	GreedyByRatio         // a heuristic: in rising order of cost per tonne
	GivenChoice           // by somebody or something else, and checked
)

// String is the method in words.
func (m Method) String() string {
	switch m {
	case BranchAndBound:
		return "branch and bound"
	case GreedyByRatio:
		return "greedy by cost per tonne"
	case GivenChoice:
		return "given choice"
	}
	return "no method"
}

// Korean is the same in Korean: 분기한정법.
func (m Method) Korean() string { return words.SetName("strategy/selection.Method", m.String()) }

// MarshalText writes what String says.
func (m Method) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

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

// MostTonnes is the selection that cuts most in a year, or in several years
// added, for no more than a budget. Beyond [MaxExact] open candidates, nodes is
// how many partial selections may be looked at; up to it, the search comes to
// its end whatever nodes is.
func (p Problem) MostTonnes(budget strategy.Money, nodes int, years ...int) (Answer, error) {
	return p.MostTonnesContext(context.Background(), budget, nodes, years...)
}

// MostTonnesContext is [Problem.MostTonnes] until the context is done: then the
// answer is the best so far, with its bound, and says so ([Answer.Cancelled]). If
// there is none so far, the error is an [*UndecidedError] that wraps the context's.
func (p Problem) MostTonnesContext(ctx context.Context, budget strategy.Money, nodes int, years ...int) (Answer, error) {
	q, err := p.def.mostTonnes(budget, years)
	if err != nil {
		return Answer{}, err
	}
	return q.answer(ctx, nodes)
}

// LeastCost is the cheapest selection that cuts at least the need of every
// year. Nodes are those of [Problem.MostTonnes].
func (p Problem) LeastCost(need map[int]ghg.CO2e, nodes int) (Answer, error) {
	return p.LeastCostContext(context.Background(), need, nodes)
}

// LeastCostContext is [Problem.LeastCost] until the context is done, as
// [Problem.MostTonnesContext] is.
func (p Problem) LeastCostContext(ctx context.Context, need map[int]ghg.CO2e, nodes int) (Answer, error) {
	q, err := p.def.leastCost(need)
	if err != nil {
		return Answer{}, err
	}
	return q.answer(ctx, nodes)
}

// Greedy takes candidates in rising order of cost per tonne, as is often done,
// for no more than a budget: each that still fits, with what it requires, and
// first those that a minimum asks for. It is a heuristic; MostCO2e says how far
// from the best it may be. If it leaves a minimum unmet, the answer is an
// [*UndecidedError].
func (p Problem) Greedy(budget strategy.Money, years ...int) (Answer, error) {
	q, err := p.def.mostTonnes(budget, years)
	if err != nil {
		return Answer{}, err
	}
	m, err := q.ready(0)
	if err != nil {
		return Answer{}, err
	}
	set := q.greedy()
	if !q.feasible(set) {
		return Answer{}, &UndecidedError{Objective: q.objective, Method: GreedyByRatio, Open: len(m.at)}
	}
	return q.fixedAnswer(m, set, GreedyByRatio), nil
}

// ready refuses what no search can start from.
func (q *question) ready(nodes int) (*model, error) {
	if nodes < 0 {
		return nil, asked("nodes", strconv.Itoa(nodes), "0 or more is allowed")
	}
	if len(q.conflict) > 0 {
		return nil, &InfeasibleError{Objective: q.objective, Conflicts: slices.Clone(q.conflict)}
	}
	return q.model()
}

func (q *question) answer(ctx context.Context, nodes int) (Answer, error) {
	m, err := q.ready(nodes)
	if err != nil {
		return Answer{}, err
	}
	var s *search
	exact := len(m.at) <= MaxExact
	if exact {
		s = m.search(ctx, nil, true, 0, false)
	} else {
		s = m.find(ctx, q.start(), nodes)
	}
	if s.best == nil && s.cancelled && exact {
		s.best = q.start()
	}
	switch {
	case s.best == nil && s.stopped:
		e := &UndecidedError{Objective: q.objective, Method: BranchAndBound, Open: len(m.at), Nodes: nodes}
		if s.cancelled {
			e.Cause = context.Cause(ctx)
		}
		return Answer{}, e
	case s.best == nil:
		return Answer{}, q.infeasible(ctx)
	}
	r := q.result(s, BranchAndBound)
	r.Cancelled = s.cancelled && !r.IsExact
	if s.next != nil && !s.stopped {
		x := q.selection(s.next)
		r.RunnerUp = &x
	}
	return r, nil
}

// start is a set to begin with, or nil.
func (q *question) start() []bool {
	if set := q.greedy(); q.feasible(set) {
		return q.improve(set)
	}
	return nil
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
