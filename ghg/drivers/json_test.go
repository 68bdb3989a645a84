package drivers_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What drives a change, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	split := must(drivers.Attribute(2020, 2022, cityUses()...))
	change := must(kaya().Change(2018, 2022))
	answerstest.Check(t, map[string]any{
		"split":          split,
		"kaya":           change,
		"multiplicative": must(change.Decomposition.Multiplicative()),
		"shown":          must(change.Decomposition.Show(0)),
		"held constant":  must(kaya().HeldConstant(drivers.GDPPerHead, 2018, 2022)),
		"degree days":    mustDegreeDays(heatingDays()),
		"use":            cityUses()[0],
		"years":          kaya(),
	})
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
