package strategy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

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

type unitEffectFields UnitEffect // without its methods

// MarshalJSON writes the effect, and whether it is on a whole source.
func (u UnitEffect) MarshalJSON() ([]byte, error) {
	doc := struct {
		unitEffectFields
		Saves *ghg.Quantity `json:"saves,omitempty"`
		Whole bool          `json:"whole,omitempty"`
	}{unitEffectFields: unitEffectFields(u), Whole: u.IsWhole()}
	if !u.Saves.IsUnset() {
		doc.Saves = &u.Saves
	}
	return json.Marshal(doc)
}

// UnmarshalJSON reads what MarshalJSON writes, on published metrics, and checks it as
// [NewQuantification] does. Unknown fields are refused. One on a metric of one's own is
// read as part of a plan ([ReadPortfolioJSON]).
func (q *Quantification) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*q = Quantification{}
		return nil
	}
	var doc quantificationFile
	if err := readStrict(text, &doc); err != nil {
		return fmt.Errorf("quantification: %w", err)
	}
	read, err := doc.quantification(nil)
	if err == nil {
		*q = read
	}
	return err
}

// quantificationFile is a quantification as it is read.
type quantificationFile struct {
	ID         string           `json:"id"`
	Counts     string           `json:"counts"`
	Unit       ghg.Unit         `json:"unit"`
	Counting   Counting         `json:"counting"`
	Life       Life             `json:"life"`
	Quantities []quantitiesFile `json:"quantities"`
	Effects    []unitEffectFile `json:"effects"`
	Judged     []Judged         `json:"judged"`
	Published  publishedFile    `json:"published"`
	Source     string           `json:"source"`
}

type quantitiesFile struct {
	Kind    Kind                 `json:"kind"`
	Years   []ghg.InYear[string] `json:"years"`
	Without []ghg.InYear[string] `json:"without"`
	Last    int                  `json:"last"`
	By      string               `json:"by"`
	Factors []json.RawMessage    `json:"factors"`
	Source  string               `json:"source"`
}

type unitEffectFile struct {
	unitEffectFields
	Factors json.RawMessage `json:"factors"`
	Whole   bool            `json:"whole"`
}

type publishedFile struct {
	publishedFields
	Saves    string          `json:"saves"`
	Contains json.RawMessage `json:"contains"`
}

type publishedFields PublishedUnit // the fields that need no metric

func (f quantificationFile) quantification(own []ghg.Metric) (Quantification, error) {
	d := QuantificationDefinition{ID: f.ID, Counts: f.Counts, Unit: f.Unit, Counting: f.Counting, Life: f.Life, Judged: f.Judged,
		Source: f.Source}
	of := "quantification " + words.Quote(f.ID)
	for i, x := range f.Quantities {
		q, err := x.quantities(own)
		if err != nil {
			return Quantification{}, fmt.Errorf("%s, quantities %d: %w", of, i+1, err)
		}
		d.Quantities = append(d.Quantities, q)
	}
	for i, x := range f.Effects {
		u := UnitEffect(x.unitEffectFields)
		u.whole = x.Whole
		var err error
		if u.Factors, err = factorsIn(x.Factors, own); err != nil {
			return Quantification{}, fmt.Errorf("%s, effect %d: %w", of, i+1, err)
		}
		d.Effects = append(d.Effects, u)
	}
	var err error
	if d.Published, err = f.Published.unit(own); err != nil {
		return Quantification{}, fmt.Errorf("%s: %w", of, err)
	}
	return NewQuantification(d)
}

func (f quantitiesFile) quantities(own []ghg.Metric) (Quantities, error) {
	q := Quantities{Kind: f.Kind, Last: f.Last, By: f.By, Source: f.Source}
	var err error
	if q.ByYear, err = valuesIn("quantities", f.Years, exact.Parse); err != nil {
		return q, err
	}
	if q.Without, err = valuesIn("quantities without the project", f.Without, exact.Parse); err != nil {
		return q, err
	}
	for _, text := range f.Factors {
		x, err := factorsIn(text, own)
		if err != nil {
			return q, err
		}
		q.Factors = append(q.Factors, x)
	}
	return q, nil
}

func (f publishedFile) unit(own []ghg.Metric) (p PublishedUnit, err error) {
	p = PublishedUnit(f.publishedFields)
	if p.Contains, err = factorsIn(f.Contains, own); err != nil || f.Saves == "" {
		return p, err
	}
	p.Saves, err = ghg.ParseCO2e(f.Saves, own...)
	return p, err
}

// factorsIn are the factors of a part of a document; none where it is null or left out.
func factorsIn(text json.RawMessage, own []ghg.Metric) (ghg.Factors, error) {
	if isNull(text) {
		return ghg.Factors{}, nil
	}
	return ghg.ReadFactorsJSON(bytes.NewReader(text), own...)
}
