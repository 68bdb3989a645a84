package factor

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// MarshalJSON writes unit, total as printed with its metric, and gases.
func (e Emission) MarshalJSON() ([]byte, error) {
	if e.IsZero() {
		return nil, ghg.ErrNoFactors
	}
	doc := struct {
		Per    ghg.Unit   `json:"per"`
		Total  string     `json:"total,omitempty"`
		Metric string     `json:"metric,omitempty"`
		Gases  []ghg.Mass `json:"gases,omitempty"`
	}{Per: e.per, Gases: e.gases}
	if e.hasTotal() {
		doc.Total, doc.Metric = e.total.String(), e.metric.String()
	}
	return json.Marshal(doc)
}

// MarshalJSON writes the content as text with its unit.
func (c Carbon) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Tonnes string   `json:"tonnesOfCarbon"`
		Per    ghg.Unit `json:"per"`
	}{c.Tonnes.String(), c.Per})
}

// MarshalJSON writes the value with what is known of it; what is not there is left out.
func (p Published[T]) MarshalJSON() ([]byte, error) {
	day := func(d ghg.Date) string {
		if d == (ghg.Date{}) {
			return ""
		}
		return d.String()
	}
	return json.Marshal(struct {
		Name       string `json:"name"`
		Value      T      `json:"value"`
		Kind       string `json:"kind"`
		From       int    `json:"from,omitempty"`
		To         int    `json:"to,omitempty"`
		On         string `json:"on,omitempty"`
		Until      string `json:"until,omitempty"`
		Edition    string `json:"edition,omitempty"`
		Standing   string `json:"standing"`
		Confidence string `json:"confidence"`
		Lacks      string `json:"lacks,omitempty"`
		Source     string `json:"source"`
		Note       string `json:"note,omitempty"`
	}{p.Name, p.Value, p.Kind.String(), p.From, p.To, day(p.On), day(p.Until), p.Edition, p.Standing.String(),
		p.Confidence.String(),
		p.Lacks, p.Source, p.Note})
}

// MarshalJSON writes the period and the value that is in force in it.
func (s Span[T]) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Period ghg.Period   `json:"period"`
		Value  Published[T] `json:"published"`
	}{s.Period, s.Published})
}

// MarshalJSON writes the set with all its values. It is for reading by people and other
// programs: a set is made with [NewSet] alone.
func (s Set[T]) MarshalJSON() ([]byte, error) {
	if s.def == nil {
		return nil, ErrNoSet
	}
	kind := ""
	if s.kind != KindNotStated {
		kind = s.kind.String()
	}
	return json.Marshal(struct {
		Name   string         `json:"name"`
		NameKo string         `json:"name_ko"`
		Of     string         `json:"of"`
		Only   string         `json:"only,omitempty"`
		Also   []string       `json:"also,omitempty"`
		Source string         `json:"source,omitempty"`
		Values []Published[T] `json:"values"`
	}{s.def.name.En, s.def.name.Ko, s.def.of, kind, s.named, s.def.source, s.def.values})
}

// MarshalJSON writes the series: set, rule, the factor of each year and the findings.
func (s Series) MarshalJSON() ([]byte, error) {
	if s.def == nil {
		return nil, ghg.ErrNoFactors
	}
	return json.Marshal(struct {
		Set      string                         `json:"set"`
		Rule     string                         `json:"rule"`
		Factors  ghg.Years[Published[Emission]] `json:"factors"`
		Findings ghg.Findings                   `json:"findings"`
	}{s.def.set.String(), s.def.rule.String(), s.def.years, s.def.findings})
}

// notRead says that a document of this package is not read back.
func notRead(what string) error {
	return fmt.Errorf("%s: %w", what, errNotRead)
}

var errNotRead = errors.New("it is written for others to read, and made in a program alone (package factor)")

// UnmarshalJSON always fails, so that nothing is lost unseen: see [NewEmission].
func (e *Emission) UnmarshalJSON([]byte) error { return notRead("emission factor") }

// UnmarshalJSON always fails: see [Emission.UnmarshalJSON].
func (c *Carbon) UnmarshalJSON([]byte) error { return notRead("carbon content") }

// UnmarshalJSON always fails: see [NewSet].
func (p *Published[T]) UnmarshalJSON([]byte) error { return notRead("published value") }

// UnmarshalJSON always fails: see [NewSet].
func (s *Set[T]) UnmarshalJSON([]byte) error { return notRead("set of factors") }

// UnmarshalJSON always fails: see [ByYear].
func (s *Series) UnmarshalJSON([]byte) error { return notRead("factors by year") }
