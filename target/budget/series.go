package budget

import (
	"fmt"
	"iter"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// YearError says that a year lies outside those that a call answers for.
type YearError struct {
	Budget      string
	What        string // what the year was given for
	Year        int
	First, Last int // allowed
}

func (e *YearError) Error() string {
	return fmt.Sprintf("budget %q, %s in %d: years from %d to %d are allowed", e.Budget, e.What, e.Year, e.First, e.Last)
}

// MismatchError says that a series cannot be held against a budget. It wraps a
// [*ghg.MetricMismatchError] where the metrics differ.
type MismatchError struct {
	Name   string // of the budget
	Aspect target.Aspect
	Budget string // what the budget has
	Series string // what the series has
	Err    error
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("budget %q and the series differ in %s: %s and %s do not meet; give the series that the budget is for, or define the budget for the series", e.Name, e.Aspect, e.Budget, e.Series)
}

// Unwrap is the cause, where it has a type of its own.
func (e *MismatchError) Unwrap() error { return e.Err }

// match refuses a series that is not of a place, view and metric.
func match(name string, place ghg.PlaceID, view ghg.View, metric ghg.Metric, y ghg.Yearly) error {
	mine, theirs := view.ID(), y.View().ID()
	switch a, b := metric.ID(), y.Metric().ID(); {
	case place != y.Place():
		return &MismatchError{name, target.AspectPlace, fmt.Sprintf("%q", place), fmt.Sprintf("%q", y.Place()), nil}
	case mine.Scheme != theirs.Scheme && mine.Scheme != "" && theirs.Scheme != "":
		return &MismatchError{name, target.AspectEdition, string(mine.Scheme), string(theirs.Scheme), nil}
	case mine != theirs && mine.String() == theirs.String():
		return &MismatchError{name, target.AspectView, mine.String(), "another selection of that name", nil}
	case mine != theirs:
		return &MismatchError{name, target.AspectView, mine.String(), theirs.String(), nil}
	case a != b:
		return &MismatchError{name, target.AspectMetric, a.String(), b.String(), &ghg.MetricMismatchError{A: a, B: b}}
	}
	return nil
}

// MissingError lists the years that a sum of emissions lacks. A year without a
// figure is not 0, and a nowcast or a projection is no emission.
type MissingError struct {
	Place     ghg.PlaceID
	Missing   []int // years without a figure
	NotActual []int // years with a nowcast or a projection alone
}

func (e *MissingError) Error() string {
	var parts []string
	if len(e.Missing) > 0 {
		parts = append(parts, "no figure for "+yearList(e.Missing))
	}
	if len(e.NotActual) > 0 {
		parts = append(parts, "only a nowcast or a projection for "+yearList(e.NotActual))
	}
	return fmt.Sprintf("the series of %s has %s: a year that is not known is not 0; add its figure, or ask for the years that are known", e.Place, strings.Join(parts, " and "))
}

// yearList prints years, the first few of very many.
func yearList(years []int) string {
	const most = 8
	var parts []string
	for _, y := range years[:min(most, len(years))] {
		parts = append(parts, fmt.Sprint(y))
	}
	if more := len(years) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(parts, ", "), more)
	}
	return strings.Join(parts, ", ")
}

// emitted sums the figures of the budget's place.
func (b Budget) emitted(y ghg.Yearly, first, last int) ([]ghg.YearFigure, ghg.CO2e, error) {
	if err := match(b.Name(), b.Place(), b.View(), b.Metric(), y); err != nil {
		return nil, ghg.CO2e{}, err
	}
	return emitted(y, first, last)
}

// emitted sums the figures of a series over years, all of which it must have.
func emitted(y ghg.Yearly, first, last int) ([]ghg.YearFigure, ghg.CO2e, error) {
	missing := &MissingError{Place: y.Place()}
	sum := nothing(y.Metric())
	var figures []ghg.YearFigure
	for year := first; year <= last; year++ {
		f, ok := y.At(year)
		switch {
		case !ok:
			missing.Missing = append(missing.Missing, year)
			continue
		case f.Status > ghg.Estimated:
			missing.NotActual = append(missing.NotActual, year)
			continue
		}
		var err error
		if sum, err = sum.Add(f.CO2e); err != nil {
			return nil, ghg.CO2e{}, err
		}
		figures = append(figures, f)
	}
	if len(missing.Missing)+len(missing.NotActual) > 0 {
		return nil, ghg.CO2e{}, missing
	}
	return figures, sum, nil
}

// nothing is 0 in a metric.
func nothing(m ghg.Metric) ghg.CO2e {
	c, _ := ghg.CO2eOf(ghg.Mass{}, m) // a metric there is
	return c
}

// OrderError says that the years of a path do not follow one another.
type OrderError struct {
	After, Year int // After is 0 for the first year
}

func (e *OrderError) Error() string {
	if e.After == 0 {
		return fmt.Sprintf("a path that begins in %d: its years must lie between %d and %d", e.Year, minYear, maxYear)
	}
	return fmt.Sprintf("on the path %d follows %d: give every year once, in order, up to %d; a year left out is not 0", e.Year, e.After, maxYear)
}

// pathYear is a year of a path with its value.
type pathYear struct {
	year int
	co2e ghg.CO2e
}

// read takes the years of a path, each after the other. It ends with the first
// fault, so that a path without end is no outage.
func read(path iter.Seq2[int, ghg.CO2e]) ([]pathYear, error) {
	var all []pathYear
	var err error
	if path == nil {
		return nil, ErrNoValues
	}
	path(func(year int, c ghg.CO2e) bool {
		after := 0
		if n := len(all); n > 0 {
			after = all[n-1].year
		}
		if !isYear(year) || after > 0 && year != after+1 {
			err = &OrderError{after, year}
			return false
		}
		all = append(all, pathYear{year, c})
		return true
	})
	if err == nil && len(all) == 0 {
		err = ErrNoValues
	}
	return all, err
}
