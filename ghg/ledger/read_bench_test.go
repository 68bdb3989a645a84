package ledger_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
)

// bulkFile is rows of one place in random order: 90 categories or less, 7 gases, 8 years.
func bulkFile(rows int) []byte {
	r := rand.New(rand.NewPCG(1, 6))
	var codes []string
	for node := range gpc.Scheme.Nodes() {
		if node.Reportable {
			codes = append(codes, node.Code)
		}
	}
	var b bytes.Buffer
	b.WriteString("place,year,category,gas,mass,unit\n")
	for range rows {
		fmt.Fprintf(&b, "Ghent,%d,%s,%s,%d.%03d,t\n", 2015+r.IntN(8), pick(r, codes), pick(r, []string{"CO2", "CH4", "N2O", "SF6", "NF3"}),
			r.IntN(100_000), r.IntN(1000))
	}
	return b.Bytes()
}

// naiveCSV adds up the CO2e of a file with encoding/csv, a map and decimals.
func naiveCSV(b *testing.B, text []byte) map[[4]string]decimal.Decimal {
	gwp := map[string]decimal.Decimal{}
	for g := range ghg.AllGases() {
		if v, err := ghg.AR5.GWP(g); err == nil {
			gwp[g.String()] = v
		}
	}
	sums := map[[4]string]decimal.Decimal{}
	in := csv.NewReader(bytes.NewReader(text))
	in.ReuseRecord = true
	if _, err := in.Read(); err != nil {
		b.Fatal(err)
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return sums
		}
		if err != nil {
			b.Fatal(err)
		}
		mass, err := decimal.NewFromString(row[4])
		if err != nil {
			b.Fatal(err)
		}
		k := [4]string{row[0], row[1], row[2], row[3]}
		sums[k] = sums[k].Add(mass.Mul(gwp[row[3]]))
	}
}

// BenchmarkReadCSV adds up a file of a million rows and makes CO2e of the sums, on one
// processor and on all, beside encoding/csv with a map of decimals that does so row by row,
// and beside the ordinary reader, which makes records.
//
//	go test ./ghg/ledger -run '^$' -bench ReadCSV -benchtime 1x
func BenchmarkReadCSV(b *testing.B) {
	const rows = 1_000_000
	text := bulkFile(rows)
	o := ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile}
	read := func(workers int) func() {
		o := o
		o.Workers = workers
		return func() {
			sums, report, err := ledger.ReadCSV(context.Background(), bytes.NewReader(text), o)
			if err != nil || report.Rows != rows {
				b.Fatal(report.Rows, err)
			}
			totals, err := sums.Totals(ledger.ByAll)
			if err != nil {
				b.Fatal(err)
			}
			for g := range totals {
				if _, err := g.CO2e(ghg.AR5); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		took := least(9, read(1), read(0))
		slow := least(4, func() { naiveCSV(b, text) }, func() {
			if records, _, err := ghg.ReadCSV(bytes.NewReader(text), o.Format); err != nil || len(records) != rows {
				b.Fatal(len(records), err)
			}
		})
		b.ReportMetric(float64(took[0].Nanoseconds())/rows, "one-ns/row")
		b.ReportMetric(float64(took[1].Nanoseconds())/rows, "all-ns/row")
		b.ReportMetric(float64(slow[0].Nanoseconds())/rows, "naive-ns/row")
		b.ReportMetric(float64(slow[1].Nanoseconds())/rows, "records-ns/row")
		b.ReportMetric(float64(slow[0])/float64(took[0]), "naive-x-one")
		b.ReportMetric(float64(slow[0])/float64(took[1]), "naive-x-all")
	}
}
