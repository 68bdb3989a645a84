package ghg

import (
	"encoding/json"
	"fmt"
)

type jsonTotal struct {
	Place    PlaceID        `json:"place"`
	Period   Period         `json:"period"`
	Edition  SchemeID       `json:"edition"`
	View     string         `json:"view"`
	Metric   string         `json:"metric"`
	CO2e     *Mass          `json:"co2e"` // null where it is withheld, or nothing is reported
	Memo     *Mass          `json:"memo"` // null where none is reported
	Coverage Coverage       `json:"coverage"`
	Parts    []jsonPart     `json:"categories"` // those with lines
	Unjoined []jsonUnjoined `json:"unjoined,omitempty"`
	More     int            `json:"unjoinedMore,omitempty"` // how many there are beyond those listed
}

type jsonPart struct {
	Category string `json:"category"`
	CO2e     *Mass  `json:"co2e"`
	Lines    int    `json:"lines"`
}

type jsonUnjoined struct {
	Record Record `json:"record"`
	Why    string `json:"why"`
}

// jsonAmount is a sum with its lines.
type jsonAmount struct {
	CO2e     *CO2e          `json:"co2e"`
	Lines    Lines          `json:"lines"`
	Unjoined []jsonUnjoined `json:"unjoined,omitempty"`
}

func (a Amount) json() jsonAmount {
	j := jsonAmount{Lines: a.Lines}
	if !a.Withheld() && a.IsReported() {
		j.CO2e = &a.CO2e
	}
	for _, u := range a.Unjoined[:min(len(a.Unjoined), maxFaults)] {
		j.Unjoined = append(j.Unjoined, u.json())
	}
	return j
}

// MarshalJSON writes the sum, null where it is withheld or of nothing, with its lines and
// the first 1000 records that cannot join it.
func (a Amount) MarshalJSON() ([]byte, error) { return json.Marshal(a.json()) }

// MarshalJSON writes the part as its amount, with label, name and coverage.
func (p Part) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Label string `json:"label"`
		Name  string `json:"name"`
		jsonAmount
		Coverage Coverage `json:"coverage"`
	}{p.Label, p.Name, p.Amount.json(), p.Coverage})
}

// MarshalJSON writes the total with its parts by category, its coverage, and
// the records that cannot join it, the first 1000 of them and how many more there are.
// An amount that is withheld is null, and so is one of nothing ([Amount.IsReported]).
func (t Total) MarshalJSON() ([]byte, error) {
	if t.inv == nil {
		return nil, fmt.Errorf("total: %w", ErrNoView)
	}
	amount := func(a Amount) *Mass {
		if a.Withheld() || !a.IsReported() {
			return nil
		}
		return &Mass{t: a.CO2e.t}
	}
	doc := jsonTotal{Place: t.inv.place, Period: t.inv.period, Edition: t.inv.scheme.ID(), View: t.View.ID().named(),
		Metric: t.Metric.String(), CO2e: amount(t.Amount), Coverage: t.Coverage, Parts: []jsonPart{}}
	if !t.Memo.IsUnset() {
		doc.Memo = &t.Memo
	}
	for _, p := range t.By(ByCategory) {
		if n := p.Lines.Len() + len(p.Unjoined); n > 0 {
			doc.Parts = append(doc.Parts, jsonPart{p.Label, amount(p.Amount), n})
		}
	}
	listed := t.Unjoined[:min(len(t.Unjoined), maxFaults)]
	doc.More = len(t.Unjoined) - len(listed)
	for _, u := range listed {
		doc.Unjoined = append(doc.Unjoined, u.json())
	}
	return json.Marshal(doc)
}

type jsonLineOf struct {
	Record Record `json:"record"`
	CO2e   CO2e   `json:"co2e"`
	GWP    string `json:"gwp"`            // 1 where no mass was multiplied
	From   string `json:"from,omitempty"` // the metric that it was taken from
}

// MarshalJSON writes the record with what it counts, and by which factor or from which
// metric. The zero Line is null.
func (l Line) MarshalJSON() ([]byte, error) {
	if l.at.inv == nil {
		return []byte("null"), nil
	}
	j := jsonLineOf{Record: l.Record(), CO2e: l.CO2e, GWP: l.GWP.String()}
	if !l.From.IsZero() {
		j.From = l.From.String()
	}
	return json.Marshal(j)
}

func (u Unjoined) json() jsonUnjoined { return jsonUnjoined{u.Record(), u.Err.Error()} }

// MarshalJSON writes the record with why it cannot join. The zero Unjoined is null.
func (u Unjoined) MarshalJSON() ([]byte, error) {
	if u.at.inv == nil {
		return []byte("null"), nil
	}
	return json.Marshal(u.json())
}

// MarshalJSON writes the record with why it is left out. The zero LeftOut is null.
func (l LeftOut) MarshalJSON() ([]byte, error) {
	if l.inv == nil {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Record Record `json:"record"`
		Why    Why    `json:"why"`
	}{l.Record(), l.Why})
}
