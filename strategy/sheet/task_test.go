package sheet_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const taskHead = "action,phase,phase_name,phase_name_ko,phase_start,phase_end,id,name,due,weight,state,done,completed_on,evidence\n"

func readTasks(t *testing.T, actions []strategy.Action, lines ...string) ([]strategy.Action, string) {
	t.Helper()
	read, report, err := sheet.ReadTasks(strings.NewReader(taskHead+strings.Join(lines, "\n")), plainCSV, actions)
	require.NoError(t, err)
	return read, faultLines(report.Faults)
}

// The lines of a phase need not stand together, and say its name once.
func TestReadTasksValues(t *testing.T) {
	actions, faults := readTasks(t, abc(),
		"A,1,,,,2030,t1,x,2027-01-31,1.50,,,,", "B,1,,,,,t1,,,3,completed,,2026-2-1,minutes", "A,2,,,2031,,,,,,,,,",
		"A,1,first,1차,2026,,t2,y,,2,In Progress,0,,", "A,1,first,1차,2026,2030,t3,,,2,취소,,,", "A,3,,,2030,2030,,,,,,,,")
	require.Empty(t, faults)
	assert.Equal(t, `phase "1" "first" "1차" 2026 2030
task "t1" "x" "" 2027-01-31 1.5 not started 0% true 0000-00-00 ""
task "t2" "y" "" 0000-00-00 2 in progress 0% false 0000-00-00 ""
task "t3" "" "" 0000-00-00 2 cancelled 0% true 0000-00-00 ""
phase "2" "" "" 2031 0
phase "3" "" "" 2030 2030`, effectsOf(actions[0]))
	assert.Equal(t, "phase \"1\" \"\" \"\" 0 0\ntask \"t1\" \"\" \"\" 0000-00-00 3 completed 0% true 2026-02-01 \"minutes\"",
		effectsOf(actions[1]))
	assert.Nil(t, actions[2].Phases)
}

func TestReadTasksFaults(t *testing.T) {
	for _, c := range []struct{ line, faults string }{
		{"A,,,,,,t2,,,1,,,,", `missing-field: line 3, phase: it is needed`},
		{"A,1,other,,,,t2,,,1,,,,", `mismatch: line 3, phase_name "other": lines from 2 on say "one": a phase has one`},
		{"A,1,,다른,,,t2,,,1,,,,", `mismatch: line 3, phase_name_ko "다른": lines from 2 on say "하나": a phase has one`},
		{"A,1,,,2026,,t2,,,1,,,,", `mismatch: line 3, phase_start "2026": lines from 2 on say 2025: a phase has one`},
		{"A,1,,,,2031,t2,,,1,,,,", `mismatch: line 3, phase_end "2031": lines from 2 on say 2030: a phase has one`},
		{"A,2,,,2031,2030,t2,,,1,,,,", `dates: line 3, phase_end "2030": the phase starts in 2031: its end cannot be before`},
		{"A,2,,,soon,,t2,,,1,,,,", `period: line 3, phase_start "soon": write a year from 1850 to 2300`},
		{"A,2,,,,,,name,,,,,,", `missing-field: line 3, id: a task needs an ID`},
		{"A,2,,,,,,,,,,,,photo", `missing-field: line 3, id: a task needs an ID`},
		{"A,2,,,,,t1,,,1,,,,", `repeated: line 3, id "t1": line 2 has this task of the action too`},
		{"A,1,,,,,t2,,31/12/2026,1,,,,", `period: line 3, due "31/12/2026": write a day from 1850 to 2300 as 2026-03-01`},
		{"A,1,,,,,t2,,,,,,,", `task: line 3, weight: above 0 is needed`},
		{"A,1,,,,,t2,,,heavy,,,,", `number: line 3, weight "heavy": not a number: it needs digits`},
		{"A,1,,,,,t2,,,1,late,,,", `task: line 3, state "late": allowed are not started, in progress, completed, cancelled`},
		{"A,1,,,,,t2,,,1,in progress,40,,", `number: line 3, done "40": share "40": a bare number must lie between -1 and 1; write ` +
			`"40%" for percent`},
		{"A,1,,,,,t2,,,1,completed,,,", `task: line 3, completed_on: a completed task needs the day on which it was completed`},
	} {
		actions, faults := readTasks(t, abc(), "A,1,one,하나,2025,2030,t1,,,1,,,,", c.line, "B,1,,,,,t1,,,1,,,,")
		assert.Equal(t, c.faults, faults)
		assert.Empty(t, actions[0].Phases, "nothing is half applied")
		assert.Len(t, actions[1].Phases, 1)
	}
	given, _ := readTasks(t, abc(), "A,1,,,,,t1,,,1,,,,")
	again, faults := readTasks(t, given, "A,2,,,,,t2,,,1,,,,")
	assert.Empty(t, faults)
	assert.Len(t, given[0].Phases, 1)
	assert.Len(t, again[0].Phases, 2)
	more, faults := readTasks(t, again, "A,1,one,,2025,,t3,,,1,,,,", "A,1,,,,2030,t4,,,1,,,,")
	assert.Empty(t, faults)
	assert.Equal(t, strategy.Phase{ID: "1", Name: "one", Start: 2025, End: 2030, Tasks: more[0].Phases[0].Tasks}, more[0].Phases[0])
	assert.Len(t, more[0].Phases[0].Tasks, 3)
	assert.Len(t, again[0].Phases[0].Tasks, 1, "what was given is not changed")
	same, faults := readTasks(t, more, "A,2,,,,,t1,,,1,,,,", "A,1,two,,2026,2026,t5,,,1,,,,", "A,9,,,,,t6,,,1,,,,")
	assert.Equal(t, `repeated: line 2, id "t1": what was read before has this task of the action too
mismatch: line 3, phase_name "two": what was read before says "one": a phase has one
mismatch: line 3, phase_start "2026": what was read before says 2025: a phase has one
mismatch: line 3, phase_end "2026": what was read before says 2030: a phase has one`, faults)
	assert.Equal(t, dumpAll(more), dumpAll(same))
}

func TestWriteTasksRefuses(t *testing.T) {
	one := decimalOf("1")
	ok := strategy.Task{ID: "t", Weight: one}
	for says, phases := range map[string][]strategy.Phase{
		`phase "1": another phase has this ID`: {{ID: "1"}, {ID: "1"}},
		`phase "1": a task needs an ID`:        {{ID: "1", Tasks: []strategy.Task{{Weight: one}}}},
		`phase: it is needed`:                  {{}},
		`has this task of the action too`:      {{ID: "1", Tasks: []strategy.Task{ok, ok}}},
		`weight "0": above 0 is needed`:        {{ID: "1", Tasks: []strategy.Task{{ID: "t"}}}},
		`weight "out of bounds": not a`:        {{ID: "1", Tasks: []strategy.Task{{ID: "t", Weight: decimalOf("1e40")}}}},
		`state "unknown state (9)": allowed`:   {{ID: "1", Tasks: []strategy.Task{{ID: "t", Weight: one, State: 9}}}},
		`phase_start "-5": write a year`:       {{ID: "1", Start: -5}},
		`evidence " x": it would not be read`:  {{ID: "1", Tasks: []strategy.Task{{ID: "t", Weight: one, Evidence: " x"}}}},
	} {
		var b strings.Builder
		err := sheet.WriteTasks(&b, []strategy.Action{{ID: "A", Phases: phases}})
		assert.ErrorContains(t, err, says)
		assert.Empty(t, b.String())
	}
}
