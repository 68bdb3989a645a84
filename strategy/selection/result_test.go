package selection_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleProblem_LeastCost() {
	d := measures()
	d.Candidates[2].Requires = []string{"bus lanes"}
	for i, posts := range []int64{6, 5, 2, 4, 1, 1} {
		d.Candidates[i].Uses = map[string]decimal.Decimal{"posts": decimal.NewFromInt(posts)}
	}
	d.Limits = []selection.Limit{{Resource: "posts", Most: decimal.NewFromInt(12)}}
	d.Minima = []selection.Minimum{{Area: "T", Actions: 2}}
	r, err := problem(d).LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("60 ktCO2e (AR5)")}, 0)
	fmt.Println(err)
	fmt.Println(r.Details())
	// Output:
	// <nil>
	// least cost, by branch and bound: exact, no selection is better
	// chosen 4 of 6: school roofs, electric buses, bus lanes, street lights: 63000 tCO2e (AR5) for 80000000000 KRW (nominal)
	//   2030: 63000 tCO2e (AR5) (expected)
	//   need in 2030: 63000 of at least 60000 tCO2e, binds
	//   posts: 12 of at most 12
	//   actions in "T": 2 of at least 2, binds
	// next best: school roofs, electric buses, bus lanes, cycle paths: 65000 tCO2e (AR5) for 85000000000 KRW (nominal)
}

func ExampleProblem_MostTonnes() {
	r, _ := problem(measures()).MostTonnes(money("60 bn KRW"), 0, 2030)
	fmt.Println(r.Details())
	// Output:
	// most tonnes, by branch and bound: exact, no selection is better
	// chosen 3 of 6: school roofs, bus lanes, cycle paths: 47000 tCO2e (AR5) for 60000000000 KRW (nominal)
	//   2030: 47000 tCO2e (AR5) (expected)
	//   budget: 60000000000 of at most 60000000000 KRW (nominal), binds
	// next best: school roofs, electric buses, street lights: 47000 tCO2e (AR5) for 60000000000 KRW (nominal)
}

// Which rules stand against a better choice?
func ExampleRule() {
	d := measures()
	d.Minima = []selection.Minimum{{Area: "E", Actions: 1, Money: money("30 bn KRW")}}
	r, _ := problem(d).MostTonnes(money("60 bn KRW"), 0, 2030)
	for _, rule := range r.Rules {
		fmt.Println(rule)
	}
	// Output:
	// budget: 60000000000 of at most 60000000000 KRW (nominal), binds
	// actions in "E": 1 of at least 1
	// money in "E": 30000000000 of at least 30000000000 KRW (nominal)
}

// How much does the second best leave behind?
func ExampleAnswer() {
	r, _ := problem(measures()).LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("90 ktCO2e (AR5)")}, 0)
	fmt.Println(r.Selection)
	fmt.Println(r.RunnerUp)
	more, _ := r.RunnerUp.Cost.Sub(r.Cost)
	fmt.Println("more by", more)
	// Output:
	// district heat, school roofs, electric buses, bus lanes, street lights: 93000 tCO2e (AR5) for 120000000000 KRW (nominal)
	// district heat, school roofs, electric buses, bus lanes, cycle paths: 95000 tCO2e (AR5) for 125000000000 KRW (nominal)
	// more by 5000000000 KRW (nominal)
}

// What is beyond MaxExact and not proved says how far from the best it may be.
func TestExplainHeuristic(t *testing.T) {
	d, budget := hard("two budgets", 60)
	p := must(selection.New(d))
	r, err := p.MostTonnes(budget, 100, 2030)
	require.NoError(t, err)
	assert.Contains(t, r.Details(), "heuristic, no selection cuts more than "+r.MostCO2e.String())
	d, _ = hard("independent", 60)
	r, err = must(selection.New(d)).LeastCost(map[int]ghg.CO2e{2030: tonnes(5_000_000)}, 0)
	require.NoError(t, err)
	assert.Contains(t, r.Details(), "heuristic, no selection costs less than "+r.Lowest.String())
	assert.Contains(t, r.String(), "least cost (heuristic): ")
}

// The list by cost per tonne that a consultant has made is labelled as what it is.
func ExampleMethod() {
	p := problem(measures())
	search, _ := p.MostTonnes(money("75 bn KRW"), 0, 2030)
	list, _ := p.Greedy(money("75 bn KRW"), 2030)
	for _, r := range []selection.Answer{search, list} {
		fmt.Printf("%s: exact %t, %s\n", r.Method, r.IsExact, r.CO2e)
	}
	// Output:
	// branch and bound: exact true, 59000 tCO2e (AR5)
	// greedy by cost per tonne: exact false, 51000 tCO2e (AR5)
}

// What the chosen actions cost and cut together.
func ExampleSelection() {
	r, err := problem(measures()).MostTonnes(money("60 bn KRW"), 0, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := r.Selection
	cut, _ := s.Reductions.At(2030)
	fmt.Println(len(s.Chosen), s.Chosen, s.Cost)
	fmt.Println(cut, s.Reductions.Kind())
	// Output:
	// 3 [school roofs bus lanes cycle paths] 60000000000 KRW (nominal)
	// 47000 tCO2e (AR5) expected
}
