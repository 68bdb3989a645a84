package target

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Target is a goal of one place with its base, its milestones, and the view
// and metric that it is measured in. It is immutable. The zero Target is
// refused with [ErrNoTarget].
type Target struct{ def *target }

type target struct {
	Definition
	course
	milestones []Milestone // by year
	findings   []ghg.Finding
}

// ErrNoTarget says that a target was needed and the zero Target given.
var ErrNoTarget = errors.New("no target given: make one with target.New")

// New checks a definition and makes a target of it. All that does not stand is
// returned at once as [ghg.Faults]. What stands but should be looked at is in
// [Target.Findings].
func New(d Definition) (Target, error) {
	p := &problems{of: named(d.Name)}
	if d.Place != "" {
		p.CleanPlace(p.of, "Place", &d.Place)
	}
	d.check(p)
	goal, ok := goalValue(d.Goal)
	if !ok {
		p.addf("goal", "", "a goal is needed, such as target.BaseYear")
		return Target{}, p.Err()
	}
	d.Goal = goal
	t := &target{Definition: d, course: goal.course(d, p)}
	d.checkTimeframe(t.course, p)
	if err := p.Err(); err != nil {
		return Target{}, err
	}
	t.Definition.Milestones = nil // the caller's; ours are in milestones
	if len(t.levels) > 0 {
		t.milestones = checkMilestones(&problems{}, d, t.course, true)
		t.findings = t.orderFindings()
	}
	rolling, _ := d.Goal.(RollingBaseYear)
	t.findings = append(t.findings, t.signFindings(d.Due, rolling.Cut)...)
	Target{t}.checkAllowances(p)
	if err := p.Err(); err != nil {
		return Target{}, err
	}
	return Target{t}, nil
}

// named is a target in messages: `target "Daegu 2030"`.
func named(name string) string { return "target " + words.Quote(name) }

// of is the target in messages.
func (t Target) of() string { return named(t.Name()) }

// IsZero reports whether there is no target.
func (t Target) IsZero() bool { return t.def == nil }

func (t Target) definition() Definition {
	if t.def == nil {
		return Definition{}
	}
	return t.def.Definition
}

// Name is the target's name.
func (t Target) Name() string { return t.definition().Name }

// Place is whose target it is.
func (t Target) Place() ghg.PlaceID { return t.definition().Place }

// Due is the year that the goal is for.
func (t Target) Due() int { return t.definition().Due }

// Views are the views that base and due year are measured in.
func (t Target) Views() Views { return t.definition().Views }

// Metric is the metric of the base and of all levels.
func (t Target) Metric() ghg.Metric { return t.definition().Metric }

// Goal is what the target promises.
func (t Target) Goal() Goal { return t.definition().Goal }

// Source is the document that sets the target, or "".
func (t Target) Source() string { return t.definition().Source }

// Milestones yields the milestones by year.
func (t Target) Milestones() iter.Seq[Milestone] {
	return slices.Values(t.milestonesOf())
}

// Findings are remarks on the target: see [FindingMilestoneOrder] and
// [FindingCutBelowZero].
func (t Target) Findings() ghg.Findings {
	if t.def == nil {
		return ghg.Findings{}
	}
	return ghg.Findings{All: slices.Clone(t.def.findings)}
}

// BaseYear is the year that the goal counts from: of a base averaged over
// several years the last of them, and 0 where the goal states none.
func (t Target) BaseYear() int {
	if t.def == nil {
		return 0
	}
	return t.def.first
}

// BasePeriod is the first and last year that the base is a mean of: one year
// for most goals, and 0 where the goal states none.
func (t Target) BasePeriod() (first, last int) {
	if t.def == nil {
		return 0, 0
	}
	return t.def.from, t.def.first
}

// Base is the emissions of the base year as the target states them, or the mean
// of its base period. It is 0 where BaseYear is 0, and for a rolling goal.
func (t Target) Base() ghg.CO2e {
	if t.def == nil {
		return ghg.CO2e{}
	}
	return t.def.base
}

// Timeframe says which years decide whether the goal is met.
func (t Target) Timeframe() Timeframe { return t.definition().Timeframe }

// Published is the date of the document that sets the target, or the zero Date.
func (t Target) Published() ghg.Date { return t.definition().Published }

// Definition is what the target was made of, so that a changed copy can be made
// into another: with [New], or as a version of a [History].
func (t Target) Definition() Definition {
	d := t.definition()
	d.Milestones = slices.Clone(t.milestonesOf())
	return d
}

func (t Target) milestonesOf() []Milestone {
	if t.def == nil {
		return nil
	}
	return t.def.milestones
}

// Limit is the level that the target sets for its due year or for the year of
// a milestone: exactly, or rounded to [PathwayPlaces] where it is a quotient.
// Other years have none: the error is a [*ghg.NoFigureError].
func (t Target) Limit(year int) (ghg.CO2e, error) {
	if t.def == nil {
		return ghg.CO2e{}, ErrNoTarget
	}
	for y, limit := range t.Limits() {
		if y == year {
			return limit, nil
		}
	}
	return ghg.CO2e{}, t.noLimit(year)
}

// dueLevel is the level of the due year of a goal that sets one.
func (t Target) dueLevel() ghg.CO2e {
	levels := t.def.levels
	return levels[len(levels)-1].co2e
}

func (t Target) noLimit(year int) error {
	e := &ghg.NoFigureError{Of: "level of " + t.of(), Year: year, Remedy: "ask a pathway for the years between"}
	for y := range t.Limits() {
		e.Have = append(e.Have, y)
	}
	if len(e.Have) == 0 {
		e.Remedy = "its levels come with the years: ask Rolling"
	}
	return e
}

// Limits yields the years that the target sets a level for, with the level:
// milestones first, the due year last.
func (t Target) Limits() iter.Seq2[int, ghg.CO2e] {
	return func(yield func(int, ghg.CO2e) bool) {
		if t.def == nil {
			return
		}
		for _, l := range t.def.levels {
			if !yield(l.year, l.co2e) {
				return
			}
		}
	}
}

// String is the target in one line.
func (t Target) String() string {
	if t.def == nil {
		return "no target"
	}
	return fmt.Sprintf("%s: %s by %d", t.Name(), t.Goal(), t.Due())
}
