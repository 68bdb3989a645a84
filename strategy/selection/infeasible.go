package selection

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// InfeasibleError says that no selection keeps all rules, and why as far as it
// can be told. One of Conflicts and Unmet may be all there is, or neither: then no
// single rule is known to be out of reach, and they cannot be met all at once.
type InfeasibleError struct {
	Objective Objective
	// Conflicts are contradictions between must-have and barred candidates and
	// what follows from them.
	Conflicts []string
	// Unmet are the rules that cannot be met; by themselves, or, if each of
	// them can, with all others kept.
	Unmet []Unmet
}

// Unmet is a rule that cannot be met.
type Unmet struct {
	Rule    string          `json:"rule,omitempty"` // "need in 2030", "budget", "staff"
	Unit    string          `json:"unit,omitempty"`
	AtLeast bool            `json:"atLeast"` // what the rule asks for; at most otherwise
	Bound   decimal.Decimal `json:"bound"`
	// Reach is the nearest to the bound that a selection comes, where IsExact;
	// otherwise none comes nearer than Reach.
	Reach   decimal.Decimal `json:"reach"`
	IsExact bool            `json:"exact"`
	Alone   bool            `json:"alone"` // whether that is so without the other rules
}

// String is the rule with what can be reached.
func (u Unmet) String() string {
	more, less := "at most", "at least"
	if u.AtLeast {
		more, less = less, more
	}
	others := " with all other rules kept"
	if u.Alone {
		others = ""
	}
	unit := unitOf(u.Unit)
	return fmt.Sprintf("%s is to be %s %s%s, and%s it is %s %s%s", u.Rule, more, u.Bound, unit, others, less, u.reached(), unit)
}

func unitOf(unit string) string {
	if unit == "" {
		return ""
	}
	return " " + unit
}

func (e *InfeasibleError) Error() string {
	why := slices.Clone(e.Conflicts)
	for _, u := range e.Unmet {
		why = append(why, u.String())
	}
	if len(why) == 0 {
		why = []string{"no single one is known to be out of reach, but they cannot be met all at once"}
	}
	return fmt.Sprintf("%s: no selection keeps all rules: %s", e.Objective, strings.Join(why, "; "))
}

// UndecidedError says that no selection was found that keeps all rules, and
// none is ruled out. Allow for more nodes, or ask for less.
type UndecidedError struct {
	Objective Objective
	Method    Method
	Open      int // open candidates
	Nodes     int // partial selections that could be looked at
	// Cause is why the context ended the search, such as [context.Canceled]; nil if it
	// came to the end of its nodes.
	Cause error
}

func (e *UndecidedError) Unwrap() error { return e.Cause }

func (e *UndecidedError) Error() string {
	if e.Cause != nil {
		return fmt.Sprintf("%s: %s was ended before it found a selection of %d open candidates that keeps all rules, and none is ruled out: %v",
			e.Objective, e.Method, e.Open, e.Cause)
	}
	return fmt.Sprintf("%s: %s found no selection of %d open candidates that keeps all rules within %d nodes, and none is ruled out: "+
		"allow for more nodes, or ask for less",
		e.Objective, e.Method, e.Open, e.Nodes)
}

// workToExplain bounds the searches for the reach of all rules: partial
// selections, times the candidates and rules of each. Below worthSearch of them
// there is none.
const (
	workToExplain = 500_000_000
	worthSearch   = 10_000
	maxExplain    = 10_000 // of more than MaxExact candidates
)

// infeasible says why a question without an answer has none.
func (q *question) infeasible(ctx context.Context) *InfeasibleError {
	e := &InfeasibleError{Objective: q.objective}
	for _, alone := range []bool{true, false} {
		for i := range q.rules {
			if u, unmet := q.reach(ctx, i, alone); unmet {
				e.Unmet = append(e.Unmet, u)
			}
		}
		if len(e.Unmet) > 0 {
			break
		}
	}
	return e
}

// reach is how near to its bound a rule can be brought, alone or with all
// others kept. A rule is unmet if that is known and not enough.
func (q *question) reach(ctx context.Context, i int, alone bool) (Unmet, bool) {
	r := q.rules[i]
	u := Unmet{Rule: r.name, Unit: r.unit, AtLeast: r.atLeast, Bound: r.bound, Alone: alone}
	v := *q
	v.second = amounts{each: make([]decimal.Decimal, len(q.Candidates))}
	v.value = r.amounts
	if !r.atLeast {
		v.value.each = negative(r.each)
	}
	v.rules = nil
	if !alone {
		v.rules = slices.Delete(slices.Clone(q.rules), i, i+1)
	}
	nodes := workToExplain / (len(q.rules) * v.figures() * len(q.Candidates))
	if nodes < worthSearch {
		return u, false
	}
	m, _ := v.model() // of amounts that q has a model of
	if len(m.at) > MaxExact && m.isLinear() {
		nodes = min(nodes, maxExplain)
	}
	s := m.find(ctx, nil, nodes)
	if s.best == nil {
		return u, false
	}
	u.Reach, u.IsExact = s.surpassed()
	if !r.atLeast {
		u.Reach = u.Reach.Neg()
	}
	c := u.Reach.Cmp(r.bound)
	return u, c != 0 && (c > 0) != r.atLeast
}

// boundPlaces are the decimal places that a bound which is not reached is
// rounded up to.
const boundPlaces = 6

// surpassed is the value that no feasible selection surpasses, and whether the
// best has it.
func (s *search) surpassed() (decimal.Decimal, bool) {
	best := s.q.value.of(s.best)
	if !s.opened {
		return best, true
	}
	bound := s.q.value.of(s.base).Add(s.model.gain.amount(s.open))
	everything := slices.Repeat([]bool{true}, len(s.base))
	for i, c := range s.q.fixed {
		everything[i] = c != Barred
	}
	if most := s.q.value.positive(everything); most.LessThan(bound) {
		bound = most
	}
	if bound.LessThanOrEqual(best) {
		return best, true
	}
	return bound.RoundCeil(boundPlaces), false
}

// positive is what a set amounts to, without what lowers it.
func (a amounts) positive(set []bool) decimal.Decimal {
	var sum decimal.Decimal
	for i, in := range set {
		if in && a.each[i].Sign() > 0 {
			sum = sum.Add(a.each[i])
		}
	}
	for _, j := range a.joints {
		cutting := slices.Clone(set)
		for i := range cutting {
			cutting[i] = cutting[i] && j.left[i].LessThan(one)
		}
		sum = sum.Add(j.of(cutting))
	}
	return sum
}
