package gir

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg"
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
	var head sheetHead
	under, err := ghg.UnderTitles(r, f, func(cells []string) (names []string, err error) {
		for i, c := range cells {
			cells[i] = strings.Join(strings.Fields(c), "")
		}
		if !isSheetHeader(cells) {
			return nil, nil
		}
		head, names, err = parseSheetHeader(cells)
		return names, err
	})
	if errors.Is(err, ghg.ErrNoHeader) {
		err = ghg.Fault{Code: ghg.FaultHeader, Of: "sheet", Field: "header", Detail: err.Error() + ": one needs 구분 and years"}
	}
	return head, under, err
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
