package credit

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// Reductions are the place's own verified tonnes that nobody else has, by
// calendar year: owned, less levy and buffer, less units sold, cancelled and
// converted. Claims do not lower them: they are what the place's claims are made
// of. A portfolio takes them as an effect. A batch of more than one year is
// refused.
func (a Account) Reductions() (strategy.Reductions, error) {
	if a.project.ID == "" {
		return strategy.Reductions{}, errNoAccount
	}
	kept := map[int]decimal.Decimal{}
	for _, b := range a.batches {
		year, err := b.vintage()
		if err != nil {
			return strategy.Reductions{}, err
		}
		kept[year] = kept[year].Add(b.kept(a.project))
	}
	byYear := map[int]ghg.CO2e{}
	for year, t := range kept {
		byYear[year] = tonnes(t, a.project.Metric)
	}
	return strategy.NewReductions(strategy.Verified, a.project.Metric, byYear)
}

// SoldUnits are the units that a goal in accountable emissions adds back, in
// the year of the reduction: what the place sold, what the partner sold, and the
// levy. They are for [target.Adjustments]. Units retired from the place's own
// project are not among them: the inventory shows that reduction already, and
// subtracting it would count it twice. The metric is the target's; another than
// the account's is a [*ghg.MetricMismatchError]. A batch of more than one year
// is refused, a batch whose partner's sales are not known a
// [*PartnerSalesError].
func (a Account) SoldUnits(m ghg.Metric) ([]target.Units, error) {
	if a.project.ID == "" {
		return nil, errNoAccount
	}
	if x, y := a.project.Metric.ID(), m.ID(); x != y || m.IsZero() {
		return nil, fmt.Errorf("units sold of %s: %w", a.project.of(), &ghg.MetricMismatchError{A: x, B: y})
	}
	var out []target.Units
	for _, b := range a.batches {
		p := a.position(b.v.Batch, b)
		if _, err := p.AddBack(); err != nil {
			return nil, err
		}
		year, err := b.vintage()
		if err != nil {
			return nil, err
		}
		add := func(t decimal.Decimal, adjusted bool, format string, x ...any) {
			if mass, err := ghg.NewMass(t, ghg.Tonne); err == nil && !t.IsZero() { // within bounds, as all that accounts compute
				out = append(out, target.Units{Year: year, Vintage: year, Amount: mass, Type: target.ReductionUnit,
					Status: target.UnitSold, CorrespondingAdjustment: adjusted, Source: fmt.Sprintf(format, x...)})
			}
		}
		for _, s := range a.sales {
			if s.Batch == b.v.Batch {
				add(decimal.NewFromInt(int64(s.Units)), s.CorrespondingAdjustment, "%s, sale %s to %s", a.project.ID, s.ID, s.Buyer)
			}
		}
		add(p.partnerSold, false, "%s, sold by %s", a.project.ID, a.project.Partner)
		add(p.Levy.Tonnes(), false, "%s, levy of %s", a.project.ID, a.project.Programme.Name)
	}
	return out, nil
}
