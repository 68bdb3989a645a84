package selection_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
)

// What a form shows beside each field. Measures that need one another in a circle
// cannot be chosen one by one.
func ExampleNew() {
	d := measures()
	d.Candidates[2].Requires, d.Candidates[3].Requires = []string{"bus lanes"}, []string{"electric buses"}
	d.Candidates[5].Cost = money("3 mn EUR")
	d.Candidates[1].Reductions = strategy.Reductions{}
	_, err := selection.New(d)
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Println(f.Of, "|", f.Field, "|", f.Detail)
		}
	}
	// Output:
	// candidate "school roofs" | reductions | none given, and it cuts on no shared source: leave out what is not quantified
	// candidate "street lights" | cost | money in KRW (nominal) and in EUR (nominal) does not meet: convert one at a stated rate
	// candidate "electric buses" | requires | a circle of requirements, "electric buses" requires "bus lanes" requires "electric buses": make one action of them, or drop a requirement
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
	// selection "김해시 2027", kind: name one, such as strategy.Expected
	// candidate 2, id "LED lights": candidate 1 has this ID too
	// 2 <nil>
}
