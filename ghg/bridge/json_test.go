package bridge_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Causes and lines of a bridge, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	text, err := os.ReadFile("testdata/answers.json")
	require.NoError(t, err)
	var want map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &want))
	between, err := bridge.Inventories(bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5},
		bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5})
	require.NoError(t, err)
	for name, answer := range map[string]any{
		"causes": []bridge.Contribution{omittedCoal(), newMetric(), {}},
		"lines":  slices.Collect(between.Lines()),
	} {
		got, err := json.Marshal(answer)
		require.NoError(t, err, name)
		assert.NotContains(t, string(got), "{}", name)
		assert.JSONEq(t, string(want[name]), string(got), name)
		delete(want, name)
	}
	assert.Empty(t, want)
}
