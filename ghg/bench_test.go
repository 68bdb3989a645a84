package ghg_test

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
)

// recordsCSV is a file of n records such as a city's tool would write.
func recordsCSV(n int) string {
	codes := gpc.BasicPlus.Categories()
	gases := []string{"CO2", "CH4", "N2O"}
	var b strings.Builder
	b.WriteString("place,year,category,gas,mass,unit,fuel,source\n")
	for i := range n {
		fmt.Fprintf(&b, "Daegu,2018,%s,%s,%d.%03d,t,natural gas,KEPCO 2019\n", codes[i%len(codes)], gases[i%3], i*7919%100_000, i%1000)
	}
	return b.String()
}

func readInventory(tb testing.TB, text string) ghg.Inventory {
	records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil || report.Faults.Len() > 0 {
		tb.Fatal(err, report.Faults)
	}
	i, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, records)
	if err != nil {
		tb.Fatal(err)
	}
	return i
}

// BenchmarkReadCSV reads a file into an inventory. The ratio is to what
// encoding/csv alone takes to split the same file into strings, with no number
// parsed and nothing checked: the obvious floor of a program that uses it.
func BenchmarkReadCSV(b *testing.B) {
	const n = 50_000
	text := recordsCSV(n)
	b.SetBytes(int64(len(text)))
	readInventory(b, text) // the first run of a process also pays for its tables and heap
	b.ResetTimer()
	for range b.N {
		readInventory(b, text)
	}
	ours := b.Elapsed() / time.Duration(b.N)
	b.StopTimer()
	begin := time.Now()
	if rows, err := csv.NewReader(strings.NewReader(text)).ReadAll(); err != nil || len(rows) != n+1 {
		b.Fatal(err)
	}
	b.ReportMetric(float64(n)/ours.Seconds(), "records/s")
	b.ReportMetric(float64(ours)/float64(time.Since(begin)), "x_encoding/csv")
}

// BenchmarkTotal totals an inventory of 10,000 records. The ratio is to adding
// floats from a map, which is not exact, keeps no lines and checks nothing.
func BenchmarkTotal(b *testing.B) {
	const n = 10_000
	i := readInventory(b, recordsCSV(n))
	b.ResetTimer()
	for range b.N {
		if _, err := i.Total(gpc.BasicPlus, ghg.AR5); err != nil {
			b.Fatal(err)
		}
	}
	ours := b.Elapsed() / time.Duration(b.N)
	b.StopTimer()
	type line struct {
		code, gas string
		tonnes    float64
	}
	var lines []line
	for r := range i.Records() {
		m, _ := r.Value.Mass()
		f, _ := strconv.ParseFloat(m.Tonnes().String(), 64)
		lines = append(lines, line{r.Category.Code, r.Gas.String(), f})
	}
	gwp := map[string]float64{"CO2": 1, "CH4": 28, "N2O": 265}
	begin := time.Now()
	sums := map[string]float64{}
	for _, l := range lines {
		sums[l.code] += l.tonnes * gwp[l.gas]
	}
	b.ReportMetric(float64(ours.Milliseconds()), "ms/10k_records")
	b.ReportMetric(float64(ours)/float64(time.Since(begin)), "x_float_map")
}
