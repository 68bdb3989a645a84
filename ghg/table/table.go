package table

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Table is a table with its source. It is immutable; the zero Table has no rows.
type Table struct{ def *definition }

type definition struct {
	header
	columns []string
	cells   []string // of all rows, one after the other
	lines   []int    // of each row: where it stands in the text
}

// Read reads a table in the form that the package describes. It must have the columns that
// are named, and may have more.
func Read(text string, columns ...string) (Table, error) {
	d := &definition{}
	at := 0
	for line := range strings.Lines(text) {
		at++
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "":
		case line[0] == '#':
			if d.columns == nil {
				if err := d.header.add(line, at); err != nil {
					return Table{}, err
				}
			}
		case d.columns == nil:
			if err := d.name(strings.Split(line, "\t"), columns); err != nil {
				return Table{}, err
			}
			d.cells = make([]string, 0, strings.Count(text, "\t")+strings.Count(text, "\n")+1) // never more, whatever the text
		default:
			before := len(d.cells)
			d.split(line)
			if n := len(d.cells) - before; n != len(d.columns) {
				return Table{}, fmt.Errorf("line %d: a row of %d cells, and there are %d columns", at, n, len(d.columns))
			}
			d.lines = append(d.lines, at)
		}
	}
	if d.columns == nil {
		return Table{}, errors.New("no line names the columns")
	}
	return Table{d}, nil
}

// MustRead is [Read] for a table that is embedded: it panics where that has an error.
func MustRead(text string, columns ...string) Table {
	t, err := Read(text, columns...)
	if err != nil {
		panic("table: " + err.Error())
	}
	return t
}

// name takes the columns, when the header is behind.
func (d *definition) name(columns, asked []string) error {
	if err := d.header.check(); err != nil {
		return err
	}
	for i, c := range columns {
		if first := slices.Index(columns, c); first < i {
			return fmt.Errorf("columns %d and %d have one name", first+1, i+1)
		}
	}
	for _, c := range asked {
		if !slices.Contains(columns, c) {
			return fmt.Errorf("there is no column %q", c)
		}
	}
	d.columns = columns
	return nil
}

func (d *definition) split(line string) {
	for {
		i := strings.IndexByte(line, '\t')
		if i < 0 {
			d.cells = append(d.cells, line)
			return
		}
		d.cells = append(d.cells, line[:i])
		line = line[i+1:]
	}
}

func (t Table) get() definition {
	if t.def == nil {
		return definition{}
	}
	return *t.def
}

// Source is the document that the table is from, as its header has it.
func (t Table) Source() string { return t.get().text[0] }

// Edition is that of the source, or of the table where it is put together from several.
func (t Table) Edition() string { return t.get().text[1] }

// Retrieved is when the source was read: "2026-11-29", "2026-11" or "2026".
func (t Table) Retrieved() string { return t.get().text[2] }

// Columns yields the columns in their order, counted from 0, with their names.
func (t Table) Columns() iter.Seq2[int, string] { return slices.All(t.get().columns) }

// Len is the number of rows.
func (t Table) Len() int { return len(t.get().lines) }

// Rows yields the rows in their order.
func (t Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range t.Len() {
			if !yield(Row{t.def, i}) {
				return
			}
		}
	}
}

// Row is a row of a [Table]. The zero Row has no columns.
type Row struct {
	def *definition
	at  int
}

// Cell is the cell in a column. It panics where the table has no such column, which
// [MustRead] tells before where it is given the names.
func (r Row) Cell(column string) string {
	if r.def != nil {
		for i, c := range r.def.columns {
			if c == column {
				return r.all()[i]
			}
		}
	}
	panic(fmt.Sprintf("table: there is no column %q", column))
}

// At is the cell in the i-th column, from 0, as [Table.Columns] counts them. It panics where
// there is none.
func (r Row) At(i int) string { return r.all()[i] }

// all are the cells of the row.
func (r Row) all() []string {
	if r.def == nil {
		return nil
	}
	n := len(r.def.columns)
	return r.def.cells[r.at*n : (r.at+1)*n]
}

// List is what a cell lists, with " | " between; an empty one lists none.
func (r Row) List(column string) []string {
	cell := r.Cell(column)
	if cell == "" {
		return nil
	}
	return strings.Split(cell, " | ")
}

// Line is the line of the text that the row stands in, from 1.
func (r Row) Line() int {
	if r.def == nil {
		return 0
	}
	return r.def.lines[r.at]
}
