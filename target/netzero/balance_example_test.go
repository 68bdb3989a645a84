package netzero_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// emitted are the gross emissions of the base year and of another.
func emitted(year int, amount string, status ghg.Status) ghg.Yearly {
	return must(ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
		{Year: year, CO2e: ghg.MustCO2e(amount), Vintage: ghg.FirstVintage, Status: status}}))
}

// removed are the removals of one year.
func removed(year int, amount string) ghg.Years[ghg.CO2e] {
	return must(ghg.NewYears("removals", "", nil, ghg.OfYear[ghg.CO2e]{Year: year, Value: ghg.MustCO2e(amount)}))
}

// woods are a thousand hectares in two cohorts, of which a fire takes most.
func woods() sink.Removals {
	oak := must(sink.ByAge(sink.Hectare, map[int]ghg.CO2e{0: ghg.MustCO2e("0 t CO2e"), 2: ghg.MustCO2e("4 t CO2e"),
		4: ghg.MustCO2e("10 t CO2e")}, sink.Linear, "growth table"))
	some := must(sink.NewSurvival(map[int]ghg.Share{0: ghg.MustShare("100%"), 2: ghg.MustShare("90%")}, "count of 2024"))
	p := must(sink.New(sink.Definition{Name: "city woods", Place: "town", Metric: ghg.Unstated,
		Buffer: ghg.MustShare("20%"), Source: "programme rules",
		Cohorts: []sink.Cohort{
			{Name: "north", Year: 2025, Planted: decimal.New(600, 0), Growth: oak, Survival: some, Source: "forestry report"},
			{Name: "south", Year: 2026, Planted: decimal.New(400, 0), Growth: oak, Survival: some, Source: "forestry report"},
		},
		Reversals: []sink.Reversal{{Year: 2028, Share: ghg.MustShare("60%"), Cause: "fire", Source: "fire brigade"}},
	}))
	return must(p.Through(2028))
}

// town are the gross emissions of the town with the woods.
func town(view ghg.View, year int, amount string) ghg.Yearly {
	return must(ghg.NewYearly("town", view, ghg.Unstated, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("50 kt CO2e"), Vintage: ghg.FirstVintage, Source: "inventory"},
		{Year: year, CO2e: ghg.MustCO2e(amount), Vintage: ghg.FirstVintage, Source: "inventory"}}))
}

// The removals of planted trees come off the gross emissions. After the fire the
// sink is a source; its buffer takes it as far as it goes, and the air does not.
func ExampleAccount_trees() {
	gross, trees := town(gpc.Basic, 2028, "40 kt CO2e"), woods()
	claimable, err := trees.Claimable(gross.Basis(), 2028) // trees were counted in 2028
	if err != nil {
		fmt.Println(err)
		return
	}
	a := netzero.Account{Gross: gross, Year: 2028, BaseYear: 2018, Removals: claimable,
		RemovalOffsets: ghg.MustCO2e("0 t CO2e"), AvoidanceOffsets: ghg.MustCO2e("0 t CO2e")}
	b, err := netzero.NewBalance(a, 2050, on(netzero.Residual, today))
	fmt.Println(b.NetInside, err)
	a.Removals, _ = trees.StockChange(gross.Basis(), 2028)
	b, err = netzero.NewBalance(a, 2050, on(netzero.Residual, today))
	fmt.Println(b.NetInside, "with what is held back and drawn;", err)
	// Output:
	// 40000 tCO2e <nil>
	// 40368 tCO2e with what is held back and drawn; <nil>
}

// What an inventory counts already is not taken off again.
func ExampleAccount_counted() {
	gross := town(gpc.BasicPlus, 2027, "40 kt CO2e")
	claimable, _ := woods().Claimable(gross.Basis(), 2027)
	_, err := netzero.NewBalance(netzero.Account{Gross: gross, Year: 2027, BaseYear: 2018, Removals: claimable,
		RemovalOffsets: ghg.MustCO2e("0 t CO2e"), AvoidanceOffsets: ghg.MustCO2e("0 t CO2e")}, 2050, on(netzero.Residual, today))
	if errors.Is(err, netzero.ErrSinksCounted) {
		fmt.Println("ask for", gpc.Basic)
	}
	// Output:
	// ask for GPC 1.1 BASIC
}

// A city that buys credits for avoided emissions may be carbon neutral, and is
// not net zero.
func ExampleAccount() {
	limit := on(netzero.Residual, today)
	city, err := netzero.NewBalance(netzero.Account{
		Gross: emitted(2050, "0.80 MtCO2e (AR5)", ghg.Actual), Year: 2050, BaseYear: 2018,
		Removals: removed(2050, "0.25 MtCO2e (AR5)"), RemovalOffsets: ghg.MustCO2e("0.15 MtCO2e (AR5)"),
		AvoidanceOffsets: ghg.MustCO2e("0.40 MtCO2e (AR5)")}, 2050, limit)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range city.Checks() {
		fmt.Println(c)
	}
	// Output:
	// residual-share: pass: 8.48% of the base is still emitted, where 10% of the base at most is allowed
	// net-zero-inside: fail: the balance is 550000 tCO2e (AR5)
	// net-zero-with-removal-offsets: fail: the balance is 400000 tCO2e (AR5)
	// carbon-neutral-with-avoidance-offsets: pass: the balance is 0 tCO2e (AR5)
}

func ExampleBalance() {
	b, err := netzero.NewBalance(netzero.Account{
		Gross: emitted(2026, "7.90 MtCO2e (AR5)", ghg.Provisional), Year: 2026, BaseYear: 2018,
		Removals: removed(2026, "0.25 MtCO2e (AR5)"), RemovalOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		AvoidanceOffsets: ghg.MustCO2e("0 tCO2e (AR5)")}, 2050, on(netzero.Residual, today))
	fmt.Println(b.NetZeroInside.Result, err)
	fmt.Print(b.Details())
	// Output:
	// cannot tell <nil>
	// Daegu in 2026: net 7650000 tCO2e (AR5) inside the boundary, 7650000 tCO2e (AR5) with removal offsets, 7650000 tCO2e (AR5) with all offsets
	//
	// check      residual-share
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     83.78% of the base is still emitted, where 10% of the base at most is allowed; the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross/base = 7900000/9430000
	// judged     residual share 0.837751855779 of the base
	// threshold  10% of the base at most (sbti-residual-2021, from 2021-10-28)
	// source     Science Based Targets initiative, Corporate Net-Zero Standard 1.0, 28 October 2021: long-term cut of at least 90 %; confidence high
	// note       for companies across sectors; some sectors have limits of their own
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
	//
	// check      net-zero-inside
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     the balance is 7650000 tCO2e (AR5); the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross - removals = 7900000 - 250000
	// judged     net inside the boundary 7650000 tCO2e (AR5)
	// threshold  10% of the base at most (sbti-residual-2021, from 2021-10-28)
	// source     Science Based Targets initiative, Corporate Net-Zero Standard 1.0, 28 October 2021: long-term cut of at least 90 %; confidence high
	// note       for companies across sectors; some sectors have limits of their own
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
	//
	// check      net-zero-with-removal-offsets
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     the balance is 7650000 tCO2e (AR5); the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross - removals - removal offsets = 7900000 - 250000 - 0
	// judged     net with removal offsets 7650000 tCO2e (AR5)
	// threshold  10% of the base at most (sbti-residual-2021, from 2021-10-28)
	// source     Science Based Targets initiative, Corporate Net-Zero Standard 1.0, 28 October 2021: long-term cut of at least 90 %; confidence high
	// note       for companies across sectors; some sectors have limits of their own
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
	//
	// check      carbon-neutral-with-avoidance-offsets
	// subject    Daegu, 2026, for the claim from 2050
	// result     cannot tell
	// reason     the balance is 7650000 tCO2e (AR5); the figure is of 2026, and the claim is for 2050: it shows where the place stands, and no more
	// formula    gross - removals - removal offsets - avoidance offsets = 7900000 - 250000 - 0 - 0
	// judged     net with all offsets 7650000 tCO2e (AR5)
	// covers     the balance of 2026; not the quality of removals and credits, nor whether they last
}

// Removals on another metric do not come off the emissions.
func ExampleNewBalance_refused() {
	_, err := netzero.NewBalance(netzero.Account{
		Gross: emitted(2050, "0.80 MtCO2e (AR5)", ghg.Actual), Year: 2050, BaseYear: 2018,
		Removals: removed(2050, "0.25 MtCO2e (AR4)"), RemovalOffsets: ghg.MustCO2e("0 tCO2e (AR5)"),
		AvoidanceOffsets: ghg.MustCO2e("0 tCO2e (AR5)")}, 2050, on(netzero.Residual, today))
	var refused ghg.Fault
	if errors.As(err, &refused) {
		fmt.Println(refused.Field, refused.Value)
		fmt.Println(refused.Detail)
	}
	// Output:
	// removals 250000 tCO2e (AR4)
	// CO2e on metric AR4 and on metric AR5 do not meet: compute both with one metric; where there is nothing, say 0 on the metric of the rest
}
