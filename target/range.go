package target

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// Range is a goal that is stated with two ends, as "26–28 % below 2005": one target
// for each end, alike in all but the goal. Where a place stands is said against both,
// and neither is the goal alone. The zero Range is refused with [ErrNoTarget].
type Range struct {
	Least Target // the end that asks for less
	Most  Target // the end that asks for more
}

// NewRange makes both targets of one definition, whose Goal is left out. Ends that
// do not stand in this order by the level of the due year, or that count from two
// bases, are refused with [ghg.Faults], and so is a rolling goal, which has no levels.
func NewRange(d Definition, least, most Goal) (Range, error) {
	p := &problems{of: named(d.Name)}
	if d.Goal != nil {
		p.addf("goal", d.Goal, "leave it out: a range has a goal at each end")
		return Range{}, p.Err()
	}
	var r Range
	for _, x := range []struct {
		goal Goal
		into *Target
	}{{least, &r.Least}, {most, &r.Most}} {
		d.Goal = x.goal
		t, err := New(d)
		if err != nil {
			return Range{}, err
		}
		*x.into = t
	}
	a, errA := r.Least.Limit(d.Due)
	z, errZ := r.Most.Limit(d.Due)
	switch {
	case errA != nil || errZ != nil:
		p.addf("goal", r.Least.Goal(), "a rolling goal sets its levels as the years come: it has no range")
	case r.Least.BaseYear() != r.Most.BaseYear() || !r.Least.Base().Equal(r.Most.Base()):
		p.addf("goal", r.Most.Goal(), "both ends count from one base; from two they are two targets")
	case a.Tonnes().LessThanOrEqual(z.Tonnes()):
		p.addf("goal", r.Most.Goal(), "the end that asks for more comes last: its level, %s, is not below %s", z, a)
	}
	if err := p.Err(); err != nil {
		return Range{}, err
	}
	return r, nil
}

// IsZero reports whether there is no range.
func (r Range) IsZero() bool { return r.Least.IsZero() || r.Most.IsZero() }

// RangeProgress is where a place stands against both ends of a range.
type RangeProgress struct{ Least, Most Progress }

// Progress is [Target.Progress] against both ends.
func (r Range) Progress(year int, pathway Pathway, rules Rules, series ...ghg.Yearly) (RangeProgress, error) {
	var out RangeProgress
	var err error
	if out.Least, err = r.Least.Progress(year, pathway, rules, series...); err != nil {
		return RangeProgress{}, err
	}
	if out.Most, err = r.Most.Progress(year, pathway, rules, series...); err != nil {
		return RangeProgress{}, err
	}
	return out, nil
}

// Outcome is [Target.Outcome] of both ends: a range is met from its least end on.
func (r Range) Outcome(series ghg.Yearly, a Adjustments) (least, most Outcome, err error) {
	if least, err = r.Least.Outcome(series, a); err != nil {
		return Outcome{}, Outcome{}, err
	}
	if most, err = r.Most.Outcome(series, a); err != nil {
		return Outcome{}, Outcome{}, err
	}
	return least, most, nil
}

// String is "US 2025: 26% below 2005 to 28% below 2005 by 2025".
func (r Range) String() string {
	if r.IsZero() {
		return "no range"
	}
	return fmt.Sprintf("%s: %s to %s by %d", r.Least.Name(), r.Least.Goal(), r.Most.Goal(), r.Least.Due())
}

// String is the status against both ends: "US 2025 in 2020: 26% below 2005 ahead, 28%
// below 2005 on track".
func (p RangeProgress) String() string {
	if p.Least.Target.IsZero() {
		return NoData.inWords().En
	}
	return fmt.Sprintf("%s in %d: %s %s, %s %s", p.Least.Target.Name(), p.Least.Year, p.Least.Target.Goal(), p.Least.Status.inWords(),
		p.Most.Target.Goal(), p.Most.Status.inWords())
}

// MarshalJSON writes both targets.
func (r Range) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Least Target `json:"least"`
		Most  Target `json:"most"`
	}{r.Least, r.Most})
}

// MarshalJSON writes both panels.
func (p RangeProgress) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Least Progress `json:"least"`
		Most  Progress `json:"most"`
	}{p.Least, p.Most})
}
