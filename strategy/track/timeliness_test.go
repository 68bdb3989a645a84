package track_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func day(year, month, d int) ghg.Date {
	return ghg.Date{Year: year, Month: time.Month(month), Day: d}
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// task is one of a weight, due on a day.
func task(id, weight string, due ghg.Date) strategy.Task {
	return strategy.Task{ID: id, Name: id, Due: due, Weight: dec(weight)}
}

func completed(t strategy.Task, on ghg.Date) strategy.Task {
	t.State, t.CompletedOn = strategy.TaskCompleted, on
	return t
}

func begun(t strategy.Task, done string) strategy.Task {
	t.State, t.Done = strategy.TaskInProgress, ghg.MustShare(done)
	return t
}

func cancelled(t strategy.Task) strategy.Task {
	t.State = strategy.TaskCancelled
	return t
}

// action is one with a phase until 2030.
func action(id, area string, tasks ...strategy.Task) strategy.Action {
	return strategy.Action{ID: id, Name: id, Area: area, Source: "climate plan, 2024",
		Phases: []strategy.Phase{{ID: "2030", End: 2030, Tasks: tasks}}}
}

// monthly is how often a town wants news.
var monthly = track.UpdateIntervals{Target: 30, Acceptable: 60, Stale: 180}

func ExampleAssessTimeliness() {
	buses := action("buses", "T",
		completed(task("tender", "1", day(2024, 3, 31)), day(2024, 5, 2)),
		begun(task("depot", "3", day(2025, 1, 31)), "60%"),
		task("delivery", "6", day(2025, 12, 31)))
	r, err := track.AssessTimeliness(buses, day(2025, 1, 20), day(2025, 3, 1), monthly)
	fmt.Println(err)
	fmt.Println(r.Details())
	// Output:
	// <nil>
	// action "buses" on 2025-03-01: late: 1 task is past its due day
	//   updated on 2025-01-20, 40 days before: update due (target 30, acceptable 60, stale after 180 days)
	//   task "depot": in progress, due 2025-01-31, 29 days ago
}

func ExampleTimeliness() {
	solar := action("solar", "E", task("survey", "1", day(2026, 6, 30)))
	r, _ := track.AssessTimeliness(solar, day(2024, 2, 1), day(2025, 3, 1), monthly)
	fmt.Println(r.Timeliness)
	fmt.Println(r)
	// Output:
	// stale
	// action "solar" on 2025-03-01: stale: no update for 394 days, more than 180
}

func ExampleUpdateIntervals() {
	_, err := track.AssessTimeliness(action("solar", "E"), ghg.Date{}, day(2025, 3, 1), track.UpdateIntervals{Target: 90})
	fmt.Println(err)
	// Output:
	// update intervals, acceptable "0": at least the target, 90 days, is needed
}

func ExampleActionTimeliness() {
	depot := action("depot", "T", task("site", "1", day(2025, 1, 31)), task("roof", "2", day(2025, 2, 20)))
	r, _ := track.AssessTimeliness(depot, day(2025, 2, 28), day(2025, 3, 1), monthly)
	for _, l := range r.Late {
		fmt.Println(l.Task.ID, l.Days)
	}
	// Output:
	// site 29
	// roof 9
}

func ExampleLateTask() {
	l := track.LateTask{Task: task("site", "1", day(2025, 1, 31)), Days: 29}
	fmt.Println(l.Task.ID, l.Days)
	// Output: site 29
}

func ExampleUpdateState() {
	r, _ := track.AssessTimeliness(action("solar", "E"), day(2025, 1, 10), day(2025, 3, 1), monthly)
	fmt.Println(r.Days, r.Update, r.Timeliness)
	// Output: 50 update due on time
}

// Nobody knows what stood on a day before a task was completed.
func ExampleAssessTimeliness_refused() {
	buses := action("buses", "T", completed(task("tender", "1", day(2024, 3, 31)), day(2024, 5, 2)))
	_, err := track.AssessTimeliness(buses, day(2024, 1, 1), day(2024, 4, 30), monthly)
	var refused ghg.Fault
	if errors.As(err, &refused) && refused.Field == "completed on" {
		fmt.Println("ask for", refused.Value, "or later")
	}
	fmt.Println(err)
	// Output:
	// ask for 2024-05-02 or later
	// action "buses", task "tender", completed on "2024-05-02": what stood on 2024-04-30 is not known
}

func TestTimelinessBoundaries(t *testing.T) {
	a := action("a", "E", task("t", "1", day(2025, 6, 30)), task("whenever", "1", ghg.Date{}),
		cancelled(task("dropped", "1", day(2020, 1, 1))), completed(task("done late", "1", day(2020, 1, 1)), day(2025, 1, 1)))
	for _, c := range []struct {
		updated, on ghg.Date
		days        int
		update      track.UpdateState
		want        track.Timeliness
	}{
		{day(2025, 6, 30), day(2025, 6, 30), 0, track.UpToDate, track.OnTime}, // due today
		{day(2025, 6, 30), day(2025, 7, 1), 1, track.UpToDate, track.Late},
		{day(2025, 5, 1), day(2025, 5, 31), 30, track.UpToDate, track.OnTime},
		{day(2025, 5, 1), day(2025, 6, 1), 31, track.UpdateDue, track.OnTime},
		{day(2025, 5, 1), day(2025, 6, 30), 60, track.UpdateDue, track.OnTime},
		{day(2025, 4, 30), day(2025, 6, 30), 61, track.UpdateOverdue, track.OnTime},
		{day(2025, 1, 1), day(2025, 6, 30), 180, track.UpdateOverdue, track.OnTime},
		{day(2024, 12, 31), day(2025, 6, 30), 181, track.UpdateStale, track.Stale},
		{ghg.Date{}, day(2025, 6, 30), 0, track.NeverUpdated, track.Stale},
	} {
		r, err := track.AssessTimeliness(a, c.updated, c.on, monthly)
		require.NoError(t, err)
		assert.Equal(t, c.want, r.Timeliness, c)
		assert.Equal(t, c.update, r.Update, c)
		assert.Equal(t, c.days, r.Days, c)
		assert.Equal(t, 1, r.Undated)
		assert.Contains(t, r.Details(), "open tasks without a due day: 1")
		assert.Equal(t, c.on == day(2025, 7, 1), len(r.Late) == 1)
	}
}

// A stale record lists its late tasks; a completed action needs no updates and
// is late all the same; a withdrawn one is not assessed.
func TestTimelinessByStage(t *testing.T) {
	a := action("a", "E", task("t", "1", day(2024, 1, 1)), task("u", "1", day(2024, 1, 2)))
	r, err := track.AssessTimeliness(a, ghg.Date{}, day(2024, 1, 3), monthly)
	require.NoError(t, err)
	assert.Equal(t, track.Stale, r.Timeliness)
	assert.Len(t, r.Late, 2)
	assert.Equal(t, 2, r.Late[0].Days)
	assert.Contains(t, r.Details(), "no update is known\n  never updated (target 30")
	a.Stage = strategy.Completed
	for _, updated := range []ghg.Date{{}, day(2020, 1, 1)} {
		r, err = track.AssessTimeliness(a, updated, day(2024, 1, 3), monthly)
		require.NoError(t, err)
		assert.Equal(t, `action "a" on 2024-01-03: late: 2 tasks are past their due day`, r.String())
	}
	a.Stage = strategy.Merged
	r, err = track.AssessTimeliness(a, day(2024, 1, 1), day(2024, 1, 3), monthly)
	require.NoError(t, err)
	assert.Equal(t, `action "a" on 2024-01-03: not assessed: the action is merged`, r.String())
	r, err = track.AssessTimeliness(action("b", "E"), day(2024, 1, 1), day(2024, 1, 3), monthly)
	require.NoError(t, err)
	assert.Equal(t, track.OnTime, r.Timeliness)
	assert.NotContains(t, r.Details(), "without a due day")
}

func TestTimelinessRefuses(t *testing.T) {
	a, on := action("a", "E"), day(2024, 1, 3)
	for _, u := range []track.UpdateIntervals{{}, {0, 1, 2}, {2, 1, 3}, {1, 3, 2}, {1, 1, 3661}} {
		_, err := track.AssessTimeliness(a, on, on, u)
		assert.ErrorContains(t, err, "update intervals", u)
	}
	for _, u := range []track.UpdateIntervals{{1, 1, 1}, {1, 1, 3660}} {
		_, err := track.AssessTimeliness(a, on, on, u)
		assert.NoError(t, err, u)
	}
	_, err := track.AssessTimeliness(a, on, ghg.Date{}, monthly)
	assert.ErrorContains(t, err, "day of the question")
	_, err = track.AssessTimeliness(a, day(2023, 2, 29), on, monthly)
	assert.ErrorContains(t, err, `last update "2023-02-29": a day that exists`)
	_, err = track.AssessTimeliness(a, day(2024, 1, 4), on, monthly)
	assert.ErrorContains(t, err, `last update "2024-01-04": it is after the day of the question`)
	_, err = track.AssessTimeliness(action("a", "E", task("t", "0", on)), on, on, monthly)
	assert.ErrorContains(t, err, `action "a", task "t", weight "0": above 0`)
}

func TestNames(t *testing.T) {
	assert.Equal(t, "not assessed", track.NotAssessed.String())
	assert.Equal(t, "unknown timeliness (4)", track.Timeliness(4).String())
	assert.Equal(t, "update overdue", track.UpdateOverdue.String())
	assert.Equal(t, "no weighting", track.Weighting(0).String())
	assert.Equal(t, "tactical", track.Tactical.String())
	assert.Equal(t, "is part of", track.PartOf.String())
	assert.Equal(t, "low", track.Low.String())
}
