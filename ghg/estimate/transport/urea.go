package transport

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Urea is the solution of urea (요소수) that catalysts of diesel vehicles use: CO2 that no fuel
// has, of 1.A.3.b beside that of the fuel.
type Urea struct {
	Solution ghg.Quantity // mass, or a volume with its density
	Source   string
	Density  estimate.Parameter // kg/L
	Purity   estimate.Parameter // mass of urea in the solution; the IPCC has 32.5 %
}

var (
	urea       = words.Term{En: "urea of catalysts", Ko: "요소수(선택적 촉매환원)"}
	solutionOf = words.Term{En: "solution of urea", Ko: "요소수 사용량"}
	densityOf  = words.Term{En: "density", Ko: "밀도"}
	purityOf   = words.Term{En: "urea in the solution", Ko: "요소 함량"}
	solidOf    = words.Term{En: "solution of urea, as mass", Ko: "요소수 사용량(질량)"}
	weightOf   = words.Term{En: "molar mass of %s", Ko: "%s 몰질량"}
)

// Title is what is used.
func (u Urea) Title() words.Term { return urea }

// Equation is that of the method.
func (u Urea) Equation() string { return "IPCC 2006 V2 Ch3, eq. 3.2.2" }

// Work is the equation.
func (u Urea) Work(w *estimate.Worksheet) {
	symbol := "Activity"
	var mass decimal.Decimal
	if u.Density.IsUnset() {
		mass = w.Quantity(symbol, solutionOf, u.Solution, ghg.Tonne.Unit(), u.Source)
	} else {
		volume := w.Quantity("Volume", solutionOf, u.Solution, ghg.Litre, u.Source)
		density := w.Parameter("Density", densityOf, u.Density, ghg.MustRateUnit("t/L"))
		mass = w.Computed(symbol, solidOf, "t", "Volume × Density", estimate.Exactly, volume.Mul(density))
	}
	purity := w.Fraction("Purity", purityOf, u.Purity)
	carbon, ureaMass, co2 := decimal.New(12, 0), decimal.New(60, 0), decimal.New(44, 0)
	const source = "eq. 3.2.2"
	w.Number("M_C", weightOf.With("C"), "t C/kmol", source, carbon)
	w.Number("M_urea", weightOf.With("CO(NH2)2"), "t/kmol", source, ureaMass)
	w.Number("M_CO2", weightOf.With("CO2"), "t CO2/kmol", source, co2)
	w.Emits("CO2", massOf.With("CO2"), ghg.CO2, ghg.Tonne, symbol+" × M_C / M_urea × Purity × M_CO2 / M_C", estimate.Rounded,
		w.Quotient(mass.Mul(carbon).Mul(purity).Mul(co2), ureaMass.Mul(carbon)))
}
