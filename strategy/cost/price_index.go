package cost

import (
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// PriceIndex is a price index by year, for money of one currency: a consumer
// price index, a GDP deflator. It is immutable; the zero PriceIndex has no
// years.
type PriceIndex struct {
	name     string
	source   string
	currency strategy.Currency
	byYear   map[int]decimal.Decimal
}

// NewPriceIndex makes an index of its values by year, all above 0 and on one
// base, with the name and the source of the table.
func NewPriceIndex(name, source string, c strategy.Currency, byYear map[int]decimal.Decimal) (PriceIndex, error) {
	if name == "" || source == "" {
		return PriceIndex{}, fmt.Errorf("price index %.60q: a name and a source are needed", name)
	}
	if !c.Valid() {
		return PriceIndex{}, fmt.Errorf("price index %.60q: currency %.20q: three capital letters are needed", name, string(c))
	}
	for _, y := range slices.Sorted(maps.Keys(byYear)) {
		err := checkYear(y)
		if err == nil {
			err = exact.Check(byYear[y])
		}
		if err == nil && byYear[y].Sign() <= 0 {
			err = &TermError{"index", byYear[y].String(), "above 0"}
		}
		if err != nil {
			return PriceIndex{}, fmt.Errorf("price index %.60q, %d: %w", name, y, err)
		}
	}
	return PriceIndex{name, source, c, maps.Clone(byYear)}, nil
}

// NoIndexError says that a price index has no value for a year.
type NoIndexError struct {
	Index string
	Year  int
}

func (e *NoIndexError) Error() string {
	return fmt.Sprintf("price index %.60q has no value for %d", e.Index, e.Year)
}

// FromNominal is money that was spent in a year, in the prices of another:
//
//	real = nominal × index(to) / index(spent)
//
// It is rounded once, to [MoneyPlaces], half away from zero. Money that is in
// the prices of a year already is refused: see [PriceIndex.Restate].
func (x PriceIndex) FromNominal(m strategy.Money, spent, to int) (strategy.Money, error) {
	if !m.IsUnset() && m.Prices() != strategy.Nominal {
		return strategy.Money{}, &TermError{"money to restate from the year it was spent in", m.String(), "nominal money"}
	}
	return x.restate(m, spent, to)
}

// Restate is money in the prices of one year in those of another, as
// [PriceIndex.FromNominal] does. Nominal money is refused: its year is not in
// it.
func (x PriceIndex) Restate(m strategy.Money, to int) (strategy.Money, error) {
	if m.Prices() == strategy.Nominal {
		return strategy.Money{}, &TermError{"money to restate from its prices", m.String(), "money in the prices of a year"}
	}
	return x.restate(m, int(m.Prices()), to)
}

func (x PriceIndex) restate(m strategy.Money, from, to int) (strategy.Money, error) {
	if m.IsUnset() {
		return strategy.Money{}, strategy.ErrNoMoney
	}
	if m.Currency() != x.currency {
		return strategy.Money{}, &TermError{"money to restate with the index " + x.name, m.String(), string(x.currency)}
	}
	if err := exact.Check(m.Amount()); err != nil {
		return strategy.Money{}, err
	}
	for _, y := range []int{from, to} {
		if _, ok := x.byYear[y]; !ok {
			return strategy.Money{}, &NoIndexError{x.name, y}
		}
	}
	return strategy.NewMoney(quotient(m.Amount().Mul(x.byYear[to]), x.byYear[from], MoneyPlaces), m.Currency(), strategy.Prices(to))
}

// String is the name and the source.
func (x PriceIndex) String() string {
	if x.name == "" {
		return "no price index"
	}
	return fmt.Sprintf("%s (%s, %s)", x.name, x.currency, x.source)
}
