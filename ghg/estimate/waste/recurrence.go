package waste

import (
	"math/big"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/shopspring/decimal"
)

// left is the carbon that is left at the end of each year,
//
//	H[y] = W[y] × fresh + H[y - 1] × remained
//
// rounded half away from zero to [estimate.Places] each year. It is in whole numbers of the
// last place, as there are years times streams of it.
func left(deposits []decimal.Decimal, fresh, remained decimal.Decimal) []decimal.Decimal {
	const places = estimate.Places
	var ofDeposit int32 // places of the finest deposit
	for _, w := range deposits {
		ofDeposit = max(ofDeposit, -w.Exponent())
	}
	work := max(places+DecayPlaces, ofDeposit+max(-fresh.Exponent(), 0))
	by := at(remained, work-places)
	perTonne := at(fresh, work-ofDeposit)
	unit := at(one, work-places)
	half := new(big.Int).Rsh(unit, 1)
	var product, deposit, rest big.Int
	out := make([]decimal.Decimal, len(deposits))
	h := new(big.Int)
	for i, w := range deposits {
		product.Mul(h, by)
		if !w.IsZero() {
			product.Add(&product, deposit.Mul(at(w, ofDeposit), perTonne))
		}
		h = new(big.Int)
		h.QuoRem(product.Add(&product, half), unit, &rest)
		out[i] = decimal.NewFromBigInt(h, -places)
	}
	return out
}

// at is a number in units of a decimal place, which it has no more of.
func at(d decimal.Decimal, places int32) *big.Int {
	n := d.Coefficient()
	if up := places + d.Exponent(); up > 0 {
		n.Mul(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(up)), nil))
	}
	return n
}
