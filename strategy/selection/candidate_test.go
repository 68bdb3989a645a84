package selection_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
)

// Insulation and heat pumps cut one and the same gas: together they do not cut
// the sum.
func ExampleSharedSource() {
	half := map[int]ghg.Share{2030: ghg.MustShare("50%")}
	// The study says that pumps cut seven twelfths: as a share with so many places.
	fraction, err := exact.Quotient(decimal.New(7, 0), decimal.New(12, 0), selection.CutPlaces)
	if err != nil {
		fmt.Println(err)
		return
	}
	most, _ := ghg.NewShare(fraction)
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
			Cuts:      []selection.Cut{{Candidate: "insulation", ByYear: half}, {Candidate: "heat pumps", ByYear: map[int]ghg.Share{2030: most}}},
		}},
	}
	r, err := problem(d).MostTonnes(money("60 bn KRW"), 0, 2030)
	fmt.Println(r, err)
	// Output:
	// most tonnes: heat pumps, electric buses: 88333.333 tCO2e (AR5) for 60000000000 KRW (nominal) <nil>
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

// A candidate is chosen whole, with what it needs: the chargers come with the
// buses that cannot run without them.
func ExampleCandidate() {
	r, err := problem(selection.Definition{Name: "창원시 2027", Kind: strategy.Expected, Metric: ghg.AR5, Candidates: []selection.Candidate{
		{ID: "electric buses", Area: "T", Cost: money("25 bn KRW"), Reductions: in2030("18 ktCO2e"), Requires: []string{"chargers"}},
		{ID: "chargers", Area: "T", Cost: money("6.5 bn KRW"), Reductions: in2030("0 tCO2e")},
		{ID: "green roofs", Area: "E", Cost: money("9 bn KRW"), Reductions: in2030("2.4 ktCO2e")},
	}}).MostTonnes(money("33 bn KRW"), 0, 2030)
	fmt.Println(r, err)
	// Output:
	// most tonnes: electric buses, chargers: 18000 tCO2e (AR5) for 31500000000 KRW (nominal) <nil>
}

// A cut is a share of what the source emits, and known year by year: of 2031
// nothing is said.
func ExampleCut() {
	p := problem(selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5,
		Candidates: []selection.Candidate{{ID: "home insulation", Cost: money("14 bn KRW")}},
		Shared: []selection.SharedSource{{
			On:        strategy.EmissionSource{Fuel: "city gas", EndUse: "space heating"},
			Emissions: map[int]ghg.CO2e{2030: ghg.MustCO2e("240 ktCO2e (AR5)"), 2031: ghg.MustCO2e("235 ktCO2e (AR5)")},
			Cuts:      []selection.Cut{{Candidate: "home insulation", ByYear: map[int]ghg.Share{2030: ghg.MustShare("6.5%")}}},
		}}})
	for _, year := range []int{2030, 2031} {
		r, err := p.MostTonnes(money("20 bn KRW"), 0, year)
		fmt.Println(r.CO2e, err)
	}
	// Output:
	// 15600 tCO2e (AR5) <nil>
	// 0 tCO2e reductions of "home insulation": no figure for 2031: unknown is not 0: state them, or leave the candidates out
}

// The climate office has nine posts: the best choice for the money alone needs
// eleven.
func ExampleLimit() {
	d := measures()
	for i, posts := range []int64{6, 5, 2, 4, 1, 1} {
		d.Candidates[i].Uses = map[string]decimal.Decimal{"posts": decimal.NewFromInt(posts)}
	}
	for _, most := range []int64{11, 9} {
		d.Limits = []selection.Limit{{Resource: "posts", Most: decimal.NewFromInt(most)}}
		r, err := problem(d).MostTonnes(money("75 bn KRW"), 0, 2030)
		fmt.Println(r.Rules[1], "-", r.CO2e, err)
	}
	// Output:
	// posts: 11 of at most 11, binds - 59000 tCO2e (AR5) <nil>
	// posts: 9 of at most 9, binds - 54000 tCO2e (AR5) <nil>
}

// The council asks for two actions on energy and 40 billion won for them at
// least: another choice, which happens to cut as much as the best without.
func ExampleMinimum() {
	d := measures()
	d.Minima = []selection.Minimum{{Area: "E", Actions: 2, Money: money("40 bn KRW")}}
	r, err := problem(d).MostTonnes(money("75 bn KRW"), 0, 2030)
	fmt.Println(r, err)
	// Output:
	// most tonnes: district heat, school roofs, street lights: 59000 tCO2e (AR5) for 75000000000 KRW (nominal) <nil>
}
