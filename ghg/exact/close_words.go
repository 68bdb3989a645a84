package exact

import (
	"slices"

	"github.com/shopspring/decimal"
)

// quotientsOfWords is [Quotients] where all fits in words of 64 bits, as it does for what
// people print; ok is false where it does not.
func quotientsOfWords(
	parts []decimal.Decimal, divisor decimal.Decimal, places int32,
) (quotients []decimal.Decimal, total decimal.Decimal, ok bool) {
	exponent := divisor.Exponent() - places
	unitExponent := exponent
	for _, d := range parts {
		if !d.IsZero() {
			exponent = min(exponent, d.Exponent())
		}
	}
	most := int64(1) << 60 / int64(1+len(parts)) // so that no sum of them leaves a word
	by, ok := wordOf(divisor, unitExponent-exponent, most)
	if !ok {
		return nil, total, false
	}
	sign := int64(1)
	if by < 0 {
		by, sign = -by, -1
	}
	type part struct {
		floor, left int64
		at          int
	}
	closed := make([]part, len(parts))
	var sum, missing int64
	for i := range parts {
		n, ok := wordOf(parts[i], parts[i].Exponent()-exponent, most)
		if !ok {
			return nil, total, false
		}
		n *= sign
		p := part{n / by, n % by, i}
		if p.left < 0 {
			p.floor, p.left = p.floor-1, p.left+by
		}
		closed[i] = p
		sum += n
		missing -= p.floor
	}
	units := (2*max(sum, -sum) + by) / (2 * by) // to the nearest, half away from zero
	if sum < 0 {
		units = -units
	}
	missing += units
	slices.SortStableFunc(closed, func(a, b part) int {
		switch {
		case a.left > b.left:
			return -1
		case a.left < b.left:
			return 1
		}
		return 0
	})
	zero := decimal.New(0, -places)
	quotients = make([]decimal.Decimal, len(parts))
	for rank, p := range closed {
		if int64(rank) < missing {
			p.floor++
		}
		if quotients[p.at] = zero; p.floor != 0 {
			quotients[p.at] = decimal.New(p.floor, -places)
		}
	}
	return quotients, decimal.New(units, -places), true
}

// wordOf is a decimal's coefficient times a power of ten, where it is within a bound.
func wordOf(d decimal.Decimal, power int32, most int64) (int64, bool) {
	if d.IsZero() {
		return 0, true
	}
	const digits = 18
	n := d.NumDigits()
	if n > digits || power < 0 || power > int32(digits-n) {
		return 0, false
	}
	c := d.CoefficientInt64()
	for range power {
		c *= 10
	}
	return c, -most <= c && c <= most
}
