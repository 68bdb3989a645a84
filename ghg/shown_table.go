package ghg

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// ShownTable is a table of amounts of CO2e as it is shown, such as sectors by
// year: rows and columns add up to their totals, and those to the grand total.
type ShownTable struct {
	rows                    []ShownList
	rowTotals, columnTotals ShownList
}

// ShowTable rounds a table of amounts, in a unit and to a number of decimal
// places, by controlled rounding ([exact.ControlledRounding]): each cell, each
// total of a row or column and the grand total is the true one rounded up or
// down; the grand total is the nearest, then the totals are as near as can be,
// then the cells. All rows have as many cells. A table of one row shows the
// same amounts as [ShowList].
//
// Cells on two metrics are a [*MetricMismatchError]; rows of different lengths,
// more than [exact.MaxTableCells] cells, and places or amounts out of bounds
// are refused.
func ShowTable(unit MassUnit, places int32, rows [][]CO2e) (ShownTable, error) {
	var first *CO2e
	amounts := make([][]decimal.Decimal, len(rows))
	for i, row := range rows {
		amounts[i] = make([]decimal.Decimal, len(row))
		for j := range row {
			if first == nil {
				first = &row[j]
			}
			if err := first.mismatch(row[j]); err != nil {
				return ShownTable{}, fmt.Errorf("row %d, column %d: %w", i+1, j+1, err)
			}
			amounts[i][j] = row[j].In(unit)
		}
	}
	rounded, err := exact.ControlledRounding(amounts, places)
	if err != nil {
		return ShownTable{}, err
	}
	var metric Metric
	if first != nil {
		metric = first.m
	}
	return newShownTable(unit, places, metric, rounded), nil
}

// newShownTable makes a table of numbers that are rounded already.
func newShownTable(unit MassUnit, places int32, metric Metric, rounded [][]decimal.Decimal) ShownTable {
	list := func(numbers []decimal.Decimal) ShownList {
		var sum decimal.Decimal
		for _, d := range numbers {
			sum = sum.Add(d)
		}
		l := newShownList(unit, places, numbers, sum)
		l.metric = metric
		return l
	}
	t := ShownTable{rows: make([]ShownList, len(rounded))}
	byRow := make([]decimal.Decimal, len(rounded))
	var byColumn []decimal.Decimal
	for i, row := range rounded {
		t.rows[i] = list(row)
		byRow[i] = t.rows[i].total.amount
		if i == 0 {
			byColumn = make([]decimal.Decimal, len(row))
		}
		for j, d := range row {
			byColumn[j] = byColumn[j].Add(d)
		}
	}
	t.rowTotals, t.columnTotals = list(byRow), list(byColumn)
	return t
}

// Rows yields the rows with their index, each with its total.
func (t ShownTable) Rows() iter.Seq2[int, ShownList] { return slices.All(t.rows) }

// Columns yields the columns with their index, each with its total.
func (t ShownTable) Columns() iter.Seq2[int, ShownList] {
	return func(yield func(int, ShownList) bool) {
		for j, total := range t.columnTotals.parts {
			column := ShownList{make([]Shown, len(t.rows)), total, t.columnTotals.metric}
			for i, row := range t.rows {
				column.parts[i] = row.parts[j]
			}
			if !yield(j, column) {
				return
			}
		}
	}
}

// RowTotals is the totals of the rows, with the grand total.
func (t ShownTable) RowTotals() ShownList { return t.rowTotals }

// ColumnTotals is the totals of the columns, with the grand total.
func (t ShownTable) ColumnTotals() ShownList { return t.columnTotals }

// Total is the grand total.
func (t ShownTable) Total() Shown { return t.rowTotals.total }

// Metric is the metric of all the amounts.
func (t ShownTable) Metric() Metric { return t.rowTotals.Metric() }

// String is the rows as sums, one a line, and the totals of the columns below.
func (t ShownTable) String() string {
	var b strings.Builder
	for _, row := range t.rows {
		b.WriteString(row.String() + "\n")
	}
	return b.String() + t.columnTotals.String()
}

// MarshalJSON writes the rows with their totals, and the totals of the columns
// with the grand total, as texts with their unit.
func (t ShownTable) MarshalJSON() ([]byte, error) {
	type row struct {
		Parts []Shown `json:"parts"`
		Total Shown   `json:"total"`
	}
	doc := struct {
		Metric       string `json:"metric"`
		Rows         []row  `json:"rows"`
		ColumnTotals row    `json:"columnTotals"`
	}{t.Metric().String(), make([]row, len(t.rows)), row{append([]Shown{}, t.columnTotals.parts...), t.Total()}}
	for i, r := range t.rows {
		doc.Rows[i] = row{append([]Shown{}, r.parts...), r.total}
	}
	return json.Marshal(doc)
}
