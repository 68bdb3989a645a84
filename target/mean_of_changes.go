package target

import (
	"math/big"
	"math/bits"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// meanOfChanges is the mean of 1 - e[i]/e[i - 1], each to [powerPlaces] decimal places. All but
// the last are above 0.
func meanOfChanges(e []decimal.Decimal) (ghg.Ratio, error) {
	n := years(len(e) - 1)
	if low, high, ok := nearSum(e); ok { // both ends round alike, nearly always
		a, b := ghg.Quotient(low, n, ""), ghg.Quotient(high, n, "")
		x, _ := a.Value()
		if y, _ := b.Value(); x.Equal(y) {
			return a, nil
		}
	}
	var sum decimal.Decimal
	for i := 1; i < len(e); i++ {
		q, err := exact.Quotient(e[i-1].Sub(e[i]), e[i-1], powerPlaces)
		if err != nil {
			return ghg.Ratio{}, err
		}
		sum = sum.Add(q)
	}
	return ghg.Quotient(sum, n, ""), nil
}

// nearPlaces are the decimal places of the quotients of nearSum.
const nearPlaces = 18

// nearSum is what the sum of 1 - e[i]/e[i - 1] lies between, by whole numbers of 64 bits: where
// all have one exponent and at most 18 digits, and no change is of more than 18 times.
func nearSum(e []decimal.Decimal) (low, high decimal.Decimal, ok bool) {
	var sum [2]struct{ hi, lo uint64 } // of changes from 0 on, and below
	before := int64(0)
	for i, x := range e {
		if x.NumDigits() > nearPlaces || x.Exponent() != e[0].Exponent() {
			return low, high, false
		}
		now := x.CoefficientInt64()
		if i > 0 {
			less, to := before-now, &sum[0]
			if less < 0 {
				less, to = -less, &sum[1]
			}
			hi, lo := bits.Mul64(uint64(less), 1e18)
			if hi >= uint64(before) {
				return low, high, false
			}
			q, _ := bits.Div64(hi, lo, uint64(before))
			var carry uint64
			to.lo, carry = bits.Add64(to.lo, q, 0)
			to.hi += carry
		}
		before = now
	}
	whole := func(hi, lo uint64) *big.Int {
		x := new(big.Int).SetUint64(hi)
		return x.Add(x.Lsh(x, 64), new(big.Int).SetUint64(lo))
	}
	near := decimal.NewFromBigInt(new(big.Int).Sub(whole(sum[0].hi, sum[0].lo), whole(sum[1].hi, sum[1].lo)), -nearPlaces)
	off := decimal.New(int64(len(e)), -nearPlaces) // less than a unit each
	return near.Sub(off), near.Add(off), true
}
