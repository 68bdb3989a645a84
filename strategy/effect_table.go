package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
)

// EffectTable is the joint effects of a year as they are shown: a row for each
// source on which something acts, and a column for each action or area that acts on
// one. Rows and columns add up.
type EffectTable struct {
	Year    int
	Sources []EmissionSource // of the rows, in the order of the baseline
	Actions []Action         // of the columns by action, in the order of the portfolio
	Areas   []Area           // of the columns by area, in the order of the framework
	Shown   ghg.ShownTable
}

// Table shows what meets on each source in a unit and to a number of decimal
// places, by controlled rounding: see [ghg.ShowTable], and there what is refused.
// Columns are [ByAction] or [ByArea]; [BySource] is one column of all. What does
// not act on a source has 0 there. Whatever the columns are, the grand total is the
// reduction of the year rounded to the nearest.
//
// More than [exact.MaxTableCells] cells are a [ghg.Fault]: take fewer columns. One
// column is possible in every plan.
func (y YearEffect) Table(columns Grouping, unit ghg.MassUnit, places int32) (EffectTable, error) {
	if !columns.Valid() {
		return EffectTable{}, errNoGrouping
	}
	t := EffectTable{Year: y.Year()}
	if y.e == nil {
		return t, nil
	}
	column, n := y.columns(columns, &t)
	for c, s := range y.year().sources {
		if len(s.parts) > 0 {
			t.Sources = append(t.Sources, y.e.b.def.cells[c].On)
		}
	}
	if cells := len(t.Sources) * n; cells > exact.MaxTableCells {
		return EffectTable{}, ghg.Refusal(fmt.Sprintf("table of %d", t.Year), "columns", "by "+columns.String(),
			fmt.Sprintf("%d sources in %d columns are %d cells, and at most %d are rounded together: take strategy.ByArea, "+
				"or strategy.BySource for one column", len(t.Sources), n, cells, exact.MaxTableCells))
	}
	var rows [][]ghg.CO2e
	for _, s := range y.year().sources {
		if len(s.parts) == 0 {
			continue
		}
		row := slices.Repeat([]ghg.CO2e{y.e.p.nothing()}, n)
		for n, effect := range s.parts {
			at := &row[column[y.e.p.def.effects[effect].action]]
			*at = plus(*at, y.e.co2e(s.shares[n]))
		}
		rows = append(rows, row)
	}
	var err error
	t.Shown, err = ghg.ShowTable(unit, places, rows)
	return t, err
}

// columns names the columns, and gives that of each action and how many there are.
func (y YearEffect) columns(by Grouping, t *EffectTable) (column []int, n int) {
	column = make([]int, y.e.p.Len())
	if by == BySource {
		return column, 1
	}
	areas := map[string]bool{}
	for i, units := range y.year().actions {
		if units == nil {
			continue
		}
		a := &y.e.p.def.Actions[i]
		areas[a.Area] = true
		if by == ByAction {
			column[i] = len(t.Actions)
			t.Actions = append(t.Actions, a.clone())
		}
	}
	if by == ByAction {
		return column, len(t.Actions)
	}
	index := map[string]int{}
	for a := range y.e.p.Framework().Areas() {
		if areas[a.Code] {
			index[a.Code] = len(t.Areas)
			t.Areas = append(t.Areas, a)
		}
	}
	for i := range column {
		column[i] = index[y.e.p.def.Actions[i].Area]
	}
	return column, len(t.Areas)
}

// String is the table as text: a line for each source, with what each action or area
// has of it, and a last one with the sums.
func (t EffectTable) String() string {
	var names []string
	for _, a := range t.Actions {
		names = append(names, a.ID)
	}
	for _, a := range t.Areas {
		names = append(names, a.Code)
	}
	var b strings.Builder
	line := func(name string, amounts ghg.ShownList) {
		fmt.Fprintf(&b, "%s: %s", name, amounts.Total())
		for i, a := range amounts.Parts() {
			if i < len(names) && !a.Amount().IsZero() {
				fmt.Fprintf(&b, "; %s %s", names[i], a.Number())
			}
		}
		b.WriteString("\n")
	}
	for i, row := range t.Shown.Rows() {
		line(t.Sources[i].String(), row)
	}
	line(fmt.Sprint(t.Year), t.Shown.ColumnTotals())
	return strings.TrimSuffix(b.String(), "\n")
}
