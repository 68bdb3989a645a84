package target

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Decision says whether a goal is met. The zero Decision is
// [Undecided].
type Decision uint8

// The decisions on a goal.
const (
	Undecided Decision = iota // a year that decides has no final, complete figure
	Met
	Missed
)

// String is "met", "missed" or "undecided".
func (d Decision) String() string {
	switch d {
	case Met:
		return "met"
	case Missed:
		return "missed"
	}
	return "undecided"
}

// Korean is the same in Korean: 달성.
func (d Decision) Korean() string { return d.term().Ko }

// MarshalText writes what String prints.
func (d Decision) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Outcome is whether a goal is met over its timeframe.
type Outcome struct {
	Target   Target
	Decision Decision
	Reason   string
	// Allowable and Accountable are what is compared: of the due year, the mean
	// or the sum of the years that count. Of an annual goal they are sums, for
	// information. Accountable is undefined where a year has no figure.
	Allowable   ghg.CO2e
	Accountable Amount
	Shortfall   Amount // Accountable - Allowable: above 0 is what is missing
	// Years are the years that count.
	Years    []OutcomeYear
	Findings ghg.Findings
}

// OutcomeYear is one year of an outcome.
type OutcomeYear struct {
	Year      int
	Allowable ghg.CO2e
	// Figure is the inventory's figure, and HasFigure whether there is one.
	Figure    ghg.YearFigure
	HasFigure bool
	Adjusted  Adjusted
	// Accountable is the figure with its adjustments.
	Accountable Amount
	// Unlike is what the figure and those of the base do not have in common.
	Unlike []ghg.Unlike
}

// isFinal reports whether the year can decide a goal.
func (y OutcomeYear) isFinal() bool { return y.HasFigure && isFinal(y.Figure) && len(y.Unlike) == 0 }

// isFinal reports whether a figure is actual and complete.
func isFinal(f ghg.YearFigure) bool { return f.Status == ghg.Actual && len(f.Coverage.Gaps) == 0 }

// Outcome says whether the goal is met: by accountable emissions, which units
// sold, units retired and the change of the land sector adjust, over the years
// of the timeframe.
//
//	single year   E(t) <= T
//	average       mean of E <= T
//	annual        E(y) <= v(y) for each year
//	cumulative    sum of E <= sum of v
//
// A year without an actual and complete figure, or with one that counts other
// categories or gases than the base year, leaves the goal undecided, and never met;
// an annual goal is missed as soon as one such figure is above its value. A mean is
// rounded to [PathwayPlaces] decimal places of a tonne, and
// compared before it is rounded. Figures whose periods overlap or leave days out
// between them are not added: a mean and a sum of them is a [*ghg.PeriodError].
//
// A rolling goal has no outcome: [Target.Rolling] gives its years.
func (t Target) Outcome(series ghg.Yearly, a Adjustments) (Outcome, error) {
	if err := t.Match(series); err != nil {
		return Outcome{}, err
	}
	if err := a.check(t); err != nil {
		return Outcome{}, err
	}
	limit, err := t.Limit(t.Due())
	if err != nil {
		return Outcome{}, err
	}
	o := Outcome{Target: t}
	frame := t.Timeframe()
	first := t.Due()
	if frame.kind != single {
		first = frame.first
	}
	if frame.kind == average || frame.kind == cumulative {
		if err := series.CanAdd(first, t.Due()); err != nil {
			return Outcome{}, fmt.Errorf("%s: %w", t.of(), err)
		}
	}
	for y := first; y <= t.Due(); y++ {
		year := OutcomeYear{Year: y, Allowable: limit, Accountable: Amount{why: fmt.Sprintf("the series has no figure for %d", y)}}
		if frame.kind >= annual {
			if year.Allowable, err = t.Pathway(frame.pathway, y); err != nil {
				return Outcome{}, err
			}
		}
		if f, ok := series.At(y); ok {
			year.Figure, year.HasFigure, year.Unlike = f, true, t.unlike(series, f)
			adjusted, accountable, err := a.in(y, f.CO2e)
			if err != nil {
				return Outcome{}, fmt.Errorf("%s, %d: %w", t.of(), y, err)
			}
			year.Adjusted, year.Accountable = adjusted, Amount{co2e: accountable, ok: true}
		}
		o.Years = append(o.Years, year)
	}
	o.Findings.All = o.remarks(series)
	o.Findings.All = append(o.Findings.All, append(a.findings(first, t.Due()), a.others(first, t.Due())...)...)
	err = o.decide(frame)
	if derived != nil && err == nil { // a test replays every outcome
		o.Explain()
	}
	return o, err
}

// remarks are what the years that count do not have in common with the base.
func (o Outcome) remarks(series ghg.Yearly) (out []ghg.Finding) {
	var unlike []ghg.Unlike
	last := 0
	for _, y := range o.Years {
		if len(y.Unlike) > 0 {
			unlike, last = append(unlike, y.Unlike...), y.Year
		}
	}
	if last != 0 {
		out = append(out, unlikeFinding(last, unlike))
	}
	for _, y := range o.Years {
		if f, differ := o.Target.periodFinding(series, y.Figure); y.HasFigure && differ {
			return append(out, f) // one of them says it
		}
	}
	return out
}

// decide compares what is accountable with what is allowable.
func (o *Outcome) decide(frame Timeframe) (err error) {
	var allowable, accountable decimal.Decimal
	var open, above []string
	for _, y := range o.Years {
		allowable = allowable.Add(y.Allowable.Tonnes())
		accountable = accountable.Add(y.Accountable.co2e.Tonnes())
		switch {
		case !y.HasFigure:
			open = append(open, fmt.Sprintf("%d has no figure", y.Year))
		case !y.isFinal():
			open = append(open, fmt.Sprintf("the figure of %d is %s", y.Year, y.state()))
		case y.Accountable.co2e.Tonnes().GreaterThan(y.Allowable.Tonnes()):
			above = append(above, fmt.Sprint(y.Year))
		}
	}
	over := accountable.Sub(allowable)
	n := one
	if frame.kind == average {
		n = years(len(o.Years))
	}
	m := o.Target.Metric()
	if o.Allowable, err = rounded(allowable, n, m); err != nil {
		return err
	}
	o.Accountable = Amount{why: "a year that counts has no figure"}
	o.Shortfall = o.Accountable
	if o.complete() {
		mean, err := rounded(accountable, n, m)
		if err != nil {
			return err
		}
		o.Accountable = Amount{co2e: mean, ok: true}
		if mean, err = rounded(over, n, m); err != nil {
			return err
		}
		o.Shortfall = Amount{co2e: mean, ok: true}
	}
	what := map[timeframe]string{single: "emissions of the due year", average: "the mean of the years",
		cumulative: "the sum of the years"}[frame.kind]
	switch {
	case frame.kind == annual && len(above) > 0:
		o.Decision, o.Reason = Missed, "above the value of the year in "+strings.Join(above, ", ")
	case len(open) > 0:
		o.Reason = strings.Join(open, ", ")
	case frame.kind == annual:
		o.Decision, o.Reason = Met, "at or below the value of the year in every year"
	case over.IsPositive():
		o.Decision, o.Reason = Missed, what+" above what is allowed"
	default:
		o.Decision, o.Reason = Met, what+" at or below what is allowed"
	}
	return nil
}

func (o Outcome) complete() bool {
	for _, y := range o.Years {
		if !y.HasFigure {
			return false
		}
	}
	return true
}

// state is why a figure is not final.
func (y OutcomeYear) state() string { return y.stateTerm().En }

// String is "met: emissions of the due year at or below what is allowed".
func (o Outcome) String() string { return o.Decision.String() + ": " + o.Reason }
