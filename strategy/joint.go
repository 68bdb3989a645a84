package strategy

import (
	"fmt"
	"math/big"
	"slices"
)

// A joint effect is computed in fractions of integers, so that it is exact
// whatever the order of the effects, and rounded once.

// part is an effect as a fraction of what the source emits: num over the
// denominator of its block. Parts of one block add up; blocks multiply.
type part struct {
	effect int // index in the portfolio
	num    *big.Int
}

type block struct {
	parts    []part
	num, den *big.Int // num is the sum of the parts'
}

// meeting is the effects that meet on one source in one year.
type meeting struct {
	emits  *big.Int // what the source emits, in units
	power  int32    // the power of ten of emits, where it has more places than are held
	blocks []block
	whole  *big.Int // what the source emits, in tonnes, with its power of ten
	tens   int32

	den    *big.Int // Π den
	joint  *big.Int // emits × (Π den − Π (den − num)), over den
	nParts int
	pool   *ints
}

// multiply makes the joint effect.
func (m *meeting) multiply() {
	den, left := m.pool.next().SetInt64(1), m.pool.next().SetInt64(1)
	swap, f := m.pool.next(), m.pool.next()
	for _, b := range m.blocks {
		den, swap = swap.Mul(den, b.den), den
		left, swap = swap.Mul(left, f.Sub(b.den, b.num)), left
		m.nParts += len(b.parts)
	}
	m.den = den
	m.joint = swap.Mul(left.Sub(den, left), m.emits)
}

// alone is the sum of the single effects.
func (m *meeting) alone() (num, den *big.Int) {
	den = m.denominator()
	sum, t := m.pool.next().SetInt64(0), m.pool.next()
	for _, b := range m.blocks {
		sum.Add(sum, m.toward(t, b.num, den, b))
	}
	return t.Mul(sum, m.emits), den
}

// denominator is the smallest that all blocks share.
func (m *meeting) denominator() *big.Int {
	lcm := m.blocks[0].den
	for _, b := range m.blocks[1:] {
		if b.den.Cmp(lcm) != 0 {
			g := new(big.Int).GCD(nil, nil, lcm, b.den)
			lcm = g.Mul(lcm, g.Quo(b.den, g))
		}
	}
	return lcm
}

// toward is a number of a block on a common denominator: itself, or in room.
func (m *meeting) toward(room, num, den *big.Int, b block) *big.Int {
	if b.den.Cmp(den) == 0 {
		return num
	}
	return room.Mul(num, room.Quo(den, b.den))
}

// split divides the joint effect: a numerator for each part, over one
// denominator, that add up to the joint effect. It fails with a reason.
func (m *meeting) split(method method, rank func(effect int) int) (nums []*big.Int, den *big.Int, reason string) {
	switch method {
	case methodShapley:
		return m.shapley()
	case methodLogShare:
		return m.byWeight(m.logWeights)
	case methodProportional:
		return m.byWeight(m.shares)
	}
	nums, den = m.inOrder(rank)
	return nums, den, ""
}

// shares weighs each part by its fraction of the source.
func (m *meeting) shares() ([]*big.Int, string) {
	var out []*big.Int
	sign, den := 0, m.denominator()
	for _, b := range m.blocks {
		for _, p := range b.parts {
			if s := p.num.Sign(); s != 0 {
				if s == -sign {
					return nil, "some of them cut and some add, so that a share of the sum means nothing: use another method"
				}
				sign = s
			}
			out = append(out, m.toward(m.pool.next(), p.num, den, b))
		}
	}
	return out, ""
}

// spareBits is how much smaller than its parts a sum of weights may be: of one
// that is smaller still, too few digits are sure.
const spareBits = 64

// byWeight divides the joint effect by weights.
func (m *meeting) byWeight(weights func() ([]*big.Int, string)) ([]*big.Int, *big.Int, string) {
	nums, reason := weights()
	if reason != "" {
		return nil, nil, reason
	}
	sum, longest := m.pool.next().SetInt64(0), 0
	for _, w := range nums {
		sum.Add(sum, w)
		longest = max(longest, w.BitLen())
	}
	switch {
	case longest == 0: // nothing to divide
		return nums, one, ""
	case m.emits.Sign() == 0: // shares of nothing
		for i := range nums {
			nums[i] = m.pool.next().SetInt64(0)
		}
		return nums, one, ""
	case m.joint.Sign() == 0, sum.Sign() == 0, sum.BitLen()+spareBits < longest:
		return nil, nil, "their effects cancel out, so that a share of the sum means nothing: use another method"
	}
	for i, w := range nums {
		nums[i] = m.pool.next().Mul(w, m.joint)
	}
	return nums, sum.Mul(sum, m.den), ""
}

// inOrder gives each part what it adds to those before it.
func (m *meeting) inOrder(rank func(effect int) int) ([]*big.Int, *big.Int) {
	type turn struct{ block, part, at, rank int }
	turns := make([]turn, 0, m.nParts)
	for b := range m.blocks {
		for p, x := range m.blocks[b].parts {
			turns = append(turns, turn{b, p, len(turns), rank(x.effect)})
		}
	}
	slices.SortStableFunc(turns, func(a, b turn) int { return a.rank - b.rank })
	left := make([]*big.Int, len(m.blocks)) // of each block
	for i, b := range m.blocks {
		left[i] = m.pool.next().Set(b.den)
	}
	nums := make([]*big.Int, len(turns))
	all := m.pool.next().Set(m.den) // Π left
	others, product := m.pool.next(), m.pool.next()
	for _, t := range turns {
		num := m.blocks[t.block].parts[t.part].num
		if left[t.block].Sign() != 0 {
			others.Quo(all, left[t.block])
		} else {
			others.SetInt64(1)
			for i, l := range left {
				if i != t.block {
					others.Mul(others, l)
				}
			}
		}
		left[t.block].Sub(left[t.block], num)
		all.Mul(others, left[t.block])
		nums[t.at] = m.pool.next().Mul(product.Mul(others, num), m.emits)
	}
	return nums, m.den
}

// shapley is the mean over all orders. With f(x) the joint effect when each
// effect is present with probability x, the value of a part is the integral of
// ∂f/∂xᵢ from 0 to 1 (Owen 1972): r × ∫ Π (1 − x·r) over the other blocks,
// a polynomial, so that it is exact.
func (m *meeting) shapley() ([]*big.Int, *big.Int, string) {
	if m.nParts > maxShapley {
		return nil, nil, fmt.Sprintf("%d effects meet, and it divides between at most %d: use another method", m.nParts, maxShapley)
	}
	lcm, over := m.pool.inverses(len(m.blocks))
	integrals := m.integrals
	if m.oneDenominator() {
		integrals = m.integralsOverOne
	}
	nums := m.pool.list(m.nParts)[:0]
	t := m.pool.next()
	for i, integral := range integrals(over) {
		t.Mul(integral, m.emits)
		for _, p := range m.blocks[i].parts {
			nums = append(nums, m.pool.next().Mul(t, p.num))
		}
	}
	return nums, m.pool.next().Mul(m.den, lcm), ""
}

// oneDenominator reports whether all blocks have the same.
func (m *meeting) oneDenominator() bool {
	for _, b := range m.blocks[1:] {
		if b.den.Cmp(m.blocks[0].den) != 0 {
			return false
		}
	}
	return true
}

// integrals are ∫ Π (den − x·num) over the blocks but one, for each of them:
// the polynomial of all is divided by each in turn.
func (m *meeting) integrals(over []*big.Int) []*big.Int {
	n := len(m.blocks)
	all := m.pool.list(n + 1) // coefficients of Π (den − x·num)
	for k := range all {
		all[k] = m.pool.next().SetInt64(0)
	}
	all[0].SetInt64(1)
	t, u, c := m.pool.next(), m.pool.next(), m.pool.next()
	for i, b := range m.blocks {
		for k := i + 1; k > 0; k-- {
			all[k].Sub(t.Mul(all[k], b.den), u.Mul(all[k-1], b.num))
		}
		all[0], t = t.Mul(all[0], b.den), all[0]
	}
	out := m.pool.list(n)
	for i, b := range m.blocks {
		c.Quo(all[0], b.den)
		out[i] = m.pool.next().Mul(c, over[0])
		for k := 1; k < n; k++ {
			c.Quo(t.Add(all[k], u.Mul(c, b.num)), b.den)
			out[i].Add(out[i], u.Mul(c, over[k]))
		}
	}
	return out
}

// integralsOverOne are the same where all blocks have one denominator d, which
// most often they have, and need no division. With Π (1 − x·num) = Σ cₖ xᵏ,
// and wₖ = d^(n−1−k)/(k+1), the integral without block i is
//
//	Σₖ wₖ Σⱼ numᵢʲ cₖ₋ⱼ = Σⱼ numᵢʲ aⱼ        aⱼ = Σₖ wₖ cₖ₋ⱼ
func (m *meeting) integralsOverOne(over []*big.Int) []*big.Int {
	n := len(m.blocks)
	c, w, a, out := m.pool.list(n), m.pool.list(n), m.pool.list(n), m.pool.list(n)
	t := m.pool.next()
	for k := range n {
		c[k], w[k], a[k], out[k] = m.pool.next().SetInt64(0), m.pool.next(), m.pool.next().SetInt64(0), m.pool.next()
	}
	c[0].SetInt64(1)
	for i, b := range m.blocks {
		for k := min(i+1, n-1); k > 0; k-- {
			c[k].Sub(c[k], t.Mul(c[k-1], b.num))
		}
	}
	power := m.pool.next().SetInt64(1)
	for k := n - 1; k >= 0; k-- {
		w[k].Mul(over[k], power)
		power, t = t.Mul(power, m.blocks[0].den), power
		for j := k; j >= 0; j-- {
			a[j].Add(a[j], t.Mul(w[k], c[k-j]))
		}
	}
	for i, b := range m.blocks {
		sum := out[i].Set(a[n-1])
		for j := n - 2; j >= 0; j-- {
			sum.Add(t.Mul(sum, b.num), a[j])
		}
	}
	return out
}
