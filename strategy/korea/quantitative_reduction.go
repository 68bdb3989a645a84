package korea

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Basis says what a figure of reduction for a year covers (시간기준). It has no
// default: the zero Basis is refused.
type TimeBasis uint8

// Annual figures are what the year's emissions are lower by. Cumulative ones
// add up the years from the first to this one. The two are never added.
const (
	Annual TimeBasis = iota + 1
	Cumulative
)

var bases = []Label{{}, {"연간", "annual"}, {"누적", "cumulative"}}

// Label is the basis in both languages.
func (b TimeBasis) Label() Label { return coded("basis", bases, uint8(b)) }

// String is the basis in English.
func (b TimeBasis) String() string { return b.Label().En }

// QuantitativeReduction is the expected reduction of a project for a year
// (정량감축량):
//
//	expected = quantity × reduction unit
//
// In a cumulative row the quantity is that of all years from the first, so
// that the product holds there too.
type QuantitativeReduction struct {
	Project  string // management number
	Year     int
	Factor   string // monitored factor
	Quantity Quantity
	UnitID   string
	PerUnit  ghg.CO2e // reduction unit
	Expected ghg.CO2e
	Basis    TimeBasis
}

func (r QuantitativeReduction) write(c *cells) {
	c.project(r.Project, numberOf, nameOf)
	c.year(r.Year, true)
	c.text(r.Factor)
	c.quantity(r.Quantity)
	c.text(r.UnitID)
	c.co2e(r.PerUnit)
	c.co2e(r.Expected)
	c.code(r.Basis.Label(), true)
	c.gwp()
}

// QuantitativeReductions are the expected reductions of projects by year, all on
// one basis. The quantity is the one that the unit is multiplied by: where a
// project counts what is new, that is what stands. Years that are unknown have
// no row; on the cumulative basis they are an error.
func QuantitativeReductions(basis TimeBasis, projects ...Quantification) ([]QuantitativeReduction, error) {
	if basis != Annual && basis != Cumulative {
		return nil, refused("quantitative reductions", "basis", basis.String(), "name it, korea.Annual or korea.Cumulative")
	}
	var out []QuantitativeReduction
	for _, q := range projects {
		years, err := q.of(strategy.Expected)
		if err != nil {
			return nil, err
		}
		unit := q.def.Unit.Definition()
		var sum decimal.Decimal
		for _, y := range years {
			r := QuantitativeReduction{Project: q.Project(), Year: y.year, Factor: unit.Factor, UnitID: unit.ID, PerUnit: unit.Saves,
				Quantity: Quantity{y.counted, unit.Per}, Expected: y.co2e, Basis: basis}
			if basis == Cumulative {
				if r.Expected, err = q.Cumulative(strategy.Expected, y.year); err != nil {
					return nil, err
				}
				sum = sum.Add(y.counted)
				r.Quantity.amount = sum
			} else if !y.known {
				continue
			}
			out = append(out, r)
		}
	}
	return out, nil
}
