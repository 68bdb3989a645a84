package track

import (
	"cmp"
	"fmt"

	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// moneyPlaces is the precision of money that is a part of a budget.
const moneyPlaces = 8

// account is the money of one action with tasks and a budget above 0; the zero account is
// that of any other.
type account struct {
	bac, planned, earned strategy.Money
	spent                strategy.Money // until the year of the day; unset where any of it is not reported
}

// accountOf is the account of an action with the weights of its tasks.
func accountOf(budget Budget, w weights, year int) (account, error) {
	bac := budget.Total().Budget
	if w.total.IsZero() || bac.IsUnset() || bac.Sign() <= 0 {
		return account{}, nil
	}
	planned, err1 := partOf(bac, w.planned, w.total)
	earned, err2 := partOf(bac, w.earned, w.total)
	if err := cmp.Or(err1, err2); err != nil {
		return account{}, fmt.Errorf("earned value: %w", err)
	}
	m := account{bac: bac, planned: planned, earned: earned}
	if e := budget.In(0, year).Total(); e.Unreported == 0 {
		m.spent = e.Executed
	}
	return m, nil
}

// partOf is money × weight / total.
func partOf(m strategy.Money, weight, total decimal.Decimal) (strategy.Money, error) {
	whole, err := m.Scale(weight)
	if err != nil {
		return strategy.Money{}, err
	}
	return whole.Quotient(total, moneyPlaces)
}
