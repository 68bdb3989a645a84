package strategy

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// baselineForm is the form of the document of a baseline.
const baselineForm ghg.Form = "localghg baseline 1"

type baselineHead struct {
	Format  ghg.Form     `json:"format"`
	Name    string       `json:"name"`
	Place   ghg.PlaceID  `json:"place"`
	View    string       `json:"view"`
	Edition ghg.SchemeID `json:"edition"`
	Scheme  ghg.SchemeID `json:"scheme,omitempty"` // of the categories
	Metric  string       `json:"metric"`
	Source  string       `json:"source"`
}

type baselineJSON struct {
	baselineHead
	Sources []sourceBaselineJSON   `json:"sources"`
	Rest    []ghg.InYear[ghg.CO2e] `json:"rest,omitempty"` // beside all sources
	Total   []ghg.InYear[ghg.CO2e] `json:"total"`
}

type sourceBaselineJSON struct {
	On        EmissionSource           `json:"on"`
	Emissions []ghg.InYear[ghg.CO2e]   `json:"emissions"`
	Activity  *ghg.Years[ghg.Quantity] `json:"activity,omitempty"` // that they were worked out of
	Factors   ghg.Factors              `json:"factors,omitzero"`
	Source    string                   `json:"source,omitempty"`
}

// MarshalJSON writes what each source emits by year, and what they add up to, as one
// document that [ReadBaselineJSON] reads. The zero Baseline is null.
func (b Baseline) MarshalJSON() ([]byte, error) {
	if b.IsZero() {
		return []byte("null"), nil
	}
	d := b.Definition()
	doc := baselineJSON{baselineHead{baselineForm, d.Name, d.Place, d.View.ID().String(), d.View.ID().Scheme, d.Scheme.ID(),
		d.Metric.String(), d.Source}, []sourceBaselineJSON{}, ghg.InYears(maps.All(d.Rest)), ghg.InYears(b.each(b.Total))}
	for _, s := range d.Sources {
		emissions := b.each(func(year int) (ghg.CO2e, bool) { return b.At(s.On, year) })
		j := sourceBaselineJSON{s.On, ghg.InYears(emissions), nil, s.Factors, s.Source}
		if !s.Activity.IsZero() {
			j.Activity = &s.Activity
		}
		doc.Sources = append(doc.Sources, j)
	}
	return ghg.StrictJSON(doc)
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

// UnmarshalJSON always fails: only [ReadBaselineJSON] is told the views, schemes and
// metrics that a document may mean.
func (b *Baseline) UnmarshalJSON([]byte) error {
	return errors.New("a baseline is read with strategy.ReadBaselineJSON, which is told the views, schemes and metrics")
}

type baselineFile struct {
	baselineHead
	Sources []sourceBaselineFile `json:"sources"`
	Rest    []ghg.InYear[string] `json:"rest"`
	Total   []ghg.InYear[string] `json:"total"`
}

type sourceBaselineFile struct {
	On        EmissionSource       `json:"on"`
	Emissions []ghg.InYear[string] `json:"emissions"`
	Activity  *struct {
		Name  string                     `json:"name"`
		Unit  string                     `json:"unit"`
		Years []ghg.OfYear[ghg.Quantity] `json:"years"`
	} `json:"activity"`
	Factors json.RawMessage `json:"factors"`
	Source  string          `json:"source"`
}

// ReadBaselineJSON reads a baseline as [Baseline.MarshalJSON] writes it, and checks it as
// [NewBaseline] does; what the format is for, and what is refused, is as for
// [ReadPortfolioJSON]. Emissions of a source with activity and factors are worked out anew,
// and so is the total: they may be left out, and where they are stated they must agree.
func ReadBaselineJSON(r io.Reader, f JSONFormat) (Baseline, error) {
	var doc baselineFile
	if err := inWords(ghg.ReadStrictJSON(r, maxDocument, &doc)); err != nil {
		return Baseline{}, fmt.Errorf("document of a baseline: %w", err)
	}
	b, err := doc.baseline(f)
	if err != nil {
		return Baseline{}, fmt.Errorf("document of the baseline %s: %w", words.Quote(words.Clip(doc.Name, ghg.MaxName)), err)
	}
	return b, nil
}

func (f baselineFile) baseline(format JSONFormat) (Baseline, error) {
	if err := checkForm(f.Format, baselineForm); err != nil {
		return Baseline{}, err
	}
	d := BaselineDefinition{Name: f.Name, Place: f.Place, Source: f.Source}
	var err error
	if d.View, d.Scheme, d.Metric, err = format.basis(f.View, f.Edition, f.Scheme, f.Metric); err != nil {
		return Baseline{}, err
	}
	parse := func(text string) (ghg.CO2e, error) { return ghg.ParseCO2e(text, format.Metrics...) }
	for i, s := range f.Sources {
		source, err := s.source(parse, format.Metrics)
		if err != nil {
			return Baseline{}, fmt.Errorf("source %d: %w", i+1, err)
		}
		d.Sources = append(d.Sources, source)
	}
	if d.Rest, err = valuesIn("rest", f.Rest, parse); err != nil {
		return Baseline{}, err
	}
	b, err := NewBaseline(d)
	if err != nil {
		return Baseline{}, err
	}
	for i, s := range f.Sources {
		at := func(year int) (ghg.CO2e, bool) { return b.At(s.On, year) }
		if s.Emissions != nil && !states(s.Emissions, len(b.def.years), at, parse) {
			return Baseline{}, notFollowing(fmt.Sprintf("source %d", i+1), "emissions")
		}
	}
	if f.Total != nil && !states(f.Total, len(b.def.years), b.Total, parse) {
		return Baseline{}, notFollowing("", "total")
	}
	return b, nil
}

// notFollowing is the fault of figures that follow from others.
func notFollowing(of, field string) error {
	return ghg.Fault{Code: ghg.FaultField, Of: of, Field: field,
		Detail: "a figure is stated that does not follow from the others: leave it out, or change what it follows from"}
}

func (f sourceBaselineFile) source(parse func(string) (ghg.CO2e, error), own []ghg.Metric) (SourceEmissions, error) {
	s := SourceEmissions{On: f.On, Source: f.Source}
	var err error
	if s.Factors, err = factorsIn(f.Factors, own); err != nil {
		return s, err
	}
	if f.Activity != nil {
		if s.Activity, err = ghg.NewYears(f.Activity.Name, f.Activity.Unit, nil, f.Activity.Years...); err != nil {
			return s, err
		}
	}
	if f.Activity == nil && s.Factors.IsZero() {
		s.ByYear, err = valuesIn("emissions", f.Emissions, parse)
	}
	return s, err
}
