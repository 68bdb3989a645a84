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

// Residue is what is left of a crop: dry matter above and below ground.
type Residue struct {
	Name          words.Term // "rice straw"
	Above         ghg.Quantity
	AboveNitrogen estimate.Parameter // N_AG, 0.006 kg N/kg d.m.
	Removed       estimate.Parameter // share of it that is taken off or burnt
	Below         ghg.Quantity       // 0 t where none is counted
	BelowNitrogen estimate.Parameter // N_BG; where there is some below ground
	Source        string
}

// NitrogenInput is nitrogen that a soil takes in, with the factors of its kind. Nitrogen of
// flooded rice is an input of its own, with EF1FR.
type NitrogenInput struct {
	Kind        NitrogenKind
	Name        words.Term         // "fertiliser on flooded rice"; the kind where it is empty
	Amount      ghg.Quantity       // mass of nitrogen, of residues by Residues too
	Residues    []Residue          // in place of the amount
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
	aboveOf     = words.Term{En: "residues above ground, dry", Ko: "지상부 잔사량(건물)"}
	belowOf     = words.Term{En: "residues below ground, dry", Ko: "지하부 잔사량(건물)"}
	aboveNOf    = words.Term{En: "nitrogen of residues above ground", Ko: "지상부 잔사 질소 함량(N_AG)"}
	belowNOf    = words.Term{En: "nitrogen of residues below ground", Ko: "지하부 잔사 질소 함량(N_BG)"}
	removedOf   = words.Term{En: "share of residues that is removed", Ko: "잔사 제거 비율"}
	nPerDry     = ghg.MustRateUnit("kg N/kg d.m.")
	n2oPerArea  = ghg.MustRateUnit("kg N2O-N/ha/yr")
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
	var all, direct, gas decimal.Decimal
	var inputs, directs, gases []string
	for i := range s.Inputs {
		x, n := &s.Inputs[i], "_"+strconv.Itoa(i+1)
		if !x.Kind.valid() {
			w.Refuse("Kind"+n, "", "where the nitrogen comes from is asked, as land.SyntheticFertiliser: residues do not volatilise")
			continue
		}
		amount := x.amount(w, n)
		of(w, "EF"+n, x.N2O, s.Edition)
		direct = direct.Add(amount.Mul(w.Parameter("EF"+n, labelled(w, n2oEFOf, x.name()), x.N2O, n2oPerN)))
		all, inputs, directs = all.Add(amount), append(inputs, "F"+n), append(directs, "F"+n+" × EF"+n)
		switch {
		case x.Kind.volatilises():
			of(w, "Frac_gas"+n, x.Volatilised, s.Edition)
			gas = gas.Add(amount.Mul(w.Fraction("Frac_gas"+n, labelled(w, gasFracOf, x.name()), x.Volatilised)))
			gases = append(gases, "F"+n+" × Frac_gas"+n)
		case !x.Volatilised.IsUnset():
			w.Refuse("Frac_gas"+n, x.Volatilised.Rate.String(), "nothing of it volatilises (eq. 11.9): none is accepted")
		}
	}
	for i, o := range s.OrganicSoil {
		n := "_" + strconv.Itoa(i+1)
		area := w.Quantity("A"+n, labelled(w, drainedArea, o.Name), o.Area, ghg.Hectare, o.Source)
		direct = direct.Add(area.Mul(w.Parameter("EF2"+n, labelled(w, areaEFOf, o.Name), o.N2O, n2oPerArea)))
		directs = append(directs, "A"+n+" × EF2"+n)
	}
	weights(w)
	direct = w.Computed("N2O_direct", directN2O, "kg N2O", "("+plus(directs)+") × M_N2O / M_N2", estimate.Rounded, asN2O(w, direct))
	gas = w.Computed("N_volatilised", volatilisedOf, "kg N", plus(gases), estimate.Exactly, gas)
	of(w, "Frac_leach", s.Leached, s.Edition)
	leach := w.Fraction("Frac_leach", leachAllOf, s.Leached)
	leached := w.Computed("N_leached", leachedOf, "kg N", "("+plus(inputs)+") × Frac_leach", estimate.Exactly, all.Mul(leach))
	parts, n2o := indirect(w, s.Edition, gas, leached, s.Deposition, s.Leaching)
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
func (x *NitrogenInput) amount(w *estimate.Worksheet, n string) decimal.Decimal {
	if len(x.Residues) == 0 {
		return w.Quantity("F"+n, labelled(w, nitrogenIn, x.name()), x.Amount, inKilograms, x.Source)
	}
	if x.Kind != CropResidues || !x.Amount.IsUnset() || len(x.Residues) > mostParts {
		w.Refuse("Residues"+n, x.Amount.String(), "residues are accepted in place of the nitrogen of crop residues, at most 40")
		return decimal.Zero
	}
	var sum decimal.Decimal
	var parts []string
	for i, r := range x.Residues {
		nitrogen, formula := r.nitrogen(w, fmt.Sprintf("%s_%d", n, i+1))
		sum, parts = sum.Add(nitrogen), append(parts, formula)
	}
	return w.Computed("F"+n, labelled(w, nitrogenIn, x.name()), "kg N", plus(parts), estimate.Exactly, sum)
}

// nitrogen tells the nitrogen of residues (equation 11.6), in kg, and its formula.
func (r Residue) nitrogen(w *estimate.Worksheet, n string) (decimal.Decimal, string) {
	above := w.Quantity("AG"+n, labelled(w, aboveOf, r.Name), r.Above, inKilograms, r.Source)
	nitrogen := w.Parameter("N_AG"+n, labelled(w, aboveNOf, r.Name), r.AboveNitrogen, nPerDry)
	removed := w.Fraction("Removed"+n, labelled(w, removedOf, r.Name), r.Removed)
	sum, formula := above.Mul(nitrogen).Mul(one.Sub(removed)), "AG"+n+" × N_AG"+n+" × (1 - Removed"+n+")"
	below := w.Quantity("BG"+n, labelled(w, belowOf, r.Name), r.Below, inKilograms, r.Source)
	if below.IsZero() {
		return sum, formula
	}
	nitrogen = w.Parameter("N_BG"+n, labelled(w, belowNOf, r.Name), r.BelowNitrogen, nPerDry)
	return sum.Add(below.Mul(nitrogen)), formula + " + BG" + n + " × N_BG" + n
}
