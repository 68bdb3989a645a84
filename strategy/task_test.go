package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func ExampleTask() {
	tender := strategy.Task{ID: "tender", Name: "Tender for 200 buses", Due: day(2025, 6, 30), Weight: decimal.New(3, 0),
		State: strategy.TaskInProgress, Done: ghg.MustShare("40%")}
	fmt.Println(tender.Earned(), tender.Check().Err())
	tender.State = strategy.TaskCompleted
	fmt.Println(tender.Check().Err())
	// Output:
	// 40% <nil>
	// task "tender", completed_on: a completed task needs the day on which it was completed
	// task "tender", done "40%": it is completed: all of it is done
}

func ExamplePhase() {
	p := strategy.Phase{ID: "2030", Name: "until 2030", NameKo: "2030년까지", Start: 2025, End: 2030,
		Tasks: []strategy.Task{{ID: "tender", Name: "Tender", Weight: decimal.New(1, 0)}}}
	fmt.Println(p.Name, len(p.Tasks), p.Tasks[0].State)
	// Output: until 2030 1 not started
}

func TestTaskCheck(t *testing.T) {
	one := decimal.New(1, 0)
	good := []strategy.Task{
		{Weight: one},
		{Weight: decimal.New(1, -30), State: strategy.TaskInProgress, Done: ghg.MustShare("100%")},
		{Weight: one, State: strategy.TaskInProgress},
		{Weight: one, State: strategy.TaskCompleted, CompletedOn: day(2025, 1, 1), Done: ghg.MustShare("100%")},
		{Weight: one, State: strategy.TaskCompleted, CompletedOn: day(2025, 1, 1)},
		{Weight: one, State: strategy.TaskCancelled, Done: ghg.MustShare("30%")},
	}
	for i, task := range good {
		assert.NoError(t, task.Check().Err(), i)
	}
	for i, want := range []string{"0%", "100%", "0%", "100%", "100%", "0%"} {
		assert.Equal(t, want, good[i].Earned().String(), i)
	}
	over, _ := ghg.Percent(decimal.New(101, 0))
	huge := decimal.New(1, 2000000000)
	for want, task := range map[string]strategy.Task{
		"unknown state (4)":                            {Weight: one, State: 4},
		`weight "0":`:                                  {},
		`weight "-1":`:                                 {Weight: one.Neg()},
		`weight "out of bounds"`:                       {Weight: huge},
		"between 0% and 100%":                          {Weight: one, State: strategy.TaskInProgress, Done: over},
		"the part that is done lies":                   {Weight: one, State: strategy.TaskInProgress, Done: ghg.MustShare("-1%")},
		"a day that exists":                            {Weight: one, Due: day(2025, 13, 1)},
		"in a year from 1850":                          {Weight: one, State: strategy.TaskCompleted, CompletedOn: day(1700, 1, 1)},
		"needs the day":                                {Weight: one, State: strategy.TaskCompleted},
		`completed_on "2025-01-01": it is in progress`: {Weight: one, State: strategy.TaskInProgress, CompletedOn: day(2025, 1, 1)},
		`done "10%": it is not started`:                {Weight: one, Done: ghg.MustShare("10%")},
		`done "10%": it is completed`: {Weight: one, State: strategy.TaskCompleted, CompletedOn: day(2025, 1, 1),
			Done: ghg.MustShare("10%")},
	} {
		assert.ErrorContains(t, task.Check().Err(), want)
	}
}

func TestTaskState(t *testing.T) {
	assert.Equal(t, "cancelled", strategy.TaskCancelled.String())
	assert.True(t, strategy.TaskCancelled.Valid())
	assert.False(t, strategy.TaskState(4).Valid())
}
