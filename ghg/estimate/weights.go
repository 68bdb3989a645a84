package estimate

import (
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Weights turn a mass of an element into that of a gas of it: carbon into CO2, nitrogen into
// N2O.
type Weights struct {
	gas, element string // their symbols; "" of none
	by, over     decimal.Decimal
	// Rounding is that of a result: of a quotient, or none.
	Rounding derivation.Rounding
}

var (
	weightOf    = words.Term{En: "molar mass of %s", Ko: "%s 몰질량"}
	co2OfCarbon = words.Term{En: "CO2 made of carbon", Ko: "탄소의 CO2 환산비"}
	one         = decimal.New(1, 0)
)

// quotient tells molar masses, a of a gas over b of its element, as of masses in a unit.
func (w *Worksheet) quotient(unit, gas, element, source string, a, b int64) Weights {
	over := "M_" + element
	if element == "N" {
		over = "M_N2"
	}
	of := "M_" + gas
	return Weights{of, over, w.Number(of, weightOf.With(gas), unit+" "+gas+"/kmol", source, decimal.NewFromInt(a)),
		w.Number(over, weightOf.With(over[len("M_"):]), unit+" "+element+"/kmol", source, decimal.NewFromInt(b)), Rounded}
}

// CO2OfCarbon tells how much CO2, in t, a method makes of t of carbon. The ratio is part of the method: 44/12
// of the IPCC, or 3.664.
func (w *Worksheet) CO2OfCarbon(r factor.CarbonRatio) Weights {
	switch r {
	case factor.WholeWeights:
		return w.quotient("t", "CO2", "C", r.String(), 44, 12)
	case factor.AtomicWeights:
		return Weights{"Ratio", "", w.Number("Ratio", co2OfCarbon, "t CO2/t C", r.String(), decimal.New(3664, -3)), one, Exactly}
	}
	w.Refuse("Ratio", "", "44/12 (factor.WholeWeights) or 3.664 (factor.AtomicWeights) is accepted: it is part of the method")
	return Weights{"", "", one, one, Exactly}
}

// N2OOfNitrogen tells the weights of N2O and of the nitrogen in it, 44/28, of masses in kg.
func (w *Worksheet) N2OOfNitrogen() Weights { return w.quotient("kg", "N2O", "N", "44/28", 44, 28) }

// Inverse turns a mass of the gas into that of the element in it.
func (x Weights) Inverse() Weights { return Weights{x.element, x.gas, x.over, x.by, Rounded} }

// Formula is that of the gas, of a formula of the element.
func (x Weights) Formula(of string) string {
	if x.gas != "" {
		of += " × " + x.gas
	}
	if x.element != "" {
		of += " / " + x.element
	}
	return of
}

// Of is the gas of a mass of the element, rounded as [Weights.Rounding] says.
func (x Weights) Of(n decimal.Decimal) decimal.Decimal {
	if x.over.Equal(one) {
		return n.Mul(x.by)
	}
	return n.Mul(x.by).DivRound(x.over, Places)
}
