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

// read adds up what is below the header, and says in the order of the blocks what is said of
// them.
func (f *file) read(ctx context.Context) (Partial, error) {
	if !f.readable {
		return NewPartial(f.options.Format.Scheme), nil
	}
	readers := make([]*blockReader, cmp.Or(f.options.Workers, runtime.GOMAXPROCS(0)))
	for i := range readers {
		readers[i] = newBlockReader(f.options, f.head)
	}
	read := f.readAlone
	if len(readers) > 1 {
		read = f.readTogether
	}
	if err := read(ctx, readers); err != nil {
		return Partial{}, err
	}
	sums := newSummands(f.options.Format.Scheme, len(readers[0].sums.keys.keys))
	for _, r := range readers {
		r.sums.addTo(sums)
	}
	return partialOf(f.options.Format.Scheme, sums.keys, sums.sums)
}

// readAlone reads one block after the other.
func (f *file) readAlone(ctx context.Context, readers []*blockReader) (failed error) {
	for {
		b, err := f.cut(ctx)
		if errors.Is(err, io.EOF) {
			return failed
		}
		if err != nil {
			return cmp.Or(failed, err)
		}
		said := readers[0].read(b)
		f.giveBack(b)
		failed = cmp.Or(failed, f.take(said))
	}
}

// readTogether reads blocks side by side. Each reader cuts its blocks itself, in its turn:
// what a processor has just taken in is near to it, and none waits for another to hand it on.
func (f *file) readTogether(ctx context.Context, readers []*blockReader) (failed error) {
	var all sync.WaitGroup
	var turn sync.Mutex
	var end error
	reports := make(chan chan blockReport, 2*len(readers)) // in the order of the blocks
	read := func(r *blockReader) {
		defer all.Done()
		for {
			turn.Lock()
			if end != nil {
				turn.Unlock()
				return
			}
			var b block
			if b, end = f.cut(ctx); end != nil {
				close(reports)
				turn.Unlock()
				return
			}
			report := make(chan blockReport, 1)
			reports <- report
			turn.Unlock()
			said := r.read(b)
			f.giveBack(b)
			report <- said
		}
	}
	all.Add(len(readers))
	for _, r := range readers {
		go read(r)
	}
	for report := range reports {
		failed = cmp.Or(failed, f.take(<-report))
	}
	all.Wait()
	if !errors.Is(end, io.EOF) {
		failed = cmp.Or(failed, end)
	}
	return failed
}

// cut cuts the next block, unless the context is done.
func (f *file) cut(ctx context.Context) (block, error) {
	if err := ctx.Err(); err != nil {
		return block{}, err
	}
	return f.next()
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
