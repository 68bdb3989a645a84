package strategy

import (
	"errors"
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
		return Lifecycle{}, ghg.Fault{Code: ghg.FaultDefinition, Of: "lifecycle", Field: "action", Value: action,
			Detail: fmt.Sprintf("an ID of at most %d bytes is needed", ghg.MaxName)}
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
// or to an earlier one. Days never go backwards. What else does not stand is in the
// error, as [ghg.Faults]. Where the change is refused,
// the lifecycle stands as it was.
func (l Lifecycle) Change(c StageChange) (Lifecycle, error) {
	allowed := l.next()
	switch {
	case l.action == "":
		return l, errors.New("a lifecycle of no action takes no change: make one with strategy.NewLifecycle")
	case !slices.Contains(allowed, c.Stage):
		return l, &TransitionError{Action: l.action, From: l.Current(), To: c.Stage, Allowed: allowed}
	case len(l.changes) >= maxChanges:
		return l, fmt.Errorf("%s: at most %d changes of stage are kept", actionOf(l.action), maxChanges)
	}
	var faults ghg.Faults
	of := fmt.Sprintf("%s, change to %s", actionOf(l.action), c.Stage)
	if !c.On.Valid() {
		faults.Refuse(of, "on", c.On.String(), dayNeeded)
	} else if n := len(l.changes); n > 0 && c.On.Before(l.changes[n-1].On) {
		faults.Refuse(of, "on", c.On.String(), fmt.Sprintf("the change before it was on %s, and days never go backwards", l.changes[n-1].On))
	}
	if c.By == "" {
		faults.Refuse(of, "by", "", "say who decided or recorded it")
	}
	if c.Reason == "" && (c.Stage == Postponed || c.Stage.IsWithdrawn()) {
		faults.Refuse(of, "reason", "", "a reason is needed where an action is postponed or withdrawn")
	}
	if err := faults.Err(); err != nil {
		return l, err
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
		return actionOf(l.action) + ": stage unstated"
	}
	return fmt.Sprintf("%s: %s since %s", actionOf(l.action), l.Current(), l.changes[len(l.changes)-1].On)
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
