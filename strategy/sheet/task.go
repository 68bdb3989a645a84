package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
)

var taskColumns = []ghg.CSVColumn{
	column("action*", "관리번호 과제번호 사업번호 사업코드"), column("phase*", "단계"), column("phase_name", "단계명"), column("phase_name_ko", "단계한글명"),
	column("phase_start", "단계시작연도 단계시작"), column("phase_end", "단계종료연도 단계종료"),
	column("id", "이행과제번호 세부과제번호"), column("name", "이행과제명 세부과제명"), column("name_ko", "한글명 국문명"),
	column("due", "기한 완료기한 목표일"), column("weight", "가중치"), column("state", "상태 추진상태 이행상태"),
	column("done", "진척률 진도율 공정률"), column("completed_on", "완료일"), column("evidence", "증빙 증빙자료"),
}

// taskFields are the columns that only a task has.
var taskFields = []string{"name", "name_ko", "due", "weight", "state", "done", "completed_on", "evidence"}

// phaseLines are the phases of one action as they are read.
type phaseLines struct {
	phases []strategy.Phase
	first  []int          // line of each
	index  map[string]int // of each ID
	tasks  map[string]int // line of each ID
}

// ReadTasks reads the phases and tasks of actions, one line a task, and
// returns new actions with these phases. It reads delimited text as
// [ghg.ReadCSV] does, with the columns of [WriteTasks] in any order and under
// their English or Korean names. The columns action and phase must be there.
//
// In Korean: 관리번호 (action), 단계 (phase), 단계명 (phase_name), 단계시작 (phase_start),
// 단계종료 (phase_end), 세부과제번호 (id), 세부과제명 (name), 기한 (due), 가중치 (weight),
// 이행상태 (state), 진척률 (done), 완료일 (completed_on), 증빙 (evidence).
//
//   - Lines of one action and phase are one phase. Its name and years need to
//     stand on one of them only, and may not differ. A line without a task
//     is about the phase alone.
//   - due and completed_on are days: 2026-03-01 or 2026.3.1; phase_start and
//     phase_end are years.
//   - state is a word as [strategy.TaskState.String] prints it, or a Korean one. done is a
//     share: 40% or 0.4.
//
// The tasks of an action may come in several files.
//
// A line that cannot be used is a fault, and the next one is read; so is a
// task that fails [strategy.Task.Check], or that the action has already. An action with
// a line at fault gets nothing of the file.
func ReadTasks(r io.Reader, f Format, actions []strategy.Action) ([]strategy.Action, ghg.Report, error) {
	all := map[string]*phaseLines{}
	sound, report, err := actionLines(r, &f, taskColumns, actions, func(row csvRow, action *strategy.Action) {
		if all[action.ID] == nil {
			all[action.ID] = phasesOf(action)
		}
		all[action.ID].read(row)
	})
	if err != nil {
		return nil, report, err
	}
	out := clones(actions)
	for id, i := range sound {
		if p, ok := all[id]; ok {
			out[i].Phases = p.phases
		}
	}
	return out, report, nil
}

// phasesOf are those that an action has already.
func phasesOf(a *strategy.Action) *phaseLines {
	l := &phaseLines{phases: slices.Clone(a.Phases), first: make([]int, len(a.Phases)), index: map[string]int{}, tasks: map[string]int{}}
	for i := range l.phases {
		p := &l.phases[i]
		l.index[p.ID] = i
		p.Tasks = slices.Clip(p.Tasks)
		for _, t := range p.Tasks {
			l.tasks[t.ID] = 0
		}
	}
	return l
}

// read takes a line of the action.
func (l *phaseLines) read(row csvRow) {
	id := row.ID("phase")
	if id == "" {
		return
	}
	i, ok := l.index[id]
	if !ok {
		i = len(l.phases)
		l.index[id] = i
		l.phases, l.first = append(l.phases, strategy.Phase{ID: id}), append(l.first, row.Line())
	}
	p := &l.phases[i]
	row.agree("phase_name", &p.Name, l.first[i], "a phase")
	row.agree("phase_name_ko", &p.NameKo, l.first[i], "a phase")
	for _, y := range []struct {
		column string
		kept   *int
	}{{"phase_start", &p.Start}, {"phase_end", &p.End}} {
		switch year := row.Year(y.column); {
		case year == 0 || year == *y.kept:
		case *y.kept == 0:
			*y.kept = year
		default:
			row.Refuse(ghg.FaultMismatch, y.column, fmt.Errorf("%s %d: a phase has one", said(l.first[i]), *y.kept))
		}
	}
	if p.Start != 0 && p.End != 0 && p.End < p.Start {
		row.Refuse(strategy.FaultDates, "phase_end", fmt.Errorf("the phase starts in %d: its end cannot be before", p.Start))
	}
	if row.Text("id") == "" {
		if slices.ContainsFunc(taskFields, func(c string) bool { return row.Text(c) != "" }) {
			row.Refuse(ghg.FaultMissingField, "id", errors.New("a task needs an ID"))
		}
		return
	}
	t := row.task()
	if line, taken := l.tasks[t.ID]; taken {
		row.Refuse(strategy.FaultRepeated, "id", fmt.Errorf("%s this task of the action too", has(line)))
		return
	}
	l.tasks[t.ID] = row.Line()
	p.Tasks = append(p.Tasks, t)
}

func (r csvRow) task() strategy.Task {
	t := strategy.Task{
		ID: r.ID("id"), Name: r.Text("name"), NameKo: r.Text("name_ko"), Due: r.Day("due"),
		State: ghg.CSVWord(r.CSVRow, strategy.FaultTask, "state", taskStateWords), Done: r.Share("done"),
		CompletedOn: r.Day("completed_on"), Evidence: r.Text("evidence"),
	}
	if text := r.Text("weight"); text != "" {
		t.Weight, _ = r.Number("weight")
	}
	if !r.IsFaulty() {
		for _, x := range t.Check().All {
			r.Refuse(x.Code, x.Field, errors.New(x.Detail))
		}
	}
	return t
}

// WriteTasks writes the phases and tasks of actions so that [ReadTasks]
// reads the same values: the columns action, phase, phase_name, phase_name_ko,
// phase_start, phase_end, id, name, name_ko, due, weight, state, done,
// completed_on and evidence, in the form of [WriteActions].
func WriteTasks(w io.Writer, actions []strategy.Action) error {
	var rows []cells
	bare := clones(actions)
	for i, a := range actions {
		bare[i].Phases = nil
		seen := map[string]bool{}
		for _, p := range a.Phases {
			if seen[p.ID] {
				return fmt.Errorf("action %.60q, phase %.60q: another phase has this ID", a.ID, p.ID)
			}
			seen[p.ID] = true
			row := cells{
				"action": a.ID, "phase": p.ID, "phase_name": p.Name,
				"phase_name_ko": p.NameKo,
				"phase_start":   yearText(p.Start), "phase_end": yearText(p.End),
			}
			if len(p.Tasks) == 0 {
				rows = append(rows, row)
			}
			for _, t := range p.Tasks {
				if t.ID == "" {
					return fmt.Errorf("action %.60q, phase %.60q: a task needs an ID", a.ID, p.ID)
				}
				line := row.with("id", t.ID)
				line["name"], line["name_ko"], line["due"] = t.Name, t.NameKo, dayText(t.Due)
				line["weight"], line["state"], line["completed_on"] = exact.Text(t.Weight), t.State.String(), dayText(t.CompletedOn)
				if !t.Done.IsUnset() {
					line["done"] = t.Done.String()
				}
				line["evidence"] = t.Evidence
				rows = append(rows, line)
			}
		}
	}
	return writeRows(w, taskColumns, rows, func(r io.Reader) (ghg.Report, error) {
		_, report, err := ReadTasks(r, Format{}, bare)
		return report, err
	})
}
