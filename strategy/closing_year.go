package strategy

import (
	"math/big"
	"math/bits"
	"slices"
)

// What the sources of a year give is known only when all of them are: each is
// rounded down, with what is left of it, until the exact sum of them is rounded,
// once. It is rounded by what is left, to so many bits as it takes.

// rest is what is left of a figure that was rounded down to whole units: from
// first to first + 1 parts of 2^restBits of a unit. It is nothing where the figure
// is a whole number.
type rest struct {
	some  bool
	first uint64
}

const restBits = 64

// restOf is what is left, of a number of parts of a unit.
func (p *ints) restOf(left, of *big.Int) rest {
	if left.Sign() == 0 {
		return rest{}
	}
	x := p.next().Lsh(left, restBits)
	return rest{true, p.next().Quo(x, of).Uint64()}
}

// rounding closes the figures of the sources of a year to their sum.
type rounding struct {
	floors []*big.Int // nil where there is none
	rests  []rest
	// exact is what is left of one, in parts of a unit. It is worked out anew:
	// for two figures in 2^64 it is needed.
	exact func(source int) (left, of *big.Int)
}

// total is the sum of the figures, rounded once, half away from zero.
func (r rounding) total() *big.Int {
	sum := new(big.Int)
	var whole, part, n, carry uint64 // of the rests: at least whole + part/2^64
	for c, f := range r.floors {
		if f == nil {
			continue
		}
		sum.Add(sum, f)
		if r.rests[c].some {
			n++
			part, carry = bits.Add64(part, r.rests[c].first, 0)
			whole += carry
		}
	}
	const half = 1 << (restBits - 1)
	sum.Add(sum, new(big.Int).SetUint64(whole))
	switch {
	case n == 0 || part <= half && half-part >= n: // the sum is below a half
		return sum
	case part > half: // above it, and below the next
		return sum.Add(sum, one)
	}
	return r.wide(sum.Sub(sum, new(big.Int).SetUint64(whole)))
}

// wide is the total where 64 bits leave it open. What is missing to a half is a
// number over twice the product of what the rests are parts of, so that as many
// bits as that has tell a half from what is next to it.
func (r rounding) wide(floors *big.Int) *big.Int {
	var left, of []*big.Int
	most := uint(1)
	for c := range r.rests {
		if r.rests[c].some {
			l, o := r.exact(c)
			left, of = append(left, l), append(of, o)
			most += uint(o.BitLen())
		}
	}
	n := big.NewInt(int64(len(left)))
	most += uint(n.BitLen())
	x := new(big.Int)
	for wide := uint(4 * restBits); ; wide *= 4 {
		wide = min(wide, most)
		sum := new(big.Int) // of the rests, in 2^-wide units: from sum to below sum + n
		for i := range left {
			sum.Add(sum, x.Quo(x.Lsh(left[i], wide), of[i]))
		}
		half := new(big.Int).Lsh(one, wide-1)
		low := new(big.Int).Rsh(x.Sub(x.Add(sum, half), one), wide) // a half goes down
		high := new(big.Int).Rsh(x.Add(x.Add(sum, n), half), wide)  // and here up
		if low.Cmp(high) == 0 {
			return floors.Add(floors, low)
		}
		if wide < most {
			continue
		}
		// It is a half, as no sum is nearer to one. Away from zero it is up.
		if floors.Add(floors, high).Sign() <= 0 {
			floors.Sub(floors, one)
		}
		return floors
	}
}

// up are the sources that are rounded up, so that the figures add up to a total:
// those of which most is left, and of equal ones the first.
func (r rounding) up(total *big.Int) []int {
	missing := new(big.Int).Set(total)
	var order []int
	for c, f := range r.floors {
		if f == nil {
			continue
		}
		missing.Sub(missing, f)
		if r.rests[c].some {
			order = append(order, c)
		}
	}
	n := int(missing.Int64()) // at most one for each rest
	if n == 0 {
		return nil
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := r.rests[a].first, r.rests[b].first; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	if n < len(order) && r.rests[order[n-1]] == r.rests[order[n]] {
		r.sortAround(order, n)
	}
	return order[:n]
}

// sortAround puts those in order that 64 bits do not tell from the one at a place.
func (r rounding) sortAround(order []int, at int) {
	type fraction struct {
		source   int
		left, of *big.Int
	}
	like := r.rests[order[at]]
	first := slices.IndexFunc(order, func(c int) bool { return r.rests[c] == like })
	var equal []fraction
	for _, c := range order[first:] {
		if r.rests[c] != like {
			break
		}
		left, of := r.exact(c)
		equal = append(equal, fraction{c, left, of})
	}
	x, y := new(big.Int), new(big.Int)
	slices.SortStableFunc(equal, func(a, b fraction) int { return y.Mul(b.left, a.of).Cmp(x.Mul(a.left, b.of)) })
	for i, f := range equal {
		order[first+i] = f.source
	}
}

// close rounds the sums of a year, closes its sources on them, and adds up what
// each action has.
func (pl *placement) close(i int, y *evaluated) {
	joint := pl.rounding(i, y, func(s *sourceCut) (*big.Int, rest) { return s.joint, s.jointRest },
		func(m *meeting) (*big.Int, *big.Int) { return m.joint, m.den })
	alone := pl.rounding(i, y, func(s *sourceCut) (*big.Int, rest) { return s.alone, s.aloneRest }, (*meeting).alone)
	y.joint, y.alone = joint.total(), alone.total()
	pl.pool.reset()
	more := pl.pool.next()
	up := func(x **big.Int) { *x = pl.pool.keep(more.Add(*x, one)) } // a number of its own: others may point to what was there
	for _, c := range alone.up(y.alone) {
		up(&y.sources[c].alone)
		y.sources[c].aloneUp = true
	}
	for _, c := range joint.up(y.joint) {
		s := &y.sources[c]
		up(&s.joint)
		s.jointUp = true
		up(&s.shares[s.turn])
	}
	added := make([]bool, len(y.actions)) // whether the sum is a number of its own
	for c := range y.sources {
		s := &y.sources[c]
		for n, effect := range s.parts {
			a := pl.p.def.effects[effect].action
			switch sum := y.actions[a]; {
			case sum == nil:
				y.actions[a] = s.shares[n]
			case added[a]:
				sum.Add(sum, s.shares[n])
			default:
				y.actions[a], added[a] = new(big.Int).Add(sum, s.shares[n]), true
			}
		}
	}
}

// rounding is about one of the figures of the sources in a year. Where 64 bits do
// not do, the effects meet once more for the exact figure: to keep the fractions of
// all sources and years would take too much room.
func (pl *placement) rounding(i int, y *evaluated, of func(*sourceCut) (*big.Int, rest),
	exact func(*meeting) (num, den *big.Int)) rounding {
	r := rounding{floors: make([]*big.Int, len(y.sources)), rests: make([]rest, len(y.sources))}
	for c := range y.sources {
		r.floors[c], r.rests[c] = of(&y.sources[c])
	}
	r.exact = func(c int) (*big.Int, *big.Int) {
		m, err := pl.meet(c, i, pl.on[c])
		if err != nil || m == nil { // it met before
			return new(big.Int), one
		}
		num, den := exact(m)
		_, left, parts := pl.pool.floored(num, den, m.power)
		return new(big.Int).Set(left), new(big.Int).Set(parts)
	}
	return r
}
