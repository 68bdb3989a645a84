package bridge

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

type contributionJSON struct {
	Kind     CauseKind `json:"kind"`
	Amount   *ghg.Mass `json:"amount"` // null where it is not stated
	What     string    `json:"what,omitempty"`
	Date     ghg.Date  `json:"date,omitzero"`
	Document string    `json:"document"`
}

// MarshalJSON writes the cause with its amount. The zero Contribution is null.
func (c Contribution) MarshalJSON() ([]byte, error) {
	if c.cause == (Cause{}) {
		return []byte("null"), nil
	}
	var amount *ghg.Mass
	if c.quantified {
		amount = &c.amount
	}
	return json.Marshal(contributionJSON{c.cause.Kind, amount, c.cause.What, c.cause.Date, c.cause.Document})
}

// MarshalJSON writes the line as a bridge has it.
func (l Line) MarshalJSON() ([]byte, error) { return json.Marshal(l.json()) }
