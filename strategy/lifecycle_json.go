package strategy

import (
	"encoding/json"
	"slices"
)

type lifecycleJSON struct {
	Action  string        `json:"action"`
	Stage   Stage         `json:"stage"`
	Changes []StageChange `json:"changes"`
}

// MarshalJSON writes the stage of today with every change. The zero Lifecycle is null.
func (l Lifecycle) MarshalJSON() ([]byte, error) {
	if l.action == "" {
		return []byte("null"), nil
	}
	return json.Marshal(lifecycleJSON{l.Action(), l.Current(), slices.AppendSeq([]StageChange{}, l.All())})
}
