package strategy

import (
	"cmp"
	"errors"
	"iter"
	"maps"
	"strconv"

	"github.com/localghg/localghg/ghg"
)

// Reductions are amounts of CO2e by year, of one kind and on one metric:
// positive for a cut, negative for an increase. An amount is what the year's
// emissions are lower by; amounts are not cumulated over years. A year without
// an amount is unknown, not 0. Reductions are immutable; the zero Reductions
// are of no kind, and are refused where reductions are needed.
type Reductions struct {
	kind   Kind
	metric ghg.Metric
	years  ghg.Years[ghg.CO2e]
}

// NewReductions makes reductions of amounts by year. A kind that does not exist, a
// missing metric, years outside 1850 to 2300, an amount on another metric and
// reductions without a year are [ghg.Faults], all at once; beside an amount on
// another metric stands a [*ghg.MetricMismatchError].
func NewReductions(kind Kind, metric ghg.Metric, amounts map[int]ghg.CO2e) (Reductions, error) {
	const of = "reductions"
	var faults ghg.Faults
	var mismatch error
	kind.refuse(&faults, of)
	if metric.IsZero() {
		faults.Refuse(of, "metric", "", ghg.ErrNoMetric.Error())
	}
	years := yearsOf(&faults, of, amounts, func(of string, c ghg.CO2e) {
		if err := onMetric(metric, c); err != nil {
			faults.Refuse(of, "amount", c.String(), err.Error())
			mismatch = cmp.Or(mismatch, err)
		}
	})
	if err := faults.Err(); err != nil {
		return Reductions{}, errors.Join(err, mismatch)
	}
	return Reductions{kind, metric, years}, nil
}

// onMetric is a [*ghg.MetricMismatchError] for an amount on another metric. Where
// none is given, that is what is wrong.
func onMetric(metric ghg.Metric, c ghg.CO2e) error {
	if a, b := metric.ID(), c.Metric().ID(); a != b && !metric.IsZero() {
		return &ghg.MetricMismatchError{A: a, B: b}
	}
	return nil
}

// Kind is the kind of all amounts.
func (r Reductions) Kind() Kind { return r.kind }

// Metric is the metric of all amounts; the zero Metric for the zero
// Reductions.
func (r Reductions) Metric() ghg.Metric { return r.metric }

// IsZero reports whether there are no reductions at all, not even of 0.
func (r Reductions) IsZero() bool { return r.kind == 0 }

// Len is the number of years with an amount.
func (r Reductions) Len() int { return r.years.Len() }

// At is the amount in a year. A year without one is not 0.
func (r Reductions) At(year int) (ghg.CO2e, bool) {
	y, ok := r.years.At(year)
	return y.Value, ok
}

// All yields the amounts from the first year to the last.
func (r Reductions) All() iter.Seq2[int, ghg.CO2e] { return valuesOf(r.years) }

// Add is the sum of reductions of one kind and metric, in the years that both
// have: where one is unknown, so is the sum. Reductions of two kinds are a
// [*KindMismatchError], on two metrics a [*ghg.MetricMismatchError], without a
// common year an error. It does not ask what the reductions act on: overlap is
// checked by [NewPortfolio].
func (r Reductions) Add(o Reductions) (Reductions, error) {
	if r.kind != o.kind {
		return Reductions{}, &KindMismatchError{r.kind, o.kind}
	}
	if err := r.kind.check(); err != nil {
		return Reductions{}, err
	}
	sums := map[int]ghg.CO2e{}
	for y := range r.years.All() {
		c, ok := o.At(y.Year)
		if !ok {
			continue
		}
		sum, err := y.Value.Add(c)
		if err != nil {
			return Reductions{}, err
		}
		sums[y.Year] = sum
	}
	if len(sums) == 0 {
		return Reductions{}, errors.New("the reductions have no year in common: in every year one of them is unknown")
	}
	return NewReductions(r.kind, r.metric, sums)
}

// Join is the reductions of two spans of years as one series: metered years
// behind sampled ones, two steps of a plan. A year that both have is a
// [*ghg.TwiceError], as one figure would hide the other; kinds and metrics are as for [Reductions.Add].
func (r Reductions) Join(o Reductions) (Reductions, error) {
	if r.kind != o.kind {
		return Reductions{}, &KindMismatchError{r.kind, o.kind}
	}
	if err := r.kind.check(); err != nil {
		return Reductions{}, err
	}
	joined := maps.Collect(r.All())
	for year, c := range o.All() {
		if _, twice := joined[year]; twice {
			return Reductions{}, &ghg.TwiceError{Of: "reductions of two spans", What: "year", ID: strconv.Itoa(year)}
		}
		joined[year] = c
	}
	return NewReductions(r.kind, r.metric, joined)
}
