package selection_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// Tonnes to 30 decimal places beside a billion billion of them are a slip.
func ExampleProblem_MostTonnes_span() {
	d := measures()
	d.Candidates[0].Reductions = in2030("0.000000000000000000000000000001 tCO2e")
	d.Candidates[1].Reductions = in2030("1000000000000000000 tCO2e")
	_, err := problem(d).MostTonnes(money("75 bn KRW"), 0, 2030)
	var fault ghg.Fault
	if errors.As(err, &fault) {
		fmt.Println("look at the", fault.Of)
	}
	fmt.Println(err)
	// Output:
	// look at the tonnes
	// tonnes, amounts: they need 160 bits in the unit of their finest decimal place, and 120 are allowed: round the finest, or leave out the largest
}
