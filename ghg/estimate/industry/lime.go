package industry

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Lime is the CO2 of lime that is made, by kind (V3 equation 2.6). Tier 1 is one kind, all
// lime, by the factor of equation 2.8. Lime that a works makes for itself counts too.
type Lime struct {
	Kinds []LimeKind
}

// LimeKind is one kind of lime.
type LimeKind struct {
	Kind      words.Term // "high-calcium lime"
	Made      Amount
	Factor    Calcination
	Dust      KilnDust
	Hydration Hydration
}

// Hydration is the water in hydrated lime, which is no lime: a correction, or the share of
// hydrated lime with the water in it. Of quicklime the correction is 1.
type Hydration struct {
	Correction      estimate.Parameter // C_h: 0.97 by default, 1 of quicklime; or
	Hydrated, Water estimate.Parameter // x, the share that is hydrated, and y, the water in it: C_h = 1 - x × y
}

var (
	limeTitle   = words.Term{En: "lime", Ko: "석회"}
	hydrationOf = words.Term{En: "correction for water in hydrated lime", Ko: "소석회 수분 보정계수"}
	hydratedOf  = words.Term{En: "share of hydrated lime", Ko: "소석회 비율(x)"}
	waterOf     = words.Term{En: "water in hydrated lime", Ko: "소석회의 수분 함량(y)"}
)

// Title is what is made.
func (l Lime) Title() words.Term { return limeTitle }

// Equation is that of the IPCC.
func (l Lime) Equation() string { return "IPCC 2006 V3 Ch2, eq. 2.6" }

// Work tells each kind and what is emitted.
func (l Lime) Work(w *estimate.Worksheet) {
	if !listed(w, "Kinds", len(l.Kinds)) {
		return
	}
	var sum decimal.Decimal
	terms := make([]string, len(l.Kinds))
	for i, k := range l.Kinds {
		n := strconv.Itoa(i + 1)
		named(w, n, k.Kind)
		made := k.Made.on(w, limeIs, "M_"+n, madeOf.With(k.Kind))
		ef := k.Factor.on(w, limeIs, "_"+n)
		formula, co2 := k.Dust.corrects(w, limeIs, "_"+n, "M_"+n+" × EF_"+n, made, ef)
		sum = sum.Add(co2.Mul(k.Hydration.on(w, n)))
		terms[i] = formula + " × Dry_" + n
	}
	if w.Failed() {
		return
	}
	w.Emits("CO2", co2Emitted, ghg.CO2, ghg.Tonne, strings.Join(terms, " + "), estimate.Exactly, sum)
}

// on tells the correction, as Dry.
func (h Hydration) on(w *estimate.Worksheet, n string) decimal.Decimal {
	if h.Hydrated.IsUnset() && h.Water.IsUnset() {
		return w.Fraction("Dry_"+n, hydrationOf, h.Correction)
	}
	if !h.Correction.IsUnset() {
		w.Refuse("Dry_"+n, h.Correction.Rate.String(), "the correction or the share of hydrated lime with its water, one of them, is accepted")
		return one
	}
	x := w.Fraction("x_"+n, hydratedOf, h.Hydrated)
	y := w.Fraction("y_"+n, waterOf, h.Water)
	return w.Computed("Dry_"+n, hydrationOf, "", "1 - x_"+n+" × y_"+n, estimate.Exactly, one.Sub(x.Mul(y)))
}
