package estimate

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
)

// Parameter is a term of an equation with where it comes from: 0.5, "IPCC 2006 V5 Ch3". The
// zero Parameter is none.
type Parameter struct {
	Rate   ghg.Rate
	Source string
	// Findings are what is to be said where it is used, as of a reference value.
	Findings ghg.Findings
}

// ParseParameter reads a rate ([ghg.ParseRate]) and keeps its source: "0.6 kg CH4/kg BOD",
// "40 %", "0.185 1/yr".
func ParseParameter(rate, source string) (Parameter, error) {
	r, err := ghg.ParseRate(rate)
	return Parameter{Rate: r, Source: source}, err
}

// MustParameter is [ParseParameter] for literals in tests and examples; it panics where
// ParseParameter fails.
func MustParameter(rate, source string) Parameter {
	p, err := ParseParameter(rate, source)
	if err != nil {
		panic(err)
	}
	return p
}

// IsUnset reports whether no rate is given.
func (p Parameter) IsUnset() bool { return p.Rate.IsUnset() }

// String is the rate with its source.
func (p Parameter) String() string {
	if p.Source == "" {
		return p.Rate.String()
	}
	return p.Rate.String() + " (" + p.Source + ")"
}

// CalorificValue is a published calorific value as a parameter: 38.5 MJ (net)/Nm3.
func CalorificValue(p factor.Published[ghg.CalorificValue]) (Parameter, error) {
	unit, err := ghg.ParseRateUnit(p.Value.Energy.Unit().String() + "/" + p.Value.Per.String())
	if err != nil {
		return Parameter{}, err
	}
	return published(p, p.Value.Energy.Amount().String(), unit, p.Value.Source)
}

// CarbonContent is a published carbon content as a parameter: 15.236 t C/TJ (net).
func CarbonContent(p factor.Published[factor.Carbon]) (Parameter, error) {
	unit, err := ghg.ParseRateUnit("t C/" + p.Value.Per.String())
	if err != nil {
		return Parameter{}, err
	}
	return published(p, p.Value.Tonnes.String(), unit, "")
}

// EmissionFactor is what a published factor has of one gas as a parameter: 5 kg CH4/TJ (net). Of
// a gas that it does not have there is none, which is the zero Parameter.
func EmissionFactor(p factor.Published[factor.Emission], gas ghg.Gas) (Parameter, error) {
	for _, m := range p.Value.Gases() {
		if m.Gas() != gas {
			continue
		}
		unit, err := ghg.ParseRateUnit("kg " + gas.String() + "/" + p.Value.Per().String())
		if err != nil {
			return Parameter{}, err
		}
		return published(p, m.In(ghg.Kilogram).String(), unit, "")
	}
	return Parameter{}, nil
}

// PrintedTotal is the printed total of a published factor as a parameter, 0.4594 t CO2e/MWh,
// which stays on the metric of the total ([factor.Emission.Metric]). Of a factor without
// one there is none, which is the zero Parameter.
func PrintedTotal(p factor.Published[factor.Emission]) (Parameter, error) {
	total := p.Value.Printed()
	if total == (ghg.Figure{}) {
		return Parameter{}, nil
	}
	unit, err := ghg.ParseRateUnit("t CO2e/" + p.Value.Per().String())
	if err != nil {
		return Parameter{}, err
	}
	return published(p, total.Mass().Tonnes().String(), unit, "")
}

// published is a value with its source, and with the days on which it holds.
func published[T fmt.Stringer](p factor.Published[T], amount string, unit ghg.RateUnit, source string) (Parameter, error) {
	rate, err := ghg.ParseRate(amount + " " + unit.String())
	if err != nil {
		return Parameter{}, err
	}
	parts := []string{p.Name, cmp.Or(p.Source, source)}
	if p.On != (ghg.Date{}) {
		parts = append(parts, "in force from "+p.On.String())
	}
	if p.Until != (ghg.Date{}) {
		parts = append(parts, "until "+p.Until.String())
	}
	text := strings.Join(parts, "; ")
	return Parameter{Rate: rate, Source: strings.Trim(text, "; "), Findings: p.Findings()}, nil
}
