package factor_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Everything is written, nothing is read back unseen.
func TestJSON(t *testing.T) {
	set := grid(emission("0.4594", ghg.SAR, "456.7 kg CO2"), emission("", ghg.Metric{}, "1 t CO2"))
	s := must(factor.ByYear(set, factor.OfTheYear, 2019, 2019, ghg.Factor{Year: 2019, CO2e: ghg.MustCO2e("1 tCO2e"), Source: "x"}))
	for _, x := range []struct {
		value any
		text  string
	}{
		{emission("", ghg.Metric{}, "1 t CO2"), `{"per":"MWh","gases":["1 t CO2"]}`},
		{carbonOf("20.090"), `{"tonnesOfCarbon":"20.09","per":"TJ (net)"}`},
		{must(set.Only(factor.SingleYear).Also("2019")), `{"name":"grid","name_ko":"전력망","of":"electricity","only":"single year",` +
			`"also":["2019"],"source":"the operator","values":[{"name":"2019","value":{"per":"MWh","total":"0.4594 t","metric":"SAR",` +
			`"gases":["0.4567 t CO2"]},"kind":"single year","from":2019,"to":2019,"on":"2020-03-01","edition":"IPCC 2006",` +
			`"standing":"approved","confidence":"high","source":"the operator"},{"name":"2020","value":{"per":"MWh","gases":["1 t CO2"]},` +
			`"kind":"single year","from":2020,"to":2020,"on":"2021-03-01","edition":"IPCC 2006","standing":"approved","confidence":"high",` +
			`"source":"the operator"}]}`},
		{s, `{"set":"grid","rule":"of the year","factors":{"name":"electricity","years":[{"year":2019,"value":{"name":"own 2019",` +
			`"value":{"per":"MWh","total":"1 t","metric":"unstated"},"kind":"single year","from":2019,"to":2019,` +
			`"standing":"the user's own","confidence":"not stated","source":"x"},"status":"actual","source":"x"}]},` +
			`"findings":[` + string(must(json.Marshal(s.Findings().All[0]))) + `,` + string(must(json.Marshal(s.Findings().All[1]))) + `]}`},
	} {
		b, err := json.Marshal(x.value)
		require.NoError(t, err)
		assert.JSONEq(t, x.text, string(b))
	}
	assert.Equal(t, []string{"gwp-basis-not-stated:2019", "own-factor:2019"}, codes(s.Findings()))
	for _, into := range []any{&factor.Emission{}, &factor.Carbon{}, &factor.Published[factor.Carbon]{}, &factor.Set[factor.Carbon]{},
		&factor.Series{}} {
		assert.ErrorContains(t, json.Unmarshal([]byte("{}"), into), "made in a program alone")
	}
	_, err := json.Marshal(factor.Emission{})
	assert.ErrorIs(t, err, ghg.ErrNoFactors)
	_, err = json.Marshal(factor.Set[factor.Carbon]{})
	assert.True(t, errors.Is(err, factor.ErrNoSet))
}
