package rollup_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/rollup"
)

// residents share a province that does not exist out to its three municipalities.
func residents() rollup.ProxyDefinition {
	return rollup.ProxyDefinition{By: rollup.ByPopulation, Year: 2022, Source: "주민등록인구",
		Parts: []rollup.ProxyPart{
			{Place: "가람시", Quantity: ghg.MustQuantity("410000 명")},
			{Place: "나루군", Quantity: ghg.MustQuantity("52000 명")},
			{Place: "다솜군", Quantity: ghg.MustQuantity("0 명")},
			{Place: "라온시", Quantity: ghg.MustQuantity("238000 명")},
		}}
}

// The homes of a province, by population: the parts add up to the last digit, and nobody
// lives in one of them.
func ExampleProxy_Split() {
	population, err := rollup.NewProxy(residents())
	if err != nil {
		fmt.Println(err)
	}
	split, err := population.Split(ghg.MustCO2e("1000 ktCO2e (AR5)"), ghg.Kilotonne, 2)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(split.Explain())
	fmt.Println(split.Explain().Korean())
	part, ok := split.Of("나루군")
	fmt.Println(part, ok)
	// Output:
	// 1000 kt shared by population of 2022 (주민등록인구) = 1000 ktCO2e (AR5)
	//   W = 1000 ktCO2e (AR5)   # whole
	//   w[i]   # weight; source: 주민등록인구
	//       i  w [person]
	//       1  410,000     가람시
	//       2  52,000      나루군
	//       3  0           다솜군
	//       4  238,000     라온시
	//   S = sum(i: w[i]) = 700,000 person   # sum of the weights
	//   c[i] = W × w[i] / S   # part, an estimate
	//       i  c [ktCO2e (AR5)]
	//       1  585.71            가람시
	//       2  74.29             나루군
	//       3  0                 다솜군
	//       4  340               라온시
	//   T = sum(i: c[i]) = 1000 ktCO2e (AR5)   # sum of the parts
	// rounding: to 2 decimal places, adding up to W, largest remainder: c
	// 2022년 인구(주민등록인구)에 비례한 1000 kt 배분 = 1000 ktCO2e (AR5)
	//   W = 1000 ktCO2e (AR5)   # 배분할 배출량
	//   w[i]   # 배분 기준값; 출처: 주민등록인구
	//       i  w [person]
	//       1  410,000     가람시
	//       2  52,000      나루군
	//       3  0           다솜군
	//       4  238,000     라온시
	//   S = sum(i: w[i]) = 700,000 person   # 배분 기준값 합계
	//   c[i] = W × w[i] / S   # 배분 배출량(추정)
	//       i  c [ktCO2e (AR5)]
	//       1  585.71            가람시
	//       2  74.29             나루군
	//       3  0                 다솜군
	//       4  340               라온시
	//   T = sum(i: c[i]) = 1000 ktCO2e (AR5)   # 배분 배출량 합계
	// 반올림 규칙: 소수 2자리, 합계 W에 맞춤, 최대잔여법: c
	// 74290 tCO2e (AR5) true
}

// From the inventory of a province to records of its municipalities, category by category
// with the proxy of each. They are estimates, and say what was shared by what.
func ExampleProxy_Downscale() {
	file := "지역,연도,배출원,가스,배출량,단위,출처\n" +
		"하늘도,2022,1.A.4.b,CO2,1000,천톤,지역 온실가스 통계\n" +
		"하늘도,2022,1.A.4.b,CH4,90.7,톤,지역 온실가스 통계\n" +
		"하늘도,2022,1.A.4.a,CO2,400,천톤,지역 온실가스 통계\n"
	records, report, err1 := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gir.Scheme})
	province, _, err2 := ghg.NewInventory("하늘도", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	population, err3 := rollup.NewProxy(residents())
	homes, findings, err4 := population.Downscale(province, "1.A.4.b", ghg.Tonne, 1)
	if err := errors.Join(err1, report.Err(), err2, err3, err4); err != nil {
		fmt.Println(err)
	}
	for _, r := range homes {
		fmt.Println(r.Place, r.Gas, r.Value, r.Status)
	}
	e := homes[0].Evidence.Definition()
	fmt.Println(findings.Len(), "findings")
	fmt.Println(e.Method)
	fmt.Println(e.Source)
	fmt.Println(e.Assumption)
	// Output:
	// 가람시 CO2 585714.3 t estimated
	// 가람시 CH4 53.1 t estimated
	// 나루군 CO2 74285.7 t estimated
	// 나루군 CH4 6.7 t estimated
	// 다솜군 CO2 0 t estimated
	// 다솜군 CH4 0 t estimated
	// 라온시 CO2 340000 t estimated
	// 라온시 CH4 30.9 t estimated
	// 0 findings
	// downscaling by population (인구 비례 배분)
	// 지역 온실가스 통계; population of 2022 (주민등록인구)
	// shared from 하늘도 by population of 2022 (주민등록인구): 410000 of 700000 person
}

// What does not stand is told all at once, with a code for each.
func ExampleNewProxy_refused() {
	d := residents()
	d.Year = 0
	d.Parts[1].Quantity = ghg.MustQuantity("-52000 명")
	d.Parts[2].Quantity = ghg.Quantity{}
	_, err := rollup.NewProxy(d)
	var faults ghg.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.All {
			fmt.Printf("%s: %s %q\n", f.Code, f.Field, f.Value)
		}
	}
	shares := rollup.ProxyDefinition{By: rollup.ByShares, Year: 2022, Source: "기본계획", Parts: []rollup.ProxyPart{
		{Place: "가람시", Share: ghg.MustShare("50%")}, {Place: "나루군", Share: ghg.MustShare("30%")}}}
	_, err = rollup.NewProxy(shares)
	fmt.Println(err)
	shares.Normalise = true
	proxy, _ := rollup.NewProxy(shares)
	split, _ := proxy.Split(ghg.MustCO2e("10 tCO2e"), ghg.Tonne, 2)
	fmt.Println(split.Parts[0].CO2e, split.Parts[1].CO2e)
	_, err = proxy.Split(ghg.MustCO2e("10.005 tCO2e"), ghg.Tonne, 2)
	var f ghg.Fault
	fmt.Println(errors.As(err, &f), f.Code == rollup.FaultFinerThanScale, f.Value, "·", f.Detail)
	_, err = rollup.Proxy{}.Split(ghg.MustCO2e("10 tCO2e"), ghg.Tonne, 2)
	fmt.Println(errors.Is(err, rollup.ErrNoProxy))
	// Output:
	// period: year "0"
	// negative-weight: weight "-52000 person"
	// missing-field: weight ""
	// proxy by stated shares, shares "0.8": they add up to this and not to 1: mend them, or have them normalised
	// 6.25 tCO2e 3.75 tCO2e
	// true true 10.005 · parts of 2 decimal places do not add up to it: round it, or name a finer scale
	// true
}

// Shares of a year between two that are known; none is carried beyond them.
func ExampleProxy_Between() {
	area := func(year int, city, county string) rollup.Proxy {
		p, err := rollup.NewProxy(rollup.ProxyDefinition{By: rollup.ByActivity, Name: "built-up land", Year: year, Source: "지적통계",
			Parts: []rollup.ProxyPart{{Place: "가람시", Quantity: ghg.MustQuantity(city)}, {Place: "나루군", Quantity: ghg.MustQuantity(county)}}})
		if err != nil {
			fmt.Println(err)
		}
		return p
	}
	first, last := area(2018, "60 km2", "20 km2"), area(2022, "60 km2", "60 km2")
	between, err := first.Between(last, 2019)
	fmt.Println(between, err)
	fmt.Println(between.Korean())
	split, _ := between.Split(ghg.MustCO2e("100 tCO2e"), ghg.Tonne, 4)
	fmt.Println(split.Parts[0].CO2e) // 75 % × 3/4 + 50 % × 1/4
	_, err = first.Between(last, 2023)
	var years *ghg.YearError
	fmt.Println(errors.As(err, &years), years.First, years.Last)
	// Output:
	// activity (built-up land) of 2019, interpolated between 2018 and 2022 (지적통계) <nil>
	// 2019년(2018년과 2022년 사이 보간) 활동자료(built-up land)(지적통계)
	// 68.75 tCO2e
	// true 2018 2022
}

func ExampleBy() {
	for b := rollup.ByPopulation; b <= rollup.ByShares; b++ {
		fmt.Print(b, " ", b.Korean(), " · ")
	}
	fmt.Println(rollup.By(9), rollup.By(9).Korean())
	// Output:
	// population 인구 · area 면적 · activity 활동자료 · stated shares 공표된 비율 · unknown (9) 알 수 없음 (9)
}

// Weights that are figures of the whole itself have to add up to it, or nearly: here the
// parts are of an older edition, in which there was less to share.
func ExampleProxy_Fits() {
	known, _ := rollup.NewProxy(rollup.ProxyDefinition{By: rollup.ByActivity, Name: "emissions of homes", Year: 2022, Source: "2023 edition",
		Parts: []rollup.ProxyPart{{Place: "가람시", Quantity: ghg.MustQuantity("310 천톤")}, {Place: "나루군", Quantity: ghg.MustQuantity("90 천톤")}}})
	err := known.Fits(ghg.MustCO2e("420 ktCO2e (AR5)"), ghg.MustShare("1%"))
	var f ghg.Fault
	fmt.Println(errors.As(err, &f), f.Code == rollup.FaultPartsDiffer)
	fmt.Println(err)
	fmt.Println(known.Fits(ghg.MustCO2e("402 ktCO2e (AR5)"), ghg.MustShare("1%")))
	// Output:
	// true true
	// activity (emissions of homes) of 2022 (2023 edition), weights "400000 t": they add up to this, and the whole is 420000 tCO2e (AR5): they may be 1% of it apart
	// <nil>
}
