package sink

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Claimable are the removals that may be claimed, by year, for a balance with
// emissions: what is held back counts for nobody. A year below 0 is a release.
//
// The basis is that of the emissions that they are taken from: removals have no
// view, but place and metric must be one, else a [*ghg.MismatchError] is
// returned. Through the year counted the trees have been seen to stand, and the
// removals are actual; those of later years are projected.
func (r Removals) Claimable(from ghg.Basis, counted int) (ghg.Years[ghg.CO2e], error) {
	return r.series("claimable removals", from, counted, func(y Year) Removal { return y.Claimable })
}

// StockChange are the removals with what is held back and drawn, by year: the
// balance of the air. Else it is as [Removals.Claimable].
func (r Removals) StockChange(from ghg.Basis, counted int) (ghg.Years[ghg.CO2e], error) {
	return r.series("stock change", from, counted, func(y Year) Removal { return y.Removal })
}

// series hands over an amount of every year.
func (r Removals) series(what string, from ghg.Basis, counted int, of func(Year) Removal) (ghg.Years[ghg.CO2e], error) {
	if r.project.IsZero() {
		return ghg.Years[ghg.CO2e]{}, errNoProject
	}
	d := r.project.definition()
	trees := ghg.Basis{Place: d.Place, View: from.View, Metric: d.Metric}
	if err := from.Meets("the emissions", trees, r.project.of()); err != nil {
		return ghg.Years[ghg.CO2e]{}, err
	}
	source := fmt.Sprintf("%s, with a buffer of %s (%s)", d.Name, d.Buffer, d.Source)
	all := make([]ghg.OfYear[ghg.CO2e], len(r.years))
	for i, y := range r.years {
		all[i] = ghg.OfYear[ghg.CO2e]{Year: y.Year, Value: of(y).c, Source: source}
		if y.Year > counted {
			all[i].Status = ghg.Projected
		}
	}
	return ghg.NewYears(words.Clip(what+" of "+r.project.of(), ghg.MaxName-len("…")), "", nil, all...)
}
