package drivers_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg/drivers"
)

// What did each factor alone multiply emissions by? With a grid that emits
// nothing there is no such number.
func ExampleIndex() {
	before := buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000")
	m := must(must(drivers.Decompose(before, buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000"))).Multiplicative())
	for _, i := range m.Indices {
		fmt.Println(i.Factor.Name, i.Value)
	}
	fmt.Println("total", m.Total.Value) // 758347/780980
	_, err := must(drivers.Decompose(before, buildingsIn(2050, "0", "12600000", "910000", "5200000", "760000"))).Multiplicative()
	fmt.Println(errors.Is(err, drivers.ErrNoIndex), err)
	// Output:
	// floor area 1.045355658737
	// electricity per floor area 0.939729952346
	// grid factor 0.988464136404
	// total 0.971019744424
	// true 2018 to 2050: a total of zero has no multiplicative decomposition: use the additive effects
}
