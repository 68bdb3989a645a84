package track_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var yearly = track.QualityRule{DueWithin: 12, ValueAge: 1}

func ExampleMonitoringQuality() {
	a := action("bus lanes", "T", task("paint", "1", day(2026, 5, 1)))
	a.Lead = "transport department"
	cars, _ := track.NewIndicator(carKm()) // last value in 2024
	q, err := track.MonitoringQuality(a, []track.Indicator{cars}, day(2025, 9, 1), yearly)
	fmt.Println(err)
	fmt.Println(q)
	fmt.Println(q.Details())
	// Output:
	// <nil>
	// action "bus lanes" on 2025-09-01: 2 of 3; missing: description
	// action "bus lanes" on 2025-09-01: 2 of 3; missing: description
	//   not met: owner, description and task; missing: description
	//   met: task due within 12 months
	//   met: progress indicator with current goal and value
	//   a value of an indicator is current up to this age in years: 1
}

func ExampleQualityRule() {
	_, err := track.MonitoringQuality(action("bus lanes", "T"), nil, day(2025, 9, 1), track.QualityRule{})
	fmt.Println(err)
	// Output:
	// quality rule, due within "0": 1 to 120 months are allowed
}

func ExampleQuality() {
	q, _ := track.MonitoringQuality(action("lessons", "E"), nil, day(2025, 9, 1), yearly)
	fmt.Println(q.Met(), q.Missing())
	// Output: 0 [owner description task task due within 12 months progress indicator]
}

func ExampleQualityPoint() {
	q, _ := track.MonitoringQuality(action("bus lanes", "T", task("paint", "1", day(2026, 5, 1))), nil, day(2025, 9, 1), yearly)
	for _, p := range q.Points {
		fmt.Println(p.Met(), p.Name)
	}
	// Output:
	// false owner, description and task
	// true task due within 12 months
	// false progress indicator with current goal and value
}

func TestMonitoringQuality(t *testing.T) {
	on := day(2025, 9, 1)
	bare, err := track.MonitoringQuality(action("a", "E", cancelled(task("t", "1", day(2025, 10, 1)))), nil, on, yearly)
	require.NoError(t, err)
	assert.Equal(t, 0, bare.Met())
	assert.Equal(t, []string{"owner", "description", "task", "task due within 12 months", "progress indicator"}, bare.Missing())

	for _, c := range []struct {
		due  ghg.Date
		want bool
	}{{on, true}, {day(2025, 8, 31), false}, {day(2026, 9, 1), true}, {day(2026, 9, 2), false}, {ghg.Date{}, false}} {
		a := action("a", "E", task("t", "1", c.due))
		a.Lead, a.Description = "office", "what it does"
		q, err := track.MonitoringQuality(a, nil, on, yearly)
		require.NoError(t, err)
		assert.True(t, q.Points[0].Met())
		assert.Equal(t, c.want, q.Points[1].Met(), c)
	}
	done := action("a", "E", completed(task("t", "1", on), on), task("u", "1", day(2030, 1, 1)))
	q, err := track.MonitoringQuality(done, nil, on, yearly)
	require.NoError(t, err)
	assert.Equal(t, []string{"owner", "description", "task due within 12 months", "progress indicator"}, q.Missing())
}

func TestMonitoringQualityIndicators(t *testing.T) {
	ask := func(year, age int, of ...track.Indicator) []string {
		q, err := track.MonitoringQuality(action("a", "E"), of, day(year, 1, 1), track.QualityRule{DueWithin: 1, ValueAge: age})
		require.NoError(t, err)
		return q.Points[2].Missing
	}
	cars := indicator(t, carKm()) // goals 2020 and 2030, last value 2024
	assert.Empty(t, ask(2025, 1, cars))
	assert.Equal(t, []string{"current value"}, ask(2026, 1, cars))
	assert.Empty(t, ask(2026, 2, cars))
	assert.Empty(t, ask(2024, 0, cars))
	assert.Empty(t, ask(2030, 6, cars))
	assert.Equal(t, []string{"current goal"}, ask(2031, 7, cars))
	assert.Equal(t, []string{"current goal", "current value"}, ask(2031, 6, cars))
	assert.Equal(t, []string{"current goal", "current value"}, ask(2025, 6, track.Indicator{}))
	old := carKm()
	old.Goals = byYear(2020, "90")
	assert.Equal(t, []string{"current value"}, ask(2026, 1, cars, indicator(t, old)), "the first of the least lacking")
	old.Values = byYear(2026, "80")
	assert.Equal(t, []string{"current value"}, ask(2026, 1, cars, indicator(t, old)))
	assert.Equal(t, []string{"current goal"}, ask(2026, 1, indicator(t, old), cars))
	assert.Empty(t, ask(2025, 1, track.Indicator{}, cars, track.Indicator{}), "one that has both will do")
}

func TestMonitoringQualityRefuses(t *testing.T) {
	a, on := action("a", "E"), day(2025, 9, 1)
	_, err := track.MonitoringQuality(a, nil, ghg.Date{}, yearly)
	assert.ErrorContains(t, err, "day of the question")
	for _, r := range []track.QualityRule{{0, 1}, {121, 1}, {1, -1}, {1, 11}} {
		_, err := track.MonitoringQuality(a, nil, on, r)
		assert.ErrorContains(t, err, "are allowed", r)
	}
	for _, r := range []track.QualityRule{{1, 0}, {120, 10}} {
		_, err := track.MonitoringQuality(a, nil, on, r)
		assert.NoError(t, err)
	}
}
