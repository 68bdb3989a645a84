package netzero

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// What a check and a judgement look like in JSON. Numbers are strings in the unit beside
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

type evidenceJSON struct {
	Of CriterionName `json:"of,omitempty"`
	documentJSON
}

type checkJSON struct {
	ID        CheckID        `json:"check"`
	Subject   string         `json:"subject"`
	Result    CheckResult    `json:"result"`
	ResultKo  string         `json:"result_ko"`
	Reason    string         `json:"reason"`
	Formula   string         `json:"formula,omitempty"`
	Figures   []namedJSON    `json:"figures"`
	Threshold *thresholdJSON `json:"threshold"` // null where nothing is asked for
	Covers    string         `json:"covers"`
	Documents []documentJSON `json:"documents"`
	Findings  ghg.Findings   `json:"findings"`
	Records   []string       `json:"records"`
	More      int            `json:"moreRecords,omitempty"`
}

// MarshalJSON writes the check with all that it rests on. Records are written as text.
func (c Check) MarshalJSON() ([]byte, error) {
	out := checkJSON{ID: c.ID, Subject: c.Subject, Result: c.Result, ResultKo: c.Result.Korean(), Reason: c.Reason, Formula: c.Formula,
		Figures: []namedJSON{}, Covers: c.Covers, Documents: []documentJSON{}, Findings: c.Findings, Records: []string{}, More: c.More}
	for _, f := range c.Figures {
		j := namedJSON{Name: f.Name, Unit: f.Unit, Undefined: f.Undefined}
		if f.Undefined == "" {
			number := f.Number.String()
			j.Number = &number
		}
		out.Figures = append(out.Figures, j)
	}
	if d := c.Threshold.get(); !c.Threshold.IsZero() {
		out.Threshold = &thresholdJSON{d.ID, d.Criterion, d.Measure, d.Value.String(), d.Year, d.Source, string(d.Confidence)}
	}
	for _, d := range c.Documents {
		out.Documents = append(out.Documents, documentJSON{d.Date, d.Title, d.Link})
	}
	for _, l := range c.Lines {
		out.Records = append(out.Records, l.String())
	}
	return json.Marshal(out)
}

type replacementJSON struct {
	Facility       string    `json:"facility"`
	Old            string    `json:"old"`
	New            string    `json:"new"`
	Status         string    `json:"status"`
	From           string    `json:"from"`
	CapacityWas    *string   `json:"capacityWas"`
	CapacityIs     *string   `json:"capacityIs"`
	CapacityGrowth ghg.Ratio `json:"capacityGrowth"`
	YearlyWas      *string   `json:"yearlyWas"`
	YearlyIs       *string   `json:"yearlyIs"`
	YearlyGrowth   ghg.Ratio `json:"yearlyGrowth"`
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

// MarshalJSON writes the replacement with its growth.
func (r Replacement) MarshalJSON() ([]byte, error) {
	return json.Marshal(replacementJSON{r.Facility, r.Old, r.New, r.Status.String(), r.From, stated(r.CapacityWas), stated(r.CapacityIs),
		r.Capacity,
		stated(r.YearlyWas), stated(r.YearlyIs), r.Yearly})
}

type pledgeJSON struct {
	Place        ghg.PlaceID    `json:"place"`
	Name         string         `json:"name"`
	Kind         string         `json:"kind"`
	Subject      string         `json:"subject,omitempty"`
	Since        ghg.When       `json:"since"`
	Campaign     Campaign       `json:"campaign,omitempty"`
	Source       string         `json:"source,omitempty"`
	Replacements string         `json:"replacements,omitempty"`
	Evidence     []evidenceJSON `json:"evidence"`
}

type judgementJSON struct {
	Pledge       pledgeJSON    `json:"pledge"`
	Status       Status        `json:"status"`
	StatusKo     string        `json:"status_ko"`
	Check        Check         `json:"check"`
	Replacements []Replacement `json:"replacements"`
}

// MarshalJSON writes the judgement with its pledge and check.
func (j Judgement) MarshalJSON() ([]byte, error) {
	p := j.Pledge
	out := judgementJSON{Status: j.Status, StatusKo: j.Status.Korean(), Check: j.Check, Replacements: append([]Replacement{},
		j.Replacements...),
		Pledge: pledgeJSON{Place: p.Place, Name: p.name(), Kind: p.Kind.String(), Subject: p.Subject.String(), Since: p.Since,
			Campaign: p.Campaign,
			Source:   p.Source, Evidence: []evidenceJSON{}}}
	if p.Kind == BeginNone {
		out.Pledge.Replacements = p.Replacements.String()
	}
	for _, e := range p.Evidence {
		out.Pledge.Evidence = append(out.Pledge.Evidence, evidenceJSON{e.Of, documentJSON{e.Date, e.Title, e.Link}})
	}
	return json.Marshal(out)
}
