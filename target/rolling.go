package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// RollingBaseYear is a goal with a rolling base year: each year, a share to cut
// from the emissions that the place had some years before.
//
//	A(y) = E(y - every) × (1 - cut)
//
// A rolling base banks every good year and forgives every bad one, so that
// [Target.Rolling] also gives the levels of a fixed base. The goal sets no
// level before the years have come: [Target.Limit], pathways and
// [Target.Progress] do not answer for it.
type RollingBaseYear struct {
	Year  int // the first base year
	Every int // years from a base to its goal, 1 for the year before
	Cut   ghg.Share
}

// String is "2% below the year before" or "10% below 5 years before".
func (g RollingBaseYear) String() string {
	if g.Every == 1 {
		return cutText(g.Cut) + " the year before"
	}
	return fmt.Sprintf("%s %d years before", cutText(g.Cut), g.Every)
}

func (g RollingBaseYear) course(d Definition, p *problems) course {
	checkBaseYear(p, "goal.year", g.Year, d)
	checkCut(p, "goal.cut", g.Cut)
	if g.Every < 1 || isYear(g.Year) && isYear(d.Due) && g.Year < d.Due && g.Every > d.Due-g.Year {
		p.addf("goal.every", g.Every, "a base rolls by at least a year, and not past the due year")
	}
	checkOneView(p, d, "the base of a rolling goal is a figure of its own series")
	if len(d.Milestones) > 0 {
		p.addf("milestones", len(d.Milestones), "a rolling goal sets its levels as the years come: it has no milestones")
	}
	return course{from: g.Year, first: g.Year}
}

func (g RollingBaseYear) kind() string { return "rolling_base_year" }

// RollingYear is one year of a rolling goal.
type RollingYear struct {
	Year      int            `json:"year"`
	Emissions ghg.YearFigure `json:"emissions"`
	Base      ghg.YearFigure `json:"base"`    // of the base year of this year
	Allowed   Amount         `json:"allowed"` // A(y); undefined where the base is not above 0
	Met       bool           `json:"met"`     // the figures are actual and count the same, and E <= A
	Unlike    ghg.Unlike     `json:"unlike"`  // what the figure and that of its base year do not have in common
	// What the same cut would allow from the first base year E0, n goals on:
	// FixedLinear E0 × (1 - cut × n), FixedCompound E0 × (1 - cut)^n. Both
	// are rounded to [PathwayPlaces] decimal places of a tonne, and undefined where
	// E0 is not above 0.
	FixedLinear   Amount `json:"fixedLinear"`
	FixedCompound Amount `json:"fixedCompound"`
}

// Rolling holds a series against a goal with a rolling base year, for every
// year up to the due year that has a figure. The first base year, and the base
// year of each year asked, need figures: a missing one is a [*ghg.NoFigureError].
// Of a base that is not above zero no share is taken: that year has no level, and is
// not met.
// Another kind of goal is refused.
func (t Target) Rolling(series ghg.Yearly) ([]RollingYear, error) {
	if err := t.Match(series); err != nil {
		return nil, err
	}
	g, ok := t.Goal().(RollingBaseYear)
	if !ok {
		return nil, ghg.Refusal(t.of(), "goal", t.Goal().String(),
			"it has no rolling base year: ask Progress")
	}
	start, err := series.Figure(g.Year)
	if err != nil {
		return nil, err
	}
	var out []RollingYear
	for f := range series.All() {
		if f.Year <= g.Year || f.Year > t.Due() || (f.Year-g.Year)%g.Every != 0 {
			continue
		}
		r := RollingYear{Year: f.Year, Emissions: f}
		if r.Base, err = series.Figure(f.Year - g.Every); err != nil {
			return nil, err
		}
		left := g.Cut.Complement().Fraction()
		n := (f.Year - g.Year) / g.Every
		linear := one.Sub(g.Cut.Fraction().Mul(years(n)))
		for _, x := range []struct {
			into *Amount
			of   ghg.YearFigure
			left decimal.Decimal
		}{{&r.Allowed, r.Base, left}, {&r.FixedLinear, start, linear}, {&r.FixedCompound, start, power(left, n)}} {
			if *x.into, err = shareLeft(x.of, x.left); err != nil {
				return nil, fmt.Errorf("%s, %d: %w", t.of(), f.Year, err)
			}
		}
		r.Unlike = r.Base.Unlike(f)
		r.Met = r.Allowed.ok && r.Unlike.IsZero() && isFinal(f) && isFinal(r.Base) && f.CO2e.Tonnes().LessThanOrEqual(r.Allowed.co2e.Tonnes())
		out = append(out, r)
	}
	return out, nil
}

// shareLeft is a share of the figure of a year, where that is above 0.
func shareLeft(f ghg.YearFigure, left decimal.Decimal) (Amount, error) {
	if f.CO2e.Sign() <= 0 {
		return Amount{why: noShareOf(fmt.Sprintf("the figure of %d", f.Year))}, nil
	}
	c, err := rounded(f.CO2e.Tonnes().Mul(left), one, f.CO2e.Metric())
	return Amount{co2e: c, ok: err == nil}, err
}

// powerPlaces is how far powers and roots are taken, so that what is made of
// them is right to [PathwayPlaces].
const powerPlaces = 60

// power is x to the n, each product rounded to [powerPlaces].
func power(x decimal.Decimal, n int) decimal.Decimal {
	out := one
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			out = exact.Round(out.Mul(x), powerPlaces)
		}
		x = exact.Round(x.Mul(x), powerPlaces)
	}
	return out
}

// String is "2021: 97 tCO2e of 98 tCO2e allowed".
func (r RollingYear) String() string {
	if !r.Allowed.ok {
		return fmt.Sprintf("%d: %s, allowed is %s", r.Year, r.Emissions.CO2e, r.Allowed)
	}
	return fmt.Sprintf("%d: %s of %s allowed", r.Year, r.Emissions.CO2e, r.Allowed)
}
