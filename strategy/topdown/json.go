package topdown

import (
	"encoding/json"
)

// MarshalJSON writes the driver with the years that it is from and to, and the part of a
// split that it is.
func (d Driver) MarshalJSON() ([]byte, error) {
	type fields Driver // without this method
	return json.Marshal(struct {
		fields
		From int `json:"from,omitempty"`
		To   int `json:"to,omitempty"`
	}{fields(d), d.from, d.to})
}

// MarshalJSON writes the reconciliation with whether the cuts are in the base, and the
// verdict.
func (y Year) MarshalJSON() ([]byte, error) {
	type fields Year // without this method
	return json.Marshal(struct {
		fields
		BaseCuts BaseCuts `json:"baseCuts"`
		Verdict  string   `json:"verdict"`
	}{fields(y), y.inBase, y.Verdict()})
}
