package target

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// What targets and progress look like in JSON. Amounts are strings with their
// unit, ratios strings without; place, view, scheme edition and metric are
// always there.

type viewsJSON struct {
	Base string `json:"base"`
	Due  string `json:"due"`
}

type goalJSON struct {
	Kind string    `json:"kind"`
	Year int       `json:"year"`
	Base ghg.Mass  `json:"base"`
	Cut  ghg.Share `json:"cut"`
}

type levelJSON struct {
	Year  int       `json:"year"`
	Cut   ghg.Share `json:"cut"`
	Level ghg.CO2e  `json:"level"`
}

type targetJSON struct {
	Name       string        `json:"name"`
	Place      ghg.PlaceID   `json:"place"`
	Due        int           `json:"due"`
	Views      viewsJSON     `json:"views"`
	Edition    ghg.SchemeID  `json:"edition"` // empty for a declared view
	Metric     string        `json:"metric"`
	Goal       goalJSON      `json:"goal"`
	Milestones []levelJSON   `json:"milestones"`
	Level      ghg.CO2e      `json:"level"`
	Source     string        `json:"source"`
	Findings   []findingJSON `json:"findings"`
}

type findingJSON struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Stated   string `json:"stated,omitempty"`
	Found    string `json:"found,omitempty"`
	Detail   string `json:"detail"`
}

func findings(f ghg.Findings) []findingJSON {
	out := make([]findingJSON, len(f.All))
	for i, x := range f.All {
		out[i] = findingJSON{x.Code, x.Severity.String(), x.Stated, x.Found, x.Detail}
	}
	return out
}

// MarshalJSON writes the target with every level that it sets. The zero Target
// is refused with [ErrNoTarget].
func (t Target) MarshalJSON() ([]byte, error) {
	if t.def == nil {
		return nil, ErrNoTarget
	}
	d := t.definition()
	out := targetJSON{Name: d.Name, Place: d.Place, Due: d.Due, Views: viewsJSON{d.Views.Base.String(), d.Views.Due.String()},
		Edition: d.Views.Due.ID().Scheme, Metric: d.Metric.String(), Milestones: []levelJSON{}, Source: d.Source, Findings: findings(t.Findings())}
	if g, ok := d.Goal.(BaseYear); ok {
		out.Goal = goalJSON{g.kind(), g.Year, g.Base, g.Cut}
	}
	for _, l := range t.def.all[1:] {
		out.Milestones = append(out.Milestones, levelJSON{l.year, l.cut, l.co2e})
	}
	last := len(out.Milestones) - 1
	out.Level = out.Milestones[last].Level
	out.Milestones = out.Milestones[:last]
	return json.Marshal(out)
}

// MarshalJSON writes {"value": "0.75"}, or {"value": null, "undefined": why}.
func (r Ratio) MarshalJSON() ([]byte, error) {
	return marshalOptional(r.ok, r.value.String(), r.Undefined())
}

// MarshalJSON writes {"value": "376687.5 tCO2e (AR5)"}, or {"value": null,
// "undefined": why}.
func (y PerYear) MarshalJSON() ([]byte, error) {
	return marshalOptional(y.ok, y.co2e.String(), y.Undefined())
}

func marshalOptional(ok bool, value, why string) ([]byte, error) {
	out := struct {
		Value     *string `json:"value"`
		Undefined string  `json:"undefined,omitempty"`
	}{nil, why}
	if ok {
		out.Value = &value
	}
	return json.Marshal(out)
}

type rulesJSON struct {
	ID             string `json:"id"`
	Source         string `json:"source"`
	Ahead          string `json:"ahead"`
	OnTrack        string `json:"onTrack"`
	SlightlyBehind string `json:"slightlyBehind"`
}

// MarshalJSON writes the set with its thresholds. The zero Rules are refused
// with [ErrNoRules].
func (r Rules) MarshalJSON() ([]byte, error) {
	if r.def == nil {
		return nil, ErrNoRules
	}
	return json.Marshal(rulesJSON{r.ID(), r.Source(), r.Ahead().String(), r.OnTrack().String(), r.SlightlyBehind().String()})
}

type figureJSON struct {
	CO2e    ghg.CO2e    `json:"co2e"`
	Status  ghg.Status  `json:"status"`
	Vintage ghg.Vintage `json:"vintage"`
	Source  string      `json:"source"`
}

type progressJSON struct {
	Target              Target        `json:"target"`
	Year                int           `json:"year"`
	Place               ghg.PlaceID   `json:"place"`
	View                string        `json:"view"`
	Edition             ghg.SchemeID  `json:"edition"`
	Metric              string        `json:"metric"`
	Status              Status        `json:"status"`
	Reason              string        `json:"reason"`
	Rules               Rules         `json:"rules"`
	Pathway             string        `json:"pathway"`
	Formula             string        `json:"pathwayFormula"`
	Figure              figureJSON    `json:"emissions"`
	Base                ghg.CO2e      `json:"base"`
	Level               ghg.CO2e      `json:"level"`
	OnPathway           ghg.CO2e      `json:"onPathway"`
	Reduction           Ratio         `json:"reduction"`
	Achieved            Ratio         `json:"achieved"`
	Elapsed             Ratio         `json:"elapsed"`
	Pace                Ratio         `json:"pace"`
	Gap                 ghg.CO2e      `json:"gap"`
	RelativeGap         Ratio         `json:"relativeGap"`
	AchievedLinear      PerYear       `json:"achievedLinearPerYear"`
	AchievedLinearShare Ratio         `json:"achievedLinearShareOfBase"`
	AchievedCompound    Ratio         `json:"achievedCompound"`
	RequiredLinear      PerYear       `json:"requiredLinearPerYear"`
	RequiredLinearShare Ratio         `json:"requiredLinearShareOfBase"`
	RequiredCompound    Ratio         `json:"requiredCompound"`
	Acceleration        Ratio         `json:"acceleration"`
	Findings            []findingJSON `json:"findings"`
}

// MarshalJSON writes the whole panel. The zero Progress is refused with
// [ErrNoTarget].
func (p Progress) MarshalJSON() ([]byte, error) {
	if p.Target.IsZero() {
		return nil, ErrNoTarget
	}
	view := p.Target.Views().Due
	return json.Marshal(progressJSON{
		Target: p.Target, Year: p.Year, Place: p.Target.Place(), View: view.String(), Edition: view.ID().Scheme, Metric: p.Target.Metric().String(),
		Status: p.Status, Reason: p.Reason, Rules: p.Rules, Pathway: p.Pathway.String(), Formula: p.Pathway.Formula(),
		Figure: figureJSON{p.Emissions, p.Figure.Status, p.Figure.Vintage, p.Figure.Source},
		Base:   p.Base, Level: p.Limit, OnPathway: p.OnPathway,
		Reduction: p.Reduction, Achieved: p.Achieved, Elapsed: p.Elapsed, Pace: p.Pace, Gap: p.Gap, RelativeGap: p.RelativeGap,
		AchievedLinear: p.AchievedLinear, AchievedLinearShare: p.AchievedLinearShare, AchievedCompound: p.AchievedCompound,
		RequiredLinear: p.RequiredLinear, RequiredLinearShare: p.RequiredLinearShare, RequiredCompound: p.RequiredCompound,
		Acceleration: p.Acceleration, Findings: findings(p.Findings),
	})
}
