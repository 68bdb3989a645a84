package scenario_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
)

// 1.5 GW of solar on the roofs were announced at 950 kt a year. The power that
// they make is a fifth of what the city uses (a figure for the example): as the
// grid gets cleaner the same power saves less, and what it saves is no longer
// there to be saved by the grid.
func ExampleDifference() {
	clean := forecast("grid of the national plan", "3800", "2850")
	set, err := scenario.New(scenario.Definition{
		Name:      "solar roofs",
		Portfolio: must2(strategy.NewPortfolio(plan(action("buses", "T", amounts(road, "120", "260")), action("solar", "E", shares(power, "20%", "20%"))))),
		Baseline:  forecast("grid of today", "4750", "4750"),
		Scenarios: []scenario.Scenario{
			{Name: "without measures", Role: scenario.Baseline},
			{Name: "plan", Role: scenario.WithPlan, Enabled: []string{"buses"}},
			{Name: "solar", Role: scenario.WhatIf, Enabled: []string{"buses", "solar"}},
			{Name: "clean grid", Role: scenario.WhatIf, Enabled: []string{"buses"}, Baseline: clean},
			{Name: "solar on a clean grid", Role: scenario.WhatIf, Enabled: []string{"buses", "solar"}, Baseline: clean},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := set.Evaluate(strategy.Expected, strategy.Shapley, ghg.Kilotonne, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, pair := range [][2]string{{"plan", "solar"}, {"clean grid", "solar on a clean grid"}, {"plan", "solar on a clean grid"}} {
		d, _ := results.Difference(pair[0], pair[1])
		fmt.Println(d.Explain())
	}
	// Output:
	// from plan to solar: 1 changes, 2 years
	// enabled solar
	// 2030: emissions -950000 tCO2e = baseline 0 tCO2e − reductions 950000 tCO2e
	//   solar: 950000 tCO2e − 0 tCO2e = 950000 tCO2e
	// 2035: emissions -950000 tCO2e = baseline 0 tCO2e − reductions 950000 tCO2e
	//   solar: 950000 tCO2e − 0 tCO2e = 950000 tCO2e
	// from clean grid to solar on a clean grid: 1 changes, 2 years
	// enabled solar
	// 2030: emissions -760000 tCO2e = baseline 0 tCO2e − reductions 760000 tCO2e
	//   solar: 760000 tCO2e − 0 tCO2e = 760000 tCO2e
	// 2035: emissions -570000 tCO2e = baseline 0 tCO2e − reductions 570000 tCO2e
	//   solar: 570000 tCO2e − 0 tCO2e = 570000 tCO2e
	// from plan to solar on a clean grid: 2 changes, 2 years
	// baseline "grid of the national plan" in place of "grid of today"
	// enabled solar
	// 2030: emissions -1710000 tCO2e = baseline -950000 tCO2e − reductions 760000 tCO2e
	//   solar: 760000 tCO2e − 0 tCO2e = 760000 tCO2e
	// 2035: emissions -2470000 tCO2e = baseline -1900000 tCO2e − reductions 570000 tCO2e
	//   solar: 570000 tCO2e − 0 tCO2e = 570000 tCO2e
}

func ExampleUnknownScenarioError() {
	r, _ := twoPlans(scenario.Scenario{}, action("buses", "T", amounts(road, "120", "260")))
	_, err := r.Difference("plan", "stretch")
	fmt.Println(err)
	// Output: no scenario "stretch": there are plan, variant
}

// lateBuses is a plan whose buses come five years late in the variant.
func lateBuses() scenario.Results {
	return must(twoPlans(scenario.Scenario{Overrides: []scenario.Override{scenario.Delay("buses", 5)}}, action("buses", "T", amounts(road, "120", "260"))))
}

func ExampleYearDifference() {
	d, _ := lateBuses().Difference("plan", "variant")
	for y := range d.Years() {
		fmt.Println(y.Year, y.Emissions, "=", y.Baseline, "−", y.Reduction)
	}
	// Output:
	// 2030 120000 tCO2e = 0 tCO2e − -120000 tCO2e
	// 2035 140000 tCO2e = 0 tCO2e − -140000 tCO2e
}

func ExamplePart() {
	d, _ := lateBuses().Difference("plan", "variant")
	y, _ := d.Year(2035)
	for _, p := range y.ByArea {
		fmt.Println(p.Name, p.From, "to", p.To, "is", p.CO2e, p.InFrom)
	}
	// Output:
	// Energy 0 tCO2e to 0 tCO2e is 0 tCO2e false
	// Transport 260000 tCO2e to 120000 tCO2e is -140000 tCO2e true
}

func ExampleSourcePart() {
	d, _ := lateBuses().Difference("plan", "variant")
	y, _ := d.Year(2035)
	for _, s := range y.BySource {
		fmt.Println(s.On, s.Emissions)
	}
	// Output:
	// GPC 1.1 I.1.2, electricity 0 tCO2e
	// GPC 1.1 II.1.1, diesel 140000 tCO2e
}
