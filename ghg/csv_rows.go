package ghg

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// CSVColumn is a column of delimited text that holds no records.
type CSVColumn struct {
	Name string // in small letters
	// Aliases are other names that a header may give it, such as Korean ones.
	// Case, spaces and line breaks in them do not matter.
	Aliases  []string
	Required bool // whether the header must name it
}

// ReadCSVRows reads rows of columns of one's own as [ReadCSV] reads records:
// the same text, header, bounds and faults. It calls use for each row that has
// a cell in it, one with faults too. Of the format it needs no scheme.
func ReadCSVRows(r io.Reader, f CSVFormat, columns []CSVColumn, use func(CSVRow)) (Report, error) {
	if err := f.check(); err != nil {
		return Report{}, err
	}
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
	var names []string
	required := 0
	aliases, native := map[string]int{}, make([]string, len(columns))
	for i, c := range columns {
		if c.Required {
			required++
		}
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			if _, taken := aliases[foldHead(name)]; taken || name == "" {
				return Report{}, fmt.Errorf("column %q: it needs names of its own, and %q is not one", c.Name, name)
			}
			aliases[foldHead(name)] = i
		}
		if j := slices.IndexFunc(c.Aliases, func(s string) bool { return !isASCII(s) }); j >= 0 {
			native[i] = c.Aliases[j]
		}
		names = append(names, c.Name)
	}
	if len(names) == 0 {
		return Report{}, errors.New("reading rows needs columns")
	}
	t := newCSVTable(r, f, names, required)
	t.aliases, t.native = aliases, native
	err := t.each(func() { use(CSVRow{&t}) })
	return t.report, err
}

// foldHead is a name in a header without what does not matter in it.
func foldHead(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), "")) }

// orAliases lists the other names of a column in a message.
func (t *csvTable) orAliases(column int) string {
	var others []string
	for _, name := range slices.Sorted(maps.Keys(t.aliases)) {
		if t.aliases[name] == column && name != t.names[column] {
			others = append(others, name)
		}
	}
	if len(others) == 0 {
		return ""
	}
	return " (or " + strings.Join(others, ", ") + ")"
}
