package place

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Gazetteer holds the places of a country through time: [Korea], or one made by
// [NewGazetteer]. It is immutable. The zero Gazetteer holds none.
type Gazetteer struct{ t *table }

// table is what a gazetteer holds. Spans and places are known by their index.
type table struct {
	name, source string
	begins       ghg.Date
	suffixes     []string // the longest first

	spans   []Span
	byCode  map[string][]int // the spans of a code, by day
	below   map[string][]int // the spans that name a parent
	places  [][]int          // the spans of a place, by day
	placeOf []int            // the place of a span
	next    map[int]int      // the span that one goes on in

	changes                []Change // by day
	changesFrom, changesTo map[string][]Change
	territory              map[int][]Change // of a place, those of its territory

	named, stems map[string][]int // the spans of a folded name, and of one without its suffix
}

// at is the span that has a code on a day, or -1.
func (t *table) at(code string, day ghg.Date) int {
	for _, i := range t.byCode[code] {
		if t.spans[i].Holds(day) {
			return i
		}
	}
	return -1
}

// place is the place of a span.
func (t *table) place(span int) Place { return Place{t, t.placeOf[span]} }

// String is the name of the gazetteer.
func (g Gazetteer) String() string {
	if g.t == nil {
		return ""
	}
	return g.t.name
}

// Source says where the table is from.
func (g Gazetteer) Source() string {
	if g.t == nil {
		return ""
	}
	return g.t.source
}

// ByCode is the place that has a code on a day. A code that no place ever had is a
// [*ghg.UnknownError]; one of other days a [*NotInForceError], which says what it came of
// or what came of it.
func (g Gazetteer) ByCode(code string, day ghg.Date) (Place, error) {
	if err := g.checkDay(day); err != nil {
		return Place{}, err
	}
	code = strings.TrimSpace(code)
	if g.t == nil || len(g.t.byCode[code]) == 0 {
		return Place{}, &ghg.UnknownError{Of: g.String(), What: "code of a place", ID: code,
			Advice: "no place of the table ever had it" + g.beginsAs(code)}
	}
	if span := g.t.at(code, day); span >= 0 {
		return g.t.place(span), nil
	}
	e := &NotInForceError{Of: g.t.name, Code: code, Day: day, BeforeTable: day.Before(g.t.begins), Begins: g.t.begins}
	for _, i := range g.t.byCode[code] {
		e.Spans = append(e.Spans, g.t.spans[i])
	}
	code = e.Spans[0].Code // of another form, the code itself
	e.Predecessors = changesOn(g.t.changesTo[code], func(on ghg.Date) bool { return day.Before(on) })
	e.Successors = changesOn(g.t.changesFrom[code], func(on ghg.Date) bool { return !day.Before(on) })
	return Place{}, e
}

// beginsAs tells the code that an unknown one begins with: files have longer forms.
func (g Gazetteer) beginsAs(code string) string {
	for n := min(len(code), ghg.MaxName); g.t != nil && n > 1; n-- {
		if spans := g.t.byCode[code[:n]]; len(spans) > 0 {
			return "; it begins as " + g.t.spans[spans[len(spans)-1]].String() + " does"
		}
	}
	return ""
}

// changesOn are the changes of days that are asked for.
func changesOn(changes []Change, is func(ghg.Date) bool) (out []Change) {
	for _, c := range changes {
		if is(c.On) {
			out = append(out, c)
		}
	}
	return out
}

// Places are all places that ever had a code, in the order of days: a code is no
// identity. The merged Cheongju of 2014 has the code of the city before it.
func (g Gazetteer) Places(code string) (out []Place) {
	if g.t == nil {
		return nil
	}
	for _, i := range g.t.byCode[strings.TrimSpace(code)] {
		if p := g.t.place(i); !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// On gives every place that is in force on a day, those that are no governments too, in
// the order of codes.
func (g Gazetteer) On(day ghg.Date) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		if g.t == nil {
			return
		}
		var spans []int
		for i, s := range g.t.spans {
			if s.Holds(day) {
				spans = append(spans, i)
			}
		}
		g.t.give(spans, yield)
	}
}

// give yields the places of spans in the order of codes.
func (t *table) give(spans []int, yield func(Place) bool) {
	slices.SortFunc(spans, func(a, b int) int { return cmp.Compare(t.spans[a].Code, t.spans[b].Code) })
	for _, i := range spans {
		if !yield(t.place(i)) {
			return
		}
	}
}

// checkDay refuses a day that does not exist.
func (g Gazetteer) checkDay(day ghg.Date) error {
	if !day.Valid() {
		return ghg.Refusal(g.String(), "day", day.String(), "places change: a day from 1850 to 2300 is needed")
	}
	return nil
}
