package power

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Boiler is heat or steam by the fuel that it took: heat / efficiency × factor of the fuel,
// where its supplier states no factor.
type Boiler struct {
	Carrier Carrier // Heat or Steam
	Used    ghg.Quantity
	Source  string
	// Efficiency is heat by energy of the fuel, net or gross as Basis says; the factors are
	// on the same.
	Efficiency estimate.Parameter
	Basis      ghg.CalorificBasis
	// CO2, CH4 and N2O are factors of the fuel: 56100 kg CO2/TJ (net).
	CO2, CH4, N2O estimate.Parameter
	// Biogenic is the share of the fuel's energy that is biomass: always stated, 0 of a
	// fossil fuel.
	Biogenic estimate.Parameter
}

var (
	boilerOf   = words.Term{En: "purchased %s, by its fuel", Ko: "구입 %s(연료 기준)"}
	boilerEta  = words.Term{En: "efficiency of the boiler", Ko: "보일러 효율"}
	boilerFuel = words.Term{En: "energy of the fuel that it took", Ko: "생산에 든 연료 에너지"}
	biogenic   = words.Term{En: "share of its energy that is biomass", Ko: "바이오매스 비율(에너지 기준)"}
	memoCO2    = words.Term{En: "CO2, biogenic: a memo item", Ko: "CO2(생물기원, 별도 보고)"}
)

// Title is what is purchased.
func (b Boiler) Title() words.Term { return boilerOf.With(b.Carrier.term()) }

// Equation is the document of the method.
func (b Boiler) Equation() string { return "GPC ch. 6, scope 2, by the fuel of the heat" }

// Work is the equation.
func (b Boiler) Work(w *estimate.Worksheet) {
	if b.Carrier != Heat && b.Carrier != Steam {
		w.Refuse("Carrier", b.Carrier.String(), "power.Heat or power.Steam is accepted")
	}
	unit, err := ghg.Terajoule.On(b.Basis)
	if err != nil || unit.Calorific() == 0 {
		w.Refuse("Basis", "", "whether the efficiency is by net or gross energy is asked: ghg.NetCalorific or ghg.GrossCalorific is accepted")
		return
	}
	heat := w.Quantity("Q", usedOf.With(b.Carrier.term()), b.Used, ghg.Terajoule, b.Source)
	eta := w.As("TJ/"+unit.String()).Fraction("Eta", boilerEta, b.Efficiency)
	if eta.IsZero() {
		w.Refuse("Eta", b.Efficiency.Rate.String(), "above 0")
	}
	fuel := w.Computed("Fuel", boilerFuel, unit.String(), "Q / Eta", estimate.Rounded, w.Quotient(heat, eta))
	bio := w.Fraction("Biogenic", biogenic, b.Biogenic)
	parts, missing := Factor{CO2: b.CO2, CH4: b.CH4, N2O: b.N2O}.parts(w, "CO2")
	for _, x := range parts {
		n, formula := fuel.Mul(x.factor(w, "EF", unit)), "Fuel × EF_"+x.symbol
		if x.gas != ghg.CO2 || bio.IsZero() {
			x.emits(w, formula, estimate.Exactly, n)
			continue
		}
		x.emits(w, formula+" × (1 - Biogenic)", estimate.Exactly, n.Mul(decimal.New(1, 0).Sub(bio)))
		w.Emits("CO2b", memoCO2, ghg.CO2Biogenic, ghg.Kilogram, formula+" × Biogenic", estimate.Exactly, n.Mul(bio))
	}
	w.NotEstimated(missing...)
}
