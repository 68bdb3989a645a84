package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

// BenchmarkPlace reads a file of many places, of which each has fifteen records, and prints
// them: what a place and year costs, from the file to the text. Beside it, in turn, does a
// program of encoding/csv and a map of decimals, which checks nothing, has one total and four
// gases, and prints with fmt.
//
//	go test ./examples/inventory -run '^$' -bench Place
func BenchmarkPlace(b *testing.B) {
	const places = 400
	file := fileOf(places)
	b.ReportAllocs()
	var ours, naive []time.Duration
	for b.Loop() {
		begin := time.Now()
		run([]string{"-metric", "AR5"}, strings.NewReader(file), io.Discard, io.Discard)
		ours = append(ours, time.Since(begin))
		b.StopTimer()
		begin = time.Now()
		if err := naively(strings.NewReader(file), io.Discard); err != nil {
			b.Fatal(err)
		}
		naive = append(naive, time.Since(begin))
		b.StartTimer()
	}
	slices.Sort(ours)
	slices.Sort(naive)
	each := func(of []time.Duration) float64 { return float64(of[len(of)/2].Nanoseconds()) / 1000 / places }
	b.ReportMetric(each(ours), "µs/place")
	b.ReportMetric(each(naive), "naive-µs/place")
	b.ReportMetric(each(ours)/each(naive), "x-naive")
}

func fileOf(places int) string {
	var file strings.Builder
	file.WriteString("place,year,category,gas,mass,unit,source\n")
	codes := []string{"I.1.1", "I.1.2", "I.2.1", "I.2.2", "I.3.1", "II.1.1", "III.1.1", "III.4.1"}
	for p := range places {
		for i, code := range codes {
			fmt.Fprintf(&file, "town %d,2022,%s,CO2,%d.%d,t,statistics\n", p, code, 1000+p*i, i)
			if i > 0 {
				fmt.Fprintf(&file, "town %d,2022,%s,CH4,0.%03d,t,statistics\n", p, code, p+i)
			}
		}
	}
	return file.String()
}

// naively adds up a file by place, year and sector, and prints it.
func naively(in io.Reader, out io.Writer) error {
	gwp := map[string]decimal.Decimal{"CO2": decimal.NewFromInt(1), "CH4": decimal.NewFromInt(28), "N2O": decimal.NewFromInt(265),
		"SF6": decimal.NewFromInt(23500)}
	rows, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return err
	}
	type key struct{ place, year string }
	sums := map[key]map[string]decimal.Decimal{}
	var order []key
	for _, row := range rows[1:] {
		mass, err := decimal.NewFromString(row[4])
		if err != nil {
			return err
		}
		k := key{row[0], row[1]}
		if sums[k] == nil {
			sums[k] = map[string]decimal.Decimal{}
			order = append(order, k)
		}
		sector, _, _ := strings.Cut(row[2], ".")
		sums[k][sector] = sums[k][sector].Add(mass.Mul(gwp[row[3]]))
	}
	for _, k := range order {
		fmt.Fprintf(out, "%s, %s\n", k.place, k.year)
		total := decimal.Decimal{}
		for _, sector := range []string{"I", "II", "III", "IV", "V"} {
			fmt.Fprintf(out, "  %-20s %16s\n", sector, sums[k][sector].StringFixed(0))
			total = total.Add(sums[k][sector])
		}
		fmt.Fprintf(out, "  %-20s %16s\n", "total", total.StringFixed(0))
	}
	return nil
}
