package strategy

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
)

// yearsOf makes a series of values, each of which must pass.
func yearsOf[T any](what string, values map[int]T, check func(T) error) (ghg.Years[T], error) {
	if len(values) == 0 {
		return ghg.Years[T]{}, fmt.Errorf("%s need at least one year: what is not quantified has none", what)
	}
	of := make([]ghg.OfYear[T], 0, len(values))
	for year, v := range values {
		of = append(of, ghg.OfYear[T]{Year: year, Value: v})
	}
	return ghg.NewYears(what, "", check, of...)
}

// valuesOf yields the values of a series with their years.
func valuesOf[T any](s ghg.Years[T]) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for y := range s.All() {
			if !yield(y.Year, y.Value) {
				return
			}
		}
	}
}
