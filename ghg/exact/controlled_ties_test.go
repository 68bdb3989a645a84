package exact_test

import (
	"math/big"
	"math/rand"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// Cells that differ in their last digit alone, which may be the thirtieth: what a cell
// is off by goes before every position, and no sum of costs outgrows its words.
func TestNearTiesAreBest(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(11))
	for range 60 {
		rows := make([]decs, 2+r.Intn(2))
		digits := int32([]int{2, 3, 17, 30}[r.Intn(4)])
		half := new(big.Int).Mul(big.NewInt(5), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits-1)), nil))
		columns := 2 + r.Intn(4)
		if len(rows) == 3 {
			columns = min(columns, 4)
		}
		for i := range rows {
			for range columns {
				x := new(big.Int).Add(half, big.NewInt(int64(r.Intn(3)-1)))
				rows[i] = append(rows[i], decimal.NewFromBigInt(x, -digits))
			}
		}
		best, _ := bestOf(t, rows, 0)
		require.Zero(t, offOf(rows, controlled(t, rows, 0)).cmp(best), "%v", rows)
	}
}

// Two rows are nearly as far from the unit above as from that below, of cells that are
// not, and all else is whole: the little that totals gain goes before all that cells
// lose, be it in several of them.
func TestNearTiesOfTotalsAreBest(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(12))
	const unit = 100_000
	for range 60 {
		columns := 3 + r.Intn(2)
		cells := make([][]int64, 3)
		for i := range cells {
			cells[i] = make([]int64, columns)
		}
		for i, last := range []int64{unit/2 + 1, unit/2 - 1} {
			for j := range columns - 1 {
				cells[i][j] = []int64{1, 2, unit - 2, unit - 1}[r.Intn(4)]
				last -= cells[i][j]
			}
			cells[i][columns-1] = last
		}
		for j := range columns {
			cells[2][j] = -cells[0][j] - cells[1][j]
		}
		r.Shuffle(3, func(i, j int) { cells[i], cells[j] = cells[j], cells[i] })
		rows := make([]decs, 3)
		for i := range rows {
			for _, x := range cells[i] {
				rows[i] = append(rows[i], decimal.New(x, -5))
			}
		}
		best, _ := bestOf(t, rows, 0)
		require.Zero(t, offOf(rows, controlled(t, rows, 0)).cmp(best), "%v", rows)
	}
}
