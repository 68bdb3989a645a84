package exact

import (
	"errors"
	"math/big"

	"github.com/shopspring/decimal"
)

// Root returns the n-th root of x rounded to the given number of decimal
// places, half up. It fails for a negative x, for a degree outside 1 to 1000
// and for places outside 0 to 100.
func Root(x decimal.Decimal, n int, places int32) (decimal.Decimal, error) {
	if x.IsNegative() || n < 1 || n > 1000 || places < 0 || places > 100 {
		return decimal.Decimal{}, errors.New("a root needs a number of at least 0, a degree from 1 to 1000 and 0 to 100 places")
	}
	if err := CheckResult(x); err != nil {
		return decimal.Decimal{}, err
	}
	if root, ok := rootByLog(x, n, places); ok {
		return root, nil
	}
	// One place more than asked for, cut off: whole = floor(root · 10^(places+1)).
	// What is cut is under one unit of that place, so it never moves a half-up
	// rounding of the place before.
	whole := integerRoot(x.Shift((places+1)*int32(n)).BigInt(), n)
	return decimal.NewFromBigInt(whole, -places-1).Round(places), nil
}

// leastByLog is the degree from which a root by its logarithm is the quicker one.
const leastByLog = 12

// rootByLog is the root as e^(ln x / n), where what that is off by does not reach the next
// place: not of a root that is a decimal with so many places, or halfway between two.
func rootByLog(x decimal.Decimal, n int, places int32) (decimal.Decimal, bool) {
	if n < leastByLog || !x.IsPositive() || x.Equal(decimal.New(1, 0)) {
		return decimal.Decimal{}, false
	}
	num, den := x.Coefficient(), big.NewInt(1)
	if e := int64(x.Exponent()); e >= 0 {
		num.Mul(num, tenTo(e))
	} else {
		den = tenTo(-e)
	}
	scale := tenTo(int64(places))
	bits := uint(scale.BitLen() + max(num.BitLen()-den.BitLen(), 0)/n + 64)
	log := lnFixed(num, den, bits)
	degree := new(big.Int).Lsh(big.NewInt(int64(n)), bits)
	root := expFixed(log.value, degree, bits)
	// An exponent that is off by d moves the root by that share of it, and less than twice.
	more := log.off.Mul(log.off, root.value)
	more.Quo(more.Lsh(more, 1), degree)
	root.off.Add(root.off, more.Add(more, big.NewInt(2)))
	low := root.rounded(scale, new(big.Int).Neg(root.off))
	return decimal.NewFromBigInt(low, -places), low.Cmp(root.rounded(scale, root.off)) == 0
}

// integerRoot returns the largest r with r^n <= x, by Newton's method from
// above.
func integerRoot(x *big.Int, n int) *big.Int {
	if x.Sign() == 0 {
		return new(big.Int)
	}
	bits := x.BitLen()/n + 1 // the root is below 2^bits
	r := new(big.Int).Lsh(big.NewInt(1), uint(bits))
	if bits > 16 { // the root of the leading half of the bits is a closer start
		half := uint(bits / 2)
		r = integerRoot(new(big.Int).Rsh(x, half*uint(n)), n)
		r.Add(r, big.NewInt(1)).Lsh(r, half)
	}
	degree, below := big.NewInt(int64(n)), big.NewInt(int64(n-1))
	for {
		// next = ((n-1)·r + x / r^(n-1)) / n
		next := new(big.Int).Exp(r, below, nil)
		next.Quo(x, next)
		next.Add(next, new(big.Int).Mul(r, below))
		next.Quo(next, degree)
		if next.Cmp(r) >= 0 {
			return r
		}
		r = next
	}
}
