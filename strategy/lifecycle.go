package strategy

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// StageChange is the stamp of one change of stage.
type StageChange struct {
	Stage Stage    `json:"stage"`
	On    ghg.Date `json:"on,omitzero"`  // the day from which the stage holds
	By    string   `json:"by,omitempty"` // who decided or recorded it
	// Reason is needed where the action is postponed or withdrawn.
	Reason string `json:"reason,omitempty"`
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
// way; the others are checked as [Lifecycle.Change] does. All that does not stand
// is in the error.
func NewLifecycle(action string, changes ...StageChange) (Lifecycle, error) {
	var faults ghg.Faults
	if action == "" || len(action) > ghg.MaxName {
		faults.Refuse("lifecycle", "action", action, fmt.Sprintf("an ID of at most %d bytes is needed", ghg.MaxName))
	}
	l := Lifecycle{action: action}
	var errs []error
	for i, c := range changes {
		if i == maxChanges {
			faults.Refuse(l.of(), "changes", strconv.Itoa(len(changes)), tooManyChanges)
			break
		}
		if err := l.follows(c.Stage); err != nil {
			errs = append(errs, err)
		}
		l.stamped(c, &faults)
		l.changes = append(l.changes, c) // the next one follows on it, whether it stands or not
	}
	if err := errors.Join(append([]error{faults.Err()}, errs...)...); err != nil {
		return Lifecycle{}, err
	}
	return l, nil
}

var tooManyChanges = fmt.Sprintf("at most %d are kept", maxChanges)

// of says what a field is of.
func (l Lifecycle) of() string {
	if l.action == "" {
		return "lifecycle"
	}
	return actionOf(l.action)
}

// follows is a [*TransitionError] for a stage that may not come next.
func (l Lifecycle) follows(s Stage) error {
	if allowed := l.next(); !slices.Contains(allowed, s) {
		return &TransitionError{Action: l.action, From: l.Current(), To: s, Allowed: allowed}
	}
	return nil
}

// stamped adds what does not stand in the stamp of the next change.
func (l Lifecycle) stamped(c StageChange, faults *ghg.Faults) {
	of := fmt.Sprintf("%s, change to %s", l.of(), c.Stage)
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
}

// Change is the lifecycle with one change more. A stage that may not follow is
// a [*TransitionError]; a postponed action comes back to the stage that it had,
// or to an earlier one. Days never go backwards. What else does not stand is in the
// error, as [ghg.Faults]. Where the change is refused,
// the lifecycle stands as it was.
func (l Lifecycle) Change(c StageChange) (Lifecycle, error) {
	var faults ghg.Faults
	switch n := len(l.changes); {
	case l.action == "":
		return l, errors.New("a lifecycle of no action takes no change: make one with strategy.NewLifecycle")
	case n >= maxChanges:
		faults.Refuse(l.of(), "changes", strconv.Itoa(n+1), tooManyChanges)
		return l, faults
	}
	l.stamped(c, &faults)
	if err := errors.Join(faults.Err(), l.follows(c.Stage)); err != nil {
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

// Details is the history, a line for each change.
func (l Lifecycle) Details() string {
	var b strings.Builder
	b.WriteString(l.String())
	for _, c := range l.changes {
		b.WriteString("\n  " + c.String())
	}
	return b.String()
}
