package selection

import (
	"context"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

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
