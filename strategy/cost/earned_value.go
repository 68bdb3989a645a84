package cost

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// EarnedValue compares what work has cost with what it was to cost, by earned
// value management: EV is the budget of the work that is done, AC its actual
// cost.
type EarnedValue struct {
	budget, earned, actual strategy.Money
	done                   ghg.Share
}

// NewEarnedValue takes the whole budget of an action, which must be above 0,
// the share of its work that is done, 0 % to 100 %, and the actual cost of that
// work, at least 0. Two currencies or prices are a
// [*strategy.MoneyMismatchError].
func NewEarnedValue(budget strategy.Money, done ghg.Share, actual strategy.Money) (EarnedValue, error) {
	e, err := newEarnedValue(budget, done, actual)
	if err != nil {
		return EarnedValue{}, fmt.Errorf("earned value: %w", err)
	}
	return e, nil
}

func newEarnedValue(budget strategy.Money, done ghg.Share, actual strategy.Money) (EarnedValue, error) {
	for _, x := range []struct {
		what  string
		money strategy.Money
	}{{"budget", budget}, {"actual cost", actual}} {
		if err := checkMoney(x.money, budget); err != nil {
			return EarnedValue{}, fmt.Errorf("%s: %w", x.what, err)
		}
	}
	switch {
	case budget.Sign() <= 0:
		return EarnedValue{}, &TermError{"budget", budget.String(), "above 0"}
	case actual.Sign() < 0:
		return EarnedValue{}, &TermError{"actual cost", actual.String(), "at least 0"}
	case done.IsUnset() || done.Fraction().Sign() < 0 || done.Fraction().GreaterThan(decimal.New(1, 0)):
		return EarnedValue{}, &TermError{"share of the work that is done", rateText(done), "0% to 100%"}
	}
	earned, err := budget.Scale(done.Fraction())
	return EarnedValue{budget, earned, actual, done}, err
}

// Earned is EV: the budget times the share that is done, exactly.
func (e EarnedValue) Earned() strategy.Money { return e.earned }

// CostPerformanceIndex is CPI = EV / AC, to [ghg.RatioPlaces]. Below 1 the
// work costs more than its budget. It is undefined where nothing was spent.
func (e EarnedValue) CostPerformanceIndex() ghg.Ratio {
	if e.budget.IsUnset() {
		return ghg.Ratio{}
	}
	return ghg.Quotient(e.earned.Amount(), e.actual.Amount(), "nothing was spent")
}

// CostVariance is CV = EV - AC. Below 0 the work costs more than its budget.
func (e EarnedValue) CostVariance() strategy.Money {
	v, _ := e.earned.Sub(e.actual) // they met
	return v
}

// String is the index and the variance.
func (e EarnedValue) String() string {
	return fmt.Sprintf("CPI %s, cost variance %s", e.CostPerformanceIndex(), e.CostVariance())
}

// Explain is the arithmetic of both.
func (e EarnedValue) Explain() string {
	if e.budget.IsUnset() {
		return "no earned value computed"
	}
	return fmt.Sprintf("earned value: %s × %s = %s\n  CPI = %s / %s = %s\n  CV = %s - %s = %s",
		e.budget, e.done, e.earned.Amount(), e.earned.Amount(), e.actual.Amount(), e.CostPerformanceIndex(),
		e.earned.Amount(), e.actual.Amount(), e.CostVariance().Amount())
}
