package strategy

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

type effectFields Effect // without its methods

// MarshalJSON writes the effect with the quantification that it comes of.
func (e Effect) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		effectFields
		Quantification string `json:"quantification,omitempty"`
	}{effectFields(e), e.Quantification()})
}

// effectFile is an effect as it is read.
type effectFile struct {
	effectFields
	Reductions     *reductionsFile `json:"reductions"`
	Cuts           *cutsFile       `json:"cuts"`
	Quantification string          `json:"quantification"`
}

func (f effectFile) effect(own []ghg.Metric) (e Effect, err error) {
	e = Effect(f.effectFields)
	if f.Reductions != nil {
		if e.Reductions, err = f.Reductions.reductions(own); err != nil {
			return e, err
		}
	}
	if f.Cuts != nil {
		e.Cuts, err = f.Cuts.cuts()
	}
	return e, err
}

// follows reports whether the document states what an effect comes to that was worked out.
func (f effectFile) follows(e Effect, own []ghg.Metric) bool {
	if f.Quantification != e.Quantification() || f.Label != e.Label || f.Interaction != e.Interaction || f.Source != e.Source ||
		!f.On.same(e.On) || f.Confidence+f.Note != "" {
		return false
	}
	switch r, c := f.Reductions, f.Cuts; {
	case r != nil && c == nil && !e.Reductions.IsZero():
		metric, err := ghg.ParseMetric(r.Metric, own...)
		parse := func(text string) (ghg.CO2e, error) { return ghg.ParseCO2e(text, own...) }
		return err == nil && r.Kind == e.Reductions.kind && metric.ID() == e.Reductions.metric.ID() &&
			states(r.Years, e.Reductions.Len(), e.Reductions.At, parse)
	case c != nil && r == nil && !e.Cuts.IsZero():
		return c.Kind == e.Cuts.kind && states(c.Years, e.Cuts.Len(), e.Cuts.At, ghg.ParseShare)
	}
	return false
}

// states reports whether texts say what follows for so many years: to the letter where
// arithmetic has made a number longer than an input may be.
func states[T interface {
	String() string
	Equal(T) bool
}](list []ghg.InYear[string], years int, at func(int) (T, bool), parse func(string) (T, error)) bool {
	texts, err := byYear("", list)
	if err != nil || len(texts) != years {
		return false
	}
	for year, text := range texts {
		found, ok := at(year)
		if !ok {
			return false
		}
		if text == found.String() {
			continue
		}
		if read, err := parse(text); err != nil || !read.Equal(found) {
			return false
		}
	}
	return true
}
