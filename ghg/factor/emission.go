package factor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Emission is an emission factor as it was published: what one unit of activity emits,
// as a printed total in CO2e on one metric, as masses of gases, or both. It is
// immutable; the zero Emission is none.
type Emission struct {
	per    ghg.Unit
	total  ghg.Figure // as printed; the zero Figure where there is none
	metric ghg.Metric // of the total
	gases  []ghg.Mass // by name
}

// NewEmission makes a factor for one unit of activity. The total is as printed, with
// the metric that it is on, [ghg.Unstated] where its source does not say; it is the
// zero Figure, and the metric the zero Metric, where none is printed. Gases are those
// that are published. It refuses with [ghg.Faults]: neither total nor gases, no unit of
// activity, what is below 0, a gas that is not said or given twice. A total without a
// metric is [ghg.ErrNoMetric].
func NewEmission(per ghg.Unit, total ghg.Figure, metric ghg.Metric, gases ...ghg.Mass) (Emission, error) {
	e := Emission{per, total, metric, slices.Clone(gases)}
	slices.SortFunc(e.gases, func(a, b ghg.Mass) int { return strings.Compare(a.Gas().String(), b.Gas().String()) })
	var faults ghg.Faults
	if per.Dimension() == 0 {
		faults.Refuse("emission factor", "unit", "", "a unit of activity is needed, such as ghg.MegawattHour")
	}
	if !e.hasTotal() && len(gases) == 0 {
		faults.Refuse("emission factor", "total", "", "a printed total is needed, or masses of gases")
	}
	switch {
	case e.hasTotal() && metric.IsZero():
		return Emission{}, fmt.Errorf("emission factor: %w", ghg.ErrNoMetric)
	case e.hasTotal() && total.Mass().Sign() < 0:
		faults.Refuse("emission factor", "total", total.String(), "0 or more is allowed")
	case !e.hasTotal() && !metric.IsZero():
		faults.Refuse("emission factor", "metric", metric.String(), "there is no total that would be on it")
	}
	for i, m := range e.gases {
		switch {
		case m.Gas().IsZero():
			faults.Refuse("emission factor", "gas", m.String(), "say the gas, as in 0.4567 t CO2")
		case m.Sign() < 0:
			faults.Refuse("emission factor", "gas", m.String(), "0 or more is allowed")
		case i > 0 && e.gases[i-1].Gas() == m.Gas():
			faults.Refuse("emission factor", "gas", m.Gas().String(), "it is given twice: one is allowed")
		}
	}
	if err := faults.Err(); err != nil {
		return Emission{}, err
	}
	return e, nil
}

// IsZero reports whether there is no factor.
func (e Emission) IsZero() bool { return e.per.IsZero() }

func (e Emission) hasTotal() bool { return e.total != ghg.Figure{} }

// Per is the unit of activity.
func (e Emission) Per() ghg.Unit { return e.per }

// Printed is the total as it was printed, to its last digit; the zero Figure where none
// was.
func (e Emission) Printed() ghg.Figure { return e.total }

// Metric is that of the printed total; the zero Metric where there is none.
func (e Emission) Metric() ghg.Metric { return e.metric }

// Gases are the masses that one unit of activity emits; none where they were not
// published.
func (e Emission) Gases() []ghg.Mass { return slices.Clone(e.gases) }

// printed is the total as a factor of a series.
func (e Emission) printed() (ghg.Factor, error) {
	c, err := ghg.CO2eOf(e.total.Mass(), e.metric)
	return ghg.Factor{CO2e: c}, err
}

// byGas is the masses as a factor of a series.
func (e Emission) byGas() (ghg.Factor, error) { return ghg.Factor{Gases: e.Gases()}, nil }

// factors is a series of the one factor, for all years.
func (e Emission) factors(of func() (ghg.Factor, error)) (ghg.Factors, error) {
	f, err := of()
	if err != nil {
		return ghg.Factors{}, fmt.Errorf("emission factor: %w", err)
	}
	return ghg.NewFactors(ghg.FactorsDefinition{Of: "activity", Source: "as published", Per: e.per, Years: []ghg.Factor{f}})
}

// Weighed is the sum of the gases, mass × GWP, on a metric: exactly, and not rounded
// as a printed total is. Where the gases were not published it is a [*NoGasesError].
func (e Emission) Weighed(m ghg.Metric) (ghg.CO2e, error) {
	if m.IsZero() {
		return ghg.CO2e{}, ghg.ErrNoMetric
	}
	if len(e.gases) == 0 {
		return ghg.CO2e{}, &NoGasesError{Factor: e.String(), Metric: e.metric.ID(), Asked: m.ID()}
	}
	f, err := e.factors(e.byGas)
	if err != nil {
		return ghg.CO2e{}, err
	}
	if f, err = f.On(m); err != nil {
		return ghg.CO2e{}, err
	}
	x, err := f.At(ghg.LastYear)
	return x.CO2e, err
}

// CO2e is what one unit of activity emits on a metric: the printed total where it is on
// that metric, else [Emission.Weighed].
func (e Emission) CO2e(m ghg.Metric) (ghg.CO2e, error) {
	if e.hasTotal() && m.ID() == e.metric.ID() && !m.IsZero() {
		f, err := e.printed()
		return f.CO2e, err
	}
	return e.Weighed(m)
}

// For is what an amount of activity emits, amount × printed total, on the metric of the
// total: as [ghg.Factors.For] has it. Without a printed total it is
// [ghg.ErrFactorsByGas].
func (e Emission) For(q ghg.Quantity) (ghg.CO2e, error) {
	if !e.hasTotal() {
		return ghg.CO2e{}, cmp.Or(e.missing(), ghg.ErrFactorsByGas)
	}
	f, err := e.factors(e.printed)
	if err != nil {
		return ghg.CO2e{}, err
	}
	c, _, err := f.For(ghg.LastYear, q)
	return c, err
}

// missing is the error of the zero Emission.
func (e Emission) missing() error {
	if e.IsZero() {
		return ghg.ErrNoFactors
	}
	return nil
}

// amount is the total, or the gases.
func (e Emission) amount() string {
	switch {
	case e.IsZero():
		return "no emission factor"
	case e.hasTotal():
		return e.total.String() + strings.TrimPrefix(e.metric.Unit(), "t")
	}
	list := make([]string, len(e.gases))
	for i, m := range e.gases {
		list[i] = m.String()
	}
	return strings.Join(list, ", ")
}

// String is the total as printed, or the gases, with the unit of activity: "0.4330
// tCO2e (AR5) per MWh".
func (e Emission) String() string {
	if e.IsZero() {
		return e.amount()
	}
	return e.amount() + " per " + e.per.String()
}

// Korean is the same as Korean files write it: "0.4330 tCO2e (AR5)/MWh".
func (e Emission) Korean() string {
	if e.IsZero() {
		return "배출계수 없음"
	}
	return e.amount() + "/" + e.per.Korean()
}
