package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
)

// Readings of meters become exact sums by category and gas, and those CO2e in any metric.
func Example() {
	b, err := ledger.NewBuilder(gpc.Scheme)
	if err != nil {
		panic(err)
	}
	january, err := ghg.NewPeriod(ghg.MustDate("2024-01-01"), ghg.MustDate("2024-01-31"))
	if err != nil {
		panic(err)
	}
	for _, row := range []struct {
		gas    ghg.Gas
		factor string // t/MWh
	}{{ghg.CO2, "0.20196"}, {ghg.CH4, "0.0000036"}} {
		key := ledger.Key{Place: "Ghent", Period: january, Category: "I.2.1", Gas: row.gas, Fuel: "natural gas"}
		rows, err := b.Rows(key)
		if err != nil {
			panic(err)
		}
		for _, reading := range []string{"1200.5", "880.25", "0"} { // MWh
			err := rows.AddProduct(decimal.RequireFromString(reading), decimal.RequireFromString(row.factor))
			if err != nil {
				panic(err)
			}
		}
	}
	l := b.Ledger()
	fmt.Println(l.Len(), "rows of", l.Scheme().ID())
	totals, err := l.Totals(ledger.ByYear | ledger.ByCategory)
	if err != nil {
		panic(err)
	}
	for g := range totals {
		co2e, err := g.CO2e(ghg.AR5)
		fmt.Println(g.Period, g.Category, g.Masses(), co2e, err)
	}
	// Output:
	// 6 rows of GPC 1.1
	// 2024 I.2.1 [0.0074907 t CH4 420.22827 t CO2] 420.4380096 tCO2e (AR5) <nil>
}

// What two machines hold is added up apart and merged; records of the sums make an
// inventory, which knows what a total of the standard is.
func ExamplePartial() {
	part := func(masses ...string) ledger.Partial {
		b, err := ledger.NewBuilder(gpc.Scheme)
		if err != nil {
			panic(err)
		}
		for _, m := range masses {
			key := ledger.Key{Place: "Ghent", Period: ghg.CalendarYear(2024), Category: "I.1.1", Gas: ghg.CO2}
			if err := b.Add(key, ghg.MustMass(m)); err != nil {
				panic(err)
			}
		}
		return b.Ledger().Partial()
	}
	sent, err := part("20.5 kg", "1 t").MarshalBinary() // to the other machine
	if err != nil {
		panic(err)
	}
	received := ledger.NewPartial(gpc.Scheme)
	if err := received.UnmarshalBinary(sent); err != nil {
		panic(err)
	}
	sum, err := part("3 kt").Merge(received)
	if err != nil {
		panic(err)
	}
	records, err := sum.Records(ledger.ByAll)
	if err != nil {
		panic(err)
	}
	for id, group := range ghg.GroupRecords(slices.Collect(records)) {
		inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, sum.Scheme(), group)
		if err != nil {
			panic(err)
		}
		total, err := inv.Total(gpc.Basic, ghg.AR5)
		fmt.Println(id.Place, id.Period, sum.Len(), total.CO2e, err)
	}
	// Output:
	// Ghent 2024 1 3001.0205 tCO2e (AR5) <nil>
}

// A file is added up without holding its rows. What is no mass comes as a record, and a row
// that cannot be used is named with its line.
func ExampleReadCSV() {
	file := `place,year,category,gas,mass,unit
Ghent,2023,I.1.1,CO2,1200.5,t
Ghent,2023,I.1.1,CO2,300.25,t
Ghent,2023,I.1.1,CO2,one,t
Ghent,2023,I.1.1,CO2,"1,500",kg
Ghent,2023,I.1.2,,NE,
`
	var keys []ghg.Record
	sums, report, err := ledger.ReadCSV(context.Background(), strings.NewReader(file), ledger.ReadOptions{
		Format:   ghg.CSVFormat{Scheme: gpc.Scheme, Thousands: ','},
		Faulty:   ledger.SumTheRest,
		Others:   func(r ghg.Record) { keys = append(keys, r) },
		Progress: func(p ledger.Progress) { fmt.Println(p.Bytes, "bytes,", p.Rows, "rows") },
		Workers:  1,
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(report.Rows, "rows,", report.Others, "other:", keys[0].Category, keys[0].Value)
	fmt.Println(report.Err())
	totals, err := sums.Totals(ledger.ByPlace | ledger.ByYear | ledger.ByGas)
	if err != nil {
		panic(err)
	}
	for g := range totals {
		fmt.Println(g.Place, g.Period, g.Masses())
	}
	// Output:
	// 175 bytes, 3 rows
	// 3 rows, 1 other: GPC 1.1 I.1.2 NE
	// line 4, mass "one": not a number: it needs digits
	// Ghent 2023 [1502.25 t CO2]
}

// What becomes of a file with faults must be said.
// A key is refused when it is asked for, and a number when it comes; what was added stands.
func ExampleRows() {
	b, err := ledger.NewBuilder(gpc.Scheme)
	if err != nil {
		panic(err)
	}
	key := ledger.Key{Place: "Ghent", Period: ghg.CalendarYear(2024), Category: "I.9", Gas: ghg.CO2}
	_, err = b.Rows(key)
	fmt.Println(err)
	key.Category = "I.2.1"
	rows, err := b.Rows(key)
	if err != nil {
		panic(err)
	}
	fmt.Println(rows.Add(ghg.MustMass("12.5 kg")), rows.Add(ghg.MustMass("3 kg CH4")), b.Ledger().Len())
	// Output:
	// category "I.9": no category of GPC 1.1
	// <nil> gas "CO2": the value is a mass of CH4 1
}

func ExampleFaulty() {
	file := "place,year,category,gas,mass,unit\nGhent,2023,I.1.1,CO2,-,t\n"
	_, report, err := ledger.ReadCSV(context.Background(), strings.NewReader(file),
		ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile})
	fmt.Println(ledger.RefuseFile, report.Rows, err != nil)
	// Output:
	// refuse the file 0 true
}

// A record that is there already gives its key.
func ExampleKeyOf() {
	b, err := ledger.NewBuilder(gpc.Scheme)
	if err != nil {
		panic(err)
	}
	r := ghg.Record{Place: "Ghent", Period: ghg.CalendarYear(2024), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"},
		Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("2 t"))}
	if m, ok := r.Value.Mass(); ok {
		fmt.Println(b.Add(ledger.KeyOf(r), m), b.Ledger().Len())
	}
	// Output:
	// <nil> 1
}

func ExampleAlternativesError() {
	b, err := ledger.NewBuilder(gpc.Scheme)
	if err != nil {
		panic(err)
	}
	key := ledger.Key{Place: "Ghent", Period: ghg.CalendarYear(2024), Category: "I.2.2", Gas: ghg.CO2}
	for _, key.Variant = range []ghg.Variant{ghg.LocationBased, ghg.MarketBased} {
		if err := b.Add(key, ghg.MustMass("5 t")); err != nil {
			panic(err)
		}
	}
	by := ledger.ByCategory
	totals, err := b.Ledger().Totals(by)
	var alternatives *ledger.AlternativesError
	if errors.As(err, &alternatives) {
		fmt.Println(alternatives.A, "or", alternatives.B)
		totals, err = b.Ledger().Totals(by | alternatives.Ask)
	}
	for g := range totals {
		fmt.Println(g.Variant, g.Masses(), err)
	}
	// Output:
	// location-based or market-based
	// location-based [5 t CO2] <nil>
	// market-based [5 t CO2] <nil>
}

func ExampleSchemeError() {
	_, err := ledger.NewPartial(gpc.Scheme).Merge(ledger.NewPartial(gpc.CRFScheme))
	var schemes *ledger.SchemeError
	if errors.As(err, &schemes) {
		fmt.Println(schemes.A, "and", schemes.B)
	}
	// Output:
	// GPC 1.1 and GCoM CRF
}

func ExampleFormError() {
	data, err := ledger.NewPartial(gpc.Scheme).MarshalBinary()
	if err != nil {
		panic(err)
	}
	data[30] ^= 1 // a bit fell over on the way
	sums := ledger.NewPartial(gpc.Scheme)
	var form *ledger.FormError
	if errors.As(sums.UnmarshalBinary(data), &form) {
		fmt.Println(form.Detail)
	}
	// Output:
	// the checksum is not that of the bytes: they are cut or damaged
}
