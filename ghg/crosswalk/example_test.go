package crosswalk_test

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/words"
)

// oldFile is an inventory of a province that does not exist, on the 1996 Guidelines.
const oldFile = `place,year,category,gas,mass,unit
가람도,2005,1.A.4.b,CO2,820,kt
가람도,2005,2.A.3,CO2,45,kt
가람도,2005,4.A.1,CH4,3.1,kt
가람도,2005,4.D,N2O,0.4,kt
가람도,2005,4.F,CH4,0.2,kt
가람도,2005,6.B.1,CH4,0.9,kt
가람도,2005,6.B.2,CH4,1.4,kt
`

func oldInventory() ghg.Inventory {
	records, report, err := ghg.ReadCSV(strings.NewReader(oldFile), ghg.CSVFormat{Scheme: ipcc.Scheme1996})
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
	}
	inv, _, err := ghg.NewInventory("가람도", ghg.CalendarYear(2005), ghg.FirstVintage, ipcc.Scheme1996, records)
	if err != nil {
		fmt.Println(err)
	}
	return inv
}

// An inventory on the 1996 Guidelines becomes one on those of 2006, and a remainder of what
// no rule gives one category for. The two add up to what there was.
func Example() {
	inv := oldInventory()
	c, err := crosswalk.IPCC1996To2006.Convert(inv, crosswalk.OwnRule)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(c.Explain().En)
	before, _ := inv.Total(ipcc.Total1996, ghg.SAR)
	moved, _ := c.Converted.Total(ipcc.Total2006, ghg.SAR)
	stayed, _ := c.Remainder.Total(ipcc.Total1996, ghg.SAR)
	fmt.Println(before.CO2e.Tonnes(), "=", moved.CO2e.Tonnes(), "+", stayed.CO2e.Tonnes())
	// Output:
	// IPCC 1996 to IPCC 2006 (published: climate_categories, conversion IPCC1996 to IPCC2006 (2021-07-09), after 2006 IPCC Guidelines, Volume 1, Table 8.2): 4 records moved, 3 stayed
	//   1.A.4.b → 1.A.4.b: 1, by 1.A.4.b = 1.A.4.b (1:1)
	//   4.A.1 → 3.A.1.a: 1, by 4.A.1 = 3.A.1.a (1:1)
	//   6.B.1 → 4.D.2: 1, by 6.B.1 = 4.D.2 (1:1)
	//   6.B.2 → 4.D.1: 1, by 6.B.2 = 4.D.1 (1:1)
	//   stayed: 2.A.3: 1, only a sum of categories is known, and no shares
	//   stayed: 4.D: 1, only a sum of categories is known, and no shares
	//   stayed: 4.F: 1, no rule takes the category
	// 1106600 = 933400 + 173200
}

// With sums at a common parent nothing of this inventory stays.
func ExampleCrosswalk_Convert() {
	c, err := crosswalk.IPCC1996To2006.Convert(oldInventory(), crosswalk.CommonParent)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(c.Explain().Ko)
	total, _ := c.Converted.Total(ipcc.Total2006, ghg.SAR)
	for _, part := range total.By(ghg.BySector) {
		fmt.Println(part.Label, part.Name, part.Amount)
	}
	_, err = crosswalk.IPCC1996To2006.Convert(oldInventory(), 0)
	fmt.Println(err)
	// Output:
	// IPCC 1996 → IPCC 2006 (공표된 대응: climate_categories, conversion IPCC1996 to IPCC2006 (2021-07-09), after 2006 IPCC Guidelines, Volume 1, Table 8.2): 7건을 옮기고 0건이 남음
	//   1.A.4.b → 1.A.4.b: 1건, 규칙 1.A.4.b = 1.A.4.b (1:1)
	//   2.A.3 → 2.A.4: 1건, 규칙 2.A.3 = 2.A.4.a + 2.A.4.c + 2.A.4.d (1:n), 공통 상위 분류로
	//   4.A.1 → 3.A.1.a: 1건, 규칙 4.A.1 = 3.A.1.a (1:1)
	//   4.D → 3.C: 1건, 규칙 4.D = 3.C.4 + 3.C.5 (1:n, N2O only), 공통 상위 분류로
	//   4.F → 3: 1건, 규칙 4 + 5 = 3 (n:1), 공통 상위 분류로
	//   6.B.1 → 4.D.2: 1건, 규칙 6.B.1 = 4.D.2 (1:1)
	//   6.B.2 → 4.D.1: 1건, 규칙 6.B.2 = 4.D.1 (1:1)
	// 1 Energy 820000 tCO2e (SAR)
	// 2 Industrial Processes and Product Use 45000 tCO2e (SAR)
	// 3 Agriculture, Forestry, and Other Land Use 193300 tCO2e (SAR)
	// 4 Waste 48300 tCO2e (SAR)
	// 5 Other –
	// say what becomes of records without one category: crosswalk.OwnRule or crosswalk.CommonParent
}

// The checks need no inventory. This one shows why a total of sector 4 is no check of soils.
func ExampleCrosswalk_Check() {
	for _, f := range crosswalk.IPCC1996To2006.Check().All {
		if f.Category.Code == "4.D" {
			fmt.Println(f.Severity, f)
			fmt.Println(f.Korean())
		}
	}
	fmt.Println(len(crosswalk.IPCC1996To2006.Unmapped()), "categories of 1996 are in no rule")
	// Output:
	// warning 4.D, counted-twice: what it has is taken to 3.C.4 + 3.C.5; 3.A + 3.C.7: it may count twice
	// 이 분류의 값이 3.C.4 + 3.C.5; 3.A + 3.C.7에 모두 들어가 두 번 셀 수 있음
	// 71 categories of 1996 are in no rule
}

// Rules are equations, and read from right to left too: what is a sum one way has a place
// the other way.
func ExampleCrosswalk_Reversed() {
	back, err := crosswalk.IPCC1996To2006.Reversed()
	if err != nil {
		fmt.Println(err)
	}
	for _, x := range []crosswalk.Crosswalk{crosswalk.IPCC1996To2006, back} {
		for r := range x.Rules() {
			if r.Note().En != "" && r.From().Len()+r.To().Len() > 3 {
				fmt.Printf("%s: %s → %s; %s, gas %q, confidence %s: %s\n", x, r.From(), r.To(), r.Kind(), r.Gas(), r.Confidence(), r.Note())
			}
		}
	}
	// Output:
	// IPCC 1996 to IPCC 2006: 1.A.2.f → 1.A.2.f + 1.A.2.g + 1.A.2.h + 1.A.2.i + 1.A.2.j + 1.A.2.k + 1.A.2.l + 1.A.2.m; 1:n, gas "", confidence not stated: Table 8.2 names f, h and k alone
	// IPCC 1996 to IPCC 2006, reversed: 1.A.2.f + 1.A.2.g + 1.A.2.h + 1.A.2.i + 1.A.2.j + 1.A.2.k + 1.A.2.l + 1.A.2.m → 1.A.2.f; n:1, gas "", confidence not stated: Table 8.2 names f, h and k alone
}

// A city's own list of categories becomes GPC references by a mapping that is marked as its
// own.
func ExampleNew() {
	list, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "Garam 2024", Source: "the city's inventory handbook",
		Keys: []ghg.Key{ghg.NE}, Nodes: []ghg.Node{{Code: "homes", Reportable: true}, {Code: "schools", Reportable: true},
			{Code: "offices", Reportable: true}, {Code: "depots", Reportable: true}}})
	if err != nil {
		fmt.Println(err)
	}
	x, err := crosswalk.New(crosswalk.Definition{Name: words.Term{En: "Garam to GPC", Ko: "가람시 → GPC"}, From: list, To: gpc.Scheme,
		Source: "climate office, 2024-03", Basis: crosswalk.OwnMapping, OneWay: true,
		Rules: []crosswalk.RuleDefinition{{From: "homes", To: "I.1.1", Confidence: crosswalk.High},
			{From: "schools + offices", To: "I.2.1", Confidence: crosswalk.Medium}},
		Without: map[string]words.Term{"depots": {En: "buses and heating together", Ko: "버스와 난방이 섞여 있음"}}})
	if err != nil {
		fmt.Println(err)
	}
	var records []ghg.Record
	for _, code := range []string{"homes", "schools", "depots"} {
		records = append(records, ghg.Record{Place: "Garam", Period: ghg.CalendarYear(2023), Gas: ghg.CO2,
			Category: ghg.Category{Scheme: list.ID(), Code: code}, Value: ghg.Emitted(ghg.MustMass("120 t"))})
	}
	records = append(records, ghg.Record{Place: "Garam", Period: ghg.CalendarYear(2023),
		Category: ghg.Category{Scheme: list.ID(), Code: "offices"}, Value: ghg.KeyedAsFound(ghg.NE, "no meters")})
	inv, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(2023), ghg.FirstVintage, list, records)
	if err != nil {
		fmt.Println(err)
	}
	c, err := x.Convert(inv, crosswalk.OwnRule)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(c.Explain().En)
	total, _ := c.Converted.Total(gpc.Basic, ghg.AR5)
	part, _ := total.At("I.2.1")
	fmt.Println(part.Amount, part.Coverage)
	// Output:
	// Garam to GPC (own mapping: climate office, 2024-03): 3 records moved, 1 stayed
	//   homes → I.1.1: 1, by homes = I.1.1 (1:1), confidence high
	//   schools → I.2.1: 1, by schools + offices = I.2.1 (n:1), confidence medium
	//   offices → I.2.1: 1, by schools + offices = I.2.1 (n:1), confidence medium
	//   stayed: depots: 1, there is no counterpart (buses and heating together)
	// 120 tCO2e (AR5) 1 required: 0 reported, 1 partly
}

// A side of a rule is a signed sum. Codes with signs in them stand in quotation marks.
func ExampleParseSum() {
	sum, err := crosswalk.ParseSum(ipcc.Scheme1996, `2B5 - "2.A.3" + 2A4`)
	if err != nil {
		fmt.Println(err)
	}
	for category, factor := range sum.All() {
		fmt.Println(factor, category)
	}
	_, err = crosswalk.ParseSum(ipcc.Scheme1996, "2.A.3 2.A.4")
	fmt.Println(err)
	// Output:
	// 1 IPCC 1996 2.B.5
	// -1 IPCC 1996 2.A.3
	// 1 IPCC 1996 2.A.4
	// rule, sum "2.A.3 2.A.4": + or - is needed between two codes
}

// Fugitive emissions are one row of the form, and what is supplied to the grid stands apart.
func Example_gpcToCRF() {
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
func Example_koreaToGPC() {
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
