package trend

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// Filling is how the years are filled that the statistics lag behind. It is a
// choice that changes figures, so it is always an argument; the zero Filling
// is refused.
type Filling struct {
	kind   fillingKind
	line   Line
	series ghg.Yearly
}

type fillingKind uint8

const (
	noFilling fillingKind = iota
	none
	hold
	along
	external
)

// NoFilling leaves the years empty, and Hold repeats the last figure.
var (
	NoFilling = Filling{kind: none}
	Hold      = Filling{kind: hold}
)

// Along takes the value of a line.
func Along(l Line) Filling { return Filling{kind: along, line: l} }

// External takes the figures of another series of the same place, view and
// metric, such as an early estimate of a statistical office.
func External(series ghg.Yearly) Filling { return Filling{kind: external, series: series} }

// String names the filling.
func (f Filling) String() string {
	switch f.kind {
	case none:
		return "no filling"
	case hold:
		return "the last figure held"
	case along:
		return "trend, " + f.line.Source()
	case external:
		return "external series"
	}
	return "no filling chosen"
}

// MarshalText writes what String says.
func (f Filling) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

var errNoFilling = errors.New("no filling given: name one, such as trend.Hold or trend.NoFilling")

// The codes of findings on nowcasts.
const (
	// FindingClipped: the filling went below zero and was cut off there.
	FindingClipped = "nowcast-clipped"
	// FindingLongLag: more years are filled than statistics usually lag behind.
	FindingLongLag = "long-lag"
	// FindingNotFilled: an external series has no figure for a year.
	FindingNotFilled = "nowcast-missing"
)

// usualLag is how many years inventories usually lag behind, at most.
const usualLag = 3

// Nowcast is the series with the years filled that come after its last known
// figure (actual, provisional or estimated), through a year. What it adds has
// the status [ghg.Nowcast], and the source says how. It is not rounded for print:
// a figure held, or of an external series, is taken exactly; the value of a line,
// a float64, is taken as the shortest decimal that stands for it and rounded to
// [target.PathwayPlaces] decimal places of a tonne, half away from zero. Figures
// that the series has, a nowcast or projection among them, are never changed, and
// gaps between figures never filled.
//
// A value below zero is cut off at zero, with a finding [FindingClipped], unless
// the last known figure is itself below zero, as a net total may be. A filling of
// another place, view or metric is a [*ghg.MismatchError], a year out of range a
// [*ghg.YearError].
func Nowcast(series ghg.Yearly, through int, how Filling) (ghg.Yearly, ghg.Findings, error) {
	var findings ghg.Findings
	fail := func(err error) (ghg.Yearly, ghg.Findings, error) { return ghg.Yearly{}, ghg.Findings{}, err }
	if how.kind == noFilling {
		return fail(errNoFilling)
	}
	if err := ghg.CheckYear("nowcast", through); err != nil {
		return fail(err)
	}
	if err := how.meets(series); err != nil {
		return fail(err)
	}
	figures := slices.Collect(series.All())
	last, ok := lastKnown(figures)
	if !ok {
		return fail(fmt.Errorf("%s has no known figure to fill on from: an actual, provisional or estimated one is needed",
			words.Quote(string(series.Place()))))
	}
	filled := 0
	for year := last.Year + 1; year <= through && how.kind != none; year++ {
		if _, has := series.At(year); has {
			continue
		}
		f, found, err := how.figure(year, last)
		if err != nil {
			return fail(fmt.Errorf("%d: %w", year, err))
		}
		if !found {
			findings.Add(ghg.Finding{Code: FindingNotFilled, Severity: ghg.Warning, Of: strconv.Itoa(year),
				Detail: "the external series has no figure, and the year stays empty"})
			continue
		}
		if value := f.CO2e.Tonnes(); value.IsNegative() && last.CO2e.Sign() >= 0 {
			findings.Add(ghg.Finding{Code: FindingClipped, Severity: ghg.Warning, Of: strconv.Itoa(year), Stated: value.String(), Found: "0",
				Detail: fmt.Sprintf("the filling comes to %s t and is cut off at 0: it does not hold that far", value)})
			if f.CO2e, err = ghg.CO2eOf(ghg.Mass{}, series.Metric()); err != nil {
				return fail(fmt.Errorf("%d: %w", year, err))
			}
		}
		figures = append(figures, f)
		filled++
	}
	if filled > usualLag {
		findings.Add(ghg.Finding{Code: FindingLongLag, Severity: ghg.Warning, Of: strconv.Itoa(through), Found: fmt.Sprint(filled),
			Detail: fmt.Sprintf("%d years after %d are filled: inventories lag %d years at most, and what lies further ahead is a projection",
				filled, last.Year, usualLag)})
	}
	out, err := ghg.NewYearly(series.Place(), series.View(), series.Metric(), figures)
	if err != nil {
		return fail(err)
	}
	return out, findings, nil
}

// lastKnown is the last figure that is neither a nowcast nor a projection.
func lastKnown(figures []ghg.YearFigure) (ghg.YearFigure, bool) {
	for _, f := range slices.Backward(figures) {
		if f.Status <= ghg.Estimated {
			return f, true
		}
	}
	return ghg.YearFigure{}, false
}

// figure is what the filling gives for a year.
func (f Filling) figure(year int, last ghg.YearFigure) (ghg.YearFigure, bool, error) {
	out := ghg.YearFigure{Year: year, Status: ghg.Nowcast, Vintage: ghg.FirstVintage, Source: "nowcast: " + f.String()}
	if begin := last.Period.Start(); begin.Day == 1 { // a series of fiscal years goes on as one
		out.Period = ghg.FiscalYear(year, begin.Month)
	}
	switch f.kind {
	case hold:
		out.CO2e = last.CO2e
		out.Source = fmt.Sprintf("nowcast: figure of %d held", last.Year)
	case along:
		v := f.line.At(float64(year))
		if math.Abs(v) >= largest.InexactFloat64() {
			return out, false, fmt.Errorf("the line comes to %s t, out of bounds", figure(v))
		}
		var err error
		out.CO2e, err = ghg.NewCO2e(exact.Round(decimal.NewFromFloat(v), target.PathwayPlaces), ghg.Tonne, f.line.Metric())
		return out, err == nil, err
	case external:
		theirs, ok := f.series.At(year)
		if !ok {
			return out, false, nil
		}
		out.CO2e, out.Period = theirs.CO2e, theirs.Period
		if theirs.Source != "" {
			out.Source += ", " + theirs.Source
		}
	}
	return out, true, nil
}

// meets refuses a filling that is not of the series.
func (f Filling) meets(s ghg.Yearly) error {
	other := s.Basis()
	switch f.kind {
	case along:
		if f.line.IsZero() {
			return errNoLine
		}
		if points := f.line.def.points; !points.IsZero() { // of a published line, its source alone says what it is of
			other = points.Series().Basis()
		}
		other.Metric = f.line.Metric()
	case external:
		other = f.series.Basis()
	}
	return s.Basis().Meets("the series", other, "the filling")
}
