package ledger

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// jsonGroup is a group as records are written: what is not asked for, or not said, is not
// there.
type jsonGroup struct {
	Place    ghg.PlaceID `json:"place,omitempty"`
	Period   ghg.Period  `json:"period,omitzero"`
	Category string      `json:"category,omitempty"`
	Scope    ghg.Scope   `json:"scope,omitempty"`
	Gas      ghg.Gas     `json:"gas,omitzero"`
	Fuel     string      `json:"fuel,omitempty"`
	Activity string      `json:"activity,omitempty"`
	Facility string      `json:"facility,omitempty"`
	Variant  ghg.Variant `json:"variant,omitempty"`
	Tags     ghg.Tags    `json:"tags,omitzero"`
	Status   ghg.Status  `json:"status,omitempty"`
	Masses   []ghg.Mass  `json:"masses"`
}

// MarshalJSON writes the key and the masses. The zero Group is null.
func (g Group) MarshalJSON() ([]byte, error) {
	if len(g.parts) == 0 {
		return []byte("null"), nil
	}
	k := g.Key
	return json.Marshal(jsonGroup{k.Place, k.Period, k.Category, k.Scope, k.Gas, k.Fuel, k.Activity, k.Facility, k.Variant, k.Tags, k.Status,
		g.Masses()})
}
