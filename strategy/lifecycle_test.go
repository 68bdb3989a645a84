package strategy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func day(year, month, d int) ghg.Date {
	return ghg.Date{Year: year, Month: time.Month(month), Day: d}
}

func ExampleLifecycle() {
	solar, err := strategy.NewLifecycle("rooftop solar",
		strategy.StageChange{Stage: strategy.Approved, On: day(2022, 1, 17), By: "city council"},
		strategy.StageChange{Stage: strategy.Postponed, On: day(2023, 5, 2), By: "energy department", Reason: "grid connection is full"},
		strategy.StageChange{Stage: strategy.Approved, On: day(2024, 9, 1), By: "energy department"},
	)
	fmt.Println(err, solar.At(day(2023, 12, 31)), solar.Current())
	fmt.Println(solar.Details())
	// Output:
	// <nil> postponed approved
	// action "rooftop solar": approved since 2024-09-01
	//   2022-01-17 approved, by city council
	//   2023-05-02 postponed, by energy department: grid connection is full
	//   2024-09-01 approved, by energy department
}

func ExampleLifecycle_Change_refused() {
	solar, _ := strategy.NewLifecycle("rooftop solar",
		strategy.StageChange{Stage: strategy.Approved, On: day(2022, 1, 17), By: "city council"})
	after, err := solar.Change(strategy.StageChange{Stage: strategy.Cancelled, On: day(2024, 2, 1), By: "mayor"})
	fmt.Println(err)
	fmt.Println(after)
	// Output:
	// action "rooftop solar", change to cancelled, reason: a reason is needed where an action is postponed or withdrawn
	// action "rooftop solar": approved since 2022-01-17
}

// Who decided on the buses, and when?
func ExampleStageChange() {
	buses, _ := strategy.NewLifecycle("buses",
		strategy.StageChange{Stage: strategy.Approved, On: day(2024, 3, 4), By: "city council"},
		strategy.StageChange{Stage: strategy.Funded, On: day(2024, 12, 16), By: "city council"})
	for change := range buses.All() {
		fmt.Println(buses.Action(), change)
	}
	// Output:
	// buses 2024-03-04 approved, by city council
	// buses 2024-12-16 funded, by city council
}

func TestLifecycle(t *testing.T) {
	l, err := strategy.NewLifecycle("buses")
	require.NoError(t, err)
	assert.Equal(t, `action "buses": stage unstated`, l.String())
	assert.Equal(t, strategy.StageUnstated, l.Current())
	first := strategy.StageChange{Stage: strategy.Funded, On: day(2024, 3, 1), By: "council"}
	funded, err := l.Change(first)
	require.NoError(t, err)
	assert.Equal(t, 0, l.Len(), "the given one stands as it was")
	same := strategy.StageChange{Stage: strategy.InProgress, On: day(2024, 3, 1), By: "council"}
	running, err := funded.Change(same)
	require.NoError(t, err, "two steps on one day")
	assert.Equal(t, []strategy.StageChange{first, same}, slices.Collect(running.All()))
	assert.Equal(t, "buses", running.Action())
	assert.Equal(t, 2, running.Len())
	assert.Equal(t, strategy.StageUnstated, running.At(day(2024, 2, 29)))
	assert.Equal(t, strategy.InProgress, running.At(day(2024, 3, 1)))
	// Two histories that go on from one do not see each other.
	a, err := running.Change(strategy.StageChange{Stage: strategy.Completed, On: day(2025, 1, 1), By: "council"})
	require.NoError(t, err)
	b, err := running.Change(strategy.StageChange{Stage: strategy.Postponed, On: day(2025, 1, 2), By: "council", Reason: "strike"})
	require.NoError(t, err)
	assert.Equal(t, strategy.Completed, a.Current())
	assert.Equal(t, strategy.Postponed, b.Current())
}

func TestLifecycleRefuses(t *testing.T) {
	funded := strategy.StageChange{Stage: strategy.Funded, On: day(2024, 3, 1), By: "council"}
	l, err := strategy.NewLifecycle("buses", funded)
	require.NoError(t, err)
	for want, c := range map[string]strategy.StageChange{
		"a day that exists": {Stage: strategy.InProgress, On: day(2024, 2, 30), By: "council"},
		"say who":           {Stage: strategy.InProgress, On: day(2024, 4, 1)},
		"the change before it was on 2024-03-01, and days never go backwards": {Stage: strategy.InProgress, On: day(2024, 2, 29), By: "council"},
		"a reason is needed": {Stage: strategy.Postponed, On: day(2024, 4, 1), By: "council"},
	} {
		got, err := l.Change(c)
		assert.ErrorContains(t, err, want)
		assert.Equal(t, l, got)
	}
	_, err = strategy.NewLifecycle("")
	assert.ErrorContains(t, err, "an ID of at most 200 bytes")
	_, err = strategy.NewLifecycle(strings.Repeat("x", 201))
	assert.Error(t, err)
	_, err = strategy.NewLifecycle(strings.Repeat("x", 200))
	assert.NoError(t, err)
	_, err = strategy.NewLifecycle("buses", funded, funded)
	var transition *strategy.TransitionError
	assert.ErrorAs(t, err, &transition)
	zero := strategy.Lifecycle{}
	_, err = zero.Change(funded)
	assert.ErrorContains(t, err, "no action takes no change")
}

// What was postponed comes back to where it was or before, not beyond.
func TestLifecyclePostponed(t *testing.T) {
	stop := strategy.StageChange{Stage: strategy.Postponed, On: day(2024, 1, 1), By: "council", Reason: "no money"}
	l, err := strategy.NewLifecycle("tram", strategy.StageChange{Stage: strategy.Approved, On: day(2023, 1, 1), By: "council"}, stop)
	require.NoError(t, err)
	to := func(s strategy.Stage) error {
		_, err := l.Change(strategy.StageChange{Stage: s, On: day(2025, 1, 1), By: "council", Reason: "new budget"})
		return err
	}
	for _, s := range []strategy.Stage{strategy.Idea, strategy.Feasibility, strategy.Approved, strategy.Cancelled, strategy.Merged} {
		assert.NoError(t, to(s), s)
	}
	assert.EqualError(t, to(strategy.Funded),
		`action "tram" cannot go from postponed to funded: allowed are idea, scoping, feasibility, approved, cancelled, merged, superseded`)
	first, err := strategy.NewLifecycle("tram", stop)
	require.NoError(t, err)
	_, err = first.Change(strategy.StageChange{Stage: strategy.InProgress, On: day(2025, 1, 1), By: "council"})
	assert.NoError(t, err, "where the stage before is not known, any will do")
}

func TestLifecycleIsBounded(t *testing.T) {
	l, err := strategy.NewLifecycle("tram", strategy.StageChange{Stage: strategy.Idea, On: day(2023, 1, 1), By: "x"})
	require.NoError(t, err)
	for i := 1; err == nil; i++ {
		next := strategy.Idea
		if i%2 == 1 {
			next = strategy.Postponed
		}
		l, err = l.Change(strategy.StageChange{Stage: next, On: day(2023, 1, 1), By: "x", Reason: "again"})
	}
	assert.ErrorContains(t, err, "at most 1000")
	assert.Equal(t, 1000, l.Len())
}
