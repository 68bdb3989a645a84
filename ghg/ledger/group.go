package ledger

import (
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Group is what the rows of one key come to; of the key those fields are set that were
// asked for.
type Group struct {
	Key
	parts []part
}

// part is a sum of one gas, of which a metric that tells origins of methane apart counts
// all alike.
type part struct {
	gas, origin ghg.Gas
	sum         decimal.Decimal // tonnes
}

// Masses are the exact sums, one for each gas, in the order of their names.
func (g Group) Masses() []ghg.Mass {
	out := make([]ghg.Mass, 0, len(g.parts))
	for i := 0; i < len(g.parts); {
		first := g.parts[i]
		sum := first.sum
		for i++; i < len(g.parts) && g.parts[i].gas == first.gas; i++ {
			sum = sum.Add(g.parts[i].sum)
		}
		out = append(out, massOf(sum, first.gas))
	}
	return out
}

// CO2e is what the masses count in a metric: exactly sum × GWP, which is multiplied once.
// Methane of unstated origin has that of its category, biogenic CO2 counts 0, and a gas
// that the metric lacks is a [*ghg.NoFactorError], as in totals of an inventory.
func (g Group) CO2e(m ghg.Metric) (ghg.CO2e, error) {
	sum, err := ghg.NewCO2e(decimal.Decimal{}, ghg.Tonne, m)
	if err != nil {
		return ghg.CO2e{}, err
	}
	_, splits := m.GWP(ghg.CH4)
	for _, p := range g.parts {
		counted := p.gas
		if splits != nil {
			counted = p.origin
		}
		c, err := massOf(p.sum, counted).CO2e(m)
		if err != nil {
			return ghg.CO2e{}, err
		}
		if sum, err = sum.Add(c); err != nil {
			return ghg.CO2e{}, err
		}
	}
	return sum, nil
}

// groups yields the groups, given the sum of each part.
func (t *table) groups(g grouping, sum func(part int) decimal.Decimal) iter.Seq[Group] {
	parts := make([]part, len(g.first))
	for p, k := range g.first {
		parts[p] = part{t.keys[k].Gas, t.origins[k], sum(p)}
	}
	return func(yield func(Group) bool) {
		for i, start := range g.start[:len(g.start)-1] {
			first, end := g.first[start], g.start[i+1]
			if !yield(Group{t.keys[first].only(g.by, t.years[first]), parts[start:end:end]}) {
				return
			}
		}
	}
}

// massOf is a mass of any sum, with up to 30 decimal places and [mostDigits] before them. One
// that has more digits than a mass is made of, which are 38, is put together of three parts.
func massOf(tonnes decimal.Decimal, g ghg.Gas) ghg.Mass {
	m, err := ghg.NewMass(tonnes, ghg.Tonne)
	if err != nil {
		const part = 30 // places
		whole := tonnes.Truncate(0)
		high := whole.Shift(-part).Truncate(0)
		m, _ = ghg.NewMass(high, ghg.Tonne)
		m, _ = m.Scale(decimal.New(1, part))
		for _, d := range []decimal.Decimal{whole.Sub(high.Shift(part)), tonnes.Sub(whole)} {
			rest, _ := ghg.NewMass(d, ghg.Tonne)
			m, _ = m.Add(rest)
		}
	}
	m, _ = m.Of(g)
	return m
}
