package participation

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

type breakEvenJSON struct {
	Programme string    `json:"programme"`
	Year      int       `json:"year"`
	Action    string    `json:"action,omitempty"`
	Claimed   ghg.CO2e  `json:"claimed"`
	Adoption  ghg.Ratio `json:"adoption"`
	Exact     string    `json:"exact"`
	Reachable bool      `json:"reachable"`
	Most      ghg.CO2e  `json:"most"`
	Missing   ghg.CO2e  `json:"missing"`
}

// MarshalJSON writes the claim with the adoption that it needs. The zero BreakEven is null.
func (b BreakEven) MarshalJSON() ([]byte, error) {
	if b.adoption == nil {
		return []byte("null"), nil
	}
	return json.Marshal(breakEvenJSON{b.programme.Name(), b.programme.Year(), b.action, b.claimed, b.Adoption(),
		b.Exact().RatString(), b.Reachable(),
		b.Most(), b.Missing()})
}

// MarshalJSON writes the programme as it was defined, each action with whether it is
// quantified. The zero Programme is null.
func (p Programme) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(p.Definition())
}
