package ghg

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg/exact"
)

// csvTable reads rows under a header whose names are known: the part that all
// readers of delimited text share.
type csvTable struct {
	rows     *rowReader
	format   CSVFormat
	caches   caches
	names    []string
	aliases  map[string]int // index in names of other names that a header may have
	native   []string       // for each name, its first alias beyond ASCII, or ""; nil where there are no aliases
	required int            // how many of the names, from the first, must be there
	report   Report

	columns []int    // for each field of the file, its index in names, or -1
	named   []bool   // whether the field has a name at all
	heads   []string // what the file calls each of the names
	fields  []int    // for each of the names, the number of its field in the file, or 0

	cell   [][]byte // of the row being read, by index in names, trimmed
	line   int
	faulty bool // the row cannot be used
	place  PlaceID
	period Period
}

func newCSVTable(r io.Reader, f CSVFormat, names []string, required int) csvTable {
	if f.Delimiter == 0 {
		f.Delimiter = ','
	}
	if f.MostFaults == 0 {
		f.MostFaults = maxFaults
	}
	return csvTable{rows: newRowReader(r, f.Delimiter), format: f, caches: caches{columns: make([]textColumn, len(names))},
		names: names, required: required, heads: slices.Clone(names), fields: make([]int, len(names)), cell: make([][]byte, len(names))}
}

// each calls use for every row that has the fields it should have. Text that
// cannot be read at all is an error; all else is a fault.
func (t *csvTable) each(use func()) error {
	err := t.readHeader()
	for err == nil {
		if err = t.readRow(); err == nil && t.line > 0 {
			use()
			t.settle()
		}
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// readHeader returns io.EOF where nothing more can be read.
func (t *csvTable) readHeader() error {
	fields, line, fault, err := t.rows.next()
	for err == nil && fault == nil && isBlank(fields) {
		fields, line, fault, err = t.rows.next()
	}
	if errors.Is(err, io.EOF) {
		t.fault(Fault{Code: FaultEmptyFile, Detail: "the file is empty: a header line with " + strings.Join(t.names[:t.required], ", ") +
			" is needed"})
		return err
	}
	if err != nil {
		return err
	}
	if fault != nil {
		if fault.Field = "header"; fault.Detail == loneCR {
			fault.Code = FaultHeader
		}
		fault.Detail += "; nothing below it was read"
		t.fault(*fault)
		return io.EOF
	}
	return t.useHeader(fields, line)
}

func (t *csvTable) useHeader(fields [][]byte, line int) error {
	if why := t.otherSeparators(fields); why != "" {
		t.fault(Fault{Code: FaultHeader, Line: line, Field: "header", Value: string(fields[0]), Detail: why + "; nothing below it was read"})
		return io.EOF
	}
	ok := true
	have := make([]bool, len(t.names))
	for i, field := range fields {
		name := strings.ToLower(string(trim(field)))
		column := slices.Index(t.names, name)
		if of, ok := t.aliases[foldHead(name)]; ok && column < 0 {
			column, t.heads[of] = of, name
		}
		switch {
		case column >= 0 && have[column]:
			ok = false
			t.fault(Fault{Code: FaultHeader, Line: line, Field: "header", Value: name,
				Detail: "the column is there twice; nothing below it was read"})
		case column >= 0:
			have[column], t.fields[column] = true, i+1
		case name != "":
			t.fault(Fault{Code: FaultUnknownColumn, Line: line, Field: "header", Value: name,
				Detail: "the column is not read: known are " + t.known(name) + t.unitInHead(name)})
		}
		t.columns = append(t.columns, column)
		t.named = append(t.named, name != "")
	}
	for i, there := range have[:t.required] {
		if there {
			continue
		}
		ok = false
		t.fault(Fault{Code: FaultHeader, Line: line, Field: "header", Value: t.names[i],
			Detail: "the column is missing" + t.orAliases(i) + "; nothing below the header was read"})
	}
	if !ok {
		return io.EOF
	}
	return nil
}

// known lists the columns for a header that has an unknown name: one that is not
// in ASCII is told what else each column is called in such letters.
func (t *csvTable) known(name string) string {
	list := slices.Clone(t.names)
	if isASCII(name) {
		return strings.Join(list, ", ")
	}
	for i, alias := range t.native {
		if alias != "" {
			list[i] += " (" + alias + ")"
		}
	}
	return strings.Join(list, ", ")
}

// unitInHead says what to do with a header that is the name of a column with a
// unit after it, as in 감축량(만톤).
func (t *csvTable) unitInHead(name string) string {
	before, unit, ok := strings.Cut(name, "(")
	if !ok {
		return ""
	}
	before = foldHead(before)
	if _, ok := t.aliases[before]; !ok && !slices.Contains(t.names, before) {
		return ""
	}
	return fmt.Sprintf("; write %q alone, and %q in a column or in the cells", before, strings.TrimSuffix(unit, ")"))
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
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
	t.fault(Fault{Code: code, Line: t.line, Field: t.heads[column], Value: string(t.cell[column]), Detail: detail})
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
