package industry

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Glass is the CO2 of carbonates in glass, by kind (V3 equation 2.11; 2.10 where all glass is
// one kind).
type Glass struct {
	Kinds []GlassKind
}

// GlassKind is one kind of glass.
type GlassKind struct {
	Kind   words.Term         // "container glass"
	Melted Amount             // what the furnace gives, before losses
	CO2    estimate.Parameter // of glass of raw materials alone: 0.2 t CO2/t glass
	Cullet estimate.Parameter // share of waste glass in the charge, which gives off none
}

var (
	glassTitle = words.Term{En: "glass", Ko: "유리"}
	meltedOf   = words.Term{En: "%s melted", Ko: "%s 용융량"}
	culletOf   = words.Term{En: "cullet in %s", Ko: "%s 파유리 비율"}
	perGlass   = estimate.RateUnitOf("t CO2/t glass")
)

// Title is what is made.
func (g Glass) Title() words.Term { return glassTitle }

// Equation is that of the IPCC.
func (g Glass) Equation() string { return "IPCC 2006 V3 Ch2, eq. 2.11" }

// Work tells each kind and what is emitted.
func (g Glass) Work(w *estimate.Worksheet) {
	if !listed(w, "Kinds", len(g.Kinds)) {
		return
	}
	var sum decimal.Decimal
	terms := make([]string, len(g.Kinds))
	for i, k := range g.Kinds {
		n := strconv.Itoa(i + 1)
		named(w, n, k.Kind)
		melted := k.Melted.on(w, "glass", "M_"+n, meltedOf.With(k.Kind))
		ef := w.Parameter("EF_"+n, factorOfKind.With(k.Kind), k.CO2, perGlass())
		sum = sum.Add(melted.Mul(ef).Mul(one.Sub(w.Fraction("CR_"+n, culletOf.With(k.Kind), k.Cullet))))
		terms[i] = "M_" + n + " × EF_" + n + " × (1 - CR_" + n + ")"
	}
	if w.Failed() {
		return
	}
	w.Emits("CO2", co2Emitted, ghg.CO2, ghg.Tonne, strings.Join(terms, " + "), estimate.Exactly, sum)
}
