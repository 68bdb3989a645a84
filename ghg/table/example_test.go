package table_test

import (
	"fmt"
	"sync"

	"github.com/localghg/localghg/ghg/table"
)

// heatText would be embedded:
//
//	//go:embed data/heat.tsv
//	var heatText string
const heatText = `# Emission factors of district heat by branch, t CO2e for one TJ.
# source: Daegu heat operator, annual report,
#   table 7
# edition: 2025
# retrieved: 2026-11-29
branch	factor	aliases
east	34.1	동구 | Dong-gu
west	29.8	
`

// heat is read when the first factor is asked for.
var heat = sync.OnceValue(func() table.Table { return table.MustRead(heatText, "branch", "factor", "aliases") })

// A table of one's own factors, embedded in one's own program.
func Example() {
	t := heat()
	for row := range t.Rows() {
		fmt.Println(row.Cell("branch"), row.Cell("factor"), row.List("aliases"))
	}
	fmt.Printf("%s (edition %s, retrieved %s)\n", t.Source(), t.Edition(), t.Retrieved())
	// Output:
	// east 34.1 [동구 Dong-gu]
	// west 29.8 []
	// Daegu heat operator, annual report, table 7 (edition 2025, retrieved 2026-11-29)
}

// A table without its source is none, and neither is one that lacks a cell.
func ExampleRead_refused() {
	_, err := table.Read("# Factors that somebody sent.\nbranch\tfactor\neast\t34.1\n", "branch", "factor")
	fmt.Println(err)
	_, err = table.Read("# source: own list\n# edition: 1\n# retrieved: 2026-11\nbranch\tfactor\neast\n", "branch", "factor")
	fmt.Println(err)
	_, err = table.Read("# source: own list\n# edition: 1\n# retrieved: 2026-11\nbranch\tfaktor\neast\t34.1\n", "branch", "factor")
	fmt.Println(err)
	// Output:
	// no "# source:" with a text stands above the columns
	// line 5: a row of 1 cells, and there are 2 columns
	// there is no column "factor"
}

// The columns may be those of the file, such as one for each report.
func ExampleTable_Columns() {
	t := table.MustRead("# source: own list\n# edition: 1\n# retrieved: 2026-11\ngas\tAR5\tAR6\nCH4\t28\t27.9\n", "gas")
	for row := range t.Rows() {
		for i, column := range t.Columns() {
			fmt.Print(column, "=", row.At(i), " ")
		}
		fmt.Println("in line", row.Line())
	}
	// Output:
	// gas=CH4 AR5=28 AR6=27.9 in line 5
}
