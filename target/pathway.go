package target

import (
	"errors"
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// PathwayPlaces is the precision of a pathway, in decimal places of a tonne.
const PathwayPlaces = 12

// Pathway is a rule that says where emissions should stand in the years
// between the levels that a target sets. The rule is a choice, so it is always
// an argument; the zero Pathway is refused with [ErrNoPathway].
type Pathway struct{ def *pathway }

type pathway struct {
	name    string
	formula string
	// between is the value in a year between two levels.
	between func(a, z level, year int) (decimal.Decimal, error)
}

// Linear is the straight line from each level of a target to its next, from
// base year to due year through all milestones:
//
//	v = a + (z - a) × (y - ya) / (yz - ya)
var Linear = Pathway{&pathway{"linear", "a + (z - a) × (y - ya) / (yz - ya)", linear}}

// ErrNoPathway says that a pathway was needed and none was given.
var ErrNoPathway = errors.New("no pathway given: name one, such as target.Linear")

// IsZero reports whether there is no pathway.
func (p Pathway) IsZero() bool { return p.def == nil }

// String is the pathway's name.
func (p Pathway) String() string {
	if p.def == nil {
		return "no pathway"
	}
	return p.def.name
}

// Formula is the pathway's rule: a is the level of the year ya before, z that
// of the year yz after the year y.
func (p Pathway) Formula() string {
	if p.def == nil {
		return ""
	}
	return p.def.formula
}

// linear multiplies before it divides, and rounds the value once.
func linear(a, z level, year int) (decimal.Decimal, error) {
	va, vz := a.co2e.Tonnes(), z.co2e.Tonnes()
	all, gone := years(z.year-a.year), years(year-a.year)
	return exact.Quotient(va.Mul(all).Add(vz.Sub(va).Mul(gone)), all, PathwayPlaces)
}

func years(n int) decimal.Decimal { return decimal.New(int64(n), 0) }

// YearRangeError says that a year lies outside those that a call answers for.
type YearRangeError struct {
	Target      string
	Year        int
	First, Last int // Last is 0 where only the first year binds
}

func (e *YearRangeError) Error() string {
	if e.Last == 0 {
		return fmt.Sprintf("target %q counts from %d: there is no progress in %d", e.Target, e.First, e.Year)
	}
	return fmt.Sprintf("the pathway of target %q runs from %d to %d: it has no value for %d", e.Target, e.First, e.Last, e.Year)
}

// Pathway is where emissions should stand in a year from base year to due
// year: exactly the level in a year that has one, otherwise the pathway's value
// rounded to [PathwayPlaces]. Other years are a [*YearRangeError].
func (t Target) Pathway(p Pathway, year int) (ghg.CO2e, error) {
	a, z, err := t.around(p, year)
	if err != nil {
		return ghg.CO2e{}, err
	}
	if year == z.year {
		return z.co2e, nil
	}
	if year == a.year {
		return a.co2e, nil
	}
	v, err := p.def.between(a, z, year)
	if err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.NewCO2e(v, ghg.Tonne, t.Metric())
}

// around finds the levels that a year lies between.
func (t Target) around(p Pathway, year int) (a, z level, err error) {
	switch {
	case t.def == nil:
		return a, z, ErrNoTarget
	case p.def == nil:
		return a, z, ErrNoPathway
	case year < t.BaseYear() || year > t.Due():
		return a, z, &YearRangeError{t.Name(), year, t.BaseYear(), t.Due()}
	}
	i := 1
	for t.def.all[i].year < year {
		i++
	}
	return t.def.all[i-1], t.def.all[i], nil
}

// Along yields every year from base year to due year with the pathway's value.
func (t Target) Along(p Pathway) (iter.Seq2[int, ghg.CO2e], error) {
	if t.def == nil {
		return nil, ErrNoTarget
	}
	first := t.BaseYear()
	values := make([]ghg.CO2e, t.Due()-first+1)
	for i := range values {
		v, err := t.Pathway(p, first+i)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return func(yield func(int, ghg.CO2e) bool) {
		for i, v := range values {
			if !yield(first+i, v) {
				return
			}
		}
	}, nil
}
