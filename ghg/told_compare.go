package ghg

import (
	"slices"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// mostMetrics is on how many of the metrics that are met two forms are compared.
const mostMetrics = 4

// likeness is how near two forms must come to be noted. Where both are printed in one
// unit, and nothing is multiplied, they are the same exactly: 17 t and 18 t are two figures.
type likeness uint8

const (
	anyAmount likeness = iota
	sameRounded
	sameExactly
)

// compare says what the two forms come to in CO2e, on a metric that both can be said
// in, and whether it is the same, but for rounding where that is allowed. Where the metric is not stated, one
// in which it is the same will do, of several that in which they are nearest.
func (f forms) compare(t twoForms, asked likeness) (a, b CO2e, same, known bool) {
	near := func(x, y, slack decimal.Decimal) bool {
		return x.Equal(y) || asked != sameExactly && x.Sub(y).Abs().LessThanOrEqual(slack)
	}
	metrics := []Metric{}
	unstated := false
	for _, rows := range [...][]int32{t.these, t.those} {
		for _, i := range rows {
			r := &f.inv.rows[i]
			if r.value.kind != equivalent {
				continue
			}
			m := r.value.metricOf()
			is := func(o Metric) bool { return o.ID() == m.ID() }
			if m.ID() == "" {
				unstated = true
			} else if len(metrics) < mostMetrics && !slices.ContainsFunc(metrics, is) {
				metrics = append(metrics, m)
			}
		}
	}
	if len(metrics) == 0 {
		metrics = append(metrics, Unstated) // CO2 alone has CO2e in it
		if unstated {
			metrics = append(metrics, published()...)
		} else if x, y, slack, ok := f.masses(t); ok {
			return CO2e{}, CO2e{}, near(x, y, slack), false
		}
	} else if unstated {
		metrics = []Metric{Unstated} // CO2 alone counts in every metric
	}
	var off decimal.Decimal
	for _, m := range metrics {
		x, slackX, okX := f.sum(t.these, m)
		y, slackY, okY := f.sum(t.those, m)
		if !okX || !okY {
			continue
		}
		is, by := near(x, y, slackX.Add(slackY)), x.Sub(y).Abs()
		if !known || is && (!same || by.LessThan(off)) {
			a, b, same, known, off = CO2e{x, m}, CO2e{y, m}, is, true, by
		}
	}
	if unstated && !same {
		return CO2e{}, CO2e{}, false, false
	}
	return a, b, same, known
}

// masses compares masses of one gas.
func (f forms) masses(t twoForms) (a, b, slack decimal.Decimal, ok bool) {
	gas := f.inv.rows[t.these[0]].toldGas()
	for which, rows := range [...][]int32{t.these, t.those} {
		for _, i := range rows {
			r := &f.inv.rows[i]
			if r.value.kind != emitted || r.toldGas() != gas {
				return a, b, slack, false
			}
			if which == 0 {
				a = a.Add(r.value.t())
			} else {
				b = b.Add(r.value.t())
			}
			slack = slack.Add(exact.HalfUnit(r.value.t()))
		}
	}
	return a, b, slack, true
}

// sum is what rows come to on a metric, and how far the digits that they are printed
// with leave it open.
func (f forms) sum(rows []int32, m Metric) (sum, slack decimal.Decimal, ok bool) {
	for _, i := range rows {
		r := &f.inv.rows[i]
		if r.value.kind == equivalent && m.ID() != "" && r.value.metricOf().ID() == "" { // as it was told
			sum, slack = sum.Add(r.value.t()), slack.Add(exact.HalfUnit(r.value.t()))
			continue
		}
		line, err := rowOf{f.inv, i}.count(m)
		if err != nil {
			return sum, slack, false
		}
		sum, slack = sum.Add(line.CO2e.t), slack.Add(line.slack())
	}
	return sum, slack, true
}
