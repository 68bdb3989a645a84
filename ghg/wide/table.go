package wide

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Table is a wide table as it was read: rows, and those that are sums of others. It is
// immutable; the zero Table has none.
type Table struct {
	labels []string
	rows   []Row
	totals []Row
	faulty []Row
}

// Rows are those that are no sums, in the order of the file.
func (t Table) Rows() iter.Seq[Row] { return slices.Values(t.rows) }

// SumRows are the rows that are sums. No figure of theirs is in a row.
func (t Table) SumRows() iter.Seq[Row] { return slices.Values(t.totals) }

// NotRead are the rows with a fault, of which nothing is used: what they are of is missing
// from the rows.
func (t Table) NotRead() iter.Seq[Row] { return slices.Values(t.faulty) }

// Row is a row of a table.
type Row struct {
	labels  []string // of the table
	cells   []string
	figures []Cell
	line    int
}

// Line is that of the file, from 1.
func (r Row) Line() int { return r.line }

// Label is the cell under a label, and "" for a header that is none of the labels.
func (r Row) Label(head string) string {
	i := slices.IndexFunc(r.labels, func(l string) bool { return fold(l) == fold(head) })
	if i < 0 {
		return ""
	}
	return r.cells[i]
}

// Cells are those of the row, one for each period of the table, in order of time.
func (r Row) Cells() iter.Seq[Cell] { return slices.Values(r.figures) }

// Cell is a cell of a table, or of several the sum ([Table.ByYear]).
type Cell struct {
	Period ghg.Period
	Gas    ghg.Gas // of a column that states one
	Unit   string  // as the table states it; "/ yr" behind it is read in years
	// Text is the cell as it stands, "" for a sum.
	Text string
	// Column is that of the file, from 1; 0 for a sum.
	Column uint16

	head    string // of its column
	unit    *unit
	number  decimal.Decimal
	marked  bool
	means   ghg.Value // of a cell that is marked
	missing missing
}

// missing says why a figure is no number.
type missing uint8

const (
	there  missing = iota
	blank          // or marked as no number
	toCome         // its period ends after the last day reported
	unsure         // a sum of cells that are not all there
)

// Number is the figure, and whether it is one.
func (f Cell) Number() (decimal.Decimal, bool) { return f.number, f.missing == there }

// Quantity is the figure in its unit, of activity: "12 MWh". A figure that is no number is
// refused with a [*ghg.NoFigureError].
func (f Cell) Quantity() (ghg.Quantity, error) {
	if f.missing != there {
		return ghg.Quantity{}, f.none()
	}
	if f.unit.rate != nil {
		return ghg.Quantity{}, f.unit.rate
	}
	u, err := ghg.ParseUnit(f.unit.text)
	if err != nil {
		return ghg.Quantity{}, err
	}
	return ghg.NewQuantity(f.number, u)
}

// String is the figure with its unit, or why there is none.
func (f Cell) String() string {
	switch f.missing {
	case there:
		return f.number.String() + " " + f.Unit
	case toCome:
		return "to come"
	case unsure:
		return "unfinished"
	}
	if f.Text != "" {
		return strconv.Quote(f.Text)
	}
	return "–"
}

func (f Cell) none() error {
	return &ghg.NoFigureError{Of: "the cell of " + nameOf(f.Period), Year: f.Period.Year()}
}

// name is a figure's column as a finding names it: its period, and its gas.
func (f Cell) name() string { return strings.TrimSpace(nameOf(f.Period) + " " + f.Gas.String()) }
