package exact_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// BenchmarkParse reads the same numbers here and with decimal.NewFromString,
// and reports the ratio of the times: x/parse = 2 means that the general parser
// takes twice as long.
func BenchmarkParse(b *testing.B) {
	texts := []string{"12.5", "9430000", "-0.000123", "1234567.891", "4.2e3", "25228.9"}
	var ours, general time.Duration
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		for range 100 {
			for _, s := range texts {
				if _, err := exact.Parse(s); err != nil {
					b.Fatal(err)
				}
			}
		}
		middle := time.Now()
		for range 100 {
			for _, s := range texts {
				if _, err := decimal.NewFromString(s); err != nil {
					b.Fatal(err)
				}
			}
		}
		ours += middle.Sub(start)
		general += time.Since(middle)
	}
	numbers := float64(b.N * 100 * len(texts))
	b.ReportMetric(float64(ours.Nanoseconds())/numbers, "ns/parse")
	b.ReportMetric(float64(general)/float64(ours), "x/parse")
}

func BenchmarkLargestRemainder(b *testing.B) {
	parts := make([]decimal.Decimal, 53)
	for i := range parts {
		parts[i] = decimal.New(int64(i*i*7919+13), -3)
	}
	b.ReportAllocs()
	for b.Loop() {
		exact.LargestRemainder(parts, 0)
	}
}

func BenchmarkRoot(b *testing.B) {
	x := dec("0.55")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := exact.Root(x, 17, 12); err != nil {
			b.Fatal(err)
		}
	}
}
