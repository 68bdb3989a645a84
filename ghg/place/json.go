package place

import (
	"encoding/json"
)

type coalitionJSON struct {
	Name        string       `json:"name"`
	Source      string       `json:"source"`
	Memberships []Membership `json:"memberships"`
}

// MarshalJSON writes who were members from when to when. The zero Coalition is null.
func (c Coalition) MarshalJSON() ([]byte, error) {
	if c.name == "" {
		return []byte("null"), nil
	}
	return json.Marshal(coalitionJSON{c.Name(), c.Source(), c.Memberships()})
}
