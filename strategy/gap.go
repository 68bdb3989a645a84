package strategy

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
)

// Gap is what a portfolio leaves to a target in one year and one kind of
// reduction.
type Gap struct {
	Target   target.Target  `json:"target"`
	Baseline ghg.YearFigure `json:"baseline"` // what would be emitted without the portfolio
	Limit    ghg.CO2e       `json:"limit"`    // what the target allows
	Need     ghg.CO2e       `json:"need"`     // Baseline − Limit; below 0 where none is needed
	Total    Total          `json:"total"`    // what the portfolio cuts, by action and area
	// CO2e is the gap, Need − Total: what is missing, and below 0 what is cut
	// beyond need. It is never clipped.
	CO2e ghg.CO2e `json:"co2e"`
}

// Gap is what the portfolio leaves to a target in a year:
//
//	need = baseline − limit
//	gap  = need − Σ reductions of the kind
//
// Baseline is what would be emitted without the portfolio. All three must be of one
// basis, else a [*ghg.MismatchError] says in what target or baseline differ from the
// portfolio. A baseline without the year is a [*ghg.NoFigureError], a
// target without a limit for it a [*ghg.NoFigureError] as well.
//
// Actions that are not quantified are unknown and count nothing here; Total
// says how many they are, and which do not count by their stage ([Total.Findings]).
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
	mine, what := p.Basis(), "portfolio "+words.Quote(p.Name())
	due := ghg.Basis{Place: t.Place(), View: t.Views().Due, Metric: t.Metric()} // a cut is one of the due year's view
	return errors.Join(mine.Meets(what, due, "target "+words.Quote(t.Name())), mine.Meets(what, baseline.Basis(), "the baseline"))
}

// IsClosed reports whether nothing is missing. The zero Gap, which nobody
// computed, is not closed.
func (g Gap) IsClosed() bool { return !g.Target.IsZero() && g.CO2e.Sign() <= 0 }
