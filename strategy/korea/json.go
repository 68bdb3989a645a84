package korea

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// MarshalJSON writes the place, the plan and the rows of each table. The zero Document is
// null.
func (d Document) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(d.Definition())
}

// MarshalJSON writes the unit as the document states it. The zero ReductionUnit is null.
func (u ReductionUnit) MarshalJSON() ([]byte, error) {
	if u.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(u.Definition())
}

type statusRulesJSON struct {
	Name     string    `json:"name"`
	Source   string    `json:"source"`
	Achieved ghg.Share `json:"achieved"`
	OnTrack  ghg.Share `json:"onTrack"`
	Delayed  ghg.Share `json:"delayed"`
}

// MarshalJSON writes the shares from which each status holds. The zero StatusRules is null.
func (r StatusRules) MarshalJSON() ([]byte, error) {
	if r.name == "" {
		return []byte("null"), nil
	}
	return json.Marshal(statusRulesJSON{r.name, r.source, r.achieved, r.onTrack, r.delayed})
}

type taggingSchemeJSON struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Source  string        `json:"source"`
	Classes []BudgetClass `json:"classes"`
}

// MarshalJSON writes the scheme with its classes. The zero TaggingScheme is null.
func (s TaggingScheme) MarshalJSON() ([]byte, error) {
	if s.def == nil {
		return []byte("null"), nil
	}
	return json.Marshal(taggingSchemeJSON{s.ID(), s.def.name, s.Source(), slices.AppendSeq([]BudgetClass{}, s.Classes())})
}

type taggedBudgetJSON struct {
	Scheme   TaggingScheme  `json:"scheme"`
	Projects int            `json:"projects"`
	Total    strategy.Money `json:"total"`
	Classes  []ClassSum     `json:"classes"`
}

// MarshalJSON writes the money and the projects by class. The zero TaggedBudget is null.
func (b TaggedBudget) MarshalJSON() ([]byte, error) {
	if b.scheme.def == nil {
		return []byte("null"), nil
	}
	return json.Marshal(taggedBudgetJSON{b.Scheme(), b.Projects(), b.Total(), slices.AppendSeq([]ClassSum{}, b.Classes())})
}

// MarshalJSON writes the target with its cut, and its rate as it is stated and on one
// basis.
func (t ReductionTarget) MarshalJSON() ([]byte, error) {
	type fields ReductionTarget // without this method
	reduction, _ := t.TargetReduction()
	return json.Marshal(struct {
		fields
		Reduction      ghg.CO2e  `json:"reduction"` // null where the base is not known
		Rate           ghg.Ratio `json:"rate"`
		RateOnOneBasis ghg.Ratio `json:"rateOnOneBasis"`
		Mixed          bool      `json:"mixed"`
		GrossToNet     bool      `json:"grossToNet"`
	}{fields(t), reduction, t.Rate(), t.RateOnOneBasis(), t.IsMixed(), t.IsGrossToNet()})
}

// MarshalJSON writes the duty with the day of each year by which it is owed, or the
// months after an event.
func (d Duty) MarshalJSON() ([]byte, error) {
	type fields Duty // without this method
	doc := struct {
		fields
		Day string `json:"day,omitempty"` // "05-31"
	}{fields: fields(d)}
	if d.day > 0 {
		doc.Day = fmt.Sprintf("%02d-%02d", int(d.month), d.day)
	}
	return json.Marshal(doc)
}
