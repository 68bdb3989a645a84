package beside

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// What a comparison looks like in JSON. Tonnes are of CO2e, as exact decimals in text.

type sideJSON struct {
	Name      string       `json:"name"`
	NameKo    string       `json:"name_ko"`
	Scheme    ghg.SchemeID `json:"scheme"`
	Vintage   ghg.Vintage  `json:"vintage"`
	View      string       `json:"view"`
	Metric    string       `json:"metric"`
	Total     *ghg.CO2e    `json:"total"` // null where it is withheld
	Crosswalk string       `json:"crosswalk,omitempty"`
	Basis     string       `json:"crosswalkBasis,omitempty"`
	Placing   string       `json:"placing,omitempty"`
}

type sourceJSON struct {
	Category string `json:"category"`
	Gas      string `json:"gas,omitempty"`
	Tonnes   string `json:"tonnes"`
	File     string `json:"file,omitempty"`
	Sheet    string `json:"sheet,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   uint16 `json:"column,omitempty"`
	Rule     string `json:"rule,omitempty"`
	Trust    string `json:"confidence,omitempty"`
	Lifted   bool   `json:"lifted,omitempty"`
}

type lineJSON struct {
	Scheme   ghg.SchemeID `json:"scheme"`
	Category string       `json:"category"`
	Gas      string       `json:"gas,omitempty"`
	Of       string       `json:"of,omitempty"`
	Tonnes   string       `json:"tonnes"`
	Note     string       `json:"note,omitempty"`
	NoteKo   string       `json:"note_ko,omitempty"`
	First    []sourceJSON `json:"first"`
	Second   []sourceJSON `json:"second"`
}

type partJSON struct {
	Part   Kind       `json:"part"`
	PartKo string     `json:"part_ko"`
	Tonnes string     `json:"tonnes"`
	Lines  []lineJSON `json:"lines"`
}

func sideOf(r *reading) sideJSON {
	s := sideJSON{Name: r.Name.En, NameKo: r.Name.Ko, Scheme: r.Inventory.Scheme().ID(), Vintage: r.Inventory.Vintage(),
		View: r.View.ID().String(), Metric: r.Metric.ID().String()}
	if !r.total.Withheld() {
		s.Total = &r.total.CO2e
	}
	if r.converts() {
		s.Crosswalk, s.Basis, s.Placing = r.Crosswalk.String(), r.Crosswalk.Basis().String(), r.Placing.String()
	}
	return s
}

func (s Source) json() sourceJSON {
	d := s.Record.Evidence.Definition()
	out := sourceJSON{Category: s.Record.Category.Code, Gas: s.Record.Gas.String(), Tonnes: s.Tonnes.String(), File: d.File, Sheet: d.Sheet,
		Line: s.Record.Line, Column: s.Record.Column, Lifted: s.Lifted}
	if s.Rule.From().Len() > 0 {
		out.Rule, out.Trust = s.Rule.String(), s.Rule.Confidence().String()
	}
	return out
}

func (l Line) json() lineJSON {
	out := lineJSON{l.Category.Scheme, l.Category.Code, l.Gas, l.Of, l.Tonnes.String(), l.Note.En, l.Note.Ko, []sourceJSON{}, []sourceJSON{}}
	for s := range l.First() {
		out.First = append(out.First, s.json())
	}
	for s := range l.Second() {
		out.Second = append(out.Second, s.json())
	}
	return out
}

// MarshalJSON writes both totals, the difference, all parts with their lines and the lines
// of both inventories behind each, and the findings. Where a total is withheld the
// difference is null and there are no parts. The zero Comparison is refused with
// [ErrNoComparison].
func (c Comparison) MarshalJSON() ([]byte, error) {
	if c.def == nil {
		return nil, ErrNoComparison
	}
	inv := c.def.first.Inventory
	doc := struct {
		Place      ghg.PlaceID  `json:"place"`
		Period     ghg.Period   `json:"period"`
		Scheme     ghg.SchemeID `json:"scheme"`
		First      sideJSON     `json:"first"`
		Second     sideJSON     `json:"second"`
		Difference *string      `json:"differenceTonnes"`
		Mixed      bool         `json:"mixedMetrics"`
		Parts      []partJSON   `json:"parts"`
		Findings   ghg.Findings `json:"findings"`
	}{inv.Place(), inv.Period(), c.def.first.scheme.ID(), sideOf(c.def.first), sideOf(c.def.second), nil,
		c.IsMixed(), []partJSON{}, c.def.findings}
	if t, ok := c.Tonnes(); ok {
		s := t.String()
		doc.Difference = &s
	}
	for p := range c.Parts() {
		title := c.def.title(p.Kind)
		x := partJSON{p.Kind, title.Ko, p.Tonnes.String(), []lineJSON{}}
		for l := range c.LinesOf(p.Kind) {
			x.Lines = append(x.Lines, l.json())
		}
		doc.Parts = append(doc.Parts, x)
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the line as a comparison has it, with its part.
func (l Line) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Part Kind `json:"part"`
		lineJSON
	}{l.Kind, l.json()})
}

// MarshalJSON writes where the line stands and what it counts.
func (s Source) MarshalJSON() ([]byte, error) { return json.Marshal(s.json()) }
