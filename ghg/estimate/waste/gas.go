package waste

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// LandfillGas is methane in landfill gas: its mass, or the volume of the gas at stated conditions,
// with the share of methane and the density of methane at those conditions. As an
// [estimate.Method] it is the methane alone, as if all of it were let out.
type LandfillGas struct {
	CH4     ghg.Quantity       // mass of the methane; or
	Volume  ghg.Quantity       // Nm3 or Sm3 of gas
	Share   estimate.Parameter // of methane, by volume
	Density estimate.Parameter // of methane: 0.7156 kg CH4/Nm3
	Source  string             // of mass or volume
}

// Recovery is what of the methane of a year did not reach the cover. What a flare lets
// through is not flared: state what was destroyed.
type Recovery struct {
	Flared LandfillGas // burnt without use
	Used   LandfillGas // burnt for energy
}

var (
	gasTitle    = words.Term{En: "methane in landfill gas", Ko: "매립가스의 메탄"}
	gasVolume   = words.Term{En: "landfill gas", Ko: "매립가스"}
	gasShare    = words.Term{En: "share of CH4 in it, by volume", Ko: "메탄 부피비"}
	gasDensity  = words.Term{En: "density of CH4 at these conditions", Ko: "해당 조건의 메탄 밀도"}
	methaneTerm = words.Term{En: "methane", Ko: "메탄"}
)

// Title is what is estimated.
func (g LandfillGas) Title() words.Term { return gasTitle }

// Equation says how the mass comes about.
func (g LandfillGas) Equation() string { return "volume × share of CH4 × density of CH4" }

// Work tells the terms and the mass.
func (g LandfillGas) Work(w *estimate.Worksheet) {
	formula, n := g.terms(w, "Gas", gasTitle)
	w.Emits("CH4", methaneTerm, ghg.CH4NonFossil, ghg.Tonne, formula, estimate.Rounded, n.Round(estimate.Places))
}

func (g LandfillGas) isUnset() bool { return g.CH4.IsUnset() && g.Volume.IsUnset() }

// terms are those of the mass in t, and what it is of them.
func (g LandfillGas) terms(w *estimate.Worksheet, symbol string, what words.Term) (formula string, n decimal.Decimal) {
	switch {
	case g.isUnset() || !g.CH4.IsUnset() && !g.Volume.IsUnset():
		w.Refuse(symbol, "", "methane as a mass (CH4) or as a volume of gas with share and density, one of them, is accepted")
		return symbol, n
	case !g.CH4.IsUnset():
		return symbol, w.As("t CH4").Quantity(symbol, what, g.CH4, ghg.Tonne.Unit(), g.Source)
	}
	per, ok := g.Density.Rate.Unit().Per()
	if !ok || !hasConditions(per) {
		w.Refuse(symbol+"_density", g.Density.Rate.String(), "the mass of CH4 per volume at stated conditions, as 0.7156 kg CH4/Nm3, is accepted")
		per = ghg.MustUnit("Nm3")
	}
	volume := w.Quantity(symbol+"_volume", gasVolume, g.Volume, per, g.Source)
	share := w.Fraction(symbol+"_share", gasShare, g.Share)
	if !ok {
		return symbol, n
	}
	density := w.Parameter(symbol+"_density", gasDensity, g.Density, ghg.MustRateUnit("t CH4/"+per.String()))
	return symbol + "_volume × " + symbol + "_share × " + symbol + "_density", volume.Mul(share).Mul(density)
}

// mass is the mass in t, as a step.
func (g LandfillGas) mass(w *estimate.Worksheet, symbol string, what words.Term) decimal.Decimal {
	formula, n := g.terms(w, symbol, what)
	if formula == symbol {
		return n
	}
	return w.Computed(symbol, what, "t CH4", formula, estimate.Exactly, n)
}

// hasConditions reports whether a volume says at which temperature and pressure it is.
func hasConditions(u ghg.Unit) bool {
	for _, at := range []ghg.Quantity{ghg.MustQuantity("1 Nm3"), ghg.MustQuantity("1 Sm3")} {
		if _, err := at.Rounded(u, estimate.Places); err == nil {
			return true
		}
	}
	return false
}
