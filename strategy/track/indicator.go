package track

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
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

var (
	indicatorLevels   = []string{"unstated", "strategic", "tactical", "operational"}
	indicatorLevelsKo = []string{"미기재", "전략", "전술", "운영"}
)

// String is the level in small letters.
func (l IndicatorLevel) String() string { return word("level", indicatorLevels, uint8(l)) }

// MarshalText writes what String says.
func (l IndicatorLevel) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Korean is the level in Korean; "" of none.
func (l IndicatorLevel) Korean() string { return wordKo(indicatorLevelsKo, uint8(l)) }

// valid reports whether the level is one of those above.
func (l IndicatorLevel) valid() bool { return int(l) < len(indicatorLevels) }

// IndicatorDefinition is what [NewIndicator] makes an indicator of. Goals and values
// are maps, as a constructor's input: it makes series of them.
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
	goals, values ghg.Years[decimal.Decimal]
}

// NewIndicator checks a definition and makes an indicator of it: ID, name,
// unit and source are needed, and at least one goal. Years lie from 1850 to
// 2300, goals after the start year. What does not stand is refused, all at once.
func NewIndicator(d IndicatorDefinition) (Indicator, error) {
	of := "indicator " + words.Quote(d.ID)
	var faults ghg.Faults
	for _, x := range []struct{ field, value string }{{"id", d.ID}, {"name", d.Name}, {"unit", d.Unit}} {
		if x.value == "" || len(x.value) > ghg.MaxName {
			faults.Refuse(of, x.field, x.value, fmt.Sprintf("one of at most %d bytes is needed", ghg.MaxName))
		}
	}
	if d.Source == "" {
		faults.Refuse(of, "source", "", "the document of the values is needed")
	}
	if !d.Level.valid() {
		faults.Refuse(of, "level", d.Level.String(), "unstated, strategic, tactical and operational are allowed")
	}
	faults.RefuseYear(of, "start year", d.StartYear)
	if err := exact.Check(d.Start); err != nil {
		faults.Refuse(of, "start", "", err.Error())
	}
	if len(d.Goals) == 0 {
		faults.Refuse(of, "goals", "", "at least one is needed")
	}
	x := &indicator{d, series(&faults, of, "goal", d.Goals), series(&faults, of, "value", d.Values)}
	x.Goals, x.Values = nil, nil // the caller's
	if first, ok := x.goals.First(); ok && first.Year <= d.StartYear {
		faults.Refuse(of, "goal", strconv.Itoa(first.Year), fmt.Sprintf("goals lie after the start year, %d", d.StartYear))
	}
	if v, ok := x.values.At(d.StartYear); ok && exact.Check(d.Start) == nil && exact.Check(v.Value) == nil && !v.Value.Equal(d.Start) {
		faults.Refuse(of, "start", d.Start.String(), fmt.Sprintf("the value observed in %d is %s: give one of them", d.StartYear, v.Value))
	}
	if err := faults.Err(); err != nil {
		return Indicator{}, err
	}
	return Indicator{x}, nil
}

// series are values by year, with a fault for each that does not stand.
func series(faults *ghg.Faults, of, what string, values map[int]decimal.Decimal) ghg.Years[decimal.Decimal] {
	var years []ghg.OfYear[decimal.Decimal]
	for _, y := range slices.Sorted(maps.Keys(values)) {
		if faults.RefuseYear(of, what, y) {
			continue
		}
		if err := exact.Check(values[y]); err != nil {
			faults.Refuse(fmt.Sprintf("%s in %d", of, y), what, "", err.Error())
		}
		years = append(years, ghg.OfYear[decimal.Decimal]{Year: y, Value: values[y]})
	}
	s, _ := ghg.NewYears(what, "", nil, years...) // their years stand
	return s
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
func (i Indicator) Goal(year int) (decimal.Decimal, bool) {
	goal, ok := i.definition().goals.At(year)
	return goal.Value, ok
}

// Latest is the last value observed after the start and up to a year.
func (i Indicator) Latest(upTo int) (year int, value decimal.Decimal, ok bool) {
	d := i.definition()
	for v := range d.values.All() {
		if v.Year > d.StartYear && v.Year <= upTo {
			year, value, ok = v.Year, v.Value, true
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
	return fmt.Sprintf("%s (%s)", words.Clip(i.Name(), 60), words.Clip(i.Unit(), 60))
}
