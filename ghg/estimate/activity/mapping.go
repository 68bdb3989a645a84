package activity

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Mapping says what the labels of a wide table stand for: 계약종별 주택용 is I.1.2, electricity, by
// the factor of the consumption end. It is immutable; the zero Mapping has no row.
type Mapping struct{ rows []mapped }

// mapped is a row of a mapping.
type mapped struct {
	line     int
	labels   []label
	texts    map[string]string // by column
	scheme   ghg.Scheme
	category ghg.Category
}

// label is the cell that a row of a wide table must have under a header.
type label struct{ head, text string }

// ofCell are the columns that cells of a wide table fill themselves.
var ofCell = []string{colYear, colAmount, colUnit}

// mappingColumns are the columns of a mapping: those of activity data, and the labels.
func mappingColumns(labels []string) (out []ghg.CSVColumn, keys []string) {
	for _, c := range columns() {
		if !slices.Contains(ofCell, c.Name) {
			c.Required = false
			out = append(out, c)
		}
	}
	for _, l := range labels {
		i := slices.IndexFunc(out, func(c ghg.CSVColumn) bool { return c.Is(l) })
		if i >= 0 { // it tells rows apart, and is what it is called: 지역
			keys = append(keys, out[i].Name)
			continue
		}
		name := strings.ToLower(strings.Join(strings.Fields(l), ""))
		out, keys = append(out, ghg.CSVColumn{Name: name}), append(keys, name)
	}
	return out, keys
}

// ReadMapping reads a mapping of labels of a wide table: delimited text with the columns of
// [Read] but for year, amount and unit, and any of the labels. A row is of all rows of the
// wide table that have its labels; a label that is empty, or has no column, may be any. One
// that is itself called as a column, such as 지역, is that column and a label.
func ReadMapping(r io.Reader, f ghg.CSVFormat, labels ...string) (Mapping, ghg.Report, error) {
	if f.Scheme.IsZero() {
		return Mapping{}, ghg.Report{}, errNoScheme
	}
	if len(labels) == 0 {
		return Mapping{}, ghg.Report{}, errors.New("a mapping is of labels: name the columns of the wide table that say what a row is")
	}
	columns, keys := mappingColumns(labels)
	var m Mapping
	report, err := ghg.ReadCSVRows(r, f, columns, func(row ghg.CSVRow) {
		x := mapped{line: row.Line(), texts: map[string]string{}, scheme: row.Scheme(colScheme)}
		for _, c := range columns {
			if text := row.Text(c.Name); text != "" {
				x.texts[c.Name] = text
			}
		}
		if x.texts[colCategory] != "" {
			x.category, _ = row.Category(colCategory, x.scheme)
		}
		for i, name := range keys {
			if text, found := x.texts[name]; found {
				x.labels = append(x.labels, label{labels[i], clean(text)})
			}
		}
		if !row.IsFaulty() {
			m.rows = append(m.rows, x)
		}
	})
	return m, report, err
}

// clean is a cell with single blanks.
func clean(cell string) string { return strings.Join(strings.Fields(cell), " ") }

// of is the one row of the mapping that is of a row of labels; without any it is none.
func (m Mapping) of(labelled func(head string) string) (mapped, error) {
	found := -1
	for i, x := range m.rows {
		if slices.ContainsFunc(x.labels, func(l label) bool { return labelled(l.head) != l.text }) {
			continue
		}
		if found >= 0 {
			return mapped{}, fmt.Errorf("lines %d and %d of the mapping are both of this row: one is accepted", m.rows[found].line, x.line)
		}
		found = i
	}
	switch {
	case found >= 0:
		return m.rows[found], nil
	case len(m.rows) > 0:
		return mapped{}, errors.New("no line of the mapping is of this row: one that says what it is, is accepted")
	}
	return mapped{}, nil
}
