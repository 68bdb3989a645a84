package exact

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// fixed is a number value/2^bits that is off by at most off/2^bits.
type fixed struct {
	value, off *big.Int
	bits       uint
}

// ziv rounds a function's value correctly: it computes with more bits until
// both ends of what the value may be round alike (Ziv's strategy). That ends,
// as e^x of a rational x other than 0, and ln x of one other than 1, are
// transcendental (Lindemann) and so never halfway between two decimals. How
// many bits it takes is bounded by the digits of the argument and the places;
// the first try is nearly always the last.
func ziv(places int32, f func(bits uint) fixed) decimal.Decimal {
	scale := tenTo(int64(places))
	for guard := uint(64); ; guard *= 2 {
		v := f(uint(scale.BitLen()) + guard)
		low := v.rounded(scale, new(big.Int).Neg(v.off))
		if high := v.rounded(scale, v.off); low.Cmp(high) == 0 {
			return decimal.NewFromBigInt(low, -places)
		}
	}
}

// rounded is (value + more)/2^bits · scale as the nearest whole number.
func (f fixed) rounded(scale, more *big.Int) *big.Int {
	x := new(big.Int).Add(f.value, more)
	x.Mul(x, scale).Rsh(x, f.bits-1) // a half stands for 1 now
	return x.Add(x, big.NewInt(1)).Rsh(x, 1)
}

func tenTo(n int64) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
}

func checkPlaces(what string, places int32) error {
	if places < 0 || places > MaxResultDigits {
		return fmt.Errorf("%s to %d decimal places: 0 to %d are allowed", what, places, MaxResultDigits)
	}
	return nil
}
