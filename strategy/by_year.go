package strategy

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// yearsOf makes a series of values, and adds what does not stand in it. The check,
// which may be nil, is told what a value is of.
func yearsOf[T any](faults *ghg.Faults, of string, values map[int]T, check func(of string, v T)) ghg.Years[T] {
	if len(values) == 0 {
		faults.Refuse(of, "years", "", "at least one is needed: what is not quantified has none")
	}
	all := make([]ghg.OfYear[T], 0, len(values))
	for _, year := range slices.Sorted(maps.Keys(values)) {
		if !faults.RefuseYear(of, "year", year) && check != nil {
			check(fmt.Sprintf("%s in %d", of, year), values[year])
		}
		all = append(all, ghg.OfYear[T]{Year: year, Value: values[year]})
	}
	if faults.Len() > 0 {
		return ghg.Years[T]{}
	}
	years, _ := ghg.NewYears(of, "", nil, all...) // what it refuses is refused above
	return years
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
