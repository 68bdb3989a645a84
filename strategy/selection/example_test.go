package selection_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
)

// money is an amount of the council's budget, as it is written.
func money(s string) strategy.Money { return strategy.MustMoney(s, strategy.Nominal) }

// in2030 are expected reductions in 2030.
func in2030(amount string) strategy.Reductions {
	r, err := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e(amount + " (AR5)")})
	if err != nil {
		panic(err)
	}
	return r
}

// The six measures that a council has to choose from.
func measures() selection.Definition {
	return selection.Definition{
		Name: "climate budget 2027", Kind: strategy.Expected, Metric: ghg.AR5,
		Candidates: []selection.Candidate{
			{ID: "district heat", Area: "E", Cost: money("40 bn KRW"), Reductions: in2030("30 ktCO2e")},
			{ID: "school roofs", Area: "E", Cost: money("30 bn KRW"), Reductions: in2030("25 ktCO2e")},
			{ID: "electric buses", Area: "T", Cost: money("25 bn KRW"), Reductions: in2030("18 ktCO2e")},
			{ID: "bus lanes", Area: "T", Cost: money("20 bn KRW"), Reductions: in2030("16 ktCO2e")},
			{ID: "cycle paths", Area: "T", Cost: money("10 bn KRW"), Reductions: in2030("6 ktCO2e")},
			{ID: "street lights", Area: "E", Cost: money("5 bn KRW"), Reductions: in2030("4 ktCO2e")},
		},
	}
}

func problem(d selection.Definition) selection.Problem {
	p, err := selection.New(d)
	if err != nil {
		panic(err)
	}
	return p
}

// What does a budget of 75 billion won buy at most? Taking the measures in the
// order of their cost per tonne leaves 8 kt behind.
func Example() {
	p := problem(measures())
	best, err := p.MostTonnes(money("75 bn KRW"), 0, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(best)
	greedy, _ := p.Greedy(money("75 bn KRW"), 2030)
	fmt.Println(greedy)
	// Output:
	// most tonnes: school roofs, electric buses, bus lanes: 59000 tCO2e (AR5) for 75000000000 KRW (nominal)
	// most tonnes (heuristic): school roofs, bus lanes, cycle paths, street lights: 51000 tCO2e (AR5) for 65000000000 KRW (nominal)
}
