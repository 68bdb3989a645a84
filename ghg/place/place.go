package place

import (
	"iter"

	"github.com/localghg/localghg/ghg"
)

// Place is a local government, or a part of one that reports, as a lineage through time:
// it goes on when its code, name or parent changes. It is comparable, and == says whether
// two are one. The zero Place is none.
//
// In a record a place is a [ghg.PlaceID], which is a name or a code and no more:
// [Gazetteer.Find] reads it.
type Place struct {
	t *table
	n int
}

// IsZero reports whether it is none.
func (p Place) IsZero() bool { return p.t == nil }

// span is the index of what it was on a day, or -1.
func (p Place) span(day ghg.Date) int {
	if p.t != nil {
		for _, i := range p.t.places[p.n] {
			if p.t.spans[i].Holds(day) {
				return i
			}
		}
	}
	return -1
}

// On is what the place was on a day, or a [*NotInForceError].
func (p Place) On(day ghg.Date) (Span, error) {
	switch i := p.span(day); {
	case p.t == nil:
		return Span{}, ghg.Refusal("", "place", "", "there is none: look it up in a gazetteer")
	case i >= 0:
		return p.t.spans[i].clone(), nil
	}
	spans := p.Spans()
	e := &NotInForceError{Of: p.t.name, Code: spans[len(spans)-1].Code, Day: day, BeforeTable: day.Before(p.t.begins),
		Begins: p.t.begins, Spans: spans}
	for _, s := range p.Predecessors() {
		if day.Before(s.On) {
			e.Predecessors = append(e.Predecessors, s.Change)
		}
	}
	for _, s := range p.Successors() {
		if !day.Before(s.On) {
			e.Successors = append(e.Successors, s.Change)
		}
	}
	return Span{}, e
}

// Spans are all that the place was, in the order of days.
func (p Place) Spans() (out []Span) {
	if p.t != nil {
		for _, i := range p.t.places[p.n] {
			out = append(out, p.t.spans[i].clone())
		}
	}
	return out
}

// String is the place as it was last: "51820 고성군".
func (p Place) String() string {
	if p.t == nil {
		return ""
	}
	spans := p.t.places[p.n]
	return p.t.spans[spans[len(spans)-1]].String()
}

// MarshalText writes what String does. Reading it takes a gazetteer and a day
// ([Gazetteer.ByCode]).
func (p Place) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Parent is the government above it on a day. There is none above a province, and none
// on a day on which the place was not in force.
func (p Place) Parent(day ghg.Date) (Place, bool) {
	if i := p.span(day); i >= 0 {
		if above := p.t.at(p.t.spans[i].Parent, day); above >= 0 {
			return p.t.place(above), true
		}
	}
	return Place{}, false
}

// Ancestors are the governments above it on a day, the nearest first.
func (p Place) Ancestors(day ghg.Date) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for above, ok := p.Parent(day); ok && yield(above); {
			above, ok = above.Parent(day)
		}
	}
}

// IsWithin reports whether it is another place, or stands below it, on a day.
func (p Place) IsWithin(o Place, day ghg.Date) bool {
	if p == o {
		return p.span(day) >= 0
	}
	for above := range p.Ancestors(day) {
		if above == o {
			return true
		}
	}
	return false
}

// Government is the government that figures of the place are added into on a day: the
// place itself, or the nearest one above a part that is no government. GIR's sheets of
// 제주시 and 서귀포시 are added into Jeju.
func (p Place) Government(day ghg.Date) (Place, bool) {
	for i := p.span(day); i >= 0; i = p.t.at(p.t.spans[i].Parent, day) {
		if p.t.spans[i].Level.IsGovernment() {
			return p.t.place(i), true
		}
	}
	return Place{}, false
}

// Members are the governments right below it on a day, in the order of codes. Sejong and
// Jeju have none.
func (p Place) Members(day ghg.Date) iter.Seq[Place] { return p.below(day, true) }

// Units are the parts right below it on a day that are no governments: ordinary
// districts, administrative cities. Their figures are parts of its own, never beside
// them.
func (p Place) Units(day ghg.Date) iter.Seq[Place] { return p.below(day, false) }

func (p Place) below(day ghg.Date, governments bool) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		above := p.span(day)
		if above < 0 {
			return
		}
		var spans []int
		for _, code := range p.t.spans[above].codes() {
			for _, i := range p.t.below[code] {
				if s := p.t.spans[i]; s.Holds(day) && s.Level.IsGovernment() == governments {
					spans = append(spans, i)
				}
			}
		}
		p.t.give(spans, yield)
	}
}
