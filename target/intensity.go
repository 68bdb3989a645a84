package target

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
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
	Year int
	Base ghg.Mass // emissions of the base year
	Cut  ghg.Share
	// Activity is a series with a unit, all of it above zero: population in
	// persons, gross domestic product in won, floor area in m2.
	Activity ghg.Years[decimal.Decimal]
}

// String is "40% below 2018 per unit of GDP".
func (g BaseYearIntensity) String() string {
	return fmt.Sprintf("%s %d per unit of %s", cutText(g.Cut), g.Year, g.Activity.Name())
}

func (g BaseYearIntensity) course(d Definition, p *problems) course {
	c := course{from: g.Year, first: g.Year}
	checkBaseYear(p, "goal.year", g.Year, d)
	checkBase(p, "goal.base", g.Base, d)
	checkCut(p, "goal.cut", g.Cut)
	checkActivity(p, g.Activity, g.Year)
	milestones := checkMilestones(p, d, c, true)
	if p.Len() > 0 {
		return course{}
	}
	c.setBase(g.Base, d, p)
	c.moves = perActivity{c.base.Tonnes(), g.Year, g.Activity}
	c.cutLevels(d, g.Cut, milestones, p)
	return c
}

// aboveZero refuses what nothing can be divided by.
func aboveZero(d decimal.Decimal) error {
	if err := exact.Check(d); err != nil { // before it is printed
		return err
	}
	if !d.IsPositive() {
		return fmt.Errorf("%s: activity must be above zero", d)
	}
	return nil
}

// noReference says that a goal needs an amount for a year that what it moves
// with does not have.
func noReference(err error, what string) error {
	var none *ghg.NoFigureError
	if errors.As(err, &none) {
		return &ghg.NoFigureError{Of: what, Year: none.Year, Have: none.Have,
			Remedy: "the goal moves with it: add the year to the series, as projected where it is to come"}
	}
	return err
}

func (g BaseYearIntensity) kind() string { return "base_year_intensity" }

// perActivity is the emissions that the intensity of the base year comes to at
// the activity of another year.
type perActivity struct {
	base     decimal.Decimal
	year     int
	activity ghg.Years[decimal.Decimal]
}

func (r perActivity) at(year int) (num, den decimal.Decimal, err error) {
	then, err := r.activity.Need(year)
	if err != nil {
		return num, den, noReference(err, r.activity.Name())
	}
	first, _ := r.activity.At(r.year) // checked when the goal was made
	return r.base.Mul(then.Value), first.Value, nil
}

func (r perActivity) formula(year int) string {
	first, _ := r.activity.At(r.year)
	then, _ := r.activity.At(year)
	return fmt.Sprintf("%s / %s %s in %d × %s in %d", r.base, first.Value, r.activity.Unit(), r.year, then.Value, year)
}
