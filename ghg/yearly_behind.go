package ghg

import "github.com/localghg/localghg/ghg/derivation"

// behind is what a figure of a series was made of.
type behind struct {
	inv    *inventory
	view   View
	metric Metric
}

// of is the way for a figure of a series: none where the series says otherwise.
func (b *behind) of(place PlaceID, view View, metric Metric) *behind {
	if b == nil || !b.inv.place.Is(place) || b.view.ID() != view.ID() || b.metric.ID() != metric.ID() {
		return nil
	}
	return b
}

// Explain is how the total behind the figure comes about, built when asked, and whether
// there is one: [YearlyOf] makes figures of inventories. A figure that was stated, read
// from a file or changed since is given, and has none.
func (f YearFigure) Explain() (derivation.Derivation, bool) {
	if f.behind == nil {
		return derivation.Derivation{}, false
	}
	t, err := Inventory{f.behind.inv}.Total(f.behind.view, f.behind.metric)
	if err != nil || !t.CO2e.Equal(f.CO2e) || t.inv.period != f.period() {
		return derivation.Derivation{}, false
	}
	return t.Explain(), true
}

// DerivationID is the ID of the derivation behind the figure, and "" where there is none. It
// is worked out of all that the derivation says: [derivation.Step.ComesFrom] asks for it when
// it is needed.
func (f YearFigure) DerivationID() string {
	d, _ := f.Explain()
	return d.ID()
}
