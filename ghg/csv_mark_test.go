package ghg_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A form says in its legend that a dash is what does not occur, and holds a 0 wherever
// nobody entered anything. Whoever reads it says so.
func ExampleCSVMark() {
	file := "지역,연도,배출원,배출량,단위\n대구,2022,I.1.1,612.5,천톤\n대구,2022,I.3.1,-,천톤\n대구,2022,II.1.1,0,천톤\n대구,2022,II.2.1,,천톤\n"
	nothing, err := ghg.Value{}.EnteredAs(ghg.Placeholder)
	if err != nil {
		fmt.Println(err)
	}
	legend := ghg.CSVFormat{Scheme: gpc.Scheme, Marks: []ghg.CSVMark{
		{Column: "배출량", Text: "-", Means: ghg.KeyedAsFound(ghg.NO, "the form's legend")},
		{Column: "배출량", Text: "0", Means: nothing},
		{Column: "배출량", Text: "", Means: ghg.KeyedAsFound(ghg.NE, "the form's legend")},
	}}
	for _, f := range []ghg.CSVFormat{{Scheme: gpc.Scheme}, legend} {
		records, report, err := ghg.ReadCSV(strings.NewReader(file), f)
		for _, r := range records {
			fmt.Printf("%s: %s, written %q\n", r.Category.Code, r.Value, r.Value.AsRead())
		}
		fmt.Println(report.Err(), err)
	}
	// Output:
	// I.1.1: 612500 tCO2e, written "612.5"
	// II.1.1: 0 tCO2e, written "0"
	// II.2.1: missing, written ""
	// line 3, 배출량 "-": not a number: it has no digits; say what it means in CSVFormat.Marks <nil>
	// I.1.1: 612500 tCO2e, written "612.5"
	// I.3.1: NO, written "-"
	// II.1.1: 0 as a placeholder, written "0"
	// II.2.1: NE, written ""
	// <nil> <nil>
}

// The trees of a town, with a dash where there is none.
func ExampleCSVColumn_Is() {
	trees := ghg.CSVColumn{Name: "trees", Aliases: []string{"나무 수"}}
	format := ghg.CSVFormat{Marks: []ghg.CSVMark{{Column: "나무수", Text: "–", Means: ghg.Emitted(ghg.Mass{})}}}
	_, err := ghg.ReadCSVRows(strings.NewReader("Trees\n1200\n–\n"), format, []ghg.CSVColumn{trees}, func(row ghg.CSVRow) {
		fmt.Println(row.Number("trees"))
	})
	fmt.Println(trees.Is("나무수"), trees.Is("tree"), err)
	// Output:
	// 1200 true
	// 0 true
	// true false <nil>
}

func mark(column, text string, means ghg.Value) ghg.CSVMark {
	return ghg.CSVMark{Column: column, Text: text, Means: means}
}

func entered(t *testing.T, v ghg.Value, e ghg.Entry) ghg.Value {
	v, err := v.EnteredAs(e)
	require.NoError(t, err)
	return v
}

// What a mark means, and what the line says itself.
func TestMarksOfRecords(t *testing.T) {
	zero := ghg.Emitted(ghg.Mass{})
	in, err := gpc.Scheme.Category("I.1.1")
	require.NoError(t, err)
	elsewhere, err := ghg.IncludedIn(in, "with homes")
	require.NoError(t, err)
	f := ghg.CSVFormat{Scheme: gpc.Scheme, Delimiter: ';', Thousands: ',', Marks: []ghg.CSVMark{
		mark("mass", "0", entered(t, zero, ghg.Confirmed)), mark("MASS", "-", ghg.KeyedAsFound(ghg.NO, "legend")),
		mark("mass", "x", zero), mark("mass", "?", ghg.Value{}), mark("mass", "*", elsewhere),
		mark("mass", "0.00", entered(t, ghg.Value{}, ghg.Placeholder)), mark("mass", "-999", ghg.Value{}),
	}}
	for _, c := range []struct{ line, value, asRead, explanation string }{
		{"5;t;CO2;;;", "5 t", "5", ""},
		{"0;t;CO2;;;", "0 t, confirmed", "0", ""},
		{"-0.0;t;CO2;;;", "0 t, confirmed", "-0.0", ""},
		{"0e5;t;CO2;;;", "0 t, confirmed", "0e5", ""},
		{"0.00;t;CO2;;;", "0 as a placeholder", "0.00", ""},
		{"-999;t;CO2;;;", "missing", "-999", ""},
		{"x;t;CO2;;;", "0 t", "x", ""},
		{"x;tCO2e;;;;", "0 tCO2e (unstated)", "x", ""},
		{"?;t;CO2;;why;", "missing", "?", "why"},
		{"-;t;CO2;;;", "NO", "-", "legend"},
		{"-;;;;closed;", "NO", "-", "closed"},
		{"*;t;CO2;;;", "IE (I.1.1)", "*", "with homes"},
		// Its own key and entry count.
		{"-;t;CO2;NE;later;", "NE", "NE", "later"},
		{"x;t;CO2;NE;;", "NE", "NE", ""},
		{"0;t;CO2;;;placeholder", "0 as a placeholder", "0", ""},
		{"x;t;CO2;;;confirmed", "0 t, confirmed", "x", ""},
		{"10;t;CO2;;;", "10 t", "10", ""},
	} {
		text := "place;year;category;mass;unit;gas;key;explanation;entry\nD;2018;I.1.2;" + c.line + "\n"
		records, report, err := ghg.ReadCSV(strings.NewReader(text), f)
		require.NoError(t, err)
		require.NoError(t, report.Err(), c.line)
		require.Len(t, records, 1)
		v := records[0].Value
		assert.Equal(t, strings.Replace(c.value, " (unstated)", "", 1), v.String(), c.line)
		assert.Equal(t, c.asRead, v.AsRead(), c.line)
		assert.Equal(t, c.explanation, v.Explanation(), c.line)
	}
	// Any other text is a fault, which names what stands in the file.
	_, report, err := ghg.ReadCSV(strings.NewReader("place;year;category;mass;unit;gas\nD;2018;I.1.2;—;t;CO2\nD;2018;I.1.2;x;;CO2\n"), f)
	require.NoError(t, err)
	assert.Equal(t, `line 2, mass "—": not a number: it has no digits; say what it means in CSVFormat.Marks
line 3, unit: a mass needs a unit: kg, t, kt, Mt, Gg, 톤, 천톤, 만톤 or another`, report.Faults.Error())
}

// In columns of one's own a marked cell is 0 or empty; a column that the file has not
// is not blank.
func TestMarksOfRows(t *testing.T) {
	columns := []ghg.CSVColumn{{Name: "id", Required: true}, {Name: "share"}, {Name: "amount"}, {Name: "unit"}}
	f := ghg.CSVFormat{Marks: []ghg.CSVMark{mark("share", "-", ghg.Value{}), mark("share", "", ghg.Emitted(ghg.Mass{})),
		mark("amount", "-", ghg.KeyedAsFound(ghg.NE, "")), mark("amount", "", ghg.Emitted(ghg.Mass{}))}}
	read := func(text string) (out []string, faults string) {
		report, err := ghg.ReadCSVRows(strings.NewReader(text), f, columns, func(r ghg.CSVRow) {
			n, ok := r.Number("amount")
			out = append(out, fmt.Sprint(r.Share("share").IsUnset(), r.Share("share"), " ", n, " ", ok, " ", r.Text("amount")))
		})
		require.NoError(t, err)
		return out, report.Faults.Error()
	}
	got, faults := read("id,share,amount\nA,-,-\nB,,\nC,5%,7\n")
	assert.Equal(t, []string{"true 0% 0 false ", "false 0% 0 true 0", "false 5% 7 true 7"}, got)
	assert.Empty(t, faults)
	got, _ = read("id\nA\n")
	assert.Equal(t, []string{"true 0% 0 false "}, got)
	report, err := ghg.ReadCSVRows(strings.NewReader("id,amount,unit\nA,-,t\nB,,t\n"), f, columns, func(r ghg.CSVRow) {
		c, ok := r.CO2e("amount", "unit", "", ghg.AR5)
		assert.Equal(t, r.Line() == 3, ok)
		assert.True(t, c.IsZero())
	})
	require.NoError(t, err)
	assert.Equal(t, `line 2, amount "-": it is needed`, report.Faults.Error())
}

// A line without a number gives no total and no figure, which is told.
func TestMarksThatLeaveOut(t *testing.T) {
	f := ghg.CSVFormat{Marks: []ghg.CSVMark{mark("배출량", "-", ghg.KeyedAsFound(ghg.NE, "")), mark("배출량", "0", ghg.Value{})}}
	y, report, err := ghg.ReadYearlyCSV(strings.NewReader("연도,배출량,단위\n2018,10,천톤\n2019,-,\n2020,0.0,천톤\n"), f, "D", gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Equal(t, 1, y.Len())
	assert.Equal(t, "line 3, missing-value: the line gives no figure: \"-\" means NE here, as the format says\n"+
		"line 4, missing-value: the line gives no figure: \"0.0\" means missing here, as the format says", report.Findings.String())

	f.Marks[1].Means = ghg.Emitted(ghg.Mass{})
	text := "place,year,view,mass,unit\nD,2018,BASIC,-,\nD,2019,BASIC,0.0,천톤\nD,2020,BASIC,—,천톤\n"
	totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader(text), f, gpc.Basic)
	require.NoError(t, err)
	require.Len(t, totals, 1)
	assert.Equal(t, "0.0 천톤", totals[0].Figure.String())
	assert.Equal(t, 1, report.Findings.Len())
	assert.Equal(t, "line 4, mass \"—\": not a number: it has no digits; say what it means in CSVFormat.Marks", report.Faults.Error())
}

func TestMarksThatDoNotStand(t *testing.T) {
	read := func(marks ...ghg.CSVMark) error {
		_, _, err := ghg.ReadCSV(strings.NewReader(""), ghg.CSVFormat{Scheme: gpc.Scheme, Marks: marks})
		return err
	}
	none := ghg.Value{}
	for says, err := range map[string]error{
		`mark 1, Column "amount": no column of numbers of this file: allowed are mass`: read(mark("amount", "-", none)),
		`mark 1, Column "year"`:                              read(mark("year", "-", none)),
		`mark 2, Text "-": another mark says`:                read(mark("mass", "-", none), mark("배출량", "-", none)),
		`mark 1, Text " -": a cell is compared without`:      read(mark("mass", " -", none)),
		`mark 1, Means "5 t": of numbers it may be 0 only`:   read(mark("mass", "-", ghg.Emitted(ghg.MustMass("5 t")))),
		`mark 1, Means "NA": the keys of GPC 1.1 are NO, NE`: read(mark("mass", "-", ghg.KeyedAsFound(ghg.NA, ""))),
	} {
		var fault *ghg.Fault
		require.ErrorAs(t, err, &fault)
		assert.Contains(t, err.Error(), says)
	}
	f := ghg.CSVFormat{Marks: []ghg.CSVMark{mark("status", "-", none)}}
	_, _, err := ghg.ReadYearlyCSV(strings.NewReader(""), f, "D", gpc.Basic, ghg.AR5)
	assert.ErrorContains(t, err, `mark 1, Column "status": of a yearly series it is amount`)
	_, _, err = ghg.ReadDeclaredCSV(strings.NewReader(""), ghg.CSVFormat{Marks: []ghg.CSVMark{mark("view", "-", none)}}, gpc.Basic)
	assert.ErrorContains(t, err, "allowed are mass")
}

// A row of columns of one's own says what a mark in it means.
func TestMarkOfARow(t *testing.T) {
	format := ghg.CSVFormat{Marks: []ghg.CSVMark{{Column: "b", Text: "-", Means: ghg.KeyedAsFound(ghg.NE, "")},
		{Column: "a", Text: "x", Means: ghg.KeyedAsFound(ghg.NO, "")}}}
	var got []string
	columns := []ghg.CSVColumn{{Name: "a"}, {Name: "b"}}
	_, err := ghg.ReadCSVRows(strings.NewReader("a,b\n-,-\n1,2\nx,x\n"), format, columns, func(r ghg.CSVRow) {
		for _, column := range []string{"a", "b", "c"} {
			means, text, marked := r.Mark(column)
			got = append(got, fmt.Sprintf("%s %q %t", means, text, marked))
		}
	})
	require.NoError(t, err)
	none := `missing "" false`
	assert.Equal(t, []string{none, `NE "-" true`, none, none, none, none, `NO "x" true`, none, none}, got)
}

// A mark is as long as a name may be, and no longer.
func TestLongMarks(t *testing.T) {
	for n, stands := range map[int]bool{ghg.MaxName: true, ghg.MaxName + 1: false} {
		format := ghg.CSVFormat{Marks: []ghg.CSVMark{{Column: "a", Text: strings.Repeat("x", n)}}}
		_, err := ghg.ReadCSVRows(strings.NewReader("a\n"), format, []ghg.CSVColumn{{Name: "a"}}, func(ghg.CSVRow) {})
		assert.Equal(t, stands, err == nil, n)
	}
}
