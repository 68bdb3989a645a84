package ghg_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
)

// shape is a kind of file that cities have.
type shape struct {
	name    string
	columns string                       // beyond place, year, category, gas, mass and unit
	place   func(i, n int) (string, int) // of line i of n
	number  func(i int) string           // nil is a number of at most 8 digits
	rest    func(i int) string           // the cells of the columns
	open    func(text string) io.Reader  // nil is a reader that knows its size
	alone   bool                         // one inventory, made without grouping
}

func onePlace(int, int) (string, int) { return "Daegu", 2018 }

func usual(int) string { return "natural gas,KEPCO 2019" }

// shapes are what the path from a file to totals is measured on.
var shapes = []shape{
	{name: "one place, not grouped", columns: "fuel,source", place: onePlace, rest: usual, alone: true},
	{name: "one place", columns: "fuel,source", place: onePlace, rest: usual},
	{name: "243 places × 20 years", columns: "fuel,source", rest: usual,
		place: func(i, n int) (string, int) { k := i * 243 * 20 / n; return "place " + strconv.Itoa(k/20), 2000 + k%20 }},
	{name: "places of 10 lines", columns: "fuel,source", rest: usual,
		place: func(i, _ int) (string, int) { return "place " + strconv.Itoa(i/10), 2018 }},
	{name: "100 places, lines mixed", columns: "fuel,source", rest: usual,
		place: func(i, _ int) (string, int) { return "place " + strconv.Itoa(i*7919%100), 2018 }},
	{name: "another source on each line", columns: "fuel,source", place: onePlace,
		rest: func(i int) string { return "natural gas,meter reading no. " + strconv.Itoa(i) }},
	{name: "another facility on each line", columns: "fuel,facility", place: onePlace,
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
	{name: "a reader without a size", columns: "fuel,source", place: onePlace, rest: usual,
		open: func(text string) io.Reader { return struct{ io.Reader }{strings.NewReader(text)} }},
}

func usualNumber(i int) string { return fmt.Sprintf("%d.%03d", i*7919%100_000, i%1000) }

// file is a file of n records in a shape.
func (s shape) file(n int) string {
	codes := gpc.BasicPlus.Categories()
	gases := []string{"CO2", "CH4", "N2O"}
	number := s.number
	if number == nil {
		number = usualNumber
	}
	var b strings.Builder
	b.WriteString("place,year,category,gas,mass,unit," + s.columns + "\n")
	for i := range n {
		place, year := s.place(i, n)
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
	records, report, err := ghg.ReadCSV(s.reader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
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

// BenchmarkPath goes from a file through records, groups and inventories to
// totals, in every shape, in turn with the naive program on the same file. It
// reports the processor time a line, how many times the naive program's that is
// (medians of one run), the bytes allocated, and those still held by records,
// inventories and totals together.
//
//	go test ./ghg -run '^$' -bench Path -benchtime 7x
func BenchmarkPath(b *testing.B) {
	const n = 100_000
	for _, s := range shapes {
		b.Run(s.name, func(b *testing.B) {
			text := s.file(n)
			walk := func() (walked, error) { return s.walk(text) }
			sums, err := naive(s.reader(text))
			if err != nil {
				b.Fatal(err)
			}
			held := float64(live(b, walk)) // the first run also warms tables and heap
			var ours, theirs []time.Duration
			var before, after runtime.MemStats
			b.ResetTimer()
			for range b.N {
				runtime.GC()
				runtime.ReadMemStats(&before)
				begin := cpuTime()
				w, err := walk()
				ours = append(ours, cpuTime()-begin)
				runtime.ReadMemStats(&after)
				if err != nil {
					b.Fatal(err)
				}
				w.check(b, sums)
				runtime.GC()
				begin = cpuTime()
				_, err = naive(s.reader(text))
				theirs = append(theirs, cpuTime()-begin)
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(median(ours).Nanoseconds())/n, "ns/line")
			b.ReportMetric(float64(median(ours))/float64(median(theirs)), "x_naive")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/n, "B/line")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/n, "allocs/line")
			b.ReportMetric(held/n, "live_B/line")
		})
	}
}

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}

// BenchmarkStages times the stages of the path apart, for one place. What one
// stage leaves to the collector may be charged to the next: judge by the path.
func BenchmarkStages(b *testing.B) {
	const n = 100_000
	s := shapes[0]
	text := s.file(n)
	w, err := s.walk(text)
	if err != nil {
		b.Fatal(err)
	}
	for _, stage := range []struct {
		name string
		run  func() error
	}{
		{"ReadCSV", func() error { _, _, err := ghg.ReadCSV(s.reader(text), ghg.CSVFormat{Scheme: gpc.Scheme}); return err }},
		{"GroupRecords", func() error {
			for range ghg.GroupRecords(w.records) {
			}
			return nil
		}},
		{"NewInventory", func() error {
			_, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, w.records)
			return err
		}},
		{"Total", func() error { _, err := w.inventories[0].Total(gpc.BasicPlus, ghg.AR5); return err }},
		{"By sector", func() error { w.totals[0].By(ghg.BySector); return nil }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := stage.run(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/line")
		})
	}
}

// BenchmarkSmallFile goes the path with a file of two lines.
func BenchmarkSmallFile(b *testing.B) {
	s := shapes[0]
	text := s.file(2)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.walk(text); err != nil {
			b.Fatal(err)
		}
	}
}
