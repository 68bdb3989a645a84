package ghg

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/localghg/localghg/ghg/exact"
)

// csvTable reads rows under a header whose names are known: the part that all
// readers of delimited text share.
type csvTable struct {
	csvHeads
	rows   *rowReader
	format CSVFormat
	caches caches
	report Report

	columns []int    // for each field of the file, its index in names, or -1
	named   []bool   // whether the field has a name at all
	heads   []string // what the file calls each of the names
	fields  []int    // for each of the names, the number of its field in the file, or 0

	records int                  // rows read so far
	met     map[PlaceID]struct{} // places read so far, where they are bounded
	stopped bool                 // nothing more is read

	marks  []columnMark
	marked []*columnMark // of the row being read, by index in names
	found  [][]byte      // what stands in cells that are marked

	cell   [][]byte // of the row being read, by index in names, trimmed
	line   int
	faulty bool // the row cannot be used
	place  PlaceID
	period Period
}

// newCSVTable refuses a format that does not stand. Marks may be in the columns that
// numbers names, or in any where it names none.
func newCSVTable(r io.Reader, f CSVFormat, h csvHeads, numbers ...string) (csvTable, error) {
	if err := f.check(); err != nil {
		return csvTable{}, err
	}
	marks, err := f.marksIn(h, numbers...)
	if err != nil {
		return csvTable{}, err
	}
	if f.Delimiter == 0 {
		f.Delimiter = ','
	}
	if f.MostFaults == 0 {
		f.MostFaults = maxFaults
	}
	n := len(h.names)
	t := csvTable{csvHeads: h, rows: newRowReader(r, f.Delimiter), format: f, caches: caches{columns: make([]textColumn, n)},
		heads: slices.Clone(h.names), fields: make([]int, n), cell: make([][]byte, n), marks: marks}
	t.rows.in.most = f.MostBytes
	if len(marks) > 0 {
		t.marked, t.found = make([]*columnMark, n), make([][]byte, n)
	}
	return t, nil
}

// each calls use for every row that has the fields it should have. Text that
// cannot be read at all is an error; all else is a fault.
func (t *csvTable) each(use func()) error {
	err := t.readHeader()
	for err == nil {
		if err = t.readRow(); err == nil && (t.line > 0 || t.faulty) {
			if t.isBeyondRecords() {
				break
			}
			if t.line == 0 { // it was no row at all, and counts as one
				continue
			}
			use()
			t.settle()
			if t.stopped {
				break
			}
		}
	}
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case errors.Is(err, errBeyond):
		t.line = t.rows.line + 1
		t.stop(fmt.Sprintf("%d bytes (CSVFormat.MostBytes)", t.format.MostBytes))
		return nil
	}
	return err
}

// readRow fills the cells from the next row; t.line is 0 where it is blank or
// a fault.
func (t *csvTable) readRow() error {
	fields, line, fault, err := t.rows.next()
	t.line, t.faulty, t.place, t.period = 0, false, "", Period{}
	if err != nil {
		return err
	}
	if fault != nil {
		t.fault(*fault)
		return nil
	}
	if isBlank(fields) {
		return nil
	}
	t.line = line
	clear(t.cell)
	for i, f := range fields {
		if i < len(t.columns) && t.columns[i] >= 0 {
			t.cell[t.columns[i]] = unguarded(f)
		} else if (i >= len(t.columns) || !t.named[i]) && len(trim(f)) > 0 {
			t.fault(Fault{Code: FaultFieldCount, Line: line, Field: fmt.Sprintf("field %d", i+1), Value: string(f),
				Detail: "it stands under no column name"})
		}
	}
	if len(t.marks) > 0 {
		t.applyMarks()
	}
	if len(fields) < len(t.columns) {
		t.fault(Fault{Code: FaultFieldCount, Line: line, Field: "line",
			Detail: fmt.Sprintf("%d fields where the header has %d", len(fields), len(t.columns))})
	}
	return nil
}

// settle gives the faults of the row the place and period that were read after
// them.
func (t *csvTable) settle() {
	for i := len(t.report.Faults.All) - 1; i >= 0 && t.report.Faults.All[i].Line == t.line; i-- {
		t.report.Faults.All[i].Place, t.report.Faults.All[i].Period = t.place, t.period
	}
}

func (t *csvTable) fault(f Fault) {
	t.faulty = true
	t.report.Faults.add(t.format.MostFaults, f)
}

// allowedBy is what an error says beyond the value, which the fault has anyway.
func allowedBy(err error) string {
	var syntax *exact.SyntaxError
	if errors.As(err, &syntax) {
		return "not a number: " + syntax.Reason
	}
	if e, ok := err.(interface{ allowed() string }); ok {
		return e.allowed()
	}
	return err.Error()
}

// refuse is a fault in a field of the row being read.
func (t *csvTable) refuse(code string, column int, detail string) {
	value := t.cell[column]
	if m, found := t.markOf(column); m != nil {
		value = found
	}
	t.fault(Fault{Code: code, Line: t.line, Field: t.heads[column], Value: string(value), Detail: detail})
}

// otherSeparators says what a header is separated by that is not separated as
// expected.
func (t *csvTable) otherSeparators(fields [][]byte) string {
	for _, other := range []byte(",;\t|") {
		if len(fields) == 1 && bytes.IndexByte(fields[0], other) >= 0 {
			return fmt.Sprintf("fields are separated by %q: they must be separated by %q", other, t.format.Delimiter)
		}
	}
	return ""
}

// isPlain reports whether a byte is a printed character of ASCII, and no space.
func isPlain(b byte) bool { return b > ' ' && b < 0x7F }

func isBlank(fields [][]byte) bool {
	for _, f := range fields {
		if len(trim(f)) > 0 {
			return false
		}
	}
	return true
}

// trim takes spaces off both ends, the no-break space of spreadsheets too.
func trim(b []byte) []byte {
	if len(b) == 0 || isPlain(b[0]) && isPlain(b[len(b)-1]) {
		return b
	}
	for {
		t := bytes.TrimSpace(b)
		t = bytes.TrimPrefix(bytes.TrimSuffix(t, []byte("\u00a0")), []byte("\u00a0"))
		if len(t) == len(b) {
			return t
		}
		b = t
	}
}
