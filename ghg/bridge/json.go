package bridge

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// What bridges look like in JSON. Amounts are strings with their unit and
// metric; those of mixed metrics say so.

type endJSON struct {
	CO2e    ghg.CO2e     `json:"co2e"`
	Metric  string       `json:"metric"`
	View    string       `json:"view"`
	Edition ghg.SchemeID `json:"edition"` // empty where a declared view states none
	Status  ghg.Status   `json:"status"`
	Vintage ghg.Vintage  `json:"vintage"`
	Source  string       `json:"source,omitempty"`
}

type lineJSON struct {
	Amount   *Difference   `json:"amount"` // null where it is not stated
	Cause    CauseKind     `json:"cause"`
	What     string        `json:"what,omitempty"`
	Document string        `json:"document,omitempty"`
	Date     string        `json:"date,omitempty"`
	Change   string        `json:"change,omitempty"`
	Category *ghg.Category `json:"category,omitempty"`
	Gas      string        `json:"gas,omitempty"`
	Label    string        `json:"label,omitempty"`
	Note     string        `json:"note,omitempty"`
}

type bridgeJSON struct {
	Place   ghg.PlaceID `json:"place"`
	Year    int         `json:"year"`
	From    endJSON     `json:"from"`
	To      endJSON     `json:"to"`
	Change  Difference  `json:"change"`
	Mixed   bool        `json:"mixedMetrics"`
	Unknown Difference  `json:"unknown"`
	Lines   []lineJSON  `json:"lines"`

	Findings []ghg.Finding `json:"findings,omitempty"`
}

func endOf(f ghg.YearFigure, v ghg.View) endJSON {
	return endJSON{f.CO2e, f.CO2e.Metric().ID().String(), v.ID().String(), v.ID().Scheme, f.Status, f.Vintage, f.Source}
}

func (l Line) json() lineJSON {
	out := lineJSON{Cause: l.Cause.Kind, What: l.Cause.What, Document: l.Cause.Document, Change: l.Change.String(),
		Gas: l.Gas.String(), Label: l.Label, Note: l.Note}
	if l.quantified {
		out.Amount = &l.amount
	}
	if l.Cause.Date != (ghg.Date{}) {
		out.Date = l.Cause.Date.String()
	}
	if l.Category != (ghg.Category{}) {
		out.Category = &l.Category
	}
	return out
}

// MarshalJSON writes the bridge with all its lines. The zero Bridge is refused
// with [ErrNoBridge].
func (b Bridge) MarshalJSON() ([]byte, error) {
	if b.def == nil {
		return nil, ErrNoBridge
	}
	doc := bridgeJSON{Place: b.Place(), Year: b.Year(), From: endOf(b.From(), b.FromView()), To: endOf(b.To(), b.ToView()),
		Change: b.Change(), Mixed: b.Change().IsMixed(), Unknown: b.Unknown(), Lines: []lineJSON{}, Findings: b.Findings().All}
	for l := range b.Lines() {
		doc.Lines = append(doc.Lines, l.json())
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the bridges of the chain with the change from first to
// last. The empty Chain is refused with [ErrNoBridge].
func (c Chain) MarshalJSON() ([]byte, error) {
	if len(c.bridges) == 0 {
		return nil, ErrNoBridge
	}
	return json.Marshal(struct {
		Change  Difference `json:"change"`
		Mixed   bool       `json:"mixedMetrics"`
		Bridges []Bridge   `json:"bridges"`
	}{c.Change(), c.Change().IsMixed(), c.bridges})
}
