package sink_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a project takes up, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	answerstest.Check(t, map[string]any{
		"removals": must(woods().Through(2029)),
		"project":  woods(),
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{sink.Removals{}, sink.Growth{}, sink.Survival{}, sink.Project{}, sink.Removal{}, sink.Stock{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
