package industry_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDefaults(t *testing.T) {
	of, ranges, items := map[string]int{}, 0, map[string]bool{}
	for d := range industry.Defaults().All() {
		of[d.Table]++
		items[d.Item] = true
		assert.Regexp(t, `^IPCC2006 V3 Ch[2578] `, d.Source, "%s", d.DefaultKey)
		if d.Rate.IsUnset() {
			ranges++
			assert.NotEmpty(t, d.Lower, "%s", d.DefaultKey)
		}
		name, err := industry.Item(d.Item)
		if assert.NoError(t, err) {
			assert.Equal(t, d.Item, name.En)
			back, err := industry.Item(name.Ko)
			require.NoError(t, err)
			assert.Equal(t, name, back)
		}
		// CO2 of a pure carbonate is 44.0095 for each carbonate in it over its formula weight.
		if weight, ok := strings.CutPrefix(d.Condition, "formula weight "); ok {
			n := dec("44.0095")
			if strings.Contains(d.Item, "(CO3)2") {
				n = n.Add(n)
			}
			assert.True(t, n.DivRound(dec(weight), 5).Sub(d.Rate.Amount()).Abs().LessThanOrEqual(dec("0.00002")), "%s: %s", d.DefaultKey, d.Rate)
		}
	}
	assert.Equal(t, map[string]int{"carbonates": 7, "cement": 7, "lime": 15, "glass": 22, "non-energy": 6, "refrigeration": 48,
		"switchgear": 16}, of)
	assert.Equal(t, 1+10+48, ranges, "of ankerite, of cullet, and all of refrigeration")
	assert.Len(t, items, 40)

	get := func(k estimate.DefaultKey) string {
		k.Edition = estimate.IPCC2006
		p, err := industry.Defaults().Of(k)
		require.NoError(t, err)
		return p.Rate.String()
	}
	assert.Equal(t, "0.52 t CO2/t clinker", get(estimate.DefaultKey{Item: "clinker", Condition: "with 2 % dust"}))
	assert.Equal(t, "0.913 t CO2/t CaO.MgO", get(estimate.DefaultKey{Item: "dolomitic lime", Condition: "developing countries",
		Parameter: "stoichiometric ratio"}))
	assert.Equal(t, "0.026 1/yr", get(estimate.DefaultKey{Item: "closed pressure HV switchgear", Condition: "Europe", Parameter: "in use"}))
	_, err := industry.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Item: "Mobile A/C", Parameter: "in use"})
	assert.ErrorContains(t, err, "its source prints 10-20 % a year: choose one and state it")
	_, err = industry.Item("granite")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Len(t, unknown.Allowed, 40)
}
