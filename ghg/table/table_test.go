package table_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/table"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const head = "# source: own list\n# edition: 1\n# retrieved: 2026-11\n"

func TestRead(t *testing.T) {
	got, err := table.Read("# Places.\n"+
		"# source: code book of the ministry,\r\n#   as held by a public\n#\u0020 repository\n# a remark\n#   and more of it\n"+
		"# edition: 2026-07-20\n# retrieved: 2026-11-29\n\ncode\tname\tother names\r\n"+
		"11\tSeoul\t서울 | 한양\r\n\n# between\n26\t\t\n# source: no key below the columns\n", "name", "code")
	require.NoError(t, err)
	assert.Equal(t, "code book of the ministry, as held by a public repository", got.Source())
	assert.Equal(t, "2026-07-20", got.Edition())
	assert.Equal(t, "2026-11-29", got.Retrieved())
	assert.Equal(t, map[int]string{0: "code", 1: "name", 2: "other names"}, maps.Collect(got.Columns()))
	assert.Equal(t, 2, got.Len())
	var rows []string
	for r := range got.Rows() {
		rows = append(rows, fmt.Sprintf("%d %s/%s/%q", r.Line(), r.Cell("code"), r.Cell("name"), r.List("other names")))
	}
	assert.Equal(t, []string{`11 11/Seoul/["서울" "한양"]`, `14 26//[]`}, rows)
	for r := range got.Rows() {
		assert.Equal(t, "11", r.Cell("code"))
		assert.Nil(t, nextOf(got).List("other names"))
		break
	}
	assert.Equal(t, "26", nextOf(got).At(0))
	assert.Empty(t, nextOf(got).At(1))
	assert.Panics(t, func() { nextOf(got).At(3) }, "not the cell of the next row")
	assert.Panics(t, func() { slices.Collect(got.Rows())[0].At(3) }, "not the cell of the next row")
	assert.PanicsWithValue(t, `table: there is no column "district"`, func() { nextOf(got).Cell("district") })
}

func nextOf(t table.Table) table.Row { return slices.Collect(t.Rows())[1] }

func TestZero(t *testing.T) {
	var none table.Table
	assert.Zero(t, none.Len())
	assert.Empty(t, none.Source()+none.Edition()+none.Retrieved())
	assert.Empty(t, maps.Collect(none.Columns()))
	assert.Empty(t, slices.Collect(none.Rows()))
	assert.Zero(t, table.Row{}.Line())
	assert.Panics(t, func() { table.Row{}.Cell("") })
	assert.Panics(t, func() { table.Row{}.At(0) })
}

// No rows, one column, and keys whose text begins in the next line are a table.
func TestLeastTable(t *testing.T) {
	got, err := table.Read("# source:\n#  own list\n# edition: 1\n# retrieved: 2026\nx")
	require.NoError(t, err)
	assert.Equal(t, "own list", got.Source())
	assert.Zero(t, got.Len())
}

func TestRefused(t *testing.T) {
	const noDay = "line 3: behind retrieved a day, month or year is needed, such as 2026-11-29"
	for name, c := range map[string]struct{ text, want string }{
		"no source":        {"# edition: 1\n# retrieved: 2026-11\na\n", `no "# source:" with a text stands above the columns`},
		"no edition":       {"# source: x\n# retrieved: 2026-11\na\n", `no "# edition:" with a text stands above the columns`},
		"no retrieval":     {"# source: x\n# edition: 1\na\n", `no "# retrieved:" with a text stands above the columns`},
		"another spelling": {"# Source: x\n# edition: 1\n# retrieved: 2026-11\na\n", `no "# source:" with a text stands above the columns`},
		"an empty source":  {"# source: \n# edition: 1\n# retrieved: 2026-11\na\n", `no "# source:" with a text stands above the columns`},
		"source below":     {"# edition: 1\n# retrieved: 2026-11\na\n# source: x\n", `no "# source:" with a text stands above the columns`},
		"stated twice":     {head + "# a remark\n# source: another\na\n", `line 5: "# source:" stands in line 1 already`},
		"no date":          {"# source: x\n# edition: 1\n# retrieved: lately\na\n", noDay},
		"no such day":      {"# source: x\n# edition: 1\n# retrieved: 2026-02-29\na\n", noDay},
		"no columns":       {head, "no line names the columns"},
		"nothing":          {"", "no line names the columns"},
		"columns alike":    {head + "a\tb\ta\n", "columns 1 and 3 have one name"},
		"a column missing": {head + "a\tc\n", `there is no column "b"`},
		"a cell missing":   {head + "a\tb\n1\t2\n3\n", "line 6: a row of 1 cells, and there are 2 columns"},
		"a cell too many":  {head + "a\tb\n1\t2\t\n", "line 5: a row of 3 cells, and there are 2 columns"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := table.Read(c.text, "a", "b")
			assert.EqualError(t, err, c.want)
			assert.PanicsWithValue(t, "table: "+c.want, func() { table.MustRead(c.text, "a", "b") })
		})
	}
}

// FuzzRead reads any text in time, and what it reads is what is written.
func FuzzRead(f *testing.F) {
	f.Add(head + "a\tb\n1\t2\n\t\n")
	f.Add("# source:\r\n#  x\r\n# edition: 1\r\n# retrieved: 2026-11-29\r\nid\r\n\r\n1\r\n")
	f.Add("# source: x\n# source: y\n")
	f.Add(head + "a\ta\n")
	f.Add(head + "\t\n\t")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := table.Read(text)
		if err != nil {
			assert.Zero(t, got)
			return
		}
		require.NotEmpty(t, got.Source())
		require.NotEmpty(t, got.Edition())
		var columns []string
		for _, c := range got.Columns() {
			columns = append(columns, c)
		}
		lines := strings.Split(text, "\n")
		n := 0
		for r := range got.Rows() {
			var cells []string
			for _, c := range columns {
				cells = append(cells, r.Cell(c))
				require.Equal(t, r.Cell(c), r.At(len(cells)-1))
			}
			require.Equal(t, strings.TrimRight(lines[r.Line()-1], "\r"), strings.Join(cells, "\t"))
			n++
		}
		require.Equal(t, got.Len(), n)
		again, err := table.Read(fmt.Sprintf("# source: %s\n# edition: %s\n# retrieved: %s\n%s\n", got.Source(), got.Edition(), got.Retrieved(),
			strings.Join(columns, "\t")))
		if err == nil { // a column may begin with '#' where it is not the first of its line
			require.Equal(t, maps.Collect(got.Columns()), maps.Collect(again.Columns()))
		}
	})
}
