package scenario_test

import (
	"fmt"

	"github.com/localghg/localghg/strategy/scenario"
	"github.com/shopspring/decimal"
)

// The buses come five years late.
func ExampleDelay() {
	r, err := twoPlans(scenario.Scenario{Overrides: []scenario.Override{scenario.Delay("buses", 5)}}, action("buses", "T", amounts(road, "120", "260")))
	if err != nil {
		fmt.Println(err)
		return
	}
	d, _ := r.Difference("plan", "variant")
	fmt.Println(d.Explain())
	// Output:
	// from plan to variant: 1 changes, 2 years
	// override in variant: buses: 5 years later
	// 2030: emissions 120000 tCO2e = baseline 0 tCO2e − reductions -120000 tCO2e
	//   buses: 0 tCO2e − 120000 tCO2e = -120000 tCO2e
	// 2035: emissions 140000 tCO2e = baseline 0 tCO2e − reductions -140000 tCO2e
	//   buses: 120000 tCO2e − 260000 tCO2e = -140000 tCO2e
}

// Half as many buses; and the same buses with another estimate.
func ExampleOverride() {
	for _, o := range []scenario.Override{
		scenario.Scale("buses", decimal.RequireFromString("0.5")),
		scenario.SwapEffect("buses", amounts(road, "90", "300")),
		scenario.Replace(action("buses", "E", amounts(power, "10", "20"))),
		scenario.Scale("trams", decimal.RequireFromString("0.5")),
	} {
		r, err := twoPlans(scenario.Scenario{Overrides: []scenario.Override{o}}, action("buses", "T", amounts(road, "120", "260")))
		if err != nil {
			fmt.Println(err)
			continue
		}
		d, _ := r.Difference("plan", "variant")
		y, _ := d.Year(2035)
		fmt.Println(o, "in 2035:", y.Reduction)
		for _, s := range y.BySource {
			fmt.Println("  on", s.On, s.Reduction)
		}
	}
	// Output:
	// buses: scaled by 0.5 in 2035: -130000 tCO2e
	//   on GPC 1.1 I.1.2, electricity 0 tCO2e
	//   on GPC 1.1 II.1.1, diesel -130000 tCO2e
	// buses: another expected effect on GPC 1.1 II.1.1, diesel in 2035: 40000 tCO2e
	//   on GPC 1.1 I.1.2, electricity 0 tCO2e
	//   on GPC 1.1 II.1.1, diesel 40000 tCO2e
	// buses: replaced in 2035: -240000 tCO2e
	//   on GPC 1.1 I.1.2, electricity 20000 tCO2e
	//   on GPC 1.1 II.1.1, diesel -260000 tCO2e
	// scenario set "two plans": scenario 2 "variant" "trams": no action of the portfolio city to override
}
