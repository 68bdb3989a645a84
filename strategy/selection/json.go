package selection

import (
	"encoding/json"
)

// MarshalJSON writes the selection with what it was asked for. Money that was not asked
// for is null, and so is a lowest cost that is not known.
func (a Answer) MarshalJSON() ([]byte, error) {
	type fields Answer // without this method
	return json.Marshal(struct {
		fields
		Candidates int `json:"candidates"`
	}{fields(a), a.candidates})
}

// MarshalText writes what String says.
func (o Objective) MarshalText() ([]byte, error) { return []byte(o.String()), nil }
