package track

import (
	"fmt"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

func timeOf(d ghg.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// daysBetween is how many days b is after a. It counts in seconds of Unix, as
// a time.Duration ends at 292 years.
func daysBetween(a, b ghg.Date) int {
	const day = 24 * 60 * 60
	return int((timeOf(b).Unix() - timeOf(a).Unix()) / day)
}

// monthsAfter is the same day some months later, or the last day of that
// month where it has no such day.
func monthsAfter(d ghg.Date, months int) ghg.Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return ghg.Date{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}

func checkDay(what string, d ghg.Date) error {
	if !d.Valid() {
		return fmt.Errorf("%s %s: a day that exists, in a year from 1850 to 2300, is needed", what, d)
	}
	return nil
}

// isOpen reports whether a task is neither completed nor cancelled.
func isOpen(t strategy.Task) bool {
	return t.State != strategy.TaskCompleted && t.State != strategy.TaskCancelled
}

// isPast reports whether a task is past its due day.
func isPast(t strategy.Task, on ghg.Date) bool { return t.Due != ghg.Date{} && t.Due.Before(on) }

// TaskError says that a task cannot be used, or not on the day of the question.
type TaskError struct {
	Action, Task string // IDs
	Err          error
}

func (e *TaskError) Error() string {
	return fmt.Sprintf("action %.60q, task %.60q: %v", e.Action, e.Task, e.Err)
}

// Unwrap is what is wrong with it.
func (e *TaskError) Unwrap() error { return e.Err }

// checkTask refuses a task that contradicts itself, or whose state is of a day
// after the question: what it was before is not known.
func checkTask(action string, t strategy.Task, on ghg.Date) error {
	err := t.Check()
	if err == nil && on.Before(t.CompletedOn) {
		err = fmt.Errorf("it was completed on %s, and what stood on %s is not known", t.CompletedOn, on)
	}
	if err != nil {
		return &TaskError{action, t.ID, err}
	}
	return nil
}
