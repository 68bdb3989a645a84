package ghg

import (
	"errors"
	"fmt"
	"io"
)

// yearlyForm is the form of documents of series.
const yearlyForm Form = "localghg yearly 1"

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
