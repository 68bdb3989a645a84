package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// BaseYearIntensity is a base year intensity goal: a share to cut from the
// emissions per unit of activity of a base year (GHG Protocol, Mitigation Goal
// Standard, 2014). With A the activity, its level is
//
//	T = B/A(b) × (1 - cut) × A(t)
//
// The activity of the base year, of the due year and of the year of each
// milestone is needed, projected where it is to come. A place can reach an
// intensity goal and emit more: [Target.EquivalentCut] says what the level
// comes to against the base year.
type BaseYearIntensity struct {
	Year     int
	Base     ghg.Mass // emissions of the base year
	Cut      ghg.Share
	Activity Activity
}

// String is "40% below 2018 per unit of GDP".
func (g BaseYearIntensity) String() string {
	return fmt.Sprintf("%s %d per unit of %s", cutText(g.Cut), g.Year, g.Activity.Name())
}

func (g BaseYearIntensity) course(d Definition, p *problems) course {
	c := course{from: g.Year, first: g.Year}
	checkYear(p, "Goal.Year", g.Year, d)
	checkBase(p, "Goal.Base", g.Base)
	checkCut(p, "Goal.Cut", g.Cut)
	if g.Activity.IsZero() {
		p.addf("Goal.Activity", "", nil, "an intensity goal needs the series of its activity, with a unit: make one with target.NewActivity")
	} else if _, ok := g.Activity.At(g.Year); !ok && isYear(g.Year) {
		err := &NoReferenceError{g.Activity.Name(), g.Year}
		p.addf("Goal.Activity", g.Activity.Name(), err, "%s", err)
	}
	milestones := checkMilestones(p, d, c, true)
	if len(p.all) > 0 {
		return course{}
	}
	c.setBase(g.Base, d, p)
	c.moves = perActivity{c.base.Tonnes(), g.Year, g.Activity}
	c.cutLevels(d, g.Cut, milestones, p)
	return c
}

func (g BaseYearIntensity) kind() string { return "base_year_intensity" }

// perActivity is the emissions that the intensity of the base year comes to at
// the activity of another year.
type perActivity struct {
	base     decimal.Decimal
	year     int
	activity Activity
}

func (r perActivity) at(year int) (num, den decimal.Decimal, err error) {
	then, ok := r.activity.At(year)
	if !ok {
		return num, den, &NoReferenceError{r.activity.Name(), year}
	}
	first, _ := r.activity.At(r.year) // checked when the goal was made
	return r.base.Mul(then.Amount), first.Amount, nil
}

func (r perActivity) formula(year int) string {
	first, _ := r.activity.At(r.year)
	then, _ := r.activity.At(year)
	return fmt.Sprintf("%s / %s %s in %d × %s in %d", r.base, first.Amount, r.activity.Unit(), r.year, then.Amount, year)
}
