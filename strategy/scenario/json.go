package scenario

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/strategy"
)

type evaluatedScenarioJSON struct {
	Name          string              `json:"name"`
	Role          Role                `json:"role"`
	Note          string              `json:"note,omitempty"`
	Enabled       []string            `json:"enabled"`
	Disabled      []string            `json:"disabled"`
	Overrides     []Override          `json:"overrides,omitempty"`
	CountedStages strategy.StageRule  `json:"countedStages"`
	Evaluation    strategy.Evaluation `json:"evaluation"`
}

// MarshalJSON writes what the scenario is made of and its evaluation. The zero
// EvaluatedScenario is null.
func (s EvaluatedScenario) MarshalJSON() ([]byte, error) {
	if s.b.Name == "" {
		return []byte("null"), nil
	}
	return json.Marshal(evaluatedScenarioJSON{s.Name(), s.Role(), s.Note(), slices.AppendSeq([]string{}, s.Enabled()),
		slices.AppendSeq([]string{}, s.Disabled()),
		slices.Collect(s.Overrides()), s.Evaluation.Portfolio().CountedStages(), s.Evaluation})
}

type evaluatedSetJSON struct {
	Set       string              `json:"set"`
	Scenarios []EvaluatedScenario `json:"scenarios"`
}

// MarshalJSON writes the scenarios in their order. The zero EvaluatedSet is null.
func (s EvaluatedSet) MarshalJSON() ([]byte, error) {
	if s.set == "" {
		return []byte("null"), nil
	}
	return json.Marshal(evaluatedSetJSON{s.set, slices.AppendSeq([]EvaluatedScenario{}, s.All())})
}

type differenceJSON struct {
	From    string           `json:"from"`
	To      string           `json:"to"`
	Changes []string         `json:"changes,omitempty"`
	Years   []YearDifference `json:"years"`
}

// MarshalJSON writes what was changed, and what comes of it in each year. The scenarios
// are named, and written by themselves. The zero Difference is null.
func (d Difference) MarshalJSON() ([]byte, error) {
	if d.From.b.Name == "" {
		return []byte("null"), nil
	}
	return json.Marshal(differenceJSON{d.From.Name(), d.To.Name(), d.Changes(), slices.AppendSeq([]YearDifference{}, d.Years())})
}

// MarshalText writes what is changed, as String says it.
func (o Override) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

type scenarioJSON struct {
	Name      string             `json:"name"`
	Role      Role               `json:"role"`
	Note      string             `json:"note,omitempty"`
	Enabled   []string           `json:"enabled"`
	Disabled  []string           `json:"disabled,omitempty"`
	Overrides []Override         `json:"overrides,omitempty"`
	Counted   strategy.StageRule `json:"countedStages"`
	Baseline  string             `json:"baseline"`
}

// MarshalJSON writes what each scenario is made of. The zero Set is null.
func (s Set) MarshalJSON() ([]byte, error) {
	if len(s.built) == 0 {
		return []byte("null"), nil
	}
	doc := struct {
		Set       string         `json:"set"`
		Scenarios []scenarioJSON `json:"scenarios"`
	}{Set: s.name}
	for _, b := range s.built {
		doc.Scenarios = append(doc.Scenarios, scenarioJSON{b.Name, b.Role, b.Note, append([]string{}, b.Enabled...),
			b.disabled, b.Overrides,
			b.portfolio.CountedStages(), b.baseline.Name()})
	}
	return json.Marshal(doc)
}
