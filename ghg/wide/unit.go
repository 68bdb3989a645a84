package wide

import (
	"errors"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// UnitPlace says where a table states the unit of its figures. The zero UnitPlace is none.
type UnitPlace struct {
	where unitWhere
	text  string
}

type unitWhere uint8

const (
	unitNowhere unitWhere = iota
	unitOfAll
	unitInHeader
	unitBelow
	unitInColumn
)

// The units that the table itself states with its periods.
var (
	// UnitInHeader is in brackets behind each period: 2018 (천톤), 1월[kWh].
	UnitInHeader = UnitPlace{where: unitInHeader}
	// UnitBelow is in the row below the header, under each period.
	UnitBelow = UnitPlace{where: unitBelow}
)

// UnitOf is one unit for all figures, as the title of the table or its source says.
func UnitOf(unit string) UnitPlace { return UnitPlace{unitOfAll, clean(unit)} }

// UnitIn is the unit of each row, in a column of the header.
func UnitIn(head string) UnitPlace { return UnitPlace{unitInColumn, clean(head)} }

func (u UnitPlace) check(faults *ghg.Faults) {
	switch {
	case u.where == unitNowhere:
		faults.Refuse("table", "Unit", "", "say where the unit stands: UnitOf, UnitIn, UnitInHeader or UnitBelow")
	case u.text == "" && u.where == unitOfAll:
		faults.Refuse("table", "Unit", "", "the unit of all figures is needed, such as 천톤")
	case u.text == "" && u.where == unitInColumn:
		faults.Refuse("table", "Unit", "", "the header of the column of units is needed")
	}
}

// cutUnit parts what a header has in brackets at its end.
func cutUnit(head string) (rest, unit string) {
	for _, b := range [][2]string{{"(", ")"}, {"[", "]"}, {"（", "）"}} {
		if inner, ok := strings.CutSuffix(head, b[1]); ok {
			if i := strings.Index(inner, b[0]); i >= 0 {
				return strings.TrimSpace(inner[:i]), strings.TrimSpace(inner[i+len(b[0]):])
			}
		}
	}
	return head, ""
}

// perYear are how tables write that a unit is of a year.
var perYear = []string{"/yr", "/year", "/a", "/년", "/연"}

// unit is the text of a unit, as it is read in a period.
type unit struct {
	text string
	mass ghg.MassUnit // where it is one
	of   ghg.Substance
	err  error // why it is none
	rate error // why it is none at all
	// In sums a figure counts per, of what kind says: tonnes of a substance where the unit
	// is one of mass, and the unit itself where it is not.
	kind string
	per  decimal.Decimal
}

// unitOver reads a unit. "/ yr" behind it says no more than the period does where that is
// a year.
func unitOver(text string, p ghg.Period) unit {
	u := unit{text: text, kind: text, per: decimal.New(1, 0)}
	for _, s := range perYear {
		if rest, ok := cutFolded(text, s); ok && !p.IsTwelveMonths() {
			u.rate = errors.New(text + " is a rate over a year, and " + nameOf(p) + " is none: convert it")
			u.err = u.rate
			return u
		} else if ok {
			u.text, u.kind = rest, rest
		}
	}
	if u.mass, u.of, u.err = ghg.ParseMassUnit(u.text); u.err == nil {
		one, _ := ghg.NewMass(u.per, u.mass) // a unit stands within bounds
		u.per, u.kind = one.Tonnes(), "t "+u.of.Gas.String()
		if u.of.CO2e {
			u.kind = "t CO2e"
		}
	}
	return u
}

// cutFolded cuts a suffix off, whatever blanks stand in the text.
func cutFolded(text, suffix string) (string, bool) {
	i := strings.LastIndexByte(text, '/')
	if i < 0 || fold(text[i:]) != suffix {
		return text, false
	}
	return strings.TrimSpace(text[:i]), true
}
