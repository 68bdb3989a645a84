package exact

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// Arguments of [Exp] beyond which its result needs no series: above, it has
// more than MaxResultDigits digits; below, it rounds to 0 at every number of
// places.
const (
	maxExponentOfE = 922  // e^922 > 10^400
	minExponentOfE = -999 // e^-999 < 10^-433
)

// Exp is e^x, correctly rounded to the given number of decimal places: no
// decimal with so many places lies closer. It refuses an x that [CheckResult]
// refuses or whose result it would refuse, and places outside 0 to
// [MaxResultDigits].
func Exp(x decimal.Decimal, places int32) (decimal.Decimal, error) {
	if err := checkPlaces("an exponential", places); err != nil {
		return decimal.Decimal{}, err
	}
	if err := CheckResult(x); err != nil {
		return decimal.Decimal{}, err
	}
	switch {
	case x.IsZero():
		return decimal.New(1, 0), nil
	case x.GreaterThan(decimal.New(maxExponentOfE, 0)):
		return decimal.Decimal{}, fmt.Errorf("e to the power of %s has %d digits or more: %w",
			x, MaxResultDigits+1, within(MaxResultDigits+1, 0, MaxResultDigits, MaxResultDigits))
	case x.LessThan(decimal.New(minExponentOfE, 0)):
		return decimal.Decimal{}, nil
	}
	n, d := x.Coefficient(), big.NewInt(1)
	if e := int64(x.Exponent()); e >= 0 {
		n.Mul(n, tenTo(e))
	} else {
		d = tenTo(-e)
	}
	whole := max(int(x.IntPart()), 0)
	y := ziv(places, func(bits uint) fixed { return expFixed(n, d, bits+uint(whole)*3/2+2) })
	if err := CheckResult(y); err != nil {
		return decimal.Decimal{}, fmt.Errorf("e to the power of %s: %w", x, err)
	}
	return y, nil
}

// expFixed is e^(n/d).
func expFixed(n, d *big.Int, bits uint) fixed {
	// e^x = 2^k · e^r with r from 0 to ln 2, and e^r = (e^(r/2^halvings))^(2^halvings)
	const halvings = 8
	r := new(big.Int).Lsh(n, bits)
	r.Div(r, d)
	two := ln2(bits)
	k := new(big.Int).Div(r, two.value)
	r.Sub(r, new(big.Int).Mul(k, two.value)).Rsh(r, halvings)
	one := new(big.Int).Lsh(big.NewInt(1), bits)
	sum, term := new(big.Int).Set(one), new(big.Int).Set(one)
	product, divisor, rest := new(big.Int), new(big.Int), new(big.Int)
	i := int64(1)
	for ; term.Sign() != 0; i++ {
		product.Rsh(product.Mul(term, r), bits)
		term.QuoRem(product, divisor.SetInt64(i), rest)
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum).Rsh(sum, bits)
	}
	// r is off by 2 + k times what ln 2 is off by, a term by less than 2 units;
	// a squaring doubles what the sum is off by, in proportion to a sum below 2.
	off := two.off.Mul(two.off, new(big.Int).Abs(k))
	off.Add(off, big.NewInt(2*i+8)).Lsh(off, halvings+2)
	shift := int(k.Int64())
	if shift < 0 {
		return fixed{sum.Rsh(sum, uint(-shift)), off.Add(off.Rsh(off, uint(-shift)), big.NewInt(2)), bits}
	}
	return fixed{sum.Lsh(sum, uint(shift)), off.Lsh(off, uint(shift)), bits}
}
