package daegu

import (
	"fmt"
	"strings"
)

// mustRows reads an embedded table: lines of '#' are its description, the next
// line names the columns.
func mustRows(text string, columns ...string) [][]string {
	var out [][]string
	header := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		cells := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case len(cells) != len(columns):
			panic(fmt.Sprintf("daegu: a line has %d cells and not %d: %s", len(cells), len(columns), line))
		case !header:
			if line != strings.Join(columns, "\t") {
				panic("daegu: unexpected columns: " + line)
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
		panic("daegu: " + err.Error())
	}
	return v
}
