package table_test

import (
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/table"
)

// BenchmarkRead reads the largest tables of the library and asks for every cell, in turn with
// a program that splits each line, and one that makes a map of each row.
//
//	go test ./ghg/table -run '^$' -bench Read
func BenchmarkRead(b *testing.B) {
	for _, path := range []string{"../data/canonical.tsv", "../data/gwp.tsv", "../words/data/messages_ghg.tsv"} {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		for _, way := range []struct {
			name string
			read func(text string) int
		}{{"table", readTable}, {"by name", readNamed}, {"split", readSplit}, {"maps", readMaps}} {
			b.Run(path[strings.LastIndexByte(path, '/')+1:]+"/"+way.name, func(b *testing.B) {
				b.ReportAllocs()
				for range b.N {
					if way.read(string(text)) == 0 {
						b.Fatal("nothing read")
					}
				}
			})
		}
	}
}

func readTable(text string) (n int) {
	t := table.MustRead(text)
	for r := range t.Rows() {
		for i := range t.Columns() {
			n += len(r.At(i))
		}
	}
	return n
}

func readNamed(text string) (n int) {
	t := table.MustRead(text)
	for r := range t.Rows() {
		for _, c := range t.Columns() {
			n += len(r.Cell(c))
		}
	}
	return n
}

func splitRows(text string) (header []string, rows [][]string) {
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

func readSplit(text string) (n int) {
	_, rows := splitRows(text)
	for _, cells := range rows {
		for _, cell := range cells {
			n += len(cell)
		}
	}
	return n
}

func readMaps(text string) (n int) {
	header, lines := splitRows(text)
	var rows []map[string]string
	for _, cells := range lines {
		row := make(map[string]string, len(cells))
		for i, name := range header {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for _, name := range header {
			n += len(row[name])
		}
	}
	return n
}
