package estimate

import (
	"encoding/json"

	"github.com/localghg/localghg/ghg"
)

// lineJSON is what is reported of a gas.
type lineJSON struct {
	Gas   *ghg.Gas  `json:"gas"` // null of all gases together
	Value ghg.Value `json:"value"`
}

// MarshalJSON writes title, equation, what is reported of each gas, and the findings. The
// derivation is written by itself ([Emissions.Explain]).
func (e Emissions) MarshalJSON() ([]byte, error) {
	if e.e == nil {
		return []byte("null"), nil
	}
	title := e.e.method.Title()
	out := struct {
		Title    string       `json:"title"`
		TitleKo  string       `json:"title_ko"`
		Equation string       `json:"equation"`
		Gases    []lineJSON   `json:"gases"`
		Findings ghg.Findings `json:"findings"`
	}{title.En, title.Ko, e.e.method.Equation(), []lineJSON{}, e.e.findings}
	for g, v := range e.All() {
		l := lineJSON{Value: v}
		if !g.IsZero() {
			l.Gas = &g
		}
		out.Gases = append(out.Gases, l)
	}
	return json.Marshal(out)
}

// MarshalJSON writes the defaults as a list.
func (d Defaults) MarshalJSON() ([]byte, error) { return json.Marshal(d.rows) }
