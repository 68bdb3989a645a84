// Package growthtest measures how a cost grows with its input, for benchmarks.
package growthtest

import (
	"math"
	"testing"
	"time"
)

// Exponent reports, as the metric "exponent", e of a cost that grows like n^e: from the least of
// some times at n and at 4n. What is measured is made before, by of, and is not counted.
func Exponent(b *testing.B, n int, of func(n int) func()) {
	b.Helper()
	small, large := of(n), of(4*n)
	for b.Loop() {
		b.ReportMetric(math.Log(float64(least(large))/float64(least(small)))/math.Log(4), "exponent")
	}
}

// least is the least time of some runs.
func least(run func()) time.Duration {
	var best time.Duration
	for i := range 5 {
		start := time.Now()
		run()
		if took := time.Since(start); i == 0 || took < best {
			best = took
		}
	}
	return max(best, 1)
}
