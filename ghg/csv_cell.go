package ghg

import (
	"fmt"
	"strings"
)

// The cells that all readers of delimited text share, by the number of their
// column: what cannot be used is refused here, with its place in the file. A cell
// that is empty gives the zero value, and is refused where it must be there.

// maxText is the length in bytes of a free text.
const maxText = 10_000

// readText is a free text, refused where it is longer than maxText.
func (t *csvTable) readText(column int) string {
	b := t.cell[column]
	if len(b) > maxText {
		t.refuse(FaultField, column, fmt.Sprintf("longer than %d bytes", maxText))
		t.cell[column] = nil // said once
		return ""
	}
	return t.caches.string(column, b)
}

// readPlace reads a required place.
func (t *csvTable) readPlace(column int) PlaceID {
	switch b := t.cell[column]; {
	case len(b) == 0:
		t.refuse(FaultMissingField, column, "a place is needed")
	default:
		t.place = t.placeOf(column, b)
	}
	return t.place
}

// readPeriod reads a required year or period.
func (t *csvTable) readPeriod(column int) Period {
	b := t.cell[column]
	if len(b) == 0 {
		t.refuse(FaultMissingField, column, "a year is needed")
		return Period{}
	}
	p, ok := t.caches.periods.find(b)
	if !ok {
		var err error
		if p, err = writtenPeriod(string(b)); err != nil {
			t.refuse(FaultPeriod, column, "write a year from 1850 to 2300, or the first and last day as 2018-04-01/2019-03-31")
			return Period{}
		}
		t.caches.periods.keep(b, p)
	}
	t.period = p
	return p
}

// writtenPeriod reads a year or period as files write it: 2018, 2018년 too.
func writtenPeriod(text string) (Period, error) {
	return ParsePeriod(strings.TrimSpace(strings.TrimSuffix(text, "년")))
}

// readUnit reads a required unit of mass.
func (t *csvTable) readUnit(column int) (unitCell, bool) {
	b := t.cell[column]
	if len(b) == 0 {
		t.refuse(FaultUnit, column, "a mass needs a unit: kg, t, kt, Mt, Gg, 톤, 천톤, 만톤 or another")
		return unitCell{}, false
	}
	u, ok := t.caches.units.find(b)
	if !ok {
		var err error
		if u.unit, u.of, err = ParseMassUnit(string(b)); err != nil {
			t.refuse(FaultUnit, column, allowedBy(err))
			return unitCell{}, false
		}
		u.power = u.unit.power()
		t.caches.units.keep(b, u)
	}
	return u, true
}

// readCO2eUnit reads a required unit of CO2e: one of mass, which may say so.
func (t *csvTable) readCO2eUnit(column int) (MassUnit, bool) {
	u, ok := t.readUnit(column)
	if ok && !u.of.Gas.IsZero() && u.of.Gas != CO2 {
		t.refuse(FaultUnit, column, "CO2e is needed, not a mass of "+u.of.Gas.String())
		return MassUnit{}, false
	}
	return u.unit, ok
}

// readMetric reads a metric, or takes the one given where the cell is empty.
func (t *csvTable) readMetric(column int, otherwise Metric) Metric {
	b := t.cell[column]
	if len(b) == 0 {
		return otherwise
	}
	m, ok := t.caches.metrics.find(b)
	if !ok {
		var err error
		if m, err = ParseMetric(string(b), t.format.Metrics...); err != nil {
			t.refuse(FaultUnknownMetric, column, allowedBy(err))
			return otherwise
		}
		t.caches.metrics.keep(b, m)
	}
	return m
}

// readScheme reads a scheme, or takes that of the format.
func (t *csvTable) readScheme(column int) Scheme {
	b := t.cell[column]
	if len(b) == 0 {
		return t.format.Scheme
	}
	if s, ok := t.caches.schemes.find(b); ok {
		return s
	}
	s, err := findScheme(append([]Scheme{t.format.Scheme}, t.format.Schemes...), string(b))
	if err != nil {
		t.refuse(FaultUnknownScheme, column, allowedBy(err))
	}
	return s
}

// readNode reads a required code of a scheme.
func (t *csvTable) readNode(column int, s Scheme) (*Node, bool) {
	b := t.cell[column]
	switch {
	case len(b) == 0:
		t.refuse(FaultMissingField, column, "a category is needed")
		return nil, false
	case s.IsZero():
		return nil, false
	}
	i, ok := s.def.index[string(b)]
	if !ok {
		i, ok = s.find(string(b))
	}
	if !ok {
		t.refuse(FaultUnknownCategory, column, "no category of "+s.Name())
		return nil, false
	}
	return &s.def.Nodes[i], true
}

// readCategory reads a required category that records may sit on.
func (t *csvTable) readCategory(column int, s Scheme) Category {
	n, ok := t.readNode(column, s)
	if !ok {
		return Category{}
	}
	if !n.Reportable {
		t.refuse(FaultNotReportable, column, notReportable("").Detail)
	}
	return Category{s.def.ID, n.Code}
}
