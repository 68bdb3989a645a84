package target

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Activity is a series of activity data by year, in one unit: population,
// gross domestic product, floor area. It is what a [BaseYearIntensity] goal
// divides emissions by. It is immutable; the zero Activity is refused where one
// is needed.
type Activity struct{ def *activity }

type activity struct {
	name, unit string
	figures    []ActivityFigure // by year
}

// ActivityFigure is the activity of one year, above zero, in the unit of its
// series.
type ActivityFigure struct {
	Year   int
	Amount decimal.Decimal
	Status ghg.Status // projected for years to come
	Source string
}

// NewActivity makes a series of figures, in any order. A name and a unit are
// needed; a year given twice or an amount that is not above zero is refused.
func NewActivity(name, unit string, figures []ActivityFigure) (Activity, error) {
	if name == "" || unit == "" {
		return Activity{}, fmt.Errorf("activity %q in %q: a name and a unit are needed, such as population in persons", name, unit)
	}
	a := &activity{name, unit, slices.Clone(figures)}
	slices.SortStableFunc(a.figures, func(x, y ActivityFigure) int { return x.Year - y.Year })
	for i, f := range a.figures {
		if err := exact.Check(f.Amount); err != nil { // before it is printed
			return Activity{}, fmt.Errorf("%s in %d: %w", name, f.Year, err)
		}
		switch {
		case !isYear(f.Year):
			return Activity{}, fmt.Errorf("%s, year %d: years from 1850 to 2300 are allowed", name, f.Year)
		case i > 0 && a.figures[i-1].Year == f.Year:
			return Activity{}, fmt.Errorf("%s: %d is given twice", name, f.Year)
		case !f.Amount.IsPositive():
			return Activity{}, fmt.Errorf("%s in %d: %s: activity must be above zero", name, f.Year, f.Amount)
		case f.Status > ghg.Projected:
			return Activity{}, fmt.Errorf("%s in %d: a status that exists is needed", name, f.Year)
		}
	}
	return Activity{a}, nil
}

// IsZero reports whether there is no activity.
func (a Activity) IsZero() bool { return a.def == nil }

// Name is what is counted, such as "population".
func (a Activity) Name() string {
	if a.def == nil {
		return ""
	}
	return a.def.name
}

// Unit is the unit of the figures, such as "persons".
func (a Activity) Unit() string {
	if a.def == nil {
		return ""
	}
	return a.def.unit
}

// At is the figure of a year.
func (a Activity) At(year int) (ActivityFigure, bool) {
	if a.def == nil {
		return ActivityFigure{}, false
	}
	i, ok := slices.BinarySearchFunc(a.def.figures, year, func(f ActivityFigure, y int) int { return f.Year - y })
	if !ok {
		return ActivityFigure{}, false
	}
	return a.def.figures[i], true
}

// All yields the figures by year.
func (a Activity) All() iter.Seq[ActivityFigure] {
	if a.def == nil {
		return func(func(ActivityFigure) bool) {}
	}
	return slices.Values(a.def.figures)
}

// NoReferenceError says that a goal needs an amount for a year that what it is
// held against does not have: an activity, or a baseline.
type NoReferenceError struct {
	Name string // of the activity, or "baseline"
	Year int
}

func (e *NoReferenceError) Error() string {
	return fmt.Sprintf("the goal moves with the %s, which has no figure for %d: add it to the series, as projected where it is to come", e.Name, e.Year)
}
