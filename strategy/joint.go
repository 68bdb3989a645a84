package strategy

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
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
	emits  *big.Int // what the source emits, times a power of ten
	power  int32
	blocks []block

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

// alone is the sum of the single effects, over den.
func (m *meeting) alone() *big.Int {
	sum, others, product := m.pool.next().SetInt64(0), m.pool.next(), m.pool.next()
	for _, b := range m.blocks {
		others.Quo(m.den, b.den)
		sum.Add(sum, product.Mul(others, b.num))
	}
	return product.Mul(sum, m.emits)
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
	sign := 0
	for _, b := range m.blocks {
		others := m.pool.next().Quo(m.den, b.den)
		for _, p := range b.parts {
			if s := p.num.Sign(); s != 0 {
				if s == -sign {
					return nil, "some of them cut and some add, so that a share of the sum means nothing: use another method"
				}
				sign = s
			}
			out = append(out, m.pool.next().Mul(p.num, others))
		}
	}
	return out, ""
}

// logPlaces is the precision of the logarithms.
const logPlaces = 40

// logWeights weighs each block by ln(1 − r), and its parts by their fractions.
func (m *meeting) logWeights() ([]*big.Int, string) {
	var out []*big.Int
	for _, b := range m.blocks {
		left := new(big.Int).Sub(b.den, b.num)
		if left.Sign() == 0 {
			return nil, "one of them cuts all that the source emits, and the logarithm of nothing is not defined: use another method"
		}
		ln, err := exact.LnQuotient(decimal.NewFromBigInt(b.den, 0), decimal.NewFromBigInt(left, 0), logPlaces)
		if err != nil {
			return nil, "the numbers are too long for a logarithm: " + err.Error()
		}
		w := ln.Shift(logPlaces).BigInt()
		rest := new(big.Int).Set(w)
		for i, p := range b.parts {
			x := rest // the last part takes what is left
			switch {
			case b.num.Sign() == 0: // the limit: ln(1 − r) is −r
				x = new(big.Int).Quo(new(big.Int).Mul(p.num, tenTo(logPlaces)), b.den)
			case i < len(b.parts)-1:
				x = new(big.Int).Quo(new(big.Int).Mul(w, p.num), b.num)
				rest.Sub(rest, x)
			}
			out = append(out, x)
		}
	}
	return out, ""
}

// byWeight divides the joint effect by weights.
func (m *meeting) byWeight(weights func() ([]*big.Int, string)) ([]*big.Int, *big.Int, string) {
	nums, reason := weights()
	if reason != "" {
		return nil, nil, reason
	}
	sum := new(big.Int)
	for _, w := range nums {
		sum.Add(sum, w)
	}
	if sum.Sign() == 0 {
		for _, w := range nums {
			if w.Sign() != 0 {
				return nil, nil, "their effects cancel out, so that a share of the sum means nothing: use another method"
			}
		}
		return nums, big.NewInt(1), "" // nothing to divide
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
// action is present with probability x, the value of a part is the integral of
// ∂f/∂xᵢ from 0 to 1 (Owen 1972): r × ∫ Π (1 − x·r) over the other blocks,
// a polynomial, so that it is exact.
func (m *meeting) shapley() ([]*big.Int, *big.Int, string) {
	n := len(m.blocks)
	if m.nParts > MaxShapley {
		return nil, nil, fmt.Sprintf("%d effects meet, and it divides between at most %d: use another method", m.nParts, MaxShapley)
	}
	all := make([]*big.Int, n+1) // coefficients of Π (den − x·num)
	for k := range all {
		all[k] = m.pool.next().SetInt64(0)
	}
	all[0].SetInt64(1)
	t, u, c, integral := m.pool.next(), m.pool.next(), m.pool.next(), m.pool.next()
	for i, b := range m.blocks {
		for k := i + 1; k > 0; k-- {
			all[k].Sub(t.Mul(all[k], b.den), u.Mul(all[k-1], b.num))
		}
		all[0], t = t.Mul(all[0], b.den), all[0]
	}
	lcm, over := m.pool.inverses(n)
	nums := make([]*big.Int, 0, m.nParts)
	for _, b := range m.blocks {
		c.Quo(all[0], b.den)
		integral.Mul(c, over[0])
		for k := 1; k < n; k++ { // divide the polynomial by this block
			c.Quo(t.Add(all[k], u.Mul(c, b.num)), b.den)
			integral.Add(integral, u.Mul(c, over[k]))
		}
		t.Mul(integral, m.emits)
		for _, p := range b.parts {
			nums = append(nums, m.pool.next().Mul(t, p.num))
		}
	}
	return nums, m.pool.next().Mul(m.den, lcm), ""
}
