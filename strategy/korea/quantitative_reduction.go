package korea

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
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

// Korean is that of the label in Korean.
func (b TimeBasis) Korean() string { return b.Label().Ko }

// MarshalText writes what String says.
func (b TimeBasis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// QuantitativeReduction is the expected reduction of a project for a year
// (정량감축량):
//
//	expected = quantity × reduction unit
//
// In a cumulative row the quantity is that of all years from the first, so
// that the product holds there too. A project that counts several things, such as cars
// and trucks, has a row for each.
type QuantitativeReduction struct {
	Project string `json:"project,omitempty"` // management number
	// Quantification is the ID within the project (정량번호); "" where the plan states a
	// reduction alone.
	Quantification string       `json:"quantification,omitempty"`
	Year           int          `json:"year"`
	Factor         string       `json:"factor,omitempty"` // monitored factor
	Quantity       ghg.Quantity `json:"quantity"`
	UnitID         string       `json:"unitID,omitempty"`
	PerUnit        ghg.CO2e     `json:"perUnit"` // reduction unit; zero CO2e where no figure by one gives the reduction
	Expected       ghg.CO2e     `json:"expected"`
	Basis          TimeBasis    `json:"basis"`

	of *rowOrigin // nil where it comes of no plan
}

func (r QuantitativeReduction) write(c *cells) {
	c.project(r.Project, numberOf, nameOf)
	c.text(r.Quantification)
	c.year(r.Year, true)
	c.text(r.Factor)
	c.quantity(r.Quantity)
	c.text(r.UnitID)
	c.co2e(r.PerUnit)
	c.co2e(r.Expected)
	c.code(r.Basis.Label(), true)
	c.gwp()
}

// QuantitativeReductions are the expected reductions of the projects of a plan by year,
// all on one basis, of every quantification that counts and of every effect that an
// action states itself. Official rows take the published unit where there is one,
// working quantity × unit ([strategy.Quantification.ByPublishedUnit]), and else what the
// effects come to, with what one of them saves where that is one figure. The quantity is
// the one that works: where a project counts what is new, that is what stands.
//
// Years that are unknown have no row; on the cumulative basis they are a
// [*ghg.NoFigureError]. Years after the last quantity have one to the end of the plan
// (PortfolioDefinition.Through) where it is stated that nothing follows. What cuts a share
// of a source has an amount on the baseline, and is unknown in years that it does not
// reach; without one that holds the source it is refused with [strategy.ErrShares].
func QuantitativeReductions(basis TimeBasis, p strategy.Portfolio, base strategy.Baseline) ([]QuantitativeReduction, error) {
	if basis != Annual && basis != Cumulative {
		return nil, refused("quantitative reductions", "basis", basis.String(), "name it, korea.Annual or korea.Cumulative")
	}
	if p.IsZero() {
		return nil, strategy.ErrNoPortfolio
	}
	var out []QuantitativeReduction
	for x := range quantifieds(p, base) {
		rows, err := x.expected(basis)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

// expected are the rows of what a project counts.
func (x quantified) expected(basis TimeBasis) (out []QuantitativeReduction, err error) {
	years := x.years(strategy.Expected)
	if len(years) == 0 {
		return nil, nil
	}
	last := years[len(years)-1]
	var sum figure
	var origin []int
	for y := years[0]; y <= max(last, x.through); y++ {
		f, ok, err := x.at(strategy.Expected, y)
		switch {
		case err != nil:
			return nil, err
		case !ok && y > last:
			return out, nil
		case !ok && basis == Cumulative:
			return nil, &ghg.NoFigureError{Of: "expected reductions of " + x.of(), Year: y,
				Remedy: "the quantity of the year, or of an earlier one that still counts in it, is not stated"}
		case !ok:
			continue
		case basis == Cumulative:
			origin = append(origin, y)
			if sum, err = sum.plus(f, len(out)); err != nil {
				return nil, fmt.Errorf("%s to %d: %w", x.of(), y, err)
			}
			f = sum
		}
		if basis == Annual {
			origin = []int{y}
		}
		out = append(out, QuantitativeReduction{of: &rowOrigin{x, slices.Clone(origin)},
			Project: x.project, Quantification: x.q.ID(), Year: y, Factor: x.q.Counts(),
			Quantity: f.quantity, UnitID: f.unit, PerUnit: f.perOne, Expected: f.co2e, Basis: basis})
	}
	return out, nil
}

// plus adds the figure of a year to that of n others. What one saves stays where it is
// the same in all of them.
func (f figure) plus(o figure, n int) (figure, error) {
	if n == 0 {
		return o, nil
	}
	var err error
	if f.co2e, err = f.co2e.Add(o.co2e); err != nil {
		return f, err
	}
	if !f.quantity.IsUnset() {
		if f.quantity, err = f.quantity.Add(o.quantity); err != nil {
			return f, err
		}
	}
	if !f.perOne.Equal(o.perOne) {
		f.perOne = ghg.CO2e{}
	}
	return f, nil
}
