package land

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// TreeClass is trees of one kind, by their number.
type TreeClass struct {
	Name   words.Term // "ginkgo"
	Trees  ghg.Quantity
	Source string
	Growth estimate.Parameter // C, 0.0103 t C/tree/yr
}

// UrbanTrees are the trees of streets, parks and gardens in settlements that stay settlements:
// the change of their carbon in a year, as CO2, by the area of their crowns (V4 equation 8.2,
// tier 2a) or by their number (equation 8.3, tier 2b). CO2 below 0 is a removal. By tier 1 it
// is 0. Trees in forests are in [GainLoss] or [StockDifference], and not here again.
type UrbanTrees struct {
	What        words.Term   // "street trees"
	Crown       ghg.Quantity // AT, area of the crowns, which is not that of the park; or
	CrownSource string
	CrownGrowth estimate.Parameter // CRW, 2.9 t C/ha crown/yr
	Classes     []TreeClass        // trees by their number

	Age        estimate.Parameter // average age of the trees: 12 yr
	Period     estimate.Parameter // AGP, in which trees grow and none is lost: 20 yr
	Lost       ghg.Quantity       // carbon, as mass, of trees that died in the year: asked of trees older than AGP
	LostSource string
	Ratio      factor.CarbonRatio
}

var (
	treesTitle = words.Term{En: "urban trees", Ko: "도시 수목"}
	crownOf    = words.Term{En: "area of crowns", Ko: "수관면적(AT)"}
	crownRate  = words.Term{En: "growth by area of crowns", Ko: "수관면적당 탄소 증가량(CRW)"}
	treesOf    = words.Term{En: "trees", Ko: "본수"}
	treeRate   = words.Term{En: "growth of a tree", Ko: "본당 탄소 증가량"}
	ageOf      = words.Term{En: "average age of the trees", Ko: "평균 수령"}
	periodOf   = words.Term{En: "period of active growth", Ko: "활발한 생장기간(AGP)"}
	treesLost  = words.Term{En: "carbon of trees that died", Ko: "고사목 탄소량"}
	crownUnit  = estimate.RateUnitOf("t C/ha crown/yr")
	treeUnit   = estimate.RateUnitOf("t C/tree/yr")
	inTrees    = estimate.UnitOf("tree")
)

// noneLost is the source of losses of young trees.
const noneLost = "0 by default while the trees are no older than AGP (V4 Ch8.2)"

// Title is what is estimated.
func (u UrbanTrees) Title() words.Term {
	if u.What == (words.Term{}) {
		return treesTitle
	}
	return u.What
}

// Equation is that of what is stated.
func (u UrbanTrees) Equation() string {
	if len(u.Classes) > 0 {
		return "IPCC 2006 V4 Ch8, eq. 8.1 and 8.3"
	}
	return "IPCC 2006 V4 Ch8, eq. 8.1 and 8.2"
}

// Work tells the terms and what is emitted or removed.
func (u UrbanTrees) Work(w *estimate.Worksheet) {
	gain := u.gain(w)
	lost := u.losses(w)
	change := w.Computed("DC", netGainOf, "t C", "DC_G - DC_L", estimate.Exactly, gain.Sub(lost))
	taken(w, u.Ratio, "DC", change)
}

// gain tells what the trees gain, in t C.
func (u UrbanTrees) gain(w *estimate.Worksheet) decimal.Decimal {
	if len(u.Classes) == 0 {
		crown := w.As("ha crown").Quantity("A_T", crownOf, u.Crown, ghg.Hectare, u.CrownSource)
		by := w.Parameter("CRW", crownRate, u.CrownGrowth, crownUnit())
		return w.Computed("DC_G", gainedOf, "t C", "A_T × CRW", estimate.Exactly, crown.Mul(by))
	}
	if !u.Crown.IsUnset() || !u.CrownGrowth.IsUnset() || len(u.Classes) > mostParts {
		w.Refuse("A_T", u.Crown.String(), "the area of crowns, or at most 40 kinds of trees, one of them, are accepted")
		return decimal.Zero
	}
	var sum decimal.Decimal
	var parts []string
	for i := range u.Classes {
		c, n := &u.Classes[i], "_"+strconv.Itoa(i+1)
		trees := w.Quantity("N"+n, labelled(w, treesOf, c.Name), c.Trees, inTrees(), c.Source)
		sum = sum.Add(trees.Mul(w.Parameter("C"+n, labelled(w, treeRate, c.Name), c.Growth, treeUnit())))
		parts = append(parts, "N"+n+" × C"+n)
	}
	return w.Computed("DC_G", gainedOf, "t C", plus(parts), estimate.Exactly, sum)
}

// losses tells what the trees lost, in t C.
func (u UrbanTrees) losses(w *estimate.Worksheet) decimal.Decimal {
	age := w.Parameter("Age", ageOf, u.Age, inYears())
	period := w.Parameter("AGP", periodOf, u.Period, inYears())
	switch {
	case !u.Lost.IsUnset():
		return w.As("t C").Quantity("DC_L", treesLost, u.Lost, inTonnes, u.LostSource)
	case age.GreaterThan(period) && !w.Failed():
		w.Refuse("DC_L", "", "the carbon of trees that died is asked: they are older than AGP on average, and losses are no longer 0 by default")
	}
	return w.Number("DC_L", treesLost, "t C", noneLost, decimal.Zero)
}
