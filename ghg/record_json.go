package ghg

import (
	"encoding/json"
	"errors"
)

// jsonLine is a record that stands alone, with what its inventory would say.
type jsonLine struct {
	Scheme SchemeID `json:"scheme"`
	Place  PlaceID  `json:"place"`
	Period Period   `json:"period"`
	jsonRecord
}

// MarshalJSON writes the record with its scheme, place and period.
func (r Record) MarshalJSON() ([]byte, error) {
	return json.Marshal(jsonLine{r.Category.Scheme, r.Place, r.Period, r.json()})
}

// UnmarshalJSON always fails: records are read as part of an inventory.
func (r *Record) UnmarshalJSON([]byte) error {
	return errors.New("records are read with ghg.ReadJSON or ghg.ReadCSV, which are told the schemes and metrics")
}

// jsonRecord has a mass in tonnes, or CO2e in tonnes and its metric, never
// both. The metric is always there beside CO2e, "unstated" included.
type jsonRecord struct {
	Category    string        `json:"category"`
	Scope       Scope         `json:"scope,omitempty"`
	Gas         Gas           `json:"gas,omitzero"`
	Mass        *printedMass  `json:"mass,omitempty"`
	CO2e        *printedMass  `json:"co2e,omitempty"`
	Metric      string        `json:"metric,omitempty"`
	Key         Key           `json:"key,omitempty"`
	IncludedIn  string        `json:"includedIn,omitempty"`
	Explanation string        `json:"explanation,omitempty"`
	Fuel        string        `json:"fuel,omitempty"`
	Activity    string        `json:"activity,omitempty"`
	Facility    string        `json:"facility,omitempty"`
	Variant     Variant       `json:"variant,omitempty"`
	Tags        Tags          `json:"tags,omitzero"`
	Status      Status        `json:"status,omitempty"`
	Entry       Entry         `json:"entry,omitempty"`
	Evidence    *jsonEvidence `json:"evidence,omitempty"`
	Line        int           `json:"line,omitempty"`
	Column      uint16        `json:"column,omitempty"`
	AsRead      string        `json:"asRead,omitempty"`
}

func (r Record) json() jsonRecord {
	in, _ := r.Value.IncludedIn()
	j := jsonRecord{Category: r.Category.Code, Scope: r.Scope, Gas: r.Gas, Key: r.Value.key, Explanation: r.Value.Explanation(),
		IncludedIn: in.Code, Fuel: r.Fuel, Activity: r.Activity, Facility: r.Facility, Variant: r.Variant,
		Tags: r.Tags, Status: r.Status, Entry: r.Value.entry, Line: r.Line}
	if !r.Evidence.IsZero() {
		j.Evidence = &jsonEvidence{EvidenceDefinition: r.Evidence.Definition()}
	}
	if r.Evidence.File() != "" {
		j.Column, j.AsRead = r.Column, r.Value.AsRead()
	}
	switch r.Value.kind {
	case emitted:
		j.Mass = &printedMass{Mass{r.Value.t(), r.Value.gas}}
	case equivalent:
		j.CO2e, j.Metric = &printedMass{Mass{t: r.Value.t()}}, r.Value.metricOf().String()
	}
	return j
}

func (j jsonRecord) value(s Scheme, own []Metric) (Value, Fault) {
	var v Value
	switch {
	case j.Mass != nil && j.CO2e != nil:
		return v, Fault{Code: FaultMismatch, Field: "mass", Detail: "a record has a mass or CO2e, not both"}
	case (j.CO2e != nil) != (j.Metric != ""):
		return v, Fault{Code: FaultUnknownMetric, Field: "metric", Value: j.Metric,
			Detail: `CO2e states its metric, "unstated" where its source does not, and nothing else does`}
	case j.Mass != nil:
		v = Emitted(j.Mass.Mass)
	case j.CO2e != nil:
		m, err := ParseMetric(j.Metric, own...)
		if err != nil {
			return v, Fault{Code: FaultUnknownMetric, Field: "metric", Value: j.Metric, Detail: err.Error()}
		}
		c, err := CO2eOf(j.CO2e.Mass, m)
		if err != nil {
			return v, Fault{Code: FaultMismatch, Field: "co2e", Value: j.CO2e.String(), Detail: err.Error()}
		}
		v = Equivalent(c)
	}
	if j.Key != KeyNone && v.IsNumber() && v.t().IsZero() { // the key counts
		v = Value{}
	}
	v.key = j.Key
	v = v.explained(j.Explanation).ReadAs(j.AsRead)
	if v.IsNumber() && (v.key == NO || v.key == NA) {
		return v, Fault{Code: FaultKeyWithNumber, Field: "key", Value: v.key.String(), Detail: "it cannot stand beside a number"}
	}
	if j.IncludedIn != "" {
		if v.key != IE {
			return v, Fault{Code: FaultMismatch, Field: "includedIn", Value: j.IncludedIn, Detail: "it belongs to the key IE"}
		}
		in := Category{s.ID(), j.IncludedIn}
		if c, err := s.Category(j.IncludedIn); err == nil {
			in = c
		}
		v = v.includedIn(in)
	}
	entered, err := v.EnteredAs(j.Entry)
	if err != nil {
		return v, Fault{Code: FaultField, Field: "entry", Value: j.Entry.String(), Detail: asFaultOf(err).Detail}
	}
	return entered, Fault{}
}
