package selection

import (
	"math"
	"slices"
)

// order puts the open candidates into the order in which the search decides on
// them: those with much effect for their cost first, each after what it
// requires. It returns what each requires, with twins.
func (m *model) order(q *question) [][]int {
	requires := q.twins()
	ratio := q.ratios()
	placed := make([]bool, len(q.fixed))
	for i, c := range q.fixed {
		placed[i] = c != Open
	}
	for {
		best := -1
		for i := range placed {
			if !placed[i] && (best < 0 || ratio[i] > ratio[best]) &&
				!slices.ContainsFunc(requires[i], func(j int) bool { return !placed[j] }) {
				best = i
			}
		}
		if best < 0 {
			return requires
		}
		placed[best] = true
		m.at = append(m.at, best)
	}
}

// ratios are the tonnes of each candidate per unit of cost, in float64: they
// order the search, and do not decide it.
func (q *question) ratios() []float64 {
	effect := make([]float64, len(q.Candidates))
	add := func(a amounts) {
		for i := range effect {
			x := a.each[i]
			for _, j := range a.joints {
				x = x.Add(j.emissions.Mul(one.Sub(j.left[i])))
			}
			effect[i] += x.InexactFloat64()
		}
	}
	for _, a := range q.effects {
		add(a)
	}
	for i, c := range q.Candidates {
		cost := c.Cost.Amount().InexactFloat64()
		if cost <= 0 {
			effect[i] = math.MaxFloat64
			continue
		}
		effect[i] /= cost
	}
	return effect
}

// twins are what each candidate requires, with the earlier twin of those that
// are alike in all that matters: where there are shared sources, of two that may
// be exchanged for one another the earlier is chosen first, as the tie rule has
// it, so that the search need not look at both.
func (q *question) twins() [][]int {
	requires := slices.Clone(q.requires)
	if len(q.Shared) == 0 && !q.many() {
		return requires
	}
	required := make([]bool, len(requires))
	for _, list := range q.requires {
		for _, j := range list {
			required[j] = true
		}
	}
	for i := range requires {
		for j := i - 1; j >= 0 && q.fixed[i] == Open && !required[i]; j-- {
			if q.fixed[j] == Open && !required[j] && q.alike(i, j) {
				requires[i] = append(slices.Clone(requires[i]), j)
				break
			}
		}
	}
	return requires
}

func (q *question) alike(i, j int) bool {
	same := func(a amounts) bool {
		return a.each[i].Equal(a.each[j]) && !slices.ContainsFunc(a.joints, func(x joint) bool { return !x.left[i].Equal(x.left[j]) })
	}
	return same(q.value) && same(q.second) &&
		!slices.ContainsFunc(q.rules, func(r rule) bool { return !same(r.amounts) }) &&
		slices.Equal(q.requires[i], q.requires[j]) && slices.Equal(q.excludes[i], q.excludes[j])
}
