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

// Each index is worked out in full, over homes and offices: no effect is rounded before.
func ExampleMultiplicative_Explain() {
	d := must(drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000")))
	fmt.Println(must(d.Multiplicative()).Explain())
	// Output:
	// quotient of the totals, 2018~2022 = 0.971019744424
	//   v0_1[r1]   # product of the factors of the category, start of the step
	//   vT_1[r1]   # product of the factors of the category, end of the step
	//   w0_1[r1]   # sum of the products of all categories, start of the step
	//   wT_1[r1]   # sum of the products of all categories, end of the step
	//   n01_1[r1]   # floor area, start of the step, numerator
	//   nT1_1[r1]   # floor area, end of the step, numerator
	//   n02_1[r1]   # electricity per floor area, start of the step, numerator
	//   d02_1[r1]   # electricity per floor area, start of the step, denominator
	//   nT2_1[r1]   # electricity per floor area, end of the step, numerator
	//   dT2_1[r1]   # electricity per floor area, end of the step, denominator
	//   n03_1[r1]   # grid factor, start of the step, numerator
	//   nT3_1[r1]   # grid factor, end of the step, numerator
	//       r1  v0_1 [tCO2e]  vT_1 [tCO2e]  w0_1 [tCO2e]  wT_1 [tCO2e]  n01_1       nT1_1       n02_1    d02_1       nT2_1    dT2_1       n03_1   nT3_1
	//       1   413,460       413,231       780,980       758,347       12,000,000  12,600,000  900,000  12,000,000  910,000  12,600,000  0.4594  0.4541  2018~2022, homes
	//       2   367,520       345,116       780,980       758,347       5,000,000   5,200,000   800,000  5,000,000   760,000  5,200,000   0.4594  0.4541  2018~2022, offices
	//   D1 = exp(sum(r1: (vT_1[r1] - v0_1[r1]) × ln(nT1_1[r1] / n01_1[r1]) / ln(vT_1[r1] / v0_1[r1]) × ln(wT_1[r1] / w0_1[r1]) / (wT_1[r1] - w0_1[r1]))) = exp((413,231 - 413,460) × ln(12,600,000 / 12,000,000) / ln(413,231 / 413,460) × ln(758,347 / 780,980) / (758,347 - 780,980) + (345,116 - 367,520) × ln(5,200,000 / 5,000,000) / ln(345,116 / 367,520) × ln(758,347 / 780,980) / (758,347 - 780,980)) = 1.045355658737   # index of floor area; by: LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33
	//   D2 = exp(sum(r1: (vT_1[r1] - v0_1[r1]) × ln(nT2_1[r1] / dT2_1[r1] / (n02_1[r1] / d02_1[r1])) / ln(vT_1[r1] / v0_1[r1]) × ln(wT_1[r1] / w0_1[r1]) / (wT_1[r1] - w0_1[r1]))) = exp((413,231 - 413,460) × ln(910,000 / 12,600,000 / (900,000 / 12,000,000)) / ln(413,231 / 413,460) × ln(758,347 / 780,980) / (758,347 - 780,980) + (345,116 - 367,520) × ln(760,000 / 5,200,000 / (800,000 / 5,000,000)) / ln(345,116 / 367,520) × ln(758,347 / 780,980) / (758,347 - 780,980)) = 0.939729952346   # index of electricity per floor area; by: LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33
	//   D3 = exp(sum(r1: (vT_1[r1] - v0_1[r1]) × ln(nT3_1[r1] / n03_1[r1]) / ln(vT_1[r1] / v0_1[r1]) × ln(wT_1[r1] / w0_1[r1]) / (wT_1[r1] - w0_1[r1]))) = exp((413,231 - 413,460) × ln(0.4541 / 0.4594) / ln(413,231 / 413,460) × ln(758,347 / 780,980) / (758,347 - 780,980) + (345,116 - 367,520) × ln(0.4541 / 0.4594) / ln(345,116 / 367,520) × ln(758,347 / 780,980) / (758,347 - 780,980)) = 0.988464136404   # index of grid factor; by: LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33
	//   V0 = 780,980 tCO2e   # product of the factors in 2018
	//   VT = 758,347 tCO2e   # product of the factors in 2022
	//   D  = VT / V0 = 758,347 / 780,980 = 0.971019744424   # quotient of the totals
	// rounding: to 12 decimal places, half away from zero: D1, D2, D3, D
}
