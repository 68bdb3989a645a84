package main

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/sheet"
)

// numberedUnits are the reduction units of the Korean guideline, which a sheet names by
// their numbers. Their source states no metric: they are taken as on the one that holds
// for lines that name none. One of a unit that the library does not know has to be stated
// in the sheet.
func numberedUnits(metric ghg.Metric) (out []sheet.NumberedUnit, err error) {
	for u := range korea.ReductionUnits() {
		per, err := ghg.ParseUnit(u.Per())
		if err != nil {
			continue
		}
		if metric.ID() != ghg.Unstated.ID() {
			if u, err = u.AssumeMetric(metric, "-metric"); err != nil {
				return nil, err
			}
		}
		out = append(out, sheet.NumberedUnit{Per: per, PublishedUnit: strategy.PublishedUnit{ID: u.ID(), Saves: u.Saves(),
			Source: u.Definition().Source}})
	}
	return out, nil
}
