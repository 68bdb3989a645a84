package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMain is the program itself where a test runs it as a process of its own.
func TestMain(m *testing.M) {
	if how := os.Getenv("METERS_DUCKDB"); how != "" {
		os.Exit(playDuckDB(how, os.Args[len(os.Args)-1]))
	}
	if os.Getenv("METERS_TEST") != "" {
		main()
	}
	os.Exit(m.Run())
}

// ran is what a run says.
func ran(t *testing.T, args ...string) (out, said string, status int) {
	t.Helper()
	t.Setenv("METERS_TEST", "1")
	program, err := os.Executable()
	require.NoError(t, err)
	var stdout, stderr bytes.Buffer
	status = run(context.Background(), program, args, &stdout, &stderr)
	return stdout.String(), stderr.String(), status
}

// However the country is cut, its sums are the same; in both languages.
func TestShards(t *testing.T) {
	for lang, shards := range map[string][]string{"en": {"1", "3", "7"}, "ko": {"2"}} {
		path := "testdata/" + lang + ".golden"
		for _, n := range shards {
			out, said, status := ran(t, "-rows", "20000", "-shards", n, "-lang", lang)
			require.Zero(t, status, said)
			assert.Contains(t, said, "20000")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(out), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), out, n)
		}
	}
}

// The steps one by one, as a job array runs them; and what is refused.
func TestSteps(t *testing.T) {
	dir := t.TempDir()
	var sums []string
	for _, n := range []string{"1", "2", "3"} {
		csv, said, status := ran(t, "-make", "-shard", n+"/3", "-rows", "20000")
		require.Zero(t, status, said)
		file := filepath.Join(dir, n+".csv")
		require.NoError(t, os.WriteFile(file, []byte(csv), 0o644))
		data, said, status := ran(t, "-sum", file)
		require.Zero(t, status, said)
		assert.Contains(t, said, n+".csv: 666")
		assert.Less(t, len(data), 70_000)
		sums = append(sums, filepath.Join(dir, n+".sums"))
		require.NoError(t, os.WriteFile(sums[len(sums)-1], []byte(data), 0o644))
	}
	out, said, status := ran(t, append([]string{"-merge"}, sums[2], sums[0], sums[1])...)
	require.Zero(t, status, said)
	want, err := os.ReadFile("testdata/en.golden")
	require.NoError(t, err)
	assert.Equal(t, string(want), out)

	data, err := os.ReadFile(sums[0])
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(sums[0], data[:len(data)-1], 0o644))
	_, said, status = ran(t, append([]string{"-merge"}, sums...)...)
	assert.Equal(t, 2, status)
	assert.True(t, strings.HasPrefix(said, "meters: 1.sums: "), said)

	broken := filepath.Join(dir, "broken.csv")
	require.NoError(t, os.WriteFile(broken, []byte("place,year,category,gas,mass,unit\ntown,2024,I.1.1,CO2,1o,kg\n"), 0o644))
	out, said, status = ran(t, "-sum", broken)
	assert.Equal(t, []any{2, ""}, []any{status, out})
	assert.Contains(t, said, "line 2")
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"-rows", "0"}, {"-shards", "1001"}, {"-make", "-shard", "5/4"}, {"-make", "-shard", "two"}, {"-sum"},
		{"-table"}, {"-table", "no/such.csv"},
		{"-compare", "file.csv"}, {"-compare", "-rows", "5000001"},
		{"-merge"}, {"file.csv"}, {"-sum", "no/such.csv"}, {"-merge", "no/such.sums"}, {"-no-flag"}} {
		out, said, status := ran(t, args...)
		assert.Equal(t, []any{2, ""}, []any{status, out}, args)
		assert.NotEmpty(t, said, args)
		_, korean, _ := ran(t, append([]string{"-lang", "ko"}, args...)...)
		assert.NotEqual(t, args[0] == "-no-flag", korean != said, args)
	}
	_, _, status := ran(t, "-h")
	assert.Zero(t, status)
}

// A run that is stopped leaves nothing.
func TestStopped(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var said bytes.Buffer
	assert.Equal(t, 2, run(ctx, "no-program", []string{"-rows", "10"}, &said, &said))
	left, err := os.ReadDir(os.TempDir())
	require.NoError(t, err)
	assert.Empty(t, left)
}

// The bar is one of a terminal alone, and grows.
func TestBar(t *testing.T) {
	var out bytes.Buffer
	newBar(&out, 100).at(50)
	assert.Empty(t, out.String())
	b := &bar{w: &out, size: 100, shown: -1}
	for _, n := range []int64{0, 1, 50, 200} {
		b.at(n)
	}
	b.end()
	assert.Equal(t, "\r["+strings.Repeat(".", 40)+"]\r["+strings.Repeat("#", 20)+strings.Repeat(".", 20)+"]\r["+strings.Repeat("#", 40)+"]"+
		"\r"+strings.Repeat(" ", 42)+"\r", out.String())
}
