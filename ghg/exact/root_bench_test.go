package exact

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
)

// A root by its logarithm beside one by whole numbers, in one run.
func BenchmarkRootOfDegree(b *testing.B) {
	x := decimal.RequireFromString("0.5512345678901234567890123456789")
	for _, n := range []int{12, 17, 60, 400} {
		b.Run(fmt.Sprint(n, "/logarithm"), func(b *testing.B) {
			for b.Loop() {
				rootByLog(x, n, 12)
			}
		})
		b.Run(fmt.Sprint(n, "/whole"), func(b *testing.B) {
			for b.Loop() {
				integerRoot(x.Shift(int32(13*n)).BigInt(), n)
			}
		})
	}
}
