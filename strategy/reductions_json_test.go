package strategy_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Reductions and cuts are read back as they were, to the digit.
func TestReductionsAndCutsThroughJSON(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	metrics := []ghg.Metric{ghg.AR5, ghg.SAR, ghg.Unstated, ghg.CO2Only}
	for range 200 {
		kind := strategy.Kinds()[rng.IntN(len(strategy.Kinds()))]
		metric := metrics[rng.IntN(len(metrics))]
		amounts, shares := map[int]ghg.CO2e{}, map[int]ghg.Share{}
		for range 1 + rng.IntN(5) {
			year := 2020 + rng.IntN(30)
			amounts[year] = must(ghg.NewCO2e(decimal.New(rng.Int64N(2e9)-1e9, -int32(rng.IntN(7))), ghg.Tonne, metric))
			shares[year] = must(ghg.NewShare(decimal.New(rng.Int64N(2001)-1000, -3)))
		}
		r, c := must(strategy.NewReductions(kind, metric, amounts)), must(strategy.NewCuts(kind, shares))
		text, err := json.Marshal([]any{r, c})
		require.NoError(t, err)
		var read []json.RawMessage
		require.NoError(t, json.Unmarshal(text, &read))
		var r2 strategy.Reductions
		var c2 strategy.Cuts
		require.NoError(t, json.Unmarshal(read[0], &r2), "%s", text)
		require.NoError(t, json.Unmarshal(read[1], &c2), "%s", text)
		assert.Equal(t, []any{r.Kind(), r.Metric().ID(), r.Len(), c.Kind(), c.Len()}, []any{r2.Kind(), r2.Metric().ID(),
			r2.Len(), c2.Kind(), c2.Len()})
		for year, amount := range r.All() {
			again, ok := r2.At(year)
			assert.True(t, ok && amount.Equal(again), "%d: %s, %s", year, amount, again)
		}
		for year, share := range c.All() {
			again, ok := c2.At(year)
			assert.True(t, ok && share.Equal(again), "%d: %s, %s", year, share, again)
		}
	}
}

func TestReductionsAndCutsNotRead(t *testing.T) {
	var r strategy.Reductions
	var c strategy.Cuts
	require.NoError(t, json.Unmarshal([]byte("null"), &r))
	require.NoError(t, c.UnmarshalJSON([]byte(" null ")))
	assert.True(t, r.IsZero() && c.IsZero())
	for rest, want := range map[string]string{
		`"metric": "AR5", "years": [], "more": 1`:                                                                        `"more"`,
		`"metric": "AR9", "years": [{"year": 2030, "value": "5 tCO2e (AR5)"}]`:                                           "AR9",
		`"metric": "AR5", "years": [{"year": 2030, "value": "5 tCO2e (SAR)"}]`:                                           "SAR",
		`"metric": "AR5", "years": [{"year": 2030, "value": null}]`:                                                      "leave out a year",
		`"metric": "AR5", "years": [{"year": 2030, "value": "5 tCO2e (AR5)"}, {"year": 2030, "value": "6 tCO2e (AR5)"}]`: "2030",
	} {
		assert.ErrorContains(t, json.Unmarshal([]byte(`{"kind": "expected", `+rest+`}`), &r), want, rest)
	}
	assert.ErrorContains(t, json.Unmarshal([]byte(`{"kind": "hoped", "metric": "AR5", "years": []}`), &r), "hoped")
	for rest, want := range map[string]string{
		`"metric": "AR5", "years": [{"year": 2030, "value": "5%"}]`:               `"metric"`,
		`"years": [{"year": 2030, "value": "5%"}, {"year": 2030, "value": "5%"}]`: "2030",
		`"years": [{"year": 1030, "value": "5%"}]`:                                "1030",
	} {
		assert.ErrorContains(t, json.Unmarshal([]byte(`{"kind": "expected", `+rest+`}`), &c), want, rest)
	}
	assert.True(t, r.IsZero() && c.IsZero(), "they stay as they were")
}
