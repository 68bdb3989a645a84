package claim

import (
	"math/big"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// rootPlaces is the precision of roots in decimal places, of a quotient
// that has twice as many: far beyond any printed digit.
const rootPlaces = 24

// span is a value computed from printed numbers: of the numbers as
// printed, and the lowest and highest of all that the digits stand for. It is
// exact, but for roots.
type span struct {
	mid, low, high *big.Rat
	open           bool   // nothing bounds it: it was divided by what may be zero
	why            string // there is no value: the reason
}

func whole(n int64) span {
	x := big.NewRat(n, 1)
	return span{mid: x, low: x, high: x}
}

// printed is a printed value: it reaches half a unit of its last digit to
// both sides, or one part in 10^9 where that is larger, as [ghg.Figure] does.
func printed(value, half decimal.Decimal) span {
	half = decimal.Max(half, value.Abs().Shift(-9))
	return span{mid: value.Rat(), low: value.Sub(half).Rat(), high: value.Add(half).Rat()}
}

// with combines two spans where f rises or falls in each of its arguments: its
// extremes lie at the corners.
func (s span) with(o span, f func(a, b *big.Rat) *big.Rat) span {
	switch {
	case s.why != "":
		return s
	case o.why != "":
		return o
	case s.open || o.open:
		return span{mid: f(s.mid, o.mid), open: true}
	}
	out := span{mid: f(s.mid, o.mid)}
	out.low = out.mid
	out.high = out.mid
	for _, a := range []*big.Rat{s.low, s.high} {
		for _, b := range []*big.Rat{o.low, o.high} {
			x := f(a, b)
			if x.Cmp(out.low) < 0 {
				out.low = x
			}
			if x.Cmp(out.high) > 0 {
				out.high = x
			}
		}
	}
	return out
}

func (s span) plus(o span) span {
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) })
}

func (s span) minus(o span) span {
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) })
}

func (s span) times(o span) span {
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) })
}

func (s span) over(o span) span {
	if s.why == "" && o.why == "" && o.mid.Sign() == 0 {
		return span{why: "it would be divided by zero"}
	}
	if o.why == "" && !o.open && o.low.Sign() != o.high.Sign() { // zero is among what the digits stand for
		o.open = true
	}
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) })
}

// shareOf is a share of an amount. Of one at or below zero it would turn its sign.
func (s span) shareOf(o span) span {
	if s.why == "" && o.why == "" && o.mid.Sign() < 0 {
		return span{why: "no share is taken of an amount below zero"}
	}
	return s.over(o)
}

// pow is a whole power of what is not below zero.
func (s span) pow(n int) span {
	return s.rising(func(x *big.Rat) *big.Rat {
		e := big.NewInt(int64(n))
		return new(big.Rat).SetFrac(new(big.Int).Exp(x.Num(), e, nil), new(big.Int).Exp(x.Denom(), e, nil))
	})
}

// root is the n-th root of what is not below zero.
func (s span) root(n int) span {
	var failed error
	out := s.rising(func(x *big.Rat) *big.Rat {
		r, err := exact.Root(rounded(x, 2*rootPlaces), n, rootPlaces)
		if err != nil {
			failed = err
		}
		return r.Rat()
	})
	if failed != nil {
		return span{why: failed.Error()}
	}
	return out
}

// rising applies a function that rises from 0 on. Digits that reach below zero
// stand for nothing there.
func (s span) rising(f func(*big.Rat) *big.Rat) span {
	switch {
	case s.why != "":
		return s
	case s.mid.Sign() < 0:
		return span{why: "more than the whole would be cut"}
	case s.open:
		return span{mid: f(s.mid), open: true}
	}
	low := s.low
	if low.Sign() < 0 {
		low = new(big.Rat)
	}
	return span{mid: f(s.mid), low: f(low), high: f(s.high)}
}

// meets reports whether two spans have a value in common.
func (s span) meets(o span) bool {
	return s.open || o.open || s.low.Cmp(o.high) <= 0 && s.high.Cmp(o.low) >= 0
}

// holds reports whether a value lies within the span.
func (s span) holds(x *big.Rat) bool {
	return s.open || s.low.Cmp(x) <= 0 && s.high.Cmp(x) >= 0
}

// rounded is a fraction rounded once to decimal places, half away from
// zero.
func rounded(x *big.Rat, places int32) decimal.Decimal {
	return decimal.NewFromBigInt(x.Num(), 0).DivRound(decimal.NewFromBigInt(x.Denom(), 0), places)
}
