package target

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// FixedIntensity is a level per unit of an activity: "4.1 t per person in 2030". With
// A the activity and L the level of one unit, its level is
//
//	T = L × A(t)
//
// Level is CO2e in the target's metric for one unit of the activity's unit: of a
// population in persons 4.1 t, of one in thousands of persons 4100 t. The activity of
// the due year and of the year of each milestone is needed, projected where it is to
// come, and that of any other year that is asked.
//
// Year and Base are a base year to compare with, its emissions and not those per unit,
// where the document names one; both are left out otherwise. Pathways run in the
// level per unit, and so do milestones: their Level is that of one unit too. It is
// none of the goal types of the GHG Protocol, and what many cities state.
type FixedIntensity struct {
	Level    ghg.Mass
	Activity ghg.Years[decimal.Decimal]
	Year     int
	Base     ghg.Mass
}

// String is "to 4.1 t per unit of population".
func (g FixedIntensity) String() string {
	return fmt.Sprintf("to %s per unit of %s", g.Level, g.Activity.Name())
}

func (g FixedIntensity) course(d Definition, p *problems) course {
	var c course
	if g.Year != 0 || !g.Base.IsUnset() {
		c.from, c.first = g.Year, g.Year
		checkBaseYear(p, "goal.year", g.Year, d)
		checkBase(p, "goal.base", g.Base, d)
	}
	checkLevel(p, "goal.level", g.Level, d)
	years := []int{d.Due}
	if c.first != 0 {
		years = append(years, c.first)
	}
	checkActivity(p, g.Activity, years...)
	milestones := checkMilestones(p, d, c, false)
	if p.Len() > 0 {
		return course{}
	}
	r := perUnit{g.Activity}
	c.moves, c.ofUnit = r, true
	if c.first != 0 {
		c.setBase(g.Base, d, p)
		at, _ := g.Activity.At(c.first) // checked above
		c.start = quotient{c.base.Tonnes(), at.Value}
	} else {
		c.base, _ = ghg.CO2eOf(ghg.Mass{}, d.Metric)
	}
	for _, m := range append(milestones, Milestone{Year: d.Due, Level: g.Level}) {
		c.addPerUnit(m, d, p)
	}
	return c
}

// addPerUnit adds the level of a year that is stated for one unit.
func (c *course) addPerUnit(m Milestone, d Definition, p *problems) {
	left := m.Level.Tonnes()
	co2e, err := c.amount(m.Year, left, one, d.Metric)
	if err == nil && co2e.Tonnes().Abs().GreaterThan(maxLevel) {
		err = fmt.Errorf("the level must be at most %s t", maxLevel)
	}
	if err != nil {
		p.addf("level", m.Level, "%d: %s", m.Year, err)
		return
	}
	c.levels = append(c.levels, level{m.Year, co2e, m.Cut, m.Standing, left})
}

func (g FixedIntensity) kind() string { return "fixed_intensity" }

// perUnit is one tonne for each unit of an activity.
type perUnit struct {
	activity ghg.Years[decimal.Decimal]
}

func (r perUnit) at(year int) (num, den decimal.Decimal, err error) {
	then, err := r.activity.Need(year)
	if err != nil {
		return num, den, noReference(err, r.activity.Name())
	}
	return then.Value, one, nil
}

func (r perUnit) formula(year int) string {
	then, _ := r.activity.At(year)
	return fmt.Sprintf("%s %s in %d", then.Value, r.activity.Unit(), year)
}

// checkActivity notes an activity that emissions cannot be divided by, and years that
// it lacks.
func checkActivity(p *problems, a ghg.Years[decimal.Decimal], years ...int) {
	const field = "goal.activity"
	if a.IsZero() || a.Unit() == "" {
		p.addf(field, a.Name(),
			"an intensity goal needs the series of its activity, with a unit, such as population in persons: make one with ghg.NewYears")
		return
	}
	slices.Sort(years)
	for _, year := range years {
		if _, err := a.Need(year); err != nil && isYear(year) {
			p.addf(field, a.Name(), "%s", noReference(err, a.Name()))
		}
	}
	for f := range a.All() {
		if err := aboveZero(f.Value); err != nil {
			p.addf(field, a.Name(), "%s: %s", strconv.Itoa(f.Year), err)
		}
	}
}
