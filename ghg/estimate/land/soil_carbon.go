package land

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// LandUse is land of one use and management, with its factors of soil carbon.
type LandUse struct {
	Name       words.Term // "long-term cultivated, reduced tillage"
	Area       ghg.Quantity
	Source     string
	Use        estimate.Parameter // F_LU
	Management estimate.Parameter // F_MG
	Input      estimate.Parameter // F_I
}

// MineralSoil is the change of organic carbon in mineral soils of one climate and kind in a
// year, as CO2 (V4 equation 2.25, formulation A). CO2 below 0 is a removal. Reference and
// factors are of one edition. The land is the same before and after.
type MineralSoil struct {
	Edition       estimate.Edition
	What          words.Term         // "paddies"
	Reference     estimate.Parameter // SOC_REF, of 0 to 30 cm: 88 t C/ha
	Before, After []LandUse
	Dependence    estimate.Parameter // D, years in which stocks come to rest: 20 yr
	Between       estimate.Parameter // T, years between before and after, which count where they are more
	Ratio         factor.CarbonRatio
}

// OrganicSoil is CO2 of drained organic soils by their area (V4 equation 2.26).
type OrganicSoil struct {
	What   words.Term
	Area   ghg.Quantity
	Source string
	Factor estimate.Parameter // 10 t C/ha/yr
	Ratio  factor.CarbonRatio
}

var (
	mineralTitle = words.Term{En: "carbon in mineral soils of %s", Ko: "%s 무기토양 탄소"}
	organicTitle = words.Term{En: "drained organic soils of %s", Ko: "%s 유기토양 배수"}
	referenceOf  = words.Term{En: "reference stock of carbon", Ko: "기준 토양 유기탄소(SOC_REF)"}
	useFactor    = words.Term{En: "factor of land use", Ko: "토지이용 계수(F_LU)"}
	manageFactor = words.Term{En: "factor of management", Ko: "관리 계수(F_MG)"}
	inputFactor  = words.Term{En: "factor of inputs", Ko: "투입 계수(F_I)"}
	socOf        = words.Term{En: "organic carbon of soils", Ko: "토양 유기탄소"}
	dependenceOf = words.Term{En: "years in which stocks come to rest", Ko: "축적 변화기간(D)"}
	betweenOf    = words.Term{En: "years between the two", Ko: "두 시점의 간격(T)"}
	drainedEF    = words.Term{En: "carbon emitted of the area", Ko: "면적당 탄소 배출계수"}
	drainedUnit  = estimate.RateUnitOf("t C/ha/yr")
)

// Title is what is estimated.
func (m MineralSoil) Title() words.Term { return mineralTitle.With(namedLand(m.What)) }

// Equation is that of the edition.
func (m MineralSoil) Equation() string { return m.Edition.String() + " V4 Ch2, eq. 2.25" }

// Work tells the terms and what is emitted or removed.
func (m MineralSoil) Work(w *estimate.Worksheet) {
	if !edited(w, m.Edition) || !countOf(w, "Before", len(m.Before)) || !countOf(w, "After", len(m.After)) {
		return
	}
	inEdition(w, "SOC_REF", m.Reference, m.Edition)
	reference := w.Parameter("SOC_REF", referenceOf, m.Reference, carbonPerArea())
	before, was := m.stock(w, "_b", m.Before, reference, "SOC_before")
	after, is := m.stock(w, "_a", m.After, reference, "SOC_after")
	if !w.Failed() && !was.Equal(is) {
		w.Refuse("After", is.String()+" ha", "the same area after as before is accepted: land that left the other is no loss of its soil")
	}
	d := years(w, "D", dependenceOf, m.Dependence)
	t := years(w, "T", betweenOf, m.Between)
	change := w.Computed("DC", yearlyOf, "t C", "(SOC_after - SOC_before) / max(D; T)", estimate.Rounded,
		w.Quotient(after.Sub(before), decimal.Max(d, t)))
	taken(w, m.Ratio, "DC", change)
}

// stock tells the carbon of all uses, in t, and their area.
func (m MineralSoil) stock(w *estimate.Worksheet, n string, uses []LandUse, reference decimal.Decimal, symbol string) (sum,
	area decimal.Decimal) {
	formula := ""
	for i := range uses {
		u, n := &uses[i], n+strconv.Itoa(i+1)
		a := w.Quantity("A"+n, labelled(w, areaOf, u.Name), u.Area, ghg.Hectare, u.Source)
		product := a
		for _, f := range [...]struct {
			symbol string
			what   words.Term
			by     estimate.Parameter
		}{{"F_LU" + n, useFactor, u.Use}, {"F_MG" + n, manageFactor, u.Management}, {"F_I" + n, inputFactor, u.Input}} {
			inEdition(w, f.symbol, f.by, m.Edition)
			product = product.Mul(w.Parameter(f.symbol, labelled(w, f.what, u.Name), f.by, ghg.RateUnit{}))
		}
		sum, area = sum.Add(product), area.Add(a)
		if w.Explaining() {
			formula += " + A" + n + " × F_LU" + n + " × F_MG" + n + " × F_I" + n
		}
	}
	if w.Explaining() {
		formula = "SOC_REF × (" + formula[len(" + "):] + ")"
	}
	return w.Computed(symbol, socOf, "t C", formula, estimate.Exactly, reference.Mul(sum)), area
}

// Title is what is estimated.
func (o OrganicSoil) Title() words.Term { return organicTitle.With(namedLand(o.What)) }

// Equation is that of the IPCC.
func (o OrganicSoil) Equation() string { return "IPCC 2006 V4 Ch2, eq. 2.26" }

// Work tells the terms and what is emitted.
func (o OrganicSoil) Work(w *estimate.Worksheet) {
	area := w.Quantity("A", areaOf, o.Area, ghg.Hectare, o.Source)
	ef := w.Parameter("EF", drainedEF, o.Factor, drainedUnit())
	c := w.Computed("C", carbonOut, "t C", "A × EF", estimate.Exactly, area.Mul(ef))
	emitted(w, o.Ratio, "C", c)
}
