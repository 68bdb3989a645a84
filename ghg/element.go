package ghg

import (
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Element is a chemical element that emission factors are given for in place
// of the gas that holds it: tonnes of carbon, or of nitrogen in N2O. The zero
// Element is none.
type Element uint8

// The elements of the IPCC's factors.
const (
	Carbon Element = iota + 1
	Nitrogen
)

// String is the symbol of the element.
func (e Element) String() string { return nameOf([]string{"no element", "C", "N"}, int(e)) }

// Korean is the same in Korean: 탄소.
func (e Element) Korean() string { return words.SetName("ghg.Element", e.String()) }

// ElementError says that a gas is not counted by an element.
type ElementError struct {
	Gas     Gas
	Element Element
}

func (e *ElementError) Error() string {
	return fmt.Sprintf("%s is not counted by its %s: carbon is counted in CO2 and CH4, nitrogen in N2O", gasOrUnstated(e.Gas), e.Element)
}

// Content is the exact share of an element in the mass of a gas, as a fraction
// of the whole weights that the IPCC uses: C in CO2 is 12/44, C in CH4 12/16,
// N in N2O 28/44 (2006 Guidelines, volumes 2 to 5). This is chemistry and no
// warming potential: the carbon of 1 t of CH4 makes 2.75 t of CO2.
func (g Gas) Content(e Element) (numerator, denominator int64, err error) {
	switch {
	case e == Carbon && (g == CO2 || g == CO2Biogenic):
		return 12, 44, nil
	case e == Carbon && CH4.includes(g):
		return 12, 16, nil
	case e == Nitrogen && g == N2O:
		return 28, 44, nil
	}
	return 0, 0, &ElementError{g, e}
}

// Content is how much of an element a mass of a gas holds, in tonnes, rounded
// half away from zero to a number of decimal places: amount × [Gas.Content].
func (m Mass) Content(e Element, places int32) (decimal.Decimal, error) {
	n, d, err := m.gas.Content(e)
	if err != nil {
		return decimal.Decimal{}, err
	}
	return exact.Quotient(m.t.Mul(decimal.New(n, 0)), decimal.New(d, 0), places)
}

// MassFromContent is the mass of a gas that holds an amount of an element, in
// tonnes, rounded half away from zero to a number of decimal places of a tonne:
// 12 t of carbon are in 44 t of CO2.
func MassFromContent(tonnes decimal.Decimal, e Element, g Gas, places int32) (Mass, error) {
	n, d, err := g.Content(e)
	if err != nil {
		return Mass{}, err
	}
	if err := exact.Check(tonnes); err != nil {
		return Mass{}, fmt.Errorf("amount of %s: %w", e, err)
	}
	t, err := exact.Quotient(tonnes.Mul(decimal.New(d, 0)), decimal.New(n, 0), places)
	return Mass{t, g}, err
}
