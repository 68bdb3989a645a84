package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Advice to homes acts on their gas and their electricity alike, and on diesel
// the baseline says nothing.
func ExamplePortfolio_EffectsOn() {
	plan, _, _ := strategy.NewPortfolio(town(
		action("insulation", "E", share(on("I.1.1", "gas", ""), "10%", strategy.Overlapping)),
		action("advice", "E", share(on("I.1", "", ""), "5%", strategy.Overlapping)),
		action("bus lanes", "E", share(on("II.1.1", "diesel", ""), "5%", strategy.Overlapping)),
	))
	effects, err := plan.EffectsOn(heating(), strategy.Expected)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, x := range effects {
		fmt.Println(x.Action, x.Sources, x.Err)
	}
	// Output:
	// insulation [GPC 1.1 I.1.1, gas] <nil>
	// advice [GPC 1.1 I.1.1, gas GPC 1.1 I.1.2] <nil>
	// bus lanes [] action "bus lanes" acts on GPC 1.1 II.1.1, diesel, and the baseline has no emissions of it
}

func TestEffectsOn(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	gone := action("gone", "E", share(gas, "1%", strategy.Overlapping))
	gone.Stage = strategy.Cancelled
	verified, err := strategy.NewCuts(strategy.Verified, map[int]ghg.Share{2030: ghg.MustShare("1%")})
	require.NoError(t, err)
	d := town(gone,
		action("a", "E", share(on("I.1.1", "Gas ", ""), "10%", strategy.Overlapping), strategy.Effect{On: gas, Cuts: verified}),
		action("b", "E", share(gas, "5%", strategy.Overlapping)),
		action("c", "E", share(on("I.1.1", "gas", "cooking"), "5%", strategy.Overlapping)))
	d.Groups = []strategy.Group{{Actions: []string{"a", "b"}, On: gas, Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}}
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	got, err := p.EffectsOn(heating(), strategy.Expected)
	require.NoError(t, err)
	require.Len(t, got, 3)
	assert.Equal(t, []strategy.EmissionSource{gas}, got[0].Sources)
	assert.Equal(t, []int{0, 0, -1}, []int{got[0].Group, got[1].Group, got[2].Group})
	var outside *strategy.SourceError
	require.ErrorAs(t, got[2].Err, &outside)
	assert.Equal(t, []strategy.EmissionSource{gas}, outside.Within)

	_, err = p.EffectsOn(heating(), 0)
	assert.ErrorIs(t, err, strategy.ErrNoKind)
	_, err = p.EffectsOn(strategy.Baseline{}, strategy.Expected)
	assert.ErrorContains(t, err, "no baseline given")
	elsewhere, err := strategy.NewBaseline(strategy.BaselineDefinition{Name: "f", Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: gas, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("1 t CO2e")}}}})
	require.NoError(t, err)
	_, err = p.EffectsOn(elsewhere, strategy.Expected)
	var basis *ghg.MismatchError
	assert.ErrorAs(t, err, &basis)
}

// Which sources of the forecast does each measure act on? The heat plan cuts gas
// and oil alike; the forecast says nothing of heating alone.
func ExamplePlacedEffect() {
	gas, oil := on("I.1.1", "gas", ""), on("I.1.1", "oil", "")
	plan, _, _ := strategy.NewPortfolio(town(
		action("heat-plan", "E", share(on("I.1", "", ""), "10%", strategy.Overlapping)),
		action("boilers", "E", share(on("I.1.1", "gas", "heating"), "20%", strategy.Overlapping)),
	))
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "40000", oil: "9000"}))
	effects, err := plan.EffectsOn(base, strategy.Expected)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range effects {
		fmt.Println(e.Action, e.Sources, e.Err)
	}
	// Output:
	// heat-plan [GPC 1.1 I.1.1, gas GPC 1.1 I.1.1, oil] <nil>
	// boilers [] action "boilers" acts on GPC 1.1 I.1.1, gas, heating, of which the baseline says only what GPC 1.1 I.1.1, gas emits: split that source in the baseline
}
