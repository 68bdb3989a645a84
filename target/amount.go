package target

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Amount is a signed amount of CO2e, or none and the reason why: what a goal
// does not define is never 0. The zero Amount is undefined.
type Amount struct {
	co2e ghg.CO2e
	ok   bool
	why  string
}

// Value is the amount, and whether there is one.
func (a Amount) Value() (ghg.CO2e, bool) { return a.co2e, a.ok }

// Undefined is the reason why there is no amount, or "".
func (a Amount) Undefined() string {
	if !a.ok && a.why == "" {
		return "not computed"
	}
	return a.why
}

// String is "184500 tCO2e (AR5)", or "undefined: " and the reason.
func (a Amount) String() string {
	if !a.ok {
		return "undefined: " + a.Undefined()
	}
	return a.co2e.String()
}

// Format is the amount in a unit with a fixed number of decimal places, rounded
// half away from zero, or what String gives where there is none.
func (a Amount) Format(u ghg.MassUnit, places int32) string {
	if !a.ok {
		return a.String()
	}
	return a.co2e.Format(u, places)
}

// PerYear is a signed amount of CO2e a year, or none and the reason why. The
// zero PerYear is undefined.
type PerYear struct{ a Amount }

// Value is the amount a year, and whether there is one.
func (y PerYear) Value() (ghg.CO2e, bool) { return y.a.Value() }

// Undefined is the reason why there is no amount, or "".
func (y PerYear) Undefined() string { return y.a.Undefined() }

// String is "376687.5 tCO2e (AR5) a year", or "undefined: " and the reason.
func (y PerYear) String() string {
	if !y.a.ok {
		return y.a.String()
	}
	return y.a.String() + " a year"
}

// perYear spreads an amount over a number of years, or is undefined for the
// reason given where there are none.
func perYear(amount ghg.CO2e, n int, why string) (PerYear, error) {
	if n <= 0 {
		return PerYear{Amount{why: why}}, nil
	}
	c, err := rounded(amount.Tonnes(), years(n), amount.Metric())
	return PerYear{Amount{co2e: c, ok: err == nil}}, err
}

// rounded is a quotient of tonnes, rounded once to [PathwayPlaces].
func rounded(num, den decimal.Decimal, m ghg.Metric) (ghg.CO2e, error) {
	v, err := exact.Quotient(num, den, PathwayPlaces)
	if err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.NewCO2e(v, ghg.Tonne, m)
}
