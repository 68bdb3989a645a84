package strategy

import (
	"fmt"
	"iter"
	"slices"
	"sort"

	"github.com/localghg/localghg/ghg"
)

// byYear are values of years, from the first to the last.
type byYear[T any] []ofYear[T]

type ofYear[T any] struct {
	year  int
	value T
}

// sorted makes a series of values, each of which must pass.
func sorted[T any](what string, values map[int]T, check func(T) error) (byYear[T], error) {
	if len(values) == 0 {
		return nil, fmt.Errorf("%s need at least one year: what is not quantified has none", what)
	}
	s := make(byYear[T], 0, len(values))
	for year, v := range values {
		s = append(s, ofYear[T]{year, v})
	}
	slices.SortFunc(s, func(a, b ofYear[T]) int { return a.year - b.year })
	for _, y := range s {
		if ghg.CalendarYear(y.year).IsZero() {
			return nil, fmt.Errorf("%s in %d: years from 1850 to 2300 are allowed", what, y.year)
		}
		if err := check(y.value); err != nil {
			return nil, fmt.Errorf("%s in %d: %w", what, y.year, err)
		}
	}
	return s, nil
}

// at is the value of a year.
func (s byYear[T]) at(year int) (value T, ok bool) {
	i := 0
	if len(s) > 0 { // most often every year is there
		i = year - s[0].year
	}
	if i < 0 || i >= len(s) || s[i].year != year {
		i = sort.Search(len(s), func(i int) bool { return s[i].year >= year })
	}
	if i < len(s) && s[i].year == year {
		return s[i].value, true
	}
	return value, false
}

// all yields the values in order.
func (s byYear[T]) all() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for _, y := range s {
			if !yield(y.year, y.value) {
				return
			}
		}
	}
}
