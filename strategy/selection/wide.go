package selection

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// wide is a whole number of 128 bits, in two's complement. The search adds
// amounts in it. A model keeps the sum of all absolute amounts below
// 2^maxBits, so that no sum or difference of two sums overflows.
type wide struct {
	hi int64
	lo uint64
}

const maxBits = 120

func (a wide) add(b wide) wide {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	return wide{a.hi + b.hi + int64(carry), lo}
}

func (a wide) sub(b wide) wide {
	lo, borrow := bits.Sub64(a.lo, b.lo, 0)
	return wide{a.hi - b.hi - int64(borrow), lo}
}

func (a wide) neg() wide { return wide{}.sub(a) }

func (a wide) cmp(b wide) int {
	switch {
	case a.hi < b.hi, a.hi == b.hi && a.lo < b.lo:
		return -1
	case a == b:
		return 0
	}
	return 1
}

func (a wide) sign() int { return a.cmp(wide{}) }

// float is the nearest float64, give or take a unit of its last place.
func (a wide) float() float64 {
	switch {
	case a.hi == 0:
		return float64(a.lo)
	case a.hi < 0:
		a = a.neg()
		return -(math.Ldexp(float64(a.hi), 64) + float64(a.lo))
	}
	return math.Ldexp(float64(a.hi), 64) + float64(a.lo)
}

func (a wide) big() *big.Int {
	x := big.NewInt(a.hi)
	return x.Lsh(x, 64).Add(x, new(big.Int).SetUint64(a.lo))
}

// wideOf is a whole number below 2^127 in absolute amount.
func wideOf(x *big.Int) wide {
	var low big.Int
	low.And(x, new(big.Int).SetUint64(math.MaxUint64))
	return wide{new(big.Int).Rsh(x, 64).Int64(), low.Uint64()}
}

// ceil is a whole number that is no less than a float64 below 2^maxBits in
// absolute amount, by less than 1 or its last place.
func ceil(f float64) wide {
	f = math.Ceil(f)
	if f < 0 {
		return ceil(-f).neg() // whole already
	}
	high := math.Floor(math.Ldexp(f, -64))
	return wide{int64(high), uint64(f - math.Ldexp(high, 64))}
}

// mulDiv is a×b/c for a, b and c above 0, rounded down.
func mulDiv(a, b, c wide) wide {
	if a.hi|b.hi|c.hi == 0 {
		if hi, lo := bits.Mul64(a.lo, b.lo); hi < c.lo {
			q, _ := bits.Div64(hi, lo, c.lo)
			return wide{0, q}
		}
	}
	x := a.big()
	return wideOf(x.Mul(x, b.big()).Div(x, c.big()))
}

// whole is d in units of 10^exponent, which divides it.
func whole(d decimal.Decimal, exponent int32) *big.Int {
	return d.Shift(-exponent).BigInt()
}
