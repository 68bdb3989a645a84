package strategy

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Phase is a step of an action: its part until 2030, until 2040, until 2050.
type Phase struct {
	ID     string `json:"id"` // unique in its action
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	Start  int    `json:"start,omitempty"`
	End    int    `json:"end,omitempty"` // years, both included; 0 where not stated
	Tasks  []Task `json:"tasks,omitempty"`
}

// Task is a piece of work within a phase that is to be done by a day. A task
// with Evidence of its completion is a milestone.
type Task struct {
	ID     string   `json:"id"` // unique in its action
	Name   string   `json:"name"`
	NameKo string   `json:"name_ko,omitempty"`
	Due    ghg.Date `json:"due,omitzero"` // zero where not stated
	// Weight is its part in the work of the action, above 0, in any unit: hours,
	// money, points.
	Weight decimal.Decimal `json:"weight"`
	State  TaskState       `json:"state"`
	// Done is how much of it is done while it is in progress, from 0 to 100 %.
	Done ghg.Share `json:"done"`
	// CompletedOn is the day it was completed on: given if and only if it is
	// completed.
	CompletedOn ghg.Date `json:"completedOn,omitzero"`
	Evidence    string   `json:"evidence,omitempty"`
}

// Check is what is wrong with a task: a state that does not exist, a weight that
// is not above 0, a part done below 0 or above 1, or a completion that state and
// day do not agree on.
func (t Task) Check() ghg.Faults {
	var f ghg.Faults
	t.check(func(code, field, value, detail string) {
		f.Add(ghg.Fault{Code: code, Of: "task " + words.Quote(t.ID), Field: field, Value: value, Detail: detail})
	})
	return f
}

func (t Task) check(refuse refusal) {
	none, one := ghg.Date{}, ghg.Share{}.Complement()
	done := t.Done.Fraction()
	wrong := func(field, value, detail string) { refuse(FaultTask, field, value, detail) }
	if !t.State.Valid() {
		wrong("state", t.State.String(), "allowed are "+strings.Join(taskStates, ", "))
	}
	if exact.Check(t.Weight) != nil || t.Weight.Sign() <= 0 {
		wrong("weight", exact.Text(t.Weight), "above 0 is needed")
	}
	for _, d := range []struct {
		field string
		day   ghg.Date
	}{{"due", t.Due}, {"completed_on", t.CompletedOn}} {
		if d.day != none && !d.day.Valid() {
			wrong(d.field, d.day.String(), dayNeeded)
		}
	}
	switch {
	case t.State == TaskCompleted && t.CompletedOn == none:
		wrong("completed_on", "", "a completed task needs the day on which it was completed")
	case t.State != TaskCompleted && t.CompletedOn != none:
		wrong("completed_on", t.CompletedOn.String(), "it is "+t.State.String())
	}
	switch {
	case exact.Check(done) != nil || done.Sign() < 0 || t.Done.Cmp(one) > 0:
		wrong("done", exact.Text(done), "the part that is done lies between 0% and 100%")
	case t.State == TaskNotStarted && !done.IsZero():
		wrong("done", t.Done.String(), "it is not started")
	case t.State == TaskCompleted && !done.IsZero() && !t.Done.Equal(one):
		wrong("done", t.Done.String(), "it is completed: all of it is done")
	}
}

// Earned is how much of the task is done: all of it once it is completed, none
// before it is started, and Done while it is in progress. What is cancelled has
// earned nothing.
func (t Task) Earned() ghg.Share {
	switch t.State {
	case TaskCompleted:
		return ghg.Share{}.Complement()
	case TaskInProgress:
		return t.Done
	}
	return ghg.Share{}
}

// TaskState is where a task stands. The zero TaskState is not started.
type TaskState uint8

// The states of a task.
const (
	TaskNotStarted TaskState = iota
	TaskInProgress
	TaskCompleted
	TaskCancelled
)

var taskStates = []string{"not started", "in progress", "completed", "cancelled"}

// String is the state in small letters.
func (s TaskState) String() string { return word("state", taskStates, uint8(s)) }

// Korean is the same in Korean: 추진 중.
func (s TaskState) Korean() string { return words.SetName("strategy.TaskState", s.String()) }

// MarshalText writes what String says.
func (s TaskState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what String says.
func (s *TaskState) UnmarshalText(text []byte) error {
	return readWord(s, "state", taskStates, 0, text)
}

// Valid reports whether the state is one of those above.
func (s TaskState) Valid() bool { return int(s) < len(taskStates) }
