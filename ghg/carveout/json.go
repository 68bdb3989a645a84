package carveout

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
)

type tradingSchemeJSON struct {
	Name   string `json:"name"`
	Source string `json:"source"`
}

// MarshalJSON writes the scheme by name and source. The zero TradingScheme is null.
func (t TradingScheme) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(tradingSchemeJSON{t.Name(), t.Source()})
}

type registerJSON struct {
	Place      ghg.PlaceID   `json:"place"`
	Trading    TradingScheme `json:"trading"`
	Scheme     ghg.SchemeID  `json:"scheme"`
	Metric     string        `json:"metric"`
	Source     string        `json:"source"`
	Facilities []Facility    `json:"facilities"`
}

// MarshalJSON writes the sites with what they emit, and where that is from. The zero
// Register is null.
func (r Register) MarshalJSON() ([]byte, error) {
	if r.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(registerJSON{r.Place(), r.Trading(), r.Scheme().ID(), r.def.Metric.String(), r.Source(),
		slices.AppendSeq([]Facility{}, r.Facilities())})
}

type carveOutJSON struct {
	Register string        `json:"register"`
	Trading  TradingScheme `json:"trading"`
	Citywide ghg.Yearly    `json:"citywide"`
	Managed  ghg.Yearly    `json:"managed"`
	Years    []YearFigures `json:"years"`
}

// MarshalJSON writes what is managed beside what the whole place emits, year by year. The
// zero CarveOut is null.
func (c CarveOut) MarshalJSON() ([]byte, error) {
	if c.register.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(carveOutJSON{c.register.Source(), c.register.Trading(), c.Citywide(), c.Managed(),
		slices.AppendSeq([]YearFigures{}, c.Years())})
}

// MarshalJSON writes the year with its shares, and what the figures are from.
func (y YearFigures) MarshalJSON() ([]byte, error) {
	type fields YearFigures // without this method
	return json.Marshal(struct {
		fields
		CoveredShare ghg.Ratio `json:"coveredShare"`
		ManagedShare ghg.Ratio `json:"managedShare"`
		CitywideFrom string    `json:"citywideFrom,omitempty"`
		Register     string    `json:"register,omitempty"`
	}{fields(y), y.CoveredShare(), y.ManagedShare(), y.citywide, y.register})
}

// MarshalJSON writes the category with its covered share.
func (f SectorFigure) MarshalJSON() ([]byte, error) {
	type fields SectorFigure // without this method
	return json.Marshal(struct {
		fields
		CoveredShare ghg.Ratio `json:"coveredShare"`
	}{fields(f), f.CoveredShare()})
}
