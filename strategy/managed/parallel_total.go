package managed

import (
	"cmp"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/strategy"
)

// ParallelTotal is what a portfolio cuts in one kind and year, citywide and
// managed.
type ParallelTotal struct {
	Citywide strategy.Total `json:"citywide"`
	Managed  strategy.Total `json:"managed"`
	// Inside, Indirect and Outside are the citywide total by position.
	Inside   ghg.CO2e `json:"inside"`
	Indirect ghg.CO2e `json:"indirect"`
	Outside  ghg.CO2e `json:"outside"`
	// CouncilOwned is the part of Inside at the council's own sites.
	CouncilOwned ghg.CO2e `json:"councilOwned"`

	standing []standing
}

// NotManaged is what is cut citywide and counts for nobody's managed target.
func (t ParallelTotal) NotManaged() ghg.CO2e { return minus(t.Citywide.CO2e, t.Managed.CO2e) }

// Total is the sum of the effects of a kind in a year, citywide and managed. It
// refuses what [strategy.Portfolio.Total] refuses: evaluate both portfolios on
// baselines of their own where effects overlap.
func (s PortfolioSplit) Total(kind strategy.Kind, year int) (ParallelTotal, error) {
	c, err := s.citywide.Total(kind, year)
	m, err2 := s.managed.Total(kind, year)
	if err := cmp.Or(err, err2); err != nil {
		return ParallelTotal{}, err
	}
	zero := minus(c.CO2e, c.CO2e)
	out := ParallelTotal{Citywide: c, Managed: m, Inside: zero, Indirect: zero, Outside: zero, CouncilOwned: zero}
	for a := range s.citywide.Actions() {
		if !s.citywide.CountedStages().Counts(a.Stage, kind) {
			continue
		}
		for _, e := range a.Effects {
			if amount, ok := e.Reductions.At(year); ok && e.Kind() == kind {
				out.add(a.ID, e.On, s.placed[itemKey{a.ID, e.On.Folded()}], amount, year)
			}
		}
	}
	return out, nil
}

// add takes an amount where it stands, and the rest of it as outside.
func (t *ParallelTotal) add(action string, on strategy.EmissionSource, x placed, amount ghg.CO2e, year int) {
	there, _ := x.standingAmount(amount, year, true) // Split has taken it
	t.stand(action, on, x, amount, there, year)
	t.Outside = plus(t.Outside, minus(amount, there))
	switch p, owner := x.at(year); p {
	case InsideETS:
		t.Inside = plus(t.Inside, there)
		if owner == carveout.CouncilOwned {
			t.CouncilOwned = plus(t.CouncilOwned, there)
		}
	case IndirectETS:
		t.Indirect = plus(t.Indirect, there)
	default:
		t.Outside = plus(t.Outside, there)
	}
}
