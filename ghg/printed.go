package ghg

import (
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// printed writes a number of tonnes with the digits that it has, no more and no fewer,
// and in what unit: 113829 × 10 t is "1138.29 kt", as 1138290 t would seem to be known
// to the tonne.
func printed(t decimal.Decimal) (text, unit string) {
	if exact.Check(t) != nil {
		return "out of bounds", "t"
	}
	for _, u := range [...]MassUnit{Tonne, Kilotonne, Megatonne, Gigatonne, {"Tt"}} {
		if power := u.power(); power >= t.Exponent() {
			return t.Shift(-power).StringFixed(power - t.Exponent()), u.String()
		}
	}
	return t.String(), "t"
}

// printedMass is a mass that is written as [printed] does.
type printedMass struct{ Mass }

func (m printedMass) MarshalText() ([]byte, error) {
	text, unit := printed(m.t)
	if text += " " + unit; !m.gas.IsZero() {
		text += " " + m.gas.String()
	}
	return []byte(text), nil
}
