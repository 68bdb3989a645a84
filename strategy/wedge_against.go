package strategy

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// SeriesMismatchError says that wedges and a series are of two places, views or
// metrics, so that no difference between them has a meaning.
type SeriesMismatchError struct {
	Aspect         ghg.Aspect
	Wedges, Series string
	Err            error // a [*ghg.MetricMismatchError] for metrics
}

func (e *SeriesMismatchError) Error() string {
	note := ""
	if e.Wedges == e.Series {
		note = ": different selections of one name"
	}
	return fmt.Sprintf("the %s must be one: the wedges' is %q, the series' %q%s", e.Aspect, e.Wedges, e.Series, note)
}

// Unwrap is the cause that has a type of its own, if there is one.
func (e *SeriesMismatchError) Unwrap() error { return e.Err }

// Against holds the wedges against another line than the plan's, such as the
// inventories of later years. What lies between plan and series is a wedge of
// its own, the last:
//
//	unexplained = plan − series
//	baseline − series = Σ wedges + unexplained
//
// Above 0, less is emitted than the plan explains. Only the years of both are
// kept; without a common one the call fails. Place, view and metric must be
// one, else a [*SeriesMismatchError] is returned for each that is not.
func (w Wedges) Against(series ghg.Yearly) (Wedges, error) {
	return w.against(series, "series")
}

func (w Wedges) against(series ghg.Yearly, end string) (Wedges, error) {
	if w.IsZero() {
		return Wedges{}, ErrNoPortfolio
	}
	b := w.e.Baseline()
	var errs []error
	if x, y := b.Place(), series.Place(); x != y {
		errs = append(errs, &SeriesMismatchError{Aspect: ghg.AspectPlace, Wedges: string(x), Series: string(y)})
	}
	if x, y := b.View().ID(), series.View().ID(); x != y {
		errs = append(errs, &SeriesMismatchError{Aspect: ghg.AspectView, Wedges: x.String(), Series: y.String()})
	}
	if x, y := b.Metric().ID(), series.Metric().ID(); x != y {
		errs = append(errs, &SeriesMismatchError{Aspect: ghg.AspectMetric, Wedges: x.String(), Series: y.String(), Err: &ghg.MetricMismatchError{A: x, B: y}})
	}
	if len(errs) > 0 {
		return Wedges{}, errors.Join(errs...)
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
		return Wedges{}, fmt.Errorf("target %q is measured in two views, %s and %s: its pathway is of neither, so wedges do not meet it", t.Name(), v.Base, v.Due)
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
