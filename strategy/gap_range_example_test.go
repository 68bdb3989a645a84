package strategy_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
)

// leanGap is the gap of two programmes that nobody is sure of, and one that is
// taken as certain: 25.5 kt are needed.
func leanGap() strategy.Gap {
	plan, _, err := strategy.NewPortfolio(town(
		action("windows", "E", expected(on("I.1.1", "gas", ""), "12000", strategy.Independent)),
		action("solar", "E", expected(on("I.1.2", "electricity", ""), "9000", strategy.Independent)),
		action("buses", "T", expected(on("II.1.1", "diesel", ""), "4000", strategy.Independent)),
	))
	if err != nil {
		panic(err)
	}
	goal := must(target.New(townGoal(target.Definition{})))
	return must(plan.Gap(goal, forecast("town", gpc.Basic, ghg.Unstated), strategy.Expected, 2030))
}

func tonnes(s string) ghg.CO2e { return ghg.MustCO2e(s + " tCO2e") }

func leanRanges() []strategy.ActionRange {
	return []strategy.ActionRange{
		{Action: "windows", Year: 2030, Low: tonnes("8000"), High: tonnes("13000")},
		{Action: "solar", Year: 2030, Low: tonnes("5000"), High: tonnes("12000")},
	}
}

// How sure is a plan that just misses its goal? It hangs on whether its actions
// fail together.
func ExampleGapRange() {
	r, err := leanGap().Range(leanRanges(), strategy.Together)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Details())
	r, err = leanGap().Range(leanRanges(), strategy.Independently(20000, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r)
	// Output:
	// gap in 2030: 500 tCO2e (P10 -3500 tCO2e, P90 8500 tCO2e); chance that it is closed 44% (together)
	// need 25500 tCO2e − reduction 25000 tCO2e (P10 17000 tCO2e, P90 29000 tCO2e)
	//   Energy: 21000 tCO2e (P10 13000 tCO2e, P90 25000 tCO2e)
	//   Transport: 4000 tCO2e (P10 4000 tCO2e, P90 4000 tCO2e)
	//   Waste: 0 tCO2e (P10 0 tCO2e, P90 0 tCO2e)
	// percentiles of the actions added up, as all fall short or do well at once
	// no range is given for "buses": taken as certain
	// central: gap to the target of "town goal" in 2030 = reductions are missing
	//   B      = 95,500 tCO2e   # baseline emissions, projected; source: energy forecast of 2024
	//   L      = 70,000 tCO2e   # what the target allows; source: council decision of 2023
	//   N      = B - L = 95,500 - 70,000 = 25,500 tCO2e   # reduction needed
	//   T      = 25,000 tCO2e   # reduction of the plan, expected; derivation 0ba33f50076a…
	//   in       # what is in it: 3 actions; 0 not quantified, 0 withdrawn, 0 not counted by stage
	//   G      = N - T = 25,500 - 25,000 = 500 tCO2e   # gap
	//   closed = open   # whether the gap is closed, the first case that holds
	//           ✗ closed nothing is missing: G ≤ 0: 500 ≤ 0
	//           ✓ open   reductions are missing
	// gap in 2030: 1500.1 tCO2e (P10 -2427.7 tCO2e, P90 6343.5 tCO2e); chance that it is closed 33% (independently, two-piece normal, 20000 draws, seed 1)
}

func ExampleCorrelation() {
	_, err := leanGap().Range(leanRanges(), strategy.Correlation{})
	fmt.Println(err)
	// Output: no correlation given: strategy.Together and strategy.Independently are allowed
}

func ExampleActionRange() {
	_, err := leanGap().Range([]strategy.ActionRange{{Action: "buses", Year: 2030, Low: tonnes("4500"), High: tonnes("5000")}},
		strategy.Together)
	fmt.Println(err)
	// Output:
	// range of action "buses" in 2030, range "4500 tCO2e to 5000 tCO2e": it does not hold the action's figure, 4000 tCO2e
}

func ExamplePercentiles() {
	r, _ := leanGap().Range(leanRanges(), strategy.Together)
	fmt.Println(r.Missing)
	// Output: 500 tCO2e (P10 -3500 tCO2e, P90 8500 tCO2e)
}

func ExampleAreaRange() {
	r, _ := leanGap().Range(leanRanges(), strategy.Together)
	for _, a := range r.ByArea {
		fmt.Println(a.Area.Name, a.Reduction)
	}
	// Output:
	// Energy 21000 tCO2e (P10 13000 tCO2e, P90 25000 tCO2e)
	// Transport 4000 tCO2e (P10 4000 tCO2e, P90 4000 tCO2e)
	// Waste 0 tCO2e (P10 0 tCO2e, P90 0 tCO2e)
}
