package gir

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// mustTable reads an embedded table: rows by the name of their column. Lines that
// begin with # are its head.
func mustTable(text string) (rows []map[string]string) {
	var header []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if header == nil {
			header = cells
			continue
		}
		if len(cells) != len(header) {
			panic(fmt.Sprintf("gir: %q has %d cells, its header %d", line, len(cells), len(header)))
		}
		row := make(map[string]string, len(cells))
		for i, name := range header {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// mustFind is the value of a word of the tables; a blank is the zero value.
func mustFind[T ~uint8](set words.Set[T], word string) T {
	v, ok := set.Find(word)
	if !ok && word != "" {
		panic("gir: unknown word " + words.Quote(word))
	}
	return v
}
