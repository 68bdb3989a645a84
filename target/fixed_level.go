package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// FixedLevel is a fixed-level goal: an amount that emissions of the due year
// may reach, whatever they were (GHG Protocol, Mitigation Goal Standard, 2014).
// A level of 0 t is net zero, and has to be said.
//
// Year and Base are a base year to compare with, where the document names one;
// both are left out otherwise. Without them there is no reduction, share
// achieved or pace, and a pathway starts at the first milestone. When a base is
// recalculated, a fixed level stays.
type FixedLevel struct {
	Level ghg.Mass
	Year  int
	Base  ghg.Mass
}

// String is "to 436600000 t".
func (g FixedLevel) String() string { return "to " + g.Level.String() }

func (g FixedLevel) course(d Definition, p *problems) course {
	var c course
	if g.Year != 0 || !g.Base.IsUnset() {
		c.from, c.first = g.Year, g.Year
		checkBaseYear(p, "goal.year", g.Year, d)
		checkBase(p, "goal.base", g.Base, d)
	}
	checkLevel(p, "goal.level", g.Level, d)
	milestones := checkMilestones(p, d, c, c.first != 0)
	if p.Len() > 0 {
		return course{}
	}
	if c.first != 0 {
		c.setBase(g.Base, d, p)
	} else {
		c.base, _ = ghg.CO2eOf(ghg.Mass{}, d.Metric)
	}
	for _, m := range append(milestones, Milestone{Year: d.Due, Level: g.Level}) {
		c.add(m, d, p)
	}
	return c
}

func (g FixedLevel) kind() string { return "fixed_level" }

// checkLevel notes a level that was left out, or is no amount of CO2e.
func checkLevel(p *problems, field string, m ghg.Mass, d Definition) {
	switch {
	case m.IsUnset():
		p.addf(field, "", "state the level, such as ghg.MustMass(\"436.6 Mt\"); 0 t has to be said")
	case !d.counts(m):
		p.addf(field, m, "a level is CO2e in the target's metric: give a mass that names no gas, such as 436.6 Mt%s", ofCO2Alone(m))
	case m.Tonnes().Abs().GreaterThan(maxLevel):
		p.addf(field, m, "a level must be at most %s t", maxLevel)
	}
}

// EquivalentCut is the share that the target's due level cuts from the
// emissions of its base year, 1 - T/B, whatever the kind of goal. An intensity
// goal of 40 % may come to a growth of 14 %. It is undefined for a goal without a base
// year, and for a rolling one.
func (t Target) EquivalentCut() ghg.Ratio {
	switch {
	case t.def == nil || t.def.first == 0:
		return ghg.Undefined(noBase)
	case len(t.def.levels) == 0:
		return ghg.Undefined("a rolling goal sets its levels as the years come")
	}
	b := t.def.base.Tonnes()
	return ghg.Quotient(b.Sub(t.dueLevel().Tonnes()), b, fmt.Sprintf("emissions of %d are 0", t.def.first))
}
