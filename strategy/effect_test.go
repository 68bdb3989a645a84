package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
)

func ExampleEmissionSource() {
	road, _ := gpc.Scheme.Category("II.1.1")
	fmt.Println(strategy.EmissionSource{Category: road, Fuel: "diesel", EndUse: "city buses"})
	fmt.Println(strategy.EmissionSource{EndUse: "school lunches"})
	fmt.Println(strategy.EmissionSource{})
	// Output:
	// GPC 1.1 II.1.1, diesel, city buses
	// school lunches
	// no source
}

// What a plan only names is an action too.
func ExampleAction() {
	trees := strategy.Action{ID: "trees", Name: "Plant 1,000 trees", Area: "F", Source: "city plan of 2024, p. 40"}
	fmt.Println(trees.IsQuantified())
	// Output: false
}

func ExampleEffect() {
	buses, _ := gpc.Scheme.Category("II.1.1")
	amount, _ := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e("12.25 kt CO2e (AR5)")})
	electric := strategy.Effect{
		On:          strategy.EmissionSource{Category: buses, Fuel: "diesel", EndUse: "city buses"},
		Interaction: strategy.Independent,
		Reductions:  amount,
		Source:      "fleet study of 2025, table 4",
		Confidence:  "medium",
	}
	fmt.Println(electric.On, electric.Interaction)
	// Output: GPC 1.1 II.1.1, diesel, city buses independent
}

func ExampleInteraction() {
	var i strategy.Interaction
	fmt.Println(i, strategy.Overlapping)
	// Output: unstated overlapping
}

func TestInteraction(t *testing.T) {
	assert.Equal(t, "independent", strategy.Independent.String())
	assert.Equal(t, "reinforcing", strategy.Reinforcing.String())
	assert.Equal(t, "overlapping and reinforcing", strategy.OverlappingAndReinforcing.String())
	assert.Equal(t, "unknown interaction (5)", strategy.Interaction(5).String())
	assert.False(t, strategy.Interaction(5).Valid())
	assert.True(t, strategy.Action{Effects: []strategy.Effect{{}}}.IsQuantified())
}
