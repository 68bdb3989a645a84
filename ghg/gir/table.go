package gir

import (
	"fmt"

	"github.com/localghg/localghg/ghg/internal/tsv"
	"github.com/localghg/localghg/ghg/words"
)

// mustTable reads an embedded table: rows by the name of their column. Lines that
// begin with # are its head.
func mustTable(text string) (rows []map[string]string) {
	header, lines := tsv.Read(text)
	for _, cells := range lines {
		if len(cells) != len(header) {
			panic(fmt.Sprintf("gir: %q has %d cells, its header %d", cells, len(cells), len(header)))
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
