package ghg

import "encoding/json"

type jsonLineOf struct {
	Record Record `json:"record"`
	CO2e   CO2e   `json:"co2e"`
	GWP    string `json:"gwp"`            // 1 where no mass was multiplied
	From   string `json:"from,omitempty"` // the metric that it was taken from
}

// MarshalJSON writes the record with what it counts, and by which factor or from which
// metric. The zero Line is null.
func (l Line) MarshalJSON() ([]byte, error) {
	if l.at.inv == nil {
		return []byte("null"), nil
	}
	j := jsonLineOf{Record: l.Record(), CO2e: l.CO2e, GWP: l.GWP.String()}
	if !l.From.IsZero() {
		j.From = l.From.String()
	}
	return json.Marshal(j)
}

func (u Unjoined) json() jsonUnjoined { return jsonUnjoined{u.Record(), u.Err.Error()} }

// MarshalJSON writes the record with why it cannot join. The zero Unjoined is null.
func (u Unjoined) MarshalJSON() ([]byte, error) {
	if u.at.inv == nil {
		return []byte("null"), nil
	}
	return json.Marshal(u.json())
}

// MarshalJSON writes the record with why it is left out. The zero LeftOut is null.
func (l LeftOut) MarshalJSON() ([]byte, error) {
	if l.inv == nil {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Record Record `json:"record"`
		Why    Why    `json:"why"`
	}{l.Record(), l.Why})
}
