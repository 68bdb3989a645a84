package ledger

import (
	"cmp"
	"context"
	"errors"
	"io"
	"runtime"
	"sync"

	"github.com/localghg/localghg/ghg"
)

// file is a file that is read.
type file struct {
	*cutter
	options  ReadOptions
	in       *counted
	readable bool // below its header

	report       ghg.Report
	rows, others int
}

// openFile reads the header. Block is about how much text is read at a time.
func openFile(r io.Reader, o ReadOptions, block int) (*file, error) {
	f := &file{options: o, in: &counted{Reader: r}}
	text, err := plainText(f.in)
	if err != nil {
		return f, err
	}
	f.cutter = newCutter(text, o.Format, block)
	f.options.Format = f.cutter.format
	f.readable, err = f.readHeader(&f.report)
	return f, err
}

// blockJob is a block on its way to one of the readers, and back.
type blockJob struct {
	block
	done chan blockReport
}

// read adds up what is below the header: blocks side by side, and what is said of them in
// their order.
func (f *file) read(ctx context.Context) (Partial, error) {
	if !f.readable {
		return NewPartial(f.options.Format.Scheme), nil
	}
	readers := make([]*blockReader, cmp.Or(f.options.Workers, runtime.GOMAXPROCS(0)))
	jobs, order := make(chan blockJob), make(chan blockJob, len(readers))
	var all sync.WaitGroup
	for i := range readers {
		readers[i] = newBlockReader(f.options, f.head)
		all.Add(1)
		go func() {
			defer all.Done()
			for job := range jobs {
				said := readers[i].read(job.block)
				f.giveBack(job.block)
				job.done <- said
			}
		}()
	}
	var err error
	go func() {
		defer close(order)
		defer close(jobs)
		for err = ctx.Err(); err == nil; err = ctx.Err() {
			var b block
			if b, err = f.next(); err != nil {
				return
			}
			job := blockJob{b, make(chan blockReport, 1)}
			order <- job
			jobs <- job
		}
	}()
	var failed error
	for job := range order {
		failed = cmp.Or(failed, f.take(<-job.done))
	}
	all.Wait()
	if failed = cmp.Or(failed, err); failed != nil && !errors.Is(failed, io.EOF) {
		return Partial{}, failed
	}
	sums := newSummands(f.options.Format.Scheme)
	for _, r := range readers {
		r.sums.addTo(sums)
	}
	return sums.partial()
}

// take takes what was read of a block.
func (f *file) take(b blockReport) error {
	take(&f.report, b.report, f.options.Format)
	f.rows, f.others = f.rows+b.rows, f.others+len(b.others)
	for _, record := range b.others {
		f.options.Others(record)
	}
	if f.options.Progress != nil {
		f.options.Progress(Progress{f.in.n.Load(), f.rows})
	}
	return b.err
}

// take appends faults and findings, as many as are kept, and counts the rest.
func take(all *ghg.Report, news ghg.Report, f ghg.CSVFormat) {
	most := cmp.Or(f.MostFaults, 1000)
	all.Faults.All, all.Faults.More = capped(all.Faults.All, all.Faults.More, news.Faults.All, most)
	all.Findings.All, all.Findings.More = capped(all.Findings.All, all.Findings.More, news.Findings.All, most)
}

func capped[T any](all []T, more int, news []T, most int) ([]T, int) {
	n := min(len(news), max(0, most-len(all)))
	return append(all, news[:n]...), more + len(news) - n
}
