package budget

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// MissingError lists the years that a sum of emissions lacks. A year without a
// figure is not 0, and a nowcast or a projection is no emission. It stands beside
// [ghg.NoFigureError], which is of a single year: a sum lacks many, all named at
// once, and those with a nowcast alone need another remedy, to be made final. It
// wraps one for each year without a figure.
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
	return fmt.Sprintf("the series of %s has %s: a year that is not known is not 0; add its figure, or ask for the years that are known",
		e.Place, strings.Join(parts, " and "))
}

// Unwrap gives the years without a figure to errors.As, as [*ghg.NoFigureError].
func (e *MissingError) Unwrap() []error {
	errs := make([]error, len(e.Missing))
	for i, year := range e.Missing {
		errs[i] = &ghg.NoFigureError{Of: string(e.Place), Year: year}
	}
	return errs
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
	if err := b.Basis().Meets(b.of(), y.Basis(), "the series"); err != nil {
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
	if err := y.CanAdd(first, last); err != nil {
		return nil, ghg.CO2e{}, err
	}
	return figures, sum, nil
}

// nothing is 0 in a metric.
func nothing(m ghg.Metric) ghg.CO2e {
	c, _ := ghg.CO2eOf(ghg.Mass{}, m) // a metric there is
	return c
}

// follows refuses a year of a path that does not follow the one before it.
func follows(before, year int) error {
	switch {
	case year == before:
		return &ghg.TwiceError{Of: "path", What: "year", ID: strconv.Itoa(year)}
	case year > before+1:
		return &ghg.NoFigureError{Of: "path", Year: before + 1}
	case year < before:
		return refuse("path", "year", year, fmt.Sprintf("it follows %d: give every year once, in order", before))
	}
	return nil
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
		return nil, errNoValues
	}
	path(func(year int, c ghg.CO2e) bool {
		if err = ghg.CheckYear("path", year); err != nil {
			return false
		}
		if n := len(all); n > 0 {
			if err = follows(all[n-1].year, year); err != nil {
				return false
			}
		}
		all = append(all, pathYear{year, c})
		return true
	})
	if err == nil && len(all) == 0 {
		err = errNoValues
	}
	return all, err
}
