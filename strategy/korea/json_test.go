package korea_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Documents of a plan, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	text, err := os.ReadFile("testdata/answers.json")
	require.NoError(t, err)
	var want map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &want))
	budget := must(townBudget())
	document, _, err := korea.NewDocument(plan())
	require.NoError(t, err)
	for name, answer := range map[string]any{
		"document":      document,
		"tagged budget": budget,
		"target":        exampleOfGuideline(),
		"unit":          unit("1-1/2"),
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
	for _, zero := range []any{korea.Document{}, korea.ReductionUnit{}, korea.StatusRules{}, korea.TaggingScheme{},
		korea.TaggedBudget{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
