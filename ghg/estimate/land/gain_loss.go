package land

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Bark says how wood that is harvested comes to have its bark.
type Bark uint8

// The ways. A factor that expands removals (BCEF_R) includes it: wood that is measured over
// bark takes nothing more.
const (
	OverBark  Bark = iota + 1 // measured with its bark: equation 2.12 as printed
	UnderBark                 // measured without: × 1.15, as the text of 2.12 has it
	BarkAdded                 // as a fraction beside the roots, (1 + R + BF): the worked examples of Ch4 alone
)

// Wood is wood that was taken from a stand in a year.
type Wood struct {
	Volume    ghg.Quantity // 0 m3 where none was: nothing else is asked then
	Source    string
	Expansion estimate.Parameter // BCEF_R, 1.11 t d.m./m3
	Roots     estimate.Parameter // R, of wood whose roots die too; 0 by tier 1
}

// Harvest is wood that was harvested (equation 2.12).
type Harvest struct {
	Wood
	Bark         Bark
	BarkFraction estimate.Parameter // BF, with BarkAdded
}

// Fuelwood is wood that was taken to burn (equation 2.13): of whole trees, and of parts, whose
// trees live on.
type Fuelwood struct {
	Wood
	Parts   ghg.Quantity       // volume; none where none is counted
	Density estimate.Parameter // D, of the parts: 0.45 t d.m./m3
}

// Disturbance is what fire, pests or storms took of a stand (equation 2.14).
type Disturbance struct {
	Area    ghg.Quantity // that was disturbed in the year; 0 ha where none was
	Source  string
	Biomass estimate.Parameter // B_W, above ground: 4 t d.m./ha
	Roots   estimate.Parameter // R
	Lost    estimate.Parameter // fd, share of the biomass that was lost
}

// GainLoss is the change of carbon in the biomass of one stand in a year, as CO2, by what grew
// and what was taken (V4 equations 2.7 and 2.9 to 2.14). CO2 below 0 is a removal. What was
// taken is always stated, 0 where nothing was: growth alone is no change of a stock.
type GainLoss struct {
	What        words.Term // "pine forest"
	Area        ghg.Quantity
	Source      string
	Growth      estimate.Parameter // G_W, above ground: 4 t d.m./ha/yr
	Roots       estimate.Parameter // R, below ground of above
	Carbon      estimate.Parameter // CF, 0.47 t C/t d.m.
	Harvest     Harvest
	Fuelwood    Fuelwood
	Disturbance Disturbance
	Ratio       factor.CarbonRatio
}

var (
	gainTitle    = words.Term{En: "change of carbon in the biomass of %s", Ko: "%s 바이오매스 탄소 변화"}
	growthOf     = words.Term{En: "growth above ground", Ko: "지상부 생장량(G_W)"}
	rootsOf      = words.Term{En: "roots of what is above ground", Ko: "뿌리 함량비(R)"}
	totalGrowth  = words.Term{En: "growth, with roots", Ko: "총 생장량(G_TOTAL)"}
	gainedOf     = words.Term{En: "carbon gained", Ko: "탄소 증가량"}
	harvestOf    = words.Term{En: "wood harvested", Ko: "벌채량(H)"}
	expansionOf  = words.Term{En: "biomass of the volume, with branches", Ko: "바이오매스 전환·확장계수(BCEF)"}
	underBarkOf  = words.Term{En: "wood with bark of wood without", Ko: "수피 보정계수"}
	barkFracOf   = words.Term{En: "share of bark", Ko: "수피 비율(BF)"}
	harvestLost  = words.Term{En: "carbon harvested", Ko: "벌채에 따른 탄소 손실"}
	fuelwoodOf   = words.Term{En: "fuelwood, whole trees", Ko: "연료재(입목)"}
	partsOf      = words.Term{En: "fuelwood, parts of trees", Ko: "연료재(가지 등)"}
	woodDensity  = words.Term{En: "wood density", Ko: "목재기본밀도(D)"}
	fuelwoodLost = words.Term{En: "carbon taken as fuelwood", Ko: "연료재에 따른 탄소 손실"}
	disturbedOf  = words.Term{En: "area disturbed", Ko: "교란 면적"}
	biomassOf    = words.Term{En: "biomass above ground", Ko: "지상부 바이오매스(B_W)"}
	lostShareOf  = words.Term{En: "share of biomass lost", Ko: "교란 손실 비율(fd)"}
	disturbLost  = words.Term{En: "carbon lost by disturbances", Ko: "교란에 따른 탄소 손실"}
	netGainOf    = words.Term{En: "carbon gained less lost", Ko: "탄소 순변화"}
	lostOf       = words.Term{En: "carbon lost", Ko: "탄소 손실량"}
)

var (
	growthUnit    = estimate.RateUnitOf("t d.m./ha/yr")
	expansionUnit = estimate.RateUnitOf("t d.m./m3")
	biomassUnit   = estimate.RateUnitOf("t d.m./ha")
	underBark     = decimal.New(115, -2)
)

// named is what land is called.
func namedLand(what words.Term) words.Term {
	if what == (words.Term{}) {
		return unnamedLand
	}
	return what
}

// Title is what is estimated.
func (g GainLoss) Title() words.Term { return gainTitle.With(namedLand(g.What)) }

// Equation is that of the IPCC.
func (g GainLoss) Equation() string { return "IPCC 2006 V4 Ch2, eq. 2.7 and 2.9 to 2.14" }

// Work tells the terms and what is emitted or removed.
func (g GainLoss) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", areaOf, g.Area, ghg.Hectare, g.Source)
	growth := w.Parameter("G_W", growthOf, g.Growth, growthUnit())
	roots := w.Parameter("R", rootsOf, g.Roots, ghg.RateUnit{})
	cf := w.Parameter("CF", carbonOf, g.Carbon, carbonInDry())
	if !w.Failed() && cf.GreaterThan(one) {
		w.Refuse("CF", g.Carbon.Rate.String(), "no more carbon than dry matter is accepted")
	}
	total := w.Computed("G_TOTAL", totalGrowth, growthUnit().String(), "G_W × (1 + R)", estimate.Exactly, growth.Mul(one.Add(roots)))
	gain := w.Computed("DC_G", gainedOf, "t C", "A × G_TOTAL × CF", estimate.Exactly, area.Mul(total).Mul(cf))
	lost := g.Harvest.on(w, cf).Add(g.Fuelwood.on(w, cf)).Add(g.Disturbance.on(w, cf))
	lost = w.Computed("DC_L", lostOf, "t C", "L_wood + L_fuel + L_dist", estimate.Exactly, lost)
	net := w.Computed("DC", netGainOf, "t C", "DC_G - DC_L", estimate.Exactly, gain.Sub(lost))
	taken(w, g.Ratio, "DC", net)
}

// factors tell BCEF_R × (1 + R) of wood, with its formula.
func (x Wood) factors(w *estimate.Worksheet, n string) (expansion, roots decimal.Decimal) {
	expansion = w.Parameter("BCEF"+n, expansionOf, x.Expansion, expansionUnit())
	return expansion, w.Parameter("R"+n, rootsOf, x.Roots, ghg.RateUnit{})
}

// on tells L_wood, in t C.
func (h Harvest) on(w *estimate.Worksheet, cf decimal.Decimal) decimal.Decimal {
	volume := w.Quantity("H", harvestOf, h.Volume, ghg.CubicMetre, h.Source)
	if volume.IsZero() {
		return w.Computed("L_wood", harvestLost, "t C", "0", estimate.Exactly, decimal.Zero)
	}
	expansion, roots := h.factors(w, "_H")
	formula, with := "H × BCEF_H × (1 + R_H)", one.Add(roots)
	switch h.Bark {
	case OverBark:
	case UnderBark:
		formula += " × Bark"
		with = with.Mul(w.Number("Bark", underBarkOf, "", "text of eq. 2.12", underBark))
	case BarkAdded:
		formula = "H × BCEF_H × (1 + R_H + BF)"
		with = with.Add(w.Fraction("BF", barkFracOf, h.BarkFraction))
	default:
		w.Refuse("Bark", "",
			"how the wood is measured, land.OverBark or land.UnderBark (× 1.15), or land.BarkAdded as the examples of Ch4, is accepted")
	}
	if h.Bark != BarkAdded && !h.BarkFraction.IsUnset() {
		w.Refuse("BF", h.BarkFraction.Rate.String(), "a fraction of bark is accepted with land.BarkAdded alone")
	}
	return w.Computed("L_wood", harvestLost, "t C", formula+" × CF", estimate.Exactly, volume.Mul(expansion).Mul(with).Mul(cf))
}

// on tells L_fuel, in t C.
func (f Fuelwood) on(w *estimate.Worksheet, cf decimal.Decimal) decimal.Decimal {
	volume := w.Quantity("FG", fuelwoodOf, f.Volume, ghg.CubicMetre, f.Source)
	formula, dry := "0", decimal.Zero // of nothing no factor is asked
	if !volume.IsZero() {
		expansion, roots := f.factors(w, "_F")
		formula, dry = "FG × BCEF_F × (1 + R_F)", volume.Mul(expansion).Mul(one.Add(roots))
	}
	if !f.Parts.IsUnset() {
		parts := w.Quantity("FG_part", partsOf, f.Parts, ghg.CubicMetre, f.Source)
		density := w.Parameter("D", woodDensity, f.Density, expansionUnit())
		formula, dry = strings.TrimPrefix(formula+" + ", "0 + ")+"FG_part × D", dry.Add(parts.Mul(density))
	}
	if formula != "0" {
		formula = "(" + formula + ") × CF"
	}
	return w.Computed("L_fuel", fuelwoodLost, "t C", formula, estimate.Exactly, dry.Mul(cf))
}

// on tells L_dist, in t C.
func (d Disturbance) on(w *estimate.Worksheet, cf decimal.Decimal) decimal.Decimal {
	area := w.Quantity("A_dist", disturbedOf, d.Area, ghg.Hectare, d.Source)
	if area.IsZero() {
		return w.Computed("L_dist", disturbLost, "t C", "0", estimate.Exactly, decimal.Zero)
	}
	biomass := w.Parameter("B_W", biomassOf, d.Biomass, biomassUnit())
	roots := w.Parameter("R_dist", rootsOf, d.Roots, ghg.RateUnit{})
	lost := w.Fraction("fd", lostShareOf, d.Lost)
	return w.Computed("L_dist", disturbLost, "t C", "A_dist × B_W × (1 + R_dist) × CF × fd", estimate.Exactly,
		area.Mul(biomass).Mul(one.Add(roots)).Mul(cf).Mul(lost))
}
