// Package tsv reads the tables of tab-separated cells that the library embeds: lines
// of '#' describe a table, the next line names its columns.
package tsv

import "strings"

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

// List splits a cell that lists several; an empty one lists none.
func List(cell, separator string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, separator)
}
