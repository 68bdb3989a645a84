package ghg_test

import (
	"fmt"
	"time"

	"github.com/localghg/localghg/ghg"
)

func ExamplePeriod() {
	p := ghg.FiscalYear(2018, time.April)
	fmt.Println(p, p.Year(), p.IsTwelveMonths())
	fmt.Println(ghg.CalendarYear(2018), ghg.CalendarYear(1066))
	// Output:
	// 2018-04-01/2019-03-31 2018 true
	// 2018 no period
}

func ExampleParsePeriod() {
	p, err := ghg.ParsePeriod("2018")
	fmt.Println(p.Start(), p.End(), err)
	_, err = ghg.ParsePeriod("FY18")
	fmt.Println(err)
	// Output:
	// 2018-01-01 2018-12-31 <nil>
	// period "FY18": write a year from 1850 to 2300, or the first and last day as 2018-04-01/2019-03-31
}

func ExampleNewPeriod() {
	half, err := ghg.NewPeriod(ghg.Date{Year: 2018, Month: time.January, Day: 1}, ghg.Date{Year: 2018, Month: time.June, Day: 30})
	fmt.Println(half, half.IsTwelveMonths(), err)
	// Output:
	// 2018-01-01/2018-06-30 false <nil>
}

func ExampleDate() {
	d := ghg.Date{Year: 2018, Month: time.February, Day: 29}
	fmt.Println(d, d.Valid())
	// Output:
	// 2018-02-29 false
}

func ExampleVintage() {
	fmt.Println(ghg.FirstVintage, "and its restatement,", ghg.Vintage(2))
	// Output:
	// first vintage and its restatement, vintage 2
}

func ExamplePlaceID() {
	var daegu ghg.PlaceID = "KR-27"
	fmt.Println(daegu)
	// Output:
	// KR-27
}

func ExampleParseDate() {
	fmt.Println(ghg.ParseDate("2025-12-18"))
	_, err := ghg.ParseDate("2025-02-29")
	fmt.Println(err)
	// Output:
	// 2025-12-18 <nil>
	// date "2025-02-29": write a day that exists, in a year from 1850 to 2300, as 2018-12-31
}
