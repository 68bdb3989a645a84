package ghg

import (
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Figure is a published number as it was printed: its value and how far its
// last digit reaches. "9.43" of a megatonne stands for 9.425 to 9.435.
type Figure struct {
	text string
	unit MassUnit
	t    decimal.Decimal // tonnes
	half decimal.Decimal // half a unit of the last printed digit, in tonnes
}

// ParseFigure reads a number as printed and its unit. Thousands separators are
// refused, as a comma is a decimal mark elsewhere: "16,628" is given as "16628".
// [ParseKoreanFigure] reads an amount with its unit as Korean papers print it.
func ParseFigure(number string, unit MassUnit) (Figure, error) {
	number = strings.TrimSpace(number)
	d, err := exact.Parse(number)
	if err != nil {
		return Figure{}, err
	}
	if unit == (MassUnit{}) {
		return Figure{}, unknownMassUnit("")
	}
	return newFigure(number, d, unit), nil
}

func newFigure(text string, d decimal.Decimal, unit MassUnit) Figure {
	return Figure{text, unit, d.Shift(unit.power()), exact.HalfUnit(d).Shift(unit.power())}
}

// MarshalText writes the figure as String does, and nothing for the zero Figure.
func (f Figure) MarshalText() ([]byte, error) {
	if f.text == "" {
		return nil, nil
	}
	return []byte(f.String()), nil
}

// Mass is the printed value.
func (f Figure) Mass() Mass { return Mass{t: f.t} }

// Unit is the unit that the figure was printed in; the zero Figure has none.
func (f Figure) Unit() MassUnit { return f.unit }

// HalfUnit is half a unit of the last printed digit.
func (f Figure) HalfUnit() Mass { return Mass{t: f.half} }

// Reproduces reports whether a computed amount of tonnes agrees with the
// figure: within half a unit of its last printed digit, or one part in 10^9
// where that is larger, as published totals have often gone through floats.
func (f Figure) Reproduces(tonnes decimal.Decimal) bool {
	if exact.CheckResult(tonnes) != nil { // no figure is that long, and subtracting would not end
		return false
	}
	tolerance := decimal.Max(f.half, f.t.Abs().Shift(-9))
	return tonnes.Sub(f.t).Abs().LessThanOrEqual(tolerance)
}

// Figure is the amount with the digits that it has, as a publication prints it: a sum
// read from "7246.75" kt stands for 7,246.745 to 7,246.755 kt.
func (c CO2e) Figure() Figure {
	text, unit := printed(c.t)
	u := MassUnit{unit}
	return newFigure(text, c.t.Shift(-u.power()), u)
}

// String is the figure as printed, with its unit.
func (f Figure) String() string { return strings.TrimSpace(f.text + " " + f.unit.String()) }
