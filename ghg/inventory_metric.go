package ghg

import (
	"errors"
	"fmt"
)

// PrevailingMetric is the metric that the figures in CO2e share, of those that may count
// ([Inventory.Taking]). Where they do
// not share one it is that of most of them, of equally many the one met first:
// a total in it withholds what the others hold. It is [Unstated] where there
// are no figures in CO2e.
func (inv Inventory) PrevailingMetric() Metric {
	best, most := Unstated, 0
	counts := map[MetricID]int{}
	rows := inv.get().rows
	asks := func(i int) bool { return rows[i].asksForMetric() && inv.def.out(i) == 0 }
	for i := range rows {
		if asks(i) {
			counts[rows[i].value.metricOf().ID()]++
		}
	}
	for i := range rows {
		if m := rows[i].value.metricOf(); asks(i) && counts[m.ID()] > most {
			best, most = m, counts[m.ID()]
		}
	}
	return best
}

// asksForMetric reports whether the row can join totals of its own metric
// only, or by recomputing: CO2 counts 1 in all, and memo items in none.
func (r *row) asksForMetric() bool {
	return r.value.kind == equivalent && r.gas != CO2 && !r.gas.IsMemo()
}

// AssumeMetric returns the inventory with every figure in CO2e of unstated
// metric taken to be in the metric given. The reason is kept as evidence, and
// each line is a finding.
func (inv Inventory) AssumeMetric(m Metric, reason string) (Inventory, Findings, error) {
	switch {
	case inv.def == nil:
		return Inventory{}, Findings{}, ErrNoInventory
	case m.ID() == "":
		return Inventory{}, Findings{}, errors.New("an assumed metric must be a stated one, such as ghg.AR5")
	case reason == "":
		return Inventory{}, Findings{}, fmt.Errorf("assuming metric %s needs a reason", m)
	}
	next := *inv.def
	next.rows = make([]row, len(inv.def.rows))
	assumption := fmt.Sprintf("metric %s: %s", m, reason)
	var findings Findings
	assumed := map[*about]*about{}
	for i, r := range inv.def.rows {
		if r.value.kind == equivalent && r.value.metricOf().ID() == "" {
			r.value = r.value.withMetric(m)
			next, met := assumed[r.about]
			if !met {
				next = &about{}
				if r.about != nil {
					*next = *r.about
				}
				next.evidence = next.evidence.assuming(assumption)
				assumed[r.about] = next
			}
			r.about = next
			findings.Add(Finding{Code: FindingMetricAssumed, Severity: Warning, Line: int(r.line), Category: inv.def.category(&r),
				Stated: "unstated", Found: m.String(), Detail: assumption})
		}
		next.rows[i] = r
	}
	return Inventory{&next}, findings, nil
}
