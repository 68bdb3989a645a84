package selection_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
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
	fmt.Println(r.Explain())
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
	fmt.Println(r.Explain())
	// Output:
	// most tonnes, by branch and bound: exact, no selection is better
	// chosen 3 of 6: school roofs, bus lanes, cycle paths: 47000 tCO2e (AR5) for 60000000000 KRW (nominal)
	//   2030: 47000 tCO2e (AR5) (expected)
	//   budget: 60000000000 of at most 60000000000 KRW (nominal), binds
	// next best: school roofs, electric buses, street lights: 47000 tCO2e (AR5) for 60000000000 KRW (nominal)
}

// A heuristic says how far from the best it may be.
func ExampleProblem_Greedy() {
	r, _ := problem(measures()).Greedy(money("75 bn KRW"), 2030)
	fmt.Println(r.Method, r.IsExact)
	fmt.Println(r.CO2e, "of at most", r.MostCO2e)
	// Output:
	// greedy by cost per tonne false
	// 51000 tCO2e (AR5) of at most 60000 tCO2e (AR5)
}

func ExampleNew() {
	d := measures()
	d.Candidates[5].Cost = money("3 mn EUR")
	d.Candidates[1].Reductions = strategy.Reductions{}
	_, err := selection.New(d)
	fmt.Println(err)
	// Output:
	// selection "climate budget 2027": candidate 2 "school roofs", reductions: none given, and it cuts on no shared source: leave out what is not quantified
	// candidate 6 "street lights", cost: money in KRW (nominal) and in EUR (nominal) does not meet: convert one at a stated rate
}

func ExampleDefinitionError() {
	d := measures()
	d.Minima = []selection.Minimum{{Area: "waste", Actions: 1}}
	_, err := selection.New(d)
	var refused *selection.DefinitionError
	fmt.Println(errors.As(err, &refused))
	fmt.Println(refused.Field, "-", refused.Detail)
	// Output:
	// true
	// minimum 1 "waste" - no candidate is in this area
}

func ExampleCycleError() {
	d := measures()
	d.Candidates[2].Requires = []string{"bus lanes"}
	d.Candidates[3].Requires = []string{"cycle paths"}
	d.Candidates[4].Requires = []string{"electric buses"}
	_, err := selection.New(d)
	fmt.Println(err)
	var cycle *selection.CycleError
	fmt.Println(errors.As(err, &cycle))
	// Output:
	// selection "climate budget 2027": requirements in a circle: "electric buses" requires "bus lanes" requires "cycle paths" requires "electric buses": make one action of them, or drop a requirement
	// true
}

// All six measures cut less than the target needs.
func ExampleInfeasibleError() {
	_, err := problem(measures()).LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("120 ktCO2e (AR5)")}, 0)
	fmt.Println(err)
	var infeasible *selection.InfeasibleError
	if errors.As(err, &infeasible) {
		fmt.Println(infeasible.Unmet[0].Reach)
	}
	// Output:
	// least cost: no selection keeps all rules: need in 2030 is to be at least 120000 tCO2e, and it is at most 99000 tCO2e
	// 99000
}

// Two must-haves cost more than there is.
func ExampleUnmet() {
	d := measures()
	d.Candidates[0].Choice, d.Candidates[2].Choice = selection.MustHave, selection.MustHave
	d.Minima = []selection.Minimum{{Area: "T", Actions: 2}}
	_, err := problem(d).MostTonnes(money("70 bn KRW"), 0, 2030)
	fmt.Println(err)
	// Output:
	// most tonnes: no selection keeps all rules: budget is to be at most 70000000000 KRW (nominal), and with all other rules kept it is at least 75000000000 KRW (nominal); actions in "T" is to be at least 2, and with all other rules kept it is at most 1
}

func ExampleUnknownError() {
	_, err := problem(measures()).MostTonnes(money("75 bn KRW"), 0, 2035)
	fmt.Println(err)
	// Output:
	// the reductions of "district heat", "school roofs", "electric buses", "bus lanes", "cycle paths", "street lights" in 2035 are not known, and unknown is not 0: state them, or leave the candidates out
}

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

// plan is a small plan of which one action has no budget yet.
func plan(actions ...strategy.Action) strategy.Portfolio {
	areas, err := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "town plan", Name: "Climate plan of a town", Source: "climate plan, 2024",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}},
	})
	if err != nil {
		panic(err)
	}
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Town plan", Place: "town", Framework: areas, View: gpc.Basic, Metric: ghg.AR5, Actions: actions,
	})
	if err != nil {
		panic(err)
	}
	return p
}

// action is one of the climate plan that cuts so much in 2030.
func action(id, area, code, cut string, budget ...strategy.BudgetLine) strategy.Action {
	return strategy.Action{
		ID: id, Name: id, Area: area, Source: "climate plan, 2024", Budget: budget,
		Effects: []strategy.Effect{{On: strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, EndUse: id}, Reductions: in2030(cut)}},
	}
}

func line(year int, funds strategy.Funds, m string) strategy.BudgetLine {
	return strategy.BudgetLine{Year: year, Funds: funds, Money: money(m)}
}

func ExampleFromPortfolio() {
	p := plan(
		action("school roofs", "E", "I.2.2", "25 ktCO2e", line(2027, strategy.CityFunds, "12 bn KRW"), line(2028, strategy.NationalFunds, "18 bn KRW")),
		action("electric buses", "T", "II.1.1", "18 ktCO2e", line(2027, strategy.CityFunds, "25 bn KRW")),
		action("bus lanes", "T", "II.1.1", "16 ktCO2e"),
	)
	candidates, left, err := selection.FromPortfolio(p, strategy.Expected, 2030)
	for _, c := range candidates {
		fmt.Println(c.ID, c.Cost)
	}
	fmt.Println(left, err)
	// Output:
	// school roofs 30000000000 KRW (nominal)
	// electric buses 25000000000 KRW (nominal)
	// [bus lanes: it has no budget] <nil>
}

func ExampleUndecidedError() {
	var d selection.Definition
	d.Kind, d.Metric = strategy.Expected, ghg.AR5
	for i := range 30 {
		d.Candidates = append(d.Candidates, selection.Candidate{
			ID: fmt.Sprint("project ", i+1), Area: "E", Cost: money("2 bn KRW"), Reductions: in2030("1 ktCO2e"),
		})
	}
	// An odd sum in even parts: beyond MaxExact, a search of ten nodes cannot tell.
	d.Minima = []selection.Minimum{{Area: "E", Money: money("31 bn KRW")}}
	_, err := problem(d).MostTonnes(money("31 bn KRW"), 10, 2030)
	fmt.Println(err)
	var undecided *selection.UndecidedError
	fmt.Println(errors.As(err, &undecided))
	// Output:
	// most tonnes: branch and bound found no selection of 30 open candidates that keeps all rules within 10 nodes, and none is ruled out: allow for more nodes, or ask for less
	// true
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

// The council has promised the cycle paths, and will not build district heat.
func ExampleChoice() {
	d := measures()
	d.Candidates[0].Choice, d.Candidates[4].Choice = selection.Barred, selection.MustHave
	r, _ := problem(d).MostTonnes(money("75 bn KRW"), 0, 2030)
	fmt.Println(r)
	// Output:
	// most tonnes: school roofs, electric buses, cycle paths, street lights: 53000 tCO2e (AR5) for 70000000000 KRW (nominal)
}

// How much does the second best leave behind?
func ExampleResult() {
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

// Tonnes to 30 decimal places beside a billion billion of them are a slip.
func ExampleSpanError() {
	d := measures()
	d.Candidates[0].Reductions = in2030("0.000000000000000000000000000001 tCO2e")
	d.Candidates[1].Reductions = in2030("1000000000000000000 tCO2e")
	_, err := problem(d).MostTonnes(money("75 bn KRW"), 0, 2030)
	var span *selection.SpanError
	fmt.Println(errors.As(err, &span))
	fmt.Println(err)
	// Output:
	// true
	// tonnes: the amounts need 160 bits in the unit of their finest decimal place, and 120 are allowed: round the finest, or leave out the largest
}
