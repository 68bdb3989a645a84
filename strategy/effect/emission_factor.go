package effect

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// EmissionFactor is the emission factor of one year.
type EmissionFactor struct {
	Year int
	// PerUnit is the CO2e of one unit of activity, 0 or more.
	PerUnit ghg.CO2e
	Status  ghg.Status // projected for years to come
	Source  string
}

// EmissionFactors are emission factors by year for one unit of activity, on one
// metric: grid electricity in MWh. They are immutable; the zero EmissionFactors
// are refused.
type EmissionFactors struct{ def *factors }

type factors struct {
	name, unit string
	all        []EmissionFactor // by year
}

// NewEmissionFactors makes a series of factors, in any order. A name and a unit
// of activity are needed; a year given twice, factors on two metrics and a
// factor below 0 are refused.
func NewEmissionFactors(name, unit string, all []EmissionFactor) (EmissionFactors, error) {
	if name == "" || unit == "" || len(all) == 0 {
		return EmissionFactors{}, fmt.Errorf("factors %.60q for %.20q: a name, a unit and at least one year are needed, such as grid electricity for MWh", name, unit)
	}
	f := &factors{name, unit, slices.Clone(all)}
	slices.SortStableFunc(f.all, func(a, b EmissionFactor) int { return a.Year - b.Year })
	for i, x := range f.all {
		if err := checkYear(name, x.Year); err != nil {
			return EmissionFactors{}, err
		}
		switch {
		case i > 0 && f.all[i-1].Year == x.Year:
			return EmissionFactors{}, fmt.Errorf("%s: %d is given twice", name, x.Year)
		case x.PerUnit.Sign() < 0:
			return EmissionFactors{}, fmt.Errorf("%s in %d: %s: 0 or more is allowed", name, x.Year, x.PerUnit)
		case x.PerUnit.Metric().ID() != f.all[0].PerUnit.Metric().ID():
			return EmissionFactors{}, fmt.Errorf("%s in %d: %w", name, x.Year, &ghg.MetricMismatchError{A: f.all[0].PerUnit.Metric().ID(), B: x.PerUnit.Metric().ID()})
		case x.Status > ghg.Projected:
			return EmissionFactors{}, fmt.Errorf("%s in %d: a status that exists is needed", name, x.Year)
		}
	}
	return EmissionFactors{f}, nil
}

// IsZero reports whether there are no factors.
func (f EmissionFactors) IsZero() bool { return f.def == nil }

// At is the factor of a year.
func (f EmissionFactors) At(year int) (EmissionFactor, bool) {
	if f.IsZero() {
		return EmissionFactor{}, false
	}
	i, ok := slices.BinarySearchFunc(f.def.all, year, func(x EmissionFactor, y int) int { return x.Year - y })
	if !ok {
		return EmissionFactor{}, false
	}
	return f.def.all[i], true
}

// All yields the factors by year.
func (f EmissionFactors) All() iter.Seq[EmissionFactor] {
	if f.IsZero() {
		return func(func(EmissionFactor) bool) {}
	}
	return slices.Values(f.def.all)
}

// String is the series as one line.
func (f EmissionFactors) String() string {
	if f.IsZero() {
		return "no factors"
	}
	return fmt.Sprintf("%s, CO2e for one %s, %d to %d", f.def.name, f.def.unit, f.def.all[0].Year, f.def.all[len(f.def.all)-1].Year)
}
