package rollup

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/shopspring/decimal"
)

// InventoryOf is an inventory with the place that it is of.
type InventoryOf struct {
	Place     place.Place
	Inventory ghg.Inventory
	// Territory is the day whose territory it is of; left out, that in its period, which
	// then must be one.
	Territory ghg.Date
}

// Consolidated is the inventory of a group.
type Consolidated struct {
	// Inventory holds the records of all that is counted, as far as the view counts them,
	// and their notation keys and memo items: an inventory as any other. Each record has a
	// tag that says of which place it is ([MemberTag]).
	Inventory ghg.Inventory `json:"inventory"`
	// Total is that of the view. Its coverage is of the group as one place: what a place
	// reports hides what another leaves open, and Sum has both.
	Total ghg.Total `json:"total"`
	Sum   Sum       `json:"sum"`
}

// MemberTag is the tag of the records of a place in a consolidated inventory:
// "member:48120". A view narrowed to it ([ghg.View.WithTags]) has the part of the place.
func MemberTag(p place.Place, day ghg.Date) string { return "member:" + codeOn(p, day) }

// Inventory makes one inventory of those of many places in a year. It holds what the view
// counts in the metric, as that is what may be added; views that are not added between
// places are a [*NotAddableError].
//
// Inventories of another scheme are a [*ghg.MismatchError]; those of which lines cannot
// join the metric a [*ghg.WithheldError]. A category in which one place is distance-based
// and another fuel-based, or location- and market-based, is a [*ghg.VariantError]: choose
// with [ghg.View.WithVariant]. What is said of places without figures holds as in
// [Group.Yearly].
func (g Group) Inventory(q Question, year int, reports []InventoryOf) (Consolidated, error) {
	candidates := make([]candidate, 0, len(reports))
	places := make([]place.Place, len(reports))
	for i, r := range reports {
		if r.Inventory.Period().IsZero() {
			return Consolidated{}, fmt.Errorf("report %d, %s: %w", i+1, r.Place, ghg.ErrNoInventory)
		}
		places[i] = r.Place
		candidates = append(candidates, candidate{place: r.Place, territory: r.Territory, year: r.Inventory.Period().Year(),
			period: r.Inventory.Period(), vintage: r.Inventory.Vintage(), report: i})
	}
	a, err := g.ask(q, candidates, places)
	if err != nil {
		return Consolidated{}, err
	}
	if err := ghg.CheckYear("consolidation of "+string(g.Name()), year); err != nil {
		return Consolidated{}, err
	}
	totals := map[int]ghg.Total{}
	totalOf := func(c chosen) (ghg.Total, error) {
		t, known := totals[c.report]
		if known {
			return t, nil
		}
		if err := a.sameScheme(c, reports[c.report].Inventory); err != nil {
			return t, err
		}
		t, err := reports[c.report].Inventory.Total(q.View, q.Metric)
		if err == nil && !c.portion.Share.IsUnset() {
			t, err = portionOf(t, c)
		}
		if err != nil {
			return t, fmt.Errorf("%s in %d: %w", c.place, c.year, err)
		}
		totals[c.report] = t
		return t, nil
	}
	y, err := a.choose(year, func(all []chosen) ghg.CO2e {
		sum, _ := ghg.CO2eOf(ghg.Mass{}, q.Metric)
		for _, c := range all {
			if t, err := totalOf(c); err == nil {
				sum, _ = sum.Add(t.CO2e)
			}
		}
		return sum
	})
	if err != nil {
		return Consolidated{}, err
	}
	s, err := a.sumOf(y, func(c chosen) (amount, error) {
		t, err := totalOf(c)
		return amount{co2e: t.CO2e, scaled: true, reported: t.IsReported(), coverage: t.Coverage,
			half: func() decimal.Decimal { return t.Lines.HalfUnits().In(ghg.Tonne) }}, err
	})
	if err != nil {
		return Consolidated{}, err
	}
	out := Consolidated{Sum: s}
	if err := out.gather(a, y, totals); err != nil {
		return Consolidated{}, err
	}
	return out, nil
}

// sameScheme refuses an inventory of another scheme than that of the view.
func (a *asking) sameScheme(c chosen, inv ghg.Inventory) error {
	if a.View.IsDeclared() || inv.Scheme().IsZero() || inv.Scheme().ID() == a.View.Scheme().ID() {
		return nil // what else does not meet, the total says
	}
	return &ghg.MismatchError{A: "the sum", B: "the inventory of " + c.place.String(), Differ: []ghg.Differing{{Aspect: ghg.AspectEdition,
		A: string(a.View.Scheme().ID()), B: string(inv.Scheme().ID()), Remedy: "make all inventories in one scheme, or restate one"}}}
}

// ofTheWhole are the remarks on a consolidated inventory that are not told of the
// inventories that it is made of, or weigh more of it.
var ofTheWhole = []string{ghg.FindingVariantPartly, ghg.FindingNotActual, ghg.FindingNotTwelveMonths}

// gather makes the inventory, and says what its places leave open.
func (c *Consolidated) gather(a *asking, y *year, totals map[int]ghg.Total) error {
	if len(y.counted) == 0 {
		return fmt.Errorf("%s in %d: %w", a.group.name, y.year, ghg.ErrNothingReported)
	}
	g := gathering{place: a.group.name}
	tags := make([]string, len(y.counted))
	n, vintage := 0, ghg.Vintage(0)
	for i, x := range y.counted {
		var err error
		if tags[i], err = tagOf(x, a.group.day); err != nil {
			return err
		}
		if !x.aligned && g.period.IsZero() {
			g.period = x.period
		}
		n, vintage = n+totals[x.report].Lines.Len(), max(vintage, x.vintage)
	}
	if g.period.IsZero() {
		g.period = ghg.CalendarYear(y.year)
	}
	records := func(yield func(ghg.Record) bool) {
		for i, x := range y.counted {
			if !g.take(&c.Sum.Counted[i], totals[x.report], tags[i], yield) {
				return
			}
		}
	}
	var findings ghg.Findings
	var err error
	if c.Inventory, findings, err = ghg.InventoryFrom(a.group.name, g.period, vintage, a.View.Scheme(), n, records); err != nil {
		return err
	}
	for _, f := range findings.All { // the others were told of the inventories of the places
		if slices.Contains(ofTheWhole, f.Code) {
			c.Sum.Findings.Add(f)
		}
	}
	c.Sum.addCoverage()
	g.keyed.tell(&c.Sum)
	if c.Total, err = c.Inventory.Total(a.View, a.Metric); err != nil {
		return fmt.Errorf("%s in %d: %w%s", a.group.name, y.year, err, a.variantsOf(err, c.Inventory, y))
	}
	return nil
}

// variantsOf says which places have which of two variants that do not add.
func (a *asking) variantsOf(err error, inv ghg.Inventory, y *year) string {
	var both *ghg.VariantError
	if !errors.As(err, &both) {
		return ""
	}
	text := ""
	for _, variant := range []ghg.Variant{both.A, both.B} {
		var places []place.Place
		for _, x := range y.counted {
			tag := MemberTag(x.place, a.group.day)
			for r := range inv.Records() {
				if r.Category == both.Category && r.Variant == variant && r.Tags.Has(tag) {
					places = append(places, x.place)
					break
				}
			}
		}
		text += "; " + variant.String() + ": " + namesOf(places, a.group.day).En
	}
	return text
}
