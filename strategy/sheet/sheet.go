package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// CSVFormat says how the files of a plan are written. One format serves them
// all.
type Format struct {
	// CSVFormat is how the text is written. Its Scheme is that of categories on
	// lines which name none: files of effects and of a baseline need it.
	ghg.CSVFormat
	// Framework gives the areas. Where it is given, an area may be written by
	// its code or by one of its names, and any other is a fault.
	Framework strategy.Framework
	// Source is the document of actions whose lines name none.
	Source string
	// Metric is that of amounts of CO2e whose lines name none. Where neither
	// does, the line is a fault.
	Metric ghg.Metric
	// Prices are those of money whose lines name none. Where neither does, the
	// line is a fault.
	Prices strategy.Prices
	// Factors are those that the activities of a baseline call by name, as [Named] has them.
	Factors []ghg.Factors
}

// FaultUnknownAction is the code of a line about an action that is not among
// those handed to the reader.
const FaultUnknownAction = "unknown-action"

// csvRow is a row of one of the files.
type csvRow struct {
	ghg.CSVRow
	format *Format
}

// readRows reads the rows of a file.
func readRows(r io.Reader, f *Format, columns []ghg.CSVColumn, use func(csvRow)) (ghg.Report, error) {
	format := f.CSVFormat
	format.Marks = marksIn(columns, f.Marks)
	return ghg.ReadCSVRows(r, format, columns, func(row ghg.CSVRow) { use(csvRow{row, f}) })
}

// marksIn are the marks of one file: those in columns that only other files of a plan
// have are for these.
func marksIn(columns []ghg.CSVColumn, marks []ghg.CSVMark) []ghg.CSVMark {
	others := slices.Concat(actionColumns, effectColumns, budgetColumns, taskColumns, baselineColumns, quantificationColumns, factorColumns)
	return slices.DeleteFunc(slices.Clone(marks), func(m ghg.CSVMark) bool {
		names := func(c ghg.CSVColumn) bool { return c.Is(m.Column) }
		return !slices.ContainsFunc(columns, names) && (slices.ContainsFunc(others, names) || yearOf(m.Column) != 0)
	})
}

// actionLines reads a file whose lines belong to actions: each is handed on
// with its action. It returns the index of the actions that may take
// what the file says of them: those without a line at fault.
func actionLines(r io.Reader, f *Format, columns []ghg.CSVColumn, actions []strategy.Action,
	use func(row csvRow, action *strategy.Action)) (sound map[string]int, report ghg.Report, err error) {
	index, err := actionIndex(actions)
	if err != nil {
		return nil, report, err
	}
	sound = maps.Clone(index)
	report, err = readRows(r, f, columns, func(row csvRow) {
		id := row.ID("action")
		if id == "" {
			return
		}
		action := &strategy.Action{ID: id}
		if i, ok := index[id]; ok {
			action = &actions[i]
		} else {
			row.Refuse(FaultUnknownAction, "action", errors.New("no such action: none was read, or its own line was at fault"))
		}
		use(row, action)
		if row.IsFaulty() {
			delete(sound, id)
		}
	})
	return sound, report, err
}

// actionIndex finds actions by their ID, which each must have for itself.
func actionIndex(actions []strategy.Action) (map[string]int, error) {
	index := make(map[string]int, len(actions))
	for i, a := range actions {
		if _, taken := index[a.ID]; taken || a.ID == "" || len(a.ID) > ghg.MaxName {
			return nil, fmt.Errorf("action %d, %.60q: an ID of at most %d bytes is needed that no other action has", i+1, a.ID, ghg.MaxName)
		}
		index[a.ID] = i
	}
	return index, nil
}

// clones copies actions whose empty lists are to be filled: filling one leaves
// the caller's alone.
func clones(actions []strategy.Action) []strategy.Action {
	out := slices.Clone(actions)
	for i := range out {
		a := &out[i]
		a.Effects, a.Budget, a.Phases = slices.Clip(a.Effects), slices.Clip(a.Budget), slices.Clip(a.Phases)
		a.Quantifications, a.Spent = slices.Clip(a.Quantifications), slices.Clip(a.Spent)
	}
	return out
}

// agree takes what the lines of one thing say of it: each may say it or leave
// it out, and none may say something else.
func (r csvRow) agree(column string, kept *string, first int, what string) {
	r.agreeIn(column, r.Text(column), kept, first, what+" has one")
}

// agreeIn is agree for what a cell means, however it is written.
func (r csvRow) agreeIn(column, text string, kept *string, first int, why string) {
	switch {
	case text == "" || text == *kept:
	case *kept == "":
		*kept = text
	default:
		r.Refuse(ghg.FaultMismatch, column, fmt.Errorf("%s %.60q: %s", said(first), *kept, why))
	}
}

// byLine puts faults that are of a whole file in the order of its lines.
func byLine(faults []ghg.Fault) {
	slices.SortStableFunc(faults, func(a, b ghg.Fault) int { return cmp.Compare(a.Line, b.Line) })
}

// What was read before is of a line of the file, or of a file before it: line 0.

func said(first int) string {
	if first == 0 {
		return "what was read before says"
	}
	return fmt.Sprintf("lines from %d on say", first)
}

func has(line int) string {
	if line == 0 {
		return "what was read before has"
	}
	return fmt.Sprintf("line %d has", line)
}

func from(first int) string {
	if first == 0 {
		return ", as they were read before"
	}
	return fmt.Sprintf(" from line %d on", first)
}

// column is a column of a file with its Korean names, separated by blanks. One
// that must be there has a star.
func column(name, korean string) ghg.CSVColumn {
	name, required := strings.CutSuffix(name, "*")
	return ghg.CSVColumn{Name: name, Aliases: strings.Fields(korean), Required: required}
}
