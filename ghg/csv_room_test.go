package ghg_test

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sized says a size that may be wrong.
type sized struct {
	io.Reader
	size int
}

func (s sized) Len() int { return s.size }

// Whatever a reader says of its size, the records are the same.
func TestReadCSVOfAnySize(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	dir := t.TempDir()
	for _, n := range []int{0, 1, 2, 15, 16, 17, 511, 512, 513, 514, 4097, 20_000} {
		text := shapes[0].text(n)
		want, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
		require.NoError(t, err)
		require.Len(t, want, n)
		require.Zero(t, report.Faults.Len())
		file := filepath.Join(dir, "records.csv")
		require.NoError(t, os.WriteFile(file, []byte("left out\n"+text), 0o600))
		open, err := os.Open(file)
		require.NoError(t, err)
		_, err = io.ReadFull(open, make([]byte, len("left out\n")))
		require.NoError(t, err)
		closed, err := os.Open(file)
		require.NoError(t, err)
		require.NoError(t, closed.Close())
		for name, in := range map[string]io.Reader{
			"a buffer": bytes.NewBufferString(text), "a file": open, "no size": io.MultiReader(strings.NewReader(text)),
			"too small": sized{strings.NewReader(text), len(text) / 3}, "nothing": sized{strings.NewReader(text), 0},
			"below nothing": sized{strings.NewReader(text), -7}, "too large": sized{strings.NewReader(text), 2*len(text) + 100_000},
			"absurd": sized{strings.NewReader(text), math.MaxInt},
		} {
			have, _, err := ghg.ReadCSV(in, ghg.CSVFormat{Scheme: gpc.Scheme})
			require.NoError(t, err, name)
			require.Equal(t, want, have, name)
			assert.LessOrEqual(t, cap(have), n+n/8+4096, "%s, %d records", name, n)
		}
		require.NoError(t, open.Close())
		_, _, err = ghg.ReadCSV(closed, ghg.CSVFormat{Scheme: gpc.Scheme})
		require.ErrorIs(t, err, os.ErrClosed)
	}
}

// Lines that cannot be used take no room, and lines that grow shorter have enough.
func TestReadCSVOfUnlikeLines(t *testing.T) {
	var b strings.Builder
	b.WriteString("place,year,category,mass,unit,gas,activity\n")
	for i := range 5000 {
		b.WriteString("D,2018,I.1.1,5,t,CO2," + strings.Repeat("x", 100-i/50) + "\nD,2018,I.1.1,5,t,CO9,\n\n")
	}
	b.WriteString(strings.Repeat(",,,,,,\n", 20_000))
	records, report := readCSV(t, b.String())
	require.Len(t, records, 5000)
	assert.LessOrEqual(t, cap(records), 5000+5000/8+512)
	assert.Equal(t, 5000, report.Faults.Len())
	for i, r := range records {
		require.Equal(t, strings.Repeat("x", 100-i/50), r.Activity)
		require.Equal(t, 2+3*i, r.Line)
	}
	records, _ = readCSV(t, "place,year,category,mass,unit\n"+strings.Repeat("D,2018,I.9.9,5,t\n", 3))
	assert.Nil(t, records)
}

// What many lines say of a key is kept once.
func TestReadCSVSharesExplanations(t *testing.T) {
	line := "D,2018,I.1.1,,,,,NE; NE,why,\n"
	records, _ := readCSV(t, csvHead+line+"D,2018,I.1.1,,,,,C,other,\n"+line+"D,2018,I.1.1,5,t,CO2,,NE,why,\n")
	require.Len(t, records, 4)
	assert.True(t, records[0].Value == records[2].Value)
	assert.False(t, records[0].Value == records[1].Value)
	assert.Equal(t, []string{"why", "NE; NE", "why", "5"}, []string{records[0].Value.Explanation(), records[0].Value.AsRead(),
		records[3].Value.Explanation(), records[3].Value.AsRead()})
}

// What a column says again and again is kept once, be it on every second line.
func TestReadCSVSharesTexts(t *testing.T) {
	const line = "D,2018,I.1.1,5,t,CO2,%s\n"
	file := "place,year,category,mass,unit,gas,facility\n"
	for range 3 {
		file += fmt.Sprintf(line, "염색산단 열병합") + fmt.Sprintf(line, "성서 소각장")
	}
	records, _ := readCSV(t, file)
	require.Len(t, records, 6)
	for i, r := range records {
		assert.Equal(t, []string{"염색산단 열병합", "성서 소각장"}[i%2], r.Facility)
		assert.Same(t, unsafe.StringData(records[i%2].Facility), unsafe.StringData(r.Facility), "line %d", r.Line)
	}
}

// A line of a plain file is read without a single allocation of its own, and its
// record stands where it was read.
func TestReadCSVAllocations(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	for _, n := range []int{1000, 10_000, 50_000} {
		text := shapes[0].text(n)
		readCSV(t, text)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		records, _ := readCSV(t, text)
		runtime.ReadMemStats(&after)
		require.Len(t, records, n)
		assert.Less(t, after.Mallocs-before.Mallocs, uint64(200), "%d lines", n)
		assert.Less(t, float64(after.TotalAlloc-before.TotalAlloc), 260*float64(n)+300_000, "%d lines", n)
	}
}
