package managed_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A split of a plan, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	plan, rules := townPlan()
	split, _, err := managed.Split(registerOf("town", mill(), incinerator()), plan, rules, inGPC)
	require.NoError(t, err)
	answerstest.Check(t, map[string]any{
		"split": split,
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{managed.PortfolioSplit{}, managed.BaselineSplit{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
