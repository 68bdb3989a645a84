package strategy

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// MarshalJSON writes the wedges of the year with the line that they lead to.
func (y WedgeYear) MarshalJSON() ([]byte, error) {
	type fields WedgeYear // without this method
	return json.Marshal(struct {
		fields
		EndIs string `json:"endIs,omitempty"`
	}{fields(y), y.end})
}

// MarshalJSON writes the wedges of the year as they are shown, with the line that they
// lead to.
func (w ShownWedges) MarshalJSON() ([]byte, error) {
	type fields ShownWedges // without this method
	return json.Marshal(struct {
		fields
		EndIs string `json:"endIs,omitempty"`
	}{fields(w), w.end})
}

type wedgesJSON struct {
	Place         ghg.PlaceID `json:"place"`
	View          ghg.ViewID  `json:"view"`
	Portfolio     string      `json:"portfolio"`
	Baseline      string      `json:"baseline"`
	Kind          Kind        `json:"kind"`
	Division      Division    `json:"division"`
	Metric        string      `json:"metric"`
	By            Grouping    `json:"by"`
	Wedges        []Wedge     `json:"wedges"`
	NotQuantified []namedJSON `json:"notQuantified"`
	Years         []WedgeYear `json:"years"`
}

// MarshalJSON writes the wedges with their years, and the actions that have no amount in
// any. The zero Wedges is null.
func (w Wedges) MarshalJSON() ([]byte, error) {
	if w.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(wedgesJSON{w.e.Portfolio().Place(), w.e.Portfolio().View().ID(), w.e.Portfolio().Name(),
		w.e.Baseline().Name(), w.e.Kind(), w.e.Division(),
		w.e.Portfolio().Metric().String(), w.By(), slices.AppendSeq([]Wedge{}, w.All()),
		namesOf(slices.Collect(w.NotQuantified())), slices.AppendSeq([]WedgeYear{}, w.Years())})
}

// MarshalJSON writes the wedge in its year; null is what it is thick where no amount is
// known.
func (a WedgeAmount) MarshalJSON() ([]byte, error) {
	type fields WedgeAmount // without this method
	doc := struct {
		fields
		CO2e *ghg.CO2e `json:"co2e"`
	}{fields: fields(a)}
	if a.Quantified {
		doc.CO2e = &a.CO2e
	}
	return json.Marshal(doc)
}
