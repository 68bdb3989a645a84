package drivers_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/shopspring/decimal"
)

// A city that shrinks, grows richer and uses less: numbers of the size of
// Daegu's, made up.
func kaya() drivers.Kaya {
	year := func(y int, people, gdp, energy, emissions string) drivers.KayaYear {
		return drivers.KayaYear{Year: y, Population: decimal.RequireFromString(people), GDP: decimal.RequireFromString(gdp),
			Energy: decimal.RequireFromString(energy), Emissions: ghg.MustCO2e(emissions)}
	}
	return must(drivers.NewKaya(drivers.KayaUnits{Population: "people", GDP: "billion won at 2015 prices", Energy: "TJ"},
		year(2018, "2450000", "53000", "180000", "9430000 tCO2e (AR5)"),
		year(2020, "2418000", "51000", "171000", "8700000 tCO2e (AR5)"),
		year(2022, "2363000", "56000", "172000", "8650000 tCO2e (AR5)")))
}

func ExampleKayaChange() {
	c, err := kaya().Change(2018, 2022)
	fmt.Println(err)
	fmt.Print(c.Explain())
	fmt.Println("E - B =", c.Change)
	fmt.Println("of which the population:", c.Population.Format(ghg.Kilotonne, 1))
	// Output:
	// <nil>
	// method         LMDI-I, additive, endpoint: 2018 and 2022 are compared, and what lies between them plays no part
	// identity       tCO2e = population [people] × GDP per head [billion won at 2015 prices/people] × energy per GDP [TJ/billion won at 2015 prices] × emissions per energy [tCO2e/TJ]
	// effect         L(vT, v0) × ln(xT/x0) in each category, L(a, b) = (a - b)/ln(a/b), L(a, a) = a
	// change         8650000 (2022) - 9430000 (2018) = -780000 tCO2e
	//   effect       population: -326648 tCO2e
	//   effect       GDP per head: +824079 tCO2e
	//   effect       energy per GDP: -908156 tCO2e
	//   effect       emissions per energy: -369275 tCO2e
	// rounding       effects are held to 20 decimal places of tCO2e and add up to each category's change by largest remainder; each line here is rounded once more
	// source         Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; zeros: Ang, Zhang and Choi (1998), Energy 23
	// E - B = -780000 tCO2e (AR5)
	// of which the population: -326.6 ktCO2e (AR5)
}

func ExampleKayaChained() {
	c, err := kaya().Chain(2018, 2022)
	fmt.Println(c, err)
	_, err = kaya().Chain(2018, 2021)
	var missing *ghg.NoFigureError
	fmt.Println(errors.As(err, &missing), err)
	// Output:
	// 2018 to 2020 to 2022 (chained): -780000 tCO2e = population -318716, GDP per head +781544, energy per GDP -876967, emissions per energy -365861 <nil>
	// true the Kaya series: no figure for 2021: what is missing is not 0, and none is carried over from another year: state it
}

// Would emissions have fallen without the people who left?
func ExampleCounterfactual() {
	c, err := kaya().HeldConstant(drivers.Population, 2018, 2022)
	fmt.Println(c, err)
	fmt.Print(c.Explain())
	// Output:
	// 2022 with the population of 2018: 8968472 tCO2e (AR5) instead of 8650000 tCO2e (AR5) <nil>
	// question       what would have been emitted in 2022 with the population of 2018, all other factors as they were
	// factor         x0 = 2450000 (2018), xT = 2363000 (2022), in people
	// held           C × x0/xT = 8650000 × x0/xT = 8968472 tCO2e (AR5)
	// difference     8650000 - 8968472 = -318472 tCO2e (AR5)
	// rounding       once, to 12 decimal places of a tonne, half away from zero; here to 0
	// note           this is not the LMDI effect of the factor, and the differences of several factors do not add up
}

func ExampleKayaUnits() {
	_, err := drivers.NewKaya(drivers.KayaUnits{Population: "people"})
	fmt.Println(err)
	// Output:
	// Kaya units, GDP: name the unit of the series, such as billion won at 2015 prices
	// Kaya units, energy: name the unit of the series, such as TJ
	// Kaya series, years "0": 1 to 500 are allowed
}

// Years may be missing, and no year is filled in.
func ExampleKaya() {
	k := kaya()
	for y := range k.Years() {
		fmt.Println(y.Year, y.Emissions)
	}
	_, err := k.Change(2018, 2019)
	fmt.Println(err)
	// Output:
	// 2018 9430000 tCO2e (AR5)
	// 2020 8700000 tCO2e (AR5)
	// 2022 8650000 tCO2e (AR5)
	// the Kaya series: no figure for 2019: what is missing is not 0, and none is carried over from another year: state it
}

// The energy statistics of 2023 are not out yet: a year without them is left
// out, and 0 does not stand for it.
func ExampleKayaYear() {
	_, err := drivers.NewKaya(drivers.KayaUnits{Population: "people", GDP: "billion won at 2015 prices", Energy: "TJ"},
		drivers.KayaYear{Year: 2023, Population: decimal.RequireFromString("2374000"), GDP: decimal.RequireFromString("57000"),
			Emissions: ghg.MustCO2e("8500000 tCO2e (AR5)")})
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Field)
	fmt.Println(err)
	// Output:
	// true energy
	// Kaya series, 2023, energy "0": it must be above zero, as another quantity stands over it
}

// Four effects, and nothing left over.
func ExampleKayaEffects() {
	c := must(kaya().Change(2018, 2022))
	shown := must(c.Show(ghg.Kilotonne, 1))
	var names []string
	for f := range drivers.AllKayaFactors() {
		names = append(names, f.String())
	}
	for i, part := range shown.Parts() {
		fmt.Println(names[i], part)
	}
	fmt.Println("together", shown.Total())
	fmt.Println("the economy has", map[bool]string{true: "raised", false: "lowered"}[c.Of(drivers.GDPPerHead).Sign() > 0], "emissions")
	// Output:
	// population -326.6 kt
	// GDP per head 824.1 kt
	// energy per GDP -908.2 kt
	// emissions per energy -369.3 kt
	// together -780.0 kt
	// the economy has raised emissions
}

// Each factor held at its value of 2018 is a question of its own: the answers
// do not add up to the change of -780000 t.
func ExampleKayaFactor() {
	for f := range drivers.AllKayaFactors() {
		fmt.Println(f, must(kaya().HeldConstant(f, 2018, 2022)).Difference.Format(ghg.Kilotonne, 1))
	}
	_, err := kaya().HeldConstant(0, 2018, 2022)
	fmt.Println(err)
	// Output:
	// population -318.5 ktCO2e (AR5)
	// GDP per head 754.1 ktCO2e (AR5)
	// energy per GDP -914.7 ktCO2e (AR5)
	// emissions per energy -360.9 ktCO2e (AR5)
	// no Kaya factor: hold one of AllKayaFactors constant
}

func ExampleKayaChained_Explain() {
	c := must(kaya().Chain(2020, 2022))
	fmt.Print(c.Explain())
	// Output:
	// method         LMDI-I, additive, chained: 2020 to 2022, each step decomposed by itself and the effects added up
	// identity       tCO2e = population [people] × GDP per head [billion won at 2015 prices/people] × energy per GDP [TJ/billion won at 2015 prices] × emissions per energy [tCO2e/TJ]
	// effect         L(vT, v0) × ln(xT/x0) in each category, L(a, b) = (a - b)/ln(a/b), L(a, a) = a
	// change         8650000 (2022) - 8700000 (2020) = -50000 tCO2e
	//   effect       population: -199601 tCO2e
	//   effect       GDP per head: +1010937 tCO2e
	//   effect       energy per GDP: -760753 tCO2e
	//   effect       emissions per energy: -100583 tCO2e
	// step           2020 to 2022 (endpoint): -50000 tCO2e = population -199601, GDP per head +1010937, energy per GDP -760753, emissions per energy -100583
	// rounding       effects are held to 20 decimal places of tCO2e and add up to each category's change by largest remainder; each line here is rounded once more
	// source         Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; zeros: Ang, Zhang and Choi (1998), Energy 23
}
