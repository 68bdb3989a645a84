package ghg

import (
	"errors"
	"io"
)

// DeclaredTotal is a declared total with the inventory that it is of.
type DeclaredTotal struct {
	Place  PlaceID `json:"place"`
	Period Period  `json:"period,omitzero"`
	Declared
}

var declaredColumns = []string{"place", "year", "view", "mass", "unit", "node"}

const declaredRequired = 5

// ReadDeclaredCSV reads published totals: delimited text as [ReadCSV] reads
// it, with the columns place, year, view, mass, unit and, for the total of a part,
// node: the code of a sector, sub-sector or category that the view selects from. A view
// is one of those given, by its name, or its ID where several have that name; case,
// spaces and punctuation do not matter. The mass is kept as printed, so that its last
// digit says how precise it is. The header may be in Korean: 지역, 연도, 집계범위, 배출량,
// 단위, 부문. A line whose mass is no number by a mark of the format gives no total, and
// is a finding.
func ReadDeclaredCSV(r io.Reader, f CSVFormat, views ...View) ([]DeclaredTotal, Report, error) {
	if len(views) == 0 {
		return nil, Report{}, errors.New("reading declared totals needs the views that they may name")
	}
	t, err := newCSVTable(r, f, declaredHeads, declaredColumns[3])
	if err != nil {
		return nil, Report{}, err
	}
	var totals []DeclaredTotal
	err = t.each(func() {
		var d DeclaredTotal
		d.Place, d.Period, d.Line = t.readPlace(0), t.readPeriod(1), t.line
		var err error
		if d.View, err = viewCalled(string(t.cell[2]), views); err != nil {
			t.refuse(FaultDeclared, 2, allowedBy(err))
		}
		noNumber := t.noNumber(3)
		if !noNumber {
			d.Figure = t.readFigure(3, 4)
		}
		if len(t.cell[5]) > 0 && !d.View.IsZero() {
			if n, ok := t.readNode(5, d.View.Scheme()); ok && !d.View.selectsUnder(n.Code) {
				t.refuse(FaultDeclared, 5, "view "+d.View.Name()+" selects nothing under it")
			} else if ok {
				d.Node = n.Code
			}
		}
		switch {
		case t.faulty:
		case noNumber:
			t.remarkLeftOut(3)
		default:
			totals = append(totals, d)
		}
	})
	return totals, t.report, err
}

// readFigure reads a number as it is printed, and its unit.
func (t *csvTable) readFigure(number, unit int) Figure {
	u, isUnit := t.readCO2eUnit(unit)
	amount, ok := t.readNumberIn(number, t.cell[number])
	if !ok || !isUnit {
		return Figure{}
	}
	text := t.cell[number]
	if m, found := t.markOf(number); m != nil {
		text = found
	}
	return newFigure(string(text), amount, u)
}
