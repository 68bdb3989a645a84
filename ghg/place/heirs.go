package place

import (
	"cmp"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Heir is a place that the territory of another one lies in on a later day.
type Heir struct {
	Place   Place `json:"place"`
	IsWhole bool  `json:"whole"` // the whole of the territory is known to be in it
}

// Heirs are the places that the territory of the place lies in on a day, in the order of
// codes: the place itself where it is in force, and what came of it or of a part of it,
// however many steps away. There are none on a day before the place, nor where the table
// does not know what came of it. An heir that lost a part of its territory later is not
// known to hold the whole any more.
func (p Place) Heirs(day ghg.Date) (out []Heir) {
	if p.t == nil || day.Before(p.t.spans[p.t.places[p.n][0]].From) {
		return nil
	}
	begins, whole := p.t.spans[p.t.places[p.n][0]].From, map[Place]bool{p: true}
	for rest := p.t.changes; len(rest) > 0 && !day.Before(rest[0].On); {
		on := rest[0].On
		n := slices.IndexFunc(rest, func(c Change) bool { return c.On != on })
		if n < 0 {
			n = len(rest)
		}
		if begins.Before(on) {
			whole = p.t.inherit(whole, rest[:n])
		}
		rest = rest[n:]
	}
	for heir, isWhole := range whole {
		if heir.span(day) >= 0 {
			out = append(out, Heir{heir, isWhole})
		}
	}
	slices.SortFunc(out, func(a, b Heir) int { return cmp.Compare(a.Place.codeOn(day), b.Place.codeOn(day)) })
	return out
}

// inherit is who holds a territory after the changes of one day, and whether the whole
// of it. They happen at once: none takes from what another one gives on the day.
func (t *table) inherit(whole map[Place]bool, changes []Change) map[Place]bool {
	after := maps.Clone(whole)
	for _, c := range changes {
		from := t.place(t.at(c.From, dayBefore(c.On)))
		if _, holds := whole[from]; holds && !c.Kind.Continues() {
			if c.Kind == Territory {
				after[from] = false
			} else {
				delete(after, from)
			}
		}
	}
	for _, c := range changes {
		isWhole, holds := whole[t.place(t.at(c.From, dayBefore(c.On)))]
		if holds && !c.Kind.Continues() {
			to := t.place(t.at(c.To, c.On))
			after[to] = after[to] || isWhole && c.IsWhole()
		}
	}
	return after
}
