package topdown_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/strategy/topdown"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A reconciliation by year, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	text, err := os.ReadFile("testdata/answers.json")
	require.NoError(t, err)
	var want map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &want))
	years := must(driven(topdown.OfSplit(split(), "own inventory", drivers.Grid, drivers.Activity)...))
	for name, answer := range map[string]any{
		"years": years,
	} {
		got, err := json.Marshal(answer)
		require.NoError(t, err, name)
		assert.NotContains(t, string(got), "{}", name)
		assert.JSONEq(t, string(want[name]), string(got), name)
		delete(want, name)
	}
	assert.Empty(t, want)
}
