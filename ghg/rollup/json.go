package rollup

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// MarshalJSON writes the sum with how many of the parts have a number, and whether that is
// all.
func (s Sum) MarshalJSON() ([]byte, error) {
	type fields Sum // without this method
	return json.Marshal(struct {
		fields
		Reported bool       `json:"reported"`
		Complete bool       `json:"complete"`
		Members  words.Term `json:"members"`
	}{fields(s), s.IsReported(), s.IsComplete(), s.Members()})
}

// MarshalJSON writes the two figures with what is to be said of them.
func (c Comparison) MarshalJSON() ([]byte, error) {
	type fields Comparison // without this method
	return json.Marshal(struct {
		fields
		Day      ghg.Date     `json:"day,omitzero"`
		Parts    int          `json:"parts"`
		Findings ghg.Findings `json:"findings"`
	}{fields(c), c.day, c.parts, c.Findings()})
}

// MarshalJSON writes the figure of the place; CO2e is null where no number is reported.
func (c Counted) MarshalJSON() ([]byte, error) {
	type fields Counted // without this method
	return json.Marshal(struct {
		fields
		Scaled   bool         `json:"scaled,omitempty"`
		Coverage ghg.Coverage `json:"coverage,omitzero"`
	}{fields(c), c.figure.scaled, c.figure.coverage})
}
