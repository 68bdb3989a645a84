package track

import (
	"fmt"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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

// refuseDay adds a fault for a day that does not exist, and says whether it did.
func refuseDay(faults *ghg.Faults, of, field string, d ghg.Date) bool {
	if !d.Valid() {
		faults.Refuse(of, field, d.String(), "a day that exists, in a year from 1850 to 2300, is needed")
	}
	return !d.Valid()
}

// isOpen reports whether a task is neither completed nor cancelled.
func isOpen(t strategy.Task) bool {
	return t.State != strategy.TaskCompleted && t.State != strategy.TaskCancelled
}

// isPast reports whether a task is past its due day.
func isPast(t strategy.Task, on ghg.Date) bool { return t.Due != ghg.Date{} && t.Due.Before(on) }

// ofAction says in messages which action is meant.
func ofAction(id string) string { return "action " + words.Quote(id) }

// refuseTask adds a fault for a task that contradicts itself, or whose state is of
// a day after the question: what it was before is not known.
func refuseTask(faults *ghg.Faults, action string, t strategy.Task, on ghg.Date) {
	of := ofAction(action) + ", task " + words.Quote(t.ID)
	wrong := t.Check()
	for _, f := range wrong.All {
		f.Of = of
		faults.Add(f)
	}
	if wrong.Len() == 0 && on.Before(t.CompletedOn) {
		faults.Refuse(of, "completed on", t.CompletedOn.String(), fmt.Sprintf("what stood on %s is not known", on))
	}
}
