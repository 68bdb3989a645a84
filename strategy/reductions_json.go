package strategy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

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

// UnmarshalJSON reads what MarshalJSON writes, on a published metric. Unknown fields, a
// year given twice and what [NewReductions] refuses are refused.
func (r *Reductions) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*r = Reductions{}
		return nil
	}
	var doc reductionsJSON
	if err := ghg.ReadStrictJSON(bytes.NewReader(text), int64(len(text)), &doc); err != nil {
		return fmt.Errorf("reductions: %w", err)
	}
	metric, err := ghg.ParseMetric(doc.Metric)
	if err != nil {
		return fmt.Errorf("reductions: %w", err)
	}
	amounts, err := byYear("reductions", doc.Years)
	if err != nil {
		return err
	}
	read, err := NewReductions(doc.Kind, metric, amounts)
	if err == nil {
		*r = read
	}
	return err
}

func isNull(text []byte) bool { return string(bytes.TrimSpace(text)) == "null" }

// byYear is a list of years as a map; a year given twice is a [*ghg.TwiceError].
func byYear[T any](of string, list []ghg.InYear[T]) (map[int]T, error) {
	out := make(map[int]T, len(list))
	for _, y := range list {
		if _, twice := out[y.Year]; twice {
			return nil, &ghg.TwiceError{Of: of, What: "year", ID: strconv.Itoa(y.Year)}
		}
		out[y.Year] = y.Value
	}
	return out, nil
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

// UnmarshalJSON reads what MarshalJSON writes, as that of [Reductions] does.
func (c *Cuts) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*c = Cuts{}
		return nil
	}
	var doc cutsJSON
	if err := ghg.ReadStrictJSON(bytes.NewReader(text), int64(len(text)), &doc); err != nil {
		return fmt.Errorf("cuts: %w", err)
	}
	shares, err := byYear("cuts", doc.Years)
	if err != nil {
		return err
	}
	read, err := NewCuts(doc.Kind, shares)
	if err == nil {
		*c = read
	}
	return err
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
