package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// district has a plant under the emission trading scheme, and waste of which
// only CO2e on an old metric is known.
func district() ghg.Inventory {
	return suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("21.3 t")), Line: 2,
			Evidence: ghg.NewEvidence(ghg.EvidenceDefinition{ActivityQuality: ghg.High, Source: "city gas sales 2021"})},
		ghg.Record{Category: category("I.3.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("90 kt")), Line: 3,
			Facility: "염색산단 열병합", Tags: ghg.MakeTags("ets")},
		ghg.Record{Category: category("I.4.4"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("12 kt")), Line: 4},
		ghg.Record{Category: category("III.1.2"), Value: ghg.Equivalent(ghg.MustCO2e("40 ktCO2e (AR4)")), Line: 5},
	)
}

func ExampleInventory() {
	inv := district()
	fmt.Println(inv.Place(), inv.Period(), inv.Vintage(), inv.Scheme().ID(), inv.Len())
	for r := range inv.Records() {
		fmt.Println(r.Line, r.Category.Code, r.Gas, r.Value)
	}
	// Output:
	// 수성구 2021 first vintage GPC 1.1 4
	// 2 I.1.1 CH4 21.3 t
	// 3 I.3.1 CO2 90000 t
	// 4 I.4.4 CO2 12000 t
	// 5 III.1.2  40000 tCO2e (AR4)
}

func ExampleInventoryID() {
	for id := range ghg.GroupRecords([]ghg.Record{{Place: "군위군", Period: ghg.CalendarYear(2023)}}) {
		fmt.Println(id.Place, id.Period)
	}
	// Output: 군위군 2023
}

func ExampleRecord() {
	r := ghg.Record{
		Place: "수성구", Period: ghg.CalendarYear(2021),
		Category: category("II.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("310 kt")),
		Fuel: "diesel", Activity: "road freight", Variant: ghg.FuelBased, Status: ghg.Provisional,
		Evidence: ghg.NewEvidence(ghg.EvidenceDefinition{ActivityQuality: ghg.Medium, Method: "fuel sold", Source: "KNOC 2022"}),
	}
	text, err := json.Marshal(r)
	fmt.Println(string(text), err)
	// Output:
	// {"scheme":"GPC 1.1","place":"수성구","period":"2021","category":"II.1.1","gas":"CO2","mass":"310 kt","fuel":"diesel","activity":"road freight","variant":"fuel-based","status":"provisional","evidence":{"activityQuality":"medium","method":"fuel sold","source":"KNOC 2022"}} <nil>
}

// Evidence is never changed: what says more is new evidence.
func ExampleNewEvidence() {
	sold := ghg.NewEvidence(ghg.EvidenceDefinition{ActivityQuality: ghg.Medium, Method: "fuel sold", Source: "KNOC 2022"})
	more := sold.Definition()
	more.Assumption = "sales of the province, by vehicles"
	shared := ghg.NewEvidence(more)
	fmt.Println(sold.Source(), sold.Assumption() == "", "·", shared.Source(), shared.Assumption(), "·", shared.Equal(sold))
	// Output: KNOC 2022 true · KNOC 2022 sales of the province, by vehicles · false
}

// An auditor asks of a line of a total where it comes from.
func ExampleEvidence() {
	total, _ := district().Total(gpc.Territorial, ghg.AR5)
	fmt.Println(total.Lines.At(0).Record().Evidence.Source())
	bill := ghg.NewEvidence(ghg.EvidenceDefinition{Method: "GPC 1.1, eq. 6.1", Source: "gas bills 2021", File: "gas_2021.csv"})
	fmt.Println(bill.Source(), "·", bill.File(), "·", bill.Method())
	// Output:
	// city gas sales 2021
	// gas bills 2021 · gas_2021.csv · GPC 1.1, eq. 6.1
}

func ExampleTotal() {
	total, err := district().Total(gpc.Territorial, ghg.AR5)
	fmt.Println(total.View.Name(), total.CO2e, err)
	fmt.Println(total.Lines.Len(), "lines in,", len(total.LeftOut), "left out,", len(total.Unjoined), "cannot join")
	// Output:
	// territorial 102596.4 tCO2e (AR5) <nil>
	// 3 lines in, 1 left out, 0 cannot join
}

func ExampleAmount() {
	total, _ := district().Total(gpc.Basic, ghg.AR5)
	for _, part := range total.By(ghg.BySector) {
		if part.Amount.Withheld() {
			fmt.Println(part.Name, "is withheld")
			continue
		}
		fmt.Println(part.Name, part.Amount.CO2e)
	}
	// Output:
	// Stationary energy 90596.4 tCO2e (AR5)
	// Transportation 0 tCO2e (AR5)
	// Waste is withheld
}

func ExampleLine() {
	total, _ := district().Total(gpc.Territorial, ghg.AR5)
	for line := range total.Lines.All() {
		fmt.Println(line)
	}
	// Output:
	// I.1.1 CH4: 21.3 t × 28 = 596.4 tCO2e (AR5), line 2, city gas sales 2021
	// I.3.1 CO2: 90000 t × 1 = 90000 tCO2e (AR5), line 3
	// I.4.4 CO2: 12000 t × 1 = 12000 tCO2e (AR5), line 4
}

// The largest line of a total.
func ExampleLines() {
	total, _ := district().Total(gpc.Territorial, ghg.AR5)
	most := total.Lines.At(0)
	for line := range total.Lines.All() {
		if line.CO2e.Tonnes().GreaterThan(most.CO2e.Tonnes()) {
			most = line
		}
	}
	fmt.Println(total.Lines.Len(), "lines, the largest:", most)
	// Output: 3 lines, the largest: I.3.1 CO2: 90000 t × 1 = 90000 tCO2e (AR5), line 3
}

// CO2e of one gas that was stated on another metric is taken to that of the total; an auditor
// asks for these lines first.
func ExampleLines_Recomputed() {
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Equivalent(ghg.MustCO2e("42 tCO2e (AR2)")), Line: 2},
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("3 t")), Line: 3},
		ghg.Record{Category: category("I.2.1"), Gas: ghg.CH4, Value: ghg.Equivalent(ghg.MustCO2e("7 tCO2e (AR5)")), Line: 4},
	)
	total, _ := inv.Total(gpc.Territorial, ghg.AR5)
	for line := range total.Lines.Recomputed() {
		fmt.Println(line, "· from", line.From)
	}
	// Output: I.1.1 CH4: 42 tCO2e (SAR), recomputed by the ratio of the GWPs = 56 tCO2e (AR5), line 2 · from SAR
}

func ExampleLeftOut() {
	managed, _ := gpc.Basic.WithTags("managed authority", nil, []string{"ets"}, "what the mayor can manage")
	total, _ := district().Total(managed, ghg.AR4)
	for _, l := range total.LeftOut {
		fmt.Println(l.Record().Line, l.Record().Category.Code, "·", l.Why)
	}
	// Output:
	// 3 I.3.1 · not selected by its tags
	// 4 I.4.4 · outside the view
}

func ExampleWhy() {
	for _, w := range []ghg.Why{ghg.OutsideView, ghg.OtherVariant, ghg.OtherTags, ghg.MemoItem, ghg.NotANumber} {
		fmt.Println(w)
	}
	// Output:
	// outside the view
	// another variant is taken
	// not selected by its tags
	// memo item
	// no number
}

func ExampleUnjoined() {
	total, _ := district().Total(gpc.Basic, ghg.AR5)
	for _, u := range total.Unjoined {
		var mismatch *ghg.MetricMismatchError
		fmt.Println(u.Record().Line, errors.As(u.Err, &mismatch), errors.Is(u.Err, ghg.ErrAllGases))
	}
	// Output: 5 true true
}

func ExampleWithheldError() {
	_, err := district().Total(gpc.Basic, ghg.AR5)
	var withheld *ghg.WithheldError
	if errors.As(err, &withheld) {
		fmt.Println(withheld.View, withheld.Metric, withheld.Lines)
	}
	// Output: GPC 1.1 BASIC AR5 1
}

func ExamplePart() {
	total, _ := district().Total(gpc.Territorial, ghg.AR5)
	part, err := total.At("I.3")
	fmt.Println(part.Label, part.Name, part.CO2e, part.Coverage, err)
	// Output: I.3 Manufacturing industries and construction 90000 tCO2e (AR5) 1 required: 1 reported <nil>
}

func ExampleGrouping() {
	total, _ := district().Total(gpc.Territorial, ghg.AR5)
	for _, g := range []ghg.Grouping{ghg.BySector, ghg.ByCategory, ghg.ByScope, ghg.ByGas} {
		fmt.Println(len(total.By(g)), "parts")
	}
	// Output:
	// 5 parts
	// 27 parts
	// 1 parts
	// 2 parts
}

func ExampleReport() {
	file := strings.NewReader("place,year,category,mass,unit,key\n수성구,2021,I.1.1,,,NE; NE\n수성구,2021,I.1.2,5,,\n")
	_, report, _ := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	fmt.Println(report.Findings)
	fmt.Println(report.Faults)
	// Output:
	// line 2, I.1.1, key-normalised: the cell is read as NE
	// line 3, unit: a mass needs a unit: kg, t, kt, Mt, Gg, 톤, 천톤, 만톤 or another
}

// A document's scheme must be one of those handed to the reader.
func ExampleJSONFormat() {
	text := `{"scheme":"IPCC 2006","place":"대구","period":"2021","vintage":1,"records":[]}`
	_, _, err := ghg.ReadJSON(strings.NewReader(text), ghg.JSONFormat{Schemes: []ghg.Scheme{gpc.Scheme}})
	fmt.Println(err)
	// Output: inventory: unknown scheme "IPCC 2006": it is not one of the schemes handed to the reader: GPC 1.1
}

func ExampleDeclaredTotal() {
	published := strings.NewReader("place,year,view,mass,unit\n수성구,2021,territorial,102.6,천톤\n")
	totals, _, err := ghg.ReadDeclaredCSV(published, ghg.CSVFormat{}, gpc.Views()...)
	d := totals[0]
	fmt.Println(d.Place, d.Period, d.View.Name(), d.Figure, err)
	fmt.Println(district().Reconcile(ghg.AR5, d.Declared).Len(), "differences")
	// Output:
	// 수성구 2021 territorial 102.6 천톤 <nil>
	// 0 differences
}
