package ghg

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// JSONFormat names the schemes and metrics that a document may use; those of
// the IPCC's reports are always known.
type JSONFormat struct {
	Schemes []Scheme
	Metrics []Metric
}

// The forms that are written; those of earlier versions are read too.
const (
	inventoryForm  Form = "localghg inventory 3"
	inventoryForm1 Form = "localghg inventory 1" // one grade of quality, and no file
	inventoryForm2 Form = "localghg inventory 2" // not how a value was entered
	yearlyForm     Form = "localghg yearly 1"
)

type jsonInventory struct {
	Format  Form         `json:"format"`
	Scheme  SchemeID     `json:"scheme"`
	Place   PlaceID      `json:"place"`
	Period  Period       `json:"period"`
	Vintage Vintage      `json:"vintage"`
	Records []jsonRecord `json:"records"`
}

// jsonLine is a record that stands alone, with what its inventory would say.
type jsonLine struct {
	Scheme SchemeID `json:"scheme"`
	Place  PlaceID  `json:"place"`
	Period Period   `json:"period"`
	jsonRecord
}

// given is the text of a value, and null where nobody gave one: unset is not zero.
func given(v interface {
	IsUnset() bool
	String() string
}) ([]byte, error) {
	if v.IsUnset() {
		return []byte("null"), nil
	}
	return json.Marshal(v.String())
}

// MarshalJSON writes the record with its scheme, place and period.
func (r Record) MarshalJSON() ([]byte, error) {
	return json.Marshal(jsonLine{r.Category.Scheme, r.Place, r.Period, r.json()})
}

// UnmarshalJSON always fails: records are read as part of an inventory.
func (r *Record) UnmarshalJSON([]byte) error {
	return errors.New("records are read with ghg.ReadJSON or ghg.ReadCSV, which are told the schemes and metrics")
}

// jsonRecord has a mass in tonnes, or CO2e in tonnes and its metric, never
// both. The metric is always there beside CO2e, "unstated" included.
type jsonRecord struct {
	Category    string        `json:"category"`
	Scope       Scope         `json:"scope,omitempty"`
	Gas         Gas           `json:"gas,omitzero"`
	Mass        *printedMass  `json:"mass,omitempty"`
	CO2e        *printedMass  `json:"co2e,omitempty"`
	Metric      string        `json:"metric,omitempty"`
	Key         Key           `json:"key,omitempty"`
	IncludedIn  string        `json:"includedIn,omitempty"`
	Explanation string        `json:"explanation,omitempty"`
	Fuel        string        `json:"fuel,omitempty"`
	Activity    string        `json:"activity,omitempty"`
	Facility    string        `json:"facility,omitempty"`
	Variant     Variant       `json:"variant,omitempty"`
	Tags        Tags          `json:"tags,omitzero"`
	Status      Status        `json:"status,omitempty"`
	Entry       Entry         `json:"entry,omitempty"`
	Evidence    *jsonEvidence `json:"evidence,omitempty"`
	Line        int           `json:"line,omitempty"`
	Column      uint16        `json:"column,omitempty"`
	AsRead      string        `json:"asRead,omitempty"`
}

// MarshalJSON writes the inventory as one document that [ReadJSON] reads:
// numbers as strings with their unit, every digit kept.
func (inv Inventory) MarshalJSON() ([]byte, error) {
	d := inv.def
	if d == nil {
		return nil, ErrNoInventory
	}
	doc := jsonInventory{Format: inventoryForm, Scheme: d.scheme.ID(), Place: d.place, Period: d.period, Vintage: d.vintage,
		Records: make([]jsonRecord, len(d.rows))}
	for i := range d.rows {
		r := d.record(i)
		if fault := r.notJSON(i, d.scheme); fault.Code != "" {
			return nil, fault
		}
		doc.Records[i] = r.json()
	}
	return StrictJSON(doc)
}

func (r Record) json() jsonRecord {
	in, _ := r.Value.IncludedIn()
	j := jsonRecord{Category: r.Category.Code, Scope: r.Scope, Gas: r.Gas, Key: r.Value.key, Explanation: r.Value.Explanation(),
		IncludedIn: in.Code, Fuel: r.Fuel, Activity: r.Activity, Facility: r.Facility, Variant: r.Variant,
		Tags: r.Tags, Status: r.Status, Entry: r.Value.entry, Line: r.Line}
	if !r.Evidence.IsZero() {
		j.Evidence = &jsonEvidence{EvidenceDefinition: r.Evidence.Definition()}
	}
	if r.Evidence.File() != "" {
		j.Column, j.AsRead = r.Column, r.Value.AsRead()
	}
	switch r.Value.kind {
	case emitted:
		j.Mass = &printedMass{Mass{r.Value.t(), r.Value.gas}}
	case equivalent:
		j.CO2e, j.Metric = &printedMass{Mass{t: r.Value.t()}}, r.Value.metricOf().String()
	}
	return j
}

type jsonTotal struct {
	Place    PlaceID        `json:"place"`
	Period   Period         `json:"period"`
	Edition  SchemeID       `json:"edition"`
	View     string         `json:"view"`
	Metric   string         `json:"metric"`
	CO2e     *Mass          `json:"co2e"` // null where it is withheld, or nothing is reported
	Memo     *Mass          `json:"memo"` // null where none is reported
	Coverage Coverage       `json:"coverage"`
	Parts    []jsonPart     `json:"categories"` // those with lines
	Unjoined []jsonUnjoined `json:"unjoined,omitempty"`
	More     int            `json:"unjoinedMore,omitempty"` // how many there are beyond those listed
}

type jsonPart struct {
	Category string `json:"category"`
	CO2e     *Mass  `json:"co2e"`
	Lines    int    `json:"lines"`
}

type jsonUnjoined struct {
	Record Record `json:"record"`
	Why    string `json:"why"`
}

// jsonAmount is a sum with its lines.
type jsonAmount struct {
	CO2e     *CO2e          `json:"co2e"`
	Lines    Lines          `json:"lines"`
	Unjoined []jsonUnjoined `json:"unjoined,omitempty"`
}

func (a Amount) json() jsonAmount {
	j := jsonAmount{Lines: a.Lines}
	if !a.Withheld() && a.IsReported() {
		j.CO2e = &a.CO2e
	}
	for _, u := range a.Unjoined[:min(len(a.Unjoined), maxFaults)] {
		j.Unjoined = append(j.Unjoined, u.json())
	}
	return j
}

// MarshalJSON writes the sum, null where it is withheld or of nothing, with its lines and
// the first 1000 records that cannot join it.
func (a Amount) MarshalJSON() ([]byte, error) { return json.Marshal(a.json()) }

// MarshalJSON writes the part as its amount, with label, name and coverage.
func (p Part) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Label string `json:"label"`
		Name  string `json:"name"`
		jsonAmount
		Coverage Coverage `json:"coverage"`
	}{p.Label, p.Name, p.Amount.json(), p.Coverage})
}

// MarshalJSON writes the total with its parts by category, its coverage, and
// the records that cannot join it, the first 1000 of them and how many more there are.
// An amount that is withheld is null, and so is one of nothing ([Amount.IsReported]).
func (t Total) MarshalJSON() ([]byte, error) {
	if t.inv == nil {
		return nil, fmt.Errorf("total: %w", ErrNoView)
	}
	amount := func(a Amount) *Mass {
		if a.Withheld() || !a.IsReported() {
			return nil
		}
		return &Mass{t: a.CO2e.t}
	}
	doc := jsonTotal{Place: t.inv.place, Period: t.inv.period, Edition: t.inv.scheme.ID(), View: t.View.ID().named(),
		Metric: t.Metric.String(), CO2e: amount(t.Amount), Coverage: t.Coverage, Parts: []jsonPart{}}
	if !t.Memo.IsUnset() {
		doc.Memo = &t.Memo
	}
	for _, p := range t.By(ByCategory) {
		if n := p.Lines.Len() + len(p.Unjoined); n > 0 {
			doc.Parts = append(doc.Parts, jsonPart{p.Label, amount(p.Amount), n})
		}
	}
	listed := t.Unjoined[:min(len(t.Unjoined), maxFaults)]
	doc.More = len(t.Unjoined) - len(listed)
	for _, u := range listed {
		doc.Unjoined = append(doc.Unjoined, u.json())
	}
	return json.Marshal(doc)
}

// UnmarshalJSON always fails: a document names its scheme and metrics, and
// only [ReadJSON] is told which it may mean.
func (inv *Inventory) UnmarshalJSON([]byte) error {
	return errors.New("an inventory is read with ghg.ReadJSON, which is told the schemes and metrics")
}

// ReadJSON reads one inventory as [Inventory.MarshalJSON] writes it and checks
// it as [NewInventory] does. Unknown fields, fields given twice and text behind
// the document are refused, and so is a [Form] that is not known.
func ReadJSON(r io.Reader, f JSONFormat) (Inventory, Findings, error) {
	var doc inventoryFile
	if err := ReadStrictJSON(r, maxJSON, &doc); err != nil {
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	if err := doc.Format.Check(inventoryForm1, inventoryForm2, inventoryForm); err != nil {
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	scheme, err := findScheme(f.Schemes, string(doc.Scheme))
	if err != nil {
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	records, err := doc.records(scheme, f.Metrics)
	var faults Faults
	switch {
	case errors.As(err, &faults):
		return Inventory{}, Findings{}, faults
	case err != nil:
		return Inventory{}, Findings{}, fmt.Errorf("inventory: %w", err)
	}
	return NewInventory(doc.Place, doc.Period, doc.Vintage, scheme, records)
}

func (j jsonRecord) value(s Scheme, own []Metric) (Value, Fault) {
	var v Value
	switch {
	case j.Mass != nil && j.CO2e != nil:
		return v, Fault{Code: FaultMismatch, Field: "mass", Detail: "a record has a mass or CO2e, not both"}
	case (j.CO2e != nil) != (j.Metric != ""):
		return v, Fault{Code: FaultUnknownMetric, Field: "metric", Value: j.Metric,
			Detail: `CO2e states its metric, "unstated" where its source does not, and nothing else does`}
	case j.Mass != nil:
		v = Emitted(j.Mass.Mass)
	case j.CO2e != nil:
		m, err := ParseMetric(j.Metric, own...)
		if err != nil {
			return v, Fault{Code: FaultUnknownMetric, Field: "metric", Value: j.Metric, Detail: err.Error()}
		}
		c, err := CO2eOf(j.CO2e.Mass, m)
		if err != nil {
			return v, Fault{Code: FaultMismatch, Field: "co2e", Value: j.CO2e.String(), Detail: err.Error()}
		}
		v = Equivalent(c)
	}
	if j.Key != KeyNone && v.IsNumber() && v.t().IsZero() { // the key counts
		v = Value{}
	}
	v.key = j.Key
	v = v.explained(j.Explanation).ReadAs(j.AsRead)
	if v.IsNumber() && (v.key == NO || v.key == NA) {
		return v, Fault{Code: FaultKeyWithNumber, Field: "key", Value: v.key.String(), Detail: "it cannot stand beside a number"}
	}
	if j.IncludedIn != "" {
		if v.key != IE {
			return v, Fault{Code: FaultMismatch, Field: "includedIn", Value: j.IncludedIn, Detail: "it belongs to the key IE"}
		}
		in := Category{s.ID(), j.IncludedIn}
		if c, err := s.Category(j.IncludedIn); err == nil {
			in = c
		}
		v = v.includedIn(in)
	}
	entered, err := v.EnteredAs(j.Entry)
	if err != nil {
		return v, Fault{Code: FaultField, Field: "entry", Value: j.Entry.String(), Detail: asFaultOf(err).Detail}
	}
	return entered, Fault{}
}

type jsonYearly struct {
	Format  Form         `json:"format"`
	Place   PlaceID      `json:"place"`
	View    string       `json:"view"`
	Edition SchemeID     `json:"edition"`
	Source  string       `json:"source,omitempty"` // of a declared view
	Metric  string       `json:"metric"`
	Figures []jsonFigure `json:"figures"`
}

type jsonFigure struct {
	Year    int     `json:"year"`
	CO2e    Mass    `json:"co2e"`
	Status  Status  `json:"status"`
	Vintage Vintage `json:"vintage"`
	Source  string  `json:"source,omitempty"`

	Period   *Period        `json:"period,omitempty"` // where it is no calendar year
	Coverage *Coverage      `json:"coverage,omitempty"`
	Parts    []jsonYearPart `json:"parts,omitempty"`
}

// view is the view of the series: one of those given, or a declared one.
func (doc jsonYearly) view(views []View) (View, error) {
	if doc.Source == "" {
		v, err := FindView(ViewID{Scheme: doc.Edition, Name: doc.View}.String(), views)
		edition := v.ID().Scheme
		if name, _ := nameOfID(string(edition)); err == nil && doc.Edition != edition && string(doc.Edition) != name {
			return View{}, &UnknownError{What: "edition", ID: string(doc.Edition), Allowed: []string{string(edition)}}
		}
		return v, err
	}
	for _, v := range views {
		if v.ID() == (ViewID{Scheme: doc.Edition, Name: doc.View, Source: doc.Source}) {
			return v, nil
		}
	}
	v, err := DeclaredView(doc.View, doc.Source)
	if err == nil && doc.Edition != "" {
		v, err = v.WithEdition(doc.Edition)
	}
	return v, err
}

// MarshalJSON writes the series as one document that [ReadYearlyJSON] reads.
func (y Yearly) MarshalJSON() ([]byte, error) {
	doc := jsonYearly{Format: yearlyForm, Place: y.place, View: y.view.ID().named(), Edition: y.Edition(),
		Source: y.view.ID().Source,
		Metric: y.metric.String(), Figures: make([]jsonFigure, len(y.years))}
	for i, f := range y.years {
		doc.Figures[i] = jsonFigure{Year: f.Year, CO2e: Mass{t: f.CO2e.t}, Status: f.Status, Vintage: f.Vintage, Source: f.Source}
		if p := f.Period; p != CalendarYear(f.Year) {
			doc.Figures[i].Period = &p
		}
		for _, p := range f.Parts {
			doc.Figures[i].Parts = append(doc.Figures[i].Parts, p.json())
		}
		if f.Coverage.Required > 0 {
			doc.Figures[i].Coverage = &f.Coverage
		}
	}
	return StrictJSON(doc)
}

// UnmarshalJSON always fails: only [ReadYearlyJSON] is told the views and
// metrics that a document may mean.
func (y *Yearly) UnmarshalJSON([]byte) error {
	return errors.New("a yearly series is read with ghg.ReadYearlyJSON, which is told the views and metrics")
}

// ReadYearlyJSON reads a series as [Yearly.MarshalJSON] writes it. Its view is
// one of those given, or a declared view of the name and source it states. A
// [Form] that is not known is refused.
func ReadYearlyJSON(r io.Reader, views []View, own ...Metric) (Yearly, error) {
	var doc jsonYearly
	if err := ReadStrictJSON(r, maxJSON, &doc); err != nil {
		return Yearly{}, fmt.Errorf("yearly series: %w", err)
	}
	if err := doc.Format.Check(yearlyForm); err != nil {
		return Yearly{}, fmt.Errorf("yearly series: %w", err)
	}
	view, err := doc.view(views)
	if err != nil {
		return Yearly{}, fmt.Errorf("yearly series: %w", err)
	}
	if doc.Metric == "" {
		return Yearly{}, fmt.Errorf("yearly series: %w", ErrNoMetric)
	}
	metric, err := ParseMetric(doc.Metric, own...)
	if err != nil {
		return Yearly{}, fmt.Errorf("yearly series: %w", err)
	}
	figures := make([]YearFigure, len(doc.Figures))
	for i, f := range doc.Figures {
		c, err := CO2eOf(f.CO2e, metric)
		if err != nil {
			return Yearly{}, fmt.Errorf("yearly series, %d: %w", f.Year, err)
		}
		figures[i] = YearFigure{Year: f.Year, CO2e: c, Status: f.Status, Vintage: f.Vintage, Source: f.Source}
		if f.Period != nil {
			figures[i].Period = *f.Period
		}
		if f.Coverage != nil {
			figures[i].Coverage = *f.Coverage
		}
		for _, p := range f.Parts {
			part, err := p.part(metric)
			if err != nil {
				return Yearly{}, fmt.Errorf("yearly series, %d, %s: %w", f.Year, p.Category.Code, err)
			}
			figures[i].Parts = append(figures[i].Parts, part)
		}
	}
	return NewYearly(doc.Place, view, metric, figures)
}
