package target

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Milestone is a level that a target sets for a year between its base year and
// its due year: as a share to cut from the same base, or as an amount. One of
// the two is given, and the other left out; a milestone that allows growth has
// a cut below zero. Goals that move with an activity or a baseline have
// milestones as shares only, and goals without a base year as amounts only; those of a
// [FixedIntensity] are levels of one unit.
type Milestone struct {
	Year     int       `json:"year"`
	Cut      ghg.Share `json:"cut"`
	Level    ghg.Mass  `json:"level"` // in the target's metric
	Standing Standing  `json:"standing"`
}

// String is "45% by 2030" or "64030000 t by 2024".
func (m Milestone) String() string {
	s := m.Cut.String()
	if !m.Level.IsUnset() {
		s = m.Level.String()
	}
	return fmt.Sprintf("%s by %d", s, m.Year)
}

// Standing says what a milestone rests on. The zero Standing is not stated.
type Standing uint8

// What a milestone may rest on.
const (
	StandingUnstated Standing = iota
	Legal                     // a law or ordinance
	Policy                    // an adopted plan
	Indicative                // a figure on the way, without force
)

var standingNames = [...]string{"not stated", "legal", "policy", "indicative"}

// String is "legal", "policy", "indicative" or "not stated".
func (s Standing) String() string {
	if int(s) < len(standingNames) {
		return standingNames[s]
	}
	return fmt.Sprintf("unknown (%d)", uint8(s))
}

// Korean is the same in Korean: 법정.
func (s Standing) Korean() string { return s.term().Ko }

// MarshalText writes what String says.
func (s Standing) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// FindingMilestoneOrder is the code of a finding on a target: from one of its
// levels to the next, emissions may move away from its due level.
const FindingMilestoneOrder = "milestone-order"

// FindingMilestoneMissed is the code of a finding on progress: in the year of a
// milestone, or in the due year, emissions are above the level that the target sets for
// this very year, whatever the rules say of pace or gap.
const FindingMilestoneMissed = "milestone-missed"

// FindingAnnualMissed is the code of a finding on progress: the goal is for every year
// of a span, and a year before the one asked has missed it already.
const FindingAnnualMissed = "annual-goal-missed"

// FindingCutBelowZero is the code of a finding on a target: a cut below zero lets
// emissions grow. A cut printed as "-40 %" is most often one of 40 %.
const FindingCutBelowZero = "cut-below-zero"

// signFindings remarks on cuts that are growth.
func (c course) signFindings(due int, goal ghg.Share) []ghg.Finding {
	var years, cuts []string
	say := func(year int, cut ghg.Share) {
		if cut.Cmp(ghg.Share{}) < 0 {
			years, cuts = append(years, strconv.Itoa(year)), append(cuts, cut.String())
		}
	}
	for _, l := range c.levels {
		say(l.year, l.cut)
	}
	if len(c.levels) == 0 { // a rolling goal
		say(due, goal)
	}
	if len(cuts) == 0 {
		return nil
	}
	all := strings.Join(cuts, ", ")
	return []ghg.Finding{{Code: FindingCutBelowZero, Severity: ghg.Warning, Of: strings.Join(years, ", "), Stated: all,
		Detail: "a cut of " + all + " lets emissions grow: a reduction is written without a minus, " +
			"and the figure is right only where growth is meant"}}
}

// passed is what the figure of a year says of the level set for it.
type passed struct {
	level ghg.CO2e
	over  ghg.CO2e // above 0: missed
}

// atLevel compares emissions of a year with the level that the target sets for it.
func (t Target) atLevel(year int, emissions ghg.CO2e) (passed, bool) {
	level, err := t.Limit(year)
	if err != nil {
		return passed{}, false
	}
	over, err := emissions.Sub(level)
	return passed{level, over}, err == nil
}

// checkMilestones returns the milestones by year. Where a goal cuts nothing
// (cuts is false), its milestones are amounts.
func checkMilestones(p *problems, d Definition, c course, cuts bool) []Milestone {
	sorted := slices.Clone(d.Milestones)
	slices.SortStableFunc(sorted, func(a, b Milestone) int { return a.Year - b.Year })
	_, moves := d.Goal.(interface{ moves() })
	_, perHead := d.Goal.(FixedIntensity)
	for i, m := range sorted {
		q := p.in(fmt.Sprintf("milestone %d", m.Year))
		if c.first == 0 {
			if isYear(d.Due) && (!isYear(m.Year) || m.Year >= d.Due) {
				q.addf("year", m.Year, "a milestone lies before the due year %d", d.Due)
			}
		} else if isYear(c.first) && isYear(d.Due) && (m.Year <= c.first || m.Year >= d.Due) {
			q.addf("year", m.Year, "a milestone lies between the base year %d and the due year %d", c.first, d.Due)
		}
		if i > 0 && sorted[i-1].Year == m.Year {
			q.addf("year", m.Year, "one year has one milestone")
		}
		switch {
		case m.Standing > Indicative:
			q.addf("standing", m.Standing, "a standing that exists is needed")
		case !m.Level.IsUnset() && !m.Cut.IsUnset():
			q.addf("level", m.Level, "a milestone is a cut or a level: give one of them")
		case perHead && m.Level.IsUnset():
			q.addf("cut", m.Cut, "the level of this goal is one of each unit: give the milestone as such a level")
		case !m.Level.IsUnset() && moves:
			q.addf("level", m.Level, "the levels of this goal move: give the milestone as a cut")
		case !m.Level.IsUnset():
			checkLevel(q, "level", m.Level, d)
		case !cuts:
			q.addf("cut", m.Cut, "a goal without a base year has nothing to cut from: give the milestone as a level")
		default:
			checkCut(q, "cut", m.Cut)
		}
		p.take(q)
	}
	return sorted
}

func (BaseYearIntensity) moves() {}
func (BaselineScenario) moves()  {}

// orderFindings remarks on levels that move away from the due level: amounts,
// or the shares left where the levels of a goal move.
func (c course) orderFindings() []ghg.Finding {
	points := c.points()
	text := func(q point) string {
		if c.moves != nil && !c.ofUnit {
			return q.value.Shift(2).String() + "% of the reference"
		}
		return q.text
	}
	var out []ghg.Finding
	for i := 1; i < len(points); i++ {
		a, z := points[i-1], points[i]
		step := z.value.Cmp(a.value)
		if step == 0 || step == points[len(points)-1].value.Cmp(points[0].value) {
			continue
		}
		out = append(out, ghg.Finding{Code: FindingMilestoneOrder, Severity: ghg.Warning, Of: strconv.Itoa(z.year), Stated: text(a),
			Found:  text(z),
			Detail: fmt.Sprintf("the level moves away from the goal between %d (%s) and %d (%s)", a.year, text(a), z.year, text(z))})
	}
	return out
}
