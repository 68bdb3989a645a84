package wide_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// below is a format of a header of two rows.
var below = func(f *wide.Format) { f.Below = "용도" }

// Whether the cells of the first row are merged or repeated, and the label stands once or
// twice, the table is the same.
func TestTwoRowsOfAHeader(t *testing.T) {
	want := []string{"3 가 집 | 1 천톤 | 2 천톤", "3 가 일 | 3 천톤 | 4 천톤", "4 나 집 | 5 천톤 | 6 천톤", "4 나 일 | 7 천톤 | –"}
	for _, head := range []string{
		"지역,2018,,2019,\n,집,일,집,일\n",
		"지역,2018,2018,2019,2019\n지역,집,일,집,일\n",
		"지역,2018년,,2019년\n\"\",집,일,집,일\n",
	} {
		table, report := read(t, head+"가,1,3,2,4\n나,5,7,6,\n", plain(below))
		assert.Equal(t, want, shown(table, "지역", "용도"), head)
		assert.Zero(t, report.Findings.Len())
		for r := range table.Rows() {
			assert.Equal(t, r.Label("용도"), r.Label(" 용 도"))
		}
	}
	// In another order of periods, below titles, with a column between that is not read.
	table, report := read(t, "표 1\n\n지역,2019,,비고,2018,\n,집,일,,집,일\n가,2,4,x,1,3\n", plain(below))
	assert.Equal(t, []string{"5 가 집 | 1 천톤 | 2 천톤", "5 가 일 | 3 천톤 | 4 천톤"}, shown(table, "지역", "용도"))
	assert.Equal(t, []string{"column-not-read"}, codes(report.Findings))
}

// Units stand in either row, or in a third one; the column is that of the file.
func TestUnitsBelowTwoRows(t *testing.T) {
	table, _ := read(t, "지역,2018,,2019,\n,전력 (MWh),열 [TJ],전력 (GWh),열 [TJ]\n가,1,3,2,4\n", plain(below, func(f *wide.Format) {
		f.Unit = wide.UnitInHeader
	}))
	assert.Equal(t, []string{"3 가 전력 | 1 MWh | 2 GWh", "3 가 열 | 3 TJ | 4 TJ"}, shown(table, "지역", "용도"))
	table, _ = read(t, "지역,2018 (MWh),,2019 (GWh),\n,전력,열,전력,열\n가,1,3,2,4\n", plain(below, func(f *wide.Format) {
		f.Unit = wide.UnitInHeader
	}))
	assert.Equal(t, []string{"3 가 전력 | 1 MWh | 2 GWh", "3 가 열 | 3 MWh | 4 GWh"}, shown(table, "지역", "용도"))
	table, _ = read(t, "지역,2018,\n,전력,열\n,MWh,TJ\n가,1,3\n", plain(below, func(f *wide.Format) { f.Unit = wide.UnitBelow }))
	assert.Equal(t, []string{"4 가 전력 | 1 MWh", "4 가 열 | 3 TJ"}, shown(table, "지역", "용도"))

	table, _ = read(t, "지역,2018,\n,CO2,CH4\n가,1.5,3\n", plain(below))
	records, faults := table.Records(ghg.AR5, func(r wide.Row) (ghg.Record, error) {
		gas, err := ghg.ParseGas(r.Label("용도"))
		return ghg.Record{Place: "가", Gas: gas, Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}}, err
	})
	require.Zero(t, faults.Len())
	require.Len(t, records, 2)
	assert.Equal(t, "CH4 3000 t 3", fmt.Sprint(records[1].Gas, " ", records[1].Value, " ", records[1].Column))
}

// Sums stand below a period, and beside all of them; a row with a fault gives no row at all.
func TestSumsBelowTwoRows(t *testing.T) {
	table, report := read(t, "지역,2018,,,2019,,,합계,,\n,집,일,계,집,일,계,집,일,계\n"+
		"가,1,3,4,2,4,6,3,7,10\n나,5.00,7.00,12.50,6,8,14,11,15,99\n도,6,10,16.5,8,x,20,,,\n", plain(below, func(f *wide.Format) {
		f.SumRows = []wide.SumRow{{Label: "용도", Text: "계"}, {Label: "지역", Text: "도"}}
		f.SumColumns = []wide.Column{{Head: "합계"}}
	}))
	assert.Equal(t, []string{"3 가 집 | 1 천톤 | 2 천톤", "3 가 일 | 3 천톤 | 4 천톤", "4 나 집 | 5 천톤 | 6 천톤", "4 나 일 | 7 천톤 | 8 천톤"},
		shown(table, "지역", "용도"))
	assert.Equal(t, 1, report.Faults.Len())
	var got []string
	for _, f := range report.Findings.All {
		got = append(got, fmt.Sprintf("%d %s %s", f.Line, f.Code, f.Of))
	}
	assert.Equal(t, []string{"4 total-mismatch ", "4 total-mismatch 나 / 계"}, got)
}

// What does not stand in a header of two rows is refused.
func TestTwoRowsRefused(t *testing.T) {
	for head, says := range map[string]string{
		"지역,2018,\n,집,\n":                     "", // one column without a head is none
		"지역,2018,2018\n,집,\n":                 "the second row of the header says nothing below it: it is to say the 용도",
		"지역,2018,\n가,1.5,2\n":                 "a number stands below it",
		"지역,2018,\n,집,계\n":                    "name it in Format.SumRows",
		"지역,2018,\n,집,집\n":                    "another column has figures of the same time",
		"지역,2018,,2019\n,집,일,집\n":             "it does not stand below the same periods as 집",
		"지역,2018,,2019,\n\n,집,일,집,일\n,,,,,\n": "",
		"지역,합계,\n,집,일\n":                      "it looks like the sum of the periods",
	} {
		_, _, err := wide.Read(strings.NewReader(head+"가,1\n"), plain(below))
		if says == "" {
			assert.NoError(t, err, head)
			continue
		}
		assert.ErrorContains(t, err, says, head)
	}
	_, _, err := wide.Read(strings.NewReader("지역,2018\n"), plain(below))
	assert.ErrorContains(t, err, "no line of the first 41 is the header")
	_, _, err = wide.Read(strings.NewReader("지역,2018,합계\n,집,일\n"), plain(below, func(f *wide.Format) {
		f.SumColumns = []wide.Column{{Head: "합계"}}
	}))
	assert.ErrorContains(t, err, "it is the sum of no column")
	for _, f := range []wide.Format{
		plain(func(f *wide.Format) { f.Below = "지역" }),
		plain(below, func(f *wide.Format) { f.Columns = []wide.Column{{Head: "x", Period: ghg.CalendarYear(2018)}} }),
		plain(below, func(f *wide.Format) { f.Merged = []string{"용도"} }),
		plain(below, func(f *wide.Format) { f.Labels = []string{"1", "2", "3", "4", "5", "6", "7", "8"} }),
	} {
		_, _, err := wide.Read(strings.NewReader(""), f)
		assert.ErrorAs(t, err, &ghg.Faults{})
	}
}

// Columns are bounded.
func TestColumnsAreBounded(t *testing.T) {
	head := func(n int) string {
		var b strings.Builder
		b.WriteString("지역,2018" + strings.Repeat(",", n-1) + "\n")
		for i := range n {
			fmt.Fprintf(&b, ",용도%d", i)
		}
		return b.String() + "\n"
	}
	table, _ := read(t, head(2000)+"가"+strings.Repeat(",1", 2000)+"\n", plain(below))
	assert.Len(t, shown(table), 2000)
	_, _, err := wide.Read(strings.NewReader(head(2001)), plain(below))
	assert.ErrorContains(t, err, "at most 2000 columns")
}

// A table with two rows of a header is the one that has a row for each text of the second.
func TestTwoRowsAsManyRows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 12))
	for range 100 {
		uses, years := 1+r.IntN(4), 1+r.IntN(4)
		head, second, long := "지역", "", "지역,용도"
		for y := range years {
			long += fmt.Sprintf(",%d", 2018+y)
			for u := range uses {
				head += fmt.Sprintf(",%d", 2018+y)
				second += fmt.Sprintf(",용도%d", u)
			}
		}
		two, many := head+"\n"+second+"\n", long+"\n"
		for region := range 1 + r.IntN(3) {
			cells := make([][]string, uses)
			two += fmt.Sprintf("지역%d", region)
			for range years {
				for u := range uses {
					cell := fmt.Sprint(r.IntN(100))
					if r.IntN(5) == 0 {
						cell = ""
					}
					cells[u], two = append(cells[u], cell), two+","+cell
				}
			}
			two += "\n"
			for u := range uses {
				many += fmt.Sprintf("지역%d,용도%d,%s\n", region, u, strings.Join(cells[u], ","))
			}
		}
		a, _ := read(t, two, plain(below))
		b, _ := read(t, many, plain(func(f *wide.Format) { f.Labels = []string{"지역", "용도"} }))
		cut := func(lines []string) (out []string) { // lines differ
			for _, l := range lines {
				_, rest, _ := strings.Cut(l, " ")
				out = append(out, rest)
			}
			return out
		}
		assert.Equal(t, cut(shown(b, "지역", "용도")), cut(shown(a, "지역", "용도")), two)
	}
}
