package gir

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg"
)

// How far a header is looked for.
const (
	maxTitles      = 40      // lines above it
	maxHeaderBytes = 1 << 20 // with the lines above
)

// sheetBlock is a half of a sheet: its columns by the names that the reader gives them.
type sheetBlock struct {
	label, province, municipality string
	years                         []sheetYear
}

type sheetYear struct {
	year   int
	column string
	field  uint16 // of the file, from 1
}

// sheetHead is the header of a sheet.
type sheetHead struct{ blocks []sheetBlock }

var blockNamesOfSheet = [...]string{"direct", "indirect"}

// columns are those of both blocks; the label of the direct one must be there.
func (h sheetHead) columns() (out []ghg.CSVColumn) {
	for _, b := range h.blocks {
		for _, name := range []string{b.label, b.province, b.municipality} {
			if name != "" {
				out = append(out, ghg.CSVColumn{Name: name, Required: name == b.label})
			}
		}
		for _, y := range b.years {
			out = append(out, ghg.CSVColumn{Name: y.column, Required: true})
		}
	}
	return out
}

// marks are those given, in each column of figures.
func (h sheetHead) marks(given []ghg.CSVMark) (out []ghg.CSVMark, err error) {
	for i, m := range given {
		if m.Column != "" {
			return nil, ghg.Refusal(fmt.Sprintf("mark %d", i+1), "Column", m.Column, "of a sheet a mark is of every year: leave it empty")
		}
		for _, b := range h.blocks {
			for _, y := range b.years {
				m.Column = y.column
				out = append(out, m)
			}
		}
	}
	return out, nil
}

// readSheetHeader finds the header, and gives back a reader of the same lines, in which
// the titles above it are blank and each of its names says the block that it is of.
func readSheetHeader(r io.Reader, f ghg.CSVFormat) (sheetHead, io.Reader, error) {
	limited := &io.LimitedReader{R: r, N: maxHeaderBytes}
	in := bufio.NewReader(limited)
	for n := range maxTitles + 1 {
		text, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return sheetHead{}, nil, err
		}
		cells := cellsOf(text, f)
		if isSheetHeader(cells) {
			head, names, err := parseSheetHeader(cells)
			if err != nil {
				return sheetHead{}, nil, err
			}
			for i, name := range names {
				names[i] = `"` + name + `"` // no name has a quotation mark in it
			}
			line := strings.Repeat("\n", n) + strings.Join(names, string(delimiter(f))) + "\n"
			return head, io.MultiReader(strings.NewReader(line), in, r), nil
		}
		if err != nil {
			break
		}
	}
	return sheetHead{}, nil, ghg.Fault{Code: ghg.FaultHeader, Of: "sheet", Field: "header",
		Detail: fmt.Sprintf("no line of the first %d has 구분 and years", maxTitles+1)}
}

func delimiter(f ghg.CSVFormat) rune { return rune(cmp.Or(f.Delimiter, ',')) }

// cellsOf are the cells of a line, without blanks. Those of a line that is no row by
// itself, as a quoted text goes on below it, make no header.
func cellsOf(line []byte, f ghg.CSVFormat) (cells []string) {
	var cell strings.Builder
	quoted := false
	for _, r := range strings.TrimPrefix(string(line), "\ufeff") {
		switch {
		case r == '"':
			quoted = !quoted
		case r == delimiter(f) && !quoted:
			cells = append(cells, cell.String())
			cell.Reset()
		case !unicode.IsSpace(r):
			cell.WriteRune(r)
		}
	}
	if quoted {
		return nil
	}
	return append(cells, cell.String())
}

func isSheetHeader(cells []string) bool {
	label, year := false, false
	for _, c := range cells {
		label = label || c == "구분"
		_, isYear := yearOf(c)
		year = year || isYear
	}
	return label && year
}

// yearOf is the year that a header cell names: 2018, or 2018년.
func yearOf(cell string) (int, bool) {
	cell = strings.TrimSuffix(cell, "년")
	p, err := ghg.ParsePeriod(cell)
	if err != nil || len(cell) != len("2018") {
		return 0, false
	}
	return p.Year(), true
}

// parseSheetHeader is the blocks of a header, each of which begins with 구분, and the
// names of its cells with their block behind them.
func parseSheetHeader(cells []string) (sheetHead, []string, error) {
	var h sheetHead
	refuse := func(value, why string) (sheetHead, []string, error) {
		return sheetHead{}, nil, ghg.Fault{Code: ghg.FaultHeader, Of: "sheet", Field: "header", Value: value, Detail: why}
	}
	names := make([]string, len(cells))
	for i, c := range cells {
		if c == "구분" {
			if len(h.blocks) == len(blockNamesOfSheet) {
				return refuse(c, "a sheet has two blocks, the direct one and the indirect one")
			}
			h.blocks = append(h.blocks, sheetBlock{})
		}
		if len(h.blocks) == 0 || c == "" {
			names[i] = c
			continue
		}
		b := &h.blocks[len(h.blocks)-1]
		names[i] = c + " " + blockNamesOfSheet[len(h.blocks)-1]
		year, isYear := yearOf(c)
		switch {
		case c == "구분":
			b.label = names[i]
		case c == "광역":
			b.province = names[i]
		case c == "기초":
			b.municipality = names[i]
		case isYear:
			b.years = append(b.years, sheetYear{year, names[i], uint16(min(i+1, 1<<16-1))})
		}
	}
	for i, b := range h.blocks {
		if len(b.years) == 0 {
			return refuse(b.label, "the "+blockNamesOfSheet[i]+" block has no years")
		}
	}
	return h, names, nil
}
