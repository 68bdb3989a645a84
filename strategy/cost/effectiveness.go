package cost

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Effectiveness is what was cut for money of a budget: the tonnes of one kind in
// a stated year. It is no cost per tonne, as it knows neither savings nor
// lifetimes, and stands on no [Curve].
type Effectiveness struct {
	money   strategy.Money
	kind    strategy.Kind
	year    int
	reduced ghg.CO2e
}

// NewEffectiveness sets money, of a budget or its execution, beside the
// reductions of a year. It is the caller's to see that both are of the same
// actions. A year without an amount is a [*ghg.NoFigureError]: it is unknown.
func NewEffectiveness(money strategy.Money, r strategy.Reductions, year int) (Effectiveness, error) {
	var faults ghg.Faults
	if err := errors.Join(refuseMoney(&faults, "effectiveness of a budget", "money", money, money), faults.Err()); err != nil {
		return Effectiveness{}, err
	}
	c, ok := r.At(year)
	if !ok {
		return Effectiveness{}, fmt.Errorf("effectiveness of a budget: %w", noReduction(r, year, ""))
	}
	return Effectiveness{money, r.Kind(), year, c}, nil
}

// Per is the tonnes that were cut for each unit of money: per 1억원, for one. It
// is undefined for money of 0 or less. A unit in another currency or other
// prices is a [*strategy.MoneyMismatchError], one of 0 or less is refused.
func (e Effectiveness) Per(unit strategy.Money) (ghg.Ratio, error) {
	if err := checkMoney(unit, e.money); err != nil {
		return ghg.Ratio{}, fmt.Errorf("tonnes per unit of money: %w", err)
	}
	if unit.Sign() <= 0 {
		return ghg.Ratio{}, ghg.Refusal("tonnes per unit of money", "unit", unit.String(), "above 0 is allowed")
	}
	if e.money.Sign() <= 0 {
		return ghg.Undefined("no money was spent"), nil
	}
	return ghg.Quotient(e.reduced.Tonnes().Mul(unit.Amount()), e.money.Amount(), ""), nil
}

// MoneyPerTonne is the money over the tonnes of the year, to 8 decimal places, in
// the currency of the money; false where nothing was cut.
func (e Effectiveness) MoneyPerTonne() (strategy.Money, bool) {
	if e.reduced.Sign() <= 0 {
		return strategy.Money{}, false
	}
	m, err := e.money.Quotient(e.reduced.Tonnes(), moneyPlaces)
	return m, err == nil
}

// String is what was cut for which money.
func (e Effectiveness) String() string {
	if e.money.IsUnset() {
		return "no effectiveness computed"
	}
	return fmt.Sprintf("%s of %s reductions in %d for %s", e.reduced, e.kind, e.year, e.money)
}

// Details is the quotient, where there is one.
func (e Effectiveness) Details() string {
	m, ok := e.MoneyPerTonne()
	if !ok {
		return e.String() + ": no money per tonne, as nothing was cut"
	}
	return fmt.Sprintf("%s: %s / %s t = %s per tCO2e", e, e.money.Amount(), e.reduced.Tonnes(), m)
}
