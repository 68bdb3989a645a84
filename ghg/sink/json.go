package sink

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
)

type removalsJSON struct {
	Project Project `json:"project"`
	Years   []Year  `json:"years"`
}

// MarshalJSON writes what each year takes up, holds back and may claim. The zero Removals
// is null.
func (r Removals) MarshalJSON() ([]byte, error) {
	if len(r.years) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(removalsJSON{r.project, slices.AppendSeq([]Year{}, r.Years())})
}

type growthJSON struct {
	Per      Unit                `json:"per"`
	Between  Between             `json:"between"`
	Constant bool                `json:"constant,omitempty"`
	Metric   string              `json:"metric"`
	Source   string              `json:"source"`
	Ages     []ageJSON[ghg.CO2e] `json:"ages"`
}

// MarshalJSON writes the uptake by age. The zero Growth is null.
func (g Growth) MarshalJSON() ([]byte, error) {
	if g.def == nil {
		return []byte("null"), nil
	}
	return json.Marshal(growthJSON{g.Per(), g.def.between, g.def.constant, g.def.metric.String(), g.def.source,
		ages(g.def.ages, g.def.uptakes)})
}

type ageJSON[T any] struct {
	Age   int `json:"age"`
	Value T   `json:"value"`
}

func ages[T any](years []int, values []T) []ageJSON[T] {
	list := make([]ageJSON[T], len(years))
	for i, age := range years {
		list[i] = ageJSON[T]{age, values[i]}
	}
	return list
}

// MarshalJSON writes what is alive at each age. The zero Survival is null.
func (s Survival) MarshalJSON() ([]byte, error) {
	if len(s.ages) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Source string               `json:"source"`
		Ages   []ageJSON[ghg.Share] `json:"ages"`
	}{s.source, ages(s.ages, s.alive)})
}

// MarshalJSON writes the amount as [ghg.CO2e] does: above 0 it is taken from the air.
func (r Removal) MarshalJSON() ([]byte, error) { return json.Marshal(r.c) }

// MarshalJSON writes the amount as [ghg.CO2e] does.
func (s Stock) MarshalJSON() ([]byte, error) { return json.Marshal(s.c) }

// MarshalJSON writes the project as it was defined, with the findings. The zero Project is
// null.
func (p Project) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Definition
		Findings ghg.Findings `json:"findings"`
	}{p.def.Definition, p.Findings()})
}
