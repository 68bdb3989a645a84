package place_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Who belonged to what and when, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	korea, day := place.Korea(), ghg.MustDate("2021-06-30")
	geoje, _, err := korea.Find("거제시", day)
	require.NoError(t, err)
	pact, err := place.NewCoalition(place.CoalitionDefinition{Name: "pact", Source: "minutes of 2022-01-10",
		Members: []place.Membership{{Place: geoje, Joined: ghg.MustWhen("2021-04-22")}}})
	require.NoError(t, err)
	roll, err := pact.On(day)
	require.NoError(t, err)
	answerstest.Check(t, map[string]any{
		"coalition": pact,
		"roll":      roll,
		"spans":     geoje.Spans(),
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{place.Coalition{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
