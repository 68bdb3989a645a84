package ghg

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
)

// How far a header is looked for.
const (
	maxTitles      = 40      // lines above it
	maxHeaderBytes = 1 << 20 // with the lines above
)

// ErrNoHeader says that no line at the beginning of a text is the header looked for.
var ErrNoHeader = fmt.Errorf("no line of the first %d is the header", maxTitles+1)

// UnderTitles finds the header of a table that stands under titles, as sheets of a
// workbook do. It shows the cells of each line, without outer blanks, until names gives
// those that the header is to have, one for each of its cells; an error of names ends it.
// What it returns reads the same lines for [ReadCSVRows]: titles are blank lines, and the
// header has the names. A text that has no header among its first 41 lines, or within
// 1 MiB, is refused with [ErrNoHeader]. Text in quotation marks that goes on in the next
// line makes no header.
func UnderTitles(r io.Reader, f CSVFormat, names func(cells []string) ([]string, error)) (io.Reader, error) {
	in := bufio.NewReader(&io.LimitedReader{R: r, N: maxHeaderBytes})
	delimiter := rune(cmp.Or(f.Delimiter, ','))
	for n := range maxTitles + 1 {
		text, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if cells := lineCells(text, delimiter); len(cells) > 0 {
			heads, refused := names(cells)
			if refused != nil {
				return nil, refused
			}
			if heads != nil {
				return io.MultiReader(strings.NewReader(strings.Repeat("\n", n)+headerLine(heads, delimiter)), in, r), nil
			}
		}
		if err != nil {
			break
		}
	}
	return nil, ErrNoHeader
}

// lineCells are the cells of a line, or none of one that is no row by itself.
func lineCells(line []byte, delimiter rune) (cells []string) {
	var cell strings.Builder
	quoted := false
	end := func() {
		cells = append(cells, string(trim([]byte(cell.String()))))
		cell.Reset()
	}
	for _, r := range string(bytes.TrimPrefix(line, []byte("\ufeff"))) {
		switch {
		case r == '"':
			quoted = !quoted
		case r == delimiter && !quoted:
			end()
		default:
			cell.WriteRune(r)
		}
	}
	if quoted {
		return nil
	}
	end()
	return cells
}

// headerLine is a line of names.
func headerLine(names []string, delimiter rune) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
	}
	return strings.Join(quoted, string(delimiter)) + "\n"
}
