package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// playDuckDB stands for examples/duckdb, whose own tests run the real one, by what the ledger
// makes of the file.
func playDuckDB(how, path string) int {
	if how == "fails" {
		fmt.Fprintln(os.Stderr, "no table meters")
		return 2
	}
	if how != "silent" {
		fmt.Fprint(os.Stderr, "version v9\ncsv 3000000\nparquet 2500000\nmemory 1000000\ncsv 3000001\nparquet 2000000\nmemory 1000000\n")
	}
	t := teller{out: os.Stdout, err: io.Discard}
	if err := t.table(context.Background(), path); err != nil {
		return 2
	}
	if how == "other" {
		fmt.Println("town 999,2024,I.1.1,CO2,,,,,,,,1,t")
	}
	return 0
}

// small is a comparison that costs little.
func small(t *testing.T, duckdb string) comparison {
	t.Helper()
	if duckdb != withoutDuckDB {
		t.Setenv("METERS_DUCKDB", duckdb)
		program, err := os.Executable()
		require.NoError(t, err)
		duckdb = program
	}
	return comparison{country: country{rows: 3000, seed: 2}, times: 2, bytes: 1 << 16, duckdb: duckdb}
}

func compared(ctx context.Context, c comparison, lang words.Language) (string, error) {
	var out bytes.Buffer
	err := teller{lang: lang, out: &out, err: io.Discard}.compare(ctx, c)
	return out.String(), err
}

// All ways are there, each with a time of its own, and none that is exact by its kind has a
// wrong sum; in both languages.
func TestCompare(t *testing.T) {
	workers := []string{"1", "1", "1", "1", "1", "2", "1", "2", "1", "2", "1", "2", "1", "2", "1", "1", "1", "1", "2", "1", "2", "1", "2"}
	line := regexp.MustCompile(`(?m)^\| (.+) \| (\d) \| ([\d.,]+) \| ([\d.,]+) \| (\d+|–) \|$`)
	for lang, parts := range map[words.Language][]string{
		words.English: {"3000 meters of seed 2 to ", "DuckDB v9.\n", "; " + time.Now().Format(time.DateOnly) + "\n"},
		words.Korean:  {"계량기 3000개(시드 2)", "DuckDB v9.\n", "| 단순 방식: encoding/csv"},
	} {
		out, err := compared(context.Background(), small(t, "as it is"), lang)
		require.NoError(t, err)
		for _, part := range parts {
			assert.Contains(t, out, part)
		}
		found := line.FindAllStringSubmatch(out, -1)
		require.Len(t, found, len(workers), out)
		for i, f := range found {
			assert.Equal(t, workers[i], f[2], f[1])
			took, err := strconv.ParseFloat(strings.ReplaceAll(f[3], ",", ""), 64)
			require.NoError(t, err)
			assert.Positive(t, took, f[1])
			if strings.HasPrefix(f[1], "memory bandwidth") || strings.HasPrefix(f[1], "메모리 대역폭") {
				assert.Equal(t, "–", f[5])
			} else if !strings.Contains(f[1], "float64") {
				assert.Equal(t, "0", f[5], f[1])
			}
			switch name := f[1]; { // the times of playDuckDB
			case !strings.HasPrefix(name, "DuckDB"):
			case strings.HasSuffix(name, "CSV"):
				assert.Equal(t, "1,000", f[3])
			case strings.Contains(name, "Parquet"):
				assert.Equal(t, "667", f[3])
			default:
				assert.Equal(t, "333", f[3])
			}
		}
		assert.Equal(t, "1.0", found[0][4])
	}
}

// Without DuckDB it is said so and why; a DuckDB that gives other sums, no times, or nothing
// ends the comparison.
func TestCompareDuckDB(t *testing.T) {
	out, err := compared(context.Background(), small(t, withoutDuckDB), words.English)
	require.NoError(t, err)
	assert.Contains(t, out, "DuckDB was left out: -duckdb none.")
	assert.NotContains(t, out, "| DuckDB")
	out, err = compared(context.Background(), small(t, withoutDuckDB), words.Korean)
	require.NoError(t, err)
	assert.Contains(t, out, "DuckDB는 빠졌습니다: -duckdb none.")

	for how, why := range map[string]string{
		"other":  "DuckDB: its table is not that of the sums",
		"silent": `DuckDB: it tells no version or no times: ""`,
		"fails":  "DuckDB: exit status 2 no table meters",
	} {
		out, err := compared(context.Background(), small(t, how), words.English)
		assert.EqualError(t, err, why)
		assert.Empty(t, out)
	}
	c := small(t, withoutDuckDB)
	c.duckdb = "no/such/program"
	_, err = compared(context.Background(), c, words.English)
	assert.ErrorContains(t, err, "no/such/program")
}

// Where the module of DuckDB is not to be had, it is left out.
func TestFindDuckDB(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	_, why := findDuckDB(context.Background(), "", dir)
	assert.EqualError(t, why, "its module, examples/duckdb, is not beside this program")
	require.NoError(t, os.MkdirAll("examples/duckdb", 0o755))
	require.NoError(t, os.WriteFile("examples/duckdb/go.mod", []byte("module m\n"), 0o644))
	_, why = findDuckDB(context.Background(), "", dir)
	assert.ErrorContains(t, why, "examples/duckdb is not built: ")
}

func TestCompareStopped(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := compared(ctx, small(t, withoutDuckDB), words.English)
	assert.ErrorIs(t, err, context.Canceled)
	left, err := os.ReadDir(os.TempDir())
	require.NoError(t, err)
	assert.Empty(t, left)
}

// The median is of the runs in their order of time, or between the two in the middle.
func TestPerRow(t *testing.T) {
	w := way{rows: 10, took: []time.Duration{900, 100, 500}}
	assert.Equal(t, 50.0, w.perRow())
	w.took = append(w.took, 300)
	assert.Equal(t, 40.0, w.perRow())
	for x, text := range map[float64]string{0.04: "0.0", 9.94: "9.9", 10.4: "10", 999.4: "999", 1234.5: "1,234", 98765: "98,765"} {
		assert.Equal(t, text, short(x))
	}
}
