package ghg_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// The numbers of a report, one line a year.
func ExampleYearlyFrom() {
	view := ghg.MustDeclaredView("city total", "Daegu")
	series, err := ghg.YearlyFrom("Daegu", view, ghg.AR5, []ghg.OfYear[ghg.Mass]{
		{Year: 2018, Value: ghg.MustMass("9.43 Mt"), Source: "plan of 2021"},
		{Year: 2020, Value: ghg.MustMass("8.9 Mt"), Source: "report of 2022"},
		{Year: 2022, Value: ghg.MustMass("8.7 Mt"), Status: ghg.Provisional, Source: "report of 2024"},
	})
	last, _ := series.Last()
	fmt.Println(series.Len(), last.Year, last.CO2e, last.Status, err)
	// Output:
	// 3 2022 8700000 tCO2e (AR5) provisional <nil>
}

// The file of a city hall: view and metric are said by the caller, as the file does
// not say them.
func ExampleReadYearlyCSV() {
	const file = `연도,배출량,단위,상태,출처
2018,943,만톤,확정,기본계획
2020,"1,900",천톤,확정,이행점검
2022,870,만톤,잠정,이행점검
`
	view := ghg.MustDeclaredView("총배출량", "대구광역시")
	series, report, err := ghg.ReadYearlyCSV(strings.NewReader(file), ghg.CSVFormat{}, "대구", view, ghg.Unstated)
	fmt.Println(series.Len(), err)
	fmt.Println(report.Err())
	// Output:
	// 2 <nil>
	// line 3, 배출량 "1,900": not a number: "," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed); to read it as 1900 set CSVFormat.Thousands to ','
}

// Published totals make a series.
func ExampleYearlyOfDeclared() {
	const file = "place,year,view,mass,unit\nDaegu,2018,BASIC,9.43,Mt\nDaegu,2022,BASIC,8.70,Mt\n"
	totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader(file), ghg.CSVFormat{}, gpc.Basic)
	fmt.Println(report.Err(), err)
	series, err := ghg.YearlyOfDeclared(ghg.AR5, ghg.Actual, "annual report", totals...)
	for f := range series.All() {
		fmt.Println(f.Year, f.CO2e, f.Source)
	}
	fmt.Println(err)
	// Output:
	// <nil> <nil>
	// 2018 9430000 tCO2e (AR5) annual report
	// 2022 8700000 tCO2e (AR5) annual report
	// <nil>
}

// One published total beside the figures of one's own inventories.
func ExampleDeclaredTotal_YearFigure() {
	printed, _ := ghg.ParseFigure("9.43", ghg.Megatonne)
	total := ghg.DeclaredTotal{Place: "Daegu", Period: ghg.CalendarYear(2018), Declared: ghg.Declared{View: gpc.Basic, Figure: printed}}
	f, err := total.YearFigure(ghg.AR5, ghg.Actual, "plan of 2021")
	fmt.Println(f.Year, f.CO2e, f.Source, err)
	// Output: 2018 9430000 tCO2e (AR5) plan of 2021 <nil>
}

// All inventories of a file, and a series of them.
func ExampleInventories() {
	const file = `place,year,category,mass,unit,gas
Daegu,2018,I.1.1,5000,kt,CO2
Daegu,2018,II.1.1,2600,kt,CO2
Daegu,2022,I.1.1,4900,kt,CO2
`
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gpc.Scheme})
	fmt.Println(report.Err(), err)
	inventories, _, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	fmt.Println(len(inventories), err)
	series, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inventories...)
	fmt.Println(series.Len(), err)
	// Output:
	// <nil> <nil>
	// 2 <nil>
	// 2 <nil>
}

// What one year counts and the other does not would pass for a cut.
func ExampleYearFigure_Unlike() {
	category := func(code string) ghg.Category { return ghg.Category{Scheme: "GPC 1.1", Code: code} }
	kt := func(n string) ghg.CO2e { return ghg.MustCO2e(n + " ktCO2e (AR5)") }
	base := ghg.YearFigure{Year: 2018, CO2e: kt("1000"), Vintage: ghg.FirstVintage, Parts: []ghg.YearPart{
		{Category: category("I.1.1"), Gas: ghg.CO2, CO2e: kt("640")}, {Category: category("II.1.1"), Gas: ghg.CO2, CO2e: kt("360")}}}
	now := ghg.YearFigure{Year: 2023, CO2e: kt("640"), Vintage: ghg.FirstVintage, Parts: []ghg.YearPart{
		{Category: category("I.1.1"), Gas: ghg.CO2, CO2e: kt("640")}, {Category: category("II.1.1"), Key: ghg.NE}}}
	u := base.Unlike(now)
	fmt.Println(u)
	only, _ := u.Amounts()
	fmt.Println(u.IsZero(), only)
	// Output:
	// II.1.1 CO2 (in 2023 NE), 360000 tCO2e (AR5) of 2018
	// false 360000 tCO2e (AR5)
}

// A fiscal year behind a calendar year leaves out days, and cannot be added to it.
func ExamplePeriodError() {
	view := ghg.MustDeclaredView("city total", "Daegu")
	series, err := ghg.NewYearly("Daegu", view, ghg.AR5, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e (AR5)"), Vintage: 1},
		{Year: 2019, Period: ghg.FiscalYear(2019, time.April), CO2e: ghg.MustCO2e("9.2 MtCO2e (AR5)"), Vintage: 1},
	})
	fmt.Println(series.Len(), err)
	err = series.CanAdd(2018, 2019)
	var periods *ghg.PeriodError
	if errors.As(err, &periods) {
		for _, b := range periods.Breaks {
			fmt.Println(b)
		}
	}
	// Output:
	// 2 <nil>
	// 2018 and 2019-04-01/2020-03-31: 90 days in neither
}
