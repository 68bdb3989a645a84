package rollup

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// Definition is what a [Group] is made of.
type Definition struct {
	// Name is the place that the sum is of: the name of a province, or of a coalition.
	Name ghg.PlaceID
	// Day is the day on which places are taken as they were: what stands below what.
	Day ghg.Date
	// Members are the governments that should be in the sum. One member that does not
	// report is the sum of all that stands right below it: to consolidate a province from
	// its cities, the province is the member.
	Members []place.Place
	// Portions are the members of which a part alone belongs to the sum.
	Portions []Portion
}

// Group is the places whose figures are consolidated. It is immutable. The zero Group has
// no members, and is refused.
type Group struct{ def *group }

type group struct {
	name     ghg.PlaceID
	day      ghg.Date
	members  []place.Place // by code on the day
	isMember map[place.Place]bool
	portions map[place.Place]Portion
}

// maxMembers is how many members a group may have.
const maxMembers = 5000

// NewGroup makes a group. These are refused, all faults at once: no member; one that is no
// local government, with a fault [place.FaultNotAGovernment]; one that is there twice; a
// portion that is not between 0 and 100 %, of no member or without a source. A member that
// is not in force on the day is a [*place.NotInForceError].
func NewGroup(d Definition) (Group, error) {
	var faults ghg.Faults
	faults.CleanPlace("group", "name", &d.Name)
	of := "group " + string(d.Name)
	if !d.Day.Valid() {
		faults.Refuse(of, "day", d.Day.String(), "places change: a day from 1850 to 2300 is needed")
	}
	if n := len(d.Members); n == 0 || n > maxMembers {
		faults.Refuse(of, "members", fmt.Sprint(n), fmt.Sprintf("from 1 to %d are needed", maxMembers))
	}
	if err := faults.Err(); err != nil {
		return Group{}, err
	}
	g := &group{name: d.Name, day: d.Day, isMember: map[place.Place]bool{}, portions: map[place.Place]Portion{}}
	for i, p := range d.Members {
		who := fmt.Sprintf("%s, member %d", of, i+1)
		if p.IsZero() {
			faults.Refuse(who, "place", "", "there is none: look it up in a gazetteer")
			continue
		}
		s, err := p.On(d.Day)
		switch {
		case err != nil:
			return Group{}, fmt.Errorf("%s: %w", who, err)
		case !s.Level.IsGovernment():
			faults.Add(ghg.Fault{Code: place.FaultNotAGovernment, Of: who, Field: "place", Value: s.String(),
				Detail: "it is a part of " + s.Parent + ": its figures are added into that, never beside it"})
		case g.isMember[p]:
			faults.Refuse(who, "place", s.String(), "it is given twice: a place counts once")
		}
		g.isMember[p] = true
		g.members = append(g.members, p)
	}
	g.addPortions(&faults, of, d.Portions)
	if err := faults.Err(); err != nil {
		return Group{}, err
	}
	g.sort(g.members)
	return Group{g}, nil
}

// OfCoalition is the group of the members of a coalition on a day. Those that may have
// been members, and those that have ended, are not in it: a finding names them.
func OfCoalition(c place.Coalition, day ghg.Date) (Group, ghg.Findings, error) {
	var findings ghg.Findings
	roll, err := c.On(day)
	if err != nil {
		return Group{}, findings, err
	}
	d := Definition{Name: ghg.PlaceID(c.Name()), Day: day}
	for _, m := range roll.Members {
		d.Members = append(d.Members, m.Place)
	}
	for _, p := range roll.Unsure {
		findings.Add(ghg.Finding{Code: FindingUnsureMember, Severity: ghg.Warning, Of: p.String()}.Said(unsureMember, p, day))
	}
	for _, p := range roll.Ended {
		findings.Add(ghg.Finding{Code: FindingEndedMember, Severity: ghg.Warning, Of: p.String()}.Said(endedMember, p, day))
	}
	g, err := NewGroup(d)
	return g, findings, err
}

// The codes of findings on the members of a coalition.
const (
	FindingUnsureMember = "membership-unsure" // the day on which it joined or left is not known well enough
	FindingEndedMember  = "member-ended"      // it is no longer in force; what came of it joins by itself
)

var (
	unsureMember = words.Term{En: "whether %s was a member on %s is not known: it is not in the group",
		Ko: "%s의 %s 현재 회원 여부를 알 수 없어 집계 대상에 넣지 않습니다"}
	endedMember = words.Term{En: "%s is no longer in force on %s: what came of it is a member by a membership of its own alone",
		Ko: "%s는(은) %s 현재 존재하지 않습니다. 후신은 따로 가입해야 회원입니다"}
)

// MarshalText writes the name and the day: "경상남도 2018-12-31".
func (g Group) MarshalText() ([]byte, error) {
	if g.def == nil {
		return nil, nil
	}
	return []byte(string(g.def.name) + " " + g.def.day.String()), nil
}

// Name is the place that sums of the group are of.
func (g Group) Name() ghg.PlaceID { return g.get().name }

// Day is the day on which places are taken as they were.
func (g Group) Day() ghg.Date { return g.get().day }

// Members are the governments that should be in a sum, in the order of codes.
func (g Group) Members() []place.Place { return slices.Clone(g.get().members) }

func (g Group) get() *group {
	if g.def == nil {
		return &group{}
	}
	return g.def
}

// sort puts places in the order of their codes on the day of the group.
func (g *group) sort(list []place.Place) {
	slices.SortStableFunc(list, func(a, b place.Place) int { return cmp.Compare(codeOn(a, g.day), codeOn(b, g.day)) })
}

// codeOn is the code of a place on a day, or its last one.
func codeOn(p place.Place, day ghg.Date) string {
	if s, err := p.On(day); err == nil {
		return s.Code
	}
	spans := p.Spans()
	return spans[len(spans)-1].Code
}

// namesOf names places in a sentence: the first 20 of them.
func namesOf(places []place.Place, day ghg.Date) words.Term {
	items := make([]words.Term, len(places))
	for i, p := range places {
		text := p.String()
		if s, err := p.On(day); err == nil {
			text = s.String()
		}
		items[i] = words.Term{En: text, Ko: text}
	}
	return words.Listed(items)
}
