package drivers

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

type identityJSON struct {
	Identity  string    `json:"identity"`
	Unit      string    `json:"unit"`
	Tolerance ghg.Share `json:"tolerance"`
	Factors   []Factor  `json:"factors"`
}

// MarshalJSON writes the unit and the factors in their order. The zero Identity is null.
func (i Identity) MarshalJSON() ([]byte, error) {
	if i.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(identityJSON{i.String(), i.Unit(), i.tolerance, i.Factors()})
}

type decompositionJSON struct {
	Identity    Identity         `json:"identity"`
	From        Point            `json:"from"`
	To          Point            `json:"to"`
	Change      string           `json:"change"`
	Effects     []Effect         `json:"effects"`
	Unexplained string           `json:"unexplained"`
	Categories  []CategoryChange `json:"categories"`
}

// MarshalJSON writes the change with the effect of each factor. The zero Decomposition is
// null.
func (d Decomposition) MarshalJSON() ([]byte, error) {
	if d.identity.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(decompositionJSON{d.identity, d.From(), d.To(), d.Change().String(), d.Effects(), d.Unexplained().String(),
		slices.AppendSeq([]CategoryChange{}, d.Categories())})
}

type chainedJSON struct {
	From        int             `json:"from"`
	To          int             `json:"to"`
	Change      string          `json:"change"`
	Effects     []Effect        `json:"effects"`
	Unexplained string          `json:"unexplained"`
	Steps       []Decomposition `json:"steps"`
}

// MarshalJSON writes the change with the effect of each factor, and the steps that they
// add up from. The zero Chained is null.
func (c Chained) MarshalJSON() ([]byte, error) {
	if len(c.steps) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(chainedJSON{c.From().Year(), c.To().Year(), c.Change().String(), c.Effects(), c.Unexplained().String(),
		slices.AppendSeq([]Decomposition{}, c.Steps())})
}

// MarshalJSON writes the indices with the method.
func (m Multiplicative) MarshalJSON() ([]byte, error) {
	type fields Multiplicative // without this method
	return json.Marshal(struct {
		fields
		Method string `json:"method"`
	}{fields(m), m.method})
}

// MarshalJSON writes the table with its number of decimal places.
func (s ShownEffects) MarshalJSON() ([]byte, error) {
	type fields ShownEffects // without this method
	return json.Marshal(struct {
		fields
		Places int32 `json:"places"`
	}{fields(s), s.places})
}

// MarshalJSON writes the question with the factor in both years.
func (c Counterfactual) MarshalJSON() ([]byte, error) {
	type fields Counterfactual // without this method
	return json.Marshal(struct {
		fields
		Then string `json:"then"`
		Now  string `json:"now"`
		Unit string `json:"unit"`
	}{fields(c), c.then.String(), c.now.String(), c.unit})
}

type degreeDaysJSON struct {
	Dependence       WeatherDependence          `json:"dependence"`
	BaseTemperatureC string                     `json:"baseTemperatureC"`
	Rule             string                     `json:"rule"`
	NormalDegreeDays string                     `json:"normalDegreeDays"`
	NormalPeriod     string                     `json:"normalPeriod"`
	Actual           ghg.Years[decimal.Decimal] `json:"actual"`
	Source           string                     `json:"source"`
}

// MarshalJSON writes the degree days with the rule that they are counted by. The zero
// DegreeDays is null.
func (d DegreeDays) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(degreeDaysJSON{d.def.Dependence, d.def.Base.String(), d.def.Rule, d.def.Normal.String(),
		d.def.NormalPeriod, d.def.Actual,
		d.def.Source})
}

type kayaJSON struct {
	Identity Identity   `json:"identity"`
	Metric   string     `json:"metric"`
	Years    []KayaYear `json:"years"`
}

// MarshalJSON writes the years with what is known of them. The zero Kaya is null.
func (k Kaya) MarshalJSON() ([]byte, error) {
	if len(k.years) == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(kayaJSON{k.identity, k.metric.String(), slices.AppendSeq([]KayaYear{}, k.Years())})
}
