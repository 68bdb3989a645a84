package gir_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
)

// districtFile is the inventory of a district that does not exist.
const districtFile = `지역,연도,배출원,배출량,단위,지구온난화지수,산정방식
가람구,2022,에너지-A.연료연소-1.에너지산업-a.공공전기 및 열 생산,410,천톤,AR5,
가람구,2022,에너지-A.연료연소-2.제조업 및 건설업,95,천톤,AR5,
가람구,2022,에너지-A.연료연소-3.수송-b.도로수송,230,천톤,AR5,주행거리기반
가람구,2022,에너지-A.연료연소-4.기타-a.상업/공공,62,천톤,AR5,
가람구,2022,에너지-A.연료연소-4.기타-b.가정,118,천톤,AR5,
가람구,2022,농업-C.벼재배,1.7,천톤,AR5,
가람구,2022,LULUCF 전체,-8.4,천톤,AR5,
가람구,2022,폐기물-C.폐기물소각,21,천톤,AR5,
가람구,2022,전력-A.연료연소-3.수송-b.도로,3.1,천톤,AR5,
가람구,2022,전력-A.연료연소-4.기타-a.상업/공공,305,천톤,AR5,
가람구,2022,전력-A.연료연소-4.기타-b.가정,141,천톤,AR5,
가람구,2022,열-A.연료연소-4.기타-b.가정,12.5,천톤,AR5,
가람구,2022,폐기물 전체 발생량,33,천톤,AR5,
`

// From a file with Korean headers to 총배출량, 순배출량 and 관리권한 배출량. The power
// station of the district is in its gross emissions; what the district answers for has
// the electricity that is used there instead.
func Example() {
	records, report, err := ghg.ReadCSV(strings.NewReader(districtFile), ghg.CSVFormat{Scheme: gir.Scheme})
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
	}
	inv, _, err := ghg.NewInventory("가람구", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	if err != nil {
		fmt.Println(err)
	}
	for _, v := range []ghg.View{gir.Gross, gir.Net, gir.ManagedWithoutSinks, gir.ManagedWithSinks} {
		total, err := inv.Total(v, ghg.AR5)
		fmt.Println(v.NameKo(), total.CO2e.Tonnes().Shift(-3), "천톤", err)
	}
	// Output:
	// 총배출량 937.7 천톤 <nil>
	// 순배출량 929.3 천톤 <nil>
	// 관리권한 배출량(흡수원 제외) 906.3 천톤 <nil>
	// 관리권한 배출량(흡수원 포함) 897.9 천톤 <nil>
}

// The sectors of the managed authority are views too, each with its coverage.
func ExampleSectors() {
	records, _, _ := ghg.ReadCSV(strings.NewReader(districtFile), ghg.CSVFormat{Scheme: gir.Scheme})
	inv, _, _ := ghg.NewInventory("가람구", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	for _, s := range gir.Sectors() {
		total, err := inv.Total(s, ghg.AR5)
		fmt.Println(s.NameKo(), total.CO2e.Tonnes().Shift(-3), "천톤,", total.Coverage, err)
	}
	// Output:
	// 건물 638.5 천톤, 6 required: 5 reported, 1 gaps <nil>
	// 수송 233.1 천톤, 2 required: 2 reported <nil>
	// 농축산 1.7 천톤, 6 required: 1 reported, 5 gaps <nil>
	// 폐기물 33 천톤, 1 required: 1 reported <nil>
	// 흡수원 -8.4 천톤, 1 required: 1 reported <nil>
}

func ExampleViews() {
	for _, v := range gir.Views()[:7] {
		can, why := v.Addable()
		fmt.Printf("%s (%s): %d lines; may be added between places: %t (%s)\n", v.Name(), v.NameKo(), len(v.Categories()), can, why)
	}
	// Output:
	// gross (총배출량): 33 lines; may be added between places: true (each tonne is emitted, or taken up, in one place)
	// net (순배출량): 34 lines; may be added between places: true (each tonne is emitted, or taken up, in one place)
	// indirect (간접배출량): 19 lines; may be added between places: true (energy stands where it is used and waste where it is generated, without power stations and treatment: each tonne stands in one place)
	// region without sinks (지역 배출량(흡수원 제외)): 47 lines; may be added between places: true (energy stands where it is used and waste where it is generated, without power stations and treatment: each tonne stands in one place)
	// region with sinks (지역 배출량(흡수원 포함)): 48 lines; may be added between places: true (energy stands where it is used and waste where it is generated, without power stations and treatment: each tonne stands in one place)
	// managed authority without sinks (관리권한 배출량(흡수원 제외)): 15 lines; may be added between places: true (energy stands where it is used and waste where it is generated, without power stations and treatment: each tonne stands in one place)
	// managed authority with sinks (관리권한 배출량(흡수원 포함)): 16 lines; may be added between places: true (energy stands where it is used and waste where it is generated, without power stations and treatment: each tonne stands in one place)
}

// Road transport by distance and by fuel are alternatives: the view says which.
func Example_roadVariants() {
	file := "지역,연도,배출원,배출량,단위,산정방식\n" +
		"가람구,2022,1.A.3.b,700,천톤CO2eq,주행거리기반\n" +
		"가람구,2022,1.A.3.b,650,천톤CO2eq,연료기반\n"
	records, _, _ := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gir.Scheme})
	inv, _, _ := ghg.NewInventory("가람구", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	_, err := inv.Total(gir.Transport, ghg.Unstated)
	fmt.Println(err)
	for _, x := range []ghg.Variant{ghg.DistanceBased, ghg.FuelBased} {
		v, _ := gir.Transport.WithVariant(x)
		total, err := inv.Total(v, ghg.Unstated)
		fmt.Println(v, total, err)
	}
	// Output:
	// total GIR regional 2024-09 transport in unstated is withheld: 2 lines cannot join it, the first because: category 1.A.3.b holds distance-based and fuel-based figures, which are alternatives and never added: choose one with View.WithVariant
	// GIR regional 2024-09 transport, distance-based 700000 tCO2e <nil>
	// GIR regional 2024-09 transport, fuel-based 650000 tCO2e <nil>
}

// A city that counts industry has a view of its own, which is not that of the guideline.
func Example_ownList() {
	own, err := ghg.NewView(ghg.ViewDefinition{
		Name: "managed authority with industry", NameKo: "관리권한 배출량(산업 포함)", Scheme: gir.Scheme,
		Categories: slices.Concat(gir.ManagedWithoutSinks.Categories(), []string{"1.A.2", "EL.1.A.2", "HT.1.A.2"}),
		Addable:    true, Why: "energy stands where it is used, without power stations", Source: "the city's own plan",
	})
	fmt.Println(own, len(own.Categories()), err)
	_, err = ghg.NewView(ghg.ViewDefinition{Name: "waste twice", Scheme: gir.Scheme, Categories: []string{"6.A", "WA"}})
	fmt.Println(err)
	// Output:
	// GIR regional 2024-09 managed authority with industry 18 <nil>
	// view waste twice, categories "6.A and WA": they cannot stand in one total: waste counts where it is treated or where it is generated, never both (guideline of 2024-09)
}

// Where each line stands, or why it is left out.
func ExampleLineOf() {
	for _, code := range []string{"4.D", "EL.1.A.4.b", "1.A.4.c", "WA"} {
		l, err := gir.LineOf(code)
		fmt.Printf("%s: %s, %s, %q %s; in the Act: %t; %s %v\n", l.Name.Ko, l.Block.Korean(), l.Sector.NameKo(), l.LeftOut.Ko,
			l.LeftOut.En, l.Block.InAct(), l.Provenance, err)
	}
	_, err := gir.LineOf("1.A.4")
	fmt.Println(err)
	// Output:
	// 농경지토양(직접·간접배출): 직접배출, 농축산, "" ; in the Act: true; table 10, transcribed <nil>
	// 전력: 가정: 전력 간접배출, 건물, "" ; in the Act: true; table 10, transcribed <nil>
	// 농업/임업/어업: 직접배출, , "표10에 없음(농림어업의 에너지 사용)" no row of table 10 (energy of farms, forestry and fishing); in the Act: true; national tree, own mapping <nil>
	// 폐기물(발생지 기준): 폐기물 발생 간접배출, 폐기물, "" ; in the Act: false; table 10, transcribed <nil>
	// GIR regional 2024-09: unknown line "1.A.4": records sit on its parts
}

// The printed list of what stands in no sector.
func ExampleLines() {
	for _, l := range gir.Lines() {
		if l.Sector.IsZero() {
			fmt.Printf("%s %s: %s\n", l.Category.Code, l.Name.Ko, l.LeftOut.Ko)
		}
	}
	// Output:
	// 1.A.1.a 공공전기 및 열 생산: 전력·열 사용자의 간접배출로 집계됨
	// 1.A.1.b 석유정제: 전환 부문: 국가가 주도함
	// 1.A.1.c 고체연료 제조 및 기타 에너지 산업: 전환 부문: 국가가 주도함
	// 1.A.2 제조업 및 건설업: 산업 부문: 국가가 주도함
	// 1.A.3.a.2 민간항공: 표10의 수송은 도로만 해당
	// 1.A.3.c 철도: 표10의 수송은 도로만 해당
	// 1.A.3.d.2 해운: 표10의 수송은 도로만 해당
	// 1.A.3.e 기타수송: 표10의 수송은 도로만 해당
	// 1.A.4.c 농업/임업/어업: 표10에 없음(농림어업의 에너지 사용)
	// 1.A.5 미분류: 표10에 없음
	// 1.B.1 고체연료: 표10에 없음(탈루)
	// 1.B.2 석유 및 천연가스: 표10에 없음(탈루)
	// 2.A 광물산업: 산업 부문: 국가가 주도함
	// 2.B 화학산업: 산업 부문: 국가가 주도함
	// 2.C 금속산업: 산업 부문: 국가가 주도함
	// 2.D 기타산업: 산업 부문: 국가가 주도함
	// 2.E 할로카본 및 육불화황 생산: 산업 부문: 국가가 주도함
	// 2.F 할로카본 및 육불화황 소비: 산업 부문: 국가가 주도함
	// 4.E 사바나 소각: 표10에 없음(농업 소각)
	// 4.F 작물잔사소각: 표10에 없음(농업 소각)
	// 6.A 폐기물매립: 처리지 기준(직접배출): 발생지 기준으로 집계됨
	// 6.B 하폐수처리: 처리지 기준(직접배출): 발생지 기준으로 집계됨
	// 6.C 폐기물소각: 처리지 기준(직접배출): 발생지 기준으로 집계됨
	// 6.D 기타: 처리지 기준(직접배출): 발생지 기준으로 집계됨
	// EL.1.A.1 전력: 에너지산업: 전환 부문: 국가가 주도함
	// EL.1.A.2 전력: 제조업 및 건설업: 산업 부문: 국가가 주도함
	// EL.1.A.3.a.2 전력: 민간항공: 표10의 수송은 도로만 해당
	// EL.1.A.3.c 전력: 철도: 표10의 수송은 도로만 해당
	// EL.1.A.3.d.2 전력: 해운: 표10의 수송은 도로만 해당
	// EL.1.A.3.e 전력: 기타수송: 표10의 수송은 도로만 해당
	// EL.1.A.4.c 전력: 농업/임업/어업: 표10에 없음(농림어업의 에너지 사용)
	// EL.1.A.5 전력: 미분류: 표10에 없음
	// HT.1.A.1 열: 에너지산업: 전환 부문: 국가가 주도함
	// HT.1.A.2 열: 제조업 및 건설업: 산업 부문: 국가가 주도함
	// HT.1.A.3 열: 수송: 표10의 수송은 도로만 해당
	// HT.1.A.4.c 열: 농업/임업/어업: 표10에 없음(농림어업의 에너지 사용)
	// HT.1.A.5 열: 미분류: 표10에 없음
	// M.1.A 국제 항공: 합계에 포함하지 않음
	// M.1.B 국제 해운: 합계에 포함하지 않음
	// M.2 다국적 작전: 합계에 포함하지 않음
}

func ExampleBlock() {
	for b := gir.Direct; b <= gir.Memo; b++ {
		fmt.Println(b, b.Korean(), b.InAct())
	}
	// Output:
	// direct 직접배출 true
	// removals 흡수 true
	// electricity 전력 간접배출 true
	// heat 열 간접배출 true
	// waste 폐기물 발생 간접배출 false
	// memo 별도 보고 false
}

func ExampleProvenance() {
	count := map[gir.Provenance]int{}
	for _, l := range gir.Lines() {
		count[l.Provenance]++
	}
	for p := gir.FromTable10; p <= gir.FromLayout; p++ {
		fmt.Println(count[p], p, "·", p.Korean())
	}
	// Output:
	// 16 table 10, transcribed · 표10(옮겨 적은 자료)
	// 27 national tree, own mapping · 국가 분류체계(자체 대응)
	// 13 layout of the sheets, own mapping · 통계표의 구성(자체 대응)
}
