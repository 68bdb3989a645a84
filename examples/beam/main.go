// Command beam adds up shards of records as an Apache Beam pipeline: each shard by the machine
// that reads it, and the sums of shards by a combine. It comes to the same bytes as one process
// does, or examples/meters, however the runner cuts and orders the work.
//
//	go run ./examples/meters -make -shard 1/2 > /tmp/1.csv
//	go run ./examples/meters -make -shard 2/2 > /tmp/2.csv
//	go run -C examples/beam . -shards '/tmp/[12].csv' -sums /tmp/all.sums
//	go run ./examples/meters -merge /tmp/all.sums            # what they come to
//
// It is for shards that lie on many machines, or where Beam runs already. On one machine
// examples/meters does the same without a runner: ten million rows in four shards take Prism
// 1.5 times as long, and this program is minutes in building, of 65 modules besides the library.
// (A million rows in 200 shards take Prism a third of the time: meters starts 200 processes.)
//
// The runner is Beam's flag. Left out it is Prism, in this process, which asks no other host;
// but while it runs, its job server listens on all interfaces, and Beam has no flag for that.
// -runner=direct opens no port at all. A cluster is asked so, with files that all its workers
// reach under one name:
//
//	beam -runner=flink -endpoint=localhost:8099 -shards '/shared/*.csv' -sums /shared/all.sums
//	beam -runner=dataflow -project=P -region=R -staging_location=gs://B/staging -shards 'gs://B/*.csv' -sums gs://B/all.sums
//
// Workers are sent this program where it was built for Linux, and statically:
// CGO_ENABLED=0 go build. All flags are listed by -h; Beam's own documentation explains them.
//
// A shard with faults fails the pipeline, and nothing is written. The last line of the error
// names the file, the line and the fault; a runner may try the shard some times before.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
)

// A worker is this program too: it must know the types and functions that it is asked for by
// name. They are registered as pointers where they are structs; Beam panics at values.
func init() {
	beam.RegisterCoder(reflect.TypeFor[ledger.Partial](), encode, decode)
	register.Function2x2(sum)
	register.Combiner1[ledger.Partial](&merge{})
	register.DoFn2x1[context.Context, ledger.Partial, error](&write{})
}

func main() {
	shards := flag.String("shards", "", "glob of the files of records (required)")
	sums := flag.String("sums", "", "file that the sums are written to (required)")
	flag.Parse()
	beam.Init() // a worker stays in here
	if *shards == "" || *sums == "" || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "beam: -shards and -sums are required, the first in quotes: -shards '/shared/*.csv' -sums /shared/all.sums")
		os.Exit(2)
	}
	if err := beamx.Run(context.Background(), pipeline(*shards, *sums)); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(2)
	}
}

// pipeline has shards, not rows, for elements: a row is added up in less time than a runner needs
// to hand it on.
func pipeline(shards, sums string) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	files := fileio.MatchFiles(s, shards, fileio.MatchEmptyDisallow())
	files = beam.Reshuffle(s, files) // else the machine that lists the files reads them all
	parts := beam.ParDo(s, sum, fileio.ReadMatches(s, files))
	beam.ParDo0(s, &write{Path: sums}, beam.Combine(s, &merge{}, parts))
	return p
}

// sum reads a shard, plain or compressed by gzip.
func sum(ctx context.Context, shard fileio.ReadableFile) (ledger.Partial, error) {
	r, err := shard.Open(ctx)
	if err != nil {
		return ledger.Partial{}, err
	}
	defer r.Close()
	p, _, err := ledger.ReadCSV(ctx, r, ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile})
	if err != nil {
		return ledger.Partial{}, fmt.Errorf("%s: %w", shard.Metadata.Path, err)
	}
	return p, nil
}

// merge is the CombineFn. Sums merge in any order to the same bytes, as Beam asks of it and does
// not check. What it takes, keeps and gives is of one type, so that Beam needs no other method.
type merge struct{}

func (*merge) MergeAccumulators(a, b ledger.Partial) (ledger.Partial, error) { return a.Merge(b) }

// encode and decode are how sums go from machine to machine.
func encode(p ledger.Partial) ([]byte, error) { return p.MarshalBinary() }

func decode(data []byte) (ledger.Partial, error) {
	p := ledger.NewPartial(gpc.Scheme)
	err := p.UnmarshalBinary(data)
	return p, err
}

// write writes the sums to a file, as meters -sum does. Beam carries its exported fields to the
// worker.
type write struct{ Path string }

func (w *write) ProcessElement(ctx context.Context, sums ledger.Partial) error {
	data, err := sums.MarshalBinary()
	if err != nil {
		return err
	}
	fs, err := filesystem.New(ctx, w.Path)
	if err != nil {
		return err
	}
	defer fs.Close()
	return filesystem.Write(ctx, fs, w.Path, data)
}
