// Package growthtest measures how a cost grows with its input, for benchmarks.
package growthtest

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// Exponent reports, as the metric "exponent", e of a cost that grows like n^e: from the least of
// some times at n and at 4n, taken in turns, each without the garbage of the one before. The
// collector waits meanwhile: it leaves a small heap alone, and would make a step between the two
// that is no growth. What is measured is made before, by of, and is not counted.
func Exponent(b *testing.B, n int, of func(n int) func()) {
	b.Helper()
	small, large := of(n), of(4*n)
	for b.Loop() {
		least, most := took(small), took(large)
		for range 6 {
			least, most = min(least, took(small)), min(most, took(large))
		}
		b.ReportMetric(math.Log(float64(most)/float64(least))/math.Log(4), "exponent")
	}
}

func took(run func()) time.Duration {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	start := time.Now()
	run()
	return max(time.Since(start), 1)
}
