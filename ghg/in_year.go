package ghg

import (
	"cmp"
	"iter"
	"slices"
)

// InYear is a value of a year, as lists of years have it in JSON.
type InYear[T any] struct {
	Year  int `json:"year"`
	Value T   `json:"value"`
}

// InYears is values by year as a list in the order of the years; never nil.
func InYears[T any](all iter.Seq2[int, T]) []InYear[T] {
	list := []InYear[T]{}
	for year, v := range all {
		list = append(list, InYear[T]{year, v})
	}
	slices.SortFunc(list, func(a, b InYear[T]) int { return cmp.Compare(a.Year, b.Year) })
	return list
}
