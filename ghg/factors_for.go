package ghg

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// factorPlaces is the precision, in decimal places of a tonne, of an amount ×
// factor that has no last decimal place: 100 MJ with a factor per kWh. All others
// are exact.
const factorPlaces = 12

// ErrFactorsByGas says that CO2e was asked of factors that are of gases.
var ErrFactorsByGas = errors.New("the factors are of gases and give no CO2e: name a metric with Factors.On, or ask for Masses")

// ErrFactorsOfCO2e says that masses were asked of factors that are CO2e of all
// gases together.
var ErrFactorsOfCO2e = errors.New("the factors are CO2e and give no masses of gases: ask For")

// For is what an amount of activity emits in a year, with the factor that it was
// multiplied by:
//
//	CO2e = quantity × factor          exact, or rounded once to factorPlaces
//
// A year without a factor is a [*NoFigureError], a quantity that does not convert
// to the unit of the factors a [*UnitMismatchError], factors of gases are
// [ErrFactorsByGas].
func (f Factors) For(year int, q Quantity) (CO2e, Factor, error) {
	x, ratio, err := f.times(year, q)
	if err != nil {
		return CO2e{}, Factor{}, err
	}
	if f.def.metric.IsZero() {
		return CO2e{}, Factor{}, ErrFactorsByGas
	}
	t, err := ratio.of(x.CO2e.t)
	return CO2e{t, x.CO2e.m}, x.share(), err
}

// Masses is what an amount of activity emits of each gas in a year, as
// [Factors.For] has it for CO2e. Factors that are CO2e are [ErrFactorsOfCO2e].
func (f Factors) Masses(year int, q Quantity) ([]Mass, Factor, error) {
	x, ratio, err := f.times(year, q)
	if err != nil {
		return nil, Factor{}, err
	}
	if !f.def.metric.IsZero() {
		return nil, Factor{}, ErrFactorsOfCO2e
	}
	out := make([]Mass, len(x.Gases))
	for i, m := range x.Gases {
		t, err := ratio.of(m.t)
		if err != nil {
			return nil, Factor{}, err
		}
		out[i] = Mass{t, m.gas}
	}
	return out, x.share(), nil
}

// fraction is a quotient that is not yet computed.
type fraction struct{ num, den decimal.Decimal }

// of is t × the fraction: exact, or rounded once.
func (r fraction) of(t decimal.Decimal) (decimal.Decimal, error) {
	product, ok := ended(t.Mul(r.num), r.den)
	if !ok {
		return exact.Quotient(t.Mul(r.num), r.den, factorPlaces)
	}
	return product, exact.CheckResult(product)
}

// times is the factor of a year and how many of its units a quantity is.
func (f Factors) times(year int, q Quantity) (Factor, fraction, error) {
	x, err := f.at(year)
	if err != nil {
		return Factor{}, fraction{}, err
	}
	if err := mismatch(q.unit, f.def.Per); err != nil {
		return Factor{}, fraction{}, fmt.Errorf("factors of %s: %w", f.def.Of, err)
	}
	if q.unit == f.def.Per {
		return x, fraction{q.amount, decimal.New(1, 0)}, nil
	}
	return x, fraction{q.base(), f.def.Per.def().amount}, nil
}

// On is the series on a metric: exactly the sum of mass × GWP by year, where it is
// of gases. Biogenic CO2 counts 0. Factors that are on the metric already stay
// what they are; on another they are a [*MetricMismatchError]. A gas that the
// metric lacks is a [*NoFactorError].
func (f Factors) On(m Metric) (Factors, error) {
	if f.def == nil {
		return Factors{}, ErrNoFactors
	}
	if m.IsZero() {
		return Factors{}, ErrNoMetric
	}
	if !f.def.metric.IsZero() {
		if err := (CO2e{m: f.def.metric}).mismatch(CO2e{m: m}); err != nil {
			return Factors{}, fmt.Errorf("factors of %s: %w", f.def.Of, err)
		}
		return f, nil
	}
	d := f.def.FactorsDefinition
	d.Years = slices.Clone(d.Years)
	for i := range d.Years {
		sum := CO2e{m: m}
		for _, mass := range d.Years[i].Gases {
			c, err := mass.CO2e(m)
			if err != nil {
				return Factors{}, fmt.Errorf("factors of %s: %w", d.Of, err)
			}
			sum.t = sum.t.Add(c.t)
		}
		d.Years[i].CO2e, d.Years[i].Gases = sum, nil
	}
	return NewFactors(d)
}
