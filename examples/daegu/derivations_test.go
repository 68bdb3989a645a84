package main

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the story adds up on both base years replays, and any digit changed in it is told.
func TestDerivations(t *testing.T) {
	s := &story{}
	for _, x := range []struct {
		view   ghg.View
		of     target.Target
		figure string
	}{{daegu.View2021, daegu.Target2021(), "base-2018-strategy-2021"}, {daegu.View2022, daegu.Target2022(), "base-2018-strategy-2022"}} {
		plan, _, err := daegu.Portfolio(x.view)
		require.NoError(t, err)
		flat, err := ghg.NewYearly(daegu.Place, x.view, ghg.Unstated, []ghg.YearFigure{
			{Year: 2030, CO2e: s.co2e(x.figure), Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: "held at 2018"}})
		require.NoError(t, err)
		gap, err := plan.Gap(x.of, flat, strategy.Expected, 2030)
		require.NoError(t, err)
		expected, err := plan.Total(strategy.Expected, 2030)
		require.NoError(t, err)
		potential, err := plan.Total(strategy.Potential, 2030)
		require.NoError(t, err)
		of := derivationtest.Of(gap, expected, potential)
		tally := derivationtest.Tampered(t, of...)
		t.Logf("%+v", tally)
		assert.Equal(t, len(of), tally.Derivations)
		assert.Positive(t, tally.Named)
	}
	require.Empty(t, s.errs)
}
