package drivers_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/drivers"
	"github.com/shopspring/decimal"
)

// The inventory's figures are not quite the products of the factors: what they
// changed beyond them has no factor, and is shown as such.
func ExampleDecomposition() {
	in := func(year int, area, power, grid, stated string) drivers.Point {
		return must(drivers.NewPoint(buildings(), year, drivers.Row{Category: "homes", Quantities: list(area, power), Factors: list(grid),
			Stated: decimal.NewNullDecimal(decimal.RequireFromString(stated))}))
	}
	d, err := drivers.Decompose(
		in(2018, "12000000", "900000", "0.4594", "413500"),
		in(2022, "12600000", "910000", "0.4541", "413100"))
	fmt.Println(d, err)
	fmt.Println("unexplained", d.Unexplained())
	_, err = drivers.Decompose(d.To(), d.From())
	fmt.Println(err)
	// Output:
	// 2018 to 2022 (endpoint): -400 tCO2e = floor area +20167, electricity per floor area -15600, grid factor -4796, unexplained -171 <nil>
	// unexplained -171
	// from 2022 to 2018: the second point must be of a later year
}

// The council's own measures are one line of the account.
func ExampleEffect() {
	d := must(drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000")))
	var sum decimal.Decimal
	for _, e := range d.Effects() {
		fmt.Println(e.Factor.Attribution, e.Amount.StringFixed(2))
		sum = sum.Add(e.Amount)
	}
	fmt.Println("together the change:", sum.Equal(d.Change()))
	_, ok := d.Effect("heat pumps")
	fmt.Println("heat pumps:", ok)
	// Output:
	// activity 34137.64
	// own measures -47840.94
	// grid factor -8929.70
	// together the change: true
	// heat pumps: false
}

// A building that was demolished ends with its floor area; what it used per
// square metre is no cause.
func ExampleCategoryChange() {
	d := must(drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "0", "0")))
	for c := range d.Categories() {
		fmt.Println(c.Category, c.Change)
		for _, e := range c.Effects {
			fmt.Println(" ", e.Factor.Name, e.Amount.StringFixed(2))
		}
	}
	// Output:
	// homes -229
	//   floor area 20167.19
	//   electricity per floor area -15599.79
	//   grid factor -4796.40
	// offices -367520
	//   floor area -367520.00
	//   electricity per floor area 0.00
	//   grid factor 0.00
}
