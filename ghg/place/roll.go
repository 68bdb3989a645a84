package place

import (
	"cmp"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Member is a member of a coalition on a day.
type Member struct {
	Place Place `json:"place"`

	// CoveredBy is the government highest above it that is a member too, or none: who adds
	// both counts the place twice.
	CoveredBy Place `json:"coveredBy,omitzero"`
}

// Roll is who is in a coalition on a day, each list in the order of codes.
type Roll struct {
	Day     ghg.Date `json:"day,omitzero"`
	Members []Member `json:"members,omitempty"`

	// Unsure may be members: the day on which they joined or left is known to the month or
	// to the year, and Day is within it.
	Unsure []Place `json:"unsure,omitempty"`

	// Ended were members, or may have been, and are no longer in force: what came of them joins by a
	// membership of its own, not by itself.
	Ended []Place `json:"ended,omitempty"`
}

// On is the roll of the coalition on a day.
func (c Coalition) On(day ghg.Date) (Roll, error) {
	if !day.Valid() {
		return Roll{}, ghg.Refusal("coalition "+c.name, "day", day.String(), "members come and go: a day from 1850 to 2300 is needed")
	}
	r := Roll{Day: day}
	members := map[Place]bool{}
	for _, m := range c.members {
		joined, surely := !day.Before(m.Joined.First()), !day.Before(m.Joined.Last())
		if !joined || !m.Left.IsZero() && !day.Before(m.Left.Last()) {
			continue
		}
		surely = surely && (m.Left.IsZero() || day.Before(m.Left.First()))
		switch {
		case hasEnded(m.Place, day):
			r.Ended = append(r.Ended, m.Place)
		case m.Place.span(day) < 0: // it joined within a year, and came only later in it
		case surely:
			members[m.Place] = true
			r.Members = append(r.Members, Member{Place: m.Place})
		default:
			r.Unsure = append(r.Unsure, m.Place)
		}
	}
	for i, m := range r.Members {
		for above := range m.Place.Ancestors(day) {
			if members[above] {
				r.Members[i].CoveredBy = above
			}
		}
	}
	byCode := func(a, b Place) int { return cmp.Compare(a.codeOn(day), b.codeOn(day)) }
	slices.SortStableFunc(r.Members, func(a, b Member) int { return byCode(a.Place, b.Place) })
	slices.SortStableFunc(r.Unsure, byCode)
	slices.SortStableFunc(r.Ended, byCode)
	return r, nil
}

// hasEnded reports whether all days of a place are before a day.
func hasEnded(p Place, day ghg.Date) bool {
	return !slices.ContainsFunc(p.Spans(), func(s Span) bool { return s.To == ghg.Date{} || day.Before(s.To) })
}

// codeOn is the code of the place on a day, or its last one.
func (p Place) codeOn(day ghg.Date) string {
	if i := p.span(day); i >= 0 {
		return p.t.spans[i].Code
	}
	spans := p.t.places[p.n]
	return p.t.spans[spans[len(spans)-1]].Code
}
