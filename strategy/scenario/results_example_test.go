package scenario_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
)

func ExampleResult() {
	late, _ := lateBuses().Of("variant")
	fmt.Println(late.Explain())
	// Output:
	// variant (what-if) on the baseline "today": 1 actions enabled, 0 disabled, 1 overrides
	// enabled: buses
	// override buses: 5 years later
	// 2030: 7500000 tCO2e − 0 tCO2e = 7500000 tCO2e
	// 2035: 6500000 tCO2e − 120000 tCO2e = 6380000 tCO2e
}

// Every scenario in one kind and attribution, by name.
func ExampleResults() {
	p, _, err := strategy.NewPortfolio(plan(action("retrofit", "E", shares(power, "4%", "11%")), action("buses", "T", amounts(road, "120", "260"))))
	if err != nil {
		fmt.Println(err)
		return
	}
	set, err := scenario.New(scenario.Definition{Name: "2차 기본계획", Portfolio: p, Baseline: forecast("today", "4000", "3000"), Scenarios: []scenario.Scenario{
		{Name: "existing", Role: scenario.Existing, Enabled: []string{"buses"}},
		{Name: "plan", Role: scenario.WithPlan, Enabled: []string{"buses", "retrofit"}},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := set.Evaluate(strategy.Expected, strategy.Shapley, ghg.Kilotonne, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	for r := range results.All() {
		y, _ := r.Evaluation.Year(2035)
		fmt.Println(r.Name(), "-", y.Reduction().Format(ghg.Kilotonne, 0), "of", y.Baseline().Format(ghg.Kilotonne, 0))
	}
	_, ok := results.Of("stretch")
	fmt.Println(ok)
	// Output:
	// existing - 260 ktCO2e of 6500 ktCO2e
	// plan - 590 ktCO2e of 6500 ktCO2e
	// false
}
