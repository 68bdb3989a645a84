package strategy

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
)

// Against holds the wedges against another line than the plan's, such as the
// inventories of later years. What lies between plan and series is a wedge of
// its own, the last:
//
//	unexplained = plan − series
//	baseline − series = Σ wedges + unexplained
//
// Above 0, less is emitted than the plan explains. Only the years of both are
// kept; without a common one the call fails. Both must be of one
// basis, else a [*ghg.MismatchError] is returned.
func (w Wedges) Against(series ghg.Yearly) (Wedges, error) {
	return w.against(series, "series")
}

func (w Wedges) against(series ghg.Yearly, end string) (Wedges, error) {
	if w.IsZero() {
		return Wedges{}, ErrNoPortfolio
	}
	b := w.e.Baseline()
	if err := b.Basis().Meets("the wedges", series.Basis(), "the "+end); err != nil {
		return Wedges{}, err
	}
	plain := len(w.keys)
	if w.held {
		plain--
	}
	out := w
	out.keys = append(slices.Clone(w.keys[:plain]), Wedge{Name: "unexplained", NameKo: "설명되지 않음", Unexplained: true})
	out.years, out.held, out.end = nil, true, end
	for _, y := range w.years {
		f, ok := series.At(y.year)
		if !ok {
			continue
		}
		y.end = f.CO2e
		y.amounts = append(slices.Clone(y.amounts[:plain]), plus(y.plan, f.CO2e.Neg()))
		y.quantified = append(slices.Clone(y.quantified[:plain]), true)
		out.years = append(out.years, y)
	}
	if len(out.years) == 0 {
		return Wedges{}, fmt.Errorf("the %s has no figure in a year of the baseline %q: nothing can be compared", end, b.Name())
	}
	return out, nil
}

// AgainstPathway holds the wedges against the pathway of a target, as
// [Wedges.Against] does: the unexplained wedge is what the plan leaves to do
// where it is above 0, and what it cuts beyond the pathway where below. A target
// that is measured in two views is refused, as its pathway is of neither.
func (w Wedges) AgainstPathway(t target.Target, p target.Pathway) (Wedges, error) {
	values, err := t.Along(p)
	if err != nil {
		return Wedges{}, err
	}
	if v := t.Views(); v.Base.ID() != v.Due.ID() {
		return Wedges{}, fmt.Errorf("target %s is measured in two views, %s and %s: its pathway is of neither, so wedges do not meet it",
			words.Quote(t.Name()), v.Base, v.Due)
	}
	var figures []ghg.YearFigure
	for year, c := range values {
		figures = append(figures, ghg.YearFigure{Year: year, CO2e: c, Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: t.Source()})
	}
	series, err := ghg.NewYearly(t.Place(), t.Views().Due, t.Metric(), figures)
	if err != nil {
		return Wedges{}, err
	}
	return w.against(series, "pathway")
}
