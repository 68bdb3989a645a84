package land

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

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

// AppliedManure is the manure of one category of animals and one system that is spread on
// soils: what it excreted less what was lost before, and the nitrogen of bedding (equation
// 10.34).
type AppliedManure struct {
	Animals
	Excretion     Excretion
	Share         estimate.Parameter // of their manure that is in the system
	Lost          estimate.Parameter // Frac_LossMS, of its nitrogen before it is spread, of all forms
	Bedding       ghg.Quantity       // mass of nitrogen; 0 t where there is none
	BeddingSource string
}

var (
	aboveOf   = words.Term{En: "residues above ground, dry", Ko: "지상부 잔사량(건물)"}
	belowOf   = words.Term{En: "residues below ground, dry", Ko: "지하부 잔사량(건물)"}
	aboveNOf  = words.Term{En: "nitrogen of residues above ground", Ko: "지상부 잔사 질소 함량(N_AG)"}
	belowNOf  = words.Term{En: "nitrogen of residues below ground", Ko: "지하부 잔사 질소 함량(N_BG)"}
	removedOf = words.Term{En: "share of residues that is removed", Ko: "잔사 제거 비율"}
	nPerDry   = estimate.RateUnitOf("kg N/kg d.m.")
	nLostOf   = words.Term{En: "share of nitrogen that is lost before", Ko: "시용 전 질소 손실 비율(Frac_LossMS)"}
	beddingOf = words.Term{En: "nitrogen of bedding", Ko: "깔짚 질소량"}
)

// nitrogen tells the nitrogen of residues (equation 11.6), in kg, and its formula.
func (r Residue) nitrogen(w *estimate.Worksheet, n string) (decimal.Decimal, string) {
	above := w.As("kg d.m.").Quantity("AG"+n, labelled(w, aboveOf, r.Name), r.Above, inKilograms, r.Source)
	nitrogen := w.Parameter("N_AG"+n, labelled(w, aboveNOf, r.Name), r.AboveNitrogen, nPerDry())
	removed := w.Fraction("Removed"+n, labelled(w, removedOf, r.Name), r.Removed)
	sum, formula := above.Mul(nitrogen).Mul(one.Sub(removed)), "AG"+n+" × N_AG"+n+" × (1 - Removed"+n+")"
	below := w.As("kg d.m.").Quantity("BG"+n, labelled(w, belowOf, r.Name), r.Below, inKilograms, r.Source)
	if below.IsZero() {
		return sum, formula
	}
	nitrogen = w.Parameter("N_BG"+n, labelled(w, belowNOf, r.Name), r.BelowNitrogen, nPerDry())
	return sum.Add(below.Mul(nitrogen)), formula + " + BG" + n + " × N_BG" + n
}

// nitrogen tells the nitrogen of manure that is spread, in kg, and its formula.
func (m AppliedManure) nitrogen(w *estimate.Worksheet, n string, e estimate.Edition, days func() decimal.Decimal) (decimal.Decimal,
	string) {
	head := m.on(w, n, days)
	nex := m.Excretion.on(w, n, days)
	share := w.Fraction("Share"+n, labelled(w, shareOf, m.What), m.Share)
	inEdition(w, "Lost"+n, m.Lost, e)
	lost := w.Fraction("Lost"+n, labelled(w, nLostOf, m.What), m.Lost)
	bedding := w.As("kg N").Quantity("Bedding"+n, labelled(w, beddingOf, m.What), m.Bedding, inKilograms, m.BeddingSource)
	return head.Mul(nex).Mul(share).Mul(one.Sub(lost)).Add(bedding),
		"N" + n + " × Nex" + n + " × Share" + n + " × (1 - Lost" + n + ") + Bedding" + n
}
