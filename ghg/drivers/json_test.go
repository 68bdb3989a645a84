package drivers_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg/drivers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What drives a change, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	text, err := os.ReadFile("testdata/answers.json")
	require.NoError(t, err)
	var want map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &want))
	split := must(drivers.Attribute(2020, 2022, cityUses()...))
	change := must(kaya().Change(2018, 2022))
	for name, answer := range map[string]any{
		"split":          split,
		"kaya":           change,
		"multiplicative": must(change.Decomposition.Multiplicative()),
		"shown":          must(change.Decomposition.Show(0)),
		"held constant":  must(kaya().HeldConstant(drivers.GDPPerHead, 2018, 2022)),
		"degree days":    mustDegreeDays(heatingDays()),
		"use":            cityUses()[0],
		"years":          kaya(),
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
	for _, zero := range []any{drivers.Identity{}, drivers.Point{}, drivers.Decomposition{}, drivers.Chained{},
		drivers.DegreeDays{}, drivers.Kaya{}, drivers.Use{}, drivers.Split{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
