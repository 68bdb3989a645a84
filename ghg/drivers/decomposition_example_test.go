package drivers_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
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
	// decomposition, later point "2018: 413500 tCO2e in 1 category": one of a later year than 2022 is needed
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

// A chain as a report tells it: from where to where, what each step did, and what
// the products of the factors leave unexplained.
func ExampleChained() {
	id := must(drivers.NewIdentity("tCO2e", ghg.MustShare("1%"),
		drivers.Factor{Name: "floor area", Unit: "m2", Attribution: drivers.Activity},
		drivers.Factor{Name: "intensity", Unit: "tCO2e/m2", Attribution: drivers.Own}))
	in := func(year int, area, intensity, stated string) drivers.Point {
		return must(drivers.NewPoint(id, year, drivers.Row{Category: "schools", Factors: list(area, intensity),
			Stated: decimal.NewNullDecimal(decimal.RequireFromString(stated))}))
	}
	c := must(drivers.DecomposeChained(in(2018, "1200", "0.05", "60"), in(2020, "1250", "0.048", "60"), in(2022, "1250", "0.044", "55.2")))
	fmt.Println(c.From().Year(), c.From().Total(), "to", c.To().Year(), c.To().Total(), id.Unit())
	for d := range c.Steps() {
		fmt.Println(d.From().Year(), "to", d.To().Year(), d.Change())
	}
	for _, f := range id.Factors() {
		e, _ := c.Effect(f.Name)
		fmt.Println(f.Name, e.Amount.StringFixed(2))
	}
	fmt.Println("unexplained", c.Unexplained(), "of", c.Change(), "by", len(c.Effects()), "factors")
	fmt.Println(must(c.Multiplicative()))
	for category, amount := range c.To().Categories() {
		fmt.Println(category, amount)
	}
	// Output:
	// 2018 60 to 2022 55.2 tCO2e
	// 2018 to 2020 0
	// 2020 to 2022 -4.8
	// floor area 2.45
	// intensity -7.45
	// unexplained 0.2 of -4.8 by 2 factors
	// 2018 to 2022 (chained): 0.9167 = floor area 1.0417 × intensity 0.8800
	// schools 55.2
}
