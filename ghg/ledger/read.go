package ledger

import (
	"context"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Faulty says what becomes of a file with rows that cannot be used.
type Faulty uint8

// The rest is a smaller sum than that of the file: whoever takes it says so.
const (
	RefuseFile Faulty = iota + 1 // no sums are given: the faults are the error
	SumTheRest                   // the rest is added up, and the faults are in the report
)

var faulties = [...]words.Term{{En: "not stated", Ko: "미기재"}, {En: "refuse the file", Ko: "파일을 거부"},
	{En: "add up the rest", Ko: "나머지를 합산"}}

func (f Faulty) term() words.Term {
	if f > SumTheRest {
		f = 0
	}
	return faulties[f]
}

// String says it in English.
func (f Faulty) String() string { return f.term().En }

// Korean says it in Korean.
func (f Faulty) Korean() string { return f.term().Ko }

// ReadOptions say how [ReadCSV] reads. Its functions are called by the goroutine that reads,
// one at a time.
type ReadOptions struct {
	// Format is that of the file. Its scheme is required. The sums have no evidence, and
	// blocks are read side by side: File, MostRecords, MostPlaces and MostBytes must not be set.
	Format ghg.CSVFormat
	// Faulty is required.
	Faulty Faulty
	// Others takes the records that sums do not hold, in the order of the file: notation keys,
	// missing values, CO2e, and masses in another scheme. Where it is nil they are faults.
	Others func(ghg.Record)
	// Progress, if it is not nil, is told after each block of about 256 KiB.
	Progress func(Progress)
	// Workers is how many blocks are read at a time; 0 is one for each processor.
	Workers int
}

// Progress is how far reading has come.
type Progress struct {
	Bytes int64 // taken from the reader, as they come, compressed or not
	Rows  int   // in sums
}

// Report is what [ReadCSV] has to say of a file besides the sums.
type Report struct {
	ghg.Report
	Rows   int // in the sums
	Others int // that are not, and were handed on
}

// ReadCSV adds up the masses of a file of records, of any length, without keeping its rows:
// only the sums are held, and a few blocks of text. It reads what [ghg.ReadCSV] reads, the
// same columns, words and numbers, and has the same faults on the same lines. Text that is
// compressed by gzip is told by its first two bytes, which no text begins with.
//
// Findings are those of ghg.ReadCSV too, but for the one that names all lines on which a 0
// stands beside a key.
//
// A file that cannot be read at all, options that do not stand, and a context that is done
// are errors; so are the faults, where the options say so.
func ReadCSV(ctx context.Context, r io.Reader, o ReadOptions) (Partial, Report, error) {
	return readCSV(ctx, r, o, usualBlock)
}

func readCSV(ctx context.Context, r io.Reader, o ReadOptions, block int) (Partial, Report, error) {
	if err := o.check(); err != nil {
		return Partial{}, Report{}, err
	}
	f, err := openFile(r, o, block)
	if err != nil {
		return Partial{}, Report{Report: f.report}, err
	}
	sums, err := f.read(ctx)
	if err == nil && o.Faulty == RefuseFile {
		err = f.report.Err()
	}
	report := Report{f.report, f.rows, f.others}
	if err != nil {
		return Partial{}, report, err
	}
	return sums, report, nil
}

func (o *ReadOptions) check() error {
	var faults ghg.Faults
	refuse := func(field, detail string) { faults.Refuse("options", field, "", detail) }
	if o.Format.Scheme.IsZero() {
		refuse("Format.Scheme", "reading records needs a scheme, such as gpc.Scheme")
	}
	if o.Faulty != RefuseFile && o.Faulty != SumTheRest {
		refuse("Faulty", "say what becomes of a file with faults: RefuseFile or SumTheRest")
	}
	if f := o.Format; f.File != "" || f.MostRecords != 0 || f.MostPlaces != 0 || f.MostBytes != 0 {
		refuse("Format", "File, MostRecords, MostPlaces and MostBytes are for ghg.ReadCSV: sums have no evidence, and are not bounded by them")
	}
	if o.Workers < 0 {
		refuse("Workers", "at least 1 is needed, or 0 for one for each processor")
	}
	return faults.Err()
}
