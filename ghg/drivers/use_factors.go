package drivers

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// UseOf makes a use of activity data and emission factors: what a year emitted is
// its last quantity × its factor. The quantities stand in the order of the
// identity, whose last factor is the emission factor:
//
//	tCO2e = floor area [m2] × electricity per floor area [MWh/m2] × grid factor [tCO2e/MWh]
//	        floor area, electricity                                 factors per MWh
//
// Each is converted to the unit that the identity names, exactly: one that does
// not become it is a [*ghg.UnitMismatchError] or a [*ghg.InexactError]. The years
// are those of the last quantity; one that another series or the factors lack is
// a [*ghg.NoFigureError]. Factors of gases are put on a metric first, with
// [ghg.Factors.On].
func UseOf(name string, identity Identity, factors ghg.Factors, quantities ...ghg.Years[ghg.Quantity]) (Use, error) {
	fail := func(err error) (Use, error) { return Use{}, fmt.Errorf("%s: %w", words.Quote(name), err) }
	n := len(quantities)
	if n == 0 || n+1 != len(identity.factors) {
		return fail(fmt.Errorf("%d series of quantities and one of emission factors for %s: one is needed for each factor", n, identity))
	}
	units, err := unitsOf(identity, factors.Per())
	if err != nil {
		return fail(err)
	}
	var years []UseYear
	for last := range quantities[n-1].All() {
		y := UseYear{Year: last.Year, Quantities: make([]decimal.Decimal, n)}
		for i, series := range quantities {
			q, err := series.Need(last.Year)
			if err != nil {
				return fail(err)
			}
			in, err := q.Value.In(units[i])
			if err != nil {
				return fail(fmt.Errorf("%s in %d: %w", series.Name(), last.Year, err))
			}
			y.Quantities[i] = in.Amount()
		}
		var factor ghg.Factor
		if y.Emissions, factor, err = factors.For(last.Year, last.Value); err != nil {
			return fail(err)
		}
		y.Factors = []decimal.Decimal{factor.CO2e.Tonnes()}
		years = append(years, y)
	}
	return NewUse(name, identity, years...)
}

// unitsOf reads the units of quantities off the factors of an identity: m2 of m2,
// MWh of MWh/m2.
func unitsOf(identity Identity, per ghg.Unit) ([]ghg.Unit, error) {
	last := len(identity.factors) - 1
	units := make([]ghg.Unit, last)
	for i, f := range identity.factors {
		over, under, isRatio := strings.Cut(f.Unit, "/")
		if isRatio != (i > 0) || i == last && over != tonnes {
			return nil, fmt.Errorf("%s: the first factor is in a unit, those behind it in one over the unit before, as in MWh/m2, "+
				"and the last in %s over it", f, tonnes)
		}
		if i < last {
			u, err := ghg.ParseUnit(over)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f, err)
			}
			units[i] = u
		}
		if i == 0 {
			continue
		}
		u, err := ghg.ParseUnit(under)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		if before := units[i-1]; u != before {
			return nil, fmt.Errorf("%s: it stands over %s, and the factor before it is in %s", f, u, before)
		}
	}
	if u := units[last-1]; u != per {
		return nil, fmt.Errorf("%s: the emission factors are per %s", identity.factors[last], per)
	}
	return units, nil
}
