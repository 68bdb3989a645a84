package wide

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Format says what a table does not say of itself.
type Format struct {
	// CSV says how numbers are written, what dashes, blanks and zeros mean, what stands
	// between cells and how much is read. A mark names no column: it is of every period.
	// Schemes and file are not used.
	CSV ghg.CSVFormat
	// Labels are the headers of the columns that say what a row is, such as 시군구 and
	// 용도, at least one and at most eight. All must be there.
	Labels []string
	// Merged are those labels whose blank cells say what the cell above them says, as
	// merged cells of a spreadsheet do.
	Merged []string
	// Below is what a second row of the header says below each period: use, gas, sector. It
	// is a label too, with the name given here: a row of the file is one row for each text
	// of it. Cells of the first row that are blank say what the cell at their left says. ""
	// is a header of one row.
	Below string
	// Unit says where the unit of the figures is stated. It is required.
	Unit UnitPlace
	// Year is that of months without one, such as 1월 and 2월; 0 where the header names
	// years, or months with their year.
	Year int
	// Through is the last day that has been reported: cells of periods that end after it
	// may be 0 or blank, and are missing. The zero Date says that all have been.
	Through ghg.Date
	// Columns are the columns of figures, where their headers do not say so themselves:
	// gases beside each other, in units of their own. Where there are none, the columns
	// of figures are those whose header is a year or a month.
	Columns []Column
	// SumRows are the rows, and SumColumns the columns, that are sums of others.
	SumRows    []SumRow
	SumColumns []Column
}

// Column is a column of figures of which the header does not say all.
type Column struct {
	Head   string     // as it stands in the header
	Period ghg.Period // required, but of a sum
	Gas    ghg.Gas    // where it is of one
	Unit   string     // "" for that of the table
}

// maxLabels is how many columns may say what a row is. Totals are added up once for
// each set of them.
const maxLabels = 8

// SumRow says that a row is a sum: one whose cell under a label is Text. It is that of the
// rows which are no sums themselves and have the same cells as it has, but for the cells
// that say that it is a sum, and for those that are blank in it. 합계 in one column and
// 소계 in another are two.
type SumRow struct {
	Label string // one of Format.Labels
	Text  string // 합계, 소계, or the city that its districts stand under
	// Of are the cells of the parts in the same column: the districts of the city. None
	// are all that the column has.
	Of []string
}

func (f Format) check() error {
	var faults ghg.Faults
	labels := f.labels()
	if len(f.Labels) == 0 || len(labels) > maxLabels {
		faults.Refuse("table", "Labels", strings.Join(labels, ", "), fmt.Sprintf("1 to %d columns say what a row is", maxLabels))
	}
	for i, label := range labels {
		switch {
		case fold(label) == "":
			faults.Refuse("table", "Labels", label, "the header of a column is needed")
		case slices.ContainsFunc(labels[:i], func(o string) bool { return fold(o) == fold(label) }):
			faults.Refuse("table", "Labels", label, "it is there twice")
		}
	}
	if f.Below != "" && len(f.Columns) > 0 {
		faults.Refuse("table", "Columns", f.Columns[0].Head, "the header has two rows: what stands below each period is the label "+f.Below)
	}
	for _, label := range f.Merged {
		if !f.isColumn(label) {
			faults.Refuse("table", "Merged", label, "it is none of the Labels: "+strings.Join(f.Labels, ", "))
		}
	}
	f.Unit.check(&faults)
	f.checkColumns(&faults)
	if f.Year != 0 && ghg.CalendarYear(f.Year).IsZero() {
		faults.Refuse("table", "Year", fmt.Sprint(f.Year), fmt.Sprintf("a year from %d to %d is allowed", ghg.FirstYear, ghg.LastYear))
	}
	if (f.Through != ghg.Date{}) && !f.Through.Valid() {
		faults.Refuse("table", "Through", f.Through.String(), "a day that exists is needed")
	}
	for i, t := range f.SumRows {
		of := fmt.Sprintf("total %d", i+1)
		switch {
		case f.label(t.Label) < 0:
			faults.Refuse(of, "Label", t.Label, "it is none of the Labels: "+strings.Join(labels, ", "))
		case clean(t.Text) == "":
			faults.Refuse(of, "Text", t.Text, "the cell that says so is needed, such as 합계")
		case slices.ContainsFunc(t.Of, func(s string) bool { return clean(s) == clean(t.Text) }):
			faults.Refuse(of, "Of", t.Text, "a sum is no part of itself")
		case slices.ContainsFunc(f.SumRows[:i], func(o SumRow) bool { return fold(o.Label) == fold(t.Label) && clean(o.Text) == clean(t.Text) }):
			faults.Refuse(of, "Text", t.Text, "another total says it of this column")
		}
	}
	for i, m := range f.CSV.Marks {
		if m.Column != "" {
			faults.Refuse(fmt.Sprintf("mark %d", i+1), "Column", m.Column, "in a wide table a mark is of every period: leave it empty")
		}
	}
	return faults.Err()
}

// checkColumns refuses columns that say too little, or that another column says.
func (f Format) checkColumns(faults *ghg.Faults) {
	all := slices.Concat(f.Columns, f.SumColumns)
	for i, c := range all {
		isSum := i >= len(f.Columns)
		switch same := func(o Column) bool { return fold(o.Head) == fold(c.Head) }; {
		case fold(c.Head) == "":
			faults.Refuse("table", "column", c.Head, "its header is needed")
		case f.label(c.Head) >= 0 || slices.ContainsFunc(all[:i], same):
			faults.Refuse("table", "column", c.Head, "it is there twice")
		case isSum && (c.Period != ghg.Period{} || !c.Gas.IsZero()):
			faults.Refuse("table", "column", c.Head, "a sum is of all periods and gases: it may state its unit")
		case !isSum && c.Period.IsZero():
			faults.Refuse("table", "column", c.Head, "its period is needed")
		case !isSum && slices.ContainsFunc(f.Columns[:i], func(o Column) bool { return o.Gas == c.Gas && overlap(o.Period, c.Period) }):
			faults.Refuse("table", "column", c.Head, "another column has figures of the same time")
		}
	}
}

// labels are those of the columns, and the one of the second row of the header.
func (f Format) labels() []string {
	if f.Below == "" {
		return f.Labels
	}
	return append(slices.Clone(f.Labels), f.Below)
}

// label is the index of a label, or -1.
func (f Format) label(name string) int {
	n := slices.IndexFunc(f.Labels, func(l string) bool { return fold(l) == fold(name) })
	if n < 0 && f.Below != "" && fold(f.Below) == fold(name) {
		return len(f.Labels)
	}
	return n
}

// isColumn reports whether a label is that of a column.
func (f Format) isColumn(name string) bool {
	n := f.label(name)
	return n >= 0 && n < len(f.Labels)
}

// sumAt is the total that a cell under a label says, or -1.
func (f Format) sumAt(label int, cell string) int {
	return slices.IndexFunc(f.SumRows, func(t SumRow) bool { return f.label(t.Label) == label && clean(t.Text) == cell })
}

// fold is a header without case and blanks.
func fold(head string) string { return strings.ToLower(strings.Join(strings.Fields(head), "")) }

// clean is a cell with single blanks.
func clean(cell string) string { return strings.Join(strings.Fields(cell), " ") }

// sumWords are what tables call their sums, without blanks.
var sumWords = []string{"계", "합계", "소계", "총계", "총합계", "총합", "누계", "전체", "total", "subtotal", "sub-total", "grandtotal", "sum"}

func isSumWord(cell string) bool { return slices.Contains(sumWords, fold(cell)) }
