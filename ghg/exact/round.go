package exact

import (
	"errors"
	"fmt"
	"math/big"
	"sort"

	"github.com/shopspring/decimal"
)

// ErrDivisionByZero is returned by [Quotient].
var ErrDivisionByZero = errors.New("division by zero")

// maxOperand are the digits that are divided, and their largest absolute exponent.
const maxOperand = 100_000

// Quotient returns a/b rounded once to the given number of decimal places,
// half away from zero. Places from -[MaxResultDigits] to +[MaxResultDigits]
// are allowed; a number of more than 100,000 digits, written out, is a
// [*BoundsError]: sums of powers have thousands of them on the way.
func Quotient(a, b decimal.Decimal, places int32) (decimal.Decimal, error) {
	if places < -MaxResultDigits || places > MaxResultDigits {
		return decimal.Decimal{}, fmt.Errorf("a quotient to %d decimal places: -%d to %d are allowed", places, MaxResultDigits, MaxResultDigits)
	}
	if b.IsZero() {
		return decimal.Decimal{}, ErrDivisionByZero
	}
	for _, d := range []decimal.Decimal{a, b} {
		if err := check(d, maxOperand, maxOperand); err != nil {
			return decimal.Decimal{}, err
		}
	}
	return a.DivRound(b, places), nil
}

// Round rounds to the given number of decimal places, half away from zero.
// Negative places round to tens, hundreds and so on. It takes the time that the
// digits of d take, whatever exponent and places are.
func Round(d decimal.Decimal, places int32) decimal.Decimal {
	exponent, unit := int64(d.Exponent()), -int64(places)
	switch {
	case exponent-unit > MaxResultDigits: // whole in that place, and not to be written out in it
		return d
	case exponent+int64(d.NumDigits()) < unit:
		return decimal.Decimal{}
	}
	return d.Round(places)
}

// RoundSignificant rounds to n significant digits, half away from zero, as
// tables of emission factors are printed (IPCC 2006, volume 2, Table 1.4: 18.9
// kg C/GJ gives 69300 kg CO2/TJ). An n below 1 is taken as 1.
func RoundSignificant(d decimal.Decimal, n int32) decimal.Decimal {
	if n < 1 {
		n = 1
	}
	digits := d.NumDigits()
	if int(n) >= digits {
		return d
	}
	return d.Round(n - int32(digits) - d.Exponent())
}

// LargestRemainder rounds each part to the given number of decimal places so
// that the rounded parts add up exactly to the rounded sum of the parts
// (the method of Hare and Niemeyer). The units left over after rounding every
// part towards minus infinity go to the largest remainders; equal remainders
// are served in the order given.
func LargestRemainder(parts []decimal.Decimal, places int32) []decimal.Decimal {
	out := make([]decimal.Decimal, len(parts))
	left := make([]decimal.Decimal, len(parts))
	order := make([]int, len(parts))
	var sum, floor decimal.Decimal
	for i, p := range parts {
		out[i] = p.RoundFloor(places)
		left[i] = p.Sub(out[i])
		order[i] = i
		sum = sum.Add(p)
		floor = floor.Add(out[i])
	}
	unit := decimal.New(1, -places)
	sort.SliceStable(order, func(a, b int) bool {
		return left[order[a]].GreaterThan(left[order[b]])
	})
	missing := sum.Round(places).Sub(floor)
	for _, i := range order {
		if !missing.IsPositive() {
			break
		}
		out[i] = out[i].Add(unit)
		missing = missing.Sub(unit)
	}
	return out
}

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
	// One place more than asked for, cut off: whole = floor(root · 10^(places+1)).
	// What is cut is under one unit of that place, so it never moves a half-up
	// rounding of the place before.
	whole := integerRoot(x.Shift((places+1)*int32(n)).BigInt(), n)
	return decimal.NewFromBigInt(whole, -places-1).Round(places), nil
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
