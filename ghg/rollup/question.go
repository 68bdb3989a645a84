package rollup

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
)

// Question is what a sum is asked of: what changes it is stated here.
type Question struct {
	View   ghg.View
	Metric ghg.Metric
	// Nested says what counts where a place and others below it have figures.
	Nested Nesting
	// Align takes figures of other years. Without it a place that has none for the year is
	// refused.
	Align []Alignment
	// Vintages says which publication counts of a place that gives several, or that gives
	// another one than the others.
	Vintages []VintageOf
}

// Alignment takes the figure of another year for one place. Where Take is 0, the place is
// missing in the year.
type Alignment struct {
	Place place.Place `json:"place"`
	Year  int         `json:"year"` // the year asked for
	Take  int         `json:"take"` // the year whose figure counts in its stead, or 0
}

// VintageOf takes one vintage of a place.
type VintageOf struct {
	Place   place.Place
	Vintage ghg.Vintage
}

// The codes of faults in what is asked and given.
const (
	FaultNotAMember = "not-a-member"         // a figure of a place that does not belong to the group
	FaultTerritory  = "territory-not-stated" // a year has two territories, or the place was not there yet
)

// alignAt is the year of a place for which another is taken.
type alignAt struct {
	place place.Place
	year  int
}

// candidate is one figure of a place.
type candidate struct {
	place     place.Place
	territory ghg.Date
	year      int
	period    ghg.Period
	vintage   ghg.Vintage
	report    int // which of those given
}

// asking is a question about a group and all that was reported.
type asking struct {
	group *group
	Question
	by       map[place.Place][]candidate
	places   []place.Place // that report, by code
	align    map[alignAt]int
	vintages map[place.Place]ghg.Vintage
	changes  map[place.Place][]place.Change
}

// ask checks the question and what is reported.
func (g Group) ask(q Question, candidates []candidate, reports []place.Place) (*asking, error) {
	of := "consolidation of " + string(g.Name())
	switch {
	case g.def == nil:
		return nil, ghg.Refusal("consolidation", "group", "", "there is none: make one with rollup.NewGroup")
	case q.View.IsZero():
		return nil, ghg.ErrNoView
	case q.Metric.IsZero():
		return nil, ghg.ErrNoMetric
	case q.Nested > OwnAndParts:
		return nil, ghg.Refusal(of, "nested", q.Nested.String(), "own figure, sum of parts, or both are allowed")
	}
	a := &asking{group: g.def, Question: q, by: map[place.Place][]candidate{}, align: map[alignAt]int{},
		vintages: map[place.Place]ghg.Vintage{}, changes: map[place.Place][]place.Change{}}
	var faults ghg.Faults
	for i, p := range reports {
		who := fmt.Sprintf("%s, report %d", of, i+1)
		if p.IsZero() {
			faults.Refuse(who, "place", "", "there is none: look it up in a gazetteer")
			continue
		}
		if _, known := a.by[p]; known {
			continue
		}
		if _, err := p.On(g.def.day); err != nil {
			return nil, fmt.Errorf("%s: %w", who, err)
		}
		if !g.def.belongs(p) {
			faults.Add(ghg.Fault{Code: FaultNotAMember, Of: who, Field: "place", Value: p.String(),
				Detail: "neither it nor a government above it is a member on " + g.def.day.String()})
			continue
		}
		a.by[p] = nil
		a.places = append(a.places, p)
	}
	for _, c := range candidates {
		if _, known := a.by[c.place]; known {
			a.by[c.place] = append(a.by[c.place], c)
		}
	}
	a.checkTold(&faults, of)
	g.def.sort(a.places)
	return a, faults.Err()
}

// belongs reports whether a place is a member, or stands below one.
func (g *group) belongs(p place.Place) bool {
	if g.isMember[p] {
		return true
	}
	for above := range p.Ancestors(g.day) {
		if g.isMember[above] {
			return true
		}
	}
	return false
}

// checkTold keeps what is said of single places, or says what does not stand.
func (a *asking) checkTold(faults *ghg.Faults, of string) {
	for i, x := range a.Align {
		who, at := fmt.Sprintf("%s, alignment %d", of, i+1), alignAt{x.Place, x.Year}
		_, reports := a.by[x.Place]
		_, twice := a.align[at]
		switch {
		case !reports:
			faults.Refuse(who, "place", x.Place.String(), "nothing is reported of it")
		case twice:
			faults.Refuse(who, "year", fmt.Sprint(x.Year), "it is said twice which year counts of "+x.Place.String())
		case !faults.RefuseYear(who, "year", x.Year) && (x.Take == 0 || !faults.RefuseYear(who, "take", x.Take)):
			a.align[at] = x.Take
		}
	}
	for i, x := range a.Vintages {
		who := fmt.Sprintf("%s, vintage %d", of, i+1)
		_, reports := a.by[x.Place]
		_, twice := a.vintages[x.Place]
		switch {
		case !reports:
			faults.Refuse(who, "place", x.Place.String(), "nothing is reported of it")
		case twice || x.Vintage == 0:
			faults.Refuse(who, "vintage", x.Vintage.String(), "one vintage of "+x.Place.String()+" is needed")
		default:
			a.vintages[x.Place] = x.Vintage
		}
	}
}
