package waste

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// Commitment is all methane that the waste of a year will ever emit, put in the year of its
// disposal (GPC equations 8.3 and 8.4). It is no part of a series of [Landfill]: choose one.
type Commitment struct {
	Material
	Waste     ghg.Quantity // wet, sent to landfill in the year
	Source    string
	Ratio     MethaneRatio
	F         estimate.Parameter
	Recovered estimate.Parameter // share of the methane that is recovered
	OX        estimate.Parameter
}

var (
	commitmentTitle = words.Term{En: "methane commitment of %s", Ko: "%s 메탄 발생잠재량"}
	potentialOf     = words.Term{En: "methane generation potential (L0)", Ko: "메탄 발생잠재량(L0)"}
	shareRecovered  = words.Term{En: "share of the CH4 that is recovered", Ko: "메탄 회수율"}
)

// Title is what is estimated.
func (c Commitment) Title() words.Term { return commitmentTitle.With(c.name()) }

// Equation is that of the GPC.
func (c Commitment) Equation() string { return "GPC 1.1, eq. 8.3 and 8.4" }

// Work tells the terms, L0 and the emission.
func (c Commitment) Work(w *estimate.Worksheet) {
	mass := w.Quantity("MSW", depositOf, c.Waste, ghg.Tonne.Unit(), c.Source)
	doc, docf, mcf := c.content(w, "")
	f := w.Fraction("F", fOf, c.F)
	ch4 := c.Ratio.on(w)
	carbon := mcf.Mul(doc).Mul(docf).Mul(f)
	potential := "MCF × DOC × DOCf × F" + ch4.formula
	w.Computed("L0", potentialOf, "t CH4/t", potential, estimate.Rounded, ch4.of(carbon))
	recovered := w.Fraction("f_rec", shareRecovered, c.Recovered)
	ox := w.Fraction("OX", oxOf, c.OX)
	w.Emits("CH4", emitted, ghg.CH4NonFossil, ghg.Tonne, "MSW × (1 - f_rec) × (1 - OX) × "+potential, estimate.Rounded,
		ch4.of(mass.Mul(one.Sub(recovered)).Mul(one.Sub(ox)).Mul(carbon)))
}
