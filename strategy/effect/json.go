package effect

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

type cumulativeReductionJSON struct {
	First int           `json:"first"`
	Last  int           `json:"last"`
	Kind  strategy.Kind `json:"kind"`
	CO2e  ghg.CO2e      `json:"co2e"`
	Terms string        `json:"terms"`
}

// MarshalJSON writes the sum with its years. The zero CumulativeReduction is null.
func (c CumulativeReduction) MarshalJSON() ([]byte, error) {
	if c.kind == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(cumulativeReductionJSON{c.first, c.last, c.Kind(), c.CO2e(), c.terms})
}

type rampJSON struct {
	Ramp    string `json:"ramp"`
	Formula string `json:"formula"`
}

// MarshalJSON writes the ramp with its formula. The zero Ramp is null.
func (r Ramp) MarshalJSON() ([]byte, error) {
	if r.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(rampJSON{r.String(), r.Formula()})
}
