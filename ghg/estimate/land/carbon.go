package land

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

var (
	co2Emitted  = words.Term{En: "CO2 emitted", Ko: "CO2 배출량"}
	co2Net      = words.Term{En: "CO2, removed where it is below 0", Ko: "CO2 순배출량(음수는 흡수)"}
	carbonOf    = words.Term{En: "share of carbon in dry matter", Ko: "탄소 비율(CF)"}
	areaOf      = words.Term{En: "area", Ko: "면적"}
	unnamedLand = words.Term{En: "land", Ko: "토지"}
)

var (
	inTonnes    = ghg.Tonne.Unit()
	carbonInDry = estimate.RateUnitOf("t C/t d.m.")
)

// emitted tells the CO2 of carbon that is emitted, in t.
func emitted(w *estimate.Worksheet, r factor.CarbonRatio, symbol string, carbon decimal.Decimal) {
	x := w.CO2OfCarbon(r)
	w.Emits("CO2", co2Emitted, ghg.CO2, ghg.Tonne, x.Formula(symbol), x.Rounding, x.Of(carbon))
}

// taken tells the CO2 of carbon that a stock gains, in t: below 0 where it gains, as the air loses it.
func taken(w *estimate.Worksheet, r factor.CarbonRatio, symbol string, carbon decimal.Decimal) {
	x := w.CO2OfCarbon(r)
	w.Emits("CO2", co2Net, ghg.CO2, ghg.Tonne, x.Formula("-"+symbol), x.Rounding, x.Of(carbon.Neg()))
}
