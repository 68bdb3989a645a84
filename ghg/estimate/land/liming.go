package land

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
)

// Liming is CO2 of lime that is spread on soils (V4 equation 11.12).
type Liming struct {
	Limestone, Dolomite             ghg.Quantity       // 0 t where none was spread
	LimestoneFactor, DolomiteFactor estimate.Parameter // 0.12 and 0.13 t C/t
	Source                          string
	Ratio                           factor.CarbonRatio
}

// Urea is CO2 of urea that is spread as a fertiliser (V4 equation 11.13). Its N2O is of
// [SoilNitrogen].
type Urea struct {
	Amount ghg.Quantity
	Source string
	Factor estimate.Parameter // 0.20 t C/t
	Ratio  factor.CarbonRatio
}

var (
	limingTitle = words.Term{En: "liming", Ko: "석회 시용"}
	ureaTitle   = words.Term{En: "urea spread on soils", Ko: "요소 시비"}
	limestoneOf = words.Term{En: "limestone spread", Ko: "석회석 시용량"}
	dolomiteOf  = words.Term{En: "dolomite spread", Ko: "백운석 시용량"}
	ureaOf      = words.Term{En: "urea spread", Ko: "요소 시용량"}
	carbonIn    = words.Term{En: "carbon of it", Ko: "탄소 배출계수"}
	carbonOut   = words.Term{En: "carbon that is emitted", Ko: "탄소 배출량"}
	carbonPerT  = estimate.RateUnitOf("t C/t")
)

// Title is what is estimated.
func (l Liming) Title() words.Term { return limingTitle }

// Equation is that of the IPCC.
func (l Liming) Equation() string { return "IPCC 2006 V4 Ch11, eq. 11.12" }

// Work tells the terms and what is emitted.
func (l Liming) Work(w *estimate.Worksheet) {
	limestone := w.Quantity("Limestone", limestoneOf, l.Limestone, inTonnes, l.Source)
	a := w.Parameter("EF_limestone", carbonIn, l.LimestoneFactor, carbonPerT())
	dolomite := w.Quantity("Dolomite", dolomiteOf, l.Dolomite, inTonnes, l.Source)
	b := w.Parameter("EF_dolomite", carbonIn, l.DolomiteFactor, carbonPerT())
	c := w.Computed("C", carbonOut, "t C", "Limestone × EF_limestone + Dolomite × EF_dolomite", estimate.Exactly,
		limestone.Mul(a).Add(dolomite.Mul(b)))
	emitted(w, l.Ratio, "C", c)
}

// Title is what is estimated.
func (u Urea) Title() words.Term { return ureaTitle }

// Equation is that of the IPCC.
func (u Urea) Equation() string { return "IPCC 2006 V4 Ch11, eq. 11.13" }

// Work tells the terms and what is emitted.
func (u Urea) Work(w *estimate.Worksheet) {
	amount := w.Quantity("Urea", ureaOf, u.Amount, inTonnes, u.Source)
	ef := w.Parameter("EF", carbonIn, u.Factor, carbonPerT())
	c := w.Computed("C", carbonOut, "t C", "Urea × EF", estimate.Exactly, amount.Mul(ef))
	emitted(w, u.Ratio, "C", c)
}
