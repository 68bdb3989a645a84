package place

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// FaultNotAGovernment is the code of a member that is only a part of a government.
const FaultNotAGovernment = "not-a-local-government"

// Membership is one member of a coalition, with the days on which it joined and left, as
// far as they are known. A member that left on a day is none on that day. The zero Left
// is a member to this day; one that came back has two memberships.
type Membership struct {
	Place  Place    `json:"place"`
	Joined ghg.When `json:"joined,omitzero"`
	Left   ghg.When `json:"left,omitzero"`
	Source string   `json:"source,omitempty"`
}

// CoalitionDefinition is what a [Coalition] is made of: the list is the user's own.
type CoalitionDefinition struct {
	Name, Source string
	Members      []Membership
}

// Coalition is a list of local governments that joined it, and may leave it. It is
// immutable. The zero Coalition has no members.
type Coalition struct {
	name, source string
	members      []Membership
}

// NewCoalition makes a coalition. These are refused, all faults at once: a member that is
// no local government, with a fault [FaultNotAGovernment]; one without a day of joining,
// or that was never in force from then on; one that left before it joined; two
// memberships of one place that may overlap.
func NewCoalition(d CoalitionDefinition) (Coalition, error) {
	var faults ghg.Faults
	clean(&faults, "coalition", "name", &d.Name)
	of := "coalition " + d.Name
	if strings.TrimSpace(d.Source) == "" {
		faults.Refuse(of, "source", "", "say where the list is from, and of which day it is")
	}
	if n := len(d.Members); n > maxSpans {
		faults.Refuse(of, "members", fmt.Sprint(n), fmt.Sprintf("at most %d are allowed", maxSpans))
		return Coalition{}, faults
	}
	ofPlace := map[Place][]Membership{}
	for i, m := range d.Members {
		who := fmt.Sprintf("%s, member %d %s", of, i+1, m.Place)
		if fault, bad := m.fault(who); bad {
			faults.Add(fault)
			continue
		}
		for _, o := range ofPlace[m.Place] {
			if m.mayMeet(o) {
				faults.Refuse(who, "joined", m.Joined.String(), "it is given twice for one time: the other joined "+o.Joined.String()+
					" and left "+o.Left.String())
			}
		}
		ofPlace[m.Place] = append(ofPlace[m.Place], m)
	}
	if faults.Len() > 0 {
		return Coalition{}, faults
	}
	return Coalition{d.Name, d.Source, slices.Clone(d.Members)}, nil
}

// fault is the first thing that does not stand in a membership.
func (m Membership) fault(of string) (ghg.Fault, bool) {
	if m.Place.IsZero() {
		return ghg.Refusal(of, "place", "", "there is none: look it up in a gazetteer"), true
	}
	if m.Joined.IsZero() {
		return ghg.Refusal(of, "joined", "", "say when, as far as it is known: 2021-04-22, 2021-04 or 2021"), true
	}
	for _, s := range m.Place.Spans() {
		if s.Level.IsGovernment() {
			continue
		}
		detail := "it is no local government"
		if s.Parent != "" {
			detail += " but a part of " + s.Parent + ": its figures belong to those, never beside them"
		}
		return ghg.Fault{Code: FaultNotAGovernment, Of: of, Field: "place", Value: s.String(), Detail: detail}, true
	}
	last := m.Left.Last()
	if m.Left.IsZero() {
		last = ghg.Date{Year: 2300, Month: 12, Day: 31}
	}
	switch {
	case last.Before(m.Joined.First()):
		return ghg.Refusal(of, "left", m.Left.String(), "it joined "+m.Joined.String()), true
	case !m.Place.lives(m.Joined.First(), m.Joined.Last()):
		spans := m.Place.Spans()
		detail := "the place was not in force then; it is " + spans[0].days()
		if s := spans[len(spans)-1]; len(spans) > 1 {
			detail += ", and as " + s.String() + " " + s.days()
		}
		return ghg.Refusal(of, "joined", m.Joined.String(), detail), true
	}
	return ghg.Fault{}, false
}

// mayMeet reports whether a day may be in both memberships.
func (m Membership) mayMeet(o Membership) bool {
	ends := func(a, b Membership) bool { return !a.Left.IsZero() && !b.Joined.First().Before(a.Left.Last()) }
	return !ends(m, o) && !ends(o, m)
}

// Name is the name of the coalition.
func (c Coalition) Name() string { return c.name }

// Source says where the list of members is from.
func (c Coalition) Source() string { return c.source }

// Memberships are all memberships, in the order of the definition.
func (c Coalition) Memberships() []Membership { return slices.Clone(c.members) }
