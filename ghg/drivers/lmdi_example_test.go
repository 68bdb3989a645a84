package drivers_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/shopspring/decimal"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// list reads numbers of an example.
func list(numbers ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(numbers))
	for i, n := range numbers {
		out[i] = decimal.RequireFromString(n)
	}
	return out
}

// buildings is the identity of the electricity of buildings.
func buildings() drivers.Identity {
	return must(drivers.NewIdentity("tCO2e", ghg.MustShare("0.1%"),
		drivers.Factor{Name: "floor area", Unit: "m2", Attribution: drivers.Activity},
		drivers.Factor{Name: "electricity per floor area", Unit: "MWh/m2", Attribution: drivers.Own},
		drivers.Factor{Name: "grid factor", Unit: "tCO2e/MWh", Attribution: drivers.Grid}))
}

// buildingsIn is a year of two kinds of buildings: floor area in m2, MWh, and
// the grid factor.
func buildingsIn(year int, grid, homes, homesMWh, offices, officesMWh string) drivers.Point {
	return must(drivers.NewPoint(buildings(), year,
		drivers.Row{Category: "homes", Quantities: list(homes, homesMWh), Factors: list(grid)},
		drivers.Row{Category: "offices", Quantities: list(offices, officesMWh), Factors: list(grid)}))
}

func ExampleIdentity() {
	fmt.Println(buildings())
	_, err := drivers.NewIdentity("tCO2e", ghg.Share{}, drivers.Factor{Name: "floor area"})
	fmt.Println(err)
	// Output:
	// tCO2e = floor area [m2] × electricity per floor area [MWh/m2] × grid factor [tCO2e/MWh]
	// identity, tolerance: one for stated amounts is needed, such as 0.1%; 0% has to be said
}

// The product of the factors is the figure of the inventory, within 0.1 %.
func ExamplePoint() {
	homes := drivers.Row{Category: "homes", Quantities: list("12000000", "900000"), Factors: list("0.4594"),
		Stated: decimal.NewNullDecimal(decimal.RequireFromString("413500"))}
	p, err := drivers.NewPoint(buildings(), 2018, homes)
	fmt.Println(p, err)
	// Output:
	// 2018: 413500 tCO2e in 1 category <nil>
}

// A clerk gave the grid factor in kilograms: the product is not the inventory's
// figure, and the error says so before any effect is computed.
func ExampleNewPoint_mismatch() {
	homes := drivers.Row{Category: "homes", Quantities: list("12000000", "900000"), Factors: list("459.4"),
		Stated: decimal.NewNullDecimal(decimal.RequireFromString("413500"))}
	_, err := drivers.NewPoint(buildings(), 2018, homes)
	var fault ghg.Fault
	if errors.As(err, &fault) && fault.Code == ghg.FaultMismatch {
		fmt.Println(err)
	}
	// Output:
	// 2018, "homes", stated amount "413500 tCO2e": the factors multiply to 413460000 tCO2e, more than the tolerance of 0.1% apart; check units and years of the factors, or state a wider tolerance
}

func ExampleDecompose() {
	d, err := drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000"))
	fmt.Println(err)
	fmt.Print(d.Explain())
	// Output:
	// <nil>
	// method         LMDI-I, additive, endpoint: 2018 and 2022 are compared, and what lies between them plays no part
	// identity       tCO2e = floor area [m2] × electricity per floor area [MWh/m2] × grid factor [tCO2e/MWh]
	// effect         L(vT, v0) × ln(xT/x0) in each category, L(a, b) = (a - b)/ln(a/b), L(a, a) = a
	// change         758347 (2022) - 780980 (2018) = -22633 tCO2e
	//   effect       floor area: +34138 tCO2e
	//   effect       electricity per floor area: -47841 tCO2e
	//   effect       grid factor: -8930 tCO2e
	// category       homes: 413460 -> 413231 = -229: floor area +20167, electricity per floor area -15600, grid factor -4796
	// category       offices: 367520 -> 345116 = -22404: floor area +13970, electricity per floor area -32241, grid factor -4133
	// rounding       effects are held to 20 decimal places of tCO2e and add up to each category's change by largest remainder; each line here is rounded once more
	// source         Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; zeros: Ang, Zhang and Choi (1998), Energy 23
}

func ExampleDecompose_categories() {
	_, err := drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		must(drivers.NewPoint(buildings(), 2022, drivers.Row{Category: "homes", Quantities: list("12600000", "910000"),
			Factors: list("0.4541")})))
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Of, fault.Value)
	fmt.Println(err)
	// Output:
	// true point 2022 offices
	// point 2022, category "offices": it has none of that name, and what is missing is not 0; give a category that began or ended with a factor of 0 in the year without it
}

func ExampleNewPoint_negative() {
	_, err := drivers.NewPoint(buildings(), 2022, drivers.Row{Category: "forest", Quantities: list("100", "-5"), Factors: list("1")})
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Field)
	fmt.Println(err)
	// Output:
	// true electricity per floor area
	// 2022, "forest", electricity per floor area "-5": a factor must not be negative, as it has no logarithm; keep removals and credits out of the identity
}

func ExampleMultiplicative() {
	d := must(drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000")))
	m, err := d.Multiplicative()
	fmt.Println(m, err)
	grid, _ := m.Index("grid factor")
	fmt.Println(grid.Value) // 0.4541/0.4594
	// Output:
	// 2018 to 2022 (endpoint): 0.9710 = floor area 1.0454 × electricity per floor area 0.9397 × grid factor 0.9885 <nil>
	// 0.988464136404
}

// The way matters: the chain follows what happened in 2020, the endpoints do
// not. The change is the same, its parts are not.
func ExampleDecomposeChained() {
	c, err := drivers.DecomposeChained(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2020, "0.4434", "12500000", "990000", "5200000", "590000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000"))
	fmt.Println(err)
	fmt.Println(c)
	fmt.Println(must(c.Endpoint()))
	// Output:
	// <nil>
	// 2018 to 2020 to 2022 (chained): -22633 tCO2e = floor area +33008, electricity per floor area -46837, grid factor -8804
	// 2018 to 2022 (endpoint): -22633 tCO2e = floor area +34138, electricity per floor area -47841, grid factor -8930
}

func ExampleChained_Explain() {
	c := must(drivers.DecomposeChained(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2020, "0.4434", "12500000", "990000", "5200000", "590000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000")))
	fmt.Print(c.Explain())
	// Output:
	// method         LMDI-I, additive, chained: 2018 to 2020 to 2022, each step decomposed by itself and the effects added up
	// identity       tCO2e = floor area [m2] × electricity per floor area [MWh/m2] × grid factor [tCO2e/MWh]
	// effect         L(vT, v0) × ln(xT/x0) in each category, L(a, b) = (a - b)/ln(a/b), L(a, a) = a
	// change         758347 (2022) - 780980 (2018) = -22633 tCO2e
	//   effect       floor area: +33008 tCO2e
	//   effect       electricity per floor area: -46837 tCO2e
	//   effect       grid factor: -8804 tCO2e
	// step           2018 to 2020 (endpoint): -80408 tCO2e = floor area +29614, electricity per floor area -83873, grid factor -26149
	// step           2020 to 2022 (endpoint): 57775 tCO2e = floor area +3394, electricity per floor area +37036, grid factor +17345
	// rounding       effects are held to 20 decimal places of tCO2e and add up to each category's change by largest remainder; each line here is rounded once more
	// source         Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; zeros: Ang, Zhang and Choi (1998), Energy 23
}
