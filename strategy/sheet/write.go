package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"strconv"

	"github.com/localghg/localghg/ghg"
)

// cells are what a row holds, by column.
type cells map[string]string

// isNumber are the columns of numbers, which may begin with a minus: all others are
// guarded against being read as formulas.
var isNumber = map[string]bool{"amount": true, "per_one": true, "share": true, "weight": true, "done": true, "year": true}

// writeRows writes rows, once reading them has given the same cells
// and no faults. A refused file leaves nothing behind.
func writeRows(w io.Writer, columns []ghg.CSVColumn, rows []cells, read func(io.Reader) (ghg.Report, error)) error {
	lines := [][]string{make([]string, len(columns))}
	for i, c := range columns {
		lines[0][i] = c.Name
	}
	for _, row := range rows {
		line := make([]string, len(columns))
		for i, c := range columns {
			line[i] = row[c.Name]
			if !isNumber[c.Name] {
				line[i] = ghg.GuardFormula(line[i])
			}
		}
		lines = append(lines, line)
	}
	text := delimited(lines)
	n := 0
	var changed error
	same := func(row ghg.CSVRow) {
		for _, c := range columns {
			if n == len(rows) {
				return
			}
			if text := rows[n][c.Name]; row.Text(c.Name) != text && !row.IsFaulty() && changed == nil {
				changed = unwritable(rows[n][columns[0].Name], c.Name, text)
			}
		}
		n++
	}
	report, err := ghg.ReadCSVRows(bytes.NewReader(text), ghg.CSVFormat{}, columns, same)
	if err == nil && report.Faults.Len() == 0 && changed == nil {
		report, err = read(bytes.NewReader(text))
	}
	switch {
	case err != nil:
		return err
	case report.Faults.Len() > 0:
		return fmt.Errorf("what is to be written could not be read: %w", report.Faults)
	case changed != nil:
		return changed
	case n != len(rows):
		return errors.New("what is to be written has a line without anything in it")
	}
	_, err = w.Write(text)
	return err
}

// delimited are lines as text. Their cells are guarded already.
func delimited(lines [][]string) []byte {
	var text bytes.Buffer
	_ = csv.NewWriter(&text).WriteAll(lines) // a buffer takes all that is written to it
	return text.Bytes()
}

// unwritable says that a value would not be read as it is.
func unwritable(action, field, value string) error {
	return fmt.Errorf("action %.60q, %s %.60q: it would not be read as it is: outer blanks, line ends of Windows, decomposed "+
		"Hangul, and in lists semicolons and empty items, are not allowed", action, field, value)
}

// wordOrNone is the name of a value, or nothing for the zero value.
func wordOrNone[T interface {
	~uint8
	String() string
}](v T) string {
	if v == 0 {
		return ""
	}
	return v.String()
}

func dayText(d ghg.Date) string {
	if d == (ghg.Date{}) {
		return ""
	}
	return d.String()
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// with is a copy of the cells with one more.
func (c cells) with(column, text string) cells {
	out := maps.Clone(c)
	out[column] = text
	return out
}
