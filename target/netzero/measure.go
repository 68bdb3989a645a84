package netzero

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Measure says what the value of a threshold is, so that a rate of one kind is
// never held against a threshold of another.
type Measure string

// The measures of thresholds.
const (
	LinearRate    Measure = "linear-rate"    // share of the base cut a year, the same amount every year
	CompoundRate  Measure = "compound-rate"  // share of the year before cut a year
	CutByYear     Measure = "cut-by-year"    // share of the base cut by the threshold's year
	CutPerDecade  Measure = "cut-per-decade" // share cut in every ten years, compound
	NetZeroYear   Measure = "net-zero-year"  // the year of net zero at the latest
	PhaseOutYear  Measure = "phase-out-year" // the last year of what is phased out
	MonthsWithin  Measure = "months-within"  // months after joining, at most
	TimesAYear    Measure = "times-a-year"   // times in a calendar year, at least
	ShownByPaper  Measure = "document"       // shown by a document; there is no number
	ResidualShare Measure = "residual-share" // gross emissions as a share of the base, at most
	Warming       Measure = "warming"        // degrees Celsius above pre-industrial levels, at most
)

// measures are the units of the values, and what is allowed as one.
var measures = map[Measure]struct {
	unit     string
	year     bool // the threshold names a year beside its value
	min, max int64
	whole    bool
	above    bool // the least value itself is refused
}{
	LinearRate:    {unit: "of the base a year, linear", max: 1, above: true},
	CompoundRate:  {unit: "of the year before, compound", max: 1, above: true},
	CutByYear:     {unit: "of the base", year: true, max: 1, above: true},
	CutPerDecade:  {unit: "every ten years, compound", max: 1, above: true},
	NetZeroYear:   {unit: "at the latest", min: ghg.FirstYear, max: ghg.LastYear, whole: true},
	PhaseOutYear:  {unit: "at the latest", min: ghg.FirstYear, max: ghg.LastYear, whole: true},
	MonthsWithin:  {unit: "months at most", min: 1, max: 1200, whole: true},
	TimesAYear:    {unit: "time in a calendar year at least", min: 1, max: 1, whole: true},
	ShownByPaper:  {unit: "a document"},
	ResidualShare: {unit: "of the base at most", max: 1},
	Warming:       {unit: "°C at most", max: 10, above: true},
}

// isPercent reports whether values of the measure read best as percentages.
func (m Measure) isPercent() bool {
	return slices.Contains([]Measure{LinearRate, CompoundRate, CutByYear, CutPerDecade, ResidualShare}, m)
}

// text is a value of the measure with its unit.
func (m Measure) text(v decimal.Decimal) string {
	unit := measures[m].unit
	switch {
	case m == ShownByPaper:
		return unit
	case m.isPercent():
		return v.Shift(2).String() + "% " + unit
	}
	return v.String() + " " + unit
}

// allows says what is wrong with a value of the measure, or "".
func (m Measure) allows(v decimal.Decimal) string {
	r := measures[m]
	least, most := decimal.New(r.min, 0), decimal.New(r.max, 0)
	switch {
	case m == ShownByPaper:
		if !v.IsZero() {
			return "a threshold that a document meets has no number"
		}
	case r.whole && !v.IsInteger():
		return "a whole number is needed"
	case v.LessThan(least) || v.GreaterThan(most) || r.above && v.Equal(least):
		from := "from"
		if r.above {
			from = "above"
		}
		return fmt.Sprintf("a value %s %d to %d is needed; a share is a fraction, as 0.042 for 4.2%%", from, r.min, r.max)
	}
	return ""
}
