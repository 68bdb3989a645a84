package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// BaselineKind says whether a baseline scenario may change. The zero
// BaselineKind is refused: it has to be said.
type BaselineKind uint8

// The kinds of baseline scenario (GHG Protocol, Mitigation Goal Standard, 2014).
const (
	// StaticBaseline is fixed when the goal is set: a new forecast is no reason
	// to restate the target.
	StaticBaseline BaselineKind = iota + 1
	// DynamicBaseline is forecast anew when its drivers change, and the level
	// with it.
	DynamicBaseline
)

// String is "static" or "dynamic".
func (k BaselineKind) String() string {
	switch k {
	case StaticBaseline:
		return "static"
	case DynamicBaseline:
		return "dynamic"
	}
	return fmt.Sprintf("unknown (%d)", uint8(k))
}

// Korean is the same in Korean: 변동 전망.
func (k BaselineKind) Korean() string { return words.SetName("target.BaselineKind", k.String()) }

// MarshalText writes what String says.
func (k BaselineKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// BaselineScenario is a baseline scenario goal: a share to cut from what would
// be emitted in the due year without action, business as usual (GHG Protocol,
// Mitigation Goal Standard, 2014). With R the baseline of a year, its level is
//
//	T = R(t) × (1 - cut)
//
// Baseline is a series of the target's place, view and metric that has the due
// year and the years of milestones; to ask for a pathway or progress in another
// year it needs that year too. Year is the year that the scenario starts from
// and time is counted from, with a figure in the baseline; it is 0 where the document names
// none. A baseline is itself a forecast: a cut from one is not comparable with
// a cut from a base year.
//
// Of a baseline that is not above zero no share is taken: in the due year and in the
// year of a milestone it is refused, and in other years there is no pathway and no
// reduction.
type BaselineScenario struct {
	Kind     BaselineKind
	Baseline ghg.Yearly
	Year     int
	Cut      ghg.Share
}

// String is "37% below the static baseline".
func (g BaselineScenario) String() string {
	return fmt.Sprintf("%s the %s baseline", cutText(g.Cut), g.Kind)
}

func (g BaselineScenario) course(d Definition, p *problems) course {
	c := course{from: g.Year, first: g.Year}
	if g.Kind != StaticBaseline && g.Kind != DynamicBaseline {
		p.addf("goal.kind", "", "say whether the baseline is target.StaticBaseline or target.DynamicBaseline")
	}
	checkCut(p, "goal.cut", g.Cut)
	if g.Year != 0 {
		checkBaseYear(p, "goal.year", g.Year, d)
	}
	checkOneView(p, d, "the base of a baseline scenario goal is the baseline")
	milestones := checkMilestones(p, d, c, true)
	own := ghg.Basis{Place: d.Place, View: d.Views.Due, Metric: d.Metric}
	if g.Baseline.Len() == 0 {
		p.addf("goal.baseline", "", "a baseline scenario goal needs the series of its baseline, with the due year")
	} else if err := own.Meets("the target", g.Baseline.Basis(), "the baseline"); err != nil {
		p.meet("goal.baseline", err.Error(), err)
	}
	if p.Len() > 0 {
		return course{}
	}
	c.moves = baseline{g.Baseline}
	for f := range g.Baseline.All() {
		switch {
		case f.Year == g.Year && f.CO2e.Sign() <= 0:
			p.addf("goal.baseline", f.CO2e, "%d: the baseline must be above zero in the year that it starts from", f.Year)
		case f.CO2e.Sign() <= 0 && d.setsLevel(f.Year):
			p.addf("goal.baseline", f.CO2e, "%d: the goal cuts a share of it, and no share is taken of an amount that is not above zero", f.Year)
		case f.CO2e.Tonnes().Abs().GreaterThan(maxLevel):
			p.addf("goal.baseline", f.CO2e, "%d: a baseline must be at most %s t", f.Year, maxLevel)
		}
	}
	if g.Year != 0 {
		f, err := g.Baseline.Figure(g.Year)
		if err != nil {
			p.addf("goal.baseline", "", "%s", err)
		}
		c.base = f.CO2e
	}
	if p.Len() == 0 {
		c.cutLevels(d, g.Cut, milestones, p)
	}
	return c
}

func (g BaselineScenario) kind() string { return "baseline_scenario" }

// baseline is the reference of a baseline scenario goal.
type baseline struct{ series ghg.Yearly }

func (r baseline) at(year int) (num, den decimal.Decimal, err error) {
	f, err := r.series.Figure(year)
	if err != nil {
		return num, den, noReference(err, "baseline")
	}
	return f.CO2e.Tonnes(), one, nil
}

func (r baseline) formula(year int) string {
	f, _ := r.series.At(year)
	return fmt.Sprintf("%s in the baseline of %d", f.CO2e.Tonnes(), year)
}
