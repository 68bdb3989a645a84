package main

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// How each target of the text stands in each year that there is a figure for replays, and
// any digit changed in it is told.
func TestDerivations(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	f, err := gather()
	require.NoError(t, err)
	var all []derivation.Derivation
	for _, x := range []struct {
		of     target.Target
		series []ghg.Yearly
	}{{f.nationInGross, []ghg.Yearly{f.nationGross}}, {f.nationInNet, []ghg.Yearly{f.nationNet}}, {f.seoul2030, []ghg.Yearly{f.seoul}},
		{f.nation, []ghg.Yearly{f.nationNet, f.nationGross}}, {f.province, []ghg.Yearly{f.provinceNet, f.provinceGross}},
		{f.provinceInNet, []ghg.Yearly{f.provinceNet}}, {f.gwangju2030, []ghg.Yearly{f.gwangju}}} {
		for figure := range x.series[0].All() {
			if p, err := x.of.Progress(figure.Year, target.Linear, target.DefaultRules, x.series...); err == nil {
				all = append(all, p.Explain())
			}
		}
	}
	tally := derivationtest.Tampered(t, all...)
	t.Logf("%+v", tally)
	assert.Positive(t, tally.Derivations)
	assert.Positive(t, tally.Named)
	assert.Positive(t, tally.Silent)
}
