package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// hold makes a table of the meters that are viewed, in the form in which it is added up fastest:
// what is said in few words as ENUM.
func (d *database) hold() error {
	var columns []string
	for _, name := range []string{"place", "year", "category", "gas", "fuel", "unit"} {
		if err := d.run(fmt.Sprintf("CREATE TYPE %[1]ss AS ENUM (SELECT DISTINCT %[1]s FROM meters WHERE %[1]s IS NOT NULL)", name)); err != nil {
			return err
		}
		columns = append(columns, fmt.Sprintf("CAST(%[1]s AS %[1]ss) AS %[1]s", name))
	}
	return d.run("CREATE TABLE held AS SELECT mass, " + strings.Join(columns, ", ") + " FROM meters")
}

// times tells the version of DuckDB and, one a line, how many nanoseconds the sums of a CSV file take where it is read,
// where it was made Parquet, and where its meters stand in a table in memory; and writes the
// table, which is the same of all three.
func (d *database) times(path string, times int, stdout, stderr io.Writer) (err error) {
	dir, err := os.MkdirTemp("", "duckdb")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	parquet := filepath.Join(dir, "meters.parquet")
	if err := errors.Join(d.writeParquet(parquet), d.hold()); err != nil {
		return err
	}
	var version string
	if err := d.pool.QueryRowContext(d.ctx, "SELECT version()").Scan(&version); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "version", version)
	var first bytes.Buffer
	for range times {
		for _, from := range []struct {
			name string
			view func() error
		}{
			{"csv", func() error { return d.meters(path) }},
			{"parquet", func() error { return d.meters(parquet) }},
			{"memory", func() error { return d.run("CREATE OR REPLACE VIEW meters AS FROM held") }},
		} {
			if err := from.view(); err != nil {
				return err
			}
			var out bytes.Buffer
			begin := time.Now()
			if err := d.table(&out); err != nil {
				return err
			}
			fmt.Fprintln(stderr, from.name, time.Since(begin).Nanoseconds())
			if first.Len() == 0 {
				first = out
			} else if !bytes.Equal(first.Bytes(), out.Bytes()) {
				return fmt.Errorf("the sums of %s are others", from.name)
			}
		}
	}
	_, err = stdout.Write(first.Bytes())
	return err
}
