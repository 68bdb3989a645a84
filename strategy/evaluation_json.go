package strategy

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
)

type evaluationJSON struct {
	Place          ghg.PlaceID  `json:"place"`
	Portfolio      string       `json:"portfolio"`
	PortfolioKo    string       `json:"portfolio_ko,omitempty"`
	View           ghg.ViewID   `json:"view"`
	Edition        ghg.SchemeID `json:"edition"`
	Metric         string       `json:"metric"`
	Baseline       string       `json:"baseline"`
	BaselineSource string       `json:"baselineSource,omitempty"`
	Kind           Kind         `json:"kind"`
	Division       Division     `json:"division"`
	Years          []YearEffect `json:"years"`
	Findings       ghg.Findings `json:"findings"`
}

// MarshalJSON writes every year with the joint effect and its parts. Portfolio and
// baseline are named, and written by themselves. The zero Evaluation is null.
func (e Evaluation) MarshalJSON() ([]byte, error) {
	if e.def == nil {
		return []byte("null"), nil
	}
	return json.Marshal(evaluationJSON{e.Portfolio().Place(), e.Portfolio().Name(), e.Portfolio().NameKo(),
		e.Portfolio().View().ID(), e.Portfolio().View().ID().Scheme,
		e.Portfolio().Metric().String(), e.Baseline().Name(), e.Baseline().Source(), e.Kind(), e.Division(),
		slices.AppendSeq([]YearEffect{}, e.Years()), e.Findings()})
}

type yearEffectJSON struct {
	Year      int            `json:"year"`
	Baseline  ghg.CO2e       `json:"baseline"`
	Reduction ghg.CO2e       `json:"reduction"`
	Emissions ghg.CO2e       `json:"emissions"`
	Alone     ghg.CO2e       `json:"alone"`
	Overlap   ghg.CO2e       `json:"overlap"`
	Total     Total          `json:"total"`
	Sources   []SourceEffect `json:"sources"`
}

// MarshalJSON writes the joint effect of the year with its parts by action, area and
// source. The zero YearEffect is null.
func (y YearEffect) MarshalJSON() ([]byte, error) {
	if y.e == nil {
		return []byte("null"), nil
	}
	return json.Marshal(yearEffectJSON{y.Year(), y.Baseline(), y.Reduction(), y.Emissions(), y.Alone(), y.Overlap(), y.Total(),
		slices.AppendSeq([]SourceEffect{}, y.BySource())})
}

// MarshalJSON writes the sum with its parts by action and area, what is set aside, and the
// findings.
func (t Total) MarshalJSON() ([]byte, error) {
	type fields Total // without this method
	return json.Marshal(struct {
		fields
		ByAction []ActionAmount `json:"byAction"`
		ByArea   []AreaSum      `json:"byArea,omitempty"`
		SetAside []ActionAmount `json:"setAside,omitempty"`
		Findings ghg.Findings   `json:"findings"`
	}{fields(t), t.amounts, t.ByArea(), t.SetAside(), t.Findings()})
}

// MarshalJSON writes the shares with their limits, which of them are above, and the
// largest parts.
func (c Concentration) MarshalJSON() ([]byte, error) {
	type fields Concentration // without this method
	return json.Marshal(struct {
		fields
		Top1Above bool                `json:"top1Above"`
		Top3Above bool                `json:"top3Above"`
		Largest   []ConcentrationPart `json:"largest"`
	}{fields(c), c.IsTop1Above(), c.IsTop3Above(), slices.AppendSeq([]ConcentrationPart{}, c.Largest())})
}

// namedJSON is an action where another answer speaks of it.
type namedJSON struct {
	Action string `json:"action"` // ID
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	Area   string `json:"area,omitempty"` // its code
}

func named(a *Action) namedJSON { return namedJSON{a.ID, a.Name, a.NameKo, a.Area} }

func namesOf(actions []Action) []namedJSON {
	list := make([]namedJSON, len(actions))
	for i := range actions {
		list[i] = named(&actions[i])
	}
	return list
}

// MarshalJSON writes the amount with the ID, names and area of its action; null where it
// is not quantified.
func (a ActionAmount) MarshalJSON() ([]byte, error) {
	doc := struct {
		namedJSON
		CO2e       *ghg.CO2e `json:"co2e"`
		NotCounted bool      `json:"notCounted,omitempty"` // by the stage of the action
	}{namedJSON: named(&a.Action), NotCounted: a.aside}
	if a.Quantified {
		doc.CO2e = &a.CO2e
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the effect with the ID of its action, what it cuts, and why there
// is nothing that it could.
func (p PlacedEffect) MarshalJSON() ([]byte, error) {
	doc := struct {
		Action  string           `json:"action"`
		Effect  Effect           `json:"effect"`
		Sources []EmissionSource `json:"sources"`
		Group   *int             `json:"group,omitempty"` // its number in the portfolio, from 0
		Why     string           `json:"error,omitempty"`
	}{Action: p.Action, Effect: p.Effect, Sources: append([]EmissionSource{}, p.Sources...)}
	if p.Group >= 0 {
		doc.Group = &p.Group
	}
	if p.Err != nil {
		doc.Why = p.Err.Error()
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the table with what its rows and columns are.
func (t EffectTable) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Year    int              `json:"year"`
		Sources []EmissionSource `json:"sources"`
		Actions []namedJSON      `json:"actions,omitempty"`
		Areas   []Area           `json:"areas,omitempty"`
		Shown   ghg.ShownTable   `json:"shown"`
	}{t.Year, append([]EmissionSource{}, t.Sources...), namesOf(t.Actions), t.Areas, t.Shown})
}
