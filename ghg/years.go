package ghg

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg/words"
)

// Years is a series of values by year, such as a population, a price index or
// the activity data of a source: each year has a value at most, with its status
// and source. It is immutable as far as its values are: a T that holds slices or
// maps must not be changed. The zero Years is empty. A series of totals of an
// inventory is a [Yearly].
type Years[T any] struct{ def *years[T] }

type years[T any] struct {
	name, unit string
	all        []OfYear[T] // by year
}

// OfYear is the value of one year.
type OfYear[T any] struct {
	Year   int    `json:"year"`
	Value  T      `json:"value"`
	Status Status `json:"status"`           // projected for years to come
	Source string `json:"source,omitempty"` // document or data set
}

// NewYears makes a series of values, in any order, which may be none. The name
// says what they are, such as "population"; the unit is that of all values, such
// as "persons", and "" where the values state their own. Each value must pass
// the check, which may be nil.
//
// It refuses a series without a name, a year outside [FirstYear] to [LastYear]
// (a [*YearError]), one given twice (a [*TwiceError]), a status that does not
// exist (an [*UnknownError]) and what the check refuses: all of them at once. A
// [Fault] or [Faults] of the check says of which year it is.
func NewYears[T any](name, unit string, check func(T) error, of ...OfYear[T]) (Years[T], error) {
	var faults Faults
	if name == "" || len(name) > MaxName {
		faults.Refuse("series of years", "name", name, fmt.Sprintf("a name of at most %d bytes is needed, such as population", MaxName))
	}
	if len(unit) > MaxName {
		faults.Refuse(name, "unit", unit, fmt.Sprintf("it has at most %d bytes", MaxName))
	}
	all := slices.Clone(of)
	slices.SortStableFunc(all, func(a, b OfYear[T]) int { return cmp.Compare(a.Year, b.Year) })
	var errs []error
	for i, y := range all {
		if err := CheckYear(name, y.Year); err != nil {
			errs = append(errs, err)
		}
		if i > 0 && all[i-1].Year == y.Year && (i == 1 || all[i-2].Year != y.Year) { // once for each year
			errs = append(errs, &TwiceError{Of: name, What: "year", ID: strconv.Itoa(y.Year)})
		}
		if y.Status > Projected {
			of := name + " in " + strconv.Itoa(y.Year)
			errs = append(errs, &UnknownError{Of: of, What: "status", ID: y.Status.String(), Allowed: statusNames})
		}
		if check == nil {
			continue
		}
		if err := check(y.Value); err != nil && !faults.addOf(name+" in "+strconv.Itoa(y.Year), err) {
			errs = append(errs, fmt.Errorf("%s in %d: %w", name, y.Year, err))
		}
	}
	if err := joined(faults, errs); err != nil {
		return Years[T]{}, err
	}
	return Years[T]{&years[T]{name, unit, all}}, nil
}

// joined is faults and the first of many errors as one, with how many more there
// are.
func joined(faults Faults, errs []error) error {
	const most = 100
	if n := len(errs); n > most {
		errs = append(errs[:most:most], fmt.Errorf("and %d more", n-most))
	}
	if faults.Len() > 0 {
		errs = append([]error{faults}, errs...)
	}
	return errors.Join(errs...)
}

// IsZero reports whether there is no series.
func (y Years[T]) IsZero() bool { return y.def == nil }

// Name says what the values are, such as "population".
func (y Years[T]) Name() string {
	if y.def == nil {
		return ""
	}
	return y.def.name
}

// Unit is the unit of the values, such as "persons".
func (y Years[T]) Unit() string {
	if y.def == nil {
		return ""
	}
	return y.def.unit
}

// Len is the number of years with a value.
func (y Years[T]) Len() int { return len(y.values()) }

func (y Years[T]) values() []OfYear[T] {
	if y.def == nil {
		return nil
	}
	return y.def.all
}

// At is the value of a year. A year without one is not 0.
func (y Years[T]) At(year int) (OfYear[T], bool) {
	if i, ok := y.index(year); ok {
		return y.def.all[i], true
	}
	return OfYear[T]{}, false
}

// index finds a year: at once where every year is there, as most often.
func (y Years[T]) index(year int) (int, bool) {
	all := y.values()
	if len(all) == 0 || year < all[0].Year {
		return 0, false
	}
	i := year - all[0].Year // no year stands further behind
	if i < len(all) && all[i].Year == year {
		return i, true
	}
	return slices.BinarySearchFunc(all[:min(i, len(all))], year, func(y OfYear[T], year int) int { return y.Year - year })
}

// Need is the value of a year, or a [*NoFigureError].
func (y Years[T]) Need(year int) (OfYear[T], error) {
	if v, ok := y.At(year); ok {
		return v, nil
	}
	e := &NoFigureError{Of: y.Name(), Year: year}
	for _, v := range y.values() {
		e.Have = append(e.Have, v.Year)
	}
	return OfYear[T]{}, e
}

// All yields the values from the first year to the last.
func (y Years[T]) All() iter.Seq[OfYear[T]] { return slices.Values(y.values()) }

// ByYear yields the years with their values, as budgets, plans and paths take them. Status
// and source are in [Years.All].
func (y Years[T]) ByYear() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for _, v := range y.values() {
			if !yield(v.Year, v.Value) {
				return
			}
		}
	}
}

// First is the value of the first year.
func (y Years[T]) First() (OfYear[T], bool) { return y.nth(0) }

// Last is the value of the last year.
func (y Years[T]) Last() (OfYear[T], bool) { return y.nth(y.Len() - 1) }

func (y Years[T]) nth(i int) (OfYear[T], bool) {
	if i < 0 || i >= y.Len() {
		return OfYear[T]{}, false
	}
	return y.def.all[i], true
}

// String is the series in one line: "population in persons, 2018 to 2022".
func (y Years[T]) String() string {
	if y.def == nil {
		return "no series"
	}
	s := y.def.name
	if y.def.unit != "" {
		s += " in " + y.def.unit
	}
	var have []int
	for _, v := range y.def.all {
		have = append(have, v.Year)
	}
	if len(have) == 0 {
		return s + ", no years"
	}
	return s + ", " + words.Spans(have).En
}

type jsonYears[T any] struct {
	Name  string      `json:"name"`
	Unit  string      `json:"unit,omitempty"`
	Years []OfYear[T] `json:"years"`
}

// MarshalJSON writes the series with every value as it marshals itself. The zero
// Years has no name and cannot be written.
func (y Years[T]) MarshalJSON() ([]byte, error) {
	if y.def == nil {
		return nil, errors.New("no series of years to write: make one with ghg.NewYears")
	}
	return json.Marshal(jsonYears[T]{y.def.name, y.def.unit, append([]OfYear[T]{}, y.def.all...)})
}

// UnmarshalJSON always fails: what reads a series knows which values may stand
// in it, and makes it with [NewYears].
func (y *Years[T]) UnmarshalJSON([]byte) error {
	return errors.New("a series of years is made with ghg.NewYears, which is told which values may stand in it")
}
