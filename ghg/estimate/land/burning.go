package land

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// BiomassBurning is CH4 and N2O of a fire in a field, a meadow or a forest (V4 equation 2.27).
// Its CO2 is what grows again in a year, or is in the [Disturbance] of a forest. Residues that
// burn are no nitrogen of soils: they are removed there.
type BiomassBurning struct {
	What      words.Term // "rice straw burnt in the field"
	Area      ghg.Quantity
	Source    string
	Fuel      estimate.Parameter // M_B, 5.5 t d.m./ha
	Combusted estimate.Parameter // C_f, share of it that burns
	CH4, N2O  estimate.Parameter // G_ef, 2.7 g CH4/kg d.m.; a gas without a factor is not estimated
}

var (
	burningTitle = words.Term{En: "biomass burnt in the open", Ko: "바이오매스 연소"}
	burntArea    = words.Term{En: "area burnt", Ko: "연소 면적"}
	fuelOf       = words.Term{En: "biomass that can burn", Ko: "연소 가능 바이오매스(M_B)"}
	combustedOf  = words.Term{En: "share that burns", Ko: "연소 비율(C_f)"}
	burntOf      = words.Term{En: "dry matter burnt", Ko: "연소 건물량"}
	burningEF    = words.Term{En: "emission factor, %s", Ko: "%s 배출계수"}
)

// Title is what burns.
func (b BiomassBurning) Title() words.Term {
	if b.What == (words.Term{}) {
		return burningTitle
	}
	return b.What
}

// Equation is that of the IPCC.
func (b BiomassBurning) Equation() string { return "IPCC 2006 V4 Ch2, eq. 2.27" }

// Work tells the terms and what is emitted.
func (b BiomassBurning) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", burntArea, b.Area, ghg.Hectare, b.Source)
	fuel := w.Parameter("M_B", fuelOf, b.Fuel, biomassUnit())
	share := w.Fraction("C_f", combustedOf, b.Combusted)
	burnt := w.Computed("Burnt", burntOf, "t d.m.", "A × M_B × C_f", estimate.Exactly, area.Mul(fuel).Mul(share))
	var missing []ghg.Gas
	for _, x := range [...]struct {
		gas    ghg.Gas
		symbol string
		what   words.Term
		by     estimate.Parameter
		unit   ghg.RateUnit
	}{{ghg.CH4NonFossil, "CH4", methaneOf, b.CH4, ch4PerDry()}, {ghg.N2O, "N2O", n2oOf, b.N2O, n2oPerDry()}} {
		if x.by.IsUnset() {
			missing = append(missing, x.gas)
			continue
		}
		ef := w.Parameter("EF_"+x.symbol, burningEF.With(x.symbol), x.by, x.unit)
		w.Emits(x.symbol, x.what, x.gas, ghg.Kilogram, "Burnt × EF_"+x.symbol, estimate.Exactly, burnt.Mul(ef))
	}
	w.NotEstimated(missing...)
}

var (
	ch4PerDry = estimate.RateUnitOf("kg CH4/t d.m.")
	n2oPerDry = estimate.RateUnitOf("kg N2O/t d.m.")
)
