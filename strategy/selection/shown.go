package selection

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// shownPlaces are the decimal places that texts round to, once: the kilogram. What several
// actions leave of a shared source has many more of them, and stays exact in the answer.
const shownPlaces = 3

// shown is a number in a text.
func shown(d decimal.Decimal) string { return exact.Round(d, shownPlaces).String() }

// shownCO2e is an amount in a text.
func shownCO2e(c ghg.CO2e) string { return shown(c.Tonnes()) + " " + c.Metric().Unit() }

// reachPlaces are those of what a rule that cannot be met falls short by, which may be
// little: they are the places that amounts are held to.
const reachPlaces = 12

// notAbove is what nothing surpasses, in a text where that is so still.
func notAbove(d decimal.Decimal) decimal.Decimal { return d.RoundCeil(shownPlaces) }

// reached is what comes nearest to the bound of a rule, never rounded onto the bound.
func (u Unmet) reached() decimal.Decimal {
	if u.AtLeast {
		return u.Reach.RoundFloor(reachPlaces)
	}
	return u.Reach.RoundCeil(reachPlaces)
}

// shownYears are the reductions by year in a text: they add up to their sum, which is
// rounded once.
func (r Answer) shownYears() map[int]string {
	var years []int
	var parts []ghg.CO2e
	for y, c := range r.Reductions.All() {
		years, parts = append(years, y), append(parts, c)
	}
	out := map[int]string{}
	list, err := ghg.ShowList(ghg.Tonne, shownPlaces, parts...)
	if err != nil { // of one metric and within bounds, as New has checked
		return out
	}
	for i, s := range list.Parts() {
		out[years[i]] = s.Amount().String() + " " + parts[i].Metric().Unit()
	}
	return out
}
