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
	fmt.Println(d.Explain())
	// Output:
	// <nil>
	// change from 2018 to 2022 = -22,633 tCO2e
	//   e0[c]   # amount of the category in 2018
	//   eT[c]   # amount of the category in 2022
	//   z1[c]   # effect of floor area
	//   z2[c]   # effect of electricity per floor area
	//   z3[c]   # effect of grid factor
	//       c  e0 [tCO2e]  eT [tCO2e]  z1 [tCO2e]                   z2 [tCO2e]                    z3 [tCO2e]
	//       1  413,460     413,231     20,167.19428786334715146747  -15,599.79434122536324153638  -4796.39994663798390993109  homes
	//       2  367,520     345,116     13,970.44072494218614097894  -32,241.14187277006184013116  -4133.29885217212430084778  offices
	//   Z1 = sum(c: z1[c]) = 20,167.19428786334715146747 + 13,970.44072494218614097894 = 34,137.63501280553329244641 tCO2e   # effect of floor area on all
	//   Z2 = sum(c: z2[c]) = -15,599.79434122536324153638 + -32,241.14187277006184013116 = -47,840.93621399542508166754 tCO2e   # effect of electricity per floor area on all
	//   Z3 = sum(c: z3[c]) = -4796.39994663798390993109 + -4133.29885217212430084778 = -8929.69879881010821077887 tCO2e   # effect of grid factor on all
	//   D  = sum(c: eT[c] - e0[c]) = (413,231 - 413,460) + (345,116 - 367,520) = -22,633 tCO2e   # change
	//   C  = Z1 + Z2 + Z3 = 34,137.63501280553329244641 + -47,840.93621399542508166754 + -8929.69879881010821077887 = -22,633 tCO2e   # change, as the sum of the effects
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
	fmt.Println(c.Explain())
	// Output:
	// change from 2018 to 2020 to 2022, chained = -22,633 tCO2e
	//   e0[s]   # amount at the start of the step
	//   eT[s]   # amount at the end of the step
	//   z1[s]   # effect of floor area
	//   z2[s]   # effect of electricity per floor area
	//   z3[s]   # effect of grid factor
	//       s  e0 [tCO2e]  eT [tCO2e]  z1 [tCO2e]                   z2 [tCO2e]                    z3 [tCO2e]
	//       1  780,980     700,572     29,613.60637722422518191512  -83,872.50830785599487409447  -26,149.09806936823030782065  2018~2020
	//       2  700,572     758,347     3394.19279867762589936997    37,035.74607400098825352535   17,345.06112732138584710468   2020~2022
	//   Z1 = sum(s: z1[s]) = 29,613.60637722422518191512 + 3394.19279867762589936997 = 33,007.79917590185108128509 tCO2e   # effect of floor area on all
	//   Z2 = sum(s: z2[s]) = -83,872.50830785599487409447 + 37,035.74607400098825352535 = -46,836.76223385500662056912 tCO2e   # effect of electricity per floor area on all
	//   Z3 = sum(s: z3[s]) = -26,149.09806936823030782065 + 17,345.06112732138584710468 = -8804.03694204684446071597 tCO2e   # effect of grid factor on all
	//   D  = sum(s: eT[s] - e0[s]) = (700,572 - 780,980) + (758,347 - 700,572) = -22,633 tCO2e   # change
	//   C  = Z1 + Z2 + Z3 = 33,007.79917590185108128509 + -46,836.76223385500662056912 + -8804.03694204684446071597 = -22,633 tCO2e   # change, as the sum of the effects
}

// Homes alone, with every step; and the indices of all.
func ExampleCategoryChange_Explain() {
	d := must(drivers.Decompose(
		buildingsIn(2018, "0.4594", "12000000", "900000", "5000000", "800000"),
		buildingsIn(2022, "0.4541", "12600000", "910000", "5200000", "760000")))
	for c := range d.Categories() {
		fmt.Println(c.Explain().Korean())
		break
	}
	fmt.Println(must(d.Multiplicative()).Explain().Precedents("D1"))
	// Output:
	// homes 변화량, 2018~2022년 = -229 tCO2e
	//   n0[f]   # 2018년 요인값의 분자
	//   d0[f]   # 2018년 요인값의 분모
	//   nT[f]   # 2022년 요인값의 분자
	//   dT[f]   # 2022년 요인값의 분모
	//       f  n0          d0          nT          dT
	//       1  12,000,000  1           12,600,000  1           floor area [m2]
	//       2  900,000     12,000,000  910,000     12,600,000  electricity per floor area [MWh/m2]
	//       3  0.4594      1           0.4541      1           grid factor [tCO2e/MWh]
	//   u   = 1 tCO2e   # 요인 곱의 단위(항등식 기재)
	//   v0  = prod(f: n0[f] / d0[f]) × u = (12,000,000 / 1) × (900,000 / 12,000,000) × (0.4594 / 1) × 1 = 413,460 tCO2e   # 2018년 요인의 곱
	//   vT  = prod(f: nT[f] / dT[f]) × u = (12,600,000 / 1) × (910,000 / 12,600,000) × (0.4541 / 1) × 1 = 413,231 tCO2e   # 2022년 요인의 곱
	//   D   = vT - v0 = 413,231 - 413,460 = -229 tCO2e   # 요인의 곱 변화량
	//   how = changed   # 경우, 성립하는 첫 경우
	//        ✗ nothing   두 해 모두 0: v0 = 0 and vT = 0: 413,460 = 0 and 413,231 = 0
	//        ✗ began     신규 발생: 0이던 요인에 균등 배분: v0 = 0: 413,460 = 0
	//        ✗ ended     소멸: 0이 된 요인에 균등 배분: vT = 0: 413,231 = 0
	//        ✗ unchanged 곱 변화 없음: L(a, a) = a: v0 = vT: 413,460 = 413,231
	//        ✓ changed   곱 변화: L(a, b) = (a - b)/ln(a/b)
	//   z[f] = (vT - v0) × ln(nT[f] / dT[f] / (n0[f] / d0[f])) / ln(vT / v0)   # 요인 효과; 식 출처: LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33
	//       f  z [tCO2e]
	//       1  20,167.19428786334715146747   floor area [m2]
	//       2  -15,599.79434122536324153638  electricity per floor area [MWh/m2]
	//       3  -4796.39994663798390993109    grid factor [tCO2e/MWh]
	//   C   = vT - v0 = 413,231 - 413,460 = -229 tCO2e   # 변화량
	// 반올림 규칙: 소수 20자리, 합계 D에 맞춤, 최대잔여법: z
	// [v0_1 vT_1 w0_1 wT_1 n01_1 nT1_1]
}
