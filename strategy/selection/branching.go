package selection

import (
	"container/heap"
	"context"
	"math"
	"slices"
)

// branching looks for the set of most gain of a programme by branch and bound:
// it sets a position that the linear programme chooses in part to 0 and to 1,
// follows the one nearer to it down, and goes on with the most promising of those
// that it left.
type branching struct {
	*programme
	ctx   context.Context
	steps int // still to be taken: partial selections and steps of the simplex method
	table *simplex
	in    []inequality // of the table
	inUse []bool       // by link
	unit  float64      // of the objective in the table

	best     []bool // or nil
	bestGain wide
	open     nodes
	rounded  bool
	born     int
	left     *wide // the bound of what was left when the steps were used up

	// tie, if there is one, decides between sets of the same gain: then those are
	// looked for too.
	tie func(a, b []bool) int
}

// run looks below a partial selection, from a feasible set or nil on.
func (b *branching) run(root *node) {
	b.build()
	for x := root; x != nil; x = b.next() {
		for x = b.look(x); x != nil; x = b.look(x) {
			if b.steps > 0 && b.ctx.Err() == nil {
				continue
			}
			heap.Push(&b.open, x)
			most := b.open[0].bound
			b.left = &most
			return
		}
	}
}

// next is the most promising of what was left, or nil if none is better than the best.
func (b *branching) next() *node {
	if len(b.open) == 0 || !b.promises(b.open[0].bound) {
		return nil
	}
	return heap.Pop(&b.open).(*node)
}

func (b *branching) promises(bound wide) bool { return b.best == nil || bound.cmp(b.wanted()) >= 0 }

// wanted is the least gain of a set that may be better than the best.
func (b *branching) wanted() wide {
	if b.tie != nil {
		return b.bestGain
	}
	return b.bestGain.add(b.grain)
}

// build makes the table anew, of the rules and the links that bound.
func (b *branching) build() {
	keep := map[int]bool{}
	if b.table != nil {
		for k, y := range b.table.multipliers() {
			if y > 0 && b.in[k].rule < 0 {
				keep[b.in[k].link] = true
			}
		}
	}
	cost := make([]float64, b.n)
	most := 0.0
	for i, g := range b.gain {
		cost[i] = g.float()
		most = max(most, math.Abs(cost[i]))
	}
	b.unit = power(most)
	for i := range cost {
		cost[i] /= b.unit
	}
	b.table, b.in, b.inUse = newSimplex(cost), nil, make([]bool, len(b.links))
	for c := range b.rules {
		b.take(inequality{rule: c})
	}
	for k := range b.links {
		if keep[k] {
			b.take(inequality{rule: -1, link: k})
		}
	}
}

// power is the power of two of a number, and 1 of 0.
func power(x float64) float64 {
	if x == 0 {
		return 1
	}
	_, e := math.Frexp(x)
	return math.Ldexp(1, e)
}

// take puts an inequality into the table.
func (b *branching) take(x inequality) {
	each, most := make([]float64, b.n), 0.0
	if x.scale = 1; x.rule >= 0 {
		r := &b.rules[x.rule]
		for i, a := range r.each {
			each[i] = a.float()
			x.scale = max(x.scale, power(math.Abs(each[i])))
		}
		for i := range each {
			each[i] /= x.scale
		}
		most = r.most.float() / x.scale
	} else {
		l := &b.links[x.link]
		for _, i := range l.of {
			each[i] = 1
		}
		if l.base >= 0 {
			each[l.base] = -1
		}
		most = l.most
		b.inUse[x.link] = true
	}
	b.in = append(b.in, x)
	b.table.add(each, most)
}

// scaled are multipliers of the table in the units of the programme.
func (b *branching) scaled(y []float64, unit float64) []float64 {
	for k := range y {
		y[k] = y[k] * unit / b.in[k].scale
	}
	return y
}

// look bounds a partial selection, and returns the half of it to go on with: nil
// if nothing in it is better than the best.
func (b *branching) look(x *node) *node {
	if b.table.steps > fresh || len(b.in) > len(b.rules)+2*b.n {
		b.build()
	}
	b.steps--
	for work := lookWork; ; {
		copy(b.table.low, x.low)
		copy(b.table.high, x.high)
		before := b.table.steps
		stuck, above, done := b.table.solve(min(20*(b.n+len(b.in)), max(leastSteps, work/(b.n*len(b.in)+1))))
		b.steps -= b.table.steps - before
		work -= (b.table.steps - before) * b.n * len(b.in)
		if stuck >= 0 {
			if b.impossible(b.scaled(b.table.proof(stuck, above), 1), x) {
				return nil
			}
			break
		}
		if !b.cut(x) {
			return nil
		}
		if !done {
			b.table.steps = fresh + 1
			break
		}
		if !b.separate() {
			break
		}
	}
	values := b.table.solution()
	if b.round(values); !b.promises(x.bound) {
		return nil
	}
	return b.split(x, values)
}

// lookWork is how many cells of the table a look may work out, and leastSteps how many
// steps it may take in any case.
const (
	lookWork   = 300_000_000
	leastSteps = 100
)

// fresh is after how many steps a table is made anew, as its errors add up.
const fresh = 3000

// separate adds the links that the solution breaks, and reports whether there are any.
func (b *branching) separate() bool {
	const enough, atOnce = 1e-6, 40
	x := b.table.solution()
	type broken struct {
		link int
		by   float64
	}
	var found []broken
	for k, l := range b.links {
		if b.inUse[k] {
			continue
		}
		sum := -l.most
		for _, i := range l.of {
			sum += x[i]
		}
		if l.base >= 0 {
			sum -= x[l.base]
		}
		if sum > enough {
			found = append(found, broken{k, sum})
		}
	}
	slices.SortStableFunc(found, func(a, b broken) int {
		switch {
		case a.by > b.by:
			return -1
		case a.by < b.by:
			return 1
		}
		return 0
	})
	for _, f := range found[:min(len(found), atOnce)] {
		b.take(inequality{rule: -1, link: f.link})
	}
	return len(found) > 0
}

// split makes two of a partial selection, keeps one for later and returns the other.
func (b *branching) split(x *node, values []float64) *node {
	at, far := -1, -1.0
	for i, v := range values {
		if x.low[i] == x.high[i] {
			continue
		}
		if d := 0.5 - math.Abs(v-0.5); d > far {
			at, far = i, d
		}
	}
	if at < 0 { // all is set
		in := make([]bool, b.n)
		for i := range in {
			in[i] = x.low[i] > 0
		}
		b.keep(in)
		return nil
	}
	near := math.Round(min(1, max(0, values[at])))
	var half [2]*node
	for k, to := range []float64{near, 1 - near} {
		b.born++
		h := &node{slices.Clone(x.low), slices.Clone(x.high), x.bound, b.born}
		if b.set(h, at, to) {
			half[k] = h
		}
	}
	if half[0] == nil {
		return half[1]
	}
	if half[1] != nil {
		heap.Push(&b.open, half[1])
	}
	return half[0]
}

// keep takes in a set if it keeps all rules and gains more than the best.
func (b *branching) keep(in []bool) bool {
	gain, _, ok := b.of(in)
	if !ok || !b.promises(gain) || b.tie != nil && b.best != nil && gain == b.bestGain && b.tie(in, b.best) <= 0 {
		return false
	}
	b.best, b.bestGain = slices.Clone(in), gain
	return true
}
