package selection_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/strategy/selection"
)

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
