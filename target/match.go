package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// Aspect says in which way a series does not fit a target.
type Aspect string

// The aspects that a series shares with its target.
const (
	AspectPlace   Aspect = "place"
	AspectEdition Aspect = "edition" // of the scheme behind the view
	AspectView    Aspect = "view"
	AspectMetric  Aspect = "metric"
)

// MismatchError says that a series cannot be held against a target. It wraps a
// [*ghg.MetricMismatchError] where the metrics differ.
type MismatchError struct {
	Name   string // of the target
	Aspect Aspect
	Target string // what the target has
	Series string // what the series has
	Remedy string // what to do
	Err    error
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("target %q and the series differ in %s: %s and %s do not meet; %s", e.Name, e.Aspect, e.Target, e.Series, e.Remedy)
}

// Unwrap is the cause, where it has a type of its own.
func (e *MismatchError) Unwrap() error { return e.Err }

// Match refuses a series that is not of the target's place, metric, and the view
// of its due year, with a [*MismatchError]; nil means that the two may meet.
func (t Target) Match(s ghg.Yearly) error {
	if t.def == nil {
		return ErrNoTarget
	}
	return t.matchView(t.Views().Due, s)
}

// matchView refuses a series that is not of the target's place and metric and
// of the view given.
func (t Target) matchView(view ghg.View, s ghg.Yearly) error {
	fail := func(a Aspect, target, series, remedy string, err error) error {
		return &MismatchError{Name: t.Name(), Aspect: a, Target: target, Series: series, Remedy: remedy, Err: err}
	}
	mine, theirs := view.ID(), s.View().ID()
	switch {
	case s.Place() != t.Place():
		return fail(AspectPlace, fmt.Sprintf("%q", t.Place()), fmt.Sprintf("%q", s.Place()), "give the series of the target's place", nil)
	case mine.Scheme != theirs.Scheme && mine.Scheme != "" && theirs.Scheme != "":
		return fail(AspectEdition, string(mine.Scheme), string(theirs.Scheme),
			"a target set on one guideline edition is not read on another: make the series of inventories in the target's edition, or restate the target", nil)
	case mine != theirs && mine.String() == theirs.String():
		return fail(AspectView, mine.String(), "another selection of that name",
			"make the series with the target's own view", nil)
	case mine != theirs:
		return fail(AspectView, mine.String(), theirs.String(),
			"make the series with the target's view, or restate the target in the series' view", nil)
	case t.Metric().ID() != s.Metric().ID():
		a, b := t.Metric().ID(), s.Metric().ID()
		return fail(AspectMetric, a.String(), b.String(),
			fmt.Sprintf("make the series of inventories in metric %s, or restate the target in metric %s", a, b), &ghg.MetricMismatchError{A: a, B: b})
	}
	return nil
}
