package participation_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What participation brings, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	answerstest.Check(t, map[string]any{
		"programme":  town(),
		"result":     must(town().Result()),
		"break-even": must(town().BreakEven(ghg.MustCO2e("9 ktCO2e (AR5)"))),
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{participation.Programme{}, participation.BreakEven{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
