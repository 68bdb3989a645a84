package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/localghg/localghg/examples/internal/spoken"
)

// mostCompared bounds the readings that are held in memory: each takes about a kilobyte.
const mostCompared = 5_000_000

// comparison is of ways to add up one country, on one machine and in one run.
type comparison struct {
	country country
	times   int // that each way runs
	bytes   int // of the slice by which memory is measured
	duckdb  string
}

// usual is the comparison that the program makes.
func usual(c country, duckdb string) comparison {
	return comparison{country: c, times: 5, bytes: 512 << 20, duckdb: duckdb}
}

// compare runs all ways in turn, checks what they come to, and tells how long they took.
func (t teller) compare(ctx context.Context, c comparison) (err error) {
	if c.country.rows > mostCompared {
		return spoken.New("at most %d rows are compared", "비교는 %d행까지 합니다", mostCompared)
	}
	machine := t.machine() // before it is busy with this
	dir, err := os.MkdirTemp("", "meters")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	c.country.shards = 1
	path := filepath.Join(dir, "meters.csv")
	if err := writeFile(path, func(w io.Writer) error { return c.country.write(w, 1) }); err != nil {
		return err
	}
	duck, why := findDuckDB(ctx, c.duckdb, dir)
	h, err := c.country.hold()
	if err != nil {
		return err
	}
	memory, file, stream := h.ways(), h.fileWays(ctx, path), streamWays(c.bytes)
	for _, w := range append(slices.Clone(memory), file...) {
		w.rows = c.country.rows
	}
	mine := slices.Concat(memory, stream, file)
	bar := newBar(t.err, int64(c.times*len(mine)))
	for n := range c.times {
		for i, w := range mine {
			if err := w.time(ctx); err != nil {
				bar.end()
				return fmt.Errorf("%s: %w", t.pick(w.name.En, w.name.Ko), err)
			}
			bar.at(int64(n*len(mine) + i + 1))
		}
		if duck != nil {
			if err := duck.time(ctx, path, h.partial); err != nil {
				bar.end()
				return fmt.Errorf("DuckDB: %w", err)
			}
		}
	}
	bar.end()
	t.compared(c, machine, h, memory, stream, file, duck, why)
	return nil
}

// least is how long a way runs at a time: what takes less runs again.
const least = 100 * time.Millisecond

// time runs a way, with as many processors as it has workers and after what others left
// is collected, and checks what it comes to.
func (w *way) time(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	runtime.GC()
	processors := runtime.GOMAXPROCS(w.workers)
	begin := time.Now()
	check, err := w.run()
	runs := time.Duration(1)
	for ; err == nil && time.Since(begin) < least; runs++ {
		check, err = w.run()
	}
	w.took = append(w.took, time.Since(begin)/runs)
	runtime.GOMAXPROCS(processors)
	if err != nil {
		return err
	}
	w.wrong, err = check()
	return err
}

// perRow is the median in nanoseconds.
func (w *way) perRow() float64 {
	took := slices.Sorted(slices.Values(w.took))
	n := len(took)
	return float64(took[(n-1)/2]+took[n/2]) / 2 / float64(w.rows)
}
