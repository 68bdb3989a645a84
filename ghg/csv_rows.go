package ghg

import (
	"io"
	"slices"
)

// CSVColumn is a column of delimited text that holds no records.
type CSVColumn struct {
	Name string // in small letters
	// Aliases are other names that a header may give it, such as Korean ones.
	// Case, spaces and line breaks in them do not matter.
	Aliases  []string
	Required bool // whether the header must name it
}

// Is reports whether a header may call the column so.
func (c CSVColumn) Is(head string) bool {
	head = foldHead(head)
	return head == foldHead(c.Name) || slices.ContainsFunc(c.Aliases, func(a string) bool { return foldHead(a) == head })
}

// ReadCSVRows reads rows of columns of one's own as [ReadCSV] reads records:
// the same text, header, bounds and faults. It calls use for each row that has
// a cell in it, one with faults too. Of the format it needs no scheme.
func ReadCSVRows(r io.Reader, f CSVFormat, columns []CSVColumn, use func(CSVRow)) (Report, error) {
	columns = slices.Clone(columns)
	slices.SortStableFunc(columns, func(a, b CSVColumn) int { // those that must be there stand first
		switch {
		case a.Required == b.Required:
			return 0
		case a.Required:
			return -1
		}
		return 1
	})
	if err := checkColumns(columns); err != nil {
		return Report{}, err
	}
	t, err := newCSVTable(r, f, headsOf(columns))
	if err != nil {
		return Report{}, err
	}
	err = t.each(func() { use(CSVRow{&t}) })
	return t.report, err
}
