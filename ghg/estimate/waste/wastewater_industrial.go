package waste

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Industry is one whose waste water is treated or discharged apart from that of people. What
// it discharges into their sewers is in the factor I of a [Flow].
type Industry struct {
	Name      words.Term   // "beer and malt"
	Product   ghg.Quantity // mass
	Source    string
	Water     estimate.Parameter // W, 6.3 m3/t product
	COD       estimate.Parameter // 2.9 kg COD/m3
	Bo        estimate.Parameter // 0.25 kg CH4/kg COD
	MCF       estimate.Parameter
	SludgeCOD ghg.Quantity // S, mass of COD
	Recovered ghg.Quantity // R, mass of CH4
	// OtherSource is that of sludge and recovery.
	OtherSource string
}

// IndustrialWastewater is methane of the waste water of industry (V5 equations 6.4 to 6.6).
// Its N2O, which the Refinement asks for, is not estimated here.
type IndustrialWastewater struct {
	Edition    estimate.Edition
	Industries []Industry
}

var (
	industrialTitle = words.Term{En: "methane of industrial waste water", Ko: "산업폐수 메탄"}
	productOf       = words.Term{En: "product", Ko: "제품 생산량"}
	waterOf         = words.Term{En: "waste water of a tonne", Ko: "제품 1톤당 폐수량(W)"}
	codOf           = words.Term{En: "COD", Ko: "COD 농도"}
)

var (
	perProduct = estimate.RateUnitOf("m3/t product")
	codPerM3   = estimate.RateUnitOf("kg COD/m3")
	perCOD     = estimate.RateUnitOf("kg CH4/kg COD")
)

// Title is what is estimated.
func (i IndustrialWastewater) Title() words.Term { return industrialTitle }

// Equation is that of the edition.
func (i IndustrialWastewater) Equation() string {
	return i.Edition.String() + " V5 Ch6, eq. 6.4 to 6.6"
}

// Work tells the terms of each industry and what is emitted.
func (i IndustrialWastewater) Work(w *estimate.Worksheet) {
	if !edited(w, i.Edition) || !countOf(w, "Industries", len(i.Industries)) {
		return
	}
	var sum decimal.Decimal
	var parts []string
	for k := range i.Industries {
		x := &i.Industries[k]
		n := "_" + strconv.Itoa(k+1)
		sum, parts = sum.Add(x.work(w, n)), append(parts, "CH4"+n)
	}
	w.Emits("CH4", emitted, ghg.CH4NonFossil, ghg.Kilogram, strings.Join(parts, " + "), estimate.Exactly, sum)
	if i.Edition == estimate.IPCC2019 {
		w.NotEstimated(ghg.N2O)
	}
}

// work tells the terms of an industry and gives its CH4 in kg.
func (x *Industry) work(w *estimate.Worksheet, n string) decimal.Decimal {
	product := w.As("t product").Quantity("P"+n, labelled(w, productOf, x.Name, n), x.Product, ghg.Tonne.Unit(), x.Source)
	water := w.Parameter("W"+n, labelled(w, waterOf, x.Name, n), x.Water, perProduct())
	cod := w.Parameter("COD"+n, labelled(w, codOf, x.Name, n), x.COD, codPerM3())
	bo := w.Parameter("Bo"+n, labelled(w, boOf, x.Name, n), x.Bo, perCOD())
	mcf := w.Fraction("MCF"+n, labelled(w, mcfOf, x.Name, n), x.MCF)
	tow := w.Computed("TOW"+n, labelled(w, towOf, x.Name, n), "kg COD", "P"+n+" × W"+n+" × COD"+n, estimate.Exactly,
		product.Mul(water).Mul(cod))
	sludge := takenOut(w, "S"+n, labelled(w, sludgeBODOf, x.Name, n), "kg COD", x.SludgeCOD, x.OtherSource)
	if !w.Failed() && sludge.GreaterThan(tow) {
		w.Refuse("S"+n, x.SludgeCOD.String(), "no more sludge than the waste water holds, as mass of COD, is accepted")
	}
	formula, ch4 := "(TOW"+n+" - S"+n+") × Bo"+n+" × MCF"+n, tow.Sub(sludge).Mul(bo).Mul(mcf)
	if !x.Recovered.IsUnset() {
		formula += " - R" + n
		ch4 = ch4.Sub(recoveredFrom(w, n, ghg.Kilogram, ch4, x.Recovered, x.OtherSource))
	}
	return w.Computed("CH4"+n, labelled(w, emitted, x.Name, n), "kg CH4", formula, estimate.Exactly, ch4)
}
