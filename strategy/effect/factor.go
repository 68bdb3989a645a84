package effect

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Factor is the emission factor of one year.
type Factor struct {
	Year int
	// PerUnit is the CO2e of one unit of activity, 0 or more.
	PerUnit ghg.CO2e
	Status  ghg.Status // projected for years to come
	Source  string
}

// Factors are emission factors by year for one unit of activity, on one metric:
// grid electricity in MWh. They are immutable; the zero Factors are refused.
type Factors struct{ def *factors }

type factors struct {
	name, unit string
	all        []Factor // by year
}

// NewFactors makes a series of factors, in any order. A name and a unit of
// activity are needed; a year given twice, factors on two metrics and a factor
// below 0 are refused.
func NewFactors(name, unit string, all []Factor) (Factors, error) {
	if name == "" || unit == "" || len(all) == 0 {
		return Factors{}, fmt.Errorf("factors %.60q for %.20q: a name, a unit and at least one year are needed, such as grid electricity for MWh", name, unit)
	}
	f := &factors{name, unit, slices.Clone(all)}
	slices.SortStableFunc(f.all, func(a, b Factor) int { return a.Year - b.Year })
	for i, x := range f.all {
		if err := checkYear(name, x.Year); err != nil {
			return Factors{}, err
		}
		switch {
		case i > 0 && f.all[i-1].Year == x.Year:
			return Factors{}, fmt.Errorf("%s: %d is given twice", name, x.Year)
		case x.PerUnit.Sign() < 0:
			return Factors{}, fmt.Errorf("%s in %d: %s: 0 or more is allowed", name, x.Year, x.PerUnit)
		case x.PerUnit.Metric().ID() != f.all[0].PerUnit.Metric().ID():
			return Factors{}, fmt.Errorf("%s in %d: %w", name, x.Year, &ghg.MetricMismatchError{A: f.all[0].PerUnit.Metric().ID(), B: x.PerUnit.Metric().ID()})
		case x.Status > ghg.Projected:
			return Factors{}, fmt.Errorf("%s in %d: a status that exists is needed", name, x.Year)
		}
	}
	return Factors{f}, nil
}

// IsZero reports whether there are no factors.
func (f Factors) IsZero() bool { return f.def == nil }

// At is the factor of a year.
func (f Factors) At(year int) (Factor, bool) {
	if f.IsZero() {
		return Factor{}, false
	}
	i, ok := slices.BinarySearchFunc(f.def.all, year, func(x Factor, y int) int { return x.Year - y })
	if !ok {
		return Factor{}, false
	}
	return f.def.all[i], true
}

// All yields the factors by year.
func (f Factors) All() iter.Seq[Factor] {
	if f.IsZero() {
		return func(func(Factor) bool) {}
	}
	return slices.Values(f.def.all)
}

// String is the series as one line.
func (f Factors) String() string {
	if f.IsZero() {
		return "no factors"
	}
	return fmt.Sprintf("%s, CO2e for one %s, %d to %d", f.def.name, f.def.unit, f.def.all[0].Year, f.def.all[len(f.def.all)-1].Year)
}

// Change is by how much activity is lower in a year than without the action.
type Change struct {
	Year int
	// Amount is above 0 where activity falls, and below where it rises.
	Amount decimal.Decimal
	Status ghg.Status
	Source string
}

// Changes are changes in activity by year, in one unit: electricity in MWh that
// is no longer drawn from the grid. They are immutable; the zero Changes are
// refused.
type Changes struct{ def *changes }

type changes struct {
	name, unit string
	all        []Change // by year
}

// NewChanges makes a series of changes, in any order. A name and a unit are
// needed; a year given twice is refused.
func NewChanges(name, unit string, all []Change) (Changes, error) {
	if name == "" || unit == "" || len(all) == 0 {
		return Changes{}, fmt.Errorf("change in activity %.60q in %.20q: a name, a unit and at least one year are needed, such as grid electricity in MWh", name, unit)
	}
	c := &changes{name, unit, slices.Clone(all)}
	slices.SortStableFunc(c.all, func(a, b Change) int { return a.Year - b.Year })
	for i, x := range c.all {
		if err := checkYear(name, x.Year); err != nil {
			return Changes{}, err
		}
		if err := exact.Check(x.Amount); err != nil {
			return Changes{}, fmt.Errorf("%s in %d: %w", name, x.Year, err)
		}
		switch {
		case i > 0 && c.all[i-1].Year == x.Year:
			return Changes{}, fmt.Errorf("%s: %d is given twice", name, x.Year)
		case x.Status > ghg.Projected:
			return Changes{}, fmt.Errorf("%s in %d: a status that exists is needed", name, x.Year)
		}
	}
	return Changes{c}, nil
}

// IsZero reports whether there are no changes.
func (c Changes) IsZero() bool { return c.def == nil }

// All yields the changes by year.
func (c Changes) All() iter.Seq[Change] {
	if c.IsZero() {
		return func(func(Change) bool) {}
	}
	return slices.Values(c.def.all)
}

// String is the series as one line.
func (c Changes) String() string {
	if c.IsZero() {
		return "no change in activity"
	}
	return fmt.Sprintf("%s in %s, %d to %d", c.def.name, c.def.unit, c.def.all[0].Year, c.def.all[len(c.def.all)-1].Year)
}
