package netzero

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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

// measures are the units of the values, the sentences that hold one in Korean, and what
// is allowed as one.
var measures = map[Measure]struct {
	unit, ko string
	year     bool // the threshold names a year beside its value
	min, max int64
	whole    bool
	above    bool // the least value itself is refused
}{
	LinearRate:    {unit: "of the base a year, linear", ko: "기준배출량의 연 %s(선형)", max: 1, above: true},
	CompoundRate:  {unit: "of the year before, compound", ko: "전년 대비 연 %s(복리)", max: 1, above: true},
	CutByYear:     {unit: "of the base", ko: "기준배출량의 %s", year: true, max: 1, above: true},
	CutPerDecade:  {unit: "every ten years, compound", ko: "10년마다 %s(복리)", max: 1, above: true},
	NetZeroYear:   {unit: "at the latest", ko: "늦어도 %s년", min: ghg.FirstYear, max: ghg.LastYear, whole: true},
	PhaseOutYear:  {unit: "at the latest", ko: "늦어도 %s년", min: ghg.FirstYear, max: ghg.LastYear, whole: true},
	MonthsWithin:  {unit: "months at most", ko: "%s개월 이내", min: 1, max: 1200, whole: true},
	TimesAYear:    {unit: "time in a calendar year at least", ko: "역년마다 %s회 이상", min: 1, max: 1, whole: true},
	ShownByPaper:  {unit: "a document", ko: "증빙문서"},
	ResidualShare: {unit: "of the base at most", ko: "기준배출량의 %s 이하", max: 1},
	Warming:       {unit: "°C at most", ko: "%s℃ 이하", max: 10, above: true},
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

// term is text in both languages.
func (m Measure) term(v decimal.Decimal) words.Term {
	number := v.String()
	if m.isPercent() {
		number = v.Shift(2).String() + "%"
	}
	return words.Term{En: m.text(v), Ko: strings.Replace(measures[m].ko, "%s", number, 1)}
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
