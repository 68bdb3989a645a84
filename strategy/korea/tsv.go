package korea

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// mustRows reads an embedded table: lines of '#' are its description, the next
// line names the columns.
func mustRows(text string, columns string) [][]string {
	var out [][]string
	header := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		cells := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case len(cells) != strings.Count(columns, " ")+1:
			panic(fmt.Sprintf("korea: a line has %d cells: %s", len(cells), line))
		case !header:
			if strings.Join(cells, " ") != columns {
				panic("korea: unexpected columns: " + line)
			}
			header = true
		default:
			out = append(out, cells)
		}
	}
	return out
}

// must is for what the embedded tables hold.
func must[T any](v T, err error) T {
	if err != nil {
		panic("korea: " + err.Error())
	}
	return v
}

func mustDecimal(s string) decimal.Decimal { return must(decimal.NewFromString(s)) }
