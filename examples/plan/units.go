package main

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
)

// numberedUnits are the reduction units of the Korean guideline, which a sheet names by
// their numbers. Their source states no metric: they are taken as on the one that holds
// for lines that name none. One of a unit that is read in more than one way has to be
// stated in the sheet.
func numberedUnits(metric ghg.Metric) (out []strategy.PublishedUnit, err error) {
	for u := range korea.ReductionUnits() {
		if metric.ID() != ghg.Unstated.ID() {
			if u, err = u.AssumeMetric(metric, "-metric"); err != nil {
				return nil, err
			}
		}
		if u.Per().IsZero() {
			continue
		}
		p, err := u.PublishedUnit(strategy.EmissionSource{}, strategy.InteractionUnstated)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
