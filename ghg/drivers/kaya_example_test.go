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
	fmt.Println(c.Explain())
	fmt.Println("E - B =", c.Change)
	fmt.Println("of which the population:", c.Population.Format(ghg.Kilotonne, 1))
	// Output:
	// <nil>
	// change from 2018 to 2022 = -780,000 tCO2e
	//   n0[f]   # factor in 2018, numerator
	//   d0[f]   # factor in 2018, denominator
	//   nT[f]   # factor in 2022, numerator
	//   dT[f]   # factor in 2022, denominator
	//       f  n0         d0         nT         dT
	//       1  2,450,000  1          2,363,000  1          population [people]
	//       2  53,000     2,450,000  56,000     2,363,000  GDP per head [billion won at 2015 prices/people]
	//       3  180,000    53,000     172,000    56,000     energy per GDP [TJ/billion won at 2015 prices]
	//       4  9,430,000  180,000    8,650,000  172,000    emissions per energy [tCO2e/TJ]
	//   u   = 1 tCO2e   # unit of the product, as the identity states it
	//   v0  = prod(f: n0[f] / d0[f]) × u = 9,430,000 tCO2e   # product of the factors in 2018
	//   vT  = prod(f: nT[f] / dT[f]) × u = 8,650,000 tCO2e   # product of the factors in 2022
	//   D   = vT - v0 = 8,650,000 - 9,430,000 = -780,000 tCO2e   # change of the product
	//   how = changed   # case, the first case that holds
	//        ✗ nothing   nothing in both years: v0 = 0 and vT = 0: 9,430,000 = 0 and 8,650,000 = 0
	//        ✗ began     it began: equal parts to the factors that were zero: v0 = 0: 9,430,000 = 0
	//        ✗ ended     it ended: equal parts to the factors that became zero: vT = 0: 8,650,000 = 0
	//        ✗ unchanged the product is the same: L(a, a) = a: v0 = vT: 9,430,000 = 8,650,000
	//        ✓ changed   the product changed: L(a, b) = (a - b)/ln(a/b)
	//   z[f] = (vT - v0) × ln(nT[f] / dT[f] / (n0[f] / d0[f])) / ln(vT / v0)   # effect of the factor; by: LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33
	//       f  z [tCO2e]
	//       1  -326,647.59976598317670477216  population [people]
	//       2  824,079.03444459300643206851   GDP per head [billion won at 2015 prices/people]
	//       3  -908,156.19816109097671553355  energy per GDP [TJ/billion won at 2015 prices]
	//       4  -369,275.2365175188530117628   emissions per energy [tCO2e/TJ]
	//   C   = vT - v0 = 8,650,000 - 9,430,000 = -780,000 tCO2e   # change
	// rounding: to 20 decimal places, adding up to D, largest remainder: z
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
	fmt.Println(c.Explain())
	// Output:
	// 2022 with the population of 2018: 8968472 tCO2e (AR5) instead of 8650000 tCO2e (AR5) <nil>
	// emissions of 2022 less those with the population of 2018 = -318,472.280998730427 tCO2e (AR5)
	//   C    = 8,650,000 tCO2e (AR5)   # emissions of 2022
	//   x0   = 2,450,000   # population in 2018
	//   xT   = 2,363,000   # population in 2022
	//   H    = C × x0 / xT = 8,650,000 × 2,450,000 / 2,363,000 = 8,968,472.280998730427 tCO2e (AR5)   # emissions with the factor held
	//   note   # what it is not: this is not the LMDI effect of the factor, and the differences of several factors do not add up
	//   D    = C - H = 8,650,000 - 8,968,472.280998730427 = -318,472.280998730427 tCO2e (AR5)   # difference: above zero, the factor has raised emissions
	// rounding: to 12 decimal places, half away from zero: H
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
	fmt.Println(c.Explain())
	// Output:
	// change from 2020 to 2022, chained = -50,000 tCO2e
	//   e0[s]   # amount at the start of the step
	//   eT[s]   # amount at the end of the step
	//   z1[s]   # effect of population
	//   z2[s]   # effect of GDP per head
	//   z3[s]   # effect of energy per GDP
	//   z4[s]   # effect of emissions per energy
	//       s  e0 [tCO2e]  eT [tCO2e]  z1 [tCO2e]                     z2 [tCO2e]                      z3 [tCO2e]                     z4 [tCO2e]
	//       1  8,700,000   8,650,000   -199,600.38827946625789191523  1,010,936.69545551297167808878  -760,753.21351193358596818979  -100,583.09366411312781798376  2020~2022
	//   Z1 = sum(s: z1[s]) = -199,600.38827946625789191523 tCO2e   # effect of population on all
	//   Z2 = sum(s: z2[s]) = 1,010,936.69545551297167808878 tCO2e   # effect of GDP per head on all
	//   Z3 = sum(s: z3[s]) = -760,753.21351193358596818979 tCO2e   # effect of energy per GDP on all
	//   Z4 = sum(s: z4[s]) = -100,583.09366411312781798376 tCO2e   # effect of emissions per energy on all
	//   D  = sum(s: eT[s] - e0[s]) = 8,650,000 - 8,700,000 = -50,000 tCO2e   # change
	//   C  = Z1 + Z2 + Z3 + Z4 = -199,600.38827946625789191523 + 1,010,936.69545551297167808878 + -760,753.21351193358596818979 + -100,583.09366411312781798376 = -50,000 tCO2e   # change, as the sum of the effects
}
