package land

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

var (
	co2OfCarbon = words.Term{En: "CO2 made of carbon", Ko: "탄소의 CO2 환산비"}
	co2Emitted  = words.Term{En: "CO2 emitted", Ko: "CO2 배출량"}
	co2Net      = words.Term{En: "CO2, removed where it is below 0", Ko: "CO2 순배출량(음수는 흡수)"}
	carbonOf    = words.Term{En: "share of carbon in dry matter", Ko: "탄소 비율(CF)"}
	areaOf      = words.Term{En: "area", Ko: "면적"}
	unnamedLand = words.Term{En: "land", Ko: "토지"}
)

var (
	twelve      = decimal.New(12, 0)
	inTonnes    = ghg.Tonne.Unit()
	carbonInDry = ghg.MustRateUnit("t C/t d.m.")
)

// dioxide is CO2 made of carbon: by over over of it.
type dioxide struct {
	formula  string // " × M_CO2 / M_C", behind the carbon
	by, over decimal.Decimal
}

// carbonDioxide tells the ratio of a method.
func carbonDioxide(w *estimate.Worksheet, r factor.CarbonRatio) dioxide {
	switch r {
	case factor.WholeWeights:
		a := w.Number("M_CO2", weightOf.With("CO2"), "t CO2/kmol", r.String(), n2oWeight)
		b := w.Number("M_C", weightOf.With("C"), "t C/kmol", r.String(), twelve)
		return dioxide{" × M_CO2 / M_C", a, b}
	case factor.AtomicWeights:
		return dioxide{" × Ratio", w.Number("Ratio", co2OfCarbon, "t CO2/t C", r.String(), decimal.New(3664, -3)), one}
	}
	w.Refuse("Ratio", "", "44/12 (factor.WholeWeights) or 3.664 (factor.AtomicWeights) is accepted: it is part of the method")
	return dioxide{"", one, one}
}

// emitted tells the CO2 of carbon that is emitted, in t.
func emitted(w *estimate.Worksheet, r factor.CarbonRatio, symbol string, carbon decimal.Decimal) {
	d := carbonDioxide(w, r)
	w.Emits("CO2", co2Emitted, ghg.CO2, ghg.Tonne, symbol+d.formula, estimate.Rounded, w.Quotient(carbon.Mul(d.by), d.over))
}

// taken tells the CO2 of carbon that a stock gains, in t: below 0 where it gains, as the air loses it.
func taken(w *estimate.Worksheet, r factor.CarbonRatio, symbol string, carbon decimal.Decimal) {
	d := carbonDioxide(w, r)
	w.Emits("CO2", co2Net, ghg.CO2, ghg.Tonne, "(0 - "+symbol+")"+d.formula, estimate.Rounded,
		w.Quotient(carbon.Neg().Mul(d.by), d.over))
}
