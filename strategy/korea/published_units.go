package korea

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// PublishedUnits are the units of the appendix ([ReductionUnits]), on a metric, as sheets of
// quantifications call them by number: what they act on is the sheet's to say. The appendix
// states no metric; the reason is why it may be taken as this one, and [ghg.Unstated] leaves
// it open. A unit of something that can be read in more than one way is not among them
// ([ReductionUnit.AssumePer]).
func PublishedUnits(m ghg.Metric, reason string) ([]strategy.PublishedUnit, error) {
	var out []strategy.PublishedUnit
	for u := range ReductionUnits() {
		if u.Per().IsZero() {
			continue
		}
		if m.ID() != ghg.Unstated.ID() {
			var err error
			if u, err = u.AssumeMetric(m, reason); err != nil {
				return nil, err
			}
		}
		p, err := u.PublishedUnit(strategy.EmissionSource{}, 0)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
