package selection

import (
	"slices"

	"github.com/shopspring/decimal"
)

// greedy takes candidates in the order of their cost per tonne, each with what
// it requires: first those that an unmet minimum or need asks for, then, for
// most tonnes, all that still fit. The set may leave minima unmet.
func (q *question) greedy() []bool {
	g := taking{question: q, set: make([]bool, len(q.Candidates))}
	for i, c := range q.fixed {
		g.set[i] = c == MustHave
	}
	for _, r := range q.rules {
		g.used = append(g.used, r.of(g.set))
	}
	order := q.byRatio()
	for n, r := range q.rules {
		for _, i := range order {
			if g.holds(n) {
				break
			}
			if r.alone(i).Sign() > 0 {
				g.take(i)
			}
		}
	}
	if q.objective == MostTonnes {
		for _, i := range order {
			if q.value.alone(i).Sign() > 0 {
				g.take(i)
			}
		}
	}
	return g.set
}

// taking is a set that grows, with what it amounts to by rule, without joint effects.
type taking struct {
	*question
	set  []bool
	used []decimal.Decimal
}

// holds reports whether a rule that asks for a least amount has it.
func (g *taking) holds(n int) bool {
	r := g.rules[n]
	switch {
	case !r.atLeast:
		return true
	case len(r.joints) > 0:
		return r.holds(g.set)
	}
	return g.used[n].Cmp(r.bound) >= 0
}

// take adds a candidate with what it requires if that keeps links and limits.
func (g *taking) take(i int) {
	if g.set[i] {
		return
	}
	more, used := slices.Clone(g.set), slices.Clone(g.used)
	g.add(more, i)
	if !g.allowed(more) {
		return
	}
	for n, r := range g.rules {
		for j, in := range more {
			if in && !g.set[j] {
				used[n] = used[n].Add(r.each[j])
			}
		}
		if !r.atLeast && used[n].GreaterThan(r.bound) {
			return
		}
	}
	g.set, g.used = more, used
}

// alone is the amount of one candidate by itself.
func (a amounts) alone(i int) decimal.Decimal {
	x := a.each[i]
	for _, j := range a.joints {
		x = x.Add(j.emissions.Mul(one.Sub(j.left[i])))
	}
	return x
}

// byRatio are the open candidates in rising order of cost per tonne: those that
// cost nothing first, those that cut nothing last.
func (q *question) byRatio() []int {
	tonnes := make([]decimal.Decimal, len(q.Candidates))
	var order []int
	for i, c := range q.fixed {
		if c != Open {
			continue
		}
		order = append(order, i)
		for _, a := range q.effects {
			tonnes[i] = tonnes[i].Add(a.alone(i))
		}
	}
	class := func(i int) int {
		switch {
		case tonnes[i].Sign() <= 0:
			return 2
		case q.Candidates[i].Cost.Sign() <= 0:
			return 0
		}
		return 1
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := class(a) - class(b); c != 0 || class(a) != 1 {
			return c
		}
		return q.Candidates[a].Cost.Amount().Mul(tonnes[b]).Cmp(q.Candidates[b].Cost.Amount().Mul(tonnes[a]))
	})
	return order
}

// add puts a candidate into a set with all that it requires.
func (p *problem) add(set []bool, i int) {
	if set[i] {
		return
	}
	set[i] = true
	for _, j := range p.requires[i] {
		p.add(set, j)
	}
}

// drop takes a candidate out of a set with all that require it.
func (p *problem) drop(set []bool, i int) {
	set[i] = false
	for j, in := range set {
		if in && slices.Contains(p.requires[j], i) {
			p.drop(set, j)
		}
	}
}

// feasible reports whether a set that keeps the choices made keeps all rules and
// links. What open candidates require, and what requires them, is never barred
// or a must-have against the choice.
func (q *question) feasible(set []bool) bool {
	return q.allowed(set) && !slices.ContainsFunc(q.rules, func(r rule) bool { return !r.holds(set) })
}

// maxWork bounds the work of improve: sets tried, times their candidates and
// the figures of each.
const maxWork = 2_000_000

// figures are how many sums and joint effects tell whether a set is feasible,
// and how good.
func (q *question) figures() int {
	n := 2 + len(q.value.joints) + len(q.second.joints)
	for _, r := range q.rules {
		n += 1 + len(r.joints)
	}
	return n
}

// improve makes a feasible set better by adding, dropping or exchanging
// candidates one at a time, as long as that helps and the work is bounded.
func (q *question) improve(set []bool) []bool {
	tries := maxWork / (len(set) * q.figures())
	better := func(change func(x []bool)) bool {
		tries--
		x := slices.Clone(set)
		change(x)
		if q.compare(x, set) <= 0 || !q.feasible(x) {
			return false
		}
		set = x
		return true
	}
	for found := true; found && tries > 0; {
		found = false
		for i := 0; i < len(set) && tries > 0; i++ {
			switch {
			case q.fixed[i] != Open:
			case !set[i]:
				found = better(func(x []bool) { q.add(x, i) }) || found
			default:
				if better(func(x []bool) { q.drop(x, i) }) {
					found = true
					continue
				}
				for j := 0; j < len(set) && tries > 0 && set[i]; j++ {
					if !set[j] && q.fixed[j] == Open {
						found = better(func(x []bool) { q.drop(x, i); q.add(x, j) }) || found
					}
				}
			}
		}
	}
	return set
}
