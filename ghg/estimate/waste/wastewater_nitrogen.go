package waste

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// NitrogenPathway is a way of treatment or discharge, as it makes N2O, of the Refinement.
type NitrogenPathway struct {
	Flow
	N2O estimate.Parameter // of the treatment: 0.016 kg N2O-N/kg N
}

// DomesticNitrogen is N2O of the nitrogen in the waste water of people (V5 equations 6.7 to 6.9).
type DomesticNitrogen struct {
	Edition     estimate.Edition
	People      ghg.Quantity
	Source      string
	Protein     estimate.Parameter // that is eaten: 30 kg protein/person/yr
	Nitrogen    estimate.Parameter // F_NPR, 0.16 kg N/kg protein
	NonConsumed estimate.Parameter // F_NON-CON, 1.1
	Effluent    estimate.Parameter // N2O of what is discharged, 0.005 kg N2O-N/kg N

	// Of the Guidelines of 2006. Plants is the share of the people whose waste water is
	// treated in modern plants, 0 where there are none; else PlantsN2O is needed.
	Industry     estimate.Parameter // F_IND-COM, 1.25
	SludgeN      ghg.Quantity       // mass of nitrogen in sludge, which is not its BOD
	SludgeSource string
	Plants       estimate.Parameter
	PlantsN2O    estimate.Parameter // 3.2 g N2O/person/yr

	// Of the Refinement:
	Household estimate.Parameter // N_HH, for other household products, 1.1
	Pathways  []NitrogenPathway
}

var (
	nitrogenTitle = words.Term{En: "N2O of domestic waste water", Ko: "생활하수 아산화질소"}
	proteinOf     = words.Term{En: "protein eaten by a person", Ko: "1인당 단백질 섭취량"}
	nprOf         = words.Term{En: "nitrogen of protein", Ko: "단백질의 질소 비율(F_NPR)"}
	nonConOf      = words.Term{En: "factor for protein that is not eaten", Ko: "비섭취 단백질 보정계수(F_NON-CON)"}
	householdOf   = words.Term{En: "factor for nitrogen of household products", Ko: "가정용품 질소 보정계수(N_HH)"}
	sludgeNOf     = words.Term{En: "nitrogen in sludge", Ko: "슬러지로 제거된 질소량"}
	nitrogenOf    = words.Term{En: "nitrogen in waste water", Ko: "하수 질소량"}
	effluentNOf   = words.Term{En: "nitrogen discharged", Ko: "방류 질소량"}
	effluentEFOf  = words.Term{En: "emission factor of what is discharged", Ko: "방류수 배출계수"}
	plantsOf      = words.Term{En: "share of the people whose waste water goes to modern plants", Ko: "현대식 하수처리장 이용률"}
	plantsEFOf    = words.Term{En: "emission factor of plants", Ko: "하수처리장 배출계수"}
	plantsN2O     = words.Term{En: "N2O of plants", Ko: "하수처리장 N2O 배출량"}
	plantsN       = words.Term{En: "nitrogen that left plants as N2O", Ko: "하수처리장에서 N2O로 나간 질소량"}
	effluentN2O   = words.Term{En: "N2O of what is discharged", Ko: "방류수 N2O 배출량"}
)

var (
	perPersonYear = estimate.RateUnitOf("kg protein/person/yr")
	nPerProtein   = estimate.RateUnitOf("kg N/kg protein")
	n2oPerN       = estimate.RateUnitOf("kg N2O-N/kg N")
	n2oPerPerson  = estimate.RateUnitOf("kg N2O/person/yr")
)

// nOfN is how a factor in N2O-N is told: that is a part of the nitrogen, and is taken off it.
const nOfN = "kg N/kg N"

// Title is what is estimated.
func (d DomesticNitrogen) Title() words.Term { return nitrogenTitle }

// Equation is that of the edition.
func (d DomesticNitrogen) Equation() string {
	if d.Edition == estimate.IPCC2019 {
		return d.Edition.String() + " V5 Ch6, eq. 6.7 to 6.10"
	}
	return d.Edition.String() + " V5 Ch6, eq. 6.7 to 6.9, Box 6.1"
}

// Work tells the terms and what is emitted.
func (d DomesticNitrogen) Work(w *estimate.Worksheet) {
	if !edited(w, d.Edition) {
		return
	}
	people := w.Quantity("P", populationOf, d.People, inPersons(), d.Source)
	protein := w.Parameter("Protein", proteinOf, d.Protein, perPersonYear())
	npr := w.Parameter("F_NPR", nprOf, d.Nitrogen, nPerProtein())
	nonCon := w.Parameter("F_NON_CON", nonConOf, d.NonConsumed, ghg.RateUnit{})
	weights := w.N2OOfNitrogen()
	each := people.Mul(protein).Mul(npr).Mul(nonCon)
	if d.Edition == estimate.IPCC2019 {
		d.refined(w, weights, each)
		return
	}
	d.guidelines(w, weights, people, each)
}

// guidelines is the estimate of 2006.
func (d DomesticNitrogen) guidelines(w *estimate.Worksheet, weights estimate.Weights, people, each decimal.Decimal) {
	if len(d.Pathways) > 0 || !d.Household.IsUnset() {
		w.Refuse("Household", "", "pathways and N_HH are of the Refinement alone: none is accepted here")
	}
	industry := w.Parameter("F_IND_COM", collectedOf, d.Industry, ghg.RateUnit{})
	sludge := takenOut(w, "N_sludge", sludgeNOf, "kg N", d.SludgeN, d.SludgeSource)
	n := each.Mul(industry).Sub(sludge)
	if !w.Failed() && n.IsNegative() {
		w.Refuse("SludgeN", d.SludgeN.String(), "no more than the nitrogen of the waste water, as mass of N, is accepted")
	}
	w.Computed("N", nitrogenOf, "kg N", "P × Protein × F_NPR × F_NON_CON × F_IND_COM - N_sludge", estimate.Exactly, n)
	ef := w.As(nOfN).Parameter("EF_effluent", effluentEFOf, d.Effluent, n2oPerN())
	share := w.Fraction("T_plant", plantsOf, d.Plants)
	if !share.IsPositive() {
		if !d.PlantsN2O.IsUnset() && !d.Plants.IsUnset() {
			w.Refuse("EF_plant", d.PlantsN2O.Rate.String(), "a factor of plants is accepted where some of the people have them")
		}
		w.Emits("N2O", n2oEmitted, ghg.N2O, ghg.Kilogram, weights.Formula("N × EF_effluent"), weights.Rounding, weights.Of(n.Mul(ef)))
		return
	}
	by := w.Parameter("EF_plant", plantsEFOf, d.PlantsN2O, n2oPerPerson())
	plants := w.Computed("N2O_plants", plantsN2O, "kg N2O", "P × T_plant × F_IND_COM × EF_plant", estimate.Exactly,
		people.Mul(share).Mul(industry).Mul(by))
	back := weights.Inverse()
	gone := w.Computed("N_WWT", plantsN, "kg N", back.Formula("N2O_plants"), back.Rounding, back.Of(plants))
	left := w.Computed("N_effluent", effluentNOf, "kg N", "N - N_WWT", estimate.Exactly, n.Sub(gone))
	if !w.Failed() && left.IsNegative() {
		w.Refuse("T_plant", d.Plants.Rate.String(), "plants that emit no more nitrogen than the waste water holds are accepted")
	}
	effluent(w, weights, plants, left.Mul(ef))
}

// effluent tells the N2O of what is discharged, by its nitrogen that leaves as N2O, and both together, in kg.
func effluent(w *estimate.Worksheet, weights estimate.Weights, plants, n decimal.Decimal) {
	out := w.Computed("N2O_effluent", effluentN2O, "kg N2O", weights.Formula("N_effluent × EF_effluent"), weights.Rounding, weights.Of(n))
	w.Emits("N2O", n2oEmitted, ghg.N2O, ghg.Kilogram, "N2O_plants + N2O_effluent", estimate.Exactly, plants.Add(out))
}

// refined is the estimate of the Refinement.
func (d DomesticNitrogen) refined(w *estimate.Worksheet, weights estimate.Weights, each decimal.Decimal) {
	if !d.SludgeN.IsUnset() || !d.Industry.IsUnset() || !d.Plants.IsUnset() || !d.PlantsN2O.IsUnset() {
		w.Refuse("SludgeN", "",
			"in the Refinement industry and plants are those of each pathway, and sludge is in what treatment takes out: none is accepted here")
	}
	if !countOf(w, "Pathways", len(d.Pathways)) {
		return
	}
	each = each.Mul(w.Parameter("N_HH", householdOf, d.Household, ghg.RateUnit{}))
	var shares, treated, left decimal.Decimal
	var parts, leaves []string
	for i := range d.Pathways {
		y := &d.Pathways[i]
		n := "_" + strconv.Itoa(i+1)
		share, industry := y.shares(w, n)
		tn := w.Computed("N"+n, labelled(w, nitrogenOf, y.Name, n), "kg N",
			"P × U"+n+" × T"+n+" × Protein × F_NPR × F_NON_CON × N_HH × I"+n, estimate.Exactly, each.Mul(share).Mul(industry))
		ef := w.As(nOfN).Parameter("EF"+n, labelled(w, plantsEFOf, y.Name, n), y.N2O, n2oPerN())
		shares, treated, parts = shares.Add(share), treated.Add(tn.Mul(ef)), append(parts, "N"+n+" × EF"+n)
		if rest, ok := y.discharged(w, n, tn); ok {
			left, leaves = left.Add(rest), append(leaves, "N"+n+" × (1 - Removed"+n+")")
		}
	}
	allShares(w, shares)
	formula := weights.Formula("(" + strings.Join(parts, " + ") + ")")
	if len(leaves) == 0 {
		if !d.Effluent.IsUnset() {
			w.Refuse("EF_effluent", d.Effluent.Rate.String(), "a pathway that goes to water (waste.ToWater) is accepted with it")
		}
		w.Emits("N2O", n2oEmitted, ghg.N2O, ghg.Kilogram, formula, weights.Rounding, weights.Of(treated))
		return
	}
	plants := w.Computed("N2O_plants", plantsN2O, "kg N2O", formula, weights.Rounding, weights.Of(treated))
	rest := w.Computed("N_effluent", effluentNOf, "kg N", strings.Join(leaves, " + "), estimate.Exactly, left)
	effluent(w, weights, plants, rest.Mul(w.As(nOfN).Parameter("EF_effluent", effluentEFOf, d.Effluent, n2oPerN())))
}
