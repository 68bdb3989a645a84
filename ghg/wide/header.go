package wide

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// column is one of the figures.
type column struct {
	Column
	below string // what the second row of the header says
	name  string // that the reader of rows knows it by
	field uint16 // of the file, from 1
}

// header is what the header of a table names.
type header struct {
	above  []string // the first row, where a second one is awaited
	labels []string // by the names that the reader of rows knows them by
	unit   string
	sums   []column
	of     []column
	groups []group // in the order of the file
	group  map[string]int
}

// maxColumns bounds the columns of figures of a table.
const maxColumns = 2000

// group is the columns below which one text stands: all of them where the header has one row.
type group struct {
	below    string
	sums, of []column // the figures by period
}

// parse reads the cells of a line, or says that it is no header: one has every label.
func (h *header) parse(cells []string, f Format) ([]string, error) {
	if h.above != nil && strings.Join(cells, "") == "" {
		return nil, nil
	} else if h.above != nil {
		return h.read(h.above, cells, f)
	}
	has := func(name string) bool {
		return slices.ContainsFunc(cells, func(c string) bool { return fold(c) == fold(name) })
	}
	switch {
	case slices.ContainsFunc(f.Labels, func(l string) bool { return !has(l) }):
		return nil, nil
	case f.Below != "":
		h.above = slices.Clone(cells)
		return nil, nil
	}
	return h.read(cells, nil, f)
}

func refuseHeader(value, why string) ([]string, error) {
	return nil, ghg.Fault{Code: ghg.FaultHeader, Of: "table", Field: "header", Value: words.Clip(value, ghg.MaxName), Detail: why}
}

// read reads a header of one row, or of two.
func (h *header) read(cells, below []string, f Format) ([]string, error) {
	*h = header{group: map[string]int{}}
	names := make([]string, max(len(cells), len(below)))
	left := ""
	for i := range names {
		cell, under := at(cells, i), at(below, i)
		if names[i] = clean(cell); cell == "" && under != "" {
			cell = left // merged
		}
		left = cell
		if f.isColumn(cell) || f.Unit.where == unitInColumn && fold(f.Unit.text) == fold(cell) {
			left = ""
			continue
		}
		c, why := f.column(cell, under)
		switch isSum := called(f.SumColumns, cell) >= 0; {
		case why != "":
			return refuseHeader(strings.TrimSpace(cell+" "+under), why)
		case isSum:
			c.name = "sum " + strconv.Itoa(len(h.sums)+1)
			h.sums, names[i] = append(h.sums, c), c.name
			continue
		case c.Period.IsZero():
			continue
		case len(h.of) == maxColumns:
			return refuseHeader(strconv.Itoa(len(names)), fmt.Sprintf("at most %d columns of figures are read", maxColumns))
		}
		c.field = uint16(min(i+1, 1<<16-1))
		if names[i] = c.name; !h.add(c) {
			return refuseHeader(strings.TrimSpace(cell+" "+under), "another column has figures of the same time")
		}
	}
	for _, c := range slices.Concat(f.Columns, f.SumColumns) {
		if !slices.ContainsFunc(cells, func(cell string) bool { return fold(cell) == fold(c.Head) }) {
			return refuseHeader(c.Head, "there is no column of this name")
		}
	}
	if len(h.of) == 0 {
		return refuseHeader(strings.Join(cells, ", "), "no column is a year, such as 2018, or a month, such as 2018-01")
	}
	for _, l := range f.Labels {
		h.labels = append(h.labels, fold(l))
	}
	if f.Unit.where == unitInColumn {
		h.unit = fold(f.Unit.text)
	}
	return names, h.settle()
}

func at(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// add puts a column to those that it stands beside, unless one of them has its time.
func (h *header) add(c column) bool {
	i, met := h.group[c.below]
	if !met {
		i = len(h.groups)
		h.group[c.below], h.groups = i, append(h.groups, group{below: c.below})
	}
	g := &h.groups[i]
	if slices.ContainsFunc(g.of, func(o column) bool { return o.Gas == c.Gas && overlap(o.Period, c.Period) }) {
		return false
	}
	h.of, g.of = append(h.of, c), append(g.of, c)
	return true
}

// settle sorts the figures by period. The rows of a table are of the same periods, so that
// what stands below one must stand below all.
func (h *header) settle() error {
	refuse := func(value, why string) error {
		_, err := refuseHeader(value, why)
		return err
	}
	for _, c := range h.sums {
		i, met := h.group[c.below]
		if !met {
			return refuse(c.Head+" "+c.below, "it is the sum of no column")
		}
		h.groups[i].sums = append(h.groups[i].sums, c)
	}
	same := func(a, b column) bool { return a.Period == b.Period }
	for _, g := range h.groups {
		slices.SortStableFunc(g.of, func(a, b column) int {
			return strings.Compare(a.Period.Start().String(), b.Period.Start().String())
		})
		if first := h.groups[0]; !slices.EqualFunc(g.of, first.of, same) {
			return refuse(g.below, "it does not stand below the same periods as "+first.below)
		}
	}
	return nil
}

// column is what a header cell says of the figures below it, with the cell of the second row;
// the zero column where it says of none, or why it may not stand.
func (f Format) column(cell, below string) (c column, why string) {
	if n := called(f.Columns, cell); n >= 0 {
		return column{Column: f.Columns[n], name: fold(cell)}, ""
	}
	sum := called(f.SumColumns, cell)
	text, unit := cell, ""
	if f.Unit.where == unitInHeader {
		var under string
		text, unit = cutUnit(cell)
		if below, under = cutUnit(below); under != "" {
			unit = under
		}
	}
	c.below, c.Unit = clean(below), unit
	switch {
	case sum >= 0:
		c.Column = f.SumColumns[sum]
		if f.Below != "" {
			c.Unit = cmp.Or(c.Unit, unit)
		}
		return c, ""
	case len(f.Columns) > 0:
		return column{}, ""
	}
	period, ok := periodOf(text, f.Year)
	switch {
	case !ok && isSumWord(text):
		return column{}, "it looks like the sum of the periods: name it in Format.SumColumns"
	case !ok && isMonth(text):
		return column{}, "it is a month without a year: state Format.Year"
	case !ok:
		return column{}, ""
	case c.Unit == "" && f.Unit.where == unitInHeader:
		return column{}, "it states no unit in brackets, as 2018 (천톤) does"
	case f.Below != "" && c.below == "":
		return column{}, "the second row of the header says nothing below it: it is to say the " + f.Below
	case f.Below != "" && isNumber(c.below):
		return column{}, "a number stands below it: the header has one row, or its second row is another one"
	case f.Below != "" && isSumWord(c.below) && f.sumAt(len(f.Labels), c.below) < 0:
		return column{}, "it looks like the sum of what stands beside it: name it in Format.SumRows"
	}
	c.Head, c.Period, c.name = cell, period, strings.TrimSpace(nameOf(period)+" "+c.below)
	return c, ""
}

func isNumber(cell string) bool { return strings.Trim(cell, "0123456789.,-△▲() ") == "" }

func overlap(a, b ghg.Period) bool { return !a.End().Before(b.Start()) && !b.End().Before(a.Start()) }

// called is the index of the column with a header, whatever its blanks and case, or -1.
func called(among []Column, head string) int {
	return slices.IndexFunc(among, func(c Column) bool { return fold(c.Head) == fold(head) })
}

// columns are those that are read.
func (h *header) columns() (out []ghg.CSVColumn) {
	for _, name := range h.labels {
		out = append(out, ghg.CSVColumn{Name: name, Required: true})
	}
	if h.unit != "" {
		out = append(out, ghg.CSVColumn{Name: h.unit, Required: true})
	}
	for _, c := range h.sums {
		out = append(out, ghg.CSVColumn{Name: c.name, Required: true})
	}
	for _, c := range h.of {
		out = append(out, ghg.CSVColumn{Name: c.name, Required: true})
	}
	return out
}

// marks are those given, in each column of figures.
func (h *header) marks(given []ghg.CSVMark) (out []ghg.CSVMark) {
	for _, m := range given {
		for _, c := range h.of {
			m.Column = c.name
			out = append(out, m)
		}
	}
	return out
}

// periodOf is the year or month that a header cell names: 2018, 2018년, 2018-01,
// 2018.1, 201801, 2018년 1월, and 1월 where the year is stated.
func periodOf(head string, year int) (ghg.Period, bool) {
	head = fold(head)
	plain := strings.TrimSuffix(head, "년")
	if p, err := ghg.ParsePeriod(plain); err == nil && len(plain) == len("2018") {
		return p, true
	}
	if m, ok := monthOf(head); ok {
		return month(year, m)
	}
	if len(head) == len("201801") && strings.Trim(head, "0123456789") == "" {
		head = head[:4] + "-" + head[4:]
	}
	y, m, ok := strings.Cut(strings.TrimSuffix(head, "월"), "년")
	for _, mark := range []string{"-", ".", "/"} {
		if !ok {
			y, m, ok = strings.Cut(strings.TrimSuffix(head, "."), mark)
		}
	}
	n, err := strconv.ParseUint(m, 10, 8)
	if p, errYear := ghg.ParsePeriod(y); ok && err == nil && errYear == nil && len(y) == len("2018") {
		return month(p.Year(), int(n))
	}
	return ghg.Period{}, false
}

// monthOf is the month of a header cell that names no year: 1월, 12월.
func monthOf(head string) (int, bool) {
	text, ok := strings.CutSuffix(fold(head), "월")
	n, err := strconv.ParseUint(text, 10, 8)
	return int(n), ok && err == nil && n >= 1 && n <= 12
}

func isMonth(head string) bool { _, ok := monthOf(head); return ok }

func month(year, m int) (ghg.Period, bool) {
	w := ghg.WithinMonth(year, time.Month(m))
	if w.IsZero() {
		return ghg.Period{}, false
	}
	p, err := ghg.NewPeriod(w.First(), w.Last())
	return p, err == nil
}

// nameOf is a period as a header writes it: 2018, or 2018-01.
func nameOf(p ghg.Period) string {
	if p.IsTwelveMonths() {
		return p.String()
	}
	return fmt.Sprintf("%d-%02d", p.Year(), int(p.Start().Month))
}
