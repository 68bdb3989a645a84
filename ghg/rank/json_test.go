package rank_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Ranks and scores, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	text, err := os.ReadFile("testdata/answers.json")
	require.NoError(t, err)
	var want map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &want))
	series := adaptation()
	for name, answer := range map[string]any{
		"ranking":          must(electricity().Ranking(rank.Competition)),
		"joint evaluation": evaluation(rank.Reweight),
		"series":           series,
		"streaks":          series.Streaks(1),
		"peers":            electricity(),
	} {
		got, err := json.Marshal(answer)
		require.NoError(t, err, name)
		assert.NotContains(t, string(got), "{}", name)
		assert.JSONEq(t, string(want[name]), string(got), name)
		delete(want, name)
	}
	assert.Empty(t, want)
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{rank.Peers{}, rank.Ranking{}, rank.JointEvaluation{}, rank.Series{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
