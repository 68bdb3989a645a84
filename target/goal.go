package target

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Goal is what a target promises. It is a closed set: [BaseYear].
type Goal interface {
	fmt.Stringer
	// levels are the levels that the goal sets for single years, base first;
	// what does not fit is noted in p.
	levels(d Definition, p *problems) []level
	// formula is how the goal comes to a level, with its inputs.
	formula(base ghg.CO2e, l level) string
	// kind names the kind of goal in exchange files.
	kind() string
}

var _ Goal = BaseYear{}

// level is the level that a goal sets for one year.
type level struct {
	year int
	co2e ghg.CO2e
	cut  ghg.Share
}

// BaseYear is a base year emissions goal: a share to cut from the emissions of
// a base year (GHG Protocol, Mitigation Goal Standard, 2014). Its level is
//
//	T = B × (1 - cut)
//
// Base is the emissions of the base year as the target's document states them,
// in the target's metric; it names no gas. Cut is the share to cut, at most
// 100 %. A cut below zero is a goal that allows growth, and 0% one that holds
// emissions at their base; a cut left out is refused.
type BaseYear struct {
	Year int
	Base ghg.Mass
	Cut  ghg.Share
}

// String is "45% below 2018", "5% above 2018" or "as in 2018".
func (g BaseYear) String() string {
	switch zero := (ghg.Share{}); {
	case g.Cut.Cmp(zero) > 0:
		return fmt.Sprintf("%s below %d", g.Cut, g.Year)
	case g.Cut.Cmp(zero) < 0:
		return fmt.Sprintf("%s above %d", strings.TrimPrefix(g.Cut.String(), "-"), g.Year)
	}
	return fmt.Sprintf("as in %d", g.Year)
}

func (g BaseYear) levels(d Definition, p *problems) []level {
	if !isYear(g.Year) {
		p.addf("Goal.Year", g.Year, nil, "a base year from 1850 to 2300 is needed")
	} else if isYear(d.Due) && d.Due <= g.Year {
		p.addf("Due", d.Due, nil, "the due year must come after the base year %d", g.Year)
	}
	switch {
	case !g.Base.Gas().IsZero():
		p.addf("Goal.Base", g.Base, nil, "a base is CO2e in the target's metric: give a mass that names no gas, such as 9.43 Mt")
	case g.Base.Sign() <= 0:
		p.addf("Goal.Base", g.Base, nil, "a base must be above zero")
	case g.Base.Tonnes().GreaterThan(maxLevel):
		p.addf("Goal.Base", g.Base, nil, "a base must be at most %s t", maxLevel)
	}
	checkCut(p, "Goal.Cut", g.Cut)
	milestones := checkMilestones(p, d.Milestones, g.Year, d.Due)
	if len(p.all) > 0 {
		return nil
	}
	base, err := ghg.CO2eOf(g.Base, d.Metric)
	if err != nil {
		p.addf("Goal.Base", g.Base, err, "%s", err)
		return nil
	}
	out := make([]level, 0, len(milestones)+2)
	out = append(out, level{year: g.Year, co2e: base})
	for _, m := range append(milestones, Milestone{Year: d.Due, Cut: g.Cut}) {
		left, err := base.Scale(m.Cut.Complement().Fraction())
		if err == nil && left.Tonnes().GreaterThan(maxLevel) {
			err = fmt.Errorf("the level must be at most %s t", maxLevel)
		}
		if err != nil {
			p.addf("Cut", m.Cut, err, "%d: %s", m.Year, err)
			continue
		}
		out = append(out, level{m.Year, left, m.Cut})
	}
	return out
}

func (g BaseYear) formula(base ghg.CO2e, l level) string {
	cut := "- " + l.cut.String()
	if growth, is := strings.CutPrefix(l.cut.String(), "-"); is {
		cut = "+ " + growth
	}
	return fmt.Sprintf("B × (1 %s) = %s × %s", cut, base.Tonnes(), l.cut.Complement().Fraction())
}

func (g BaseYear) kind() string { return "base_year" }

// goalValue takes a goal, or a pointer to one, as the value that it is, so
// that the caller cannot change the goal of a target afterwards.
func goalValue(g Goal) (Goal, bool) {
	switch g := g.(type) {
	case BaseYear:
		return g, true
	case *BaseYear:
		if g != nil {
			return *g, true
		}
	}
	return nil, false
}

// checkCut notes a cut that was left out, or is more than everything.
func checkCut(p *problems, field string, cut ghg.Share) {
	switch {
	case cut.IsUnset():
		p.addf(field, "", nil, "state the share to cut, such as ghg.MustShare(\"45%%\"); 0%% has to be said")
	case cut.Complement().Cmp(ghg.Share{}) < 0:
		p.addf(field, cut, nil, "no more than 100%% of the base can be cut")
	}
}
