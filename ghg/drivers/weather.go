package drivers

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// WeatherAdjusted is a series of totals beside what they would have been in
// years of normal weather. It shows both.
//
// An adjusted amount is a means of seeing a trend and never an achievement, and
// this is a matter of types: a WeatherAdjusted is no [ghg.Yearly], so no target
// takes it, and the series that [WeatherAdjusted.ForTrend] gives has a view of
// its own, which every target in the view of the totals refuses, and figures of
// status [ghg.Estimated], which achieve nothing. It is immutable; the zero
// WeatherAdjusted is empty.
type WeatherAdjusted struct {
	def *adjusted
}

type adjusted struct {
	Weather
	total ghg.Yearly
	years []WeatherYear
	trend ghg.Yearly
}

// Weather is what [AdjustForWeather] adjusts by.
type Weather struct {
	// Part is the series of the emissions that heat or cool, within the total:
	// those of fuels and power for buildings, for one.
	Part ghg.Yearly
	// Dependent is the share of the part that follows the weather; the rest,
	// such as hot water and cooking, does not. 100% has to be said.
	Dependent  ghg.Share
	DegreeDays DegreeDays
}

// WeatherYear is one year with and without its weather.
type WeatherYear struct {
	Unadjusted ghg.YearFigure  `json:"unadjusted"` // the total as reported
	Part       ghg.CO2e        `json:"part"`       // what of it heats or cools
	PartStatus ghg.Status      `json:"partStatus"` // how final the part is
	DegreeDays decimal.Decimal `json:"degreeDays"` // of the year
	Adjustment ghg.CO2e        `json:"adjustment"` // what normal weather would have added
	Adjusted   ghg.CO2e        `json:"adjusted"`   // the total with it
}

var errNoWeather = errors.New("no adjusted series: make one with drivers.AdjustForWeather")

// AdjustForWeather divides the emissions that follow the weather by the ratio of
// the year's degree days to the normal ones:
//
//	adjusted   = total - d × part + d × part / (actual/normal)
//	adjustment = d × part × (normal - actual) / actual
//
// with d the dependent share. The adjustment is multiplied before divided and
// rounded once, to [ghg.RecomputePlaces] decimal places of a tonne, half away from
// zero; the adjusted total is the exact sum. A cold year is adjusted down, a mild
// one up.
//
// Every year of the total needs a figure of the part and degree days, or the
// call fails with a [*ghg.NoFigureError]. A part of another place, scheme edition
// or metric is a [*ghg.MismatchError]; degree days or a share that are not given are
// each a [ghg.Fault]. A part below zero is refused. It may be larger than its total
// where that is net of sinks.
func AdjustForWeather(total ghg.Yearly, w Weather) (WeatherAdjusted, error) {
	if err := w.check(total); err != nil {
		return WeatherAdjusted{}, err
	}
	a := &adjusted{Weather: w, total: total}
	for f := range total.All() {
		year, err := w.adjust(f)
		if err != nil {
			return WeatherAdjusted{}, fmt.Errorf("weather adjustment: %w", err)
		}
		a.years = append(a.years, year)
	}
	var err error
	if a.trend, err = a.series(); err != nil {
		return WeatherAdjusted{}, fmt.Errorf("weather adjustment: the adjusted series: %w", err)
	}
	return WeatherAdjusted{a}, nil
}

func (w Weather) check(total ghg.Yearly) error {
	var faults ghg.Faults
	refuse := func(field, value, detail string) { faults.Refuse("weather adjustment", field, value, detail) }
	if total.Len() == 0 {
		refuse("total", "", "it has no year")
	}
	if w.DegreeDays.IsZero() {
		refuse("degree days", "", "make them with drivers.NewDegreeDays")
	}
	switch f := w.Dependent.Fraction(); {
	case w.Dependent.IsUnset():
		refuse("dependent", "", "state the share of the part that follows the weather, such as ghg.MustShare(\"80%\"); 100% has to be said")
	case f.IsNegative() || f.GreaterThan(decimal.New(1, 0)):
		refuse("dependent", w.Dependent.String(), "0% to 100% are allowed")
	}
	if err := faults.Err(); err != nil {
		return err
	}
	part := w.Part.Basis()
	if part.Edition() == total.Edition() {
		part.View = total.View() // a part is another selection
	}
	if err := total.Basis().Meets("the total", part, "its part"); err != nil {
		return fmt.Errorf("weather adjustment: %w", err)
	}
	return nil
}

// adjust is one year of the series.
func (w Weather) adjust(f ghg.YearFigure) (WeatherYear, error) {
	part, ok := w.Part.At(f.Year)
	if !ok {
		return WeatherYear{}, &ghg.NoFigureError{Of: "the " + w.DegreeDays.dependence().String() + " part", Year: f.Year}
	}
	if part.CO2e.Sign() < 0 {
		return WeatherYear{}, ghg.Refusal(strconv.Itoa(f.Year), w.DegreeDays.dependence().String()+" part", part.CO2e.String(),
			"emissions that follow the weather are not below 0")
	}
	actual, err := w.DegreeDays.need(f.Year)
	if err != nil {
		return WeatherYear{}, err
	}
	d, err := part.CO2e.Scale(w.Dependent.Fraction())
	if err == nil {
		d, err = d.Scale(w.DegreeDays.Normal().Sub(actual))
	}
	if err == nil {
		d, err = d.Quotient(actual, ghg.RecomputePlaces)
	}
	if err != nil {
		return WeatherYear{}, fmt.Errorf("%d: %w", f.Year, err)
	}
	sum, err := f.CO2e.Add(d)
	return WeatherYear{Unadjusted: f, Part: part.CO2e, PartStatus: part.Status,
		DegreeDays: actual, Adjustment: d, Adjusted: sum}, err
}

// series makes the series for trends. What it was adjusted by is in the view, as
// far as its text holds it: the share and the view of the part, base and normal.
// The rule, the station and the single years are not.
func (a *adjusted) series() (ghg.Yearly, error) {
	dd, total := a.DegreeDays, a.total
	view, err := ghg.DeclaredView(fmt.Sprintf("%s, %s adjusted to normal weather", total.View().Name(), dd.dependence()),
		fmt.Sprintf("%s of %s by base %s °C, normal %s (%s)", a.Dependent, a.Part.View().Name(), dd.def.Base, dd.def.Normal,
			words.OneLine(dd.def.NormalPeriod)))
	if err != nil {
		return ghg.Yearly{}, err
	}
	if e := total.Edition(); e != "" {
		if view, err = view.WithEdition(e); err != nil {
			return ghg.Yearly{}, err
		}
	}
	figures := make([]ghg.YearFigure, len(a.years))
	for i, y := range a.years {
		f := y.Unadjusted
		f.CO2e, f.Status, f.Source = y.Adjusted, max(f.Status, y.PartStatus, ghg.Estimated), "adjusted by "+dd.String()
		figures[i] = f
	}
	return ghg.NewYearly(total.Place(), view, total.Metric(), figures)
}

// IsZero reports whether there is no adjusted series.
func (a WeatherAdjusted) IsZero() bool { return a.def == nil }

// Weather is what the series was adjusted by.
func (a WeatherAdjusted) Weather() Weather {
	if a.def == nil {
		return Weather{}
	}
	return a.def.Weather
}

// All yields the years, the first one first.
func (a WeatherAdjusted) All() iter.Seq[WeatherYear] {
	return func(yield func(WeatherYear) bool) {
		if a.def == nil {
			return
		}
		for _, y := range a.def.years {
			y.Unadjusted.Coverage.Gaps = slices.Clone(y.Unadjusted.Coverage.Gaps)
			if !yield(y) {
				return
			}
		}
	}
}

// ForTrend is the adjusted totals as a series, for a trend and nothing else: it
// has a declared view of its own and its figures are at best
// [ghg.Estimated], and no more final than the total and its part, so that a target
// refuses it and nothing is achieved by it.
func (a WeatherAdjusted) ForTrend() ghg.Yearly {
	if a.def == nil {
		return ghg.Yearly{}
	}
	return a.def.trend
}

// Ratio is actual/normal degree days of the year: above 1 in a year with more need
// than normal. It is undefined where there are none.
func (a WeatherAdjusted) Ratio(year int) ghg.Ratio {
	if a.def == nil {
		return ghg.Undefined(errNoWeather.Error())
	}
	actual, err := a.def.DegreeDays.need(year)
	if err != nil {
		return ghg.Undefined(err.Error())
	}
	return ghg.Quotient(actual, a.def.DegreeDays.Normal(), "") // it is above zero
}
