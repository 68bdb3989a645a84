package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// suseong is an inventory of one district, as small as examples need.
func suseong(records ...ghg.Record) ghg.Inventory {
	for i := range records {
		records[i].Place, records[i].Period = "수성구", ghg.CalendarYear(2021)
	}
	inv, _, err := ghg.NewInventory("수성구", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		panic(err)
	}
	return inv
}

func category(code string) ghg.Category {
	return ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}
}

func ExampleNewInventory() {
	year := ghg.CalendarYear(2021)
	records := []ghg.Record{
		{Place: "수성구", Period: year, Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))},
		{Place: "수성구", Period: year, Category: category("II.4.1"), Value: ghg.KeyedAsFound(ghg.NO, "")},
	}
	inv, findings, err := ghg.NewInventory("수성구", year, ghg.FirstVintage, gpc.Scheme, records)
	fmt.Println(inv.Len(), "records", err)
	fmt.Println(findings)
	// Output:
	// 2 records <nil>
	// II.4.1, key-without-explanation: a notation key needs an explanation
}

// Everything that is wrong comes at once.
func ExampleNewInventory_refused() {
	year := ghg.CalendarYear(2021)
	_, _, err := ghg.NewInventory("수성구", year, ghg.FirstVintage, gpc.Scheme, []ghg.Record{
		{Place: "달서구", Period: year, Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("3 t"))},
		{Place: "수성구", Period: year, Category: category("I.1.1"), Value: ghg.Emitted(ghg.MustMass("3 t"))},
		{Place: "수성구", Period: year, Category: category("I.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("3 t"))},
	})
	fmt.Println(err)
	// Output:
	// record 0, place "달서구": the inventory is of "수성구"
	// record 1, gas: a mass needs its gas; a figure for all gases together is CO2e: use Equivalent
	// record 2, category "I.1": records sit on the categories below it; a figure for the whole is a declared total
}

func ExampleGroupRecords() {
	records := []ghg.Record{
		{Place: "수성구", Period: ghg.CalendarYear(2021)},
		{Place: "달서구", Period: ghg.CalendarYear(2021)},
		{Place: "수성구", Period: ghg.CalendarYear(2021)},
	}
	for id, group := range ghg.GroupRecords(records) {
		fmt.Println(id.Place, id.Period, len(group))
	}
	// Output:
	// 수성구 2021 2
	// 달서구 2021 1
}

func ExampleInventory_Total() {
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))},
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("21.3 t"))},
		ghg.Record{Category: category("I.4.4"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("12 kt"))},
	)
	for _, v := range []ghg.View{gpc.Basic, gpc.Territorial} {
		total, err := inv.Total(v, ghg.AR5)
		fmt.Println(v.Name(), total.CO2e, err)
	}
	// Output:
	// BASIC 231996.4 tCO2e (AR5) <nil>
	// territorial 243996.4 tCO2e (AR5) <nil>
}

// A line that cannot join withholds the total it belongs to, and no other.
func ExampleInventory_Total_withheld() {
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))},
		ghg.Record{Category: category("III.1.2"), Value: ghg.Equivalent(ghg.MustCO2e("40 ktCO2e (AR4)"))},
	)
	total, err := inv.Total(gpc.Basic, ghg.AR5)
	var withheld *ghg.WithheldError
	fmt.Println(errors.As(err, &withheld), withheld.Lines)
	for _, u := range total.Unjoined {
		fmt.Println(u.Record().Category.Code, u.Record().Value)
	}
	energy, _ := total.At("I")
	fmt.Println(energy.Name, energy.CO2e)
	// Output:
	// true 1
	// III.1.2 40000 tCO2e (AR4)
	// Stationary energy 231400 tCO2e (AR5)
}

// Location-based and market-based figures are alternatives: a view takes one.
func ExampleVariantError() {
	inv := suseong(
		ghg.Record{Category: category("II.1.1"), Variant: ghg.FuelBased, Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("310 kt"))},
		ghg.Record{Category: category("II.1.1"), Variant: ghg.DistanceBased, Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("287 kt"))},
	)
	_, err := inv.Total(gpc.Basic, ghg.AR5)
	var variants *ghg.VariantError
	fmt.Println(errors.As(err, &variants), variants)
	byFuel, _ := gpc.Basic.WithVariant(variants.B)
	total, err := inv.Total(byFuel, ghg.AR5)
	fmt.Println(total.View.Name(), total.CO2e, err)
	// Output:
	// true category II.1.1 holds distance-based and fuel-based figures, which are alternatives and never added: choose one with View.WithVariant
	// BASIC, fuel-based 310000 tCO2e (AR5) <nil>
}

func ExampleTotal_By() {
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))},
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("21.3 t"))},
		ghg.Record{Category: category("III.1.2"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("1460 t"))},
	)
	total, _ := inv.Total(gpc.Basic, ghg.AR5)
	for _, part := range total.By(ghg.BySector) {
		fmt.Println(part.Label, part.CO2e, part.Lines.Len())
	}
	for _, part := range total.By(ghg.ByGas) {
		fmt.Println(part.Label, part.CO2e)
	}
	// Output:
	// I 231996.4 tCO2e (AR5) 2
	// II 0 tCO2e (AR5) 0
	// III 40880 tCO2e (AR5) 1
	// CO2 231400 tCO2e (AR5)
	// CH4 41476.4 tCO2e (AR5)
}

// Rounded parts add up to their rounded sum.
func ExampleShowParts() {
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("1.4 kt"))},
		ghg.Record{Category: category("II.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("2.45 kt"))},
		ghg.Record{Category: category("III.1.2"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("3.4 kt"))},
	)
	total, _ := inv.Total(gpc.Basic, ghg.AR5)
	fmt.Println(ghg.ShowParts(ghg.Kilotonne, 0, total.By(ghg.BySector)...))
	// Output:
	// 1 + 3 + 3 = 7 kt <nil>
}

// What nobody estimated is not shown as 0.
func ExampleShown_IsReported() {
	noData, _ := ghg.Keyed(ghg.NE, "no data")
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("1.4 kt"))},
		ghg.Record{Category: category("II.1.1"), Value: noData},
		ghg.Record{Category: category("III.1.2"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("3.4 kt"))},
	)
	total, _ := inv.Total(gpc.Basic, ghg.AR5)
	shown, err := ghg.ShowParts(ghg.Kilotonne, 0, total.By(ghg.BySector)...)
	fmt.Println(shown, err)
	for i, s := range shown.Parts() {
		fmt.Println(i, s, s.IsReported())
	}
	// Output:
	// 2 + – + 3 = 5 kt <nil>
	// 0 2 kt true
	// 1 – false
	// 2 3 kt true
}

// A total leads down to the lines of the file, replays to the digit and prints in Korean.
func ExampleTotal_Explain() {
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("21.3 t")), Line: 3,
			Evidence: ghg.NewEvidence(ghg.EvidenceDefinition{Source: "city gas sales 2021"})},
		ghg.Record{Category: category("I.1.2"), Gas: ghg.CO2, Value: ghg.Equivalent(ghg.MustCO2e("402 tCO2e (AR5)")), Line: 5},
		ghg.Record{Category: category("III.1.1"), Gas: ghg.N2O, Value: ghg.Equivalent(ghg.MustCO2e("31 tCO2e (SAR)")), Line: 6},
		ghg.Record{Category: category("I.4.4"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("12 kt")), Line: 7},
	)
	some := ghg.MustView(ghg.ViewDefinition{Name: "buildings and landfill", NameKo: "건물·매립", Scheme: gpc.Scheme,
		Categories: []string{"I.1.1", "I.1.2", "III.1.1"}, Required: []string{"I.1.1", "I.1.2", "III.1.1"}})
	total, _ := inv.Total(some, ghg.AR5)
	explained := total.Explain()
	fmt.Println(explained)
	fmt.Println(len(explained.Replay()), "mismatches")
	fmt.Println(explained.Korean())
	// Output:
	// GPC 1.1 buildings and landfill, 수성구 2021 = 1024.9 tCO2e (AR5)
	//   m[i]   # mass
	//   g[i]   # GWP; source: AR5: IPCC Fifth Assessment Report (2013), GWP100, Table 8.A.1, ghg/data/gwp.tsv, edition 2, column AR5
	//       i  m [t]  g [tCO2e (AR5)/t]
	//       0  21.3   28                 I.1.1 CH4, line 3; city gas sales 2021
	//   e[k]   # CO2e as given
	//       k  e [tCO2e (AR5)]
	//       1  402              I.1.2 CO2, line 5
	//   a[j]   # CO2e of one gas on another metric
	//   o[j]   # GWP of that metric; source: SAR: IPCC Second Assessment Report (1995), GWP100, ghg/data/gwp.tsv, edition 2, column SAR
	//   n[j]   # GWP; source: AR5: IPCC Fifth Assessment Report (2013), GWP100, Table 8.A.1, ghg/data/gwp.tsv, edition 2, column AR5
	//   c[j] = a[j] × n[j] / o[j]   # CO2e recomputed by the ratio of the GWPs
	//       j  a [tCO2e (SAR)]  o [tCO2e (SAR)/t]  n [tCO2e (AR5)/t]  c [tCO2e (AR5)]
	//       2  31               310                265                26.5             III.1.1 N2O, stated on SAR, line 6
	//   outside    # not counted, outside the view: I.4.4 CO2 12000 t (line 7)
	//   coverage   # coverage: 3 required: 3 reported
	//   T        = sum(i: m[i] × g[i]) + sum(k: e[k]) + sum(j: c[j]) = 21.3 × 28 + 402 + 26.5 = 1024.9 tCO2e (AR5)   # total
	// rounding: to 12 decimal places, half away from zero: c
	// 0 mismatches
	// 수성구 2021 GPC 1.1 건물·매립 합계 = 1024.9 tCO2e (AR5)
	//   m[i]   # 배출량(질량)
	//   g[i]   # 지구온난화지수(GWP); 출처: AR5: IPCC Fifth Assessment Report (2013), GWP100, Table 8.A.1, ghg/data/gwp.tsv, edition 2, column AR5
	//       i  m [t]  g [tCO2e (AR5)/t]
	//       0  21.3   28                 I.1.1 CH4, 3행; city gas sales 2021
	//   e[k]   # CO2e 배출량(제시값)
	//       k  e [tCO2e (AR5)]
	//       1  402              I.1.2 CO2, 5행
	//   a[j]   # 다른 지구온난화지수로 낸 단일 기체의 CO2e
	//   o[j]   # 그 지구온난화지수(GWP); 출처: SAR: IPCC Second Assessment Report (1995), GWP100, ghg/data/gwp.tsv, edition 2, column SAR
	//   n[j]   # 지구온난화지수(GWP); 출처: AR5: IPCC Fifth Assessment Report (2013), GWP100, Table 8.A.1, ghg/data/gwp.tsv, edition 2, column AR5
	//   c[j] = a[j] × n[j] / o[j]   # 지구온난화지수 비율로 환산한 CO2e
	//       j  a [tCO2e (SAR)]  o [tCO2e (SAR)/t]  n [tCO2e (AR5)/t]  c [tCO2e (AR5)]
	//       2  31               310                265                26.5             III.1.1 N2O, SAR 기준 제시값, 6행
	//   outside    # 합계 제외, 집계범위 밖: I.4.4 CO2 12000 t (7행)
	//   coverage   # 완전성: 필수 3개: 보고 3
	//   T        = sum(i: m[i] × g[i]) + sum(k: e[k]) + sum(j: c[j]) = 21.3 × 28 + 402 + 26.5 = 1024.9 tCO2e (AR5)   # 합계
	// 반올림 규칙: 소수 12자리, 반올림: c
}

func ExampleCoverage() {
	nothing, _ := ghg.Keyed(ghg.NO, "no airport")
	inv := suseong(
		ghg.Record{Category: category("I.1.1"), Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("231.4 kt"))},
		ghg.Record{Category: category("II.4.1"), Value: nothing},
	)
	total, _ := inv.Total(gpc.Basic, ghg.AR5)
	fmt.Println(total.Coverage)
	fmt.Println("may claim BASIC:", total.Coverage.Complete())
	// Output:
	// 32 required: 1 reported, 1 NO, 30 gaps
	// may claim BASIC: false
}

func ExampleInventory_AssumeMetric() {
	inv := suseong(ghg.Record{Category: category("I.1.2"), Value: ghg.Equivalent(ghg.MustCO2e("402 ktCO2e"))})
	_, err := inv.Total(gpc.Basic, ghg.AR5)
	fmt.Println(err != nil)
	inv, findings, err := inv.AssumeMetric(ghg.AR5, "the ministry's factors of 2021 use it")
	fmt.Println(findings, err)
	total, err := inv.Total(gpc.Basic, ghg.AR5)
	fmt.Println(total.CO2e, err)
	// Output:
	// true
	// I.1.2, metric-assumed: metric AR5: the ministry's factors of 2021 use it <nil>
	// 402000 tCO2e (AR5) <nil>
}

// Records that come one after the other need not be held together.
func ExampleInventoryFrom() {
	monthly := func(yield func(ghg.Record) bool) {
		for range 12 {
			r := ghg.Record{Place: "수성구", Period: ghg.CalendarYear(2021), Category: category("I.1.1"), Gas: ghg.CO2,
				Value: ghg.Emitted(ghg.MustMass("20.5 t"))}
			if !yield(r) {
				return
			}
		}
	}
	inv, _, err := ghg.InventoryFrom("수성구", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, 12, monthly)
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := inv.Total(gpc.Territorial, ghg.AR5)
	fmt.Println(inv.Len(), "records", t.CO2e, err)
	// Output:
	// 12 records 246 tCO2e (AR5) <nil>
}
