package target

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// What targets and progress look like in JSON. Amounts are strings with their
// unit, ratios strings without; place, view, scheme edition and metric are
// always there.

type viewsJSON struct {
	Base string `json:"base"`
	Due  string `json:"due"`
}

type goalJSON struct {
	Kind     string        `json:"kind"`
	Year     int           `json:"year,omitempty"`
	Through  int           `json:"through,omitempty"`
	Every    int           `json:"every,omitempty"`
	Base     *ghg.Mass     `json:"base,omitempty"`
	Cut      *ghg.Share    `json:"cut,omitempty"`
	Level    *ghg.Mass     `json:"level,omitempty"`
	Activity *activityJSON `json:"activity,omitempty"`
	Scenario string        `json:"scenario,omitempty"` // static or dynamic
	Baseline *ghg.Yearly   `json:"baseline,omitempty"`
}

type activityJSON struct {
	Name    string               `json:"name"`
	Unit    string               `json:"unit"`
	Figures []activityFigureJSON `json:"figures"`
}

type activityFigureJSON struct {
	Year   int        `json:"year"`
	Amount string     `json:"amount"`
	Status ghg.Status `json:"status"`
	Source string     `json:"source,omitempty"`
}

// exchange is the goal as exchange files have it.
func exchange(g Goal) goalJSON {
	out := goalJSON{Kind: g.kind()}
	switch g := g.(type) {
	case BaseYear:
		out.Year, out.Through, out.Base, out.Cut = g.Year, g.Through, &g.Base, &g.Cut
	case FixedLevel:
		out.Year, out.Level = g.Year, &g.Level
		if g.Year != 0 {
			out.Base = &g.Base
		}
	case BaseYearIntensity:
		out.Year, out.Base, out.Cut = g.Year, &g.Base, &g.Cut
		out.Activity = activityOf(g.Activity)
	case FixedIntensity:
		out.Year, out.Level, out.Activity = g.Year, &g.Level, activityOf(g.Activity)
		if g.Year != 0 {
			out.Base = &g.Base
		}
	case BaselineScenario:
		out.Year, out.Cut, out.Scenario, out.Baseline = g.Year, &g.Cut, g.Kind.String(), &g.Baseline
	case RollingBaseYear:
		out.Year, out.Every, out.Cut = g.Year, g.Every, &g.Cut
	}
	return out
}

func activityOf(a ghg.Years[decimal.Decimal]) *activityJSON {
	out := &activityJSON{a.Name(), a.Unit(), nil}
	for f := range a.All() {
		out.Figures = append(out.Figures, activityFigureJSON{f.Year, f.Value.String(), f.Status, f.Source})
	}
	return out
}

type timeframeJSON struct {
	Kind    string      `json:"kind"`
	First   int         `json:"first"`
	Pathway string      `json:"pathway,omitempty"`
	Stated  *statedJSON `json:"stated,omitempty"` // of a pathway that is given year by year
}

type statedJSON struct {
	Source string            `json:"source"`
	Values []statedValueJSON `json:"values"`
}

type statedValueJSON struct {
	Year int      `json:"year"`
	CO2e ghg.CO2e `json:"co2e"`
}

// exchange is the timeframe as exchange files have it, or nil for a single
// year.
func (f Timeframe) exchange() *timeframeJSON {
	if f.kind == single {
		return nil
	}
	out := &timeframeJSON{Kind: timeframeNames[f.kind], First: f.first}
	if f.pathway.IsZero() {
		return out
	}
	out.Pathway = f.pathway.String()
	if values := f.pathway.def.stated; values != nil {
		out.Stated = &statedJSON{Source: strings.TrimPrefix(f.pathway.Formula(), statedBy)}
		for _, y := range slices.Sorted(maps.Keys(values)) {
			out.Stated.Values = append(out.Stated.Values, statedValueJSON{y, values[y]})
		}
	}
	return out
}

// statedBy is what the formula of a stated pathway begins with.
const statedBy = "as stated by "

type levelJSON struct {
	Year     int        `json:"year"`
	Cut      *ghg.Share `json:"cut,omitempty"`
	PerUnit  *ghg.Mass  `json:"perUnit,omitempty"` // of a level that is stated for one unit
	Level    ghg.CO2e   `json:"level"`
	Standing string     `json:"standing,omitempty"`
}

// The forms that are written; those of earlier versions are read too.
const (
	targetForm  ghg.Form = "localghg target 1"
	historyForm ghg.Form = "localghg history 3"
)

type targetJSON struct {
	Format     ghg.Form       `json:"format"`
	Name       string         `json:"name"`
	Place      ghg.PlaceID    `json:"place"`
	Due        int            `json:"due"`
	Views      viewsJSON      `json:"views"`
	Edition    ghg.SchemeID   `json:"edition"` // empty for a declared view
	Metric     string         `json:"metric"`
	Goal       goalJSON       `json:"goal"`
	Timeframe  *timeframeJSON `json:"timeframe,omitempty"`
	Milestones []levelJSON    `json:"milestones"`
	Level      *ghg.CO2e      `json:"level,omitempty"` // none for a rolling goal
	Source     string         `json:"source"`
	Published  string         `json:"published,omitempty"`
	Findings   ghg.Findings   `json:"findings"`
}

// MarshalJSON writes the target with every level that it sets. The zero Target
// is refused with [ErrNoTarget].
func (t Target) MarshalJSON() ([]byte, error) {
	if t.def == nil {
		return nil, ErrNoTarget
	}
	d := t.definition()
	out := targetJSON{Format: targetForm, Name: d.Name, Place: d.Place, Due: d.Due,
		Views:   viewsJSON{d.Views.Base.ID().String(), d.Views.Due.ID().String()},
		Edition: d.Views.Due.ID().Scheme, Metric: d.Metric.String(), Milestones: []levelJSON{}, Source: d.Source, Findings: t.Findings()}
	out.Goal = exchange(d.Goal)
	out.Timeframe = d.Timeframe.exchange()
	if d.Published.Valid() {
		out.Published = d.Published.String()
	}
	for _, l := range t.def.levels {
		j := levelJSON{Year: l.year, Level: l.co2e}
		if !l.cut.IsUnset() {
			j.Cut = &l.cut
		}
		if t.def.ofUnit {
			perUnit, err := ghg.NewMass(l.left, ghg.Tonne)
			if err != nil {
				return nil, err
			}
			j.PerUnit = &perUnit
		}
		if l.standing != StandingUnstated {
			j.Standing = l.standing.String()
		}
		out.Milestones = append(out.Milestones, j)
	}
	if last := len(out.Milestones) - 1; last >= 0 {
		out.Level = &out.Milestones[last].Level
		out.Milestones = out.Milestones[:last]
	}
	return ghg.StrictJSON(out)
}

// MarshalJSON writes {"value": "184500 tCO2e (AR5)"}, or {"value": null,
// "undefined": why}.
func (a Amount) MarshalJSON() ([]byte, error) {
	if !a.ok {
		return ghg.Undefined(a.Undefined()).MarshalJSON()
	}
	return json.Marshal(struct {
		Value string `json:"value"`
	}{a.co2e.String()})
}

// MarshalJSON writes {"value": "376687.5 tCO2e (AR5)"}, or {"value": null,
// "undefined": why}.
func (y PerYear) MarshalJSON() ([]byte, error) {
	return y.a.MarshalJSON()
}

type rulesJSON struct {
	ID             string `json:"id"`
	Source         string `json:"source"`
	Measure        string `json:"measure"`
	Ahead          string `json:"ahead"`
	OnTrack        string `json:"onTrack"`
	SlightlyBehind string `json:"slightlyBehind"`
}

// MarshalJSON writes the set with its thresholds. The zero Rules are refused.
func (r Rules) MarshalJSON() ([]byte, error) {
	if r.def == nil {
		return nil, errNoRules
	}
	return json.Marshal(rulesJSON{r.ID(), r.Source(), r.JudgedBy().String(), r.Ahead().String(), r.OnTrack().String(),
		r.SlightlyBehind().String()})
}

type figureJSON struct {
	CO2e    ghg.CO2e    `json:"co2e"`
	Status  ghg.Status  `json:"status"`
	Vintage ghg.Vintage `json:"vintage"`
	Source  string      `json:"source"`
	Period  string      `json:"period,omitempty"` // where it is no calendar year
}

// figureOf is the figure of a year as exchange files have it.
func figureOf(f ghg.YearFigure) figureJSON {
	out := figureJSON{CO2e: f.CO2e, Status: f.Status, Vintage: f.Vintage, Source: f.Source}
	if !f.Period.IsZero() && f.Period != ghg.CalendarYear(f.Year) {
		out.Period = f.Period.String()
	}
	return out
}

type adjustedJSON struct {
	Sold    ghg.CO2e `json:"sold"`
	Retired ghg.CO2e `json:"retired"`
	Land    ghg.CO2e `json:"land"`
}

type viewReductionJSON struct {
	View      string    `json:"view"`
	Base      Amount    `json:"base"`
	Emissions Amount    `json:"emissions"`
	Reduction ghg.Ratio `json:"reduction"`
	Cut       ghg.Ratio `json:"cut"`
	Achieved  ghg.Ratio `json:"achieved"`
}

type progressJSON struct {
	Target              Target              `json:"target"`
	Year                int                 `json:"year"`
	Place               ghg.PlaceID         `json:"place"`
	View                string              `json:"view"`
	Edition             ghg.SchemeID        `json:"edition"`
	Metric              string              `json:"metric"`
	Status              Status              `json:"status"`
	Reason              string              `json:"reason"`
	Rules               Rules               `json:"rules"`
	Pathway             string              `json:"pathway"`
	Formula             string              `json:"pathwayFormula"`
	Figure              figureJSON          `json:"emissions"`
	Accountable         ghg.CO2e            `json:"accountable"`
	Adjusted            *adjustedJSON       `json:"adjusted,omitempty"`
	Base                Amount              `json:"base"`
	Level               *ghg.CO2e           `json:"level"` // null where it is undefined
	OnPathway           Amount              `json:"onPathway"`
	Reduction           ghg.Ratio           `json:"reduction"`
	Absolute            ghg.Ratio           `json:"absoluteReduction"`
	Achieved            ghg.Ratio           `json:"achieved"`
	Elapsed             ghg.Ratio           `json:"elapsed"`
	Pace                ghg.Ratio           `json:"pace"`
	LevelPace           *ghg.Ratio          `json:"levelPace,omitempty"` // with milestones, as nextLevel
	Gap                 Amount              `json:"gap"`
	RelativeGap         ghg.Ratio           `json:"relativeGap"`
	Remaining           ghg.CO2e            `json:"remaining"`
	RemainingShare      ghg.Ratio           `json:"remainingShare"`
	AchievedLinear      PerYear             `json:"achievedLinearPerYear"`
	AchievedLinearShare ghg.Ratio           `json:"achievedLinearShareOfBase"`
	AchievedCompound    ghg.Ratio           `json:"achievedCompound"`
	AchievedYearOnYear  ghg.Ratio           `json:"achievedYearOnYear"`
	RequiredLinear      PerYear             `json:"requiredLinearPerYear"`
	RequiredLinearShare ghg.Ratio           `json:"requiredLinearShareOfBase"`
	RequiredCompound    ghg.Ratio           `json:"requiredCompound"`
	Acceleration        ghg.Ratio           `json:"acceleration"`
	Next                *nextLevelJSON      `json:"nextLevel,omitempty"`
	ByView              []viewReductionJSON `json:"byView,omitempty"`
	HeadStart           *ghg.Ratio          `json:"headStart,omitempty"`
	Findings            ghg.Findings        `json:"findings"`
}

// MarshalJSON writes the whole panel. The zero Progress is refused with
// [ErrNoTarget].
func (p Progress) MarshalJSON() ([]byte, error) {
	if p.Target.IsZero() {
		return nil, ErrNoTarget
	}
	view := p.Target.Views().Due
	out := progressJSON{
		Target: p.Target, Year: p.Year, Place: p.Target.Place(), View: view.ID().String(), Edition: view.ID().Scheme,
		Metric: p.Target.Metric().String(),
		Status: p.Status, Reason: p.Reason, Rules: p.Rules, Pathway: p.Pathway.String(), Formula: p.Pathway.Formula(),
		Figure:      figureOf(p.Figure),
		Accountable: p.Emissions, Base: p.Base, OnPathway: p.OnPathway,
		Reduction: p.Reduction, Absolute: p.Absolute, Remaining: p.Remaining, RemainingShare: p.RemainingShare, Achieved: p.Achieved,
		Elapsed: p.Elapsed, Pace: p.Pace, Gap: p.Gap, RelativeGap: p.RelativeGap,
		AchievedLinear: p.AchievedLinear, AchievedLinearShare: p.AchievedLinearShare, AchievedCompound: p.AchievedCompound,
		AchievedYearOnYear: p.AchievedYearOnYear,
		RequiredLinear:     p.RequiredLinear, RequiredLinearShare: p.RequiredLinearShare, RequiredCompound: p.RequiredCompound,
		Acceleration: p.Acceleration, Findings: p.Findings,
	}
	if p.Limit.ok {
		out.Level = &p.Limit.co2e
	}
	if len(p.Target.def.levels) > 1 {
		out.LevelPace, out.Next = &p.LevelPace, p.Next.json()
	}
	if a := p.Adjusted; p.adjustments != nil {
		out.Adjusted = &adjustedJSON{a.Sold, a.Retired, a.Land}
	}
	for _, r := range p.ByView {
		out.ByView = append(out.ByView, viewReductionJSON{r.View.ID().String(), r.Base, r.Emissions, r.Reduction, r.Cut, r.Achieved})
		out.HeadStart = &p.HeadStart
	}
	return json.Marshal(out)
}

type outcomeYearJSON struct {
	Year        int           `json:"year"`
	Allowable   ghg.CO2e      `json:"allowable"`
	Figure      *figureJSON   `json:"emissions"` // null: no figure
	Adjusted    *adjustedJSON `json:"adjusted,omitempty"`
	Accountable Amount        `json:"accountable"`
}

type outcomeJSON struct {
	Target      Target            `json:"target"`
	Decision    Decision          `json:"decision"`
	Reason      string            `json:"reason"`
	Allowable   ghg.CO2e          `json:"allowable"`
	Accountable Amount            `json:"accountable"`
	Shortfall   Amount            `json:"shortfall"`
	Years       []outcomeYearJSON `json:"years"`
	Findings    ghg.Findings      `json:"findings"`
}

// MarshalJSON writes the outcome with every year that counts. The zero Outcome
// is refused with [ErrNoTarget].
func (o Outcome) MarshalJSON() ([]byte, error) {
	if o.Target.IsZero() {
		return nil, ErrNoTarget
	}
	out := outcomeJSON{o.Target, o.Decision, o.Reason, o.Allowable, o.Accountable, o.Shortfall, nil, o.Findings}
	for _, y := range o.Years {
		j := outcomeYearJSON{Year: y.Year, Allowable: y.Allowable, Accountable: y.Accountable}
		if f := y.Figure; y.HasFigure {
			figure := figureOf(f)
			j.Figure = &figure
			j.Adjusted = &adjustedJSON{y.Adjusted.Sold, y.Adjusted.Retired, y.Adjusted.Land}
		}
		out.Years = append(out.Years, j)
	}
	return json.Marshal(out)
}
