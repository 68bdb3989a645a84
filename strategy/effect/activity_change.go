package effect

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// ActivityChange is by how much activity is lower in a year than without the
// action.
type ActivityChange struct {
	Year int
	// Amount is above 0 where activity falls, and below where it rises.
	Amount decimal.Decimal
	Status ghg.Status
	Source string
}

// ActivityChanges are changes in activity by year, in one unit: electricity in
// MWh that is no longer drawn from the grid. They are immutable; the zero
// ActivityChanges are refused.
type ActivityChanges struct{ def *changes }

type changes struct {
	name, unit string
	all        []ActivityChange // by year
}

// NewActivityChanges makes a series of changes, in any order. A name and a unit
// are needed; a year given twice is refused.
func NewActivityChanges(name, unit string, all []ActivityChange) (ActivityChanges, error) {
	if name == "" || unit == "" || len(all) == 0 {
		return ActivityChanges{}, fmt.Errorf("change in activity %.60q in %.20q: a name, a unit and at least one year are needed, such as grid electricity in MWh", name, unit)
	}
	c := &changes{name, unit, slices.Clone(all)}
	slices.SortStableFunc(c.all, func(a, b ActivityChange) int { return a.Year - b.Year })
	for i, x := range c.all {
		if err := checkYear(name, x.Year); err != nil {
			return ActivityChanges{}, err
		}
		if err := exact.Check(x.Amount); err != nil {
			return ActivityChanges{}, fmt.Errorf("%s in %d: %w", name, x.Year, err)
		}
		switch {
		case i > 0 && c.all[i-1].Year == x.Year:
			return ActivityChanges{}, fmt.Errorf("%s: %d is given twice", name, x.Year)
		case x.Status > ghg.Projected:
			return ActivityChanges{}, fmt.Errorf("%s in %d: a status that exists is needed", name, x.Year)
		}
	}
	return ActivityChanges{c}, nil
}

// IsZero reports whether there are no changes.
func (c ActivityChanges) IsZero() bool { return c.def == nil }

// All yields the changes by year.
func (c ActivityChanges) All() iter.Seq[ActivityChange] {
	if c.IsZero() {
		return func(func(ActivityChange) bool) {}
	}
	return slices.Values(c.def.all)
}

// String is the series as one line.
func (c ActivityChanges) String() string {
	if c.IsZero() {
		return "no change in activity"
	}
	return fmt.Sprintf("%s in %s, %d to %d", c.def.name, c.def.unit, c.def.all[0].Year, c.def.all[len(c.def.all)-1].Year)
}
