package scenario_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
)

func on(code, fuel string) strategy.EmissionSource {
	return strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, Fuel: fuel}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// amounts are expected reductions in kilotonnes, in 2030 and 2035.
func amounts(source strategy.EmissionSource, in2030, in2035 string) strategy.Effect {
	return strategy.Effect{On: source, Interaction: strategy.Overlapping, Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated,
		map[int]ghg.CO2e{2030: ghg.MustCO2e(in2030 + " ktCO2e"), 2035: ghg.MustCO2e(in2035 + " ktCO2e")}))}
}

// shares are expected cuts of a source in 2030 and 2035.
func shares(source strategy.EmissionSource, in2030, in2035 string) strategy.Effect {
	return strategy.Effect{On: source, Interaction: strategy.Overlapping, Cuts: must(strategy.NewCuts(strategy.Expected,
		map[int]ghg.Share{2030: ghg.MustShare(in2030), 2035: ghg.MustShare(in2035)}))}
}

func action(id, area string, effects ...strategy.Effect) strategy.Action {
	return strategy.Action{ID: id, Name: id, Area: area, Source: "carbon neutrality plan", Effects: effects}
}

func plan(actions ...strategy.Action) strategy.PortfolioDefinition {
	f := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan", Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}}}))
	return strategy.PortfolioDefinition{Name: "city", Place: "city", Framework: f, View: gpc.Basic, Metric: ghg.Unstated, Actions: actions}
}

// forecast is a baseline in kilotonnes: power in 2030 and 2035, and the same
// road transport and rest in both.
func forecast(name, power2030, power2035 string) strategy.Baseline {
	kt := func(a, b string) map[int]ghg.CO2e {
		return map[int]ghg.CO2e{2030: ghg.MustCO2e(a + " ktCO2e"), 2035: ghg.MustCO2e(b + " ktCO2e")}
	}
	return must(strategy.NewBaseline(strategy.BaselineDefinition{Name: name, Place: "city", View: gpc.Basic, Metric: ghg.Unstated, Source: "forecast",
		Sources: []strategy.SourceEmissions{{On: power, ByYear: kt(power2030, power2035)}, {On: road, ByYear: kt("2200", "2200")}}, Rest: kt("1300", "1300")}))
}

var (
	power = on("I.1.2", "electricity")
	road  = on("II.1.1", "diesel")
)

func must2[A, B any](v A, _ B, err error) A { return must(v, err) }

// twoPlans are a plan and a variant of it.
func twoPlans(variant scenario.Scenario, actions ...strategy.Action) (scenario.Results, error) {
	p, _, err := strategy.NewPortfolio(plan(actions...))
	if err != nil {
		return scenario.Results{}, err
	}
	var all []string
	for _, a := range actions {
		all = append(all, a.ID)
	}
	variant.Name, variant.Role, variant.Enabled = "variant", scenario.WhatIf, all
	set, err := scenario.New(scenario.Definition{Name: "two plans", Portfolio: p, Baseline: forecast("today", "4000", "3000"),
		Scenarios: []scenario.Scenario{{Name: "plan", Role: scenario.WithPlan, Enabled: all}, variant}})
	if err != nil {
		return scenario.Results{}, err
	}
	return set.Evaluate(strategy.Expected, strategy.Shapley, ghg.Tonne, 0)
}

// Chargers are needed for electric buses, and gas buses exclude them.
func ExampleScenario() {
	buses := action("electric buses", "T", amounts(road, "120", "260"))
	buses.Requires, buses.Excludes = []string{"chargers"}, []string{"gas buses"}
	p, _, _ := strategy.NewPortfolio(plan(buses, action("gas buses", "T", amounts(road, "60", "90")), action("chargers", "T")))
	_, err := scenario.New(scenario.Definition{Name: "fleet", Portfolio: p, Baseline: forecast("today", "1", "1"), Scenarios: []scenario.Scenario{
		{Name: "all buses", Role: scenario.Stretch, Enabled: []string{"electric buses", "gas buses"}},
		{Name: "late chargers", Role: scenario.WhatIf, Enabled: []string{"gas buses"}, Overrides: []scenario.Override{scenario.Delay("chargers", 2)}},
	}})
	fmt.Println(err)
	// Output:
	// scenario set "fleet": scenario 1 "all buses" "electric buses": the action requires "chargers", which is not enabled
	// scenario 1 "all buses" "electric buses": the action excludes "gas buses", which is enabled
	// scenario 2 "late chargers" "chargers": the action is overridden (2 years later), but not enabled
}

func ExampleRole() {
	fmt.Println(scenario.Existing, scenario.WithPlan, scenario.Role(0).Valid())
	// Output: existing with plan false
}

// A set with a scenario for each projection that a report asks for.
func ExampleSet() {
	p, _, _ := strategy.NewPortfolio(plan(action("boilers", "E", amounts(power, "5", "5")), action("buses", "T", amounts(road, "120", "260"))))
	set, err := scenario.New(scenario.Definition{Name: "report", Portfolio: p, Baseline: forecast("today", "4000", "3000"), Scenarios: []scenario.Scenario{
		{Name: "without", Role: scenario.Baseline},
		{Name: "existing", Role: scenario.Existing, Enabled: []string{"boilers"}},
		{Name: "additional", Role: scenario.WithPlan, Enabled: []string{"boilers", "buses"}},
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
		y, _ := r.Evaluation.Year(2030)
		fmt.Println(r.Name(), y.Emissions().Format(ghg.Kilotonne, 0))
	}
	// Output:
	// without 7500 ktCO2e
	// existing 7495 ktCO2e
	// additional 7375 ktCO2e
}

// All that is wrong with the scenarios comes at once.
func ExampleDefinition() {
	buses := action("buses", "T", amounts(road, "120", "260"))
	buses.Stage = strategy.Cancelled
	p, _, err := strategy.NewPortfolio(plan(buses, action("solar", "E", shares(power, "8%", "13%"))))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = scenario.New(scenario.Definition{Name: "2차 기본계획", Portfolio: p, Baseline: forecast("today", "4000", "3000"), Scenarios: []scenario.Scenario{
		{Name: "plan", Role: scenario.WithPlan, Enabled: []string{"solar", "trams"}},
		{Name: "plan", Role: scenario.Stretch, Enabled: []string{"solar", "buses"}},
	}})
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Println(f.Code, f.Value)
		}
	}
	fmt.Println(err)
	// Output:
	// unknown-action trams
	// scenario plan
	// withdrawn buses
	// scenario set "2차 기본계획": scenario 1 "plan" "trams": no action of the portfolio city
	// scenario 2 "plan" "plan": a name of its own and a role are needed: baseline, existing, with plan, stretch or what-if
	// scenario 2 "plan" "buses": the action is cancelled: its effects do not count
}
