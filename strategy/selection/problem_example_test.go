package selection_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
)

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

// All that is wrong with a definition comes at once.
func ExampleDefinition() {
	d := selection.Definition{Name: "김해시 2027", Metric: ghg.AR5, Candidates: []selection.Candidate{
		{ID: "LED lights", Cost: money("5 bn KRW"), Reductions: in2030("4 ktCO2e")},
		{ID: "LED lights", Cost: money("3 bn KRW"), Reductions: in2030("2.2 ktCO2e")},
	}}
	_, err := selection.New(d)
	fmt.Println(err)
	d.Kind, d.Candidates[1].ID = strategy.Expected, "LED lights in tunnels"
	p, err := selection.New(d)
	fmt.Println(p.Len(), err)
	// Output:
	// selection "김해시 2027": kind: no kind of reduction given: name one, such as strategy.Expected
	// candidate 2 "LED lights": candidate 1 has this ID too
	// 2 <nil>
}
