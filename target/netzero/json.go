package netzero

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// What a check looks like in JSON. Numbers are strings in the unit beside
// them, and what is not stated is left out or null.

type thresholdJSON struct {
	ID         string        `json:"id"`
	Criterion  CriterionName `json:"criterion"`
	Measure    Measure       `json:"measure"`
	Value      string        `json:"value"`
	Year       int           `json:"year,omitempty"`
	Source     string        `json:"source"`
	Confidence string        `json:"confidence"`
}

type namedJSON struct {
	Name      string  `json:"name"`
	Number    *string `json:"number"` // null where it is undefined
	Unit      string  `json:"unit,omitempty"`
	Undefined string  `json:"undefined,omitempty"`
}

type documentJSON struct {
	Date  ghg.When `json:"date"`
	Title string   `json:"title,omitempty"`
	Link  string   `json:"link,omitempty"`
}

type checkJSON struct {
	ID        CheckID        `json:"check"`
	Subject   string         `json:"subject"`
	Result    CheckResult    `json:"result"`
	ResultKo  string         `json:"result_ko"`
	Reason    string         `json:"reason"`
	ReasonKo  string         `json:"reason_ko,omitempty"`
	Formula   string         `json:"formula,omitempty"`
	Figures   []namedJSON    `json:"figures"`
	Threshold *thresholdJSON `json:"threshold"` // null where nothing is asked for
	Covers    string         `json:"covers"`
	Documents []documentJSON `json:"documents"`
	Findings  ghg.Findings   `json:"findings"`
	Records   []string       `json:"records"`
	More      int            `json:"moreRecords,omitempty"`
	// Replacements are there where the check is of a pledge to begin none.
	Replacements []plantJSON `json:"replacements,omitempty"`
}

type plantJSON struct {
	Name           string      `json:"name"`
	Fuel           string      `json:"fuel,omitempty"`
	Status         string      `json:"status"`
	Began          *ghg.When   `json:"began"`
	Capacity       *string     `json:"capacity"`
	CapacityGrowth *ghg.Ratio  `json:"capacityGrowth,omitempty"`
	Yearly         *string     `json:"yearly"`
	YearlyGrowth   *ghg.Ratio  `json:"yearlyGrowth,omitempty"`
	Source         string      `json:"source"`
	Replaces       []plantJSON `json:"replaces,omitempty"`
}

func (p Plant) json() plantJSON {
	out := plantJSON{Name: p.Name, Fuel: p.Fuel, Status: p.Status.String(), Capacity: stated(p.Capacity), Yearly: stated(p.Yearly),
		Source: p.Source}
	if !p.Began.IsZero() {
		out.Began = &p.Began
	}
	for _, o := range p.Replaces {
		out.Replaces = append(out.Replaces, o.json())
	}
	if len(p.Replaces) > 0 {
		capacity, yearly := p.Growth()
		out.CapacityGrowth, out.YearlyGrowth = &capacity, &yearly
	}
	return out
}

// MarshalJSON writes the check with all that it rests on. Records are written as text.
func (c Check) MarshalJSON() ([]byte, error) {
	out := checkJSON{ID: c.ID, Subject: c.Subject, Result: c.Result, ResultKo: c.Result.Korean(), Reason: c.Reason, ReasonKo: c.ReasonKo,
		Formula: c.Formula, Figures: []namedJSON{}, Covers: c.Covers,
		Documents: []documentJSON{}, Findings: c.Findings, Records: []string{}, More: c.More}
	for _, f := range c.Figures {
		j := namedJSON{Name: f.Name, Unit: f.Unit, Undefined: f.Value.Undefined()}
		if f.Value.IsDefined() {
			number := f.Value.String()
			j.Number = &number
		}
		out.Figures = append(out.Figures, j)
	}
	if !c.Threshold.IsZero() {
		threshold := c.Threshold.get().json()
		out.Threshold = &threshold
	}
	for _, d := range c.Documents {
		out.Documents = append(out.Documents, documentJSON{d.Date, d.Title, d.Link})
	}
	for _, l := range c.Lines {
		out.Records = append(out.Records, l.String())
	}
	for _, p := range c.Replacements {
		out.Replacements = append(out.Replacements, p.json())
	}
	return json.Marshal(out)
}

// stated is the text of an amount, or nil where none is stated.
func stated(v interface {
	IsUnset() bool
	String() string
}) *string {
	if v.IsUnset() {
		return nil
	}
	s := v.String()
	return &s
}
