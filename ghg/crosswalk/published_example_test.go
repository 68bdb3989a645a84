package crosswalk_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
)

// Fugitive emissions are one row of the form, and what is supplied to the grid stands apart.
func ExampleMove() {
	const file = `place,year,category,gas,mass,unit
Garam,2023,I.1.1,CO2,300,kt
Garam,2023,I.1.2,CO2,410,kt
Garam,2023,I.4.4,CO2,900,kt
Garam,2023,I.7.1,CH4,0.5,kt
Garam,2023,I.8.1,CH4,1.5,kt
Garam,2023,III.1.1,CH4,4,kt
`
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
	}
	inv, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(2023), ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		fmt.Println(err)
	}
	c, err := crosswalk.GPCToCRF.Convert(inv, crosswalk.CommonParent)
	if err != nil {
		fmt.Println(err)
	}
	for _, m := range c.Moves {
		n, _ := gpc.CRFScheme.Node(m.To.Code)
		fmt.Printf("%s → %s (%s) lifted: %t\n", m.From.Code, m.To.Code, n.Name, m.Lifted)
	}
	for _, v := range []ghg.View{gpc.CRFTotal, gpc.CRFGeneration} {
		total, err := c.Converted.Total(v, ghg.AR5)
		fmt.Println(v, total.Amount, err)
	}
	// Output:
	// I.1.1 → SE.residential.direct (Residential buildings: direct emissions) lifted: false
	// I.1.2 → SE.residential.indirect (Residential buildings: indirect emissions) lifted: false
	// I.4.4 → GE.direct (Generation of grid-supplied energy: direct emissions) lifted: true
	// I.7.1 → SE.fugitive.direct (Fugitive emissions: direct emissions) lifted: false
	// I.8.1 → SE.fugitive.direct (Fugitive emissions: direct emissions) lifted: false
	// III.1.1 → WA.disposal.direct (Solid waste disposal: direct emissions) lifted: false
	// GCoM CRF total 878000 tCO2e (AR5) <nil>
	// GCoM CRF generation 900000 tCO2e (AR5) <nil>
}

// The Korean regional statistics become GPC references by a mapping that no authority made,
// and that says so. Waste is one line there, and stays.
func ExampleLeftOf() {
	const file = `지역,연도,배출원,배출량,단위,지구온난화지수
가람구,2022,에너지-A.연료연소-4.기타-b.가정,118,천톤,AR5
가람구,2022,전력-A.연료연소-4.기타-b.가정,141,천톤,AR5
가람구,2022,열-A.연료연소-4.기타-b.가정,12.5,천톤,AR5
가람구,2022,에너지-A.연료연소-3.수송-b.도로수송,230,천톤,AR5
가람구,2022,폐기물 전체 발생량,33,천톤,AR5
`
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gir.Scheme})
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
	}
	inv, _, err := ghg.NewInventory("가람구", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	if err != nil {
		fmt.Println(err)
	}
	c, err := crosswalk.RegionalToGPC.Convert(inv, crosswalk.OwnRule)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(c.Crosswalk.Basis(), c.Crosswalk.Basis().Korean())
	for _, m := range c.Moves {
		fmt.Println(m.From.Code, "→", m.To.Code, "신뢰도", m.Rule.Confidence().Korean())
	}
	for _, l := range c.LeftByCategory() {
		fmt.Println("남음:", l.Category.Code, l.Records, l.Reason.Korean())
	}
	basic, _ := c.Converted.Total(gpc.Basic, ghg.AR5)
	stayed, _ := c.Remainder.Total(gir.ManagedWithSinks, ghg.AR5)
	fmt.Println(basic.CO2e, "/", stayed.CO2e)
	// Output:
	// own mapping 자체 대응
	// 1.A.4.b → I.1.1 신뢰도 높음
	// EL.1.A.4.b → I.1.2 신뢰도 높음
	// HT.1.A.4.b → I.1.2 신뢰도 높음
	// 1.A.3.b → II.1.1 신뢰도 높음
	// 남음: WA 1 여러 분류의 합계만 알 수 있고 나눌 비율이 없음
	// 501500 tCO2e (AR5) / 33000 tCO2e (AR5)
}

// The crosswalks that the library holds.
func ExampleBasis() {
	for _, x := range []crosswalk.Crosswalk{crosswalk.IPCC1996To2006, crosswalk.GPCToCRF, crosswalk.GPCToIPCC2006,
		crosswalk.RegionalToGPC, crosswalk.RegionalToIPCC2006, crosswalk.NationalToIPCC2006} {
		n, whole := 0, 0
		for r := range x.Rules() {
			n++
			if r.Kind() == crosswalk.OneToOne || r.Kind() == crosswalk.ManyToOne {
				whole++
			}
		}
		fmt.Printf("%s (%s): %s → %s, %d rules, %d of them to one category; %s, %s\n", x.Name(), x.Name().Ko, x.From().Name(), x.To().Name(),
			n, whole, x.Basis(), x.Source())
	}
	fmt.Println(crosswalk.GPCToIPCC2006.Why("I.1.2"))
	fmt.Println(crosswalk.GPCToIPCC2006.Why("I.1.2").Ko)
	// Output:
	// IPCC 1996 to IPCC 2006 (IPCC 1996 → IPCC 2006): IPCC 1996 → IPCC 2006, 153 rules, 136 of them to one category; published, climate_categories, conversion IPCC1996 to IPCC2006 (2021-07-09), after 2006 IPCC Guidelines, Volume 1, Table 8.2
	// GPC 1.1 to GCoM CRF (GPC 1.1 → GCoM CRF): GPC 1.1 → GCoM CRF, 49 rules, 48 of them to one category; published, CityCatalyst, mapping of GPC references to the form eCRF, compared with workbooks of the GCoM Data Portal for Cities
	// GPC 1.1 to IPCC 2006 (GPC 1.1 → IPCC 2006): GPC 1.1 → IPCC 2006, 23 rules, 20 of them to one category; published, taxonomy of the GPC 1.1 with its IPCC column (CityCatalyst, C40/CIRIS)
	// Korean regional statistics to GPC 1.1 (지역 온실가스 통계 → GPC 1.1): GIR regional 2024-09 → GPC 1.1, 37 rules, 29 of them to one category; own mapping, after the categories of the Korean national inventory as PRIMAP reads them (config_KOR_INV2023)
	// Korean regional statistics to IPCC 2006 (지역 온실가스 통계 → IPCC 2006): GIR regional 2024-09 → IPCC 2006, 37 rules, 33 of them to one category; own mapping, after the categories of the Korean national inventory as PRIMAP reads them (config_KOR_INV2023)
	// Korean national inventory (1996) to IPCC 2006 (국가 온실가스 인벤토리(1996) → IPCC 2006): GIR national 1996 → IPCC 2006, 99 rules, 94 of them to one category; own mapping, after the categories of the Korean national inventory as PRIMAP reads them (config_KOR_INV2023)
	// grid energy is emitted at the plant, in 1.A.1.a of the country
	// 계통 에너지는 발전소에서 배출되며 국가 통계의 1.A.1.a에 있음
}

// A notation key of one of two rows that become one stays, and says why: the other row may
// hold emissions.
func ExampleLeft() {
	const file = `place,year,category,gas,mass,unit,key,explanation
Garam,2023,I.7.1,,,,NO,there is no mine
Garam,2023,III.1.1,CH4,4,kt,,
`
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
	}
	inv, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(2023), ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		fmt.Println(err)
	}
	c, err := crosswalk.GPCToCRF.Convert(inv, crosswalk.OwnRule)
	if err != nil {
		fmt.Println(err)
	}
	for _, l := range c.Left {
		fmt.Printf("line %d, %s %s (%s): %s\n", l.Record.Line, l.Record.Category, l.Record.Value, l.Record.Value.Explanation(), l.Reason)
	}
	fmt.Println(c.Converted.Len(), "converted,", c.Remainder.Len(), "stayed")
	// Output:
	// line 2, GPC 1.1 I.7.1 NO (there is no mine): a notation key of one part says nothing of the whole
	// 1 converted, 1 stayed
}

// A conversion is a document: both inventories, and what went where.
func ExampleConversion() {
	c, err := crosswalk.IPCC1996To2006.Convert(oldInventory(), crosswalk.OwnRule)
	if err != nil {
		fmt.Println(err)
	}
	text, err := json.Marshal(c)
	if err != nil {
		fmt.Println(err)
	}
	var document struct {
		Crosswalk, Basis, Placing string
		Left                      []struct{ Category, Reason string }
	}
	if err := json.Unmarshal(text, &document); err != nil {
		fmt.Println(err)
	}
	fmt.Println(document.Crosswalk, "/", document.Basis, "/", document.Placing)
	for _, l := range document.Left {
		fmt.Println(l.Category, l.Reason)
	}
	// Output:
	// IPCC 1996 to IPCC 2006 / published / by rules of the category alone
	// 2.A.3 only a sum of categories is known, and no shares
	// 4.D only a sum of categories is known, and no shares
	// 4.F no rule takes the category
}

// How many rules of the Korean mapping give one category, and how sure they are.
func ExampleRule_Confidence() {
	n := map[ghg.Confidence]map[crosswalk.Kind]int{}
	for r := range crosswalk.RegionalToGPC.Rules() {
		if n[r.Confidence()] == nil {
			n[r.Confidence()] = map[crosswalk.Kind]int{}
		}
		n[r.Confidence()][r.Kind()]++
	}
	for _, c := range []ghg.Confidence{ghg.HighConfidence, ghg.MediumConfidence, ghg.LowConfidence} {
		fmt.Printf("%s %s: 1:1 %d, n:1 %d, 1:n %d\n", c, c.Korean(), n[c][crosswalk.OneToOne], n[c][crosswalk.ManyToOne],
			n[c][crosswalk.OneToMany])
	}
	// Output:
	// high 높음: 1:1 12, n:1 3, 1:n 3
	// medium 보통: 1:1 7, n:1 7, 1:n 5
	// low 낮음: 1:1 0, n:1 0, 1:n 0
}
