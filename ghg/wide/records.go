package wide

import (
	"cmp"
	"errors"

	"github.com/localghg/localghg/ghg"
)

// Records makes a record of each figure of each row. What tells from the labels of a row
// what all its records have: place, category, and gas where they are masses of one; period,
// value, line and column are filled in, and the gas of a column that states one. A figure is CO2e on the metric given where its unit
// says so, or where the record names no gas. Blanks, and periods still to come, are missing
// values; a cell that is marked is what its mark means.
//
// A row of which what gives an error, or whose unit is none of mass, is a fault with its
// line, and gives no records.
func (t Table) Records(m ghg.Metric, what func(Row) (ghg.Record, error)) ([]ghg.Record, ghg.Faults) {
	var out []ghg.Record
	var faults ghg.Faults
	if m.IsZero() {
		faults.Refuse("records", "metric", "", ghg.ErrNoMetric.Error())
		return nil, faults
	}
	for _, r := range t.rows {
		template, err := what(r)
		if err != nil {
			faults.Add(ghg.Fault{Code: ghg.FaultField, Line: r.line, Of: "row", Field: "labels", Value: nameOfRow(r), Detail: err.Error()})
			continue
		}
		records := make([]ghg.Record, 0, len(r.figures))
		for _, f := range r.figures {
			record := template
			record.Period, record.Line, record.Column = f.Period, r.line, f.Column
			if record.Gas, record.Value, err = f.value(template.Gas, m); err != nil {
				faults.Add(ghg.Fault{Code: ghg.FaultNumber, Line: r.line, Of: "row", Field: f.head, Value: cmp.Or(f.Text, f.String()),
					Detail: err.Error()})
				records = nil
				break
			}
			records = append(records, record)
		}
		out = append(out, records...)
	}
	return out, faults
}

// value is a figure as that of a record of a gas, or of all gases.
func (f Cell) value(gas ghg.Gas, m ghg.Metric) (ghg.Gas, ghg.Value, error) {
	u := f.unit
	switch {
	case gas.IsZero():
		gas = f.Gas
	case !f.Gas.IsZero() && f.Gas != gas:
		return gas, ghg.Value{}, errors.New("the column is of " + f.Gas.String() + " and the record of " + gas.String())
	}
	if f.marked && !f.means.IsNumber() {
		return gas, f.means.ReadAs(f.Text), nil
	}
	if f.missing != there {
		return gas, ghg.Value{}, nil
	}
	if u.err != nil {
		return gas, ghg.Value{}, u.err
	}
	if gas.IsZero() {
		gas = u.of.Gas
	} else if !u.of.Gas.IsZero() && u.of.Gas != gas {
		return gas, ghg.Value{}, errors.New("the unit is of " + u.of.Gas.String() + " and the record of " + gas.String())
	}
	v, err := f.numberOf(gas, m)
	if err == nil && f.marked { // a marked 0 may be a placeholder
		v, err = v.EnteredAs(f.means.Entry())
	}
	return gas, v.ReadAs(f.Text), err
}

func (f Cell) numberOf(gas ghg.Gas, m ghg.Metric) (ghg.Value, error) {
	u := f.unit
	if u.of.CO2e || gas.IsZero() {
		c, err := ghg.NewCO2e(f.number, u.mass, m)
		return ghg.Equivalent(c), err
	}
	mass, err := ghg.NewMass(f.number, u.mass)
	return ghg.Emitted(mass), err
}
