package series

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// gathering is the records of a category in the inventories of one place.
type gathering struct {
	of, top string
	place   ghg.PlaceID
	scheme  ghg.Scheme
	period  ghg.Period
	gaps    []ghg.Key
	threads []*thread
	byID    map[threadID]*thread
	told    map[ghg.Category]map[int][]told
	years   []int // of the inventories
}

// maxRecords bounds the records of a category, over all years.
const maxRecords = 20_000

// gather takes the records of a category.
func gather(inventories []ghg.Inventory, code string, gaps []ghg.Key) (*gathering, error) {
	if len(inventories) == 0 || inventories[0].Scheme().IsZero() {
		return nil, ghg.ErrNoInventory
	}
	first := inventories[0]
	top, err := first.Scheme().Category(code)
	if err != nil {
		return nil, err
	}
	g := &gathering{of: string(first.Place()) + ", " + top.Code, top: top.Code,
		place: first.Place(), scheme: first.Scheme(), period: first.Period(),
		gaps: gaps, byID: map[threadID]*thread{}, told: map[ghg.Category]map[int][]told{}}
	for _, k := range gaps {
		if k != ghg.NE && k != ghg.C {
			return nil, ghg.Refusal(g.of, "gaps", k.String(), "NE and C may be told to be gaps: what is NO, NA or IE is not missing")
		}
	}
	inventories = slices.Clone(inventories)
	slices.SortStableFunc(inventories, func(a, b ghg.Inventory) int { return a.Period().Year() - b.Period().Year() })
	n := 0
	for i, inv := range inventories {
		p := inv.Period()
		switch {
		case g.mismatch(inv.Place(), inv.Scheme(), "") != nil:
			return nil, g.mismatch(inv.Place(), inv.Scheme(), "the inventory of "+p.String())
		case !p.IsTwelveMonths():
			return nil, fmt.Errorf("%s: %w", p, ghg.ErrNotTwelveMonths)
		case !p.SamePart(g.period):
			return nil, ghg.Refusal(g.of, "period", p.String(), "it is not the same part of its year as "+g.period.String())
		case i > 0 && inventories[i-1].Period() == p:
			return nil, &ghg.TwiceError{Of: g.of, What: "inventory", ID: p.String()}
		}
		g.years = append(g.years, p.Year())
		for r := range inv.Records() {
			if !g.scheme.IsUnder(r.Category.Code, top.Code) {
				continue
			}
			if n++; n > maxRecords {
				return nil, ghg.Fault{Code: ghg.FaultBeyond, Of: g.of, Field: "records", Detail: fmt.Sprintf("at most %d are taken", maxRecords)}
			}
			if err := g.take(r, p.Year()); err != nil {
				return nil, err
			}
		}
	}
	if len(g.threads) == 0 {
		return nil, ghg.Fault{Code: FaultNothingToFill, Of: g.of,
			Detail: "no inventory has a figure of it: there is nothing to come to one from"}
	}
	for _, t := range g.threads {
		g.addKeys(t)
	}
	return g, nil
}

// mismatch says that an inventory is of another place, or on another edition.
func (g *gathering) mismatch(place ghg.PlaceID, scheme ghg.Scheme, other string) error {
	e := &ghg.MismatchError{A: "the inventories", B: other}
	if !place.Is(g.place) {
		e.Differ = append(e.Differ, ghg.Differing{Aspect: ghg.AspectPlace, A: string(g.place), B: string(place),
			Remedy: "all must be of one place"})
	}
	if a, b := g.scheme.ID(), scheme.ID(); a != b {
		e.Differ = append(e.Differ, ghg.Differing{Aspect: ghg.AspectEdition, A: string(a), B: string(b), Remedy: "take all to one scheme first"})
	}
	if len(e.Differ) == 0 {
		return nil
	}
	return e
}

// take takes one record.
func (g *gathering) take(r ghg.Record, year int) error {
	v := r.Value
	if v.IsMissing() { // a placeholder is
		return nil
	}
	id := threadID{category: r.Category, scope: r.Scope, gas: r.Gas, fuel: r.Fuel, activity: r.Activity, facility: r.Facility,
		variant: r.Variant, tags: r.Tags}
	if e := v.Entry(); e == ghg.ProviderDefault || e == ghg.LocalOverride {
		id.entry = e
	}
	p := point{year: year, status: r.Status, source: r.Evidence.Source(), key: v.Key()}
	mass, isMass := v.Mass()
	co2e, isCO2e := v.CO2e()
	switch {
	case isMass:
		id.isMass, p.tonnes = true, mass.Tonnes()
	case isCO2e:
		id.metric, p.tonnes = co2e.Metric().ID(), co2e.Tonnes()
	}
	if g.told[r.Category] == nil {
		g.told[r.Category] = map[int][]told{}
	}
	g.told[r.Category][year] = append(g.told[r.Category][year], told{id, v.IsNumber(), p})
	if !v.IsNumber() {
		return nil
	}
	t := g.byID[id]
	if t == nil {
		t = &thread{id: id, first: r, gas: mass.Gas(), metric: co2e.Metric(), line: line{of: nameOfThread(r, g.place)}}
		g.byID[id] = t
		g.threads = append(g.threads, t)
	}
	return t.line.add(p)
}

// add adds to the figure of the last year, or begins another.
func (l *line) add(p point) error {
	n := len(l.points)
	if n == 0 || l.points[n-1].year != p.year {
		l.points = append(l.points, p)
		return nil
	}
	q := &l.points[n-1]
	if p.status != q.status && (looksAhead(p.status) || looksAhead(q.status)) {
		return ghg.Fault{Code: FaultAlternatives, Of: l.of, Field: "status", Value: p.status.String(),
			Detail: fmt.Sprintf("in %d it is %s too, and one is ahead of the statistics: choose with ghg.Inventory.Taking", p.year, q.status)}
	}
	q.tonnes = q.tonnes.Add(p.tonnes) // what comes of it is estimated, or ahead as they are
	if q.source != p.source {
		q.source = words.Clip(strings.Trim(q.source+"; "+p.source, "; "), maxSource)
	}
	if q.key == ghg.KeyNone {
		q.key = p.key
	}
	return nil
}

func looksAhead(s ghg.Status) bool { return s == ghg.Nowcast || s == ghg.Projected }

// addKeys puts the keys that tell of a thread into its line, but those told to be gaps.
func (g *gathering) addKeys(t *thread) {
	for _, year := range g.years {
		for _, p := range g.ofYear(t, year) {
			i, has := t.line.at(year)
			switch {
			case p.key == ghg.KeyNone || slices.Contains(g.gaps, p.key):
			case has && t.line.points[i].key == ghg.KeyNone:
				t.line.points[i].key = p.key
			case !has:
				t.line.points = slices.Insert(t.line.points, i, point{year: year, key: p.key})
			}
		}
	}
}

// ofYear is what a year tells of a thread: of the same source, or of more that holds it.
func (g *gathering) ofYear(t *thread, year int) (out []told) {
	for _, x := range g.told[t.id.category][year] {
		if tellsOf(x.id, t.id) {
			out = append(out, x)
		}
	}
	return out
}

// prepare checks the method, and finds what it splices.
func (g *gathering) prepare(m Method, year int) error {
	if m == nil {
		return errNoMethod
	}
	var faults ghg.Faults
	m.check(&faults)
	faults.RefuseYear(g.of, "year", year)
	if err := faults.Err(); err != nil {
		return err
	}
	if _, is := m.(Curve); is {
		return ghg.Refusal(m.String(), "category", g.of, "a curve is of a total: its records would each need one")
	}
	s, is := m.(splicing)
	if !is {
		return nil
	}
	old, inventories := s.other()
	if old.Len() > 0 {
		return ghg.Refusal(m.String(), "series", strconv.Itoa(old.Len())+" totals", "records are spliced with records: give inventories")
	}
	o, err := gather(inventories, g.top, g.gaps)
	if err != nil {
		return fmt.Errorf("the other inventories: %w", err)
	}
	if err := g.mismatch(o.place, o.scheme, "the other inventories"); err != nil {
		return err
	}
	if !o.period.SamePart(g.period) {
		return ghg.Refusal("the other inventories", "period", o.period.String(), "it is not the same part of its year as "+g.period.String())
	}
	found := false
	for _, t := range g.threads {
		t.line.old = &line{of: t.line.of + ", the other inventories"}
		if x := o.byID[t.id]; x != nil {
			t.line.old.points, found = x.line.points, true
		}
	}
	if !found {
		return errors.New("the other inventories have no record of the same description: same gas, fuel, variant, tags and metric")
	}
	return nil
}
