package industry

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Lubricants is the CO2 of lubricants that are oxidised in use (V3 equation 5.2): oil and
// grease, or both as one. What two-stroke engines burn with their fuel is of the energy sector.
type Lubricants struct{ NonEnergy }

// ParaffinWax is the CO2 of waxes that are burnt in use, as candles are (V3 equation 5.4).
type ParaffinWax struct{ NonEnergy }

// NonEnergy is products of fuel that are not used for their energy, and the carbon of them that
// is oxidised all the same.
type NonEnergy struct {
	Kinds []NonEnergyKind
	Ratio factor.CarbonRatio
}

// NonEnergyKind is one product.
type NonEnergyKind struct {
	Kind   words.Term   // "lubricating oil"
	Used   ghg.Quantity // net energy, or mass with NCV
	Source string
	NCV    estimate.Parameter // 40.2 TJ (net)/Gg, of a mass
	Carbon estimate.Parameter // CC: 20 t C/TJ (net)
	ODU    estimate.Parameter // share oxidised during use: 0.2
}

var (
	lubricantsTitle = words.Term{En: "lubricants used", Ko: "윤활유 사용"}
	waxTitle        = words.Term{En: "paraffin wax used", Ko: "파라핀왁스 사용"}
	netEnergyOf     = words.Term{En: "net energy of %s", Ko: "%s 순발열량 기준 에너지"}
	ncvOf           = words.Term{En: "net calorific value of %s", Ko: "%s 순발열량"}
	carbonOf        = words.Term{En: "carbon content of %s", Ko: "%s 탄소함량"}
	oduOf           = words.Term{En: "share of %s oxidised during use", Ko: "%s 사용 중 산화율(ODU)"}
	carbonIs        = words.Term{En: "carbon oxidised", Ko: "산화된 탄소"}

	netTerajoule = estimate.UnitOf("TJ (net)")
	ncvUnit      = estimate.RateUnitOf("TJ (net)/t")
	carbonUnit   = estimate.RateUnitOf("t C/TJ (net)")
)

// Title is the product.
func (l Lubricants) Title() words.Term { return lubricantsTitle }

// Equation is that of the IPCC.
func (l Lubricants) Equation() string { return "IPCC 2006 V3 Ch5, eq. 5.2" }

// Title is the product.
func (p ParaffinWax) Title() words.Term { return waxTitle }

// Equation is that of the IPCC.
func (p ParaffinWax) Equation() string { return "IPCC 2006 V3 Ch5, eq. 5.4" }

// Work tells each product and what is emitted.
func (l Lubricants) Work(w *estimate.Worksheet) { l.oxidised(w) }

// Work tells each product and what is emitted.
func (p ParaffinWax) Work(w *estimate.Worksheet) { p.oxidised(w) }

// oxidised tells each product and what is emitted.
func (e NonEnergy) oxidised(w *estimate.Worksheet) {
	if !listed(w, "Kinds", len(e.Kinds)) {
		return
	}
	var sum decimal.Decimal
	terms := make([]string, len(e.Kinds))
	for i, k := range e.Kinds {
		n := strconv.Itoa(i + 1)
		named(w, n, k.Kind)
		energy := k.energy(w, n)
		carbon := w.Parameter("CC_"+n, carbonOf.With(k.Kind), k.Carbon, carbonUnit())
		sum = sum.Add(energy.Mul(carbon).Mul(w.Fraction("ODU_"+n, oduOf.With(k.Kind), k.ODU)))
		terms[i] = "LC_" + n + " × CC_" + n + " × ODU_" + n
	}
	sum = w.Computed("Carbon", carbonIs, "t C", strings.Join(terms, " + "), estimate.Exactly, sum)
	x := w.CO2OfCarbon(e.Ratio)
	w.Emits("CO2", co2Emitted, ghg.CO2, ghg.Tonne, x.Formula("Carbon"), x.Rounding, x.Of(sum))
}

// energy tells the net energy, in TJ.
func (k NonEnergyKind) energy(w *estimate.Worksheet, n string) decimal.Decimal {
	what := netEnergyOf.With(k.Kind)
	if k.NCV.IsUnset() {
		return w.Quantity("LC_"+n, what, k.Used, netTerajoule(), k.Source)
	}
	used := w.Quantity("Used_"+n, usedOf.With(k.Kind), k.Used, ghg.Tonne.Unit(), k.Source)
	ncv := w.Parameter("NCV_"+n, ncvOf.With(k.Kind), k.NCV, ncvUnit())
	return w.Computed("LC_"+n, what, "TJ (net)", "Used_"+n+" × NCV_"+n, estimate.Exactly, used.Mul(ncv))
}
