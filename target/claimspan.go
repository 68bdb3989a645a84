package target

import (
	"math/big"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// claimRootPlaces is the precision of roots in decimal places, of a quotient
// that has twice as many: far beyond any printed digit.
const claimRootPlaces = 24

// claimSpan is a value computed from printed numbers: of the numbers as
// printed, and the lowest and highest of all that the digits stand for. It is
// exact, but for roots.
type claimSpan struct {
	mid, low, high *big.Rat
	open           bool   // nothing bounds it: it was divided by what may be zero
	why            string // there is no value: the reason
}

func claimWhole(n int64) claimSpan {
	x := big.NewRat(n, 1)
	return claimSpan{mid: x, low: x, high: x}
}

// claimPrinted is a printed value: it reaches half a unit of its last digit to
// both sides, or one part in 10^9 where that is larger, as [ghg.Figure] does.
func claimPrinted(value, half decimal.Decimal) claimSpan {
	half = decimal.Max(half, value.Abs().Shift(-9))
	return claimSpan{mid: value.Rat(), low: value.Sub(half).Rat(), high: value.Add(half).Rat()}
}

// with combines two spans where f rises or falls in each of its arguments: its
// extremes lie at the corners.
func (s claimSpan) with(o claimSpan, f func(a, b *big.Rat) *big.Rat) claimSpan {
	switch {
	case s.why != "":
		return s
	case o.why != "":
		return o
	case s.open || o.open:
		return claimSpan{mid: f(s.mid, o.mid), open: true}
	}
	out := claimSpan{mid: f(s.mid, o.mid)}
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

func (s claimSpan) plus(o claimSpan) claimSpan {
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) })
}

func (s claimSpan) minus(o claimSpan) claimSpan {
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) })
}

func (s claimSpan) times(o claimSpan) claimSpan {
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) })
}

func (s claimSpan) over(o claimSpan) claimSpan {
	if s.why == "" && o.why == "" && o.mid.Sign() == 0 {
		return claimSpan{why: "it would be divided by zero"}
	}
	if o.why == "" && !o.open && o.low.Sign() != o.high.Sign() { // zero is among what the digits stand for
		o.open = true
	}
	return s.with(o, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) })
}

// pow is a whole power of what is not below zero.
func (s claimSpan) pow(n int) claimSpan {
	return s.rising(func(x *big.Rat) *big.Rat {
		e := big.NewInt(int64(n))
		return new(big.Rat).SetFrac(new(big.Int).Exp(x.Num(), e, nil), new(big.Int).Exp(x.Denom(), e, nil))
	})
}

// root is the n-th root of what is not below zero.
func (s claimSpan) root(n int) claimSpan {
	var failed error
	out := s.rising(func(x *big.Rat) *big.Rat {
		r, err := exact.Root(claimDecimal(x, 2*claimRootPlaces), n, claimRootPlaces)
		if err != nil {
			failed = err
		}
		return r.Rat()
	})
	if failed != nil {
		return claimSpan{why: failed.Error()}
	}
	return out
}

// rising applies a function that rises from 0 on. Digits that reach below zero
// stand for nothing there.
func (s claimSpan) rising(f func(*big.Rat) *big.Rat) claimSpan {
	switch {
	case s.why != "":
		return s
	case s.mid.Sign() < 0:
		return claimSpan{why: "more than the whole would be cut"}
	case s.open:
		return claimSpan{mid: f(s.mid), open: true}
	}
	low := s.low
	if low.Sign() < 0 {
		low = new(big.Rat)
	}
	return claimSpan{mid: f(s.mid), low: f(low), high: f(s.high)}
}

// meets reports whether two spans have a value in common.
func (s claimSpan) meets(o claimSpan) bool {
	return s.open || o.open || s.low.Cmp(o.high) <= 0 && s.high.Cmp(o.low) >= 0
}

// holds reports whether a value lies within the span.
func (s claimSpan) holds(x *big.Rat) bool {
	return s.open || s.low.Cmp(x) <= 0 && s.high.Cmp(x) >= 0
}

// claimDecimal is a fraction rounded once to decimal places, half away from
// zero.
func claimDecimal(x *big.Rat, places int32) decimal.Decimal {
	return decimal.NewFromBigInt(x.Num(), 0).DivRound(decimal.NewFromBigInt(x.Denom(), 0), places)
}
