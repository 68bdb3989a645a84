// Command meters adds up a country of meters in shards, each by a process of its own, and
// merges their sums: to the last digit what one process makes of all.
//
//	go run ./examples/meters [-lang en|ko] [-rows 1000000] [-shards 4] [-seed 1]
//	go run ./examples/meters -make -shard 1/4 > 1.csv        # one shard of the country
//	go run ./examples/meters -sum 1.csv > 1.sums             # what any job runner runs, a line for each shard
//	go run ./examples/meters -table 1.csv                    # the sums as CSV, which is a file of records too
//	go run ./examples/meters -merge 1.sums 2.sums 3.sums 4.sums
//	go run -C examples/meters . -compare [-rows 1000000]     # how long other ways take, on this machine
//
// The country is made up, of its seed alone: 226 places, a year of readings of gas and
// heating oil in homes, shops and works. The files of shards and sums stand in a folder that
// goes when the program ends. A file of sums is some kilobytes, however many meters it is of, and
// holds no meter: a city can send it in place of its residents' readings. So a job array needs
// one line for each shard and one that merges:
//
//	meters -sum "$SHARD.csv" > "$SHARD.sums"
//	meters -merge *.sums
//
// What was read, and how fast, is told on standard error, with a bar where that is a terminal.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg/words"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	program, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, "meters:", err)
		os.Exit(2)
	}
	os.Exit(run(ctx, program, os.Args[1:], os.Stdout, os.Stderr))
}

// mostRows and mostShards bound what is asked for.
const (
	mostRows   = 1_000_000_000
	mostShards = 1000
)

func run(ctx context.Context, program string, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("meters", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var c country
	var lang words.Language
	flags.TextVar(&lang, "lang", words.English, "language of the text: en or ko")
	flags.IntVar(&c.rows, "rows", 1_000_000, "readings of the country")
	flags.Uint64Var(&c.seed, "seed", 1, "seed of the country")
	flags.IntVar(&c.shards, "shards", 4, "files that it is written in")
	makes := flags.Bool("make", false, "write one shard of the country as CSV")
	shard := flags.String("shard", "1/1", "which shard is written: 2/4")
	sum := flags.Bool("sum", false, "write the sums of a file")
	table := flags.Bool("table", false, "write the sums of a file as CSV")
	compares := flags.Bool("compare", false, "compare ways to add up the country")
	duckdb := flags.String("duckdb", "", "the program of examples/duckdb; without it it is built, and with none left out")
	merge := flags.Bool("merge", false, "merge files of sums and tell the inventory")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	t := teller{lang: lang, out: stdout, err: stderr}
	var err error
	switch {
	case c.rows < 1 || c.rows > mostRows || c.shards < 1 || c.shards > mostShards:
		err = spoken.New("1 to %d rows in 1 to %d shards are made", "행은 1~%d개, 파일은 1~%d개까지 만듭니다", mostRows, mostShards)
	case *makes:
		var n int
		if _, scan := fmt.Sscanf(*shard, "%d/%d", &n, &c.shards); scan != nil || n < 1 || n > c.shards || c.shards > mostShards {
			err = spoken.New("a shard is asked as 2/4, and not as %q", "파일 번호는 2/4처럼 적습니다: %q", *shard)
			break
		}
		err = c.write(stdout, n)
	case *compares && flags.NArg() == 0:
		err = t.compare(ctx, usual(c, *duckdb))
	case *sum && flags.NArg() == 1:
		err = t.sum(ctx, flags.Arg(0))
	case *table && flags.NArg() == 1:
		err = t.table(ctx, flags.Arg(0))
	case *merge && flags.NArg() > 0:
		err = t.merge(flags.Args())
	case *sum || *table || *merge || flags.NArg() > 0:
		err = spoken.New("-sum and -table take one file and -merge one or several; without them none is taken",
			"-sum과 -table에는 파일 하나, -merge에는 하나 이상을 적고, 그 밖에는 적지 않습니다")
	default:
		err = t.all(ctx, program, c)
	}
	if err != nil {
		fmt.Fprintln(stderr, "meters:", spoken.Text(lang, err))
		return 2
	}
	return 0
}
