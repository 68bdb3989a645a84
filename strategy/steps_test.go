package strategy_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// due is a task that is due on a day.
func due(id string, year, month, d int) strategy.Task {
	return strategy.Task{ID: id, Weight: decimal.New(1, 0), Due: day(year, month, d)}
}

// steps is an action with phases: each an ID, first and last year.
func steps(id string, phases ...strategy.Phase) strategy.Action {
	a := action(id, "E")
	a.Phases = phases
	return a
}

func phase(id string, start, end int, tasks ...strategy.Task) strategy.Phase {
	return strategy.Phase{ID: id, Start: start, End: end, Tasks: tasks}
}

// Daegu's steps are 2030, the short term, and 2040 and 2050, the mid and long term. A
// task of 2045 stands in the first of them, and four years are in none.
func ExampleAction_Findings() {
	forest := steps("forest", phase("short", 2022, 2030, due("seedlings", 2026, 4, 5), due("second generation", 2045, 6, 30)),
		phase("mid", 2035, 2040), phase("long", 2041, 2050))
	for _, f := range forest.Findings().All {
		fmt.Println(f)
		fmt.Println(f.Korean())
	}
	// Output:
	// action "forest", task-outside: a task lies within its phase, and the phase within the action: what is planned by phase leaves out these tasks or has them in the wrong step: "second generation" due 2045-06-30 in phase "short" (2022 to 2030)
	// 사업 "forest", 단계나 사업의 기간을 벗어난 세부과제: 세부과제의 기한은 단계 안에, 단계는 사업기간 안에 있어야 합니다. 단계별 계획량에서 다음 과제가 빠지거나 다른 단계에 들어갑니다: "second generation" 기한 2045-06-30, 단계 "short"(2022~2030년)
	// action "forest", phases-gap: phases follow one another, and years between them are in none: 2031 to 2034, between "short" and "mid"
	// 사업 "forest", 단계 사이가 빔: 단계는 차례로 이어져야 하는데 비는 해가 있습니다: 2031~2034년, "short"와(과) "mid" 사이
}

// The tasks that a plan has in the wrong step.
func ExampleAction_TasksOutside() {
	forest := steps("forest", phase("short", 2022, 2030, due("seedlings", 2026, 4, 5), due("second generation", 2045, 6, 30)))
	for _, t := range forest.TasksOutside() {
		fmt.Println(t.ID, t.Due)
	}
	// Output: second generation 2045-06-30
}

func TestSteps(t *testing.T) {
	within := func(a strategy.Action, start, end ghg.Date) strategy.Action {
		a.Start, a.End = start, end
		return a
	}
	none := ghg.Date{}
	cancelled := due("t", 2045, 1, 1)
	cancelled.State = strategy.TaskCancelled
	for name, c := range map[string]struct {
		action strategy.Action
		want   []string // code and what the detail ends with
	}{
		"nothing is stated": {steps("a", phase("1", 0, 0, due("t", 2045, 1, 1)), phase("2", 0, 0)), nil},
		"short, mid and long term": {steps("a", phase("1", 0, 2030, due("t", 2022, 1, 1)), phase("2", 0, 2040, due("u", 2031, 1, 1)),
			phase("3", 0, 2050, due("v", 2050, 12, 31))), nil},
		"in any order": {steps("a", phase("3", 2041, 2050), phase("1", 2022, 2030), phase("2", 2031, 2040)), nil},
		"of 2045 in 2022 to 2030": {steps("a", phase("1", 2022, 2030, due("t", 2045, 1, 1))),
			[]string{`task-outside: "t" due 2045-01-01 in phase "1" (2022 to 2030)`}},
		"the bounds are in it": {steps("a", phase("1", 2022, 2030, due("t", 2022, 1, 1), due("u", 2030, 12, 31))), nil},
		"a year before and after": {steps("a", phase("1", 2022, 2030, due("t", 2021, 12, 31), due("u", 2031, 1, 1))),
			[]string{`task-outside: "t" due 2021-12-31 in phase "1" (2022 to 2030); "u" due 2031-01-01 in phase "1" (2022 to 2030)`}},
		"half a phase": {steps("a", phase("1", 2025, 0, due("t", 2024, 1, 1), due("u", 2099, 1, 1))),
			[]string{`task-outside: "t" due 2024-01-01 in phase "1" (from 2025 on)`}},
		"a step begins after the one before": {steps("a", phase("1", 0, 2030), phase("2", 0, 2040, due("t", 2025, 1, 1))),
			[]string{`task-outside: "t" due 2025-01-01 in phase "2" (2031 to 2040)`}},
		"a cancelled task is due no more": {steps("a", phase("1", 2022, 2030, cancelled)), nil},
		"before the action": {within(steps("a", phase("1", 2022, 2030, due("t", 2022, 2, 1))), day(2022, 3, 1), none),
			[]string{`task-outside: "t" due 2022-02-01 (action 2022-03-01~)`}},
		"after the action, in a phase without years": {within(steps("a", phase("1", 0, 0, due("t", 2031, 1, 1))), none, day(2030, 12, 31)),
			[]string{`task-outside: "t" due 2031-01-01 (action ~2030-12-31)`}},
		"a phase ends after the action": {within(steps("a", phase("1", 2022, 2030), phase("2", 2031, 2040)), day(2022, 6, 1), day(2035, 1, 1)),
			[]string{`phase-outside: phase "2" (2031 to 2040), action 2022 to 2035`}},
		"a phase begins before the action": {within(steps("a", phase("1", 2021, 2030)), day(2022, 1, 1), none),
			[]string{`phase-outside: phase "1" (2021 to 2030), action from 2022 on`}},
		"both have the year 2030": {steps("a", phase("1", 2022, 2030), phase("2", 2030, 2040)),
			[]string{`phases-overlap: "1" (2022 to 2030) and "2" (2030 to 2040)`}},
		"one holds the others": {steps("a", phase("1", 2022, 2050), phase("2", 2025, 2030), phase("3", 2031, 2040)),
			[]string{`phases-overlap: "1" (2022 to 2050) and "2" (2025 to 2030); "1" (2022 to 2050) and "3" (2031 to 2040)`}},
		"two end in 2040": {steps("a", phase("1", 0, 2030), phase("2", 0, 2040), phase("3", 2031, 2040)),
			[]string{`phases-overlap: "2" (2031 to 2040) and "3" (2031 to 2040)`}},
		"two of one year": {steps("a", phase("1", 0, 2030), phase("2", 2030, 2030)),
			[]string{`phases-overlap: "1" (until 2030) and "2" (2030)`}},
		"2031 is in none": {steps("a", phase("1", 2022, 2030), phase("2", 2032, 2040)),
			[]string{`phases-gap: 2031, between "1" and "2"`}},
		"an open end lasts until the next": {steps("a", phase("1", 2022, 0), phase("2", 2035, 2040)), nil},
		"both open": {steps("a", phase("1", 2022, 0), phase("2", 2022, 0)),
			[]string{`phases-overlap: "1" (from 2022 on) and "2" (from 2022 on)`}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range c.action.Findings().All {
				_, items, _ := strings.Cut(f.Detail, "step: ")
				if items == "" {
					_, items, _ = strings.Cut(f.Detail, ": ")
				}
				got = append(got, f.Code+": "+items)
				assert.Equal(t, ghg.Warning, f.Severity)
				assert.NotContains(t, f.DetailKo, "%!")
				assert.NotEmpty(t, f.DetailKo)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// A plan has one finding for all tasks of an action, and none for an action that is
// withdrawn.
func TestStepsOfAPlan(t *testing.T) {
	var tasks []strategy.Task
	for i := range 500 {
		tasks = append(tasks, due(fmt.Sprint(i), 2045, 1, 1+i%28))
	}
	wrong := steps("wrong", phase("1", 2022, 2030, tasks...))
	gone := steps("gone", phase("1", 2022, 2030, due("t", 2045, 1, 1)))
	gone.Stage = strategy.Cancelled
	_, findings, err := strategy.NewPortfolio(town(wrong, gone))
	require.NoError(t, err)
	var codes []string
	for _, f := range findings.All {
		codes = append(codes, f.Of+" "+f.Code)
	}
	assert.Equal(t, []string{`action "wrong" not-quantified`, `action "wrong" task-outside`, `action "gone" not-quantified`}, codes)
	assert.Contains(t, findings.All[1].Detail, `"19" due 2045-01-20 in phase "1" (2022 to 2030); and 480 more`)
	assert.Contains(t, findings.All[1].DetailKo, "그 밖에 480건")
}
