package selection

import "math"

// impossible reports whether multipliers prove that a partial selection has no set.
func (b *branching) impossible(y []float64, x *node) bool {
	l := b.lagrange(b.in, y, x.low, x.high, false)
	if l.value+l.off < 0 {
		return true
	}
	return l.value-l.off < 0 && b.exactly(b.in, y, x.low, x.high, false).Sign() < 0
}

// cut bounds a partial selection by the multipliers of the table, and sets
// positions that cannot be otherwise in a better set. It is false if there is none.
func (b *branching) cut(x *node) bool {
	y := b.scaled(b.table.multipliers(), b.unit)
	l := b.lagrange(b.in, y, x.low, x.high, true)
	bound := l.value + l.off
	if math.Abs(bound) < math.Ldexp(1, maxBits) {
		down := b.floor(bound)
		if b.promises(down) && b.best != nil && b.floor(l.value-l.off).cmp(b.wanted()) < 0 {
			down = wideOf(b.exactly(b.in, y, x.low, x.high, true))
		}
		if down.cmp(x.bound) < 0 {
			x.bound = down
		}
	}
	if !b.promises(x.bound) {
		return false
	}
	if b.best == nil {
		return true
	}
	enough := b.wanted().float()
	enough -= math.Abs(enough) * 1e-15
	for i, w := range l.worth {
		if x.low[i] != x.high[i] && bound-math.Abs(w) < enough {
			v := 0.0
			if w > 0 {
				v = 1
			}
			if !b.set(x, i, v) {
				return false
			}
		}
	}
	return true
}

// floor is the most that a whole gain up to a bound can be.
func (b *branching) floor(bound float64) wide {
	down := ceil(math.Floor(bound))
	if b.grain == (wide{0, 1}) {
		return down
	}
	x := down.big()
	return wideOf(x.Mul(x.Div(x, b.grain.big()), b.grain.big()))
}

// set sets a position and what follows from it; it is false if that cannot be.
func (p *programme) set(x *node, i int, to float64) bool {
	if x.low[i] == x.high[i] {
		return x.low[i] == to
	}
	x.low[i], x.high[i] = to, to
	follow := func(list []int, to float64) bool {
		for _, j := range list {
			if !p.set(x, j, to) {
				return false
			}
		}
		return true
	}
	if to == 0 {
		return follow(p.down[i], 0)
	}
	return follow(p.up[i], 1) && follow(p.against[i], 0)
}
