package managed

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"github.com/localghg/localghg/strategy"
)

// placedJSON is where an effect or a source stands, and by which rule.
type placedJSON struct {
	Action string                  `json:"action,omitempty"`
	On     strategy.EmissionSource `json:"on"`
	Rule   Rule                    `json:"rule"`
}

func placedOf(all map[itemKey]placed) []placedJSON {
	keys := slices.SortedFunc(maps.Keys(all), func(a, b itemKey) int {
		return cmp.Or(cmp.Compare(a.action, b.action), cmp.Compare(a.on.String(), b.on.String()))
	})
	list := make([]placedJSON, len(keys))
	for i, k := range keys {
		list[i] = placedJSON{k.action, all[k].on, all[k].Rule}
	}
	return list
}

// MarshalJSON writes both portfolios, and the rule for each effect. The zero
// PortfolioSplit is null.
func (s PortfolioSplit) MarshalJSON() ([]byte, error) {
	if s.citywide.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Citywide strategy.Portfolio `json:"citywide"`
		Managed  strategy.Portfolio `json:"managed"`
		Placed   []placedJSON       `json:"placed"`
	}{s.citywide, s.managed, placedOf(s.placed)})
}

// MarshalJSON writes both baselines, and the rule for each source. The zero
// BaselineSplit is null.
func (s BaselineSplit) MarshalJSON() ([]byte, error) {
	if s.citywide.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Citywide strategy.Baseline `json:"citywide"`
		Managed  strategy.Baseline `json:"managed"`
		Placed   []placedJSON      `json:"placed"`
	}{s.citywide, s.managed, placedOf(s.placed)})
}
