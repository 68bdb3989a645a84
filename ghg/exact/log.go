package exact

import (
	"errors"
	"fmt"
	"math/big"
	"sync"

	"github.com/shopspring/decimal"
)

// ErrNotPositive is returned by [Ln] and [LnQuotient].
var ErrNotPositive = errors.New("a logarithm needs a number above zero")

// Ln is the natural logarithm of x, correctly rounded to the given number of
// decimal places: no decimal with so many places lies closer. It refuses an x
// that is not above zero with [ErrNotPositive], one that [CheckResult] refuses,
// and places outside 0 to [MaxResultDigits].
func Ln(x decimal.Decimal, places int32) (decimal.Decimal, error) {
	return LnQuotient(x, decimal.New(1, 0), places)
}

// LnQuotient is ln(a/b), correctly rounded to the given number of decimal
// places, of the quotient as it is: a/b is not rounded first, so that two
// numbers that hardly differ keep the logarithm of their difference. It
// refuses what [Ln] refuses, in a and in b.
func LnQuotient(a, b decimal.Decimal, places int32) (decimal.Decimal, error) {
	if err := checkPlaces("a logarithm", places); err != nil {
		return decimal.Decimal{}, err
	}
	for _, x := range [2]decimal.Decimal{a, b} {
		if err := CheckResult(x); err != nil {
			return decimal.Decimal{}, err
		}
		if !x.IsPositive() {
			return decimal.Decimal{}, fmt.Errorf("%w, not %s", ErrNotPositive, x)
		}
	}
	if a.Equal(b) {
		return decimal.Decimal{}, nil
	}
	n, d := a.Coefficient(), b.Coefficient()
	if e := int64(a.Exponent()) - int64(b.Exponent()); e >= 0 {
		n.Mul(n, tenTo(e))
	} else {
		d.Mul(d, tenTo(-e))
	}
	return ziv(places, func(bits uint) fixed { return lnFixed(n, d, bits) }), nil
}

// lnFixed is ln(n/d) for whole n and d above zero.
func lnFixed(n, d *big.Int, bits uint) fixed {
	// n/d = 2^k · m with m from 3/4 to 3/2, and
	// ln m = 2 atanh((m-1)/(m+1)), where the argument is from -1/7 to 1/5.
	k := n.BitLen() - d.BitLen()
	n, d = shifted(n, -k), shifted(d, k)
	three := new(big.Int).Mul(d, big.NewInt(3))
	switch {
	case new(big.Int).Lsh(n, 1).Cmp(three) > 0:
		k, d = k+1, new(big.Int).Lsh(d, 1)
	case new(big.Int).Lsh(n, 2).Cmp(three) < 0:
		k, n = k-1, new(big.Int).Lsh(n, 1)
	}
	z := new(big.Int).Sub(n, d)
	z.Lsh(z, bits).Quo(z, n.Add(n, d))
	square := new(big.Int).Mul(z, z)
	square.Rsh(square, bits)
	sum, power, term := new(big.Int).Set(z), new(big.Int).Set(z), new(big.Int)
	divisor, rest := new(big.Int), new(big.Int)
	i := int64(3)
	for ; ; i += 2 {
		power.Rsh(term.Mul(power, square), bits)
		if term.QuoRem(power, divisor.SetInt64(i), rest); term.Sign() == 0 {
			break
		}
		sum.Add(sum, term)
	}
	// A term is off by less than 2 units, and there are i/2 of them.
	out := fixed{sum.Lsh(sum, 1), big.NewInt(2*i + 16), bits}
	if k != 0 {
		two := ln2(bits)
		count := big.NewInt(int64(k))
		out.value.Add(out.value, count.Mul(count, two.value))
		out.off.Add(out.off, two.off.Mul(two.off, big.NewInt(int64(max(k, -k)))))
	}
	return out
}

// shifted is x·2^k for k above zero, and else a copy of x.
func shifted(x *big.Int, k int) *big.Int { return new(big.Int).Lsh(x, uint(max(k, 0))) }

// ln2 is ln 2: up to mostLn2 bits from what is found once.
func ln2(bits uint) fixed {
	if bits > mostLn2 {
		return seriesOfLn2(bits)
	}
	l, cut := longLn2(), mostLn2-bits
	off := new(big.Int).Rsh(l.off, cut)
	return fixed{new(big.Int).Rsh(l.value, cut), off.Add(off, big.NewInt(2)), bits}
}

const mostLn2 = 512

var longLn2 = sync.OnceValue(func() fixed { return seriesOfLn2(mostLn2) })

// seriesOfLn2 is ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749).
func seriesOfLn2(bits uint) fixed {
	sum := new(big.Int)
	for _, t := range [3][2]int64{{18, 26}, {-2, 4801}, {8, 8749}} {
		a := atanhOfInverse(t[1], bits)
		sum.Add(sum, a.Mul(a, big.NewInt(t[0])))
	}
	// The terms of a series are off by less than 2 units and fewer than bits/9;
	// the series count 28 times.
	return fixed{sum, big.NewInt(28 * 2 * (int64(bits)/9 + 2)), bits}
}

// atanhOfInverse is atanh(1/n) = 1/n + 1/(3 n³) + 1/(5 n⁵) + …
func atanhOfInverse(n int64, bits uint) *big.Int {
	power := new(big.Int).Lsh(big.NewInt(1), bits)
	power.Quo(power, big.NewInt(n))
	square := big.NewInt(n * n)
	sum, term := new(big.Int).Set(power), new(big.Int)
	divisor, rest := new(big.Int), new(big.Int) // room that every step uses again
	for i := int64(3); power.Sign() != 0; i += 2 {
		power.QuoRem(power, square, rest)
		term.QuoRem(power, divisor.SetInt64(i), rest)
		sum.Add(sum, term)
	}
	return sum
}
