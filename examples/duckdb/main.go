// Command duckdb adds up a file of meters in DuckDB, exactly, to the table of partial sums
// that ghg/ledger makes of it, byte for byte:
//
//	go run -C examples/duckdb . FILE.csv                          # or FILE.parquet
//	go run -C examples/duckdb . -parquet FILE.parquet FILE.csv    # the same file as Parquet
//	go run -C examples/duckdb . -times 5 -threads 1 FILE.csv      # how long it takes
//
// The columns are place, year, category, gas, fuel, mass (DECIMAL) and unit (kg or t), as
// `go run ./examples/meters -make` writes them. What does it is SQL that any DuckDB of version
// 1.5 runs, in a warehouse too: csv.sql, parquet.sql and sums.sql.
//
// The table is a file of records: ledger.ReadCSV reads it, and merges it with other sums.
// It is a module of its own, as the library depends on no database; DuckDB comes with it, and
// needs a C++ toolchain to be linked.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// mostTimes bounds how often a file is read.
const mostTimes = 1000

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("duckdb", flag.ContinueOnError)
	flags.SetOutput(stderr)
	threads := flags.Int("threads", runtime.NumCPU(), "threads of DuckDB")
	parquet := flags.String("parquet", "", "write the meters to this file of Parquet")
	times := flags.Int("times", 0, "tell so often how many nanoseconds the sums take: of the CSV file, of Parquet, of a table in memory")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	err := errors.New("it takes one file of meters, 1 to 1000 threads and 0 to 1000 times")
	if flags.NArg() == 1 && *threads >= 1 && *threads <= 1000 && *times >= 0 && *times <= mostTimes {
		err = sums(ctx, flags.Arg(0), *parquet, *threads, *times, stdout, stderr)
	}
	if err != nil {
		fmt.Fprintln(stderr, "duckdb:", err)
		return 2
	}
	return 0
}

// sums writes the table of a file, and what else is asked for.
func sums(ctx context.Context, path, parquet string, threads, times int, stdout, stderr io.Writer) (err error) {
	if _, err := os.Stat(path); err != nil {
		return err
	}
	db, err := open(ctx, threads)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	if err := db.meters(path); err != nil {
		return err
	}
	if parquet != "" {
		if err := db.writeParquet(parquet); err != nil {
			return err
		}
	}
	if times > 0 {
		return db.times(path, times, stdout, stderr)
	}
	return db.table(stdout)
}
