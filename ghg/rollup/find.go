package rollup

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
)

// FindInventories looks up the places that inventories are of, by code or by name on a
// day, as [place.Gazetteer.Find] does. Those that are found are returned beside the error,
// [ghg.Faults] with all names that are not: what is left out would be missing from sums.
func FindInventories(g place.Gazetteer, day ghg.Date, inventories []ghg.Inventory) ([]InventoryOf, ghg.Findings, error) {
	f := finder{gazetteer: g, day: day, found: map[ghg.PlaceID]place.Place{}}
	out := make([]InventoryOf, 0, len(inventories))
	for _, inv := range inventories {
		if p := f.find(inv.Place()); !p.IsZero() {
			out = append(out, InventoryOf{Place: p, Inventory: inv})
		}
	}
	return out, f.findings, f.faults.Err()
}

// FindSeries looks up the places that series are of, as [FindInventories] does.
func FindSeries(g place.Gazetteer, day ghg.Date, series []ghg.Yearly) ([]SeriesOf, ghg.Findings, error) {
	f := finder{gazetteer: g, day: day, found: map[ghg.PlaceID]place.Place{}}
	out := make([]SeriesOf, 0, len(series))
	for _, y := range series {
		if p := f.find(y.Place()); !p.IsZero() {
			out = append(out, SeriesOf{Place: p, Yearly: y})
		}
	}
	return out, f.findings, f.faults.Err()
}

// finder looks each name up once.
type finder struct {
	gazetteer place.Gazetteer
	day       ghg.Date
	found     map[ghg.PlaceID]place.Place
	findings  ghg.Findings
	faults    ghg.Faults
}

// find is the place of a name, or the zero Place.
func (f *finder) find(name ghg.PlaceID) place.Place {
	p, known := f.found[name]
	if known {
		return p
	}
	p, findings, err := f.gazetteer.Find(name, f.day)
	if err != nil {
		fault := ghg.Fault{Code: ghg.FaultPlace, Of: f.gazetteer.String(), Field: "place", Value: string(name), Detail: err.Error()}
		errors.As(err, &fault) // which says it in fewer words
		f.faults.Add(fault)
		p = place.Place{}
	}
	for _, x := range findings.All {
		f.findings.Add(x)
	}
	f.found[name] = p
	return p
}
