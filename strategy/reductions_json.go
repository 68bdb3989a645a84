package strategy

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

type reductionsJSON struct {
	Kind   Kind                   `json:"kind"`
	Metric string                 `json:"metric"`
	Years  []ghg.InYear[ghg.CO2e] `json:"years"`
}

// MarshalJSON writes the amounts from the first year to the last; a year without one is
// left out. The zero Reductions is null.
func (r Reductions) MarshalJSON() ([]byte, error) {
	if r.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(reductionsJSON{r.Kind(), r.Metric().String(), ghg.InYears(r.All())})
}

type cutsJSON struct {
	Kind  Kind                    `json:"kind"`
	Years []ghg.InYear[ghg.Share] `json:"years"`
}

// MarshalJSON writes the shares from the first year to the last; a year without one is
// left out. The zero Cuts is null.
func (c Cuts) MarshalJSON() ([]byte, error) {
	if c.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(cutsJSON{c.Kind(), ghg.InYears(c.All())})
}

// MarshalJSON writes the effect with the quantification that it comes of.
func (e Effect) MarshalJSON() ([]byte, error) {
	type fields Effect // without this method
	return json.Marshal(struct {
		fields
		Quantification string `json:"quantification,omitempty"`
	}{fields(e), e.Quantification()})
}

// MarshalJSON writes the effect, and whether it is on a whole source.
func (u UnitEffect) MarshalJSON() ([]byte, error) {
	type fields UnitEffect // without this method
	return json.Marshal(struct {
		fields
		Whole bool `json:"whole,omitempty"`
	}{fields(u), u.IsWhole()})
}
