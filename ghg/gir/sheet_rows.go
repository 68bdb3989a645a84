package gir

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// sheetReader reads the rows of a sheet.
type sheetReader struct {
	sheet     Sheet
	format    SheetFormat
	blocks    []sheetBlock
	above     [len(blockNamesOfSheet)][len(numberings) + 1]string // labels above the row, by depth
	seen      [len(blockNamesOfSheet)]map[string]int              // lines by path
	findings  ghg.Findings
	elsewhere bool // a row named another place
}

// numberings are how labels of each depth begin; one with none is a sector or a total.
var numberings = [...]*regexp.Regexp{regexp.MustCompile(`^[A-Z]\.`), regexp.MustCompile(`^[0-9]+\.`), regexp.MustCompile(`^[a-z]\.`)}

// row reads both halves of a row before either is used.
func (s *sheetReader) row(row ghg.CSVRow) {
	var use []func()
	for i, b := range s.blocks {
		if u := s.block(row, i, b); u != nil {
			use = append(use, u)
		}
	}
	if row.IsFaulty() {
		return
	}
	for _, u := range use {
		u()
	}
}

// block reads half a row, and is what puts its figures where they belong.
func (s *sheetReader) block(row ghg.CSVRow, i int, b sheetBlock) func() {
	label := row.Text(b.label)
	figures, any := s.figures(row, b)
	if label == "" {
		if any {
			row.Refuse(ghg.FaultMissingField, b.label, errors.New("a figure needs its label"))
		}
		return nil
	}
	s.checkPlace(row, b)
	path := s.path(i, label)
	if first, twice := s.seen[i][path]; twice {
		row.Refuse(ghg.FaultField, b.label, fmt.Errorf("%s is there already, in line %d", path, first))
	}
	if s.seen[i] == nil {
		s.seen[i] = map[string]int{}
	}
	s.seen[i][path] = row.Line()
	line := row.Line()
	return func() { s.place(line, b, i == 1, path, figures) }
}

// sheetFigure is a cell that may hold a number.
type sheetFigure struct {
	text   string
	number decimal.Decimal
	co2e   ghg.CO2e
	there  bool
}

// figures are those of a row by year, and whether there is one.
func (s *sheetReader) figures(row ghg.CSVRow, b sheetBlock) (out []sheetFigure, any bool) {
	for _, y := range b.years {
		var f sheetFigure
		if f.number, f.there = row.Number(y.column); f.there {
			var err error
			f.text = row.Text(y.column)
			if f.co2e, err = ghg.NewCO2e(f.number, s.format.Unit, s.format.Metric); err != nil {
				row.Refuse(ghg.FaultNumber, y.column, err)
			}
		}
		out, any = append(out, f), any || f.there
	}
	return out, any
}

// checkPlace notes once that rows name another place than the sheet.
func (s *sheetReader) checkPlace(row ghg.CSVRow, b sheetBlock) {
	differs := func(column, name string) bool {
		if column == "" {
			return false
		}
		cell := strings.Join(strings.Fields(row.Text(column)), "")
		return cell != "" && cell != "-" && cell != name && !(name == "" && (cell == wholeProvince || cell == s.sheet.Province))
	}
	if !s.elsewhere && (differs(b.province, s.sheet.Province) || differs(b.municipality, s.sheet.Municipality)) {
		s.elsewhere = true
		found := row.Text(b.province) + " " + row.Text(b.municipality)
		s.findings.Add(ghg.Finding{Code: FindingSheetPlace, Severity: ghg.Warning, Line: row.Line(), Stated: found,
			Found: string(s.sheet.Place)}.Said(placeDiffers))
	}
}

// path is a label with those above it: 에너지-A.연료연소-4.기타-b.가정.
func (s *sheetReader) path(block int, label string) string {
	label = strings.Join(strings.Fields(label), " ")
	depth := 0
	for i, begins := range numberings {
		if begins.MatchString(label) {
			depth = i + 1
		}
	}
	above := &s.above[block]
	above[depth] = label
	var parts []string
	for i := range above {
		if i > depth {
			above[i] = ""
		} else if above[i] != "" {
			parts = append(parts, above[i])
		}
	}
	return strings.Join(parts, "-")
}

// sumRows are the totals of a sheet.
var sumRows = map[string]ghg.View{"총배출량": Gross, "순배출량": Net, "간접배출량합계": Indirect, "간접배출량": Indirect}

// place puts the figures of a row where they belong: a line, a sum, or neither.
func (s *sheetReader) place(line int, b sheetBlock, indirect bool, path string, figures []sheetFigure) {
	if view, isSum := sumRows[strings.ReplaceAll(path, " ", "")]; isSum {
		s.total(line, b, view, "", figures)
		return
	}
	n, known := nodeOf(path, indirect)
	switch {
	case known && n.Reportable:
		s.records(line, b, n, figures)
	case known && indirect:
		s.total(line, b, Indirect, n.Code, figures)
	case known && !n.Memo && n.Code != "M":
		s.total(line, b, Gross, n.Code, figures)
	default:
		s.unmapped(line, b, path, partOf(path, indirect), figures)
	}
}

// nodeOf is the node of a path. In the indirect block waste is that of its generators;
// a block has no nodes of the other.
func nodeOf(path string, indirect bool) (ghg.Node, bool) {
	if indirect && path == "폐기물" {
		return Scheme.Node(generatedWaste)
	}
	n, ok := Scheme.Node(path)
	if !ok {
		return n, false
	}
	top, _ := Scheme.Sector(n.Code)
	return n, indirect == (top.Code == "EL" || top.Code == "HT")
}

// partOf is the code of the line above a path, or "".
func partOf(path string, indirect bool) string {
	for i := strings.LastIndex(path, "-"); i > 0; i = strings.LastIndex(path, "-") {
		path = path[:i]
		if n, ok := nodeOf(path, indirect); ok && n.Reportable {
			return n.Code
		}
	}
	return ""
}

func (s *sheetReader) records(line int, b sheetBlock, n ghg.Node, figures []sheetFigure) {
	for i, f := range figures {
		r := ghg.Record{Place: s.sheet.Place, Period: ghg.CalendarYear(b.years[i].year),
			Category: ghg.Category{Scheme: Scheme.ID(), Code: n.Code}, Line: line, Column: b.years[i].field}
		if f.there {
			r.Value = ghg.Equivalent(f.co2e).ReadAs(f.text)
		}
		if n.Code == roadTransport {
			r.Variant = s.sheet.Variant
		}
		s.sheet.Records = append(s.sheet.Records, r)
	}
}

// roadTransport is the line that the two sheets of a place differ in.
const roadTransport = "1.A.3.b"

func (s *sheetReader) total(line int, b sheetBlock, view ghg.View, node string, figures []sheetFigure) {
	for i, f := range figures {
		if !f.there {
			continue
		}
		// The number stands within bounds, so that it is one again.
		figure, err := ghg.ParseFigure(f.number.StringFixed(max(0, -f.number.Exponent())), s.format.Unit)
		if err == nil {
			s.sheet.Totals = append(s.sheet.Totals, SheetTotal{b.years[i].year, ghg.Declared{View: view, Node: node, Figure: figure, Line: line}})
		}
	}
}

func (s *sheetReader) unmapped(line int, b sheetBlock, path, part string, figures []sheetFigure) {
	row := SheetRow{Line: line, Label: path, PartOf: part}
	for i, f := range figures {
		if f.there {
			row.Figures = append(row.Figures, ghg.YearFigure{Year: b.years[i].year, CO2e: f.co2e, Vintage: ghg.FirstVintage})
		}
	}
	s.sheet.Unmapped = append(s.sheet.Unmapped, row)
	if part == "" {
		s.findings.Add(ghg.Finding{Code: FindingUnmapped, Severity: ghg.Warning, Line: line, Stated: path}.Said(rowUnmapped))
	}
}
