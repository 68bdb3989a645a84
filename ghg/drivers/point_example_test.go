package drivers_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/drivers"
)

// Floor area and electricity are best given as they are, 1200 m2 and 91 MWh: a
// factor of 0.0758 MWh/m2 that somebody rounded gives another amount.
func ExampleRow() {
	quantities := drivers.Row{Category: "schools", Quantities: list("1200", "91"), Factors: list("0.4594")}
	factors := drivers.Row{Category: "schools", Factors: list("1200", "0.0758", "0.4594")}
	fmt.Println(must(drivers.NewPoint(buildings(), 2018, quantities)))
	fmt.Println(must(drivers.NewPoint(buildings(), 2018, factors)))

	// Electricity without a floor area cannot be explained by it.
	_, err := drivers.NewPoint(buildings(), 2018, drivers.Row{Category: "street lights", Quantities: list("0", "90"), Factors: list("0.4594")})
	fmt.Println(err)
	_, err = drivers.NewPoint(buildings(), 2018, drivers.Row{Category: "schools", Quantities: list("1200", "90")})
	fmt.Println(err)
	// Output:
	// 2018: 41.8054 tCO2e in 1 category
	// 2018: 41.787024 tCO2e in 1 category
	// 2018, "street lights", electricity per floor area "90": it stands over the quantity before it, which is zero
	// 2018, "schools", numbers "2": 3 are needed, one for each factor of tCO2e = floor area [m2] × electricity per floor area [MWh/m2] × grid factor [tCO2e/MWh]
}
