package credit

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// input is one thing that was given, and the faults that are found in it.
type input struct {
	of     string // `sale "2023-06"`
	faults *ghg.Faults
}

func newInput(of string) input { return input{of, &ghg.Faults{}} }

// about is a part of what was given, with the same faults.
func (in input) about(of string) input { return input{of, in.faults} }

func (in input) refuse(field string, value any, allowed string) {
	in.faults.Refuse(in.of, field, fmt.Sprint(value), allowed)
}

// text refuses a name that is empty or long.
func (in input) text(field, s string) {
	if s == "" || len(s) > maxText {
		in.refuse(field, s, fmt.Sprintf("a text of 1 to %d bytes is needed", maxText))
	}
}

// place cleans the name of a place.
func (in input) place(p *ghg.PlaceID) {
	if *p == "" {
		in.text("place", "")
		return
	}
	in.faults.CleanPlace(in.of, "place", p)
}

// Decimal places of what enters an account, trailing zeros counted. What is
// computed of them fits the bounds of [ghg.NewCO2e].
const (
	verifiedPlaces = 6  // of a tonne verified
	sharePlaces    = 8  // of a share, as a fraction
	exactPlaces    = 22 // of a tonne claimed: as fine as own tonnes less levy
)

// fraction refuses a share that nobody gave, outside 0 to 100 %, or finer than
// a millionth of a percent.
func (in input) fraction(field string, s ghg.Share) {
	switch f := s.Fraction(); {
	case s.IsUnset():
		in.refuse(field, "", "state a share from 0% to 100%; 0% where there is none")
	case exact.Check(f) != nil:
		in.refuse(field, "out of bounds", "a share from 0% to 100% is needed")
	case f.Sign() < 0 || f.GreaterThan(decimal.New(1, 0)):
		in.refuse(field, s, "a share from 0% to 100% is needed")
	case f.Exponent() < -sharePlaces:
		in.refuse(field, s, "a share in whole millionths of a percent is needed")
	}
}

// amount refuses an amount below zero, with more decimal places of a tonne, or
// on another metric.
func (in input) amount(field string, c ghg.CO2e, m ghg.Metric, places int32) {
	switch a, b := m.ID(), c.Metric().ID(); {
	case exact.Check(c.Tonnes()) != nil:
		in.refuse(field, "out of bounds", "a shorter number is needed")
	case a != b:
		in.refuse(field, c, fmt.Sprintf("an amount on the metric %s is needed", a))
	case c.Sign() < 0 || c.Tonnes().GreaterThan(decimal.New(maxUnits, 0)):
		in.refuse(field, c, fmt.Sprintf("0 to %d t are allowed", int64(maxUnits)))
	case c.Tonnes().Exponent() < -places:
		in.refuse(field, c, fmt.Sprintf("at most %d decimal places of a tonne are allowed", places))
	}
}

// day refuses a day that does not exist or lies before another.
func (in input) day(on, earliest ghg.Date, what string) {
	switch {
	case !on.Valid():
		in.refuse("day", on, "a day from 1850 to 2300 is needed")
	case on.Before(earliest):
		in.refuse("day", on, fmt.Sprintf("not before %s, %s", what, earliest))
	}
}

// units refuses a number of units that is not above zero, or absurd.
func (in input) units(field string, n int64) {
	if n <= 0 || n > maxUnits {
		in.refuse(field, n, fmt.Sprintf("1 to %d are allowed", int64(maxUnits)))
	}
}

// metric refuses a missing metric.
func (in input) metric(m ghg.Metric) {
	if m.IsZero() {
		in.refuse("metric", "", ghg.ErrNoMetric.Error())
	}
}
