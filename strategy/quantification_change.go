package strategy

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// With is the quantification with more quantities, such as what monitoring found.
func (q Quantification) With(more ...Quantities) (Quantification, error) {
	if q.IsZero() {
		return Quantification{}, errNoQuantification
	}
	d := q.def.QuantificationDefinition
	d.Quantities = slices.Concat(d.Quantities, more)
	return NewQuantification(d)
}

// WithFactors is the quantification with other factors in place of those of their use;
// series that nothing here uses are passed over. Factors that are a kind's own stay.
func (q Quantification) WithFactors(factors ...ghg.Factors) (Quantification, error) {
	if q.IsZero() {
		return Quantification{}, errNoQuantification
	}
	d := q.def.QuantificationDefinition
	for _, f := range factors {
		d.Effects, _ = replaceFactors(d.Effects, f)
	}
	return NewQuantification(d)
}

// uses reports whether an effect of it takes factors of a use.
func (q Quantification) uses(use string) bool {
	return slices.ContainsFunc(q.definition().Effects, func(u UnitEffect) bool { return !u.Factors.IsZero() && u.Factors.IsOf(use) })
}

// Delayed is the quantification with what is planned (potential and expected) a number
// of years later. Quantities move, and what they are multiplied by does not: what comes
// late meets the grid of its own years. What was done stays.
func (q Quantification) Delayed(years int) (Quantification, error) {
	if q.IsZero() {
		return Quantification{}, errNoQuantification
	}
	if most := ghg.LastYear - ghg.FirstYear; years < -most || years > most {
		return Quantification{}, ghg.Refusal(q.def.of(), "delay", strconv.Itoa(years), fmt.Sprintf("%d to %d years are allowed", -most, most))
	}
	d := q.Definition()
	for i, line := range d.Quantities {
		if line.Kind != Potential && line.Kind != Expected {
			continue
		}
		d.Quantities[i].ByYear, d.Quantities[i].Without = moved(line.ByYear, years), moved(line.Without, years)
		if line.Last != 0 {
			d.Quantities[i].Last += years
		}
	}
	return NewQuantification(d)
}

// Scaled is the quantification with what is planned (potential and expected) multiplied
// by a factor of 0 or more: half as many heat pumps.
func (q Quantification) Scaled(factor decimal.Decimal) (Quantification, error) {
	if q.IsZero() {
		return Quantification{}, errNoQuantification
	}
	if err := exact.Check(factor); err != nil || factor.Sign() < 0 {
		return Quantification{}, ghg.Refusal(q.def.of(), "factor", exact.Text(factor), "one of 0 or more is allowed")
	}
	d := q.Definition()
	for i, line := range d.Quantities {
		if line.Kind != Potential && line.Kind != Expected {
			continue
		}
		for y, n := range line.ByYear {
			d.Quantities[i].ByYear[y] = n.Mul(factor)
		}
		for y, n := range line.Without {
			d.Quantities[i].Without[y] = n.Mul(factor)
		}
	}
	return NewQuantification(d)
}

// moved are quantities a number of years later.
func moved(byYear map[int]decimal.Decimal, years int) map[int]decimal.Decimal {
	if byYear == nil {
		return nil
	}
	out := make(map[int]decimal.Decimal, len(byYear))
	for y, n := range byYear {
		out[y+years] = n
	}
	return out
}
