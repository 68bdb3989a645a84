package ghg_test

import (
	"errors"
	"fmt"
	"maps"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

func ExampleYearly() {
	declared := ghg.MustDeclaredView("total emissions", "Daegu, plan of 2021")
	y, err := ghg.NewYearly("Daegu", declared, ghg.Unstated, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e"), Vintage: ghg.FirstVintage, Source: "plan of 2021"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range y.All() {
		fmt.Println(f.Year, f.CO2e, f.Status, f.Vintage)
	}
	_, ok := y.At(2019)
	fmt.Println("2019:", ok)
	// Output:
	// 2018 9430000 tCO2e actual first vintage
	// 2019: false
}

// A base year and its restatement do not stand in one series.
func ExampleNewYearly() {
	declared := ghg.MustDeclaredView("total emissions", "Daegu")
	_, err := ghg.NewYearly("Daegu", declared, ghg.Unstated, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e"), Vintage: 1},
		{Year: 2018, CO2e: ghg.MustCO2e("8.97 MtCO2e"), Vintage: 2},
	})
	fmt.Println(err)
	// Output:
	// Daegu, year "2018": it is given twice: one year has one figure; keep vintages in series of their own
}

func ExampleYearlyOf() {
	inv := suseong(ghg.Record{Category: category("I.1.1"), Gas: ghg.CH4, Value: ghg.Emitted(ghg.MustMass("3 t")), Status: ghg.Provisional})
	y, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
	last, _ := y.Last()
	fmt.Println(y.Place(), last.Year, last.CO2e, last.Status, err)
	// Output:
	// 수성구 2021 84 tCO2e (AR5) provisional <nil>
}

func ExampleYearFigure() {
	f := ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("8.97 MtCO2e"), Vintage: 2, Source: "plan of 2022"}
	_, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{f})
	fmt.Println(err)
	// Output:
	// Daegu, 2018: CO2e on metric unstated and on metric AR5 do not meet: compute both with one metric
}

func ExampleYearly_Figure() {
	series, _ := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2020, CO2e: ghg.MustCO2e("8.90 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
		{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage},
	})
	f, err := series.Figure(2022)
	fmt.Println(f.CO2e, err)
	_, err = series.Figure(2021)
	var missing *ghg.NoFigureError
	fmt.Println(errors.As(err, &missing), missing.Year, missing.Have)
	// Output:
	// 8200000 tCO2e (AR5) <nil>
	// true 2021 [2020 2022]
}

// Half a year of records is no figure of the year.
func ExampleYearlyOf_notTwelveMonths() {
	half, _ := ghg.NewPeriod(ghg.MustDate("2022-01-01"), ghg.MustDate("2022-06-30"))
	inv, _, _ := ghg.NewInventory("Daegu", half, ghg.FirstVintage, gpc.Scheme, nil)
	_, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
	fmt.Println(errors.Is(err, ghg.ErrNotTwelveMonths))
	// Output: true
}

// Of two vintages of one year the years tell nothing.
func ExampleUnlike_Text() {
	records := func(r ...ghg.Record) ghg.YearFigure {
		inv, _, err := ghg.NewInventory("D", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, r)
		if err != nil {
			panic(err)
		}
		y, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
		if err != nil {
			panic(err)
		}
		f, _ := y.At(2018)
		return f
	}
	of := func(code, amount string) ghg.Record {
		return ghg.Record{Place: "D", Period: ghg.CalendarYear(2018), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code},
			Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass(amount))}
	}
	u := records(of("I.1.1", "5 t"), of("I.2.1", "3 t")).Unlike(records(of("I.1.1", "6 t")))
	fmt.Println(u.Text("first vintage", "vintage 2"))
	// Output:
	// I.2.1 CO2 (in vintage 2 no figure), 3 tCO2e (AR5) of first vintage
}

// The figures of a series are the emissions of a baseline, the course of a budget, or a
// path that a plan states.
func ExampleYearly_ByYear() {
	y, err := ghg.YearlyFrom("수성구", gpc.Basic, ghg.AR5, []ghg.OfYear[ghg.Mass]{
		{Year: 2022, Value: ghg.MustMass("1800 kt"), Source: "inventory of 2025"},
		{Year: 2023, Value: ghg.MustMass("1765 kt"), Status: ghg.Provisional, Source: "inventory of 2025"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for year, co2e := range y.ByYear() {
		fmt.Println(year, co2e)
	}
	fmt.Println(len(maps.Collect(y.ByYear())), "years as a map")
	// Output:
	// 2022 1800000 tCO2e (AR5)
	// 2023 1765000 tCO2e (AR5)
	// 2 years as a map
}
