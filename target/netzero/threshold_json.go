package netzero

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

type tcreJSON struct {
	ID                string `json:"id"`
	DegreesPer1000GtC string `json:"degreesPer1000GtC"`
	GtCO2             string `json:"gtCO2"`
	Confidence        string `json:"confidence"`
	Source            string `json:"source"`
}

// MarshalJSON writes the warming for each 1000 Gt of carbon, and what that is as CO2. The
// zero TCRE is null.
func (t TCRE) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(tcreJSON{t.def.id, t.def.degrees.String(), t.def.gtCO2.String(), t.def.confidence, t.def.source})
}

func (d ThresholdDefinition) json() thresholdJSON {
	return thresholdJSON{d.ID, d.Criterion, d.Measure, d.Value.String(), d.Year, d.Source, d.Confidence}
}

// MarshalJSON writes the threshold with the days on which it holds. The zero Threshold is
// null.
func (t Threshold) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	d := t.get()
	return json.Marshal(struct {
		thresholdJSON
		From    ghg.Date `json:"from,omitzero"`
		Until   ghg.Date `json:"until,omitzero"`
		Settled ghg.Date `json:"settled,omitzero"`
		Note    string   `json:"note,omitempty"`
	}{d.json(), d.From, d.Until, d.Settled, d.Note})
}
