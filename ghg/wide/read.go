package wide

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Read reads a table. The text, its bounds and its faults are those of [ghg.ReadCSV];
// titles may stand above the header ([ghg.UnderTitles]). A cell that is no number is a
// fault of its row, and nothing of the row is used; so is a row that looks like a sum and
// is not named, one whose labels another row has, and one with figures and without labels.
// Sums are held against their parts, and are never rows.
func Read(r io.Reader, f Format) (Table, ghg.Report, error) {
	if err := f.check(); err != nil {
		return Table{}, ghg.Report{}, err
	}
	var h header
	under, err := ghg.UnderTitles(r, f.CSV, func(cells []string) ([]string, error) { return h.parse(cells, f) })
	if errors.Is(err, ghg.ErrNoHeader) {
		err = ghg.Fault{Code: ghg.FaultHeader, Of: "table", Field: "header",
			Detail: err.Error() + ": one names " + strings.Join(f.Labels, ", ")}
	}
	if err != nil {
		return Table{}, ghg.Report{}, err
	}
	f.CSV.Marks = h.marks(f.CSV.Marks)
	d := reader{format: f, header: h, seen: map[string]int{}, known: map[unitIn]*unit{}, above: make([]string, len(f.Labels)),
		table: Table{labels: f.labels()}, units: map[string]string{}}
	report, err := ghg.ReadCSVRows(under, f.CSV, h.columns(), d.row)
	if err != nil {
		return Table{}, report, err
	}
	d.remarkSums(&report)
	d.table.remarkToCome(&report.Findings)
	check{table: d.table, notRead: d.notRead, format: f}.totals(&report)
	return d.table, report, nil
}

// reader reads the rows of a table.
type reader struct {
	format Format
	header header
	units  map[string]string // of the row below the header, by column
	begun  bool
	above  []string       // the labels of the row before
	seen   map[string]int // the line of a row by its labels
	table  Table
	// notRead are the rows with a fault: a sum that holds one is not that of the others.
	notRead []Row
	sums    []sumCell
	known   map[unitIn]*unit
}

// unitIn is the text of a unit in years, or in other periods.
type unitIn struct {
	text  string
	years bool
}

// unit reads the text of a unit once.
func (d *reader) unit(text string, p ghg.Period) *unit {
	in := unitIn{text, p.IsTwelveMonths()}
	u := d.known[in]
	if u == nil {
		read := unitOver(text, p)
		u = &read
		d.known[in] = u
	}
	return u
}

func (d *reader) row(row ghg.CSVRow) {
	if d.format.Unit.where == unitBelow && !d.begun {
		d.begun = true
		for _, c := range d.header.of {
			unit := row.Text(c.name)
			if unit == "" {
				row.Refuse(ghg.FaultMissingField, c.name, errors.New("the row below the header states the unit of each period"))
			}
			d.units[c.name] = clean(unit)
		}
		return
	}
	cells := d.cells(row)
	isBlank := strings.Join(cells, "") == ""
	rows, sums := make([]Row, len(d.header.groups)), make([]bool, len(d.header.groups))
	any := false
	for i, g := range d.header.groups {
		out := Row{labels: d.table.labels, line: row.Line(), cells: cells}
		if d.format.Below != "" {
			out.cells = append(slices.Clone(cells), g.below)
		}
		any = d.figures(row, g, &out) || any
		rows[i], sums[i] = out, d.isSum(row, out)
	}
	for i, g := range d.header.groups {
		d.checkSums(row, g, rows[i])
	}
	if isBlank {
		if any {
			row.Refuse(ghg.FaultMissingField, d.header.labels[0], errors.New("a figure needs a label"))
		}
		return
	}
	key := strings.Join(cells, "\x00")
	if first, twice := d.seen[key]; twice {
		row.Refuse(ghg.FaultField, d.header.labels[0], fmt.Errorf("line %d has the same labels: name a column that tells them apart", first))
	} else {
		d.seen[key] = row.Line()
	}
	for i, out := range rows {
		if row.IsFaulty() {
			d.table.faulty = append(d.table.faulty, out)
		}
		switch {
		case row.IsFaulty() && !sums[i] && !slices.ContainsFunc(cells, isSumWord):
			d.notRead = append(d.notRead, out)
		case row.IsFaulty():
		case sums[i]:
			d.table.totals = append(d.table.totals, out)
		default:
			d.table.rows = append(d.table.rows, out)
		}
	}
}

// cells are the labels of a row, with those above in blank cells that are merged.
func (d *reader) cells(row ghg.CSVRow) []string {
	cells := make([]string, len(d.header.labels))
	changed := false
	for i, name := range d.header.labels {
		cells[i] = clean(row.Text(name))
		merged := slices.ContainsFunc(d.format.Merged, func(m string) bool { return d.format.label(m) == i })
		if cells[i] == "" && merged && !changed {
			cells[i] = d.above[i]
		} else if merged && cells[i] != d.above[i] {
			changed = true // what is merged to the right of it begins anew
		}
	}
	copy(d.above, cells)
	return cells
}

// figures reads those of a row, or of a group of its columns, and reports whether it has any.
func (d *reader) figures(row ghg.CSVRow, g group, out *Row) (any bool) {
	inRow := d.format.Unit.text
	if d.header.unit != "" {
		inRow = clean(row.Text(d.header.unit))
	}
	for _, c := range g.of {
		text := inRow
		switch {
		case c.Unit != "":
			text = clean(c.Unit)
		case d.format.Unit.where == unitBelow:
			text = d.units[c.name]
		}
		f := Cell{Period: c.Period, Gas: c.Gas, Unit: text, Text: row.Text(c.name), Column: c.field,
			head: c.Head, unit: d.unit(text, c.Period)}
		var isNumber bool
		if f.number, isNumber = row.Number(c.name); !isNumber {
			f.missing = blank
		}
		if means, text, marked := row.Mark(c.name); marked {
			f.marked, f.means, f.Text = true, means, text
		}
		if d.isToCome(c.Period) {
			if isNumber && !f.number.IsZero() {
				row.Refuse(ghg.FaultNumber, c.name,
					fmt.Errorf("its time ends after %s, the last day reported: only 0 or a blank is allowed", d.format.Through))
			}
			f.missing, f.number, f.marked = toCome, decimal.Decimal{}, false
		}
		any = any || f.missing == there
		out.figures = append(out.figures, f)
		if f.missing == there && text == "" && d.header.unit != "" {
			row.Refuse(ghg.FaultMissingField, d.header.unit, errors.New("a figure needs its unit"))
		}
	}
	return any
}

func (d *reader) isToCome(p ghg.Period) bool {
	return d.format.Through != (ghg.Date{}) && d.format.Through.Before(p.End())
}

// isSum reports whether a row says that it is a sum.
func (d *reader) isSum(row ghg.CSVRow, r Row) (is bool) {
	for i, cell := range r.cells {
		if d.format.sumAt(i, cell) >= 0 {
			is = true
		} else if i < len(d.header.labels) && isSumWord(cell) { // of what stands below, the header says
			row.Refuse(ghg.FaultField, d.header.labels[i], errors.New("it looks like the sum of other rows: name it in Format.SumRows"))
		}
	}
	return is
}

// sumCell is a sum of the periods of a row that does not come out.
type sumCell struct {
	line          int
	stated, found string
	kind          sumKind
}

// checkSums holds the columns that are sums against the periods of their row.
func (d *reader) checkSums(row ghg.CSVRow, g group, r Row) {
	for _, c := range g.sums {
		stated, ok := row.Number(c.name)
		if !ok || row.IsFaulty() || len(r.figures) == 0 {
			continue
		}
		first := r.figures[0]
		text := cmp.Or(clean(c.Unit), first.Unit)
		as := Cell{number: stated, unit: d.unit(text, first.Period)}
		s := sumCell{line: row.Line(), stated: stated.String() + " " + text}
		var parts partSum
		for _, f := range r.figures {
			parts.add(f)
		}
		s.found, s.kind = parts.String(), parts.compare(as)
		if s.kind != agrees {
			d.sums = append(d.sums, s)
		}
	}
}

// remarkSums tells of the columns that are sums: one finding of each kind.
func (d *reader) remarkSums(report *ghg.Report) {
	for kind, says := range sumKinds {
		var lines []int
		var first sumCell
		for _, s := range d.sums {
			if int(s.kind) != kind {
				continue
			}
			if lines = append(lines, s.line); len(lines) == 1 {
				first = s
			}
		}
		if len(lines) == 0 {
			continue
		}
		f := ghg.Finding{Code: says.code, Severity: says.severity, Line: first.line, Stated: first.stated, Found: first.found}
		report.Findings.Add(f.Said(says.column, ghg.NameLines(lines)))
	}
}
