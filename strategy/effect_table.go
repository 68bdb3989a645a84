package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// EffectTable is the joint effects of a year as they are shown: a row for each
// source on which something acts, a column for each action that acts on one. Rows
// and columns add up.
type EffectTable struct {
	Year    int
	Sources []EmissionSource // of the rows, in the order of the baseline
	Actions []Action         // of the columns, in the order of the portfolio
	Shown   ghg.ShownTable
}

// Table shows what meets on each source in a unit and to a number of decimal
// places, by controlled rounding: see [ghg.ShowTable], and there what is refused.
// An action that does not act on a source has 0 there.
func (y YearEffect) Table(unit ghg.MassUnit, places int32) (EffectTable, error) {
	t := EffectTable{Year: y.Year()}
	if y.e == nil {
		return t, nil
	}
	column := make([]int, y.e.p.Len())
	for i, units := range y.year().actions {
		if units != nil {
			column[i] = len(t.Actions)
			t.Actions = append(t.Actions, y.e.p.def.Actions[i].clone())
		}
	}
	var rows [][]ghg.CO2e
	for c, s := range y.year().sources {
		if len(s.parts) == 0 {
			continue
		}
		row := slices.Repeat([]ghg.CO2e{y.e.p.nothing()}, len(t.Actions))
		for n, effect := range s.parts {
			at := &row[column[y.e.p.def.effects[effect].action]]
			*at = plus(*at, y.e.co2e(s.shares[n]))
		}
		t.Sources, rows = append(t.Sources, y.e.b.def.cells[c].On), append(rows, row)
	}
	var err error
	t.Shown, err = ghg.ShowTable(unit, places, rows)
	return t, err
}

// String is the table as text: a line for each source, with what each action has
// of it, and a last one with the sums.
func (t EffectTable) String() string {
	var b strings.Builder
	line := func(name string, amounts ghg.ShownList) {
		fmt.Fprintf(&b, "%s: %s", name, amounts.Total())
		for i, a := range amounts.Parts() {
			if !a.Amount().IsZero() {
				fmt.Fprintf(&b, "; %s %s", t.Actions[i].ID, a.Number())
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
