package waste

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Discharge says whether what treatment leaves in waste water goes on to water, where it
// emits again. The Refinement counts that; the Guidelines of 2006 do not ask.
type Discharge uint8

// The two.
const (
	NotDischarged Discharge = iota + 1 // to land, or held: latrines
	ToWater                            // untreated, too: removed is 0 then
)

var dischargeNames = [...]words.Term{notStated, {En: "not discharged", Ko: "방류하지 않음"}, {En: "to water", Ko: "수계 방류"}}

// term is the name in both languages.
func (d Discharge) term() words.Term { return nameOf(dischargeNames[:], int(d)) }

// String is the name in English: "to water".
func (d Discharge) String() string { return d.term().En }

// Korean is the name in Korean.
func (d Discharge) Korean() string { return d.term().Ko }

// Flow is the waste water of people that goes one way: the shares of all flows add up to 1.
type Flow struct {
	Name     words.Term         // "septic tanks"
	Group    estimate.Parameter // U, share of the people that their income group is
	Use      estimate.Parameter // T, share of the group whose waste water goes this way
	Industry estimate.Parameter // I or F_IND-COM, for industry that discharges with them: 1.25 where it is collected, else 1

	// Of the Refinement alone:
	Discharge Discharge
	Removed   estimate.Parameter // TOW_REM or N_REM, share that treatment takes out, of what goes to water
}

// Pathway is a way of treatment or discharge, as it makes methane.
type Pathway struct {
	Flow
	MCF estimate.Parameter

	// Of the Refinement alone. Sludge is what was taken out, dry, with PerSludge its BOD
	// (K_rem, 0.8 kg BOD/kg dry sludge); of septic tanks SepticShare is the share of people
	// who have theirs emptied in time (F).
	Sludge      ghg.Quantity
	PerSludge   estimate.Parameter
	SepticShare estimate.Parameter
	Recovered   ghg.Quantity // mass of CH4
	Source      string       // of sludge and recovery
}

// DomesticWastewater is methane of the waste water of people (V5 equations 6.1 to 6.3).
type DomesticWastewater struct {
	Edition  estimate.Edition
	People   ghg.Quantity
	Source   string
	BOD      estimate.Parameter // 40 g BOD/person/day
	Bo       estimate.Parameter // 0.6 kg CH4/kg BOD
	Pathways []Pathway

	// Of the Guidelines of 2006: sludge and gas of all pathways together.
	SludgeBOD   ghg.Quantity // S, mass of BOD, which is not the nitrogen of the sludge
	Recovered   ghg.Quantity // R, mass of CH4
	OtherSource string       // of sludge and recovery

	// EffluentMCF is that of the water that takes in what is discharged, of the Refinement.
	EffluentMCF estimate.Parameter
}

// septicPart is the part of the BOD that sludge of a septic tank holds.
var septicPart = decimal.New(5, -1)

// noneTaken is the source of an S or R that nobody stated.
const noneTaken = "none is stated; 0 is the default (V5 Ch6)"

var (
	domesticTitle = words.Term{En: "methane of domestic waste water", Ko: "생활하수 메탄"}
	groupOf       = words.Term{En: "share of the income group", Ko: "소득계층 인구 비율(U)"}
	useOf         = words.Term{En: "share of the group that uses it", Ko: "처리경로 이용률(T)"}
	collectedOf   = words.Term{En: "factor for industry and trade", Ko: "산업폐수 보정계수(I)"}
	bodOf         = words.Term{En: "BOD of a person", Ko: "1인당 BOD"}
	boOf          = words.Term{En: "methane that it can make (Bo)", Ko: "최대 메탄생성능(Bo)"}
	towOf         = words.Term{En: "organic matter in waste water (TOW)", Ko: "하폐수 유기물량(TOW)"}
	sludgeBODOf   = words.Term{En: "organic matter taken out as sludge", Ko: "슬러지로 제거된 유기물량(S)"}
	sludgeOf      = words.Term{En: "sludge, dry", Ko: "슬러지(건량)"}
	perSludgeOf   = words.Term{En: "organic matter of sludge (K_rem)", Ko: "슬러지의 유기물량(K_rem)"}
	septicOf      = words.Term{En: "share of septic tanks emptied in time", Ko: "제때 청소하는 정화조 비율(F)"}
	septicPartOf  = words.Term{En: "organic matter that sludge of a septic tank holds", Ko: "정화조 슬러지의 유기물 비율"}
	removedOf     = words.Term{En: "share that treatment takes out", Ko: "처리 제거율"}
	effluentOf    = words.Term{En: "organic matter discharged", Ko: "방류 유기물량"}
	effluentMCFOf = words.Term{En: "methane correction factor of the water that takes it in", Ko: "방류수역 메탄보정계수(MCF)"}
	effluentCH4   = words.Term{En: "CH4 of what is discharged", Ko: "방류수 메탄 배출량"}
)

var (
	perPersonDay = estimate.RateUnitOf("kg BOD/person/day")
	perBOD       = estimate.RateUnitOf("kg CH4/kg BOD")
	inPersons    = estimate.UnitOf("person")
	inKilograms  = ghg.Kilogram.Unit()
)

// Title is what is estimated.
func (d DomesticWastewater) Title() words.Term { return domesticTitle }

// Equation is that of the edition.
func (d DomesticWastewater) Equation() string {
	if d.Edition == estimate.IPCC2019 {
		return d.Edition.String() + " V5 Ch6, eq. 6.1 to 6.3D"
	}
	return d.Edition.String() + " V5 Ch6, eq. 6.1 to 6.3"
}

// Work tells the terms, each pathway and what is emitted.
func (d DomesticWastewater) Work(w *estimate.Worksheet) {
	if !edited(w, d.Edition) || !countOf(w, "Pathways", len(d.Pathways)) {
		return
	}
	d.ofEdition(w)
	people := w.Quantity("P", populationOf, d.People, inPersons(), d.Source)
	bod := w.Parameter("BOD", bodOf, d.BOD, perPersonDay())
	days := w.Number("Days", daysOfYear, "day", "", daysInYear)
	bo := w.Parameter("Bo", boOf, d.Bo, perBOD())
	all := people.Mul(bod).Mul(days)
	sludge := decimal.Zero
	if d.Edition == estimate.IPCC2006 {
		sludge = takenOut(w, "S", sludgeBODOf, "kg BOD", d.SludgeBOD, d.OtherSource)
	}
	var shares, sum, left decimal.Decimal
	var parts, leaves []string
	for i := range d.Pathways {
		y := &d.Pathways[i]
		n := "_" + strconv.Itoa(i+1)
		share, industry := y.shares(w, n)
		mcf := w.Fraction("MCF"+n, labelled(w, mcfOf, y.Name, n), y.MCF)
		tow := w.Computed("TOW"+n, labelled(w, towOf, y.Name, n), "kg BOD", "P × U"+n+" × T"+n+" × BOD × I"+n+" × Days", estimate.Exactly,
			all.Mul(share).Mul(industry))
		formula, out := "S × U"+n+" × T"+n, sludge.Mul(share)
		if d.Edition == estimate.IPCC2019 {
			formula, out = y.sludge(w, n, tow)
		}
		if !w.Failed() && out.GreaterThan(tow) {
			w.Refuse("S"+n, shown(out)+" kg BOD", "no more sludge than the waste water holds, as mass of BOD, is accepted")
		}
		ch4 := tow.Sub(out).Mul(bo).Mul(mcf)
		formula = "(TOW" + n + " - " + formula + ") × Bo × MCF" + n
		if d.Edition == estimate.IPCC2019 {
			formula, ch4 = y.less(w, n, formula, ch4)
			if rest, ok := y.discharged(w, n, tow); ok {
				left, leaves = left.Add(rest), append(leaves, "TOW"+n+" × (1 - Removed"+n+")")
			}
		}
		w.Computed("CH4"+n, labelled(w, emitted, y.Name, n), "kg CH4", formula, estimate.Exactly, ch4)
		shares, sum, parts = shares.Add(share), sum.Add(ch4), append(parts, "CH4"+n)
	}
	allShares(w, shares)
	if len(leaves) > 0 {
		rest := w.Computed("TOW_effluent", effluentOf, "kg BOD", strings.Join(leaves, " + "), estimate.Exactly, left)
		mcf := w.Fraction("MCF_effluent", effluentMCFOf, d.EffluentMCF)
		ch4 := w.Computed("CH4_effluent", effluentCH4, "kg CH4", "TOW_effluent × Bo × MCF_effluent", estimate.Exactly, rest.Mul(bo).Mul(mcf))
		sum, parts = sum.Add(ch4), append(parts, "CH4_effluent")
	}
	formula := strings.Join(parts, " + ")
	if !d.Recovered.IsUnset() {
		formula += " - R"
		sum = sum.Sub(recoveredFrom(w, "", ghg.Kilogram, sum, d.Recovered, d.OtherSource))
	}
	w.Emits("CH4", emitted, ghg.CH4NonFossil, ghg.Kilogram, formula, estimate.Exactly, sum)
}

// ofEdition refuses the terms that the edition does not have.
func (d DomesticWastewater) ofEdition(w *estimate.Worksheet) {
	if d.Edition == estimate.IPCC2019 {
		if !d.SludgeBOD.IsUnset() || !d.Recovered.IsUnset() {
			w.Refuse("SludgeBOD", "", "in the Refinement sludge and recovery are those of each pathway")
		}
		discharges := false
		for i := range d.Pathways {
			discharges = discharges || d.Pathways[i].Discharge == ToWater
		}
		if !discharges && !d.EffluentMCF.IsUnset() {
			w.Refuse("EffluentMCF", d.EffluentMCF.Rate.String(), "a pathway that goes to water (waste.ToWater) is accepted with it")
		}
		return
	}
	for i := range d.Pathways {
		y := &d.Pathways[i]
		if !y.Sludge.IsUnset() || !y.PerSludge.IsUnset() || !y.SepticShare.IsUnset() || !y.Recovered.IsUnset() || y.refined() {
			w.Refuse("Pathways "+strconv.Itoa(i+1), y.Name.En,
				"sludge, recovery and discharge of each pathway are of the Refinement alone: none is accepted here")
		}
	}
	if !d.EffluentMCF.IsUnset() {
		w.Refuse("EffluentMCF", d.EffluentMCF.Rate.String(), "it is of the Refinement alone: none is accepted here")
	}
}

// edited reports whether an edition is stated.
func edited(w *estimate.Worksheet, e estimate.Edition) bool {
	if !e.Valid() {
		w.Refuse("Edition", "", "estimate.IPCC2006 or estimate.IPCC2019 is accepted")
	}
	return e.Valid()
}

// countOf reports whether there is something in a list, and not too much.
func countOf(w *estimate.Worksheet, field string, n int) bool {
	if n == 0 || n > mostParts {
		w.Refuse(field, strconv.Itoa(n), "1 to 40 are accepted")
	}
	return n > 0 && n <= mostParts
}

// allShares refuses shares that are not all of the people.
func allShares(w *estimate.Worksheet, sum decimal.Decimal) {
	if !w.Failed() && !sum.Equal(one) {
		w.Refuse("U × T", sum.String(), "shares of group times use that add up to 1 over all pathways are accepted")
	}
}

// takenOut tells an amount of sludge, which is 0 where none is stated, in kg.
func takenOut(w *estimate.Worksheet, symbol string, what words.Term, unit string, q ghg.Quantity, source string) decimal.Decimal {
	if q.IsUnset() {
		return w.Number(symbol, what, unit, noneTaken, decimal.Zero)
	}
	return w.As(unit).Quantity(symbol, what, q, inKilograms, source)
}

// shares tells the share of the people whose waste water goes one way, and its industry.
func (f *Flow) shares(w *estimate.Worksheet, n string) (share, industry decimal.Decimal) {
	u := w.Fraction("U"+n, labelled(w, groupOf, f.Name, n), f.Group)
	t := w.Fraction("T"+n, labelled(w, useOf, f.Name, n), f.Use)
	return u.Mul(t), w.Parameter("I"+n, labelled(w, collectedOf, f.Name, n), f.Industry, ghg.RateUnit{})
}

// refined reports whether the flow has terms of the Refinement.
func (f *Flow) refined() bool { return f.Discharge != 0 || !f.Removed.IsUnset() }

// discharged tells what treatment takes out, of the Refinement, and gives what goes to water.
func (f *Flow) discharged(w *estimate.Worksheet, n string, all decimal.Decimal) (left decimal.Decimal, ok bool) {
	switch {
	case f.Discharge == ToWater:
		return all.Mul(one.Sub(w.Fraction("Removed"+n, labelled(w, removedOf, f.Name, n), f.Removed))), true
	case f.Discharge != NotDischarged:
		w.Refuse("Discharge"+n, "", "where what is left goes, waste.ToWater or waste.NotDischarged, is accepted")
	case !f.Removed.IsUnset():
		w.Refuse("Removed"+n, f.Removed.Rate.String(), "what treatment takes out is asked of what goes to water alone")
	}
	return left, false
}

// sludge tells the BOD that was taken out of a pathway, by the Refinement, in kg, and its symbol.
func (y *Pathway) sludge(w *estimate.Worksheet, n string, tow decimal.Decimal) (string, decimal.Decimal) {
	symbol, what := "S"+n, labelled(w, sludgeBODOf, y.Name, n)
	byMass := !y.Sludge.IsUnset() || !y.PerSludge.IsUnset()
	switch {
	case byMass && !y.SepticShare.IsUnset():
		w.Refuse(symbol, y.Sludge.String(), "sludge by its mass, or of septic tanks by those emptied in time, one of them, is accepted")
		return symbol, decimal.Zero
	case byMass:
		mass := w.As("kg dry sludge").Quantity("Sludge"+n, labelled(w, sludgeOf, y.Name, n), y.Sludge, inKilograms, y.Source)
		k := w.Parameter("K_rem"+n, labelled(w, perSludgeOf, y.Name, n), y.PerSludge, perDrySludge())
		return symbol, w.Computed(symbol, what, "kg BOD", "Sludge"+n+" × K_rem"+n, estimate.Exactly, mass.Mul(k))
	case !y.SepticShare.IsUnset():
		f := w.Fraction("F"+n, labelled(w, septicOf, y.Name, n), y.SepticShare)
		half := w.Number("Held"+n, septicPartOf, "", "IPCC 2019 Refinement V5 Ch6, eq. 6.3C", septicPart)
		return symbol, w.Computed(symbol, what, "kg BOD", "TOW"+n+" × F"+n+" × Held"+n, estimate.Exactly, tow.Mul(f).Mul(half))
	}
	return symbol, w.Number(symbol, what, "kg BOD", noneTaken, decimal.Zero)
}

var perDrySludge = estimate.RateUnitOf("kg BOD/kg dry sludge")

// less is what is generated less what of it is recovered, by the Refinement.
func (y *Pathway) less(w *estimate.Worksheet, n, formula string, generated decimal.Decimal) (string, decimal.Decimal) {
	if y.Recovered.IsUnset() {
		return formula, generated
	}
	return formula + " - R" + n, generated.Sub(recoveredFrom(w, n, ghg.Kilogram, generated, y.Recovered, y.Source))
}
