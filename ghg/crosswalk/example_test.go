package crosswalk_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
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
	fmt.Print(c.Details().En)
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
func ExamplePlacing() {
	c, err := crosswalk.IPCC1996To2006.Convert(oldInventory(), crosswalk.CommonParent)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Print(c.Details().Ko)
	total, _ := c.Converted.Total(ipcc.Total2006, ghg.SAR)
	for _, part := range total.By(ghg.BySector) {
		fmt.Println(part.Label, part.Name, part.Amount)
	}
	fmt.Println(c.Placing, "/", c.Placing.Korean())
	_, err = crosswalk.IPCC1996To2006.Convert(oldInventory(), 0)
	fmt.Println(errors.Is(err, crosswalk.ErrNoPlacing), err)
	_, err = crosswalk.Crosswalk{}.Convert(oldInventory(), crosswalk.OwnRule)
	fmt.Println(errors.Is(err, crosswalk.ErrNoRules), err)
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
	// to a common parent where no rule gives one category / 하나로 정해지지 않으면 공통 상위 분류로
	// true say what becomes of records without one category: crosswalk.OwnRule or crosswalk.CommonParent
	// true no crosswalk: take a published one, or make one with crosswalk.New
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
	// 4.D, 두 번 셈: 이 분류의 값이 3.C.4 + 3.C.5; 3.A + 3.C.7에 모두 들어가 두 번 셀 수 있음
	// 71 categories of 1996 are in no rule
}

// Rules are equations, and read from right to left too: what is a sum one way has a place
// the other way.
func ExampleRule() {
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
func ExampleDefinition() {
	list, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "Garam 2024", Source: "the city's inventory handbook",
		Keys: []ghg.Key{ghg.NE}, Nodes: []ghg.Node{{Code: "homes", Reportable: true}, {Code: "schools", Reportable: true},
			{Code: "offices", Reportable: true}, {Code: "depots", Reportable: true}}})
	if err != nil {
		fmt.Println(err)
	}
	x, err := crosswalk.New(crosswalk.Definition{Name: words.Term{En: "Garam to GPC", Ko: "가람시 → GPC"}, From: list, To: gpc.Scheme,
		Source: "climate office, 2024-03", Basis: crosswalk.OwnMapping, OneWay: true,
		Rules: []crosswalk.RuleDefinition{{From: "homes", To: "I.1.1", Confidence: ghg.HighConfidence},
			{From: "schools + offices", To: "I.2.1", Confidence: ghg.MediumConfidence}},
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
	fmt.Print(c.Details().En)
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
func ExampleSum() {
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
