package activity_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/activity"
	"github.com/localghg/localghg/ghg/gpc"
)

// BenchmarkRead reads and estimates rows of combustion and walks their records, in turn with
// ghg.ReadCSV on the same rows as records, of which there are three times as many, a gas
// each, and on as many lines as there are rows, of one record each. It reports the ratios of
// the fastest runs: the first is at most 3 (0.5 when it was written, the second 4.5).
//
//	go test ./ghg/estimate/activity -run '^$' -bench Read -benchtime 5x
func BenchmarkRead(b *testing.B) {
	const n = 100_000
	text := combustionRows(n)
	format := ghg.CSVFormat{Scheme: gpc.Scheme, File: "bills.csv"}
	sheet, report, err := activity.Read(strings.NewReader(text), format, ghg.AR5)
	if err != nil || report.Faults.Len() > 0 {
		b.Fatal(err, report.Faults)
	}
	var records bytes.Buffer
	if err := ghg.WriteCSV(&records, slices.Collect(sheet.Records())); err != nil {
		b.Fatal(err)
	}
	lines := strings.NewReplacer(",amount,", ",mass,", ",method,of,", ",method,fuel,",
		",Nm3,", ",t,", ",L,", ",t,", ",TJ (net),", ",t,").Replace(text)
	fastest := map[string]time.Duration{}
	timed := func(name string, do func() (int, error), want int) {
		begin := time.Now()
		got, err := do()
		took := time.Since(begin)
		if err != nil || got != want {
			b.Fatal(name, got, err)
		}
		if before, found := fastest[name]; !found || took < before {
			fastest[name] = took
		}
	}
	read := func(text string) func() (int, error) {
		return func() (int, error) {
			records, _, err := ghg.ReadCSV(strings.NewReader(text), format)
			return len(records), err
		}
	}
	for b.Loop() {
		timed("activity", func() (int, error) {
			sheet, _, err := activity.Read(strings.NewReader(text), format, ghg.AR5)
			count := 0
			for range sheet.Records() {
				count++
			}
			return count, err
		}, 3*n)
		timed("records", read(records.String()), 3*n)
		timed("lines", read(lines), n)
	}
	ratio := float64(fastest["activity"]) / float64(fastest["records"])
	b.ReportMetric(ratio, "×records")
	b.ReportMetric(float64(fastest["activity"])/float64(fastest["lines"]), "×lines")
	b.ReportMetric(float64(fastest["activity"].Nanoseconds())/n, "ns/row")
	if ratio > 3 {
		b.Errorf("%.2f times the cost of reading the same rows as records", ratio)
	}
}

// BenchmarkReadOwnFactors is of rows that each state a factor of their own, so that none
// shares what another looked up: 0.2 ms a row before units of rates in tables of factors
// were read once, 0.06 ms since.
func BenchmarkReadOwnFactors(b *testing.B) {
	const n = 10_000
	var text strings.Builder
	text.WriteString(header)
	for i := range n {
		fmt.Fprintf(&text, "Nara,2023,I.1.1,%d,t,combustion,Natural Gas,IPCC 2006,,residential,,,CH4 = %d.%d kg CH4/TJ (net),own,\n", i, i%7, i)
	}
	for b.Loop() {
		sheet, report, err := activity.Read(strings.NewReader(text.String()), ghg.CSVFormat{Scheme: gpc.Scheme}, ghg.AR5)
		if err != nil || report.Faults.Len() > 0 || sheet.Len() != n {
			b.Fatal(err, report.Faults)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/row")
}

// combustionRows are rows of fuel by 20 choices, each with an amount of its own.
func combustionRows(n int) string {
	var out strings.Builder
	out.WriteString("place,year,category,amount,unit,method,of,factors,rule,sector,activity,source\n")
	fuels := []string{"city gas (LNG),GIR,at year end", "diesel,GIR,at year end", "Natural Gas,IPCC 2006,", "Anthracite,IPCC 2006,"}
	units := []string{"Nm3", "L", "TJ (net)", "t"}
	for i := range n {
		fmt.Fprintf(&out, "Nara %d,%d,I.1.1,%d.%d,%s,combustion,%s,residential,homes %d,sales of 2023\n",
			i/500, 2023+i%2, 1000+i, i%10, units[i%4], fuels[i%4], i%500)
	}
	return out.String()
}
