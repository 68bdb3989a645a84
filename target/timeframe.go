package target

import (
	"errors"
	"fmt"
)

// Timeframe says which years decide whether a goal is met (GHG Protocol,
// Mitigation Goal Standard, 2014: single-year goals, and average, annual and
// cumulative multi-year goals). The zero Timeframe is [SingleYear].
type Timeframe struct {
	kind    timeframe
	first   int
	pathway Pathway
}

type timeframe uint8

const (
	single timeframe = iota
	average
	annual
	cumulative
)

var timeframeNames = [...]string{"single year", "average", "annual", "cumulative"}

// SingleYear is for a goal that its due year alone decides.
var SingleYear = Timeframe{}

// AverageFrom is for a goal that is met if the mean of the years from first to the
// due year is at or below the level of the due year.
func AverageFrom(first int) Timeframe { return Timeframe{average, first, Pathway{}} }

// AnnualFrom is for a goal that is met if every year from first to the due year is
// at or below the pathway's value.
func AnnualFrom(first int, p Pathway) Timeframe { return Timeframe{annual, first, p} }

// CumulativeFrom is for a goal that is met if the sum of the years from first to
// the due year is at or below the sum of the pathway's values.
func CumulativeFrom(first int, p Pathway) Timeframe { return Timeframe{cumulative, first, p} }

// First is the first year that counts, or 0 for [SingleYear]: then it is the
// due year.
func (f Timeframe) First() int { return f.first }

// Pathway is what an annual or cumulative goal allows each year.
func (f Timeframe) Pathway() Pathway { return f.pathway }

// String is "single year" or "cumulative from 2021, linear".
func (f Timeframe) String() string {
	s := timeframeNames[f.kind]
	if f.kind != single {
		s += fmt.Sprintf(" from %d", f.first)
	}
	if !f.pathway.IsZero() {
		s += ", " + f.pathway.String()
	}
	return s
}

// checkTimeframe notes a span of years that does not fit the goal.
func (d Definition) checkTimeframe(c course, p *problems) {
	f := d.Timeframe
	if f.kind == single {
		return
	}
	if _, rolls := d.Goal.(RollingBaseYear); rolls {
		p.addf("timeframe", f, "a rolling goal is held against every year by itself: leave the timeframe out")
		return
	}
	if !isYear(f.first) || f.first >= d.Due || c.first != 0 && f.first <= c.first {
		p.addf("timeframe", f.first, "the first year that counts lies after the base year and before the due year %d", d.Due)
		return
	}
	if f.kind != average && f.pathway.IsZero() {
		p.addf("timeframe", f, "%s", errNoPathway)
	}
	if points := c.points(); f.kind != average && len(points) > 0 && f.first < points[0].year {
		p.addf("timeframe", f.first,
			"the goal states no base year, and its first level is for %d: no pathway has a value before; give a base year or a milestone",
			points[0].year)
	}
	if f.kind == average && c.moves != nil {
		p.addf("timeframe", f,
			"the levels of this goal move, so that there is no one level for a mean: use target.AnnualFrom or target.CumulativeFrom")
	}
}

// checkAllowances notes a pathway that has no value for a year that counts, so
// that the goal could never be decided: a geometric one to zero, for one. It
// asks between every two levels, and in every year where values are stated one
// by one.
func (t Target) checkAllowances(p *problems) {
	f := t.def.Timeframe
	if f.pathway.IsZero() {
		return
	}
	ask := []int{f.first}
	for _, l := range t.def.levels {
		if l.year-1 > f.first {
			ask = append(ask, l.year-1)
		}
	}
	if f.pathway.def.stated != nil {
		for y := f.first + 1; y < t.Due(); y++ {
			ask = append(ask, y)
		}
	}
	for _, y := range ask {
		if _, err := t.Pathway(f.pathway, y); err != nil {
			reason := err.Error()
			if none := (*PathwayError)(nil); errors.As(err, &none) {
				reason = fmt.Sprintf("no value for %d: %s", y, none.Reason)
			}
			p.addf("timeframe", f, "%s", reason)
			return
		}
	}
}
