package strategy

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// fractions are figures of sources as they are rounded down; nil is none.
func fractions(of ...*big.Rat) rounding {
	r := rounding{floors: make([]*big.Int, len(of)), rests: make([]rest, len(of))}
	left, p := make([]*big.Int, len(of)), &ints{}
	for i, f := range of {
		if f == nil {
			continue
		}
		r.floors[i], left[i] = new(big.Int).DivMod(f.Num(), f.Denom(), new(big.Int))
		r.rests[i] = p.restOf(left[i], f.Denom())
	}
	r.exact = func(i int) (*big.Int, *big.Int) { return left[i], of[i].Denom() }
	return r
}

// byHand is the sum, and what is rounded up, in rationals.
func byHand(of []*big.Rat) (total *big.Int, up map[int]bool) {
	sum, floors := new(big.Rat), new(big.Int)
	var left []*big.Rat
	for _, f := range of {
		if f == nil {
			left = append(left, new(big.Rat))
			continue
		}
		sum.Add(sum, f)
		floor := new(big.Int).Div(f.Num(), f.Denom())
		floors.Add(floors, floor)
		left = append(left, new(big.Rat).Sub(f, new(big.Rat).SetInt(floor)))
	}
	total, _ = new(big.Int).SetString(sum.FloatString(0), 10) // half away from zero
	up = map[int]bool{}
	for n := new(big.Int).Sub(total, floors).Int64(); n > 0; n-- {
		best := -1
		for i, l := range left {
			if !up[i] && (best < 0 || l.Cmp(left[best]) > 0) {
				best = i
			}
		}
		up[best] = true
	}
	return total, up
}

func checkRounding(t *testing.T, of ...*big.Rat) {
	t.Helper()
	r := fractions(of...)
	total, up := byHand(of)
	got := r.total()
	assert.Zero(t, total.Cmp(got), "%v: %s, not %s", of, got, total)
	set := map[int]bool{}
	for _, i := range r.up(got) {
		set[i] = true
	}
	assert.Equal(t, up, set, "%v", of)
}

// A half is told from what is next to it, on both sides of zero, however near.
func TestRoundingOfASum(t *testing.T) {
	q := func(a, b int64) *big.Rat { return big.NewRat(a, b) }
	tiny := new(big.Rat).SetFrac(one, new(big.Int).Lsh(one, 3000)) // 2^-3000
	below, above := new(big.Rat).Sub(q(1, 6), tiny), new(big.Rat).Add(q(1, 6), tiny)
	minus := func(x *big.Rat) *big.Rat { return new(big.Rat).Neg(x) }
	checkRounding(t)
	checkRounding(t, nil, nil)
	checkRounding(t, q(7, 1), q(-3, 1))
	checkRounding(t, q(1, 2))
	checkRounding(t, q(-1, 2))
	checkRounding(t, q(1, 3), q(1, 6))
	checkRounding(t, q(-1, 3), q(-1, 6))
	checkRounding(t, q(1, 3), below)
	checkRounding(t, q(1, 3), above)
	checkRounding(t, q(-1, 3), minus(below))
	checkRounding(t, q(-1, 3), minus(above))
	checkRounding(t, q(5, 3), nil, q(-7, 6), q(4, 1))
	checkRounding(t, q(1, 3), q(1, 3), q(1, 3))
	checkRounding(t, q(-4, 3), q(-4, 3), q(-4, 3))
	checkRounding(t, q(2, 7), q(2, 7), q(2, 7), q(2, 7))
	checkRounding(t, q(1, 3), above, below, q(1, 6), new(big.Rat).Add(q(1, 3), tiny), q(1, 3)) // which is largest, 64 bits do not say
	checkRounding(t, q(9, 10), q(9, 10), q(9, 10), q(1, 4))

	r := rand.New(rand.NewPCG(19, 41))
	for range 3000 {
		var of []*big.Rat
		for range 1 + r.IntN(12) {
			if r.IntN(6) == 0 {
				of = append(of, nil)
				continue
			}
			of = append(of, q(r.Int64N(400)-200, 1+r.Int64N(9)))
		}
		checkRounding(t, of...)
	}
}
