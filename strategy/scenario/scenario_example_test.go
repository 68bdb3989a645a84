package scenario_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/shopspring/decimal"
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
	return strategy.Effect{On: source, Interaction: strategy.Overlapping,
		Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated,
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
	f := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "plan", Source: "plan",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}}}))
	return strategy.PortfolioDefinition{Name: "city", Place: "city", Framework: f, View: gpc.Basic, Metric: ghg.Unstated, Actions: actions}
}

// forecast is a baseline in kilotonnes: power in 2030 and 2035, and the same
// road transport and rest in both.
func forecast(name, power2030, power2035 string) strategy.Baseline {
	kt := func(a, b string) map[int]ghg.CO2e {
		return map[int]ghg.CO2e{2030: ghg.MustCO2e(a + " ktCO2e"), 2035: ghg.MustCO2e(b + " ktCO2e")}
	}
	return must(strategy.NewBaseline(strategy.BaselineDefinition{Name: name, Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Source:  "forecast",
		Sources: []strategy.SourceEmissions{{On: power, ByYear: kt(power2030, power2035)}, {On: road, ByYear: kt("2200", "2200")}},
		Rest:    kt("1300", "1300")}))
}

var (
	power = on("I.1.2", "electricity")
	road  = on("II.1.1", "diesel")
)

// 1.5 GW of solar on the roofs were announced at 950 kt a year. The power that
// they make is a fifth of what the city uses (a figure for the example): as the
// grid gets cleaner the same power saves less, and what it saves is no longer
// there to be saved by the grid.
func ExampleDifference() {
	clean := forecast("grid of the national plan", "3800", "2850")
	set, err := scenario.New(scenario.Definition{
		Name: "solar roofs",
		Portfolio: must2(strategy.NewPortfolio(plan(
			action("buses", "T", amounts(road, "120", "260")), action("solar", "E", shares(power, "20%", "20%"))))),
		Baseline: forecast("grid of today", "4750", "4750"),
		Scenarios: []scenario.Scenario{
			{Name: "without measures", Role: scenario.WithoutMeasures},
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
	results, err := set.Evaluate(strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, pair := range [][2]string{{"plan", "solar"}, {"clean grid", "solar on a clean grid"}, {"plan", "solar on a clean grid"}} {
		d, _ := results.Difference(pair[0], pair[1])
		fmt.Println(d.Details())
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

func must2[A, B any](v A, _ B, err error) A { return must(v, err) }

// twoPlans are a plan and a variant of it.
func twoPlans(variant scenario.Scenario, actions ...strategy.Action) (scenario.EvaluatedSet, error) {
	p, _, err := strategy.NewPortfolio(plan(actions...))
	if err != nil {
		return scenario.EvaluatedSet{}, err
	}
	var all []string
	for _, a := range actions {
		all = append(all, a.ID)
	}
	variant.Name, variant.Role = "variant", scenario.WhatIf
	if variant.Enabled == nil {
		variant.Enabled = all
	}
	set, err := scenario.New(scenario.Definition{Name: "two plans", Portfolio: p, Baseline: forecast("today", "4000", "3000"),
		Scenarios: []scenario.Scenario{{Name: "plan", Role: scenario.WithPlan, Enabled: all}, variant}})
	if err != nil {
		return scenario.EvaluatedSet{}, err
	}
	return set.Evaluate(strategy.Expected, strategy.Shapley)
}

// The buses come five years late.
func ExampleDelay() {
	r, err := twoPlans(scenario.Scenario{Overrides: []scenario.Override{scenario.Delay("buses", 5)}},
		action("buses", "T", amounts(road, "120", "260")))
	if err != nil {
		fmt.Println(err)
		return
	}
	d, _ := r.Difference("plan", "variant")
	fmt.Println(d.Changes()[0])
	fmt.Println(d.Details())
	// Output:
	// override in variant: buses: 5 years later
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
	// scenario "variant", override "trams: scaled by 0.5": no action of the portfolio city
}

// Chargers are needed for electric buses, and gas buses exclude them.
func ExampleScenario() {
	buses := action("electric buses", "T", amounts(road, "120", "260"))
	buses.Requires, buses.Excludes = []string{"chargers"}, []string{"gas buses"}
	p, _, _ := strategy.NewPortfolio(plan(buses, action("gas buses", "T", amounts(road, "60", "90")), action("chargers", "T")))
	_, err := scenario.New(scenario.Definition{Name: "fleet", Portfolio: p, Baseline: forecast("today", "1", "1"),
		Scenarios: []scenario.Scenario{
			{Name: "all buses", Role: scenario.Stretch, Enabled: []string{"electric buses", "gas buses"}},
			{Name: "late chargers", Role: scenario.WhatIf, Enabled: []string{"gas buses"},
				Overrides: []scenario.Override{scenario.Delay("chargers", 2)}},
		}})
	fmt.Println(err)
	// Output:
	// scenario "all buses", enabled "electric buses": the action requires "chargers", which is not enabled
	// scenario "all buses", enabled "electric buses": the action excludes "gas buses", which is enabled
	// scenario "late chargers", override "chargers: 2 years later": the action is not enabled
}

// lateBuses is a plan whose buses come five years late in the variant.
func lateBuses() scenario.EvaluatedSet {
	return must(twoPlans(scenario.Scenario{Overrides: []scenario.Override{scenario.Delay("buses", 5)}},
		action("buses", "T", amounts(road, "120", "260"))))
}

// A page of a report on a scenario: what it stands for, what is on and off in it,
// and what was assumed otherwise.
func ExampleEvaluatedScenario() {
	variant := scenario.Scenario{
		Enabled: []string{"buses"}, Note: "the maker is behind", Overrides: []scenario.Override{scenario.Delay("buses", 5)},
	}
	results, err := twoPlans(variant, action("solar", "E", amounts(power, "10", "20")), action("buses", "T", amounts(road, "120", "260")))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := results.Of("variant")
	fmt.Printf("%s (%s): %s\n", r.Name(), r.Role(), r.Note())
	fmt.Println("on", slices.Collect(r.Enabled()), "off", slices.Collect(r.Disabled()))
	for o := range r.Overrides() {
		fmt.Println("assumed:", o)
	}
	fmt.Println(r.Details())
	// Output:
	// variant (what-if): the maker is behind
	// on [buses] off [solar]
	// assumed: buses: 5 years later
	// variant (what-if) on the baseline "today": 1 actions enabled, 1 disabled, 1 overrides
	// enabled: buses
	// disabled: solar
	// override buses: 5 years later
	// 2030: 7500000 tCO2e − 0 tCO2e = 7500000 tCO2e
	// 2035: 6500000 tCO2e − 120000 tCO2e = 6380000 tCO2e
}

func ExampleRole() {
	fmt.Println(scenario.Existing, scenario.WithPlan, scenario.Role(0).Valid())
	// Output: existing with plan false
}

// A set with a scenario for each projection that a report asks for.
func ExampleSet() {
	p, _, _ := strategy.NewPortfolio(plan(action("boilers", "E", amounts(power, "5", "5")), action("buses", "T", amounts(road, "120", "260"))))
	set, err := scenario.New(scenario.Definition{Name: "report", Portfolio: p, Baseline: forecast("today", "4000", "3000"),
		Scenarios: []scenario.Scenario{
			{Name: "without", Role: scenario.WithoutMeasures},
			{Name: "existing", Role: scenario.Existing, Enabled: []string{"boilers"}},
			{Name: "additional", Role: scenario.WithPlan, Enabled: []string{"boilers", "buses"}},
		}})
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := set.Evaluate(strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(set.Name(), "of", set.Len(), "scenarios")
	for r := range results.All() {
		y, _ := r.Evaluation.Year(2030)
		fmt.Println(r.Name(), y.Emissions().Format(ghg.Kilotonne, 0))
	}
	// Output:
	// report of 3 scenarios
	// without 7500 ktCO2e
	// existing 7495 ktCO2e
	// additional 7375 ktCO2e
}

// A scenario without measures that takes some is none. All that is wrong comes at
// once, so that a form can point at each field.
func ExampleDefinition() {
	p, _, _ := strategy.NewPortfolio(plan(action("buses", "T", amounts(road, "120", "260"))))
	_, err := scenario.New(scenario.Definition{Name: "report", Portfolio: p, Baseline: forecast("today", "4000", "3000"),
		Scenarios: []scenario.Scenario{
			{Name: "without", Role: scenario.WithoutMeasures, Enabled: []string{"buses"}},
			{Name: "plan", Role: scenario.WithPlan, Enabled: []string{"trams"}},
		}})
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Println(f.Of, "-", f.Field, f.Value, "-", f.Detail)
		}
	}
	// Output:
	// scenario "without" - enabled buses - a scenario without measures has no actions: give it another role
	// scenario "plan" - enabled trams - no action of the portfolio city
}

func ExampleEvaluatedSet() {
	r := lateBuses()
	for x := range r.All() {
		y, _ := x.Evaluation.Year(2035)
		fmt.Println(x, "|", y.Reduction())
	}
	if late, ok := r.Of("variant"); ok {
		y, _ := late.Evaluation.Year(2030)
		fmt.Println("in 2030", y.Emissions(), "are left")
	}
	_, err := r.Difference("plan", "stretch")
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println("no", unknown.ID, "- choose one of", unknown.Allowed)
	}
	// Output:
	// plan (with plan) on the baseline "today": 1 actions enabled, 0 disabled, 0 overrides | 260000 tCO2e
	// variant (what-if) on the baseline "today": 1 actions enabled, 0 disabled, 1 overrides | 120000 tCO2e
	// in 2030 7500000 tCO2e are left
	// no stretch - choose one of [plan variant]
}
