package drivers_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
)

// Effects are computed without a number of places; a report shows them in whole
// tonnes, and its table adds up along its rows and its columns.
func ExampleShownEffects() {
	d := must(drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000")))
	table, err := d.Show(0)
	fmt.Println(err)
	fmt.Println(table)
	for j, factor := range table.Columns {
		fmt.Println(factor, table.Total.Effects[j], table.Unit)
	}
	// Output:
	// <nil>
	// homes: -229 tCO2e = floor area +20167, electricity per floor area -15600, grid factor -4796
	// offices: -22404 tCO2e = floor area +13971, electricity per floor area -32241, grid factor -4134
	// total: -22633 tCO2e = floor area +34138, electricity per floor area -47841, grid factor -8930
	// floor area 34138 tCO2e
	// electricity per floor area -47841 tCO2e
	// grid factor -8930 tCO2e
}

// The rows of a chain are its steps.
func ExampleChained_Show() {
	c := must(drivers.DecomposeChained(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2020, "0.4434", "12500000", "990000", "5200000", "590000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000")))
	fmt.Println(must(c.Show(-3)))
	// Output:
	// 2018 to 2020: -81000 tCO2e = floor area +29000, electricity per floor area -84000, grid factor -26000
	// 2020 to 2022: 58000 tCO2e = floor area +4000, electricity per floor area +37000, grid factor +17000
	// total: -23000 tCO2e = floor area +33000, electricity per floor area -47000, grid factor -9000
}

// A table for the council: uses by who moved them, in kilotonnes.
func ExampleSplit_Show() {
	s := must(drivers.Attribute(2018, 2022, cityUses()...))
	table := must(s.Show(ghg.Kilotonne, 1))
	var names []string
	for name := range s.Uses() {
		names = append(names, name)
	}
	for a := range drivers.AllAttributions() {
		fmt.Print(a, "; ")
	}
	fmt.Println("change")
	for i, row := range table.Rows() {
		fmt.Println(names[i]+":", row)
	}
	fmt.Println("all:", table.ColumnTotals())
	fmt.Println(s.From(), "to", s.To(), "from", s.EmissionsFrom(), "to", s.EmissionsTo(), "by", s.Change())
	// Output:
	// grid factor; own measures; activity; unattributed; change
	// homes, electricity: -38.6 + -12.9 + 19.9 + 0.0 = -31.6 kt
	// homes, gas: 0.0 + -37.1 + 14.6 + 0.0 = -22.5 kt
	// waste: 0.0 + 0.0 + 0.0 + -1.0 = -1.0 kt
	// all: -38.6 + -50.0 + 34.5 + -1.0 = -55.1 kt
	// 2018 to 2022 from 774010 tCO2e (AR5) to 718940 tCO2e (AR5) by -55070 tCO2e (AR5)
}
