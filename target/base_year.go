package target

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// BaseYear is a base year emissions goal: a share to cut from the emissions of
// a base year (GHG Protocol, Mitigation Goal Standard, 2014). Its level is
//
//	T = B × (1 - cut)
//
// Base is the emissions of the base year as the target's document states them,
// in the target's metric; it names no gas, or CO2 on [ghg.CO2Only]. Cut is the share to cut, at most
// 100 %. A cut below zero is a goal that allows growth, and 0% one that holds
// emissions at their base; a cut left out is refused.
//
// Through is for a base averaged over several years, from Year through
// Through: Base is then their mean ([MeanBase] computes it), and time is
// counted from the last of them. It is 0 for a single base year.
type BaseYear struct {
	Year    int
	Through int
	Base    ghg.Mass
	Cut     ghg.Share
}

// String is "45% below 2018", "5% above 2018", "as in 2018", or "30% below the
// mean of 2007 to 2009".
func (g BaseYear) String() string { return cutText(g.Cut) + " " + baseText(g.Year, g.Through) }

func baseText(year, through int) string {
	if through != 0 {
		return fmt.Sprintf("the mean of %d to %d", year, through)
	}
	return fmt.Sprint(year)
}

func (g BaseYear) course(d Definition, p *problems) course {
	c := course{from: g.Year, first: g.Year}
	if g.Through != 0 {
		c.first = g.Through
		if isYear(g.Year) && g.Through <= g.Year {
			p.addf("goal.through", g.Through,
				"an averaged base period ends after its first year %d; leave it out for a single base year", g.Year)
		}
	}
	checkBaseYear(p, "goal.year", c.from, d)
	if g.Through > g.Year {
		checkBaseYear(p, "goal.through", c.first, d)
	}
	checkBase(p, "goal.base", g.Base, d)
	checkCut(p, "goal.cut", g.Cut)
	milestones := checkMilestones(p, d, c, true)
	if p.Len() > 0 {
		return course{}
	}
	c.setBase(g.Base, d, p)
	c.cutLevels(d, g.Cut, milestones, p)
	return c
}

func (c *course) setBase(base ghg.Mass, d Definition, p *problems) {
	var err error
	if c.base, err = ghg.CO2eOf(base, d.Metric); err != nil {
		p.addf("goal.base", base, "%s", err)
	}
}

func (g BaseYear) kind() string { return "base_year" }

// MeanBase is the mean of the figures of a base period, first and last year
// included, rounded to [PathwayPlaces] decimal places of a tonne. A year
// without a figure is a [*ghg.NoFigureError], one out of range or order a
// [*ghg.YearError], and periods that do not follow one another a
// [*ghg.PeriodError].
func MeanBase(series ghg.Yearly, first, last int) (ghg.Mass, error) {
	const of = "base period"
	if err := errors.Join(ghg.CheckYear(of+", first year", first), ghg.CheckYear(of+", last year", last)); err != nil {
		return ghg.Mass{}, err
	}
	if last < first {
		return ghg.Mass{}, &ghg.YearError{Of: of + ", last year", Year: last, First: first, Last: ghg.LastYear}
	}
	if err := series.CanAdd(first, last); err != nil {
		return ghg.Mass{}, err
	}
	var sum decimal.Decimal
	for y := first; y <= last; y++ {
		f, err := series.Figure(y)
		if err != nil {
			return ghg.Mass{}, err
		}
		sum = sum.Add(f.CO2e.Tonnes())
	}
	mean, err := exact.Quotient(sum, years(last-first+1), PathwayPlaces)
	if err != nil {
		return ghg.Mass{}, err
	}
	return ghg.NewMass(mean, ghg.Tonne)
}
