package selection

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// BrokenError says which rules a given choice breaks.
type BrokenError struct {
	Objective Objective
	// Links are what is required and not chosen, excluded and chosen, must-have and
	// not chosen, or barred and chosen.
	Links []string
	Rules []Rule // with what the choice makes of them
}

func (e *BrokenError) Error() string {
	why := slices.Clone(e.Links)
	for _, r := range e.Rules {
		why = append(why, r.String())
	}
	return fmt.Sprintf("%s: the choice breaks rules: %s", e.Objective, strings.Join(why, "; "))
}

// CheckMostTonnes is the answer that a given choice is to the question of
// [Problem.MostTonnes]: what it cuts and costs, exactly, and how far from the best it
// may be. If it breaks a rule, the error is a [*BrokenError].
func (p Problem) CheckMostTonnes(chosen []string, budget strategy.Money, years ...int) (Answer, error) {
	q, err := p.def.mostTonnes(budget, years)
	if err != nil {
		return Answer{}, err
	}
	return q.given(chosen)
}

// CheckLeastCost is the same for the question of [Problem.LeastCost].
func (p Problem) CheckLeastCost(chosen []string, need map[int]ghg.CO2e) (Answer, error) {
	q, err := p.def.leastCost(need)
	if err != nil {
		return Answer{}, err
	}
	return q.given(chosen)
}

func (q *question) given(chosen []string) (Answer, error) {
	m, err := q.ready(0)
	if err != nil {
		return Answer{}, err
	}
	set := make([]bool, len(q.Candidates))
	for _, id := range chosen {
		i, ok := q.index[id]
		if !ok || set[i] {
			return Answer{}, asked("chosen", id, "the ID of a candidate is needed, each once")
		}
		set[i] = true
	}
	if e := q.broken(set); e != nil {
		return Answer{}, e
	}
	return q.fixedAnswer(m, set, GivenChoice), nil
}

// fixedAnswer is a feasible set with the bound of the question.
func (q *question) fixedAnswer(m *model, set []bool, method Method) Answer {
	s := m.find(context.Background(), set, 0)
	s.best = set
	return q.result(s, method)
}

// broken says what a set breaks, or nil.
func (q *question) broken(set []bool) error {
	e := &BrokenError{Objective: q.objective}
	for i, c := range q.Candidates {
		id := words.Quote(c.ID)
		switch {
		case !set[i] && c.Choice == MustHave:
			e.Links = append(e.Links, fmt.Sprintf("%s is must-have, and not chosen", id))
		case !set[i]:
			continue
		case c.Choice == Barred:
			e.Links = append(e.Links, fmt.Sprintf("%s is barred, and chosen", id))
		}
		for _, j := range q.requires[i] {
			if set[i] && !set[j] {
				e.Links = append(e.Links, fmt.Sprintf("%s requires %s", id, words.Quote(q.Candidates[j].ID)))
			}
		}
		for _, j := range q.excludes[i] {
			if set[i] && i < j && set[j] {
				e.Links = append(e.Links, fmt.Sprintf("%s excludes %s", id, words.Quote(q.Candidates[j].ID)))
			}
		}
	}
	for _, r := range q.rules {
		if !r.holds(set) {
			e.Rules = append(e.Rules, Rule{Name: r.name, Unit: r.unit, AtLeast: r.atLeast, Bound: r.bound, Used: r.of(set)})
		}
	}
	if len(e.Links)+len(e.Rules) == 0 {
		return nil
	}
	return e
}
