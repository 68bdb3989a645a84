package selection

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Objective is what a selection is best at.
type Objective uint8

// The objectives. The zero Objective is none.
const (
	MostTonnes Objective = iota + 1 // under a budget
	LeastCost                       // that meets a need in every year
)

// String is "most tonnes" or "least cost".
func (o Objective) String() string {
	switch o {
	case MostTonnes:
		return "most tonnes"
	case LeastCost:
		return "least cost"
	}
	return "no objective"
}

// Korean is the same in Korean: 감축량 최대.
func (o Objective) Korean() string { return words.SetName("strategy/selection.Objective", o.String()) }

// sum is what the objective makes great or small; the other decides between
// equals.
func (o Objective) sum() string {
	if o == MostTonnes {
		return "tonnes"
	}
	return "cost"
}

// question is a problem with an objective: the feasible set of which value is
// greatest, then second, is asked for.
type question struct {
	*problem
	objective Objective
	years     []int
	value     amounts
	second    amounts
	rules     []rule
	effects   []amounts // tonnes, by year
}

// costs are the costs of the candidates in an area, or of all of them.
func (p *problem) costs(in func(Candidate) bool) []decimal.Decimal {
	out := make([]decimal.Decimal, len(p.Candidates))
	for i, c := range p.Candidates {
		if in(c) {
			out[i] = c.Cost.Amount()
		}
	}
	return out
}

func all(Candidate) bool { return true }

func negative(x []decimal.Decimal) []decimal.Decimal {
	out := make([]decimal.Decimal, len(x))
	for i := range x {
		out[i] = x[i].Neg()
	}
	return out
}

// tonnes are the reductions of a year, or a [*ghg.NoFigureError].
func (p *problem) tonnes(year int) (amounts, error) {
	a := amounts{each: make([]decimal.Decimal, len(p.Candidates))}
	unknown := make([]bool, len(p.Candidates))
	for i, c := range p.Candidates {
		x, ok := c.Reductions.At(year)
		a.each[i] = x.Tonnes()
		unknown[i] = !ok && !c.Reductions.IsZero()
	}
	a.joints = p.joints(year, func(i int) { unknown[i] = true })
	var ids []string
	for i, is := range unknown {
		// What is barred cannot be chosen, and need not be known.
		if is && p.fixed[i] != Barred {
			ids = append(ids, p.Candidates[i].ID)
		}
	}
	if len(ids) > 0 {
		return amounts{}, &ghg.NoFigureError{Of: "reductions of " + words.Quoted(ids), Year: year,
			Remedy: "unknown is not 0: state them, or leave the candidates out"}
	}
	return a, nil
}

// common are the rules that hold whatever is asked.
func (p *problem) common() []rule {
	var out []rule
	for _, l := range p.Limits {
		r := rule{name: l.Resource, bound: l.Most}
		for _, c := range p.Candidates {
			r.each = append(r.each, c.Uses[l.Resource])
		}
		out = append(out, r)
	}
	for _, m := range p.Minima {
		in := func(c Candidate) bool { return c.Area == m.Area }
		if m.Actions > 0 {
			r := rule{name: fmt.Sprintf("actions in %q", m.Area), atLeast: true, bound: decimal.NewFromInt(int64(m.Actions))}
			for _, c := range p.Candidates {
				r.each = append(r.each, decimal.Decimal{})
				if in(c) {
					r.each[len(r.each)-1] = one
				}
			}
			out = append(out, r)
		}
		if !m.Money.IsUnset() {
			name := fmt.Sprintf("money in %q", m.Area)
			out = append(out, rule{name, p.unit(), true, m.Money.Amount(), amounts{each: p.costs(in)}})
		}
	}
	return out
}

// unit is the currency with its prices.
func (p *problem) unit() string { return fmt.Sprintf("%s (%s)", p.money.Currency(), p.money.Prices()) }

// checkYears refuses what cannot be asked for.
func (p *problem) checkYears(years []int) ([]int, error) {
	if s, y := len(p.Shared), len(years); s*y > maxJoint {
		return nil, asked("years", strconv.Itoa(y),
			fmt.Sprintf("there are %d shared sources, and at most %d joint effects are allowed: ask for fewer years at once", s, maxJoint))
	}
	return checkYears(years)
}

// checkYears refuses years that are none, and gives the others in order.
func checkYears(years []int) ([]int, error) {
	if n := len(years); n == 0 || n > maxRules {
		return nil, asked("years", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxRules))
	}
	out := slices.Sorted(slices.Values(years))
	var faults ghg.Faults
	for i, y := range out {
		faults.RefuseYear(ofQuestion, "year", y)
		if i > 0 && out[i-1] == y && (i == 1 || out[i-2] != y) {
			faults.Refuse(ofQuestion, "year", strconv.Itoa(y), "it is given twice: one is allowed")
		}
	}
	return out, faults.Err()
}

// ofQuestion says in faults that a field is of what is asked, not of the problem.
const ofQuestion = "question"

// asked is the fault of a question that cannot be answered.
func asked(field, value, detail string) error { return ghg.Refusal(ofQuestion, field, value, detail) }

// allOf is all that is wrong: one list of faults, and beside it what is none.
func allOf(errs ...error) error {
	var faults ghg.Faults
	var others []error
	for _, err := range errs {
		var many ghg.Faults
		var one ghg.Fault
		switch {
		case errors.As(err, &many):
			for _, f := range many.All {
				faults.Add(f)
			}
		case errors.As(err, &one):
			faults.Add(one)
		default:
			others = append(others, err)
		}
	}
	return errors.Join(append([]error{faults.Err()}, others...)...)
}

var errNoProblem = errors.New("no problem: make one with selection.New")

// mostTonnes is the question for the most tonnes under a budget.
func (p *problem) mostTonnes(budget strategy.Money, years []int) (*question, error) {
	if p == nil {
		return nil, errNoProblem
	}
	var wrong error
	if budget.IsUnset() {
		wrong = asked("budget", "", "an amount in the currency and prices of the candidates is needed")
	} else if _, err := p.money.Add(budget); err != nil {
		wrong = fmt.Errorf("%s, budget: %w", ofQuestion, err)
	} else if err := exact.Check(budget.Amount()); err != nil {
		wrong = asked("budget", "", err.Error())
	}
	years, err := p.checkYears(years)
	if err := allOf(wrong, err); err != nil {
		return nil, err
	}
	q := &question{problem: p, objective: MostTonnes, years: years}
	q.value.each = make([]decimal.Decimal, len(p.Candidates))
	for _, y := range years {
		t, err := p.tonnes(y)
		if err != nil {
			return nil, err
		}
		q.value.add(t)
	}
	q.effects = []amounts{q.value}
	costs := p.costs(all)
	q.second.each = negative(costs)
	q.rules = append([]rule{{"budget", p.unit(), false, budget.Amount(), amounts{each: costs}}}, p.common()...)
	return q, nil
}

// leastCost is the question for the cheapest that meets a need.
func (p *problem) leastCost(need map[int]ghg.CO2e) (*question, error) {
	if p == nil {
		return nil, errNoProblem
	}
	years, err := p.checkYears(slices.Sorted(maps.Keys(need)))
	if err != nil {
		return nil, err
	}
	q := &question{problem: p, objective: LeastCost, years: years}
	q.value.each = negative(p.costs(all))
	q.second.each = make([]decimal.Decimal, len(p.Candidates))
	for _, y := range years {
		if _, err := p.zero.Add(need[y]); err != nil {
			return nil, fmt.Errorf("need in %d: %w", y, err)
		}
		if err := exact.Check(need[y].Tonnes()); err != nil {
			return nil, asked(fmt.Sprintf("need in %d", y), "", err.Error())
		}
		t, err := p.tonnes(y)
		if err != nil {
			return nil, err
		}
		q.rules = append(q.rules, rule{fmt.Sprintf("need in %d", y), "tCO2e", true, need[y].Tonnes(), t})
		q.effects = append(q.effects, t)
		q.second.add(t)
	}
	q.rules = append(q.rules, p.common()...)
	return q, nil
}

// allowed reports whether a set keeps what candidates require and exclude.
func (p *problem) allowed(set []bool) bool {
	for i, in := range set {
		if in && !p.fits(set, i) {
			return false
		}
	}
	return true
}

// fits reports whether a candidate stands with the others of a set.
func (p *problem) fits(set []bool, i int) bool {
	return !slices.ContainsFunc(p.requires[i], func(j int) bool { return !set[j] }) &&
		!slices.ContainsFunc(p.excludes[i], func(j int) bool { return set[j] })
}

// compare tells which of two feasible sets is better: 1 for a, -1 for b.
func (q *question) compare(a, b []bool) int {
	if c := q.value.of(a).Cmp(q.value.of(b)); c != 0 {
		return c
	}
	return q.tie(a, b)
}

// tie decides between sets of one value: by the second value, then for fewer
// candidates, then for the set without the last candidate in which they differ.
func (q *question) tie(a, b []bool) int {
	if c := q.second.of(a).Cmp(q.second.of(b)); c != 0 {
		return c
	}
	count, last := 0, 0
	for i := range a {
		switch {
		case a[i] == b[i]:
		case a[i]:
			count, last = count-1, -1
		default:
			count, last = count+1, 1
		}
	}
	if count != 0 {
		return count / max(count, -count)
	}
	return last
}
