package scenario_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Scenarios and what they differ in, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	set := lateBuses()
	names := []string{}
	for s := range set.All() {
		names = append(names, s.Name())
	}
	answerstest.Check(t, map[string]any{
		"scenarios":  set,
		"difference": must(set.Difference(names[0], names[1])),
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{scenario.Set{}, scenario.EvaluatedSet{}, scenario.EvaluatedScenario{}, scenario.Difference{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
