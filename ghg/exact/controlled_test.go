package exact_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type decs = []decimal.Decimal

// tableOf makes a table of rows of texts.
func tableOf(rows ...[]string) []decs {
	out := make([]decs, len(rows))
	for i, row := range rows {
		out[i] = make(decs, len(row))
		for j, s := range row {
			out[i][j] = dec(s)
		}
	}
	return out
}

func transposed(rows []decs) []decs {
	out := make([]decs, len(rows[0]))
	for j := range out {
		for _, row := range rows {
			out[j] = append(out[j], row[j])
		}
	}
	return out
}

// margins are the totals of rows and of columns, and the grand total.
func margins(rows []decs) (byRow, byColumn decs, total decimal.Decimal) {
	if len(rows) > 0 {
		byColumn = make(decs, len(rows[0]))
	}
	for _, row := range rows {
		var sum decimal.Decimal
		for j, d := range row {
			sum, byColumn[j] = sum.Add(d), byColumn[j].Add(d)
		}
		byRow, total = append(byRow, sum), total.Add(sum)
	}
	return byRow, byColumn, total
}

// checkAdjacent holds that got is the unit below or above a value, or the value
// itself where that is whole.
func checkAdjacent(t *testing.T, what string, value, got decimal.Decimal, places int32) {
	t.Helper()
	unit := decimal.New(1, -places).Rat()
	if !new(big.Rat).Quo(got.Rat(), unit).IsInt() {
		t.Fatalf("%s: %s is not rounded to %d places", what, got, places)
	}
	off := new(big.Rat).Sub(got.Rat(), value.Rat())
	if off.Abs(off).Cmp(unit) >= 0 {
		t.Fatalf("%s: %s became %s", what, value, got)
	}
}

// checkTable holds what every rounding must give.
func checkTable(t *testing.T, rows, got []decs, places int32) {
	t.Helper()
	if len(got) != len(rows) {
		t.Fatalf("%d rows became %d", len(rows), len(got))
	}
	for i := range rows {
		if len(got[i]) != len(rows[i]) {
			t.Fatalf("row %d: %d cells became %d", i, len(rows[i]), len(got[i]))
		}
		for j := range rows[i] {
			checkAdjacent(t, fmt.Sprintf("cell %d, %d", i, j), rows[i][j], got[i][j], places)
		}
	}
	byRow, byColumn, total := margins(rows)
	gotRow, gotColumn, gotTotal := margins(got)
	for i := range byRow {
		checkAdjacent(t, fmt.Sprintf("row %d", i), byRow[i], gotRow[i], places)
	}
	for j := range byColumn {
		checkAdjacent(t, fmt.Sprintf("column %d", j), byColumn[j], gotColumn[j], places)
	}
	if want := roundRat(total.Rat(), places); gotTotal.Rat().Cmp(want) != 0 {
		t.Fatalf("the grand total is %s, not %s", gotTotal, want)
	}
}

// off is how far a rounding is from the truth, by the aims in their order: the
// totals, the cells, the positions of cells rounded up.
type off [3]*big.Rat

func (a off) cmp(b off) int {
	for i := range a {
		if c := a[i].Cmp(b[i]); c != 0 {
			return c
		}
	}
	return 0
}

func offOf(rows, got []decs) off {
	o := off{new(big.Rat), new(big.Rat), new(big.Rat)}
	add := func(i int, a, b decimal.Decimal) {
		d := new(big.Rat).Sub(a.Rat(), b.Rat())
		o[i].Add(o[i], d.Abs(d))
	}
	byRow, byColumn, _ := margins(rows)
	gotRow, gotColumn, _ := margins(got)
	for i := range byRow {
		add(0, byRow[i], gotRow[i])
	}
	for j := range byColumn {
		add(0, byColumn[j], gotColumn[j])
	}
	for i, row := range rows {
		for j, d := range row {
			add(1, d, got[i][j])
			if got[i][j].GreaterThan(d) {
				o[2].Add(o[2], big.NewRat(int64(i*len(row)+j), 1))
			}
		}
	}
	return o
}

// bestOf tries every choice of cells to round up, and returns the least that a
// rounding can be off, and how many choices are off by no more.
func bestOf(t *testing.T, rows []decs, places int32) (best off, choices int) {
	t.Helper()
	unit := decimal.New(1, -places)
	work, open := make([]decs, len(rows)), [][2]int{}
	for i, row := range rows {
		work[i] = make(decs, len(row))
		for j, d := range row {
			work[i][j] = d.RoundFloor(places)
			if !work[i][j].Equal(d) {
				open = append(open, [2]int{i, j})
			}
		}
	}
	byRow, byColumn, total := margins(rows)
	want := roundRat(total.Rat(), places)
	fits := func() bool {
		gotRow, gotColumn, gotTotal := margins(work)
		for i := range byRow {
			if !byRow[i].Sub(gotRow[i]).Abs().LessThan(unit) {
				return false
			}
		}
		for j := range byColumn {
			if !byColumn[j].Sub(gotColumn[j]).Abs().LessThan(unit) {
				return false
			}
		}
		return gotTotal.Rat().Cmp(want) == 0
	}
	for mask := range 1 << len(open) {
		for b, at := range open {
			work[at[0]][at[1]] = rows[at[0]][at[1]].RoundFloor(places)
			if mask>>b&1 == 1 {
				work[at[0]][at[1]] = work[at[0]][at[1]].Add(unit)
			}
		}
		if !fits() {
			continue
		}
		o := offOf(rows, work)
		switch {
		case choices == 0 || o.cmp(best) < 0:
			best, choices = o, 1
		case o.cmp(best) == 0:
			choices++
		}
	}
	require.Positive(t, choices)
	return best, choices
}

func controlled(t *testing.T, rows []decs, places int32) []decs {
	t.Helper()
	got, err := exact.ControlledRounding(rows, places)
	require.NoError(t, err)
	checkTable(t, rows, got, places)
	return got
}

func assertTable(t *testing.T, want, got []decs) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		require.Len(t, got[i], len(want[i]))
		for j := range want[i] {
			assert.True(t, want[i][j].Equal(got[i][j]), "cell %d, %d is %s, not %s", i, j, got[i][j], want[i][j])
		}
	}
}

func TestControlledRounding(t *testing.T) {
	for _, x := range []struct {
		name       string
		rows, want []decs
		places     int32
	}{
		{"no rows", tableOf(), tableOf(), 0},
		{"rows without cells", tableOf(nil, nil), tableOf(nil, nil), 3},
		{"all zero", tableOf([]string{"0", "0"}, []string{"0.00", "0"}), tableOf([]string{"0", "0"}, []string{"0", "0"}), 0},
		{"already whole", tableOf([]string{"12", "-3.00"}, []string{"0.0", "7"}), tableOf([]string{"12", "-3"}, []string{"0", "7"}), 0},
		{"one cell", tableOf([]string{"-2.5"}), tableOf([]string{"-3"}), 0},
		// Rows 1.2 and 1.5, columns 1.3 and 1.4, total 2.7, so 3: one row of 2,
		// the second, and one column, also the second.
		{"two by two", tableOf([]string{"0.7", "0.5"}, []string{"0.6", "0.9"}), tableOf([]string{"0", "1"}, []string{"1", "1"}), 0},
		// Rows of 20.8, so 21, columns of 31.2, so 31, and 62.4 in all, so 62: one
		// row must be 20, and the last has the latest positions.
		{"equal cells", tableOf([]string{"10.4", "10.4"}, []string{"10.4", "10.4"}, []string{"10.4", "10.4"}),
			tableOf([]string{"11", "10"}, []string{"10", "11"}, []string{"10", "10"}), 0},
		// Rows 0.6 and -0.6, so 1 and -1; columns -0.3, 0.1 and 0.2, so 0.
		{"removals", tableOf([]string{"0.4", "-0.3", "0.5"}, []string{"-0.7", "0.4", "-0.3"}),
			tableOf([]string{"1", "0", "0"}, []string{"-1", "0", "0"}), 0},
		// 358023 and -111111 by row, 469134 and -222222 by column, 246912 in all:
		// 360000 and -110000, 470000 and -220000, so two cells that do not share a
		// row go up: 4567 and 5678 are left of these, 3456 and 3211 of the others.
		{"tens of thousands", tableOf([]string{"123456", "234567"}, []string{"345678", "-456789"}),
			tableOf([]string{"120000", "240000"}, []string{"350000", "-460000"}), -4},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := controlled(t, x.rows, x.places)
			if len(x.rows) > 0 {
				best, _ := bestOf(t, x.rows, x.places)
				require.Zero(t, offOf(x.rows, got).cmp(best))
			}
			assertTable(t, x.want, got)
		})
	}
}

func TestControlledRoundingKeepsItsInput(t *testing.T) {
	rows := tableOf([]string{"0.5", "0.5"}, []string{"1.25", "3"})
	got := controlled(t, rows, 0)
	got[0][0], got[1][1] = dec("99"), dec("99")
	assertTable(t, tableOf([]string{"0.5", "0.5"}, []string{"1.25", "3"}), rows)
}

// A large round number is not written out to places that it does not have.
func TestRoundNumbersStayAsTheyAre(t *testing.T) {
	large := decimal.New(1, 390)
	got := controlled(t, []decs{{large, dec("0.25")}, {dec("0.25"), dec("0.5")}}, 1)
	assert.Equal(t, large, got[0][0])
	list, err := exact.CloseTo(decs{large, dec("0.25")}, large.Add(dec("0.3")), 1)
	require.NoError(t, err)
	assert.Equal(t, large, list[0])
	assert.Equal(t, "0.3", list[1].String())
}

func TestControlledRoundingRefuses(t *testing.T) {
	wide := make(decs, exact.MaxTableCells/4)
	for _, x := range []struct {
		rows   []decs
		places int32
		want   string
	}{
		{tableOf([]string{"1", "2"}, []string{"3"}), 0, "row 2 of a table has length 1, row 1 has length 2: all must have one length"},
		{tableOf([]string{"1"}, nil), 0, "row 2 of a table has length 0, row 1 has length 1: all must have one length"},
		{tableOf(nil, []string{"1"}), 0, "row 2 of a table has length 1, row 1 has length 0: all must have one length"},
		{tableOf([]string{"1"}), 401, "rounding to 401 decimal places: -400 to 400 are allowed"},
		{tableOf([]string{"1"}), -401, "rounding to -401 decimal places: -400 to 400 are allowed"},
		{nil, 401, "rounding to 401 decimal places: -400 to 400 are allowed"},
		{tableOf([]string{"1", "2"}, []string{"3", "1e401"}), 0, "row 2, column 2: a number of 1 digits with exponent 401 is out of bounds: " +
			"at most 400 digits, written out, and an exponent from -400 to 400 are allowed"},
		{[]decs{wide, wide, wide, wide, wide}, 0, "a table of 5 rows and 25000 columns: at most 100000 cells are rounded together"},
	} {
		_, err := exact.ControlledRounding(x.rows, x.places)
		assert.EqualError(t, err, x.want)
	}
	_, err := exact.ControlledRounding([]decs{{decimal.New(1, 1<<30)}}, 0)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	controlled(t, []decs{wide, wide, wide, wide}, 0)
	controlled(t, tableOf([]string{"0.3e-398", "1"}, []string{"-2", "7e-399"}), 400)
	controlled(t, tableOf([]string{"0.3e-398", "1e300"}, []string{"-2", "7e-399"}), -400)
	controlled(t, tableOf([]string{"0.3e-398", "1e300"}, []string{"-2", "7e-399"}), 0)
}

// randomTable has cells of so many decimals, some of them whole, small enough
// that equal remainders and halves are common.
func randomTable(r *rand.Rand, rows, columns int, decimals int32) []decs {
	most := decimal.New(4, decimals).IntPart()
	out := make([]decs, rows)
	for i := range out {
		for range columns {
			d := decimal.New(r.Int63n(2*most+1)-most, -decimals)
			if r.Intn(8) == 0 {
				d = d.Truncate(0)
			}
			out[i] = append(out[i], d)
		}
	}
	return out
}

// Against all choices that there are.
func TestControlledRoundingIsBest(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(7))
	unique := 0
	for n := range 700 {
		size := [][2]int{{1, 5}, {2, 2}, {2, 3}, {3, 2}, {3, 3}, {2, 4}, {5, 1}, {1, 1}, {2, 5}}[n%9]
		rows := randomTable(r, size[0], size[1], int32(1+n%3))
		got := controlled(t, rows, 0)
		best, choices := bestOf(t, rows, 0)
		if o := offOf(rows, got); o.cmp(best) != 0 {
			t.Fatalf("%v: %v is off by %v, the best by %v", rows, got, o, best)
		}
		if choices == 1 {
			unique++
		}
	}
	assert.Greater(t, unique, 500)
}

// Without a choice between equally near roundings, the transpose of a table is
// rounded as the table is.
func TestTransposedTable(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for n := range 300 {
		rows := randomTable(r, 1+r.Intn(9), 1+r.Intn(9), 1+int32(n%2)*11)
		got, turned := controlled(t, rows, 0), controlled(t, transposed(rows), 0)
		a, b := offOf(rows, got), offOf(rows, transposed(turned))
		require.Zero(t, a[0].Cmp(b[0]))
		require.Zero(t, a[1].Cmp(b[1]))
		if n%2 == 1 { // twelve decimals: no two remainders are equal
			assertTable(t, transposed(turned), got)
		}
	}
	// Two that are equally near, and no way to have both: which of the two
	// 0.5 goes up decides on the totals of rows and columns.
	rows := tableOf([]string{"0", "0.5"}, []string{"0.5", "0"})
	assertTable(t, tableOf([]string{"0", "1"}, []string{"0", "0"}), controlled(t, rows, 0))
}

// Totals come before cells, however little they gain and cells lose: the rows
// are 0.5001 and 0.4999, the columns 0.75 and 0.25, and one cell goes up. That
// of 0.4999 would be far nearer than the 0.2501 that the first row has.
func TestTotalsComeBeforeCells(t *testing.T) {
	rows := tableOf([]string{"0.2501", "0.25"}, []string{"0.4999", "0"})
	assertTable(t, tableOf([]string{"1", "0"}, []string{"0", "0"}), controlled(t, rows, 0))
}

// The unit does not matter: kilotonnes to one place are tonnes to hundreds.
func TestControlledRoundingDoesNotDependOnTheUnit(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for n := range 200 {
		rows := randomTable(r, 1+r.Intn(6), 1+r.Intn(6), int32(1+n%4))
		got := controlled(t, rows, 0)
		power := int32(r.Intn(30) - 15)
		moved, want, padded := make([]decs, len(rows)), make([]decs, len(rows)), make([]decs, len(rows))
		for i := range rows {
			for j := range rows[i] {
				moved[i] = append(moved[i], rows[i][j].Shift(power))
				want[i] = append(want[i], got[i][j].Shift(power))
				padded[i] = append(padded[i], dec(rows[i][j].StringFixed(9)))
			}
		}
		assertTable(t, want, controlled(t, moved, -power))
		assertTable(t, got, controlled(t, padded, 0)) // nor do zeros at the end
	}
}

func TestOneRowOrColumnIsAList(t *testing.T) {
	r := rand.New(rand.NewSource(10))
	for n := range 400 {
		places := int32(n%5 - 1)
		list := randomTable(r, 1, 1+r.Intn(12), 1+int32(n%3))[0]
		want := exact.LargestRemainder(list, places)
		assertTable(t, []decs{want}, controlled(t, []decs{list}, places))
		assertTable(t, transposed([]decs{want}), controlled(t, transposed([]decs{list}), places))
		// A row that is all zero changes nothing.
		zero := make(decs, len(list))
		assertTable(t, []decs{zero, want}, controlled(t, []decs{zero, list}, places))
	}
}

// Larger tables, with few and with many digits; the latter need numbers of many
// words.
func TestControlledRoundingOfLargerTables(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for _, x := range []struct {
		rows, columns int
		decimals      int32
	}{{40, 7, 2}, {7, 40, 12}, {60, 60, 1}, {20, 20, 17}, {3, 200, 3}, {200, 3, 18}} {
		controlled(t, randomTable(r, x.rows, x.columns, x.decimals), 0)
	}
	long := randomTable(r, 8, 8, 3)
	for i := range long {
		for j := range long[i] {
			long[i][j] = long[i][j].Add(decimal.New(r.Int63n(1000), -390))
		}
	}
	controlled(t, long, 0)
}

// Tables that have many equal cells, or that draw every row to the same
// columns, need the most moves.
func TestControlledRoundingIsNotAnOutage(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	for name, cell := range map[string]func(i, j int) decimal.Decimal{
		"equal cells":           func(i, j int) decimal.Decimal { return dec("10.4") },
		"halves":                func(i, j int) decimal.Decimal { return dec("0.5") },
		"rows alike":            func(i, j int) decimal.Decimal { return decimal.New(int64(5_000_000+j*j), -7) },
		"rows and columns rise": func(i, j int) decimal.Decimal { return decimal.New(int64(5_000_000+i*i*7+j*j), -7) },
		"products":              func(i, j int) decimal.Decimal { return decimal.New(int64((i+1)*(j+1)), -5) },
	} {
		for _, size := range [][2]int{{60, 60}, {2, 2000}, {900, 4}} {
			rows := make([]decs, size[0])
			for i := range rows {
				for j := range size[1] {
					rows[i] = append(rows[i], cell(i, j))
				}
			}
			start := time.Now()
			controlled(t, rows, 0)
			assert.Less(t, time.Since(start), 20*time.Second, name)
		}
	}
}

func FuzzControlledRounding(f *testing.F) {
	f.Add([]byte{4, 5, 6, 200, 100, 3, 5, 5, 5}, uint8(3), int32(-1), int32(0))
	f.Add([]byte{5, 5, 5, 5}, uint8(2), int32(-1), int32(0))
	f.Add([]byte{255, 1, 128, 127, 0, 64, 32, 31}, uint8(4), int32(-2), int32(1))
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, uint8(6), int32(-30), int32(-2))
	f.Fuzz(func(t *testing.T, cells []byte, columns uint8, exponent, places int32) {
		width := int(columns%20) + 1
		if len(cells) > 200 {
			t.Skip()
		}
		var rows []decs
		for len(cells) >= width {
			row := make(decs, width)
			for j := range row {
				row[j] = decimal.New(int64(int8(cells[j])), exponent%40-int32(cells[j]%3))
			}
			rows, cells = append(rows, row), cells[width:]
		}
		got, err := exact.ControlledRounding(rows, places%40)
		if err != nil {
			t.Fatal(err)
		}
		checkTable(t, rows, got, places%40)
	})
}

// BenchmarkControlledRounding rounds a table of 300 sources and 30 years, and
// reports how much longer that takes than rounding cell by cell.
func BenchmarkControlledRounding(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	for _, x := range []struct {
		name          string
		rows, columns int
		decimals      int32
	}{{"300×30", 300, 30, 6}, {"30×300", 30, 300, 6}, {"300×30, 17 decimals", 300, 30, 17}, {"300×300", 300, 300, 6}} {
		b.Run(x.name, func(b *testing.B) {
			rows := randomTable(r, x.rows, x.columns, x.decimals)
			var ours, naive time.Duration
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				if _, err := exact.ControlledRounding(rows, 0); err != nil {
					b.Fatal(err)
				}
				middle := time.Now()
				for _, row := range rows {
					for _, d := range row {
						_ = d.Round(0)
					}
				}
				ours += middle.Sub(start)
				naive += time.Since(middle)
			}
			b.ReportMetric(float64(ours)/float64(naive), "ours/naive")
		})
	}
}
