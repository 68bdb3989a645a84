package effect

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

type cumulativeReductionJSON struct {
	First int                    `json:"first"`
	Last  int                    `json:"last"`
	Kind  strategy.Kind          `json:"kind"`
	CO2e  ghg.CO2e               `json:"co2e"`
	Years []ghg.InYear[ghg.CO2e] `json:"years"`
}

// MarshalJSON writes the sum with its years. The zero CumulativeReduction is null.
func (c CumulativeReduction) MarshalJSON() ([]byte, error) {
	if c.kind == 0 {
		return []byte("null"), nil
	}
	years := ghg.InYears(func(yield func(int, ghg.CO2e) bool) {
		for i, x := range c.byYear {
			if !yield(c.first+i, x) {
				return
			}
		}
	})
	return json.Marshal(cumulativeReductionJSON{c.first, c.last, c.Kind(), c.CO2e(), years})
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
