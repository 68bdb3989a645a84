package strategy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// Gap is what a portfolio leaves to a target in one year and one kind of
// reduction.
type Gap struct {
	Target   target.Target
	Baseline ghg.YearFigure // what would be emitted without the portfolio
	Limit    ghg.CO2e       // what the target allows
	Need     ghg.CO2e       // Baseline − Limit; below 0 where none is needed
	Total    Total          // what the portfolio cuts, by action and area
	// CO2e is the gap, Need − Total: what is missing, and below 0 what is cut
	// beyond need. It is never clipped.
	CO2e ghg.CO2e
}

// BasisError says that portfolio, target and baseline are of two places, views
// or metrics, so that no difference between them has a meaning.
type BasisError struct {
	Aspect                      ghg.Aspect // place, view or metric
	Portfolio, Target, Baseline string
	Err                         error // a [*ghg.MetricMismatchError] for metrics
}

func (e *BasisError) Error() string {
	note := ""
	if e.Portfolio == e.Baseline && (e.Portfolio == e.Target || e.Target == "") {
		note = ": different selections of one name"
	}
	if e.Target == "" {
		return fmt.Sprintf("the %s must be one: the portfolio's is %q, the baseline's %q%s", e.Aspect, e.Portfolio, e.Baseline, note)
	}
	return fmt.Sprintf("the %s must be one: the portfolio's is %q, the target's %q, the baseline's %q%s", e.Aspect, e.Portfolio, e.Target, e.Baseline, note)
}

// Unwrap is the cause that has a type of its own, if there is one.
func (e *BasisError) Unwrap() error { return e.Err }

// Gap is what the portfolio leaves to a target in a year:
//
//	need = baseline − limit
//	gap  = need − Σ reductions of the kind
//
// Baseline is what would be emitted without the portfolio. Place, view and
// metric of all three must be one, else a [*BasisError] is returned for each
// that is not. A baseline without the year is a [*ghg.NoFigureError], a
// target without a limit for it a [*ghg.NoFigureError].
//
// Actions that are not quantified are unknown and count nothing here; Total
// says how many they are.
func (p Portfolio) Gap(t target.Target, baseline ghg.Yearly, kind Kind, year int) (Gap, error) {
	total, err := p.Total(kind, year)
	if err != nil {
		return Gap{}, err
	}
	return total.gap(t, baseline)
}

// gap is what a total leaves to a target.
func (total Total) gap(t target.Target, baseline ghg.Yearly) (Gap, error) {
	limit, err := t.Limit(total.Year)
	if err != nil {
		return Gap{}, err
	}
	if err := total.p.oneBasis(t, baseline); err != nil {
		return Gap{}, err
	}
	b, err := baseline.Figure(total.Year)
	if err != nil {
		return Gap{}, err
	}
	need := plus(b.CO2e, limit.Neg())
	return Gap{t, b, limit, need, total, plus(need, total.CO2e.Neg())}, nil
}

// oneBasis checks that a portfolio, a target and a baseline may meet.
func (p Portfolio) oneBasis(t target.Target, baseline ghg.Yearly) error {
	var errs []error
	if a, b, c := p.Place(), t.Place(), baseline.Place(); a != b || a != c {
		errs = append(errs, &BasisError{Aspect: ghg.AspectPlace, Portfolio: string(a), Target: string(b), Baseline: string(c)})
	}
	if a, b, c := p.View().ID(), t.Views().Due.ID(), baseline.View().ID(); a != b || a != c {
		errs = append(errs, &BasisError{Aspect: ghg.AspectView, Portfolio: a.String(), Target: b.String(), Baseline: c.String()})
	}
	if a, b, c := p.Metric().ID(), t.Metric().ID(), baseline.Metric().ID(); a != b || a != c {
		other := b
		if a == b {
			other = c
		}
		errs = append(errs, &BasisError{Aspect: ghg.AspectMetric, Portfolio: a.String(), Target: b.String(), Baseline: c.String(), Err: &ghg.MetricMismatchError{A: a, B: other}})
	}
	return errors.Join(errs...)
}

// IsClosed reports whether nothing is missing. The zero Gap, which nobody
// computed, is not closed.
func (g Gap) IsClosed() bool { return !g.Target.IsZero() && g.CO2e.Sign() <= 0 }

// Explain is the gap as arithmetic, with its sources.
func (g Gap) Explain() string {
	var b strings.Builder
	source := func(s string) string {
		if s == "" {
			return ""
		}
		return "; " + s
	}
	goal := g.Target.String()
	for m := range g.Target.Milestones() {
		if m.Year == g.Total.Year {
			goal += ", with " + m.String()
		}
	}
	fmt.Fprintf(&b, "gap to the target in %d\n", g.Total.Year)
	fmt.Fprintf(&b, "baseline %s (%s%s)\n", g.Baseline.CO2e, g.Baseline.Status, source(g.Baseline.Source))
	fmt.Fprintf(&b, "− limit %s (%s%s)\n", g.Limit, goal, source(g.Target.Source()))
	fmt.Fprintf(&b, "= need %s\n", g.Need)
	fmt.Fprintf(&b, "− %s\n", g.Total.Explain())
	fmt.Fprintf(&b, "= gap %s", g.CO2e)
	if g.Total.Kind == Potential {
		b.WriteString("\na potential is no plan: nobody has undertaken to cut it")
	}
	return b.String()
}
