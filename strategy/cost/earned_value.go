package cost

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
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
// work, at least 0; what does not stand is refused, all at once. Two currencies or
// prices are a [*strategy.MoneyMismatchError].
func NewEarnedValue(budget strategy.Money, done ghg.Share, actual strategy.Money) (EarnedValue, error) {
	const of = "earned value"
	var faults ghg.Faults
	err := refuseMoney(&faults, of, "budget", budget, budget)
	if err == nil {
		err = refuseMoney(&faults, of, "actual cost", actual, budget)
	}
	if !budget.IsUnset() && budget.Sign() <= 0 {
		faults.Refuse(of, "budget", budget.String(), "above 0 is allowed")
	}
	if actual.Sign() < 0 {
		faults.Refuse(of, "actual cost", actual.String(), "at least 0 is allowed")
	}
	faults.RefuseShare(of, "share of the work that is done", done)
	if err = errors.Join(faults.Err(), err); err != nil {
		return EarnedValue{}, err
	}
	earned, err := budget.Scale(done.Fraction())
	if err != nil {
		return EarnedValue{}, fmt.Errorf("%s: %w", of, err)
	}
	return EarnedValue{budget, earned, actual, done}, nil
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
