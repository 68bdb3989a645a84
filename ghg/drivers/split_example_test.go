package drivers_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
)

// cityUses are three uses of a city: electricity of homes, whose factor is the
// power company's; gas of homes, whose factor is nobody's in the city; and
// waste, for which the city has no activity data.
func cityUses() []drivers.Use {
	gas := must(drivers.NewIdentity("tCO2e", ghg.MustShare("0.1%"),
		drivers.Factor{Name: "floor area", Unit: "m2", Attribution: drivers.Activity},
		drivers.Factor{Name: "gas per floor area", Unit: "GJ/m2", Attribution: drivers.Own},
		drivers.Factor{Name: "gas factor", Unit: "tCO2e/GJ"}))
	year := func(y int, emissions string, area, energy, factor string) drivers.UseYear {
		return drivers.UseYear{Year: y, Emissions: ghg.MustCO2e(emissions + " tCO2e (AR5)"), Quantities: list(area, energy),
			Factors: list(factor)}
	}
	only := func(y int, emissions string) drivers.UseYear {
		return drivers.UseYear{Year: y, Emissions: ghg.MustCO2e(emissions + " tCO2e (AR5)")}
	}
	return []drivers.Use{
		must(drivers.NewUse("homes, electricity", buildings(),
			year(2018, "413460", "12000000", "900000", "0.4594"),
			year(2020, "418000", "12300000", "920000", "0.4541"),
			year(2022, "381830", "12600000", "915000", "0.4173"))),
		must(drivers.NewUse("homes, gas", gas,
			year(2018, "308550", "12000000", "5500000", "0.0561"),
			year(2020, "300135", "12300000", "5350000", "0.0561"),
			year(2022, "286110", "12600000", "5100000", "0.0561"))),
		must(drivers.NewUse("waste", drivers.Identity{}, only(2018, "52000"), only(2020, "50500"), only(2022, "51000"))),
	}
}

// How much of the fall came from the power company, and how much from the city?
func ExampleAttribution() {
	s, err := drivers.Attribute(2018, 2022, cityUses()...)
	fmt.Println(err)
	fmt.Print(s.Details())
	fmt.Println("grid:", s.Of(drivers.Grid).Format(ghg.Kilotonne, 1))
	// Output:
	// <nil>
	// Emissions fell by 55070 tCO2e (AR5) from 2018 to 2022. Of the fall, 38588 came from the grid factor (the power company), 49950 came from own measures, 999 is unattributed. Against it, activity added 34467.
	// change         718940 (2022) - 774010 (2018) = -55070 tCO2e (AR5)
	// step           2018 to 2020: -5375 tCO2e (AR5) = grid factor -4823, own measures -17057, activity +17777, unattributed -1272
	// step           2020 to 2022: -49695 tCO2e (AR5) = grid factor -33765, own measures -32892, activity +16690, unattributed +272
	// use            homes, electricity: floor area (activity) +19890, electricity per floor area (own measures) -12933, grid factor (grid factor) -38588, unattributed +1
	// use            homes, gas: floor area (activity) +14577, gas per floor area (own measures) -37017, gas factor (unattributed) 0
	// use            waste: unattributed -1000
	// unattributed   homes, electricity, 2018 to 2020: +228 tCO2e, as emissions differ from the product of the factors
	// unattributed   homes, electricity, 2020 to 2022: -228 tCO2e, as emissions differ from the product of the factors
	// unattributed   waste, 2018 to 2020: -1500 tCO2e, as there are no activity data
	// unattributed   waste, 2020 to 2022: +500 tCO2e, as there are no activity data
	// method         LMDI-I, additive, chained over 2 steps; a factor is attributed by whoever gave it
	// rounding       effects are held to 20 decimal places of a tonne and add up to each use's change by largest remainder; each line here is rounded once more
	// source         LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; zeros: Ang, Zhang and Choi (1998), Energy 23
	// grid: -38.6 ktCO2e (AR5)
}

func ExampleSplit_Steps() {
	s := must(drivers.Attribute(2018, 2022, cityUses()...))
	for step := range s.Steps() {
		fmt.Println(step)
	}
	for name, use := range s.Uses() {
		fmt.Println(name, use.Of(drivers.Own).Format(ghg.Tonne, 1))
	}
	// Output:
	// 2018 to 2020: -5375 tCO2e (AR5) = grid factor -4823, own measures -17057, activity +17777, unattributed -1272
	// 2020 to 2022: -49695 tCO2e (AR5) = grid factor -33765, own measures -32892, activity +16690, unattributed +272
	// homes, electricity -12932.9 tCO2e (AR5)
	// homes, gas -37016.7 tCO2e (AR5)
	// waste 0.0 tCO2e (AR5)
}

// A year that one use lacks is not 0, and the split is refused.
func ExampleAttribute_missingYear() {
	_, err := drivers.Attribute(2018, 2023, cityUses()...)
	var missing *ghg.NoFigureError
	fmt.Println(errors.As(err, &missing), err)
	// Output:
	// true "homes, electricity": no figure for 2023: what is missing is not 0, and none is carried over from another year: state it
}

func ExampleUse() {
	_, err := drivers.NewUse("waste", drivers.Identity{},
		drivers.UseYear{Year: 2018, Emissions: ghg.MustCO2e("52000 tCO2e (AR5)")},
		drivers.UseYear{Year: 2019, Emissions: ghg.MustCO2e("51000 tCO2e (SAR)")})
	var mismatch *ghg.MetricMismatchError
	fmt.Println(errors.As(err, &mismatch), err)
	// Output:
	// true use "waste" in 2019, emissions "51000 tCO2e (SAR)": CO2e on metric AR5 and on metric SAR do not meet: compute both with one metric
	// CO2e on metric AR5 and on metric SAR do not meet: compute both with one metric
}

// The names in Korean, as the derivation of a split has them.
func ExampleAttribution_Korean() {
	for a := range drivers.AllAttributions() {
		fmt.Println(a, a.Korean())
	}
	for f := range drivers.AllKayaFactors() {
		fmt.Println(f, f.Korean())
	}
	fmt.Println(drivers.Heating, drivers.Heating.Korean())
	use := must(drivers.NewUse("homes", buildings(),
		drivers.UseYear{Year: 2018, Emissions: ghg.MustCO2e("100 tCO2e (AR5)"), Factors: list("10", "5", "2")},
		drivers.UseYear{Year: 2022, Emissions: ghg.MustCO2e("72 tCO2e (AR5)"), Factors: list("12", "4", "1.5")}))
	fmt.Println(must(drivers.Attribute(2018, 2022, use)).Explain().Korean())
	// Output:
	// grid factor 전력배출계수
	// own measures 자체 감축
	// activity 활동량
	// unattributed 미귀속
	// population 인구
	// GDP per head 1인당 GDP
	// energy per GDP GDP 대비 에너지 사용량
	// emissions per energy 에너지 대비 배출량
	// heating 난방
	// homes 귀속별 배출량 변화, 2018~2022년 = -28 tCO2e (AR5)
	//   E0  = 100 tCO2e (AR5)   # 2018년 배출량
	//   ET  = 72 tCO2e (AR5)   # 2022년 배출량
	//   x0[f]   # 2018년 요인값
	//   xT[f]   # 2022년 요인값
	//       f  x0  xT
	//       1  10  12   floor area [m2]
	//       2  5   4    electricity per floor area [MWh/m2]
	//       3  2   1.5  grid factor [tCO2e/MWh]
	//   u   = 1 tCO2e (AR5)   # 요인 곱의 단위(항등식 기재)
	//   v0  = prod(f: x0[f]) × u = 10 × 5 × 2 × 1 = 100 tCO2e (AR5)   # 2018년 요인의 곱
	//   vT  = prod(f: xT[f]) × u = 12 × 4 × 1.5 × 1 = 72 tCO2e (AR5)   # 2022년 요인의 곱
	//   D   = vT - v0 = 72 - 100 = -28 tCO2e (AR5)   # 요인의 곱 변화량
	//   how = changed   # 경우, 성립하는 첫 경우
	//        ✗ nothing   두 해 모두 0: v0 = 0 and vT = 0: 100 = 0 and 72 = 0
	//        ✗ began     신규 발생: 0이던 요인에 균등 배분: v0 = 0: 100 = 0
	//        ✗ ended     소멸: 0이 된 요인에 균등 배분: vT = 0: 72 = 0
	//        ✗ unchanged 곱 변화 없음: L(a, a) = a: v0 = vT: 100 = 72
	//        ✓ changed   곱 변화: L(a, b) = (a - b)/ln(a/b)
	//   z[f] = (vT - v0) × ln(xT[f] / x0[f]) / ln(vT / v0)   # 요인 효과; 식 출처: LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33
	//       f  z [tCO2e (AR5)]
	//       1  15.5401533907502384062    floor area [m2]
	//       2  -19.01961060752936269884  electricity per floor area [MWh/m2]
	//       3  -24.52054278322087570736  grid factor [tCO2e/MWh]
	//   R   = ET - E0 - sum(f: z[f]) = 72 - 100 - (15.5401533907502384062 + -19.01961060752936269884 + -24.52054278322087570736) = 0 tCO2e (AR5)   # 효과로 설명되지 않는 변화
	//   G   = z[3] = -24.52054278322087570736 tCO2e (AR5)   # 변화량 귀속: 전력배출계수
	//   O   = z[2] = -19.01961060752936269884 tCO2e (AR5)   # 변화량 귀속: 자체 감축
	//   A   = z[1] = 15.5401533907502384062 tCO2e (AR5)   # 변화량 귀속: 활동량
	//   N   = R = 0 tCO2e (AR5)   # 변화량 귀속: 미귀속
	//   C   = G + O + A + N = -24.52054278322087570736 + -19.01961060752936269884 + 15.5401533907502384062 + 0 = -28 tCO2e (AR5)   # 변화량(귀속 합계)
	// 반올림 규칙: 소수 20자리, 합계 D에 맞춤, 최대잔여법: z
}
