package ghg

import (
	"errors"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg/words"
)

// factorsForm is the form of documents of factors.
const factorsForm Form = "localghg factors 1"

type jsonFactors struct {
	Format  Form         `json:"format,omitempty"`
	ID      string       `json:"id"`
	Of      string       `json:"of"`
	Edition string       `json:"edition,omitempty"`
	Source  string       `json:"source,omitempty"`
	Per     Unit         `json:"per"`
	Metric  string       `json:"metric,omitempty"` // where they are CO2e
	Factors []jsonFactor `json:"factors"`
}

type jsonFactor struct {
	Year      int    `json:"year,omitempty"` // left out where it holds in all years
	CO2e      *Mass  `json:"co2e,omitempty"`
	Gases     []Mass `json:"gases,omitempty"`
	From      int    `json:"from,omitempty"`
	To        int    `json:"to,omitempty"`
	Published string `json:"published,omitempty"`
	Status    Status `json:"status"`
	Source    string `json:"source,omitempty"`
}

// MarshalJSON writes the series as one document that [ReadFactorsJSON] reads:
// amounts as strings with their unit, every digit kept.
func (f Factors) MarshalJSON() ([]byte, error) {
	d := f.def
	if d == nil {
		return nil, ErrNoFactors
	}
	doc := jsonFactors{Format: factorsForm, ID: d.id, Of: d.Of, Edition: d.Edition, Source: d.Source, Per: d.Per,
		Factors: make([]jsonFactor, len(d.Years))}
	if !d.metric.IsZero() {
		doc.Metric = d.metric.String()
	}
	for i, x := range d.Years {
		j := jsonFactor{Year: x.Year, Gases: x.Gases, From: x.From, To: x.To, Status: x.Status, Source: x.Source}
		if len(x.Gases) == 0 {
			j.CO2e = &Mass{t: x.CO2e.t}
		}
		if x.Source == d.Source {
			j.Source = ""
		}
		if x.Published != (Date{}) {
			j.Published = x.Published.String()
		}
		doc.Factors[i] = j
	}
	return StrictJSON(doc)
}

// UnmarshalJSON always fails: only [ReadFactorsJSON] is told the metrics that a
// document may mean.
func (f *Factors) UnmarshalJSON([]byte) error {
	return errors.New("factors are read with ghg.ReadFactorsJSON, which is told the metrics")
}

// ReadFactorsJSON reads a series as [Factors.MarshalJSON] writes it, checks it as
// [NewFactors] does, and refuses a document whose ID is not that of what it says.
// Metrics of one's own are found among those given.
func ReadFactorsJSON(r io.Reader, own ...Metric) (Factors, error) {
	fail := func(err error) (Factors, error) { return Factors{}, fmt.Errorf("factors: %w", err) }
	var doc jsonFactors
	if err := ReadStrictJSON(r, maxJSON, &doc); err != nil {
		return fail(err)
	}
	if err := doc.Format.Check(factorsForm); err != nil {
		return fail(err)
	}
	metric, err := ParseMetric(doc.Metric, own...)
	if err != nil {
		return fail(err)
	}
	d := FactorsDefinition{Of: doc.Of, Edition: doc.Edition, Source: doc.Source, Per: doc.Per}
	for _, j := range doc.Factors {
		x := Factor{Year: j.Year, Gases: j.Gases, From: j.From, To: j.To, Status: j.Status, Source: j.Source}
		switch {
		case j.CO2e != nil && doc.Metric == "":
			return fail(fmt.Errorf("%s: %w", x.when(), ErrNoMetric))
		case j.CO2e != nil:
			if x.CO2e, err = CO2eOf(*j.CO2e, metric); err != nil {
				return fail(fmt.Errorf("%s: %w", x.when(), err))
			}
		}
		if j.Published != "" {
			if x.Published, err = ParseDate(j.Published); err != nil {
				return fail(fmt.Errorf("%s: %w", x.when(), err))
			}
		}
		d.Years = append(d.Years, x)
	}
	f, err := NewFactors(d)
	if err == nil && f.ID() != doc.ID {
		return fail(fmt.Errorf("the ID %s is not that of the factors, %s: the document was changed by hand, or is of another edition",
			words.Quote(doc.ID), f.ID()))
	}
	return f, err
}
