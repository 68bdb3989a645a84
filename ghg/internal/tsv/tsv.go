// Package tsv reads the tables of tab-separated cells that the library embeds: lines
// of '#' describe a table, the next line names its columns.
package tsv

import (
	"fmt"
	"strings"
)

// Read splits an embedded table into its header and rows, leaving out the lines that
// describe it.
func Read(text string) (header []string, rows [][]string) {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case header == nil:
			header = strings.Split(line, "\t")
		default:
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return header, rows
}

// MustRows reads an embedded table: rows by the name of their column. It panics where a
// row has not as many cells as the header.
func MustRows(text string) (rows []map[string]string) {
	header, lines := Read(text)
	for _, cells := range lines {
		if len(cells) != len(header) {
			panic(fmt.Sprintf("table: %q has %d cells, its header %d", cells, len(cells), len(header)))
		}
		row := make(map[string]string, len(cells))
		for i, name := range header {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// List splits a cell that lists several; an empty one lists none.
func List(cell, separator string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, separator)
}
