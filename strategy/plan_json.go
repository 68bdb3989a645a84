package strategy

import (
	"encoding/json"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

type frameworkJSON struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	Source string `json:"source,omitempty"`
	Areas  []Area `json:"areas"`
}

// MarshalJSON writes the framework with its areas in order. The zero Framework is null.
func (f Framework) MarshalJSON() ([]byte, error) {
	if f.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(frameworkJSON{f.ID(), f.Name(), f.NameKo(), f.Source(), slices.AppendSeq([]Area{}, f.Areas())})
}

type lifecycleJSON struct {
	Action  string        `json:"action"`
	Stage   Stage         `json:"stage"`
	Changes []StageChange `json:"changes"`
}

// MarshalJSON writes the stage of today with every change. The zero Lifecycle is null.
func (l Lifecycle) MarshalJSON() ([]byte, error) {
	if l.action == "" {
		return []byte("null"), nil
	}
	return json.Marshal(lifecycleJSON{l.Action(), l.Current(), slices.AppendSeq([]StageChange{}, l.All())})
}

type portfolioJSON struct {
	Name          string       `json:"name"`
	NameKo        string       `json:"name_ko,omitempty"`
	Place         ghg.PlaceID  `json:"place"`
	View          ghg.ViewID   `json:"view"`
	Edition       ghg.SchemeID `json:"edition"`
	Scheme        ghg.SchemeID `json:"scheme,omitempty"` // where the view has none
	Metric        string       `json:"metric"`
	Framework     Framework    `json:"framework"`
	Taxonomies    []Framework  `json:"taxonomies,omitempty"`
	Through       int          `json:"through,omitempty"` // of quantifications
	CountedStages StageRule    `json:"countedStages"`
	Actions       []Action     `json:"actions"`
	Groups        []Group      `json:"groups,omitempty"`
}

// MarshalJSON writes the portfolio with all its actions. The zero Portfolio is null.
func (p Portfolio) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	d := p.definition()
	return json.Marshal(portfolioJSON{d.Name, d.NameKo, d.Place, d.View.ID(), d.View.ID().Scheme, d.Scheme.ID(), d.Metric.String(),
		d.Framework, d.Taxonomies, d.Through, p.CountedStages(), d.Actions, d.Groups})
}

type baselineJSON struct {
	Name    string               `json:"name"`
	Place   ghg.PlaceID          `json:"place"`
	View    ghg.ViewID           `json:"view"`
	Edition ghg.SchemeID         `json:"edition"`
	Scheme  ghg.SchemeID         `json:"scheme,omitempty"` // where the view has none
	Metric  string               `json:"metric"`
	Source  string               `json:"source"`
	Sources []sourceBaselineJSON `json:"sources"`

	Rest  []ghg.InYear[ghg.CO2e] `json:"rest,omitempty"` // beside all sources
	Total []ghg.InYear[ghg.CO2e] `json:"total"`
}

type sourceBaselineJSON struct {
	On        EmissionSource           `json:"on"`
	Emissions []ghg.InYear[ghg.CO2e]   `json:"emissions"`
	Activity  *ghg.Years[ghg.Quantity] `json:"activity,omitempty"` // that they were worked out of
	Factors   ghg.Factors              `json:"factors,omitzero"`
	Source    string                   `json:"source,omitempty"`
}

// MarshalJSON writes what each source emits by year, and what they add up to. The zero
// Baseline is null.
func (b Baseline) MarshalJSON() ([]byte, error) {
	if b.IsZero() {
		return []byte("null"), nil
	}
	d := b.Definition()
	doc := baselineJSON{Name: d.Name, Place: d.Place, View: d.View.ID(), Edition: d.View.ID().Scheme, Scheme: d.Scheme.ID(),
		Metric: d.Metric.String(), Source: d.Source, Sources: []sourceBaselineJSON{}, Rest: ghg.InYears(maps.All(d.Rest)),
		Total: ghg.InYears(b.each(b.Total))}
	for _, s := range d.Sources {
		emissions := b.each(func(year int) (ghg.CO2e, bool) { return b.At(s.On, year) })
		j := sourceBaselineJSON{s.On, ghg.InYears(emissions), nil, s.Factors, s.Source}
		if !s.Activity.IsZero() {
			j.Activity = &s.Activity
		}
		doc.Sources = append(doc.Sources, j)
	}
	return json.Marshal(doc)
}

// each yields the years of the baseline with what is known of them.
func (b Baseline) each(at func(year int) (ghg.CO2e, bool)) iter.Seq2[int, ghg.CO2e] {
	return func(yield func(int, ghg.CO2e) bool) {
		for year := range b.Years() {
			if c, ok := at(year); ok && !yield(year, c) {
				return
			}
		}
	}
}

type quantificationJSON struct {
	ID         string           `json:"id"`
	Counts     string           `json:"counts"`
	Unit       ghg.Unit         `json:"unit,omitzero"` // none where they are shares of a source
	Counting   Counting         `json:"counting"`
	Life       Life             `json:"life,omitzero"`
	Quantities []quantitiesJSON `json:"quantities"`
	Effects    []UnitEffect     `json:"effects,omitempty"`
	Judged     []Judged         `json:"judged,omitempty"`
	Published  PublishedUnit    `json:"published,omitzero"`
	Source     string           `json:"source"`
}

type quantitiesJSON struct {
	Kind    Kind                          `json:"kind"`
	Years   []ghg.InYear[decimal.Decimal] `json:"years"`
	Without []ghg.InYear[decimal.Decimal] `json:"without,omitempty"`
	Last    int                           `json:"last,omitempty"`
	By      string                        `json:"by,omitempty"`
	Factors []ghg.Factors                 `json:"factors,omitempty"`
	Source  string                        `json:"source,omitempty"`
}

// MarshalJSON writes what is counted, how much of it there is by kind and year, and what
// one of it changes. The zero Quantification is null.
func (q Quantification) MarshalJSON() ([]byte, error) {
	if q.IsZero() {
		return []byte("null"), nil
	}
	d := q.Definition()
	doc := quantificationJSON{d.ID, d.Counts, d.Unit, d.Counting, d.Life, []quantitiesJSON{}, d.Effects, d.Judged,
		d.Published, d.Source}
	for _, x := range d.Quantities {
		doc.Quantities = append(doc.Quantities, quantitiesJSON{x.Kind, ghg.InYears(maps.All(x.ByYear)),
			ghg.InYears(maps.All(x.Without)),
			x.Last, x.By, x.Factors, x.Source})
	}
	return json.Marshal(doc)
}
