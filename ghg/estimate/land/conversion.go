package land

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Conversion is the change of carbon in the biomass of land that came to another use in the
// year, as CO2 (V4 equation 2.16): what stood on it before, and what does right after. What
// grows on it and is taken from it in that year and the 19 that follow is [GainLoss] of it,
// and both together are equation 2.15.
type Conversion struct {
	What   words.Term   // "forest to settlements"
	Area   ghg.Quantity // converted in the year
	Source string
	Before estimate.Parameter // B_BEFORE, 120 t d.m./ha, or of carbon: 4.7 t C/ha
	After  estimate.Parameter // B_AFTER, 0 t d.m./ha where it was cleared; in the same
	Carbon estimate.Parameter // CF, of dry matter
	Ratio  factor.CarbonRatio
}

// DeadMatter is the change of carbon in dead wood and litter of land that comes to another use,
// as CO2 (V4 equation 2.23): spread evenly over the years of the transition. By tier 1 it is 0
// for land that keeps its use.
type DeadMatter struct {
	What       words.Term
	Area       ghg.Quantity // in conversion
	Source     string
	Old, New   estimate.Parameter // C_o and C_n, 28 t C/ha
	Transition estimate.Parameter // T_on, 20 yr for growth; 1 yr for loss
	Ratio      factor.CarbonRatio
}

var (
	conversionTitle = words.Term{En: "conversion of %s", Ko: "%s 전용"}
	deadTitle       = words.Term{En: "dead wood and litter of %s", Ko: "%s 고사유기물"}
	convertedOf     = words.Term{En: "area converted in the year", Ko: "당해 연도 전용면적"}
	inConversion    = words.Term{En: "area in conversion", Ko: "전환 중 면적"}
	beforeLand      = words.Term{En: "biomass before", Ko: "전환 전 바이오매스"}
	afterLand       = words.Term{En: "biomass right after", Ko: "전환 직후 바이오매스"}
	oldStock        = words.Term{En: "carbon under the old use", Ko: "이전 이용의 탄소축적"}
	newStock        = words.Term{En: "carbon under the new use", Ko: "새 이용의 탄소축적"}
	transitionOf    = words.Term{En: "years of the transition", Ko: "전환기간"}
	carbonPerArea   = estimate.RateUnitOf("t C/ha")
	inYears         = estimate.RateUnitOf("yr")
)

// Title is what is estimated.
func (c Conversion) Title() words.Term { return conversionTitle.With(namedLand(c.What)) }

// Equation is that of the IPCC.
func (c Conversion) Equation() string { return "IPCC 2006 V4 Ch2, eq. 2.16" }

// Work tells the terms and what is emitted or removed.
func (c Conversion) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", convertedOf, c.Area, ghg.Hectare, c.Source)
	unit, formula, cf := biomassUnit(), "(B_after - B_before) × A × CF", one
	if strings.HasPrefix(c.Before.Rate.Unit().String(), "t C/") {
		unit, formula = carbonPerArea(), "(B_after - B_before) × A"
		if !c.Carbon.IsUnset() {
			w.Refuse("CF", c.Carbon.Rate.String(), "the biomass is carbon already: none is accepted")
		}
	} else {
		cf = w.Parameter("CF", carbonOf, c.Carbon, carbonInDry())
	}
	before := w.Parameter("B_before", beforeLand, c.Before, unit)
	after := w.Parameter("B_after", afterLand, c.After, unit)
	change := w.Computed("DC", yearlyOf, "t C", formula, estimate.Exactly, after.Sub(before).Mul(area).Mul(cf))
	taken(w, c.Ratio, "DC", change)
}

// Title is what is estimated.
func (d DeadMatter) Title() words.Term { return deadTitle.With(namedLand(d.What)) }

// Equation is that of the IPCC.
func (d DeadMatter) Equation() string { return "IPCC 2006 V4 Ch2, eq. 2.23" }

// Work tells the terms and what is emitted or removed.
func (d DeadMatter) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", inConversion, d.Area, ghg.Hectare, d.Source)
	before := w.Parameter("C_o", oldStock, d.Old, carbonPerArea())
	after := w.Parameter("C_n", newStock, d.New, carbonPerArea())
	years := years(w, "T_on", transitionOf, d.Transition)
	change := w.Computed("DC", yearlyOf, "t C", "(C_n - C_o) × A / T_on", estimate.Rounded, w.Quotient(after.Sub(before).Mul(area), years))
	taken(w, d.Ratio, "DC", change)
}

// years tells a number of years above 0.
func years(w *estimate.Worksheet, symbol string, what words.Term, p estimate.Parameter) decimal.Decimal {
	n := w.Parameter(symbol, what, p, inYears())
	if !w.Failed() && !n.IsPositive() {
		w.Refuse(symbol, p.Rate.String(), "above 0")
	}
	return n
}
