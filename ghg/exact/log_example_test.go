package exact_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
)

// The logarithm of a grid factor of 0.4173 tCO2eq/MWh; that of a factor of zero
// does not exist.
func ExampleLn() {
	fall, err := exact.Ln(dec("0.4173"), 6)
	fmt.Println(fall, err)
	_, err = exact.Ln(dec("0"), 6)
	fmt.Println(errors.Is(err, exact.ErrNotPositive), err)
	// Output:
	// -0.87395 <nil>
	// true a logarithm needs a number above zero, not 0
}

// A grid factor that fell from 0.4594 to 0.4173 tCO2eq/MWh fell by 0.096 on the
// logarithmic scale, where the falls of several years add up.
func ExampleLnQuotient() {
	fall, err := exact.LnQuotient(dec("0.4173"), dec("0.4594"), 6)
	fmt.Println(fall, err)
	// A population of 2360001 and one of 2360000 hardly differ; their quotient,
	// rounded to 6 places, would be 1.
	growth, err := exact.LnQuotient(dec("2360001"), dec("2360000"), 20)
	fmt.Println(growth, err)
	// Output:
	// -0.096116 <nil>
	// 0.00000042372872378629 <nil>
}

// Growth of 3 % a year, compounded continuously over ten years.
func ExampleExp() {
	growth, err := exact.Exp(dec("0.3"), 6)
	fmt.Println(growth, err)
	_, err = exact.Exp(dec("1000000"), 6)
	var bounds *exact.BoundsError
	fmt.Println(errors.As(err, &bounds), err)
	// Output:
	// 1.349859 <nil>
	// true e to the power of 1000000 has 401 digits or more: a number of 401 digits with exponent 0 is out of bounds: at most 400 digits, written out, and an exponent from -400 to 400 are allowed
}
