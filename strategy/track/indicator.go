package track

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// IndicatorLevel says how far an indicator is from daily work. The zero
// IndicatorLevel is unstated.
type IndicatorLevel uint8

// The levels of an indicator.
const (
	LevelUnstated IndicatorLevel = iota
	Strategic                    // what the plan is for: emissions of transport
	Tactical                     // what leads there: share of electric cars
	Operational                  // what is done: chargers built
)

var indicatorLevels = []string{"unstated", "strategic", "tactical", "operational"}

// String is the level in small letters.
func (l IndicatorLevel) String() string { return word("level", indicatorLevels, uint8(l)) }

// Valid reports whether the level is one of those above.
func (l IndicatorLevel) Valid() bool { return int(l) < len(indicatorLevels) }

// IndicatorDefinition is what [NewIndicator] makes an indicator of.
type IndicatorDefinition struct {
	ID           string
	Name, NameKo string
	Unit         string // "chargers", "%", "km"; "1" where it has none
	Level        IndicatorLevel
	StartYear    int
	Start        decimal.Decimal         // the value in the start year
	Goals        map[int]decimal.Decimal // by year, after the start
	Values       map[int]decimal.Decimal // observed, by year; those up to the start year are kept, and not used
	Source       string                  // of the values
}

// Indicator is something that is counted year by year against goals. It is
// immutable. The zero Indicator has no goals, and every question to it is
// undefined.
type Indicator struct{ def *indicator }

type indicator struct {
	IndicatorDefinition
	goals, values []point // by year
}

// point is a value in a year.
type point struct {
	year  int
	value decimal.Decimal
}

// NewIndicator checks a definition and makes an indicator of it: ID, name,
// unit and source are needed, and at least one goal. Years lie from 1850 to
// 2300, goals after the start year.
func NewIndicator(d IndicatorDefinition) (Indicator, error) {
	fail := func(format string, a ...any) (Indicator, error) {
		return Indicator{}, fmt.Errorf("indicator %.60q: "+format, append([]any{d.ID}, a...)...)
	}
	if d.ID == "" || len(d.ID) > ghg.MaxName || d.Name == "" || d.Unit == "" || d.Source == "" {
		return fail("an ID of at most %d bytes, a name, a unit and a source are needed", ghg.MaxName)
	}
	if !d.Level.Valid() {
		return fail("%s: allowed are unstated, strategic, tactical and operational", d.Level)
	}
	if ghg.CalendarYear(d.StartYear).IsZero() {
		return fail("start in %d: years from 1850 to 2300 are allowed", d.StartYear)
	}
	if err := exact.Check(d.Start); err != nil {
		return fail("start: %w", err)
	}
	if len(d.Goals) == 0 {
		return fail("at least one goal is needed")
	}
	x := &indicator{d, sorted(d.Goals), sorted(d.Values)}
	x.Goals, x.Values = nil, nil // the caller's
	for _, p := range slices.Concat(x.goals, x.values) {
		if ghg.CalendarYear(p.year).IsZero() {
			return fail("a value in %d: years from 1850 to 2300 are allowed", p.year)
		}
		if err := exact.Check(p.value); err != nil {
			return fail("%d: %w", p.year, err)
		}
	}
	if first := x.goals[0].year; first <= d.StartYear {
		return fail("a goal for %d: goals lie after the start year, %d", first, d.StartYear)
	}
	if v, ok := at(x.values, d.StartYear); ok && !v.Equal(d.Start) {
		return fail("in %d the start is %s, and the value observed %s: give one of them", d.StartYear, d.Start, v)
	}
	return Indicator{x}, nil
}

func sorted(m map[int]decimal.Decimal) []point {
	out := make([]point, 0, len(m))
	for year, v := range m {
		out = append(out, point{year, v})
	}
	slices.SortFunc(out, func(a, b point) int { return a.year - b.year })
	return out
}

func at(points []point, year int) (decimal.Decimal, bool) {
	for _, p := range points {
		if p.year == year {
			return p.value, true
		}
	}
	return decimal.Decimal{}, false
}

// ID names the indicator.
func (i Indicator) ID() string { return i.definition().ID }

// Name is the indicator's name.
func (i Indicator) Name() string { return i.definition().Name }

// NameKo is the indicator's name in Korean, or "".
func (i Indicator) NameKo() string { return i.definition().NameKo }

// Unit is the unit of all values.
func (i Indicator) Unit() string { return i.definition().Unit }

// Level is how far it is from daily work.
func (i Indicator) Level() IndicatorLevel { return i.definition().Level }

// Source is the document of the values.
func (i Indicator) Source() string { return i.definition().Source }

// IsZero reports whether there is no indicator.
func (i Indicator) IsZero() bool { return i.def == nil }

// Start is the year and value that completion begins at.
func (i Indicator) Start() (int, decimal.Decimal) {
	d := i.definition()
	return d.StartYear, d.Start
}

// Goal is the goal for a year, where one is set.
func (i Indicator) Goal(year int) (decimal.Decimal, bool) { return at(i.definition().goals, year) }

// Latest is the last value observed after the start and up to a year.
func (i Indicator) Latest(upTo int) (year int, value decimal.Decimal, ok bool) {
	d := i.definition()
	for _, p := range d.values {
		if p.year > d.StartYear && p.year <= upTo {
			year, value, ok = p.year, p.value, true
		}
	}
	return year, value, ok
}

// definition is the indicator's, or an empty one for the zero Indicator.
func (i Indicator) definition() indicator {
	if i.def == nil {
		return indicator{}
	}
	return *i.def
}

// String is the indicator as one line.
func (i Indicator) String() string {
	if i.IsZero() {
		return "no indicator"
	}
	return fmt.Sprintf("%.60s (%.60s)", i.Name(), i.Unit())
}
