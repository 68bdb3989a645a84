package rank_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Ranks and scores, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	series := adaptation()
	answerstest.Check(t, map[string]any{
		"ranking":          must(electricity().Ranking(rank.Competition)),
		"joint evaluation": evaluation(rank.Reweight),
		"series":           series,
		"streaks":          series.Streaks(1),
		"peers":            electricity(),
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{rank.Peers{}, rank.Ranking{}, rank.JointEvaluation{}, rank.Series{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
