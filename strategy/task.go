package strategy

import (
	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Phase is a step of an action: its part until 2030, until 2040, until 2050.
type Phase struct {
	ID         string // unique in its action
	Name       string
	NameKo     string
	Start, End int // years, both included; 0 where not stated
	Tasks      []Task
}

// Task is a piece of work within a phase that is to be done by a day. A task
// with Evidence of its completion is a milestone.
type Task struct {
	ID     string // unique in its action
	Name   string
	NameKo string
	Due    ghg.Date // zero where not stated
	// Weight is its part in the work of the action, above 0, in any unit: hours,
	// money, points.
	Weight decimal.Decimal
	State  TaskState
	// Done is how much of it is done while it is in progress.
	Done ghg.Share
	// CompletedOn is the day it was completed on: given if and only if it is
	// completed.
	CompletedOn ghg.Date
	Evidence    string
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

// Valid reports whether the state is one of those above.
func (s TaskState) Valid() bool { return int(s) < len(taskStates) }
