package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

const header = "place,year,category,gas,fuel,mass,unit\n"

// rows are some of a shard, of places and gases that other shards have too, in masses of unequal places.
func rows(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "town %d,2024,I.%d.1,%s,city gas,%d.%03d,%s\n", i%7, 1+i%3, []string{"CO2", "CH4", "N2O"}[i%11%3], i*i, i,
			[]string{"kg", "t"}[i%5%2])
	}
	return b.String()
}

// summed runs the pipeline over the shards, as files in a folder, and has what it wrote.
func summed(t *testing.T, shards map[string]string) (dir string, sums []byte, err error) {
	t.Helper()
	dir = t.TempDir()
	t.Setenv("TMPDIR", dir) // Beam leaves an empty file
	for name, text := range shards {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	if err := beamx.Run(context.Background(), pipeline(filepath.Join(dir, "*.csv*"), filepath.Join(dir, "all.sums"))); err != nil {
		return dir, nil, err
	}
	sums, err = os.ReadFile(filepath.Join(dir, "all.sums"))
	return dir, sums, err
}

// However the rows are cut, and by whichever runner, the sums have the bytes of one reading of all.
func TestSums(t *testing.T) {
	const n = 600
	p, report, err := ledger.ReadCSV(context.Background(), strings.NewReader(header+rows(0, n)),
		ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile})
	require.NoError(t, err)
	require.Equal(t, n, report.Rows)
	want, err := p.MarshalBinary()
	require.NoError(t, err)

	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err = z.Write([]byte(header + rows(2, 250)))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	for name, shards := range map[string]map[string]string{
		"one":   {"1.csv": header + rows(0, n)},
		"three": {"1.csv": header + rows(250, n), "2.csv": header + rows(0, 2), "3.csv.gz": packed.String()},
	} {
		for _, runner := range []string{"prism", "direct"} {
			t.Run(name+" "+runner, func(t *testing.T) {
				before := *runners.Runner
				t.Cleanup(func() { *runners.Runner = before })
				*runners.Runner = runner
				_, got, err := summed(t, shards)
				require.NoError(t, err)
				assert.Equal(t, want, got)
			})
		}
	}
}

// A fault is told with its file and line, and nothing is written.
func TestFaults(t *testing.T) {
	dir, _, err := summed(t, map[string]string{"1.csv": header + rows(0, 5), "2.csv": header + rows(5, 8) + "town 1,2024,I.1.1,CO2,,1o,kg\n"})
	require.Error(t, err)
	last := err.Error()[strings.LastIndex(err.Error(), "\n")+1:]
	assert.Equal(t, filepath.Join(dir, "2.csv")+`: line 5, mass "1o": not a number: "o" is not allowed in it`, last)
	assert.NoFileExists(t, filepath.Join(dir, "all.sums"))

	dir, _, err = summed(t, nil)
	assert.ErrorContains(t, err, "no files matching pattern \""+dir)
}

// What is damaged on its way is no sums.
func TestCoder(t *testing.T) {
	p, _, err := ledger.ReadCSV(context.Background(), strings.NewReader(header+rows(0, 20)),
		ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile})
	require.NoError(t, err)
	data, err := encode(p)
	require.NoError(t, err)
	back, err := decode(data)
	require.NoError(t, err)
	again, err := encode(back)
	require.NoError(t, err)
	assert.Equal(t, data, again)
	_, err = decode(data[:len(data)-1])
	assert.ErrorContains(t, err, "cut or damaged")
}
