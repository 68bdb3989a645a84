package korea

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// CSVStyle says how tables are written.
type CSVStyle struct {
	// ByteOrderMark begins the file with the mark by which Korean Excel knows
	// UTF-8; without it, it reads CP949 and shows Hangul as noise. Programs most
	// often want none.
	ByteOrderMark bool
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// safe is a free text as it may stand in a cell. What begins with a character
// that spreadsheets read as a formula gets an apostrophe before it
// ([ghg.GuardFormula]), which they show as text; figures are never changed. Control
// characters but tab and line break are dropped, and line breaks are of one kind.
func safe(s string) string {
	s = lineBreaks.Replace(s)
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return ghg.GuardFormula(s)
}

// WriteTable writes one table as CSV: a header, then the rows in their order.
// Units stand in the header; numbers have a point and every digit, CO2e is in
// tonnes and money in millions of won. Headers and coded values are in the language;
// free text is written as it is, names in the language where there is one. A table
// without rows has its header alone.
func (d Document) WriteTable(w io.Writer, t Table, style CSVStyle, lang words.Language) error {
	switch {
	case d.def == nil:
		return errNoDocument
	case len(t.info().columns) == 0:
		e := &ghg.UnknownError{What: "table", ID: string(t)}
		for x := range Tables() {
			e.Allowed = append(e.Allowed, string(x))
		}
		return e
	}
	if style.ByteOrderMark {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	var line []string
	for c := range t.Columns() {
		line = append(line, c.Header(lang))
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, r := range d.def.rows(t) {
		if err := out.Write(d.def.cells(t, r, lang).out); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// WriteTables writes all tables, each to the writer that open gives for its
// file name. A writer that is an [io.Closer] is closed. It stops at the first
// error.
func (d Document) WriteTables(style CSVStyle, lang words.Language, open func(fileName string) (io.Writer, error)) error {
	for t := range Tables() {
		name := t.FileName(lang)
		w, err := open(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		err = d.WriteTable(w, t, style, lang)
		if c, ok := w.(io.Closer); ok {
			err = errors.Join(err, c.Close())
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
