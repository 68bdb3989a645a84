package fuel

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Combustion is fuel burnt in one place (IPCC 2006 V2 Ch2). CO2 is by a factor or by carbon
// content, not by both; a gas without a factor is not estimated, and said so.
type Combustion struct {
	Amount
	// CO2, CH4 and N2O are emission factors per net energy, mass or volume of the fuel:
	// 56100 kg CO2/TJ (net).
	CO2, CH4, N2O estimate.Parameter

	// Carbon is the carbon content, t C/TJ (net), in place of CO2; then Oxidation, the
	// fraction of it that is oxidised, and Ratio are needed.
	Carbon, Oxidation estimate.Parameter
	Ratio             factor.CarbonRatio

	// Biogenic is the share of the fuel's energy that is biomass: always stated, 0 of a
	// fossil fuel.
	Biogenic estimate.Parameter
}

var (
	combustionOf = words.Term{En: "combustion of %s", Ko: "%s 연소"}
	factorOf     = words.Term{En: "emission factor, %s", Ko: "%s 배출계수"}
	allCO2       = words.Term{En: "CO2 of all its carbon", Ko: "전체 탄소의 CO2"}
	fossilCO2    = words.Term{En: "CO2, fossil", Ko: "CO2(화석)"}
	biogenicCO2  = words.Term{En: "CO2, biogenic: a memo item", Ko: "CO2(생물기원, 별도 보고)"}
	massOf       = words.Term{En: "%s", Ko: "%s"}
	biogenicOf   = words.Term{En: "share of its energy that is biomass", Ko: "바이오매스 비율(에너지 기준)"}
	carbonOf     = words.Term{En: "carbon content", Ko: "탄소함량"}
	oxidationOf  = words.Term{En: "fraction oxidised", Ko: "산화율"}
)

// Title is what is burnt.
func (c Combustion) Title() words.Term { return combustionOf.With(c.Fuel) }

// Equation is that of the method.
func (c Combustion) Equation() string { return "IPCC 2006 V2 Ch2, eq. 2.1" }

// Work is the equation.
func (c Combustion) Work(w *estimate.Worksheet) {
	amount := c.On(w)
	var missing []ghg.Gas
	for _, x := range [...]struct {
		gas    ghg.Gas
		symbol string
		by     estimate.Parameter
	}{{ghg.CH4NonFossil, "CH4", c.CH4}, {ghg.N2O, "N2O", c.N2O}} {
		if x.by.IsUnset() {
			missing = append(missing, x.gas)
			continue
		}
		fuel, n, ef := amount.ByFactor(x.symbol, x.symbol, x.by)
		w.Emits(x.symbol, massOf.With(x.symbol), x.gas, ghg.Kilogram, fuel+" × EF_"+x.symbol, estimate.Exactly, n.Mul(ef))
	}
	if c.CO2.IsUnset() && c.Carbon.IsUnset() {
		missing = append(missing, ghg.CO2)
	}
	w.NotEstimated(missing...)
	c.carbon(w, amount)
}

// carbon is the CO2, fossil and biogenic.
func (c Combustion) carbon(w *estimate.Worksheet, amount *Worked) {
	if !c.CO2.IsUnset() && !c.Carbon.IsUnset() {
		w.Refuse("Carbon", c.Carbon.Rate.String(), "CO2 is by an emission factor or by carbon content: one of them is accepted")
		return
	}
	biogenic := w.Fraction("Biogenic", biogenicOf, c.Biogenic)
	fossil := decimal.New(1, 0).Sub(biogenic)
	var of string
	var all decimal.Decimal
	var as ghg.MassUnit
	if !c.Carbon.IsUnset() {
		as, of, all = ghg.Tonne, "CO2_all", c.ofCarbon(w, amount)
	} else if c.CO2.IsUnset() {
		return
	} else {
		fuel, n, ef := amount.ByFactor("CO2", "CO2", c.CO2)
		as, of, all = ghg.Kilogram, fuel+" × EF_CO2", n.Mul(ef)
	}
	switch {
	case biogenic.IsZero():
		w.Emits("CO2", fossilCO2, ghg.CO2, as, of, estimate.Exactly, all)
	case fossil.IsZero():
		w.Emits("CO2b", biogenicCO2, ghg.CO2Biogenic, as, of, estimate.Exactly, all)
	default:
		w.Emits("CO2", fossilCO2, ghg.CO2, as, of+" × (1 - Biogenic)", estimate.Exactly, all.Mul(fossil))
		w.Emits("CO2b", biogenicCO2, ghg.CO2Biogenic, as, of+" × Biogenic", estimate.Exactly, all.Mul(biogenic))
	}
}

// ofCarbon is the CO2 of the carbon that is oxidised, in tonnes.
func (c Combustion) ofCarbon(w *estimate.Worksheet, amount *Worked) decimal.Decimal {
	per, ok := c.Carbon.Rate.Unit().Per()
	if !ok {
		w.Refuse("Carbon", c.Carbon.Rate.String(), "carbon per net energy of the fuel, as t C/TJ (net), is accepted")
		return decimal.Zero
	}
	fuel, n := amount.in(per)
	carbon := w.Parameter("Carbon", carbonOf, c.Carbon, ghg.MustRateUnit("t C/"+per.String()))
	oxidised := w.Fraction("Oxidation", oxidationOf, c.Oxidation)
	n = n.Mul(carbon).Mul(oxidised)
	x := w.CO2OfCarbon(c.Ratio)
	return w.Computed("CO2_all", allCO2, "t CO2", x.Formula(fuel+" × Carbon × Oxidation"), x.Rounding, x.Of(n))
}
