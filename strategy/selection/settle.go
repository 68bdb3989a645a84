package selection

import (
	"context"
	"slices"
)

// find looks for the best set with so many nodes, from a feasible set or nil on. The
// tables go through many sets of a question with few rules, so they come first.
func (m *model) find(ctx context.Context, start []bool, nodes int) *search {
	if !m.isLinear() {
		return m.search(ctx, start, false, nodes, true)
	}
	s := m.search(ctx, start, false, nodes/2, true)
	if !s.stopped {
		return s
	}
	t := m.branch(ctx, s.best, nodes-nodes/2)
	if t.opened && s.open.cmp(t.open) < 0 {
		t.open = s.open
	}
	return t
}

// branch is [model.search] for a question without joint effects: by linear
// programmes over all rules and links at once. First the gain is proved; then, as
// long as steps are left, which of the sets of this gain is best.
func (m *model) branch(ctx context.Context, start []bool, steps int) *search {
	s := &search{model: m}
	p := m.programme()
	b := &branching{programme: p, ctx: ctx, steps: steps}
	if start != nil {
		in := make([]bool, p.n)
		for pos, i := range m.at {
			in[pos] = start[i]
		}
		b.keep(in)
	}
	p.count()
	b.run(p.root())
	if b.best != nil {
		s.best = m.set(b.best)
	}
	switch {
	case b.left != nil:
		s.stopped, s.cancelled = true, ctx.Err() != nil
		s.leave(*b.left)
		return s
	case b.best == nil:
		return s
	}
	s.leave(b.bestGain)
	equals := *p
	least := row{sums: sums{}, most: b.bestGain.neg()}
	for _, g := range p.gain {
		least.each = append(least.each, g.neg())
	}
	equals.rules = append(slices.Clone(p.rules), least)
	equals.aim(m.second.each)
	t := &branching{programme: &equals, ctx: ctx, steps: b.steps}
	t.keep(b.best)
	t.tie = func(a, b []bool) int { return m.q.tie(m.set(a), m.set(b)) }
	t.run(equals.root())
	s.best = m.set(t.best)
	return s
}

// count adds rules that follow from the others: how many positions may be chosen at
// most, and have to be at least. Where budgets pull in opposite ways, a part of a
// position more is what their linear programme gains by.
func (p *programme) count() {
	one := wide{0, 1}
	for _, each := range [][]wide{slices.Repeat([]wide{one}, p.n), slices.Repeat([]wide{one.neg()}, p.n)} {
		c := *p
		c.aim(each)
		b := &branching{programme: &c}
		x := c.root()
		all := x.bound
		b.build()
		if b.look(x); x.bound.cmp(all) < 0 {
			p.rules = append(slices.Clip(p.rules), row{sums: sums{each: each}, most: x.bound})
		}
	}
}

// root is the partial selection in which nothing is set but what can never be chosen.
func (p *programme) root() *node {
	x := &node{low: make([]float64, p.n), high: slices.Repeat([]float64{1}, p.n)}
	for _, g := range p.gain {
		if g.sign() > 0 {
			x.bound = x.bound.add(g)
		}
	}
	for i := range p.n {
		if p.conflict[i][i] {
			x.high[i] = 0
		}
	}
	return x
}

// set are the candidates of chosen positions, with those that are fixed.
func (m *model) set(chosen []bool) []bool {
	set := slices.Clone(m.base)
	for pos, i := range m.at {
		set[i] = chosen[pos]
	}
	return set
}

// isLinear reports whether a question has no joint effects.
func (m *model) isLinear() bool {
	is := true
	m.eachTerms(func(*sums, int) { is = false })
	return is
}

// many reports whether more candidates are open than [MaxExact].
func (p *problem) many() bool {
	n := 0
	for _, c := range p.fixed {
		if c == Open {
			n++
		}
	}
	return n > MaxExact
}
