package beside_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// The own inventory of a district that does not exist, on the GPC: homes by gas, electricity
// by the factor of the year, road transport by distance, a landfill; no animals.
const ownFile = `place,year,category,gas,mass,unit,metric,variant,key,explanation
가람구(가상),2023,I.1.1,CO2,61000,t,,,,
가람구(가상),2023,I.1.1,CH4,50,t,,,,
가람구(가상),2023,I.1.2,,166920,tCO2e,AR5,,,
가람구(가상),2023,II.1.1,,150000,tCO2e,AR5,distance-based,,
가람구(가상),2023,III.1.1,CH4,700,t,,,,
가람구(가상),2023,V.1,,,,,,NE,사육두수 자료 없음
`

// The regional statistics of the same district, made up too.
const girFile = `지역,연도,배출원,배출량,단위,지구온난화지수,산정방식
가람구(가상),2023,에너지-A.연료연소-4.기타-b.가정,60.5,천톤,AR5,
가람구(가상),2023,전력-A.연료연소-4.기타-b.가정,184.3646,천톤,AR5,
가람구(가상),2023,열-A.연료연소-4.기타-b.가정,3.1,천톤,AR5,
가람구(가상),2023,에너지-A.연료연소-3.수송-b.도로수송,171,천톤,AR5,연료기반
가람구(가상),2023,농업-A.장내발효,8.2,천톤,AR5,
가람구(가상),2023,폐기물 전체 발생량,21.4,천톤,AR5,
`

// inventoryOf reads a file of one place and year.
func inventoryOf(name, text string, scheme ghg.Scheme) ghg.Inventory {
	records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: scheme, File: name})
	if err != nil || report.Err() != nil {
		panic(fmt.Sprint(err, report.Err()))
	}
	inv, _, err := ghg.NewInventory("가람구(가상)", ghg.CalendarYear(2023), ghg.FirstVintage, scheme, records)
	if err != nil {
		panic(err)
	}
	return inv
}

// own is the district's side: 400 GWh in homes, by the factor of 2023.
func own() beside.Side {
	ofTheYear, err := gir.ConsumptionEnd.OfYear(2023)
	if err != nil {
		panic(err)
	}
	return beside.Side{
		Name:      words.Term{En: "own inventory", Ko: "자체 인벤토리"},
		Inventory: inventoryOf("own.csv", ownFile, gpc.Scheme), View: gpc.BasicPlus, Metric: ghg.AR5,
		Calculations: []beside.Calculation{{Category: "I.1.2", Of: "전력", Activity: ghg.MustQuantity("400 GWh"), Factor: ofTheYear.Value,
			ActivitySource: "한전 고지 자료(구청)", FactorSource: "GIR 2025-12-18, 2023년 단년도"}},
	}
}

// statistics is GIR's side: 406 GWh, by the mean of three years.
func statistics() beside.Side {
	mean, err := gir.ConsumptionEnd.Only(factor.MeanOfYears).InForceOn(ghg.MustDate("2025-03-31"))
	if err != nil {
		panic(err)
	}
	return beside.Side{
		Name:      words.Term{En: "GIR statistics", Ko: "GIR 통계"},
		Inventory: inventoryOf("gir.csv", girFile, gir.Scheme), View: gir.RegionWithoutSinks, Metric: ghg.AR5,
		Crosswalk: crosswalk.RegionalToGPC, Placing: crosswalk.OwnRule,
		Calculations: []beside.Calculation{{Category: "EL.1.A.4.b", Of: "전력", Activity: ghg.MustQuantity("406 GWh"), Factor: mean.Value,
			ActivitySource: "지역 에너지 통계", FactorSource: "GIR 2025-03-31, 2020~2022년 평균"}},
	}
}

// 우리 인벤토리는 GIR 통계와 왜 다른가?
func ExampleCompare() {
	c, err := beside.Compare(own(), statistics())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(c.Details().Ko)
	// Output:
	// 가람구(가상) 2023, 자체 인벤토리 − GIR 통계: -49,644.6 tCO2e (AR5)
	//   자체 인벤토리: 398,920 tCO2e (AR5), 베이직 플러스
	//   GIR 통계: 448,564.6 tCO2e (AR5), 지역 배출량(흡수원 제외)
	//     분류 대응: 지역 온실가스 통계 → GPC 1.1(자체 대응), 해당 분류의 규칙으로만
	//   +19,600  자체 인벤토리에만 있음
	//     +19,600  III.1.1 경계 안에서 발생해 경계 안에서 매립한 폐기물: GIR 통계에는 행이 없으나, 변환되지 않은 WA에 들어 있을 수 있음 [자체 인벤토리 III.1.1 6행, own.csv]
	//    -8,200  GIR 통계에만 있음
	//      -8,200  V.1 축산: 자체 인벤토리: NE, 사육두수 자료 없음 [GIR 통계 4.A 6행, gir.csv]
	//   -21,400  분류 변환 불가
	//     -21,400  WA 폐기물(발생지 기준): GIR 통계: 여러 분류의 합계만 알 수 있고 나눌 비율이 없음: WA = III.1.1 + III.1.2 + III.2.1 + III.2.2 + III.3.1 + III.3.2 + III.4.1 + III.4.2 (1:n) [GIR 통계 WA 7행, gir.csv]
	//  -2,614.2  활동자료
	//    -2,614.2  I.1.2 주거용 건물 전력: 자체 인벤토리: 400 GWh (한전 고지 자료(구청)); GIR 통계: 406 GWh (지역 에너지 통계) [자체 인벤토리 I.1.2 4행, own.csv | GIR 통계 EL.1.A.4.b 3행, gir.csv; HT.1.A.4.b 4행, gir.csv]
	// -14,830.4  배출계수
	//   -14,830.4  I.1.2 주거용 건물 전력: 자체 인벤토리: 0.4173 tCO2e (AR5)/MWh (GIR 2025-12-18, 2023년 단년도); GIR 통계: 0.4541 tCO2e (AR5)/MWh (GIR 2025-03-31, 2020~2022년 평균) [자체 인벤토리 I.1.2 4행, own.csv | GIR 통계 EL.1.A.4.b 3행, gir.csv; HT.1.A.4.b 4행, gir.csv]
	//   -21,000  산정방법
	//     -21,000  II.1.1 도로: 주행거리기반, 연료기반 [자체 인벤토리 II.1.1 5행, own.csv | GIR 통계 1.A.3.b 5행, gir.csv]
	//    -1,200  설명되지 않은 나머지
	//      +1,900  I.1.1 주거용 건물 [자체 인벤토리 I.1.1 2행, own.csv; I.1.1 3행, own.csv | GIR 통계 1.A.4.b 2행, gir.csv]
	//      -3,100  I.1.2 주거용 건물 [자체 인벤토리 I.1.2 4행, own.csv | GIR 통계 EL.1.A.4.b 3행, gir.csv; HT.1.A.4.b 4행, gir.csv]
	// -49,644.6  차이
	// 지침의 판에 따른 차이를 나눌 수 없음: 자체 인벤토리: GPC 1.1, GIR 통계: GIR regional 2024-09. 지침의 차이는 따로 나눌 수 없으며 활동자료, 배출계수, 산정방법, 나머지에 들어 있습니다
	// I.1.2, 산정 결과가 배출량과 다름: GIR 통계: 활동자료 × 배출계수는 집계된 187,464.6 t 가운데 184,364.6 t입니다. 차이 3,100 t는 나머지에 들어 있습니다
	// I.1.2, 활동자료의 통계가 다름: 전력: 자체 인벤토리의 활동자료는 ‘한전 고지 자료(구청)’, GIR 통계는 ‘지역 에너지 통계’입니다. 지침에 따르면 기초는 광역과 같은 통계를 씁니다
	// V.1, 한쪽에만 있는 표기기호: 자체 인벤토리: NE, 사육두수 자료 없음; GIR 통계: 수치 있음
}

// The same to the province, in English, and part by part.
func ExampleComparison() {
	c, err := beside.Compare(own(), statistics())
	if err != nil {
		fmt.Println(err)
		return
	}
	difference, _ := c.Tonnes()
	fmt.Println(c)
	fmt.Println(c.Korean())
	fmt.Println(c.First().CO2e, "−", c.Second().CO2e, "on two metrics:", c.IsMixed())
	for p := range c.Parts() {
		if p.Lines > 0 {
			fmt.Println(p.Tonnes, p.Kind, p.Kind.Korean())
		}
		difference = difference.Sub(p.Tonnes)
	}
	fmt.Println("left of the difference:", difference)
	var none beside.Comparison
	_, err = json.Marshal(none)
	fmt.Println(none, errors.Is(err, beside.ErrNoComparison))
	// Output:
	// 가람구(가상) 2023, own inventory − GIR statistics: -49,644.6 tCO2e (AR5)
	// 가람구(가상) 2023, 자체 인벤토리 − GIR 통계: -49,644.6 tCO2e (AR5)
	// 398920 tCO2e (AR5) − 448564.6 tCO2e (AR5) on two metrics: false
	// 19600 only in the first 첫째에만 있음
	// -8200 only in the second 둘째에만 있음
	// -21400 not converted 분류 변환 불가
	// -2614.2 activity 활동자료
	// -14830.4 factor 배출계수
	// -21000 method 산정방법
	// -1200 remainder 설명되지 않은 나머지
	// left of the difference: 0
	// no comparison true
}

// Where a step of the difference stands in both files.
func ExampleLine() {
	c, _ := beside.Compare(own(), statistics())
	for l := range c.LinesOf(beside.Factor) {
		fmt.Println(l.Category.Code, l.Of, l.Tonnes)
		fmt.Println(l.Note)
		for s := range l.First() {
			fmt.Println("own:", s.Record.Evidence.File(), s.Record.Line, s.Tonnes)
		}
		for s := range l.Second() {
			fmt.Println("GIR:", s.Record.Evidence.File(), s.Record.Line, s.Record.Category.Code, s.Tonnes, "by", s.Rule)
		}
	}
	// Output:
	// I.1.2 전력 -14830.4
	// own inventory: 0.4173 tCO2e (AR5) per MWh (GIR 2025-12-18, 2023년 단년도); GIR statistics: 0.4541 tCO2e (AR5) per MWh (GIR 2025-03-31, 2020~2022년 평균)
	// own: own.csv 4 166920
	// GIR: gir.csv 3 EL.1.A.4.b 184364.6 by EL.1.A.4.b + HT.1.A.4.b = I.1.2 (n:1)
	// GIR: gir.csv 4 HT.1.A.4.b 3100 by EL.1.A.4.b + HT.1.A.4.b = I.1.2 (n:1)
}

// What the officer has to look at: one side does not estimate what the other counts, and the
// two rest on other statistics.
func ExampleComparison_Findings() {
	c, _ := beside.Compare(own(), statistics())
	for _, f := range c.Findings().All {
		if f.Severity == ghg.Warning {
			fmt.Println(f.Code, f.Category.Code)
			fmt.Println(f.Korean())
		}
	}
	// Output:
	// statistics-differ I.1.2
	// I.1.2, 활동자료의 통계가 다름: 전력: 자체 인벤토리의 활동자료는 ‘한전 고지 자료(구청)’, GIR 통계는 ‘지역 에너지 통계’입니다. 지침에 따르면 기초는 광역과 같은 통계를 씁니다
	// key-on-one-side V.1
	// V.1, 한쪽에만 있는 표기기호: 자체 인벤토리: NE, 사육두수 자료 없음; GIR 통계: 수치 있음
}

// Two years are not held against each other. Two vintages are: each compiler counts its own.
func ExampleSide() {
	next := own()
	next.Inventory, _, _ = ghg.NewInventory("가람구(가상)", ghg.CalendarYear(2024), ghg.FirstVintage, gpc.Scheme, nil)
	_, err := beside.Compare(next, statistics())
	fmt.Println(err)
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Code, fault.Field)

	revised := statistics()
	records := slices.Collect(revised.Inventory.Records())
	revised.Inventory, _, _ = ghg.NewInventory("가람구(가상)", ghg.CalendarYear(2023), 3, gir.Scheme, records)
	c, err := beside.Compare(own(), revised)
	fmt.Println(err)
	for _, f := range c.Findings().All {
		if f.Code == beside.FindingVintages {
			fmt.Println(f.Detail)
			fmt.Println(f.Korean())
		}
	}
	// Output:
	// second, period "2023": the first is of 2024: two inventories of one year are compared; a change from year to year has drivers
	// true mismatch period
	// <nil>
	// own inventory is first vintage and GIR statistics is vintage 3, each counting its own; what changed between two of one compiler is for package bridge
	// 판(차수)이 다름: 자체 인벤토리: 제1판, GIR 통계: 제3판(각자의 공표 순서). 한 기관의 두 판본 사이에 바뀐 것은 bridge 패키지로 설명합니다
}

// A calculation is a statement: what it does not give of the amount stays unexplained, and
// kilometres are not held against litres.
func ExampleCalculation() {
	perKM, _ := factor.NewEmission(unit("vkm"), ghg.Figure{}, ghg.Metric{}, ghg.MustMass("0.0003 t CO2"))
	perLitre, _ := factor.NewEmission(unit("L"), ghg.Figure{}, ghg.Metric{}, ghg.MustMass("0.00215 t CO2"))
	first, second := own(), statistics()
	first.Calculations = []beside.Calculation{{Category: "II.1.1", Activity: ghg.MustQuantity("480000000 vkm"), Factor: perKM}}
	second.Calculations = []beside.Calculation{{Category: "1.A.3.b", Activity: ghg.MustQuantity("79000000 L"), Factor: perLitre}}
	c, err := beside.Compare(first, second)
	fmt.Println(err)
	for l := range c.Lines() {
		if l.Category.Code == "II.1.1" {
			fmt.Println(l.Tonnes, l.Kind, l.Note)
		}
	}
	// Output:
	// <nil>
	// -25850 method own inventory: 480000000 vehicle-km; GIR statistics: 79000000 L
	// 4850 remainder
}

func unit(s string) ghg.Unit { return ghg.MustQuantity("1 " + s).Unit() }
