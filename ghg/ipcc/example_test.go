package ipcc_test

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/ipcc"
)

// A total holds no memo items: fuel sold to international flights is read, disclosed and
// left out.
func Example() {
	const file = `place,year,category,gas,mass,unit
Jeju,2020,1A4b,CO2,310,kt
Jeju,2020,1.A.3.a.ii,CO2,95,kt
Jeju,2020,1.A.3.a.i,CO2,240,kt
Jeju,2020,4.A.1,CH4,2,kt
Jeju,2020,3.B.1.a,CO2,-180,kt
`
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: ipcc.Scheme2006})
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
	}
	inv, _, err := ghg.NewInventory("Jeju", ghg.CalendarYear(2020), ghg.FirstVintage, ipcc.Scheme2006, records)
	if err != nil {
		fmt.Println(err)
	}
	total, err := inv.Total(ipcc.Total2006, ghg.AR5)
	fmt.Println(total.Amount, err)
	for _, left := range total.LeftOut {
		c := left.Record().Category
		n, _ := ipcc.Scheme2006.Node(c.Code)
		fmt.Println("left out:", c, n.Name, n.NameKo, left.Record().Value)
	}
	// Output:
	// 281000 tCO2e (AR5) <nil>
	// left out: IPCC 2006 1.A.3.a.i International Aviation (International Bunkers) 국제 항공(벙커링) 240000 t
}

// A figure of a sector beside figures of its parts adds up with them. Where it is their
// sum, the finding says so.
func Example_figureAboveItsParts() {
	line := func(code, mass string) ghg.Record {
		return ghg.Record{Place: "Jeju", Period: ghg.CalendarYear(1999), Gas: ghg.CO2,
			Category: ghg.Category{Scheme: ipcc.Scheme1996.ID(), Code: code}, Value: ghg.Emitted(ghg.MustMass(mass))}
	}
	inv, findings, err := ghg.NewInventory("Jeju", ghg.CalendarYear(1999), ghg.FirstVintage, ipcc.Scheme1996,
		[]ghg.Record{line("1.A.4", "500 kt"), line("1.A.4.a", "200 kt"), line("1.A.4.b", "300 kt"), line("5", "-90 kt")})
	if err != nil {
		fmt.Println(err)
	}
	for _, f := range findings.All {
		fmt.Println(f.Severity, f)
		fmt.Println(f.Korean())
	}
	for _, v := range []ghg.View{ipcc.Total1996, ipcc.TotalWithoutLandUse1996} {
		total, err := inv.Total(v, ghg.SAR)
		fmt.Println(v, v.NameKo(), total.Amount, err)
	}
	// Output:
	// serious 1.A.4, figure-above-its-parts: record 0: 500000 t CO2, beside 500000 t CO2 in the parts of the category: they add up; if it is their sum, leave it out
	// 1.A.4, 하위 분류와 함께 있는 상위 분류의 수치: 기록 0: 이 분류에 500000 t CO2, 하위 분류에 500000 t CO2. 함께 더합니다. 하위 분류의 합계이면 빼십시오
	// IPCC 1996 total 순배출량 910000 tCO2e (SAR) <nil>
	// IPCC 1996 total without land use 총배출량 1000000 tCO2e (SAR) <nil>
}
