package track

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

type causalGraphJSON struct {
	Indicators []Indicator  `json:"indicators"`
	Links      []CausalLink `json:"links"`
}

// MarshalJSON writes the indicators, and what moves what. The zero CausalGraph is null.
func (g CausalGraph) MarshalJSON() ([]byte, error) {
	if len(g.indicators) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(causalGraphJSON{slices.AppendSeq([]Indicator{}, slices.Values(g.indicators)),
		slices.AppendSeq([]CausalLink{}, g.Links())})
}

type indicatorJSON struct {
	ID        string                        `json:"id"`
	Name      string                        `json:"name"`
	NameKo    string                        `json:"name_ko,omitempty"`
	Level     IndicatorLevel                `json:"level"`
	Unit      string                        `json:"unit"`
	StartYear int                           `json:"startYear"`
	Start     string                        `json:"start"`
	Goals     []ghg.InYear[decimal.Decimal] `json:"goals"`
	Values    []ghg.InYear[decimal.Decimal] `json:"values"`
	Source    string                        `json:"source,omitempty"`
}

// MarshalJSON writes the indicator with its start, its goals and what was observed. The
// zero Indicator is null.
func (i Indicator) MarshalJSON() ([]byte, error) {
	if i.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(indicatorJSON{i.ID(), i.Name(), i.NameKo(), i.Level(), i.Unit(), i.def.StartYear, i.def.Start.String(),
		ghg.InYears(i.def.goals.ByYear()), ghg.InYears(i.def.values.ByYear()), i.Source()})
}
