package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/localghg/localghg/ghg/words"
)

// processes are how many run at a time.
const processes = 8

// teller says what is done, in a language.
type teller struct {
	lang     words.Language
	out, err io.Writer
}

func (t teller) pick(en, ko string) string {
	if t.lang == words.Korean {
		return ko
	}
	return en
}

// read adds up a file of records. A file with faults has no sums.
func (t teller) read(ctx context.Context, path string) (ledger.Partial, error) {
	f, err := os.Open(path)
	if err != nil {
		return ledger.Partial{}, err
	}
	defer f.Close()
	size := int64(0)
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	bar := newBar(t.err, size)
	p, report, err := ledger.ReadCSV(ctx, f, ledger.ReadOptions{
		Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile, Progress: func(p ledger.Progress) { bar.at(p.Bytes) },
	})
	bar.end()
	if err != nil {
		return ledger.Partial{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	fmt.Fprintf(t.err, t.pick("%s: %d rows, %d sums\n", "%s: %d행, 합계 %d개\n"), filepath.Base(path), report.Rows, p.Len())
	return p, nil
}

// sum writes the sums of a file of records.
func (t teller) sum(ctx context.Context, path string) error {
	p, err := t.read(ctx, path)
	if err != nil {
		return err
	}
	data, err := p.MarshalBinary()
	if err != nil {
		return err
	}
	_, err = t.out.Write(data)
	return err
}

// table writes them as CSV.
func (t teller) table(ctx context.Context, path string) error {
	p, err := t.read(ctx, path)
	if err != nil {
		return err
	}
	return writeTable(t.out, p)
}

// merge merges files of sums and tells the inventory.
func (t teller) merge(paths []string) error {
	sum := ledger.NewPartial(gpc.Scheme)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		one := ledger.NewPartial(gpc.Scheme)
		if err = one.UnmarshalBinary(data); err == nil {
			sum, err = sum.Merge(one)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
	}
	return t.tell(sum)
}

// all makes the country, has each shard added up by a process of its own, and merges.
func (t teller) all(ctx context.Context, program string, c country) (err error) {
	dir, err := os.MkdirTemp("", "meters")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	files, sums := make([]string, c.shards), make([]string, c.shards)
	for i := range files {
		files[i] = filepath.Join(dir, fmt.Sprintf("%d.csv", i+1))
		sums[i] = filepath.Join(dir, fmt.Sprintf("%d.sums", i+1))
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := writeFile(files[i], func(w io.Writer) error { return c.write(w, i+1) }); err != nil {
			return err
		}
	}
	start := time.Now()
	ended, room := make(chan error), make(chan struct{}, processes)
	for i := range files {
		go func() {
			room <- struct{}{}
			err := summed(ctx, program, files[i], sums[i])
			<-room
			ended <- err
		}()
	}
	bar := newBar(t.err, int64(c.shards))
	for n := range files {
		err = errors.Join(err, <-ended)
		bar.at(int64(n + 1))
	}
	bar.end()
	if err != nil {
		return err
	}
	took := time.Since(start)
	fmt.Fprintf(t.err, t.pick("%d rows in %d processes: %s, %.1f million rows a second\n",
		"%d행, 프로세스 %d개: %s, 초당 %.1f백만 행\n"), c.rows, c.shards, took.Round(time.Millisecond), float64(c.rows)/took.Seconds()/1e6)
	return t.merge(sums)
}

// summed runs this program on one shard.
func summed(ctx context.Context, program, from, to string) error {
	return writeFile(to, func(w io.Writer) error {
		cmd := exec.CommandContext(ctx, program, "-sum", from)
		var said bytes.Buffer
		cmd.Stdout, cmd.Stderr = w, &said
		if err := cmd.Run(); err != nil {
			return spoken.New("the process of %s failed: %s", "%s 처리 실패: %s", filepath.Base(from), bytes.TrimSpace(said.Bytes()))
		}
		return nil
	})
}

// writeFile makes a file of what is written.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}
