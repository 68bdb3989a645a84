package strategy

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// StageChange is the stamp of one change of stage.
type StageChange struct {
	Stage Stage
	On    ghg.Date // the day from which the stage holds
	By    string   // who decided or recorded it
	// Reason is needed where the action is postponed or withdrawn.
	Reason string
}

// String is the change as one line.
func (c StageChange) String() string {
	s := fmt.Sprintf("%s %s, by %s", c.On, c.Stage, c.By)
	if c.Reason != "" {
		s += ": " + c.Reason
	}
	return s
}

// Lifecycle is the history of the stages of one action, each stamped with day,
// author and reason. It is immutable: a change gives a new Lifecycle. The zero
// Lifecycle is of no action and takes no change.
type Lifecycle struct {
	action  string
	changes []StageChange
}

// maxChanges is how many changes of stage a lifecycle holds.
const maxChanges = 1000

// NewLifecycle makes a lifecycle of an action's ID and its changes so far, in
// their order. The first may be to any stage, as plans are often taken up half
// way; the others are checked as [Lifecycle.Change] does.
func NewLifecycle(action string, changes ...StageChange) (Lifecycle, error) {
	if action == "" || len(action) > ghg.MaxName {
		return Lifecycle{}, fmt.Errorf("lifecycle of action %.60q: an ID of at most %d bytes is needed", action, ghg.MaxName)
	}
	l := Lifecycle{action: action}
	for _, c := range changes {
		var err error
		if l, err = l.Change(c); err != nil {
			return Lifecycle{}, err
		}
	}
	return l, nil
}

// Change is the lifecycle with one change more. A stage that may not follow is
// a [*TransitionError]; a postponed action comes back to the stage that it had,
// or to an earlier one. Days never go backwards. Where the change is refused,
// the lifecycle stands as it was.
func (l Lifecycle) Change(c StageChange) (Lifecycle, error) {
	fail := func(why string) (Lifecycle, error) {
		return l, fmt.Errorf("action %.60q, change to %s on %s: %s", l.action, c.Stage, c.On, why)
	}
	allowed := l.next()
	switch {
	case l.action == "":
		return fail("a lifecycle of no action takes no change: make one with strategy.NewLifecycle")
	case !slices.Contains(allowed, c.Stage):
		return l, &TransitionError{Action: l.action, From: l.Current(), To: c.Stage, Allowed: allowed}
	case !c.On.Valid():
		return fail("a day is needed, in a year from 1850 to 2300")
	case c.By == "":
		return fail("say who decided or recorded it")
	case c.Reason == "" && (c.Stage == Postponed || c.Stage.IsWithdrawn()):
		return fail("a reason is needed where an action is postponed or withdrawn")
	case len(l.changes) >= maxChanges:
		return fail(fmt.Sprintf("at most %d changes are kept", maxChanges))
	}
	if n := len(l.changes); n > 0 && c.On.Before(l.changes[n-1].On) {
		return fail(fmt.Sprintf("the change before it was on %s, and days never go backwards", l.changes[n-1].On))
	}
	return Lifecycle{l.action, append(slices.Clone(l.changes), c)}, nil
}

// next are the stages that may follow now. What comes back from postponement
// is no further than it was.
func (l Lifecycle) next() []Stage {
	out := l.Current().Next()
	if l.Current() != Postponed || len(l.changes) < 2 {
		return out
	}
	before := l.changes[len(l.changes)-2].Stage
	return slices.DeleteFunc(out, func(s Stage) bool { return s > before && !s.IsWithdrawn() })
}

// Action is the ID of the action.
func (l Lifecycle) Action() string { return l.action }

// Len is the number of changes.
func (l Lifecycle) Len() int { return len(l.changes) }

// All yields the changes from the first to the last.
func (l Lifecycle) All() iter.Seq[StageChange] { return slices.Values(l.changes) }

// Current is the last stage, or unstated where there is none yet.
func (l Lifecycle) Current() Stage {
	if len(l.changes) == 0 {
		return StageUnstated
	}
	return l.changes[len(l.changes)-1].Stage
}

// At is the stage at the end of a day, or unstated before the first change.
func (l Lifecycle) At(day ghg.Date) Stage {
	stage := StageUnstated
	for _, c := range l.changes {
		if day.Before(c.On) {
			break
		}
		stage = c.Stage
	}
	return stage
}

// String is the current stage and the day from which it holds.
func (l Lifecycle) String() string {
	if len(l.changes) == 0 {
		return fmt.Sprintf("action %.60q: stage unstated", l.action)
	}
	return fmt.Sprintf("action %.60q: %s since %s", l.action, l.Current(), l.changes[len(l.changes)-1].On)
}

// Explain is the history, a line for each change.
func (l Lifecycle) Explain() string {
	var b strings.Builder
	b.WriteString(l.String())
	for _, c := range l.changes {
		b.WriteString("\n  " + c.String())
	}
	return b.String()
}
