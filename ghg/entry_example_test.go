package ghg_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// What a 0 is decides what a total says: a form that nobody filled in reports
// nothing, and its 0 is no emission. A key counts, and 0 beside it does not.
func ExampleEntry() {
	file := strings.NewReader(`place,year,category,gas,mass,unit,key,entry
대구,2022,I.1.1,CO2,0,t,,placeholder
대구,2022,I.1.2,CO2,0,t,,확인
대구,2022,II.1.1,CO2,2.05,Mt,,provider default
대구,2022,III.1.1,CH4,0,t,NE,
`)
	records, report, _ := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	for _, r := range records {
		fmt.Printf("%s: %s (%s)\n", r.Category.Code, r.Value, r.Value.Entry())
	}
	fmt.Println(report.Findings)
	inv, _, _ := ghg.NewInventory("대구", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, records)
	total, _ := inv.Total(gpc.Basic, ghg.AR5)
	fmt.Println(total.CO2e, "·", total.Coverage)
	// Output:
	// I.1.1: 0 as a placeholder (placeholder)
	// I.1.2: 0 t, confirmed (confirmed)
	// II.1.1: 2050000 t, provider default (provider default)
	// III.1.1: NE ()
	// line 5, key-normalised: 0 beside the key: the key counts, and there is no number, on line 5
	// 2050000 tCO2e (AR5) · 32 required: 2 reported (1 of them by default), 1 NE, 29 gaps (1 of them placeholders)
}

// A placeholder is made of a 0 alone.
func ExampleValue_EnteredAs() {
	meter := ghg.Emitted(ghg.MustMass("12.5 t CO2"))
	confirmed, err := meter.EnteredAs(ghg.Confirmed)
	fmt.Println(confirmed, err)
	_, err = meter.EnteredAs(ghg.Placeholder)
	var fault ghg.Fault
	if errors.As(err, &fault) {
		fmt.Println(fault.Field, fault.Value)
	}
	fmt.Println(err)
	// Output:
	// 12.5 t CO2, confirmed <nil>
	// entry placeholder
	// value 12.5 t CO2, entry "placeholder": a placeholder is a 0, or nothing: what was entered is none
}

func ExampleParseEntry() {
	entry, err := ghg.ParseEntry("기본값")
	fmt.Println(entry, entry.Korean(), err)
	_, err = ghg.ParseEntry("zero")
	fmt.Println(err)
	// Output:
	// provider default 기본값 <nil>
	// unknown entry "zero": allowed are confirmed, placeholder, blank, provider default, local override
}
