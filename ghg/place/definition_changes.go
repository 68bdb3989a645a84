package place

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// takeChanges checks what came of what, and keeps it in the order of days.
func (t *table) takeChanges(faults *ghg.Faults, changes []Change) {
	t.next = make(map[int]int)
	goesOn := map[int]bool{} // spans that another one was continued by
	t.changesFrom, t.changesTo = map[string][]Change{}, map[string][]Change{}
	for _, c := range changes {
		of := "change " + c.String()
		if len(t.changesFrom[c.From]) >= maxOfCode || len(t.changesTo[c.To]) >= maxOfCode {
			faults.Refuse(of, "from and to", "", fmt.Sprintf("at most %d changes of one code are allowed", maxOfCode))
			continue
		}
		if !c.Kind.valid() || !c.On.Valid() {
			faults.Refuse(of, "kind and day", "", "both are needed")
			continue
		}
		a, b := t.at(c.From, dayBefore(c.On)), t.at(c.To, c.On)
		switch {
		case a < 0:
			faults.Refuse(of, "from", c.From, "no place has the code on the day before")
			continue
		case b < 0:
			faults.Refuse(of, "to", c.To, "no place has the code on the day")
			continue
		}
		c.From, c.To = t.spans[a].Code, t.spans[b].Code
		ends, begins := t.spans[a].To == c.On, t.spans[b].From == c.On
		switch {
		case c.Kind == Territory && ends:
			faults.Refuse(of, "from", c.From, "it ends on the day: write merge or split")
		case c.Kind != Territory && !ends:
			faults.Refuse(of, "from", c.From, "it does not end on the day: write territory where a part of it moves")
		case c.Kind.Continues() && (!begins || goesOn[b]):
			faults.Refuse(of, "to", c.To, "what goes on from another code, name or parent begins on the day, and comes of one place")
		case t.contradicts(c):
			faults.Refuse(of, "from", c.From, "the whole of it is told to go elsewhere too, or this is given twice")
		default:
			if c.Kind.Continues() {
				t.next[a], goesOn[b] = b, true
			}
			t.changesFrom[c.From] = append(t.changesFrom[c.From], c)
			t.changesTo[c.To] = append(t.changesTo[c.To], c)
			t.changes = append(t.changes, c)
		}
	}
	byDay := func(a, b Change) int { return compareDays(a.On, b.On) }
	for _, c := range t.changes {
		if c.Kind == Split && !slices.ContainsFunc(t.changesFrom[c.From], func(o Change) bool { return o.On == c.On && o.To != c.To }) {
			faults.Refuse("change "+c.String(), "to", c.To, "of what is split all parts are needed: there is one")
		}
	}
	slices.SortStableFunc(t.changes, byDay)
	for _, byCode := range []map[string][]Change{t.changesFrom, t.changesTo} {
		for _, list := range byCode {
			slices.SortStableFunc(list, byDay)
		}
	}
}

// contradicts reports whether a change of the same predecessor on the same day leaves
// nothing for this one.
func (t *table) contradicts(c Change) bool {
	return slices.ContainsFunc(t.changesFrom[c.From], func(o Change) bool {
		return o.On == c.On && (o.To == c.To || o.IsWhole() || c.IsWhole())
	})
}

// joinSpans makes places of the spans that go on from one another.
func (t *table) joinSpans(faults *ghg.Faults) {
	continued := make(map[int]bool, len(t.next))
	for _, b := range t.next {
		continued[b] = true
	}
	t.placeOf = make([]int, len(t.spans))
	for i := range t.spans {
		if continued[i] {
			continue
		}
		var chain []int
		for at, more := i, true; more; at, more = t.nextOf(at) {
			chain = append(chain, at)
			t.placeOf[at] = len(t.places)
		}
		if n := len(chain); n > maxOfCode {
			faults.Refuse("place "+t.spans[i].String(), "spans", fmt.Sprint(n), fmt.Sprintf("at most %d are allowed", maxOfCode))
		}
		t.places = append(t.places, chain)
	}
}

// nextOf is the span that one goes on in.
func (t *table) nextOf(span int) (int, bool) {
	next, ok := t.next[span]
	return next, ok
}
