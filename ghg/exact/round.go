package exact

import (
	"errors"
	"fmt"
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
