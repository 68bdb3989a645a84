package cost

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// PriceIndex is a price index by year, for money of one currency: a consumer
// price index, a GDP deflator. It is immutable; the zero PriceIndex has no
// years.
type PriceIndex struct {
	currency strategy.Currency
	index    ghg.Years[decimal.Decimal]
}

// NewPriceIndex makes an index of its values by year, all above 0 and on one
// base, which is the unit of the series: "2020 = 100". Each year needs a source.
func NewPriceIndex(c strategy.Currency, index ghg.Years[decimal.Decimal]) (PriceIndex, error) {
	x := PriceIndex{c, index}
	var faults ghg.Faults
	if index.Len() == 0 {
		faults.Refuse(x.of(), "years", "", "at least one is needed: make the series with ghg.NewYears")
	}
	if !c.Valid() {
		faults.Refuse(x.of(), "currency", string(c), "three capital letters are needed (ISO 4217), such as KRW")
	}
	for v := range index.All() {
		of := fmt.Sprintf("%s, %d", x.of(), v.Year)
		if err := exact.Check(v.Value); err != nil {
			faults.Refuse(of, "index", "", err.Error())
		} else if v.Value.Sign() <= 0 {
			faults.Refuse(of, "index", v.Value.String(), "above 0 is allowed")
		}
		if v.Source == "" {
			faults.Refuse(of, "source", "", "the table that states it is needed")
		}
	}
	if err := faults.Err(); err != nil {
		return PriceIndex{}, err
	}
	return x, nil
}

// of says in faults which index is meant.
func (x PriceIndex) of() string { return "price index " + words.Quote(x.index.Name()) }

// FromNominal is money that was spent in a year, in the prices of another:
//
//	real = nominal × index(to) / index(spent)
//
// It is rounded once, to 8 decimal places, half away from zero. Money that is in
// the prices of a year already is refused: see [PriceIndex.Restate]. A year
// without an index is a [*ghg.NoFigureError].
func (x PriceIndex) FromNominal(m strategy.Money, spent, to int) (strategy.Money, error) {
	if !m.IsUnset() && m.Prices() != strategy.Nominal {
		return strategy.Money{}, ghg.Refusal(x.of(), "money", m.String(), "nominal money is needed: this is in the prices of a year already")
	}
	return x.restate(m, spent, to)
}

// Action is an action with its nominal budget and what was spent of it in the prices of a
// year: each line is restated from its own, as [PriceIndex.FromNominal] does. Of several
// years without an index the first is told.
func (x PriceIndex) Action(a strategy.Action, to int) (strategy.Action, error) {
	a.Budget, a.Spent = slices.Clone(a.Budget), slices.Clone(a.Spent)
	var first error
	year := 0
	restate := func(m *strategy.Money, of int) {
		restated, err := x.FromNominal(*m, of, to)
		if err != nil && (first == nil || of < year) {
			first, year = fmt.Errorf("money of action %s in %d: %w", words.Quote(a.ID), of, err), of
		}
		*m = restated
	}
	for i := range a.Budget {
		restate(&a.Budget[i].Money, a.Budget[i].Year)
	}
	for i := range a.Spent {
		restate(&a.Spent[i].Money, a.Spent[i].Year)
	}
	if first != nil {
		return strategy.Action{}, first
	}
	return a, nil
}

// Restate is money in the prices of one year in those of another, as
// [PriceIndex.FromNominal] does. Nominal money is refused: its year is not in
// it.
func (x PriceIndex) Restate(m strategy.Money, to int) (strategy.Money, error) {
	if m.Prices() == strategy.Nominal {
		return strategy.Money{}, ghg.Refusal(x.of(), "money", m.String(),
			"money in the prices of a year is needed: nominal money does not say its year")
	}
	return x.restate(m, int(m.Prices()), to)
}

func (x PriceIndex) restate(m strategy.Money, from, to int) (strategy.Money, error) {
	if m.IsUnset() {
		return strategy.Money{}, strategy.ErrNoMoney
	}
	if m.Currency() != x.currency {
		return strategy.Money{}, ghg.Refusal(x.of(), "money", m.String(), fmt.Sprintf("money in %s is needed", x.currency))
	}
	if err := exact.Check(m.Amount()); err != nil {
		return strategy.Money{}, err
	}
	was, err := x.index.Need(from)
	if err != nil {
		return strategy.Money{}, fmt.Errorf("price index: %w", err)
	}
	is, err := x.index.Need(to)
	if err != nil {
		return strategy.Money{}, fmt.Errorf("price index: %w", err)
	}
	return strategy.NewMoney(quotient(m.Amount().Mul(is.Value), was.Value, moneyPlaces), m.Currency(), strategy.Prices(to))
}

// String is the series and the currency.
func (x PriceIndex) String() string {
	if x.index.Len() == 0 {
		return "no price index"
	}
	return fmt.Sprintf("%s (%s)", x.index, x.currency)
}
