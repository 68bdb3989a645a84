package drivers

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// maxText is the length in bytes of a station or source.
const maxText = 1000

// WeatherDependence says which need follows the weather.
type WeatherDependence uint8

// The needs that degree days measure. The zero WeatherDependence is refused.
const (
	Heating WeatherDependence = iota + 1
	Cooling
)

// String is "heating" or "cooling".
func (w WeatherDependence) String() string {
	if w == Heating || w == Cooling {
		return needs[w].En
	}
	return fmt.Sprintf("unknown (%d)", uint8(w))
}

// Korean is the need in Korean.
func (w WeatherDependence) Korean() string {
	if w == Heating || w == Cooling {
		return needs[w].Ko
	}
	return fmt.Sprintf("알 수 없음(%d)", uint8(w))
}

var needs = [...]words.Term{Heating: {En: "heating", Ko: "난방"}, Cooling: {En: "cooling", Ko: "냉방"}}

// MarshalText writes what String prints.
func (w WeatherDependence) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// DegreeDaysDefinition is what [NewDegreeDays] makes a series of degree days
// of. All of it is required.
type DegreeDaysDefinition struct {
	Dependence WeatherDependence
	// Base is the temperature in °C below which a day counts for heating, or
	// above which it counts for cooling: above 0 and at most 40.
	Base decimal.Decimal
	// Rule says how the degrees of a day are counted: "Base less the daily mean,
	// where that is below Base". Definitions differ, and ratios with them.
	Rule string
	// Normal is the mean of NormalPeriod, such as "1991-2020", under the same
	// rule.
	Normal       decimal.Decimal
	NormalPeriod string
	// Actual are the degree days by year, in °C days. Each is above 0.
	Actual ghg.Years[decimal.Decimal]
	Source string // station or area, and who publishes them
}

// DegreeDays are the degree days of a place by year, with the normal ones. It
// is immutable; the zero DegreeDays is refused where they are needed.
type DegreeDays struct{ def *DegreeDaysDefinition }

// maxDegreeDays is more than a year can have: 366 days of 80 degrees.
const maxDegreeDays = 30_000

// NewDegreeDays checks a definition and makes degree days of it. What does not
// stand is a [ghg.Fault], and all of it is reported. Degree days of 0 are refused:
// emissions of a year without need cannot be taken to a normal one.
func NewDegreeDays(d DegreeDaysDefinition) (DegreeDays, error) {
	var faults ghg.Faults
	refuse := func(field, value, detail string) { faults.Refuse("degree days", field, value, detail) }
	if d.Dependence != Heating && d.Dependence != Cooling {
		refuse("dependence", d.Dependence.String(), "say drivers.Heating or drivers.Cooling")
	}
	for _, t := range []struct{ field, text, need string }{
		{"rule", d.Rule, "say how the degrees of a day are counted"},
		{"normal period", d.NormalPeriod, "say which years the normal is the mean of"},
		{"source", d.Source, "say who publishes them, and for which station or area"},
	} {
		if strings.TrimSpace(t.text) == "" || len(t.text) > maxText {
			refuse(t.field, t.text, fmt.Sprintf("%s, in at most %d bytes", t.need, maxText))
		}
	}
	if !isBetween(d.Base, 40) {
		refuse("base", exact.Text(d.Base), "a temperature above 0 and at most 40 °C is needed")
	}
	if !isBetween(d.Normal, maxDegreeDays) {
		refuse("normal", exact.Text(d.Normal), fmt.Sprintf("degree days above 0 and at most %d are needed", maxDegreeDays))
	}
	if d.Actual.Len() == 0 {
		refuse("actual", "", "degree days of at least one year are needed")
	}
	for y := range d.Actual.All() {
		if !isBetween(y.Value, maxDegreeDays) {
			refuse(fmt.Sprintf("actual of %d", y.Year), exact.Text(y.Value),
				fmt.Sprintf("degree days above 0 and at most %d are needed; leave out a year that has none", maxDegreeDays))
		}
	}
	if err := faults.Err(); err != nil {
		return DegreeDays{}, err
	}
	return DegreeDays{&d}, nil
}

// isBetween reports whether a number is one to compute with, above 0 and at
// most so much.
func isBetween(d decimal.Decimal, most int64) bool {
	return exact.Check(d) == nil && d.IsPositive() && d.LessThanOrEqual(decimal.NewFromInt(most))
}

// IsZero reports whether there are no degree days.
func (d DegreeDays) IsZero() bool { return d.def == nil }

// dependence says which need they measure.
func (d DegreeDays) dependence() WeatherDependence {
	if d.def == nil {
		return 0
	}
	return d.def.Dependence
}

// Normal is the degree days of a normal year.
func (d DegreeDays) Normal() decimal.Decimal {
	if d.def == nil {
		return decimal.Decimal{}
	}
	return d.def.Normal
}

// At is the degree days of a year. A year without is not a normal one.
func (d DegreeDays) At(year int) (decimal.Decimal, bool) {
	if d.def == nil {
		return decimal.Decimal{}, false
	}
	y, ok := d.def.Actual.At(year)
	return y.Value, ok
}

// need is the degree days of a year, or a [*ghg.NoFigureError].
func (d DegreeDays) need(year int) (decimal.Decimal, error) {
	y, err := d.def.Actual.Need(year)
	if none := (*ghg.NoFigureError)(nil); errors.As(err, &none) {
		none.Of = d.dependence().String() + " degree days"
	}
	return y.Value, err
}

// String names the degree days: "heating degree days, base 18 °C, normal 2500
// (1991-2020), source".
func (d DegreeDays) String() string {
	if d.def == nil {
		return "no degree days"
	}
	return fmt.Sprintf("%s degree days, base %s °C, normal %s (%s), %s", d.def.Dependence, d.def.Base, d.def.Normal,
		words.OneLine(d.def.NormalPeriod), words.OneLine(d.def.Source))
}
