package selection_test

import (
	"errors"
	"fmt"

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
