package selection_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
)

// Insulation and heat pumps cut one and the same gas: together they do not cut
// the sum.
func ExampleSharedSource() {
	half := map[int]ghg.Share{2030: ghg.MustShare("50%")}
	d := selection.Definition{
		Kind: strategy.Expected, Metric: ghg.AR5,
		Candidates: []selection.Candidate{
			{ID: "insulation", Cost: money("30 bn KRW")},
			{ID: "heat pumps", Cost: money("30 bn KRW")},
			{ID: "electric buses", Cost: money("30 bn KRW"), Reductions: in2030("30 ktCO2e")},
		},
		Shared: []selection.SharedSource{{
			On:        strategy.EmissionSource{Fuel: "natural gas", EndUse: "space heating"},
			Emissions: map[int]ghg.CO2e{2030: ghg.MustCO2e("100 ktCO2e (AR5)")},
			Cuts:      []selection.Cut{{Candidate: "insulation", ByYear: half}, {Candidate: "heat pumps", ByYear: half}},
		}},
	}
	r, err := problem(d).MostTonnes(money("60 bn KRW"), 0, 2030)
	fmt.Println(r, err)
	// Output:
	// most tonnes: insulation, electric buses: 80000 tCO2e (AR5) for 60000000000 KRW (nominal) <nil>
}

// The council has promised the cycle paths, and will not build district heat.
func ExampleChoice() {
	d := measures()
	d.Candidates[0].Choice, d.Candidates[4].Choice = selection.Barred, selection.MustHave
	r, _ := problem(d).MostTonnes(money("75 bn KRW"), 0, 2030)
	fmt.Println(r)
	// Output:
	// most tonnes: school roofs, electric buses, cycle paths, street lights: 53000 tCO2e (AR5) for 70000000000 KRW (nominal)
}
