package ledger_test

import (
	"bytes"
	"context"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/require"
)

// edgeMasses are masses at which something ends: what is read at once, 18 digits, a word, the
// most digits that may enter. One digit or place more is a fault.
var edgeMasses = struct{ plain, long, refused []string }{
	[]string{"0", "1", "-1", "999999999999999999", "-999999999999999999", "99999999.9999999", "-99999999.9999999", "9999999.99999999",
		"12345678.9012345", "0.00000000000000001", "100000000", "-0.5", "99999999", "999999999"},
	[]string{"1000000000000000000", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "0.999999999999999999",
		"99999999999999999999999999999999999999", "-99999999999999999999999999999999999999", "0.000000000000000000000000000001"},
	[]string{"100000000000000000000000000000000000000", "0.0000000000000000000000000000001"},
}

// edgeRows are very many rows at the edges, some of them over and over; the sums of those that
// are taken, as fractions, and how many are refused.
func edgeRows(r *rand.Rand, n int) (rows [][]byte, want map[string]*big.Rat, refused int) {
	want = map[string]*big.Rat{}
	for len(rows) < n {
		k := ledger.Key{Place: pick(r, places), Period: ghg.CalendarYear(2018 + r.IntN(3)), Category: pick(r, categories),
			Gas: pick(r, gases[:3])}
		of, times := edgeMasses.plain, pick(r, []int{1, 1, 2, 3, 170, 1000})
		switch r.IntN(40) {
		case 0:
			of, times = edgeMasses.long, min(times, 170)
		case 1:
			of, times = edgeMasses.refused, 1
		}
		mass := pick(r, of)
		row := []byte(string(k.Place) + "," + k.Period.String() + "," + k.Category + "," + mass + ",t," + k.Gas.String() + "\n")
		rows = append(rows, slices.Repeat([][]byte{row}, times)...)
		if &of[0] == &edgeMasses.refused[0] {
			refused++
			continue
		}
		if want[text(k)] == nil {
			want[text(k)] = new(big.Rat)
		}
		sum := new(big.Rat).Mul(number(mass).Rat(), big.NewRat(int64(times), 1))
		want[text(k)].Add(want[text(k)], sum)
	}
	return rows, want, refused
}

// Sums of a million rows at the edges are those of fractions, in whatever parts the rows are
// read, by however many readers, and in whatever order the parts are merged.
func TestSumsOfAMillionRowsAtTheEdges(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	rows, want, refused := edgeRows(r, fewerIfRaced(1_000_000))
	require.Positive(t, refused)
	o := usual
	o.Faulty = ledger.SumTheRest
	read := func(rows [][]byte) (ledger.Partial, ledger.Report) {
		o.Workers = 1 + r.IntN(3)
		text := append([]byte(columns), bytes.Join(rows, nil)...)
		sums, report, err := ledger.ReadInBlocks(context.Background(), bytes.NewReader(text), o, pick(r, []int{1000, 1 << 16, 1 << 18}))
		require.NoError(t, err)
		require.Equal(t, len(rows), report.Rows+report.Faults.Len())
		return sums, report
	}
	whole, report := read(rows)
	require.Equal(t, refused, report.Faults.Len())
	for _, f := range report.Faults.All {
		require.Contains(t, string(rows[f.Line-2]), ","+f.Value+",")
		require.Contains(t, edgeMasses.refused, f.Value)
	}
	totals, err := whole.Totals(ledger.ByAll)
	require.NoError(t, err)
	sameSums(t, want, totals)
	bytesOfAll, err := whole.MarshalBinary()
	require.NoError(t, err)

	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	parts := []ledger.Partial{ledger.NewPartial(gpc.Scheme)}
	for len(rows) > 0 {
		n := min(1+r.IntN(400_000), len(rows))
		part, _ := read(rows[:n])
		parts, rows = append(parts, part), rows[n:]
	}
	for range 5 {
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		sum := parts[0]
		for _, p := range parts[1:] {
			sum, err = sum.Merge(p)
			require.NoError(t, err)
		}
		merged, err := sum.MarshalBinary()
		require.NoError(t, err)
		require.True(t, bytes.Equal(bytesOfAll, merged))
	}
}
