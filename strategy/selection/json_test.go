package selection_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A selection with what it was asked for, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	text, err := os.ReadFile("testdata/answers.json")
	require.NoError(t, err)
	var want map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &want))
	least, err := problem(measures()).LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("90 ktCO2e (AR5)")}, 0)
	require.NoError(t, err)
	most, err := problem(measures()).MostTonnes(money("60 bn KRW"), 0, 2030)
	require.NoError(t, err)
	for name, answer := range map[string]any{
		"least cost":  least,
		"most tonnes": most,
	} {
		got, err := json.Marshal(answer)
		require.NoError(t, err, name)
		assert.NotContains(t, string(got), "{}", name)
		assert.JSONEq(t, string(want[name]), string(got), name)
		delete(want, name)
	}
	assert.Empty(t, want)
}
