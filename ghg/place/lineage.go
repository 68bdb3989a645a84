package place

import (
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Succession is a change with the place on its other side.
type Succession struct {
	Change
	Place Place `json:"place"`
}

// Predecessors are what came into the place from others: what it was made of, and what
// was added to it later, in the order of days. That it had another code, name or parent
// before is in [Place.Spans].
func (p Place) Predecessors() []Succession {
	return p.successions(func(s Span) (out []Succession) {
		for _, c := range p.t.changesTo[s.Code] {
			if s.Holds(c.On) && !c.Kind.Continues() {
				out = append(out, Succession{c, p.t.place(p.t.at(c.From, dayBefore(c.On)))})
			}
		}
		return out
	})
}

// Successors are what the place, or a part of it, went into, in the order of days.
func (p Place) Successors() []Succession {
	return p.successions(func(s Span) (out []Succession) {
		for _, c := range p.t.changesFrom[s.Code] {
			if s.Holds(dayBefore(c.On)) && !c.Kind.Continues() {
				out = append(out, Succession{c, p.t.place(p.t.at(c.To, c.On))})
			}
		}
		return out
	})
}

func (p Place) successions(of func(Span) []Succession) (out []Succession) {
	if p.t != nil {
		for _, i := range p.t.places[p.n] {
			out = append(out, of(p.t.spans[i])...)
		}
	}
	return out
}

// TerritoryChanges are the changes by which the territory of the place grew or shrank
// while it went on, in the order of days: of its own parts, and of what stands below it.
// Gunwi-gun's move of 2023-07-01 is one of Gyeongsangbuk-do and of Daegu, and none of
// Gunwi-gun. A year with one of them has two territories.
func (p Place) TerritoryChanges() (out []Change) {
	if p.t == nil {
		return nil
	}
	return slices.Clone(p.t.territory[p.n])
}

// findTerritories keeps, for each place, the changes by which its territory grew or shrank.
func (t *table) findTerritories() {
	t.territory = map[int][]Change{}
	for _, c := range t.changes {
		before := dayBefore(c.On)
		from, to := t.place(t.at(c.From, before)), t.place(t.at(c.To, c.On))
		had, has := append(slices.Collect(from.Ancestors(before)), from), append(slices.Collect(to.Ancestors(c.On)), to)
		for _, p := range append(slices.Clone(had), has...) {
			if slices.Contains(had, p) != slices.Contains(has, p) && p.span(before) >= 0 && p.span(c.On) >= 0 {
				t.territory[p.n] = append(t.territory[p.n], c)
			}
		}
	}
}

// clone is a span whose lists are the caller's own.
func (s Span) clone() Span {
	s.OtherCodes, s.OtherNames = slices.Clone(s.OtherCodes), slices.Clone(s.OtherNames)
	return s
}

// lives reports whether the place was in force on some day from one to another.
func (p Place) lives(from, to ghg.Date) bool {
	return p.t != nil && slices.ContainsFunc(p.t.places[p.n], func(i int) bool {
		s := p.t.spans[i]
		return !to.Before(s.From) && (s.To == ghg.Date{} || from.Before(s.To))
	})
}
