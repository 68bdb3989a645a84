package power

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// End is the end of the network at which the unit is measured that a factor is per.
type End uint8

// The ends.
const (
	GenerationEnd  End = iota + 1 // where the plants feed it: the losses of the network are not in the factor
	ConsumptionEnd                // where its user takes it: the losses are in the factor
)

var ends = [...]words.Term{{En: "end not stated", Ko: "기준 미기재"}, {En: "generation end", Ko: "발전단"}, {En: "consumption end", Ko: "소비단"}}

// term is the name in both languages.
func (e End) term() words.Term { return named(ends[:], int(e)) }

// String is the name in English: "consumption end".
func (e End) String() string { return e.term().En }

// Korean is the name in Korean.
func (e End) Korean() string { return e.term().Ko }

// Factor is what a unit of electricity, heat, steam or cooling emits: a printed total in
// CO2e, which stays on its metric, or masses of gases, which go to any. A gas that is not
// there is not estimated, which is not 0. The zero Factor is none.
type Factor struct {
	CO2e   estimate.Parameter // 0.4594 t CO2e/MWh
	Metric ghg.Metric         // of CO2e; ghg.Unstated where its source does not say

	CO2, CH4, N2O estimate.Parameter // 474.7 kg CO2/MWh; in place of CO2e

	End End // asked where losses are estimated
}

// AsPrinted is the printed total of a published factor, on its metric. A factor without one
// is refused.
func AsPrinted(p factor.Published[factor.Emission], end End) (Factor, error) {
	total, err := estimate.PrintedTotal(p)
	if err == nil && total.IsUnset() {
		err = ghg.Refusal(p.Name, "total", "", "it has masses of gases alone: power.ByGas is accepted")
	}
	return Factor{CO2e: total, Metric: p.Value.Metric(), End: end}, err
}

// ByGas is a published factor by its masses of gases. One without them is refused, and one
// of other gases than CO2, CH4 and N2O.
func ByGas(p factor.Published[factor.Emission], end End) (Factor, error) {
	f := Factor{End: end}
	gases := p.Value.Gases()
	if len(gases) == 0 {
		return Factor{}, ghg.Refusal(p.Name, "gases", "", "it has a printed total alone: power.AsPrinted is accepted")
	}
	for i, m := range gases {
		var to *estimate.Parameter
		switch m.Gas() {
		case ghg.CO2:
			to = &f.CO2
		case ghg.CH4, ghg.CH4NonFossil:
			to = &f.CH4
		case ghg.N2O:
			to = &f.N2O
		default:
			return Factor{}, ghg.Refusal(p.Name, "gas", m.String(), "CO2, CH4 and N2O are accepted")
		}
		x, err := estimate.EmissionFactor(p, m.Gas())
		if err != nil {
			return Factor{}, err
		}
		if i > 0 {
			x.Findings = ghg.Findings{} // they are of the factor, and said once
		}
		*to = x
	}
	return f, nil
}

// IsZero reports whether there is no factor.
func (f Factor) IsZero() bool {
	return f.CO2e.IsUnset() && !f.isByGas()
}

func (f Factor) isByGas() bool { return !f.CO2.IsUnset() || !f.CH4.IsUnset() || !f.N2O.IsUnset() }

var (
	factorOf = words.Term{En: "emission factor, %s", Ko: "%s 배출계수"}
	emitted  = words.Term{En: "%s", Ko: "%s"}
)

// part is one gas of a factor, or its total.
type part struct {
	gas    ghg.Gas // the zero Gas of the total
	symbol string
	by     estimate.Parameter
	metric ghg.Metric
}

// parts are those of a factor that are there; missing the gases that are not. A factor that
// does not stand is refused.
func (f Factor) parts(w *estimate.Worksheet, field string) (parts []part, missing []ghg.Gas) {
	switch {
	case f.IsZero():
		w.Refuse(field, "", "none is given; a total in t CO2e/MWh with its metric, or masses of gases in kg CO2/MWh, is accepted")
		return nil, nil
	case !f.CO2e.IsUnset() && f.isByGas():
		w.Refuse(field, f.CO2e.Rate.String(), "a total and masses of gases are alternatives: one of them is accepted")
		return nil, nil
	case !f.CO2e.IsUnset() && f.Metric.IsZero():
		w.Refuse(field, f.CO2e.Rate.String(), "a total is on a metric: say it, or ghg.Unstated where its source does not")
		return nil, nil
	case !f.CO2e.IsUnset():
		return []part{{symbol: "CO2e", by: f.CO2e, metric: f.Metric}}, nil
	}
	for _, x := range [...]part{
		{ghg.CO2, "CO2", f.CO2, ghg.Metric{}}, {ghg.CH4NonFossil, "CH4", f.CH4, ghg.Metric{}}, {ghg.N2O, "N2O", f.N2O, ghg.Metric{}},
	} {
		if x.by.IsUnset() {
			missing = append(missing, x.gas)
			continue
		}
		parts = append(parts, x)
	}
	return parts, missing
}

// unitOf is the unit of energy that the factor is per, or else the given one.
func unitOf(parts []part, otherwise ghg.Unit) ghg.Unit {
	if len(parts) > 0 {
		if u, ok := parts[0].by.Rate.Unit().Per(); ok && u.Dimension() == ghg.DimensionEnergy && u.Calorific() == 0 {
			return u
		}
	}
	return otherwise
}

// factor tells the factor, per a unit of energy.
func (x part) factor(w *estimate.Worksheet, prefix string, per ghg.Unit) decimal.Decimal {
	mass := "kg "
	if x.gas.IsZero() {
		mass = "t "
	}
	unit, err := ghg.ParseRateUnit(mass + x.symbol + "/" + per.String())
	if err != nil {
		w.RefuseError(prefix, x.by.Rate.String(), err)
		return decimal.Zero
	}
	return w.Parameter(prefix+"_"+x.symbol, factorOf.With(x.symbol), x.by, unit)
}

// shownUnit is the unit where no step says the metric beside it.
func (x part) shownUnit() string {
	if x.gas.IsZero() {
		return x.metric.Unit()
	}
	return x.unit()
}

// unit is that in which the part is emitted.
func (x part) unit() string {
	if x.gas.IsZero() {
		return "t CO2e"
	}
	return fmt.Sprintf("kg %s", x.gas)
}

// emits tells what is emitted of the part: a total in tonnes, a gas in kilograms.
func (x part) emits(w *estimate.Worksheet, formula string, by derivation.Rounding, n decimal.Decimal) {
	if x.gas.IsZero() {
		w.EmitsCO2e(x.symbol, emitted.With(x.symbol), x.metric, formula, by, n)
		return
	}
	w.Emits(x.symbol, emitted.With(x.symbol), x.gas, ghg.Kilogram, formula, by, n)
}

// Emits tells a worksheet the factor and what an amount of energy emits by it, whose step has
// a symbol: for methods that end in electricity, as that of vehicles. What does not stand
// is refused.
func (f Factor) Emits(w *estimate.Worksheet, symbol string, n decimal.Decimal, unit ghg.Unit) {
	parts, missing := f.parts(w, "Factor")
	for _, x := range parts {
		ef := x.factor(w, "EF", unit)
		x.emits(w, symbol+" × EF_"+x.symbol, estimate.Exactly, n.Mul(ef))
	}
	w.NotEstimated(missing...)
}

// unit is the unit of energy that an amount is told in for the factor.
func (f Factor) unit(otherwise ghg.Unit) ghg.Unit {
	if !f.CO2e.IsUnset() {
		return unitOf([]part{{by: f.CO2e}}, otherwise)
	}
	for _, p := range [...]estimate.Parameter{f.CO2, f.CH4, f.N2O} {
		if !p.IsUnset() {
			return unitOf([]part{{by: p}}, otherwise)
		}
	}
	return otherwise
}

// named is a name of a closed set; what is not in it is called like its zero value.
func named(names []words.Term, i int) words.Term {
	if i >= len(names) {
		i = 0
	}
	return names[i]
}
