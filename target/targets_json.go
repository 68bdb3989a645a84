package target

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

type targetsJSON struct {
	Years    []DueYear    `json:"years"`
	Findings ghg.Findings `json:"findings"`
}

// MarshalJSON writes the target in force in each due year, with those that it supersedes
// or that are undecided. The zero Targets is null.
func (t Targets) MarshalJSON() ([]byte, error) {
	if len(t.due) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(targetsJSON{slices.AppendSeq([]DueYear{}, t.All()), t.Findings()})
}

type recalculationPolicyJSON struct {
	Name         string             `json:"name"`
	Source       string             `json:"source"`
	Significance ghg.Share          `json:"significance"`
	Cumulative   ghg.Share          `json:"cumulative"`
	Always       []bridge.CauseKind `json:"always,omitempty"`
}

// MarshalJSON writes the thresholds and the causes that always ask for it. The zero
// RecalculationPolicy is null.
func (p RecalculationPolicy) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(recalculationPolicyJSON{p.def.name, p.def.source, p.def.significance, p.def.cumulative, p.def.always})
}

// MarshalJSON writes the city, the county and the day. The zero Accession is null.
func (a Accession) MarshalJSON() ([]byte, error) {
	if a.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(a.Definition())
}

type pathwayJSON struct {
	Name    string                 `json:"name"`
	Formula string                 `json:"formula"`
	Values  []ghg.InYear[ghg.CO2e] `json:"values,omitempty"`
}

// MarshalJSON writes the name and formula, and the values of one that is stated year by
// year. The zero Pathway is null.
func (p Pathway) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(pathwayJSON{p.String(), p.Formula(), ghg.InYears(maps.All(p.def.stated))})
}

// MarshalJSON writes the kind, the first year and the pathway between.
func (f Timeframe) MarshalJSON() ([]byte, error) {
	doc := f.exchange()
	if doc == nil {
		return json.Marshal(struct {
			Kind string `json:"kind"`
		}{timeframeNames[single]})
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the version with the progress on it, or why there is none.
func (v VersionProgress) MarshalJSON() ([]byte, error) {
	doc := struct {
		Version  Version   `json:"version"`
		Progress *Progress `json:"progress"`
		Why      string    `json:"error,omitempty"`
	}{Version: v.Version}
	if v.Err != nil {
		doc.Why = v.Err.Error()
	} else {
		doc.Progress = &v.Progress
	}
	return json.Marshal(doc)
}
