package korea_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Documents of a plan, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	budget := must(townBudget())
	document, _, err := korea.NewDocument(plan())
	require.NoError(t, err)
	answerstest.Check(t, map[string]any{
		"document":      document,
		"tagged budget": budget,
		"target":        exampleOfGuideline(),
		"unit":          unit("1-1/2"),
	})
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
