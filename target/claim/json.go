package claim

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// What the check of a claim looks like in JSON. Printed numbers keep their
// text; values are strings in the unit beside them.

type numberJSON struct {
	Name    string `json:"name"`
	Printed string `json:"printed"`
	View    string `json:"view,omitempty"`
	Metric  string `json:"metric,omitempty"`
}

type rangeJSON struct {
	Low  *string `json:"low"` // null: nothing bounds it
	High *string `json:"high"`
}

func (r Range) json() rangeJSON {
	if r.Open {
		return rangeJSON{}
	}
	low, high := r.Low.String(), r.High.String()
	return rangeJSON{&low, &high}
}

type readingJSON struct {
	Of        string    `json:"of"`
	Formula   string    `json:"formula"`
	Figures   string    `json:"figures"`
	Printed   string    `json:"printed"`
	Unit      string    `json:"unit"`
	Computed  ghg.Ratio `json:"computed"`
	Off       ghg.Ratio `json:"off"`
	Stands    rangeJSON `json:"stands"`
	Allowed   rangeJSON `json:"allowed"`
	AsPrinted bool      `json:"asPrinted"`
	Within    bool      `json:"within"`
}

type relationJSON struct {
	Name     string        `json:"name"`
	Verdict  Verdict       `json:"verdict"`
	Numbers  Verdict       `json:"numbers"`
	Reason   string        `json:"reason,omitempty"`
	Readings []readingJSON `json:"readings"`
}

type oneBasisJSON struct {
	View    string    `json:"view"`
	Metric  string    `json:"metric"`
	Formula string    `json:"formula"`
	Cut     ghg.Ratio `json:"cut"`
	Verdict Verdict   `json:"verdict"`
}

type impliedJSON struct {
	Reading string    `json:"reading"`
	Of      string    `json:"of"`
	Formula string    `json:"formula"`
	Figures string    `json:"figures"`
	Value   ghg.Ratio `json:"value"`
	Unit    string    `json:"unit"`
	Range   rangeJSON `json:"range"`
}

type checkJSON struct {
	Claim     string         `json:"claim"`
	Source    string         `json:"source"`
	BaseYear  int            `json:"baseYear,omitempty"`
	Due       int            `json:"due,omitempty"`
	Follows   string         `json:"follows"`
	Printed   []numberJSON   `json:"printed"`
	Verdict   Verdict        `json:"verdict"`
	Relations []relationJSON `json:"relations"`
	OneBasis  []oneBasisJSON `json:"oneBasis"`
	Implied   []impliedJSON  `json:"implied,omitempty"`
	Unused    []string       `json:"unused"`
	Findings  ghg.Findings   `json:"findings"`
}

// MarshalJSON writes the check with the printed numbers, so that it stands on
// its own.
func (c Check) MarshalJSON() ([]byte, error) {
	out := checkJSON{Claim: c.Claim.Name, Source: c.Claim.Source, BaseYear: c.Claim.BaseYear, Due: c.Claim.Due,
		Follows: c.Claim.Follows.String(), Verdict: c.Verdict, Printed: []numberJSON{}, Relations: []relationJSON{},
		OneBasis: []oneBasisJSON{}, Unused: append([]string{}, c.Unused...), Findings: c.Findings}
	for _, n := range c.Claim.numbers().all() {
		metric := ""
		if n.metric.ID() != "" {
			metric = n.metric.String()
		}
		out.Printed = append(out.Printed, numberJSON{n.name, n.text, n.view.ID().String(), metric})
	}
	for _, r := range c.Relations {
		rel := relationJSON{r.Name, r.Verdict, r.Numbers, r.Reason, []readingJSON{}}
		for _, x := range r.Readings {
			rel.Readings = append(rel.Readings, readingJSON{x.Of, x.Formula, x.Figures, x.Printed, x.Unit,
				x.Computed, x.Off, x.Stands.json(), x.Allowed.json(), x.AsPrinted, x.Within})
		}
		out.Relations = append(out.Relations, rel)
	}
	for _, o := range c.OneBasis {
		out.OneBasis = append(out.OneBasis, oneBasisJSON{o.View.ID().String(), o.Metric.String(), o.Formula, o.Cut, o.Verdict})
	}
	for _, x := range c.Implied {
		out.Implied = append(out.Implied, impliedJSON{x.Reading, x.Of, x.Formula, x.Figures, x.Value, x.Unit, x.Range.json()})
	}
	return json.Marshal(out)
}
