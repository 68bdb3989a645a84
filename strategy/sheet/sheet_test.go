package sheet_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func decimalOf(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// plainCSV is a format in which lines need to name neither scheme, metric nor
// prices.
var plainCSV = sheet.Format{CSVFormat: ghg.CSVFormat{Scheme: gpc.Scheme}, Source: "plan", Metric: ghg.AR5, Prices: strategy.Nominal}

// faultLines are the faults with their codes, one a line.
func faultLines(f ghg.Faults) string {
	var lines []string
	for _, x := range f.All {
		lines = append(lines, x.Code+": "+x.Error())
	}
	return strings.Join(lines, "\n")
}

// dump is all that a file says of an action, so that two can be compared.
func dump(a strategy.Action) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q %q %q %q %q %q %s %q %s %q %q %q %t %s %q %q %q %q %q %q\n", a.ID, a.Name, a.NameKo, a.Area, a.Codes, a.Lead,
		fmt.Sprint(a.Partners),
		a.LegalBasis, a.Level, a.TargetGroup, a.Start, a.End, a.Continuous, a.Stage, a.Into, a.Requires, a.Excludes, a.Links, a.Source, a.Note)
	for _, p := range a.ProposedBy {
		fmt.Fprintf(&b, "proposed by %q %d %d\n", p.Body, p.Members, p.Chairs)
	}
	for _, p := range a.Phases {
		fmt.Fprintf(&b, "phase %q %q %q %d %d\n", p.ID, p.Name, p.NameKo, p.Start, p.End)
		for _, t := range p.Tasks {
			fmt.Fprintf(&b, "task %q %q %q %s %s %s %s %t %s %q\n", t.ID, t.Name, t.NameKo, t.Due, t.Weight, t.State, t.Done, t.Done.IsUnset(),
				t.CompletedOn, t.Evidence)
		}
	}
	for _, l := range a.Budget {
		fmt.Fprintf(&b, "budget %d %s %s\n", l.Year, l.Funds, l.Money)
	}
	for _, e := range a.Effects {
		fmt.Fprintf(&b, "effect %q %q %q %q %s %s %q %q %q\n", e.On.Category.Scheme, e.On.Category.Code, e.On.Fuel, e.On.EndUse, e.Interaction,
			e.Kind(), e.Source, e.Confidence, e.Note)
		if e.Label != "" {
			fmt.Fprintf(&b, "label %q\n", e.Label)
		}
		for year, c := range e.Reductions.All() {
			fmt.Fprintf(&b, "%d %s\n", year, c)
		}
		for year, s := range e.Cuts.All() {
			fmt.Fprintf(&b, "%d %s\n", year, s)
		}
	}
	return b.String()
}

func dumpAll(actions []strategy.Action) string {
	var b strings.Builder
	for _, a := range actions {
		b.WriteString(dump(a))
	}
	return b.String()
}

// readers are the readers of the four files, of actions called A, B and C.
var readers = map[string]func(io.Reader, sheet.Format) (ghg.Report, error){
	"actions": func(r io.Reader, f sheet.Format) (ghg.Report, error) {
		_, report, err := sheet.ReadActions(r, f)
		return report, err
	},
	"effects": func(r io.Reader, f sheet.Format) (ghg.Report, error) {
		_, report, err := sheet.ReadEffects(r, f, abc())
		return report, err
	},
	"budget": func(r io.Reader, f sheet.Format) (ghg.Report, error) {
		_, report, err := sheet.ReadBudget(r, f, abc())
		return report, err
	},
	"tasks": func(r io.Reader, f sheet.Format) (ghg.Report, error) {
		_, report, err := sheet.ReadTasks(r, f, abc())
		return report, err
	},
	"baseline": func(r io.Reader, f sheet.Format) (ghg.Report, error) {
		_, report, err := sheet.ReadBaseline(r, f, strategy.BaselineDefinition{Metric: ghg.AR5})
		return report, err
	},
}

func abc() []strategy.Action { return []strategy.Action{{ID: "A"}, {ID: "B"}, {ID: "C"}} }

// All readers read text in the same way.
func TestCSVText(t *testing.T) {
	for name, read := range readers {
		report, err := read(strings.NewReader(""), plainCSV)
		require.NoError(t, err, name)
		assert.Equal(t, ghg.FaultEmptyFile, report.Faults.All[0].Code, name)
		report, err = read(strings.NewReader("\xb0\xfc\xb8\xae\xb9\xf8\xc8\xa3,x\n"), plainCSV)
		require.NoError(t, err, name)
		assert.ErrorContains(t, report.Faults, "CP949", name)
		report, err = read(strings.NewReader("nothing\n"), plainCSV)
		require.NoError(t, err, name)
		assert.ErrorContains(t, report.Faults, "the column is missing", name)
		_, err = read(iotest.ErrReader(errors.New("disk")), plainCSV)
		assert.ErrorContains(t, err, "disk", name)
		odd := plainCSV
		odd.Comma = true
		_, err = read(strings.NewReader(""), odd)
		assert.ErrorContains(t, err, "delimiter", name)
	}
}

// Many faults are counted beyond those that are kept.
func TestCSVMostFaults(t *testing.T) {
	few := plainCSV
	few.MostFaults = 2
	heads := map[string]string{"actions": "id,name,area", "effects": "action,kind,category,year", "budget": "action,year,funds,amount,unit",
		"tasks": "action,phase", "baseline": "category,year,amount,unit"}
	for name, read := range readers {
		report, err := read(strings.NewReader(heads[name]+"\n"+strings.Repeat("Z\n", 5)), few)
		require.NoError(t, err)
		assert.Len(t, report.Faults.All, 2, name)
		assert.GreaterOrEqual(t, report.Faults.Len(), 5, name)
	}
}

// The files of an action are read into actions that have IDs of their own.
func TestCSVNeedsIDs(t *testing.T) {
	for _, actions := range [][]strategy.Action{{{}}, {{ID: "A"}, {ID: "A"}}, {{ID: strings.Repeat("A", 201)}}} {
		_, _, err := sheet.ReadEffects(strings.NewReader(""), plainCSV, actions)
		assert.ErrorContains(t, err, "an ID of at most 200 bytes is needed that no other action has")
		_, _, err = sheet.ReadBudget(strings.NewReader(""), plainCSV, actions)
		assert.Error(t, err)
		_, _, err = sheet.ReadTasks(strings.NewReader(""), plainCSV, actions)
		assert.Error(t, err)
		assert.Error(t, sheet.WriteEffects(io.Discard, actions))
		assert.Error(t, sheet.WriteBudget(io.Discard, actions))
		assert.Error(t, sheet.WriteTasks(io.Discard, actions))
	}
	_, _, err := sheet.ReadEffects(strings.NewReader(""), plainCSV, []strategy.Action{{ID: strings.Repeat("A", 200)}})
	assert.NoError(t, err)
}

// A writer that fails is an error; one that is refused has nothing written to
// it.
func TestCSVWriterFails(t *testing.T) {
	a := []strategy.Action{{ID: "A", Name: "a", Area: "E"}}
	for _, write := range []func(io.Writer, []strategy.Action) error{sheet.WriteActions, sheet.WriteEffects, sheet.WriteBudget,
		sheet.WriteTasks} {
		assert.ErrorContains(t, write(failing{}, a), "full")
	}
	var b strings.Builder
	assert.Error(t, sheet.WriteActions(&b, []strategy.Action{a[0], {ID: "B", Name: " b", Area: "E"}}))
	assert.Empty(t, b.String())
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

// Columns stand under Korean names as well; blanks and line breaks in a
// heading do not matter.
func TestCSVKoreanHeadings(t *testing.T) {
	actions, report, err := sheet.ReadActions(
		strings.NewReader("\ufeff사업 번호,\"세부\n사업명\",분야,담당부서,협력기관,제안기관,추진주체,추진단계,착수일,종료일,계속여부,"+
			"사업대상,근거법령,선행과제,배타사업,승계사업,연계분류,출처,비고,링크\r\n"+
			"가-1,숲,산림,공원과,산림청,시민협의회(42명); 숲사랑모임(2021년 창립),"+
			"기초,운영중,2024.5.1.,,O,시민,조례 제3조,가-2,가-3,,SDG:15,계획 12쪽,\"- 매년\n나무\",https://example.org/a\r\n"), plainCSV)
	require.NoError(t, err)
	require.Empty(t, report.Faults.All)
	require.Len(t, actions, 1)
	assert.Equal(t, strategy.Action{ID: "가-1", Name: "숲", Area: "산림", Lead: "공원과", Partners: []strategy.Partner{{Body: "산림청"}},
		ProposedBy: []strategy.Proposer{{Body: "시민협의회", Members: 42}, {Body: "숲사랑모임(2021년 창립)"}},
		Level:      strategy.Municipality,
		Stage:      strategy.Operating, Start: ghg.Date{Year: 2024, Month: 5, Day: 1}, Continuous: true, TargetGroup: "시민", LegalBasis: "조례 제3조",
		Requires: []string{"가-2"},
		Excludes: []string{"가-3"}, Codes: []strategy.TaxonomyCode{{Taxonomy: "SDG", Code: "15"}}, Source: "계획 12쪽", Note: "- 매년\n나무",
		Links: []string{"https://example.org/a"}}, actions[0])
	read, report, err := sheet.ReadTasks(strings.NewReader("사업번호,단계,단계명,단계시작연도,단계종료,세부과제번호,세부과제명,완료기한,가중치,이행상태,진도율,완료일,증빙자료\n"+
		"가-1,1단계,기반,2024,2030년,1,설계,2024-12-31,2.5,완료,100%,2024-11-3,준공계\n가-1,1단계,,,,2,조성,2026/3/2,1,추진중,0.4,,\n"), plainCSV, actions)
	require.NoError(t, err)
	require.Empty(t, report.Faults.All)
	assert.Equal(t, []string{`proposed by "시민협의회" 42 0`, `proposed by "숲사랑모임(2021년 창립)" 0 0`,
		`phase "1단계" "기반" "" 2024 2030`, `task "1" "설계" "" 2024-12-31 2.5 completed 100% false 2024-11-03 "준공계"`,
		`task "2" "조성" "" 2026-03-02 1 in progress 40% false 0000-00-00 ""`}, strings.Split(strings.TrimSpace(dump(read[0])), "\n")[1:])
}

// One format serves all files of a plan: a mark is for those that have its column, and
// one that none has is refused.
func TestMarksOfPlan(t *testing.T) {
	f := plainCSV
	f.Marks = []ghg.CSVMark{{Column: "감축률", Text: "-"}, {Column: "amount", Text: "-"}}
	actions, report, err := sheet.ReadActions(strings.NewReader("id,name,area\nA,x,E\n"), f)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	actions, report, err = sheet.ReadEffects(strings.NewReader("action,kind,category,fuel,interaction,year,amount,unit,share\n"+
		"A,expected,I.1.1,gas,independent,2030,5,t,-\nA,expected,I.1.1,gas,independent,2031,-,t,\n"), f, actions)
	require.NoError(t, err)
	assert.Equal(t, `line 3, amount "-": it is needed`, report.Faults.Error())
	assert.Empty(t, actions[0].Effects, "an action with a line at fault gets none")
	f.Marks[0].Column = "columns"
	_, _, err = sheet.ReadActions(strings.NewReader("id,name,area\n"), f)
	assert.ErrorContains(t, err, `mark 1, Column "columns": no column of numbers`)
}
