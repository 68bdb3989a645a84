package track

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

type realisationJSON struct {
	Action string         `json:"action"`
	Years  []RealisedYear `json:"years"`
}

// MarshalJSON writes every year with what was planned, reported and verified. The zero
// Realisation is null.
func (r Realisation) MarshalJSON() ([]byte, error) {
	if r.action == "" {
		return []byte("null"), nil
	}
	return json.Marshal(realisationJSON{r.Action(), slices.AppendSeq([]RealisedYear{}, r.Years())})
}

type realisedYearJSON struct {
	Year               int           `json:"year"`
	Planned            ghg.CO2e      `json:"planned"`
	Reported           ghg.CO2e      `json:"reported"`
	Verified           ghg.CO2e      `json:"verified"`
	ReportedOfPlanned  ghg.Ratio     `json:"reportedOfPlanned"`
	VerifiedOfReported ghg.Ratio     `json:"verifiedOfReported"`
	Rate               ghg.Ratio     `json:"rate"`
	Carried            *CarryForward `json:"carried,omitempty"`
}

// MarshalJSON writes the amounts, null where one is not known, and their ratios. The zero
// RealisedYear is null.
func (y RealisedYear) MarshalJSON() ([]byte, error) {
	if y.year == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(realisedYearJSON{y.Year(), first(y.Planned()), first(y.Reported()), first(y.Verified()),
		y.ReportedOfPlanned(), y.VerifiedOfReported(),
		y.Rate(), y.carried})
}

// MarshalJSON writes the sums with their ratio.
func (t RealisationTotal) MarshalJSON() ([]byte, error) {
	type fields RealisationTotal // without this method
	return json.Marshal(struct {
		fields
		Rate ghg.Ratio `json:"rate"`
	}{fields(t), t.Rate()})
}

type planCredibilityJSON struct {
	Year     int         `json:"year"`
	Required ghg.CO2e    `json:"required"`
	Classes  []ClassSum  `json:"classes"`
	Missing  ClassSum    `json:"missing"`
	Cuts     []JudgedCut `json:"cuts"`
}

// MarshalJSON writes the cuts as they were judged, by class, against what is required.
// The zero PlanCredibility is null.
func (p PlanCredibility) MarshalJSON() ([]byte, error) {
	if p.year == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(planCredibilityJSON{p.Year(), p.Required(), p.Classes(), p.Missing(), slices.Clone(p.cuts)})
}

// MarshalJSON writes the sum with the name of its class in both languages.
func (c ClassSum) MarshalJSON() ([]byte, error) {
	type fields ClassSum // without this method
	return json.Marshal(struct {
		fields
		Name   string `json:"name"`
		NameKo string `json:"name_ko"`
	}{fields(c), c.Name(), c.NameKo()})
}

type scorecardJSON struct {
	Name     string               `json:"name"`
	Points   int                  `json:"points"`
	Most     int                  `json:"most"`
	Share    ghg.Ratio            `json:"share"`
	Criteria []ScorecardCriterion `json:"criteria"`
}

// MarshalJSON writes each criterion with how far it is fulfilled, and the points. The
// zero Scorecard is null.
func (s Scorecard) MarshalJSON() ([]byte, error) {
	if s.name == "" {
		return []byte("null"), nil
	}
	return json.Marshal(scorecardJSON{s.name, s.Points(), s.Most(), s.Share(), slices.AppendSeq([]ScorecardCriterion{},
		s.Criteria())})
}

// MarshalJSON writes the criterion with its points.
func (c ScorecardCriterion) MarshalJSON() ([]byte, error) {
	type fields ScorecardCriterion // without this method
	return json.Marshal(struct {
		fields
		Points int `json:"points"`
	}{fields(c), c.Fulfilment.Points()})
}

// MarshalJSON writes the two states with the tasks that are late, and why they are so.
func (a ActionTimeliness) MarshalJSON() ([]byte, error) {
	type fields ActionTimeliness // without this method
	return json.Marshal(struct {
		fields
		Intervals UpdateIntervals `json:"intervals"`
		Why       words.Term      `json:"why"`
	}{fields(a), a.intervals, a.why})
}
