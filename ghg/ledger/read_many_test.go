package ledger_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/big"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fewerIfRaced is a tenth of so many rows where the race detector watches, which takes some
// thirty times as long.
func fewerIfRaced(rows int) int {
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return rows / 10
	}
	return rows
}

// madeRows is a file of so many rows that are made as they are read, of 480 keys in turn:
// the mass of each is its number in thousandths.
type madeRows struct {
	rows, made int
	text       []byte
}

func (m *madeRows) Read(b []byte) (int, error) {
	codes, gases := []string{"I.1.1", "I.1.2", "II.1.1", "II.2.1", "III.1.1", "III.1.2"}, []string{"CO2", "CH4", "N2O", "SF6", "NF3"}
	if m.made == 0 {
		m.text = append(m.text, "place,year,category,gas,mass,unit\n"...)
	}
	for ; len(m.text) < len(b) && m.made < m.rows; m.made++ {
		n := m.made % 480
		m.text = append(m.text, "Ghent,20"...)
		m.text = strconv.AppendInt(m.text, int64(10+n%16), 10)
		m.text = append(append(append(m.text, ','), codes[n/16%6]...), ',')
		m.text = append(append(append(m.text, gases[n/96]...), ','), strconv.Itoa(m.made/1000)...)
		m.text = append(append(append(m.text, '.'), strconv.Itoa(1000 + m.made%1000)[1:]...), ",t\n"...)
	}
	n := copy(b, m.text)
	m.text = m.text[:copy(m.text, m.text[n:])]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// tonnes is the sum of all rows.
func (m *madeRows) tonnes() *big.Rat {
	n := big.NewInt(int64(m.rows))
	n.Mul(n, big.NewInt(int64(m.rows)-1))
	return new(big.Rat).SetFrac(n, big.NewInt(2000))
}

// tonnes is the sum of all gases.
func tonnes(t testing.TB, p ledger.Partial) *big.Rat {
	totals, err := p.Totals(ledger.ByAll)
	require.NoError(t, err)
	sum := new(big.Rat)
	for g := range totals {
		for _, m := range g.Masses() {
			sum.Add(sum, m.Tonnes().Rat())
		}
	}
	return sum
}

// readMade reads a file of so many rows, and says how much heap there was in use at most, and
// how much memory the system gave beyond what the program had before.
func readMade(t testing.TB, rows int) (heap, more uint64) {
	o := usual
	o.Workers = 2
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.Sys - m.HeapReleased
	o.Progress = func(ledger.Progress) {
		runtime.ReadMemStats(&m)
		now := m.Sys - m.HeapReleased
		heap, more = max(heap, m.HeapAlloc), max(more, now-min(now, before))
	}
	made := &madeRows{rows: rows}
	sums, report, err := ledger.ReadCSV(context.Background(), made, o)
	require.NoError(t, err)
	require.Equal(t, rows, report.Rows)
	require.Zero(t, made.tonnes().Cmp(tonnes(t, sums)))
	return heap, more
}

// However long a file is, its rows are not held: many take no more memory than few.
func TestMemoryDoesNotGrowWithRows(t *testing.T) {
	few, _ := readMade(t, fewerIfRaced(100_000))
	many, _ := readMade(t, fewerIfRaced(1_000_000))
	assert.Less(t, many, few+6<<20)
}

// BenchmarkHundredMillionRows adds up a file of 10^8 rows, of about 3 GB, that are made as
// they are read, and says how much memory that took at most.
//
//	go test ./ghg/ledger -run '^$' -bench HundredMillion -benchtime 1x
func BenchmarkHundredMillionRows(b *testing.B) {
	const rows, most = 100_000_000, 300 << 20
	for b.Loop() {
		_, more := readMade(b, rows)
		require.Less(b, more, uint64(most))
		b.ReportMetric(float64(more)/(1<<20), "peak-MiB")
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
}

// repeated is a text so many times over.
type repeated struct {
	text      []byte
	times, at int
}

func (r *repeated) Read(b []byte) (n int, err error) {
	for n < len(b) && r.times > 0 {
		k := copy(b[n:], r.text[r.at:])
		n, r.at = n+k, r.at+k
		if r.at == len(r.text) {
			r.times, r.at = r.times-1, 0
		}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// A broken row in the middle of ten million is reported with its line, and the rest is
// refused or added up, as was said.
func TestBrokenRowOfTenMillion(t *testing.T) {
	rows := fewerIfRaced(10_000_000)
	head := []byte("place,year,category,gas,mass,unit\n")
	some := bulkFile(10_000)[len(head):]
	whole := tonnes(t, read(t, bytes.NewReader(append(head, some...)), usual))
	for _, c := range []struct {
		rows   int
		faulty ledger.Faulty
	}{{rows, ledger.SumTheRest}, {rows / 10, ledger.RefuseFile}} {
		half := c.rows / 10_000 / 2
		in := io.MultiReader(bytes.NewReader(head), &repeated{text: some, times: half}, strings.NewReader("Ghent,2018,I.1.1,CO2,1;5,t\n"),
			&repeated{text: some, times: half})
		o := usual
		o.Faulty = c.faulty
		sums, report, err := ledger.ReadCSV(context.Background(), in, o)
		require.Len(t, report.Faults.All, 1)
		assert.Equal(t, fmt.Sprintf("line %d, mass \"1;5\": not a number: \";\" is not allowed in it", c.rows/2+2),
			report.Faults.All[0].Error())
		assert.Equal(t, c.rows, report.Rows)
		if c.faulty == ledger.RefuseFile {
			require.ErrorContains(t, err, fmt.Sprintf("line %d", c.rows/2+2))
			assert.Zero(t, sums.Len())
			continue
		}
		require.NoError(t, err)
		want := new(big.Rat).Mul(whole, big.NewRat(int64(2*half), 1))
		assert.Zero(t, want.Cmp(tonnes(t, sums)))
	}
}

func read(t testing.TB, in io.Reader, o ledger.ReadOptions) ledger.Partial {
	sums, _, err := ledger.ReadCSV(context.Background(), in, o)
	require.NoError(t, err)
	return sums
}
