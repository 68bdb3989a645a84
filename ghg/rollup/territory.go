package rollup

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// Overlap is a place whose territory, or a part of it, is in the figures of two places.
type Overlap struct {
	Place place.Place `json:"place"` // on the earlier of the two days
	A     place.Place `json:"a"`
	B     place.Place `json:"b"` // whose figures both hold it
	DayA  ghg.Date    `json:"dayA,omitzero"`
	DayB  ghg.Date    `json:"dayB,omitzero"`   // of their territories, the earlier one first
	Codes string      `json:"codes,omitempty"` // of the place on both days: "47720/27720"
}

// OverlapError says that figures that were to be added hold the same territory.
type OverlapError struct {
	Year     int
	Overlaps []Overlap
	text     words.Term
}

var overlaps = words.Term{En: "figures for %d that were to be added hold the same territory: %s",
	Ko: "더하려는 %d년 수치의 구역이 겹칩니다: %s"}

var overlap = words.Term{En: "%s is in that of %s (as of %s) and in that of %s (as of %s)",
	Ko: "%s이(가) %s(%s 기준)와(과) %s(%s 기준)에 모두 들어 있습니다"}

func (e *OverlapError) Error() string { return e.text.En }

// Korean is the error in Korean.
func (e *OverlapError) Korean() string { return e.text.Ko }

// maxTerritories is of how many days the territories of the figures of one year may be:
// those of each are held against those of every later one.
const maxTerritories = 20

// apart refuses figures whose territories overlap, or are not known.
func (a *asking) apart(y *year) error {
	on := map[ghg.Date]map[place.Place]bool{}
	var days []ghg.Date
	for _, c := range y.counted {
		day, err := a.territoryOf(c)
		if err != nil {
			return err
		}
		if on[day] == nil && len(days) == maxTerritories {
			return ghg.Refusal("figures for "+strconv.Itoa(y.year), "territory", day.String(),
				fmt.Sprintf("they are of more than %d days: restate them to fewer", maxTerritories))
		}
		if on[day] == nil {
			on[day] = map[place.Place]bool{}
			days = append(days, day)
		}
		on[day][c.place] = true
	}
	slices.SortFunc(days, func(a, b ghg.Date) int {
		if a.Before(b) {
			return -1
		}
		return 1
	})
	var found []Overlap
	for _, day := range days {
		for _, c := range y.counted {
			if !on[day][c.place] {
				continue
			}
			for above := range c.place.Ancestors(day) {
				if on[day][above] {
					found = append(found, newOverlap(c.place, c.place, c.place, above, day, day))
				}
			}
			for _, later := range days {
				if day.Before(later) {
					found = append(found, shared(c.place, day, later, on[later])...)
				}
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	e := &OverlapError{Year: y.year, Overlaps: found}
	items := make([]words.Term, len(found))
	for i, o := range found {
		items[i].En, items[i].Ko = overlap.Fill(namesOf([]place.Place{o.Place}, o.DayA), namesOf([]place.Place{o.A}, o.DayA), o.DayA,
			namesOf([]place.Place{o.B}, o.DayB), o.DayB)
	}
	e.text.En, e.text.Ko = overlaps.Fill(y.year, words.Listed(items))
	return e
}

func newOverlap(p, heir, a, b place.Place, dayA, dayB ghg.Date) Overlap {
	return Overlap{Place: p, A: a, B: b, DayA: dayA, DayB: dayB, Codes: codeOn(p, dayA) + "/" + codeOn(heir, dayB)}
}

// shared are what the territory of a place has in common with those of others on a later
// day.
func shared(p place.Place, day, later ghg.Date, others map[place.Place]bool) (out []Overlap) {
	for _, leaf := range leavesOf(p, day) {
		for _, heir := range leaf.Heirs(later) {
			if others[heir.Place] {
				out = append(out, newOverlap(leaf, heir.Place, p, heir.Place, day, later))
			}
			for above := range heir.Place.Ancestors(later) {
				if others[above] {
					out = append(out, newOverlap(leaf, heir.Place, p, above, day, later))
				}
			}
		}
	}
	return out
}

// leavesOf are the governments below a place that have no other below them, or the place
// itself.
func leavesOf(p place.Place, day ghg.Date) (out []place.Place) {
	for q := range p.Members(day) {
		out = append(out, leavesOf(q, day)...)
	}
	if len(out) == 0 {
		return []place.Place{p}
	}
	return out
}

// territoryOf is the day whose territory a figure is of: as stated, or the last day of its
// period where the place had one territory all through it.
func (a *asking) territoryOf(c chosen) (ghg.Date, error) {
	day := c.territory
	if day == (ghg.Date{}) {
		day = c.period.End()
		for _, x := range a.changesOf(c.place) {
			if c.period.Start().Before(x.On) && !day.Before(x.On) {
				return day, ghg.Fault{Code: FaultTerritory, Of: c.place.String(), Field: "territory", Period: c.period,
					Detail: fmt.Sprintf("it has two territories in %s (%s): state the day whose territory the figure is of", c.period, x)}
			}
		}
	}
	if _, err := c.place.On(day); err != nil {
		return day, fmt.Errorf("the territory of the figure of %d: %w", c.year, err)
	}
	return day, nil
}

// changesOf are the changes of the territory of a place.
func (a *asking) changesOf(p place.Place) []place.Change {
	changes, known := a.changes[p]
	if !known {
		changes = p.TerritoryChanges()
		a.changes[p] = changes
	}
	return changes
}

// FindingOtherTerritory is the code of a figure whose territory is not that of its place on
// the day of the group: something is in the sum that does not belong there, or is missing.
const FindingOtherTerritory = "territory-differs"

var otherTerritory = words.Term{En: "the figure of %s is of its territory as of %s; as of %s it has another one: %s",
	Ko: "%s 수치의 구역은 %s 기준이며, %s 기준 구역과 다릅니다: %s"}

// remarkTerritory says of a figure that it is of another territory than that of the group.
func (s *Sum) remarkTerritory(a *asking, c chosen) {
	day, err := a.territoryOf(c)
	if err != nil || day == s.Day {
		return // what is not known was refused before
	}
	first, last := day, s.Day
	if last.Before(first) {
		first, last = last, first
	}
	var changes []words.Term
	for _, x := range a.changesOf(c.place) {
		if first.Before(x.On) && !last.Before(x.On) {
			changes = append(changes, words.Term{En: x.String(), Ko: x.String()})
		}
	}
	if len(changes) > 0 {
		s.Findings.Add(ghg.Finding{Code: FindingOtherTerritory, Severity: ghg.Warning, Of: codeOn(c.place, s.Day)}.Said(otherTerritory,
			namesOf([]place.Place{c.place}, day), day, s.Day, words.Listed(changes)))
	}
}
