package ghg_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The trees that a town counts, by neighbourhood.
func ExampleReadCSVRows() {
	file := strings.NewReader("동,trees\n범어동,1200\n만촌동,many\n")
	columns := []ghg.CSVColumn{{Name: "neighbourhood", Aliases: []string{"동"}, Required: true}, {Name: "trees", Required: true}}
	report, err := ghg.ReadCSVRows(file, ghg.CSVFormat{}, columns, func(row ghg.CSVRow) {
		if n, ok := row.Number("trees"); ok {
			fmt.Println(row.Line(), row.Text("neighbourhood"), n)
		}
	})
	fmt.Println(report.Err(), err)
	// Output:
	// 2 범어동 1200
	// line 3, trees "many": not a number: it needs digits <nil>
}

func readRows(text string, columns ...ghg.CSVColumn) (cells []string, faults string, err error) {
	report, err := ghg.ReadCSVRows(strings.NewReader(text), ghg.CSVFormat{}, columns, func(r ghg.CSVRow) {
		var row []string
		for _, c := range columns {
			row = append(row, r.Text(c.Name))
		}
		cells = append(cells, fmt.Sprintf("%d %s %t", r.Line(), strings.Join(row, "|"), r.IsFaulty()))
	})
	return cells, report.Faults.Error(), err
}

func TestReadCSVRows(t *testing.T) {
	name := ghg.CSVColumn{Name: "name"}
	id := ghg.CSVColumn{Name: "id", Aliases: []string{"관리 번호", "No"}, Required: true}
	for _, c := range []struct{ text, cells, faults string }{
		{"id,name\nA,x\n", "2 x|A false", ""},
		{"name,\"관리\n번호\"\nx,A\n\n,\ny,B", "3 x|A false, 6 y|B false", ""},
		{"N O,name\nA,x\n", "2 x|A false", ""},
		{"ID\nA\n", "2 |A false", ""},
		{"name\nx\n", "", `line 1, header "id": the column is missing (or no, 관리번호); nothing below the header was read`},
		{"no,id\nx\n", "", `line 1, header "id": the column is there twice; nothing below it was read`},
		{"id,name\nA\n", "2 |A true", "line 2, line: 1 fields where the header has 2"},
		{"번호,name\nA,x\n", "",
			`line 1, header "id": the column is missing (or no, 관리번호); not read are "번호"; nothing below the header was read`},
		{"id,name\nA," + strings.Repeat("x", 10_001) + "\n", "2 |A true",
			`line 2, name "` + strings.Repeat("x", 60) + `"…: longer than 10000 bytes`},
		{"id,name\nA," + strings.Repeat("x", 10_000) + "\n", "2 " + strings.Repeat("x", 10_000) + "|A false", ""},
		{"", "", "the file is empty: a header line with id is needed"},
	} {
		cells, faults, err := readRows(c.text, name, id)
		require.NoError(t, err)
		assert.Equal(t, c.cells, strings.Join(cells, ", "), "%.40q", c.text)
		assert.Equal(t, c.faults, faults, "%.40q", c.text)
	}
}

func TestReadCSVRowsRefuses(t *testing.T) {
	for says, columns := range map[string][]ghg.CSVColumn{
		"needs columns":       nil,
		`"" is not one`:       {{}},
		`"I D" is not one`:    {{Name: "id"}, {Name: "name", Aliases: []string{"I D"}}},
		`column "id": it nee`: {{Name: "id"}, {Name: "id"}},
	} {
		_, _, err := readRows("id\nA\n", columns...)
		assert.ErrorContains(t, err, says)
	}
	for _, delimiter := range []byte{'"', '\n', '\r', '.', '-', '0', '9', 0x80, 0xFF} {
		_, err := ghg.ReadCSVRows(strings.NewReader(""), ghg.CSVFormat{Delimiter: delimiter}, []ghg.CSVColumn{{Name: "id"}}, nil)
		assert.ErrorContains(t, err, "delimiter", "%q", delimiter)
	}
}

// Each column that must be there is asked for, wherever it stands among the
// others.
func TestReadCSVRowsRequired(t *testing.T) {
	columns := []ghg.CSVColumn{{Name: "note"}, {Name: "id", Required: true}, {Name: "page"}, {Name: "day"}, {Name: "name", Required: true}}
	cells, faults, err := readRows("name,id\nx,A\n", columns...)
	require.NoError(t, err)
	assert.Equal(t, []string{"2 |A|||x false"}, cells)
	assert.Empty(t, faults)
	_, faults, err = readRows("note,page,day\n", columns...)
	require.NoError(t, err)
	assert.Equal(t, `line 1, header "id": the column is missing; nothing below the header was read
line 1, header "name": the column is missing; nothing below the header was read`, faults)
}

// A fault is named as the file names the column; one in no column as it is
// given.
func TestCSVRowRefuse(t *testing.T) {
	columns := []ghg.CSVColumn{{Name: "id", Aliases: []string{"관리번호"}}}
	report, err := ghg.ReadCSVRows(strings.NewReader("관리번호\nA\n"), ghg.CSVFormat{}, columns, func(r ghg.CSVRow) {
		assert.Empty(t, r.Text("name"))
		assert.False(t, r.IsFaulty())
		r.Refuse(ghg.FaultMismatch, "id", errors.New("no"))
		assert.True(t, r.IsFaulty())
		r.Refuse(ghg.FaultField, "name", errors.New("none"))
		_, err := ghg.ParseMetric("AR9")
		r.Refuse(ghg.FaultUnknownMetric, "id", err)
	})
	require.NoError(t, err)
	assert.Regexp(t, `^line 2, 관리번호 "A": no
line 2, name: none
line 2, 관리번호 "A": allowed are .*AR5`, report.Faults.Error())
}

// A council's list of boilers has a header in Korean. A column that must be
// there and is not is a fault of the header, with the names that it may have.
func ExampleCSVColumn() {
	columns := []ghg.CSVColumn{
		{Name: "site", Aliases: []string{"시설명"}, Required: true},
		{Name: "boilers", Aliases: []string{"보일러 수", "대수"}, Required: true},
		{Name: "note", Aliases: []string{"비고"}},
	}
	for _, file := range []string{"시설명,대수\n수성구청,4\n범어도서관,2\n", "시설명,비고\n수성구청,closed in 2024\n"} {
		report, err := ghg.ReadCSVRows(strings.NewReader(file), ghg.CSVFormat{}, columns, func(row ghg.CSVRow) {
			fmt.Println(row.Text("site"), row.Text("boilers"))
		})
		if err != nil || report.Faults.Len() > 0 {
			fmt.Println(report.Faults, err)
		}
	}
	// Output:
	// 수성구청 4
	// 범어도서관 2
	// line 1, header "boilers": the column is missing (or 대수, 보일러수); nothing below the header was read <nil>
}

// A row with a fault is not used; the fault has the name that the file gives
// the column.
func ExampleCSVRow() {
	file := strings.NewReader("시설명,대수\n수성구청,4\n범어도서관,두 대\n만촌체육관,3\n")
	columns := []ghg.CSVColumn{{Name: "site", Aliases: []string{"시설명"}, Required: true},
		{Name: "boilers", Aliases: []string{"대수"}, Required: true}}
	sum := 0
	report, err := ghg.ReadCSVRows(file, ghg.CSVFormat{}, columns, func(row ghg.CSVRow) {
		n, err := strconv.Atoi(row.Text("boilers"))
		if err != nil {
			row.Refuse(ghg.FaultNumber, "boilers", errors.New("a whole number is needed"))
		}
		if row.IsFaulty() {
			fmt.Println("line", row.Line(), "left out:", row.Text("site"))
			return
		}
		sum += n
	})
	fmt.Println(sum, "boilers")
	fmt.Println(report.Faults, err)
	// Output:
	// line 3 left out: 범어도서관
	// 7 boilers
	// line 3, 대수 "두 대": a whole number is needed <nil>
}
