package ghg_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
)

// shape is a kind of file that cities have.
type shape struct {
	name    string
	columns string                      // beyond place, year, category, gas, mass and unit
	place   func(i int) (string, int)   // of line i
	number  func(i int) string          // nil is a number of at most 8 digits
	rest    func(i int) string          // the cells of the columns
	open    func(text string) io.Reader // nil is a reader that knows its size
	alone   bool                        // one inventory, made without grouping
	file    string                      // its name, for the evidence
	most    int                         // bytes taken a line, where more than usual
}

func onePlace(int) (string, int) { return "Daegu", 2018 }

func usual(int) string { return "natural gas,KEPCO 2019" }

// shapes are what the path from a file to totals is measured on.
var shapes = []shape{
	{name: "one place, not grouped", columns: "fuel,source", place: onePlace, rest: usual, alone: true},
	{name: "one place", columns: "fuel,source", place: onePlace, rest: usual},
	{name: "243 places × 20 years", most: 450, columns: "fuel,source", rest: usual,
		place: func(i int) (string, int) { return "place " + strconv.Itoa(i/400), 2000 + i/20%20 }},
	{name: "places of 10 lines", most: 650, columns: "fuel,source", rest: usual,
		place: func(i int) (string, int) { return "place " + strconv.Itoa(i/10), 2018 }},
	{name: "100 places, lines mixed", most: 500, columns: "fuel,source", rest: usual,
		place: func(i int) (string, int) { return "place " + strconv.Itoa(i*7919%100), 2018 }},
	{name: "another source on each line", most: 600, columns: "fuel,source", place: onePlace,
		rest: func(i int) string { return "natural gas,meter reading no. " + strconv.Itoa(i) }},
	{name: "another facility on each line", most: 550, columns: "fuel,facility", place: onePlace,
		rest: func(i int) string { return "natural gas,boiler house " + strconv.Itoa(i) }},
	{name: "a key on every second line", columns: "key,explanation", place: onePlace,
		number: func(i int) string {
			if i%2 == 1 {
				return ""
			}
			return usualNumber(i)
		},
		rest: func(i int) string {
			if i%2 == 1 {
				return "NE,no data are collected"
			}
			return ","
		}},
	{name: "numbers of 20 to 26 digits", columns: "fuel,source", place: onePlace, rest: usual,
		number: func(i int) string { return fmt.Sprintf("%d.%0*d", 1_000_000_000+i*7919%100_000, 10+i%7, i) }},
	{name: "a reader without a size", most: 450, columns: "fuel,source", place: onePlace, rest: usual,
		open: func(text string) io.Reader { return struct{ io.Reader }{strings.NewReader(text)} }},
	{name: "a file with a name", columns: "fuel,source", place: onePlace, rest: usual, file: "records.csv"},
}

func usualNumber(i int) string { return fmt.Sprintf("%d.%03d", i*7919%100_000, i%1000) }

// text is a file of n records in a shape.
func (s shape) text(n int) string {
	codes := gpc.BasicPlus.Categories()
	gases := []string{"CO2", "CH4", "N2O"}
	number := s.number
	if number == nil {
		number = usualNumber
	}
	var b strings.Builder
	b.WriteString("place,year,category,gas,mass,unit," + s.columns + "\n")
	for i := range n {
		place, year := s.place(i)
		fmt.Fprintf(&b, "%s,%d,%s,%s,%s,t,%s\n", place, year, codes[i%len(codes)], gases[i%3], number(i), s.rest(i))
	}
	return b.String()
}

func (s shape) reader(text string) io.Reader {
	if s.open != nil {
		return s.open(text)
	}
	return strings.NewReader(text)
}

// walked is what a caller holds at the end of the path.
type walked struct {
	records     []ghg.Record
	inventories []ghg.Inventory
	totals      []ghg.Total
}

// walk goes the README's way from a file to the totals of its inventories.
func (s shape) walk(text string) (walked, error) {
	records, report, err := ghg.ReadCSV(s.reader(text), ghg.CSVFormat{Scheme: gpc.Scheme, File: s.file})
	w := walked{records: records}
	if err != nil || report.Err() != nil {
		return w, errors.Join(err, report.Err())
	}
	add := func(place ghg.PlaceID, period ghg.Period, group []ghg.Record) {
		inv, _, errA := ghg.NewInventory(place, period, ghg.FirstVintage, gpc.Scheme, group)
		total, errB := inv.Total(gpc.BasicPlus, ghg.AR5)
		w.inventories, w.totals = append(w.inventories, inv), append(w.totals, total)
		err = errors.Join(err, errA, errB)
	}
	if s.alone {
		add("Daegu", ghg.CalendarYear(2018), records)
		return w, err
	}
	for id, group := range ghg.GroupRecords(records) {
		add(id.Place, id.Period, group)
	}
	return w, err
}

// naive is the program that anybody would write first: encoding/csv and a map of
// decimals. It checks nothing and keeps no lines.
func naive(r io.Reader) (map[[2]string]decimal.Decimal, error) {
	gwp := map[string]decimal.Decimal{"CO2": decimal.NewFromInt(1), "CH4": decimal.NewFromInt(28), "N2O": decimal.NewFromInt(265)}
	sums := map[[2]string]decimal.Decimal{}
	rows := csv.NewReader(r)
	if _, err := rows.Read(); err != nil {
		return nil, err
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return sums, nil
		}
		if err != nil {
			return nil, err
		}
		if row[4] == "" {
			continue
		}
		mass, err := decimal.NewFromString(row[4])
		if err != nil {
			return nil, err
		}
		id := [2]string{row[0], row[1]}
		sums[id] = sums[id].Add(mass.Mul(gwp[row[3]]))
	}
}

// check holds the totals against the naive sums.
func (w walked) check(tb testing.TB, sums map[[2]string]decimal.Decimal) {
	tb.Helper()
	if len(sums) != len(w.totals) {
		tb.Fatalf("%d totals, not %d", len(w.totals), len(sums))
	}
	for i, inv := range w.inventories {
		want := sums[[2]string{string(inv.Place()), inv.Period().String()}]
		if have := w.totals[i].CO2e.Tonnes(); !have.Equal(want) || have.Exponent() != want.Exponent() {
			tb.Fatalf("%s %s: %s, not %s", inv.Place(), inv.Period(), have, want)
		}
	}
}

// live is what the heap holds of a value, in bytes.
func live[T any](tb testing.TB, hold func() (T, error)) uint64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	held, err := hold()
	if err != nil {
		tb.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(held)
	return after.HeapAlloc - min(before.HeapAlloc, after.HeapAlloc)
}

// The path comes to what the naive program comes to. What it takes of memory is the
// same on every machine: a bound for each shape, in bytes a line.
func TestRoomOfThePath(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	const n = 20_000
	for _, s := range shapes {
		text := s.text(n)
		walk := func() (walked, error) { return s.walk(text) }
		held := live(t, walk)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		w, err := walk()
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(s.name, err)
		}
		sums, err := naive(s.reader(text))
		if err != nil {
			t.Fatal(s.name, err)
		}
		w.check(t, sums)
		took := after.TotalAlloc - before.TotalAlloc
		if most := s.most; held > 400*n || took > uint64(max(most, 350)*n) {
			t.Errorf("%s: %d bytes a line held, %d taken", s.name, held/n, took/n)
		}
	}
	var before, after runtime.MemStats
	w, err := shapes[1].walk(shapes[1].text(n))
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&before)
	if _, err = w.inventories[0].Total(gpc.BasicPlus, ghg.AR5); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > n {
		t.Errorf("a total of all rows takes %d bytes", took)
	}
	text := shapes[1].text(2)
	runtime.ReadMemStats(&before)
	if _, err := shapes[1].walk(text); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 20_000 {
		t.Errorf("a file of two lines takes %d bytes", took)
	}
}
