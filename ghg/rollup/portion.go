package rollup

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// Portion says that a share of what a place reports belongs to a sum, and who says so: a
// part of its territory went to the place that the sum is of. What it gives is estimated.
type Portion struct {
	Place  place.Place `json:"place"`
	Share  ghg.Share   `json:"share"` // between 0 and 100 %
	Source string      `json:"source,omitempty"`
}

// addPortions keeps portions of members, or says what does not stand.
func (g *group) addPortions(faults *ghg.Faults, of string, portions []Portion) {
	for i, x := range portions {
		who := fmt.Sprintf("%s, portion %d", of, i+1)
		_, twice := g.portions[x.Place]
		switch {
		case !g.isMember[x.Place]:
			faults.Refuse(who, "place", x.Place.String(), "it is no member: a portion is one of a member's figure")
		case twice:
			faults.Refuse(who, "place", x.Place.String(), "it is given twice")
		case strings.TrimSpace(x.Source) == "":
			faults.Refuse(who, "source", "", "say who states the share")
		case !faults.RefuseShare(who, "share", x.Share):
			g.portions[x.Place] = x
		}
	}
}

// portionOf is the portion that counts of a place: its own, or that of a member above it.
func (g *group) portionOf(p place.Place) (Portion, bool) {
	if len(g.portions) == 0 {
		return Portion{}, false
	}
	if x, ok := g.portions[p]; ok {
		return x, true
	}
	for above := range p.Ancestors(g.day) {
		if x, ok := g.portions[above]; ok {
			return x, true
		}
	}
	return Portion{}, false
}

// PortionError says that a part of a place belongs to a sum, and that its share is not
// stated. It is never guessed.
type PortionError struct {
	Place, Of place.Place // whose part, and what it came to belong to
	Day       ghg.Date
	text      words.Term
}

var portionNeeded = words.Term{
	En: "on %s a part of %s, and not the whole, lay in what became %s: state the share of its figures with a rollup.Portion, " +
		"or give figures of the part",
	Ko: "%s 당시 %s의 일부만 %s에 속하게 됩니다. 그 비율을 출처와 함께 밝히거나 해당 부분의 수치를 주십시오"}

func (e *PortionError) Error() string { return e.text.En }

// Korean is the error in Korean.
func (e *PortionError) Korean() string { return e.text.Ko }

// Predecessors is the group of the places that the territory of a place, as it is on a
// day, lay in on an earlier day: what the base year of a government that came later, or
// has grown since, is consolidated from. Where all that stood below a government is in
// it, the government itself is the member.
//
// Of a place that was divided a part alone belongs to it: its portion has to be stated, or
// the error is a [*PortionError]. Portions of places that belong to it as a whole are
// refused. What the gazetteer does not know of, such as changes before its table of them,
// is not in it.
func Predecessors(g place.Gazetteer, p place.Place, on, earlier ghg.Date, portions ...Portion) (Group, error) {
	s, err := p.On(on)
	if err != nil {
		return Group{}, err
	}
	of := "predecessors of " + s.String()
	if !earlier.Valid() || !earlier.Before(on) {
		return Group{}, ghg.Refusal(of, "earlier", earlier.String(), "a day before "+on.String()+" is needed")
	}
	d := Definition{Name: ghg.PlaceID(s.Name), Day: earlier, Portions: portions}
	leaves, whole := map[place.Place]int{}, map[place.Place]int{} // below each government, and of them those that belong to it
	var wholes, parts []place.Place
	for x := range g.On(earlier) {
		if !isLeaf(x, earlier) {
			continue
		}
		part, all := liesIn(x, p, on)
		count(leaves, x, earlier)
		switch {
		case all:
			count(whole, x, earlier)
			wholes = append(wholes, x)
		case part:
			parts = append(parts, x)
		}
	}
	for _, x := range wholes {
		for above := range x.Ancestors(earlier) {
			if x != p && leaves[above] == whole[above] {
				x = above
			}
		}
		if !slices.Contains(d.Members, x) {
			d.Members = append(d.Members, x)
		}
	}
	for _, x := range parts {
		if !slices.ContainsFunc(portions, func(o Portion) bool { return o.Place == x }) {
			e := &PortionError{Place: x, Of: p, Day: earlier}
			e.text.En, e.text.Ko = portionNeeded.Fill(earlier, namesOf([]place.Place{x}, earlier), s)
			return Group{}, e
		}
		d.Members = append(d.Members, x)
	}
	for _, x := range portions {
		if slices.Contains(d.Members, x.Place) && !slices.Contains(parts, x.Place) {
			return Group{}, ghg.Refusal(of, "portion", x.Place.String(), "the whole of it lay in the territory: no portion is needed")
		}
	}
	if len(d.Members) == 0 {
		return Group{}, ghg.Refusal(of, "earlier", earlier.String(), g.String()+" does not know what its territory belonged to on that day")
	}
	return NewGroup(d)
}

// isLeaf reports whether a place is a government with no other below it.
func isLeaf(p place.Place, day ghg.Date) bool {
	if s, err := p.On(day); err != nil || !s.Level.IsGovernment() {
		return false
	}
	for range p.Members(day) {
		return false
	}
	return true
}

// count adds a place to all that stand above it.
func count(of map[place.Place]int, x place.Place, day ghg.Date) {
	for above := range x.Ancestors(day) {
		of[above]++
	}
}

// liesIn says whether a part of the territory of a place, or all of it as far as it is
// known, lies in another one on a later day.
func liesIn(x, p place.Place, on ghg.Date) (part, all bool) {
	heirs := x.Heirs(on)
	in := 0
	for _, h := range heirs {
		if h.Place.IsWithin(p, on) {
			in++
		}
	}
	return in > 0, in > 0 && in == len(heirs) && (in > 1 || heirs[0].IsWhole)
}
