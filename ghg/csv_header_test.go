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

// A column of remarks costs no line, and is told.
func ExampleReport_Err() {
	file := strings.NewReader("지역,연도,배출원,배출량,단위,비고\n대구,2022,I.1.1,612.5,천톤,잠정\n")
	records, report, err := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	fmt.Println(len(records), report.Err(), err)
	for _, f := range report.Findings.All {
		fmt.Println(f.Severity, f.Code, f.Stated)
	}
	// Output:
	// 1 <nil> <nil>
	// warning column-not-read 비고
}

// Every reader of delimited text reads the rest, and says which columns it did not.
func TestColumnNotRead(t *testing.T) {
	view := gpc.Basic
	columns := []ghg.CSVColumn{{Name: "id", Aliases: []string{"관리 번호"}, Required: true}, {Name: "name"}}
	for _, c := range []struct {
		name, text, says string
		read             func(text string) (int, ghg.Report, error)
	}{
		{"records", "place,note,year,category,mass,unit\nD,hello,2018,I.1.1,5,t\n",
			`the column "note" is not read: known are place, year, `,
			func(text string) (int, ghg.Report, error) {
				records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
				return len(records), report, err
			}},
		{"declared", "place,note,year,view,mass,unit\nD,hello,2018,BASIC,5,t\n",
			`the column "note" is not read: known are place, year, view, mass, unit`,
			func(text string) (int, ghg.Report, error) {
				totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader(text), ghg.CSVFormat{}, view)
				return len(totals), report, err
			}},
		{"yearly", "연도,배출량,단위,비고\n2018,5,t,hello\n",
			`the column "비고" is not read: known are year (연도), amount (배출량), unit (단위), status (상태), source (출처)`,
			func(text string) (int, ghg.Report, error) {
				y, report, err := ghg.ReadYearlyCSV(strings.NewReader(text), ghg.CSVFormat{}, "D", view, ghg.AR5)
				return y.Len(), report, err
			}},
		{"rows", "id,관리번호 (개)\nA,hello\n",
			`the column "관리번호 (개)" is not read: known are id (관리 번호), name; write "관리번호" alone, and "개" in a column or in the cells`,
			func(text string) (n int, report ghg.Report, err error) {
				report, err = ghg.ReadCSVRows(strings.NewReader(text), ghg.CSVFormat{}, columns, func(r ghg.CSVRow) { n++ })
				return n, report, err
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, report, err := c.read(c.text)
			require.NoError(t, err)
			require.NoError(t, report.Err())
			assert.Equal(t, 1, n)
			require.Len(t, report.Findings.All, 1)
			f := report.Findings.All[0]
			assert.Equal(t, ghg.FindingColumnNotRead, f.Code)
			assert.Equal(t, ghg.Warning, f.Severity)
			assert.Equal(t, 1, f.Line)
			assert.Contains(t, c.text, f.Stated)
			assert.Contains(t, f.Detail, c.says)
			// One of them more is one finding more, and of very many the first are kept.
			_, report, err = c.read(strings.Replace(c.text, "\n", strings.Repeat(",x", 1200)+"\n", 1))
			require.NoError(t, err)
			assert.Equal(t, 1201, report.Findings.Len())
			assert.Len(t, report.Findings.All, 1000)
		})
	}
}

// A header that names no column is a fault, where none must be there too.
func TestHeaderWithoutAnyColumn(t *testing.T) {
	cells, faults, err := readRows("Name(t),x(t\nA,x\n", ghg.CSVColumn{Name: "name"})
	require.NoError(t, err)
	assert.Empty(t, cells)
	assert.Equal(t, "line 1, header: no column is known: known are name; nothing below the header was read", faults)
}
