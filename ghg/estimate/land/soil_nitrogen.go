package land

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// NitrogenKind is where nitrogen of a soil comes from. Of residues and of what mineralises
// nothing volatilises; of all of them some leaches where the climate is wet.
type NitrogenKind uint8

// The kinds.
const (
	SyntheticFertiliser NitrogenKind = iota + 1 // FSN
	OrganicFertiliser                           // FON: manure, compost, sludge
	CropResidues                                // FCR
	MineralisedNitrogen                         // FSOM, of soil that loses carbon
	PastureNitrogen                             // FPRP: urine and dung of grazing animals
)

var nitrogenKinds = [...]words.Term{
	{En: "synthetic fertiliser", Ko: "화학비료"}, {En: "organic fertiliser", Ko: "유기질 비료"}, {En: "crop residues", Ko: "작물잔사"},
	{En: "mineralised nitrogen", Ko: "무기화 질소"}, {En: "pasture", Ko: "방목"},
}

func (k NitrogenKind) valid() bool { return k > 0 && int(k) <= len(nitrogenKinds) }

// volatilises reports whether some of it does.
func (k NitrogenKind) volatilises() bool {
	return k == SyntheticFertiliser || k == OrganicFertiliser || k == PastureNitrogen
}

// NitrogenInput is nitrogen that a soil takes in, with the factors of its kind. Nitrogen of
// flooded rice is an input of its own, with EF1FR.
type NitrogenInput struct {
	Kind        NitrogenKind
	Name        words.Term         // "fertiliser on flooded rice"; the kind where it is empty
	Amount      ghg.Quantity       // mass of nitrogen, of residues by Residues too
	Residues    []Residue          // of crops, in place of the amount
	Manure      []AppliedManure    // of organic fertiliser, in place of the amount
	Source      string             // of the amount
	N2O         estimate.Parameter // EF1, EF1FR or EF3PRP: 0.01 kg N2O-N/kg N
	Volatilised estimate.Parameter // FracGASF or FracGASM, of the kinds that volatilise
}

// OrganicArea is drained organic soil: its N2O is by the area.
type OrganicArea struct {
	Name   words.Term
	Area   ghg.Quantity
	Source string
	N2O    estimate.Parameter // EF2, 8 kg N2O-N/ha/yr
}

// SoilNitrogen is N2O of managed soils, direct and indirect (V4 equations 11.1, 11.9 and
// 11.10). The defaults of one edition do not mix with those of the other; EF2, which the
// Refinement does not print again, is of both.
type SoilNitrogen struct {
	Edition     estimate.Edition
	What        words.Term
	Inputs      []NitrogenInput
	OrganicSoil []OrganicArea      // none where there is none
	Leached     estimate.Parameter // FracLEACH-(H): 0 in a dry climate
	Deposition  estimate.Parameter // EF4, where something volatilises
	Leaching    estimate.Parameter // EF5, where something leaches
}

var (
	soilTitle   = words.Term{En: "N2O of managed soils", Ko: "농경지 토양 아산화질소"}
	nitrogenIn  = words.Term{En: "nitrogen", Ko: "질소 투입량"}
	drainedArea = words.Term{En: "area of organic soil", Ko: "유기토양 면적"}
	areaEFOf    = words.Term{En: "N2O-N of organic soil", Ko: "유기토양 N2O-N 배출계수(EF2)"}
	directN2O   = words.Term{En: "N2O, direct", Ko: "N2O 직접배출량"}
	leachAllOf  = words.Term{En: "share of nitrogen that leaches", Ko: "질소 용탈 비율(FracLEACH)"}
	n2oPerArea  = estimate.RateUnitOf("kg N2O-N/ha/yr")
	inKilograms = ghg.Kilogram.Unit()
)

// Title is what is estimated.
func (s SoilNitrogen) Title() words.Term {
	if s.What == (words.Term{}) {
		return soilTitle
	}
	return s.What
}

// Equation is that of the edition.
func (s SoilNitrogen) Equation() string {
	return s.Edition.String() + " V4 Ch11, eq. 11.1, 11.9 and 11.10"
}

// Work tells the terms and what is emitted.
func (s SoilNitrogen) Work(w *estimate.Worksheet) {
	if !edited(w, s.Edition) {
		return
	}
	if len(s.Inputs) > mostParts || len(s.OrganicSoil) > mostParts || len(s.Inputs)+len(s.OrganicSoil) == 0 {
		w.Refuse("Inputs", strconv.Itoa(len(s.Inputs)), "from 1 to 40 are accepted")
		return
	}
	days := yearOn(w, "eq. 10.1 and 10.30")
	var all, direct, gas decimal.Decimal
	var inputs, directs, gases []string
	for i := range s.Inputs {
		x, n := &s.Inputs[i], "_"+strconv.Itoa(i+1)
		if !x.Kind.valid() {
			w.Refuse("Kind"+n, "", "where the nitrogen comes from is asked, as land.SyntheticFertiliser: residues do not volatilise")
			continue
		}
		amount := x.amount(w, n, s.Edition, days)
		inEdition(w, "EF"+n, x.N2O, s.Edition)
		direct = direct.Add(amount.Mul(w.As(nOfN).Parameter("EF"+n, labelled(w, n2oEFOf, x.name()), x.N2O, n2oPerN())))
		all, inputs, directs = all.Add(amount), append(inputs, "F"+n), append(directs, "F"+n+" × EF"+n)
		switch {
		case x.Kind.volatilises():
			inEdition(w, "Frac_gas"+n, x.Volatilised, s.Edition)
			gas = gas.Add(amount.Mul(w.Fraction("Frac_gas"+n, labelled(w, gasFracOf, x.name()), x.Volatilised)))
			gases = append(gases, "F"+n+" × Frac_gas"+n)
		case !x.Volatilised.IsUnset():
			w.Refuse("Frac_gas"+n, x.Volatilised.Rate.String(), "nothing of it volatilises (eq. 11.9): none is accepted")
		}
	}
	for i, o := range s.OrganicSoil {
		n := "_" + strconv.Itoa(i+1)
		area := w.Quantity("A"+n, labelled(w, drainedArea, o.Name), o.Area, ghg.Hectare, o.Source)
		direct = direct.Add(area.Mul(w.As("kg N/ha/yr").Parameter("EF2"+n, labelled(w, areaEFOf, o.Name), o.N2O, n2oPerArea())))
		directs = append(directs, "A"+n+" × EF2"+n)
	}
	weights := w.N2OOfNitrogen()
	direct = w.Computed("N2O_direct", directN2O, "kg N2O", weights.Formula("("+plus(directs)+")"), weights.Rounding, weights.Of(direct))
	gas = w.Computed("N_volatilised", volatilisedOf, "kg N", plus(gases), estimate.Exactly, gas)
	inEdition(w, "Frac_leach", s.Leached, s.Edition)
	leach := w.Fraction("Frac_leach", leachAllOf, s.Leached)
	leaches := "0"
	if len(inputs) > 0 {
		leaches = "(" + plus(inputs) + ") × Frac_leach"
	}
	leached := w.Computed("N_leached", leachedOf, "kg N", leaches, estimate.Exactly, all.Mul(leach))
	parts, n2o := indirect(w, weights, s.Edition, gas, leached, s.Deposition, s.Leaching)
	w.Emits("N2O", n2oOf, ghg.N2O, ghg.Kilogram, plus(append([]string{"N2O_direct"}, parts...)), estimate.Exactly, direct.Add(n2o))
}

// name is that of the input, or of its kind.
func (x *NitrogenInput) name() words.Term {
	if x.Name == (words.Term{}) {
		return nitrogenKinds[x.Kind-1]
	}
	return x.Name
}

// amount tells the nitrogen of an input, in kg.
func (x *NitrogenInput) amount(w *estimate.Worksheet, n string, e estimate.Edition, days func() decimal.Decimal) decimal.Decimal {
	if len(x.Residues)+len(x.Manure) == 0 {
		return w.As("kg N").Quantity("F"+n, labelled(w, nitrogenIn, x.name()), x.Amount, inKilograms, x.Source)
	}
	if len(x.Residues) > 0 && x.Kind != CropResidues || len(x.Manure) > 0 && x.Kind != OrganicFertiliser || !x.Amount.IsUnset() ||
		len(x.Residues)+len(x.Manure) > mostParts {
		w.Refuse("F"+n, "", "residues are accepted of crops, and manure of organic fertiliser, in place of the nitrogen, at most 40")
		return decimal.Zero
	}
	var sum decimal.Decimal
	var parts []string
	for i, m := range x.Manure {
		nitrogen, formula := m.nitrogen(w, fmt.Sprintf("%s_%d", n, i+1), e, days)
		sum, parts = sum.Add(nitrogen), append(parts, formula)
	}
	for i, r := range x.Residues {
		nitrogen, formula := r.nitrogen(w, fmt.Sprintf("%s_%d", n, i+1))
		sum, parts = sum.Add(nitrogen), append(parts, formula)
	}
	return w.Computed("F"+n, labelled(w, nitrogenIn, x.name()), "kg N", plus(parts), estimate.Exactly, sum)
}
