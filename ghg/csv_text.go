package ghg

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// The bounds of a text file: a line, or a row with line breaks inside quotes,
// beyond them is a fault and the next line is read.
const (
	maxRowBytes = 1 << 20
	maxRowLines = 200
)

// rowReader splits delimited text (RFC 4180, with LF or CRLF) into rows within
// bounds. Where a row cannot be read it says so and goes on with the next
// line, so that an open quote never swallows the rest of a file.
type rowReader struct {
	in        lineReader
	delimiter byte
	line      int        // number of the last line taken
	ahead     []textLine // lines read and not yet taken
	fields    [][]byte
	row       []byte // text of a row with quotes
	unquoted  []byte // text of its quoted fields
}

func newRowReader(r io.Reader, delimiter byte) *rowReader {
	return &rowReader{in: newLineReader(r), delimiter: delimiter}
}

// next returns the fields of the next row and the number of its first line.
// They hold until the next call. A fault means that this line cannot be used.
func (r *rowReader) next() (fields [][]byte, line int, fault *Fault, err error) {
	var l textLine
	if len(r.ahead) > 0 {
		l, r.ahead = r.ahead[0], r.ahead[1:]
	} else if l, err = r.in.read(); err != nil {
		return nil, 0, nil, err
	}
	r.line++
	line = r.line
	text := l.text
	if line == 1 {
		text, fault = stripBOM(text)
	}
	text = composeHangul(text)
	switch {
	case fault != nil:
	case l.tooLong:
		fault = &Fault{Code: FaultLine, Detail: fmt.Sprintf("longer than %d bytes", maxRowBytes)}
		if l.macEnds {
			fault.Detail += "; " + loneCR
		}
	case bytes.IndexByte(text, '"') >= 0:
		if fault, err = r.quoted(text); err != nil {
			r.line-- // the line is not read
			return nil, 0, nil, err
		}
	default:
		if fault = checkText(text); fault == nil && hasLoneCR(text) {
			fault = &Fault{Code: FaultLine, Detail: loneCR}
		}
		r.plain(text)
	}
	if fault != nil {
		fault.Line = line
		return nil, line, fault, err
	}
	return r.fields, line, nil, err
}

// plain fills r.fields from a row without quotes.
func (r *rowReader) plain(text []byte) {
	r.fields = r.fields[:0]
	for i := bytes.IndexByte(text, r.delimiter); i >= 0; i = bytes.IndexByte(text, r.delimiter) {
		r.fields = append(r.fields, text[:i])
		text = text[i+1:]
	}
	r.fields = append(r.fields, text)
}

// quoted fills r.fields from a row with quotes in it, taking more lines while
// a quote is open. If it does not close within the bounds only the first line
// is given up: the others stay ahead. Each line is looked at once.
func (r *rowReader) quoted(text []byte) (*Fault, error) {
	r.row = append(r.row[:0], text...)
	open, detail := scanQuotes(text, r.delimiter, false)
	n := 0
	for ; open && detail == ""; n++ {
		if n == maxRowLines {
			return &Fault{Code: FaultLine, Detail: fmt.Sprintf("a quote is opened and not closed within %d lines", maxRowLines)}, nil
		}
		if n == len(r.ahead) {
			l, err := r.in.read()
			if errors.Is(err, io.EOF) {
				return &Fault{Code: FaultLine, Detail: "a quote is opened and not closed"}, nil
			}
			if err != nil {
				return nil, err
			}
			l.text = bytes.Clone(composeHangul(l.text))
			r.ahead = append(r.ahead, l)
		}
		more := r.ahead[n]
		if more.tooLong || len(r.row)+len(more.text) >= maxRowBytes {
			return &Fault{Code: FaultLine, Detail: fmt.Sprintf("a quote is opened and not closed within %d bytes", maxRowBytes)}, nil
		}
		r.row = append(append(r.row, '\n'), more.text...)
		open, detail = scanQuotes(more.text, r.delimiter, true)
	}
	if detail != "" {
		return &Fault{Code: FaultLine, Detail: detail}, nil
	}
	r.ahead = r.ahead[n:]
	r.line += n
	r.split(r.row)
	return checkText(r.row), nil
}

// scanQuotes says whether a line ends inside a quote, given whether it begins
// inside one, and what is wrong with its quotes.
func scanQuotes(line []byte, delimiter byte, open bool) (bool, string) {
	for {
		if !open { // at the beginning of a field
			if len(line) == 0 || line[0] != '"' {
				i := bytes.IndexByte(line, delimiter)
				if unquoted := line[:cmp.Or(i+1, len(line))]; hasLoneCR(unquoted) {
					return false, loneCR
				}
				if i < 0 {
					return false, ""
				}
				line = line[i+1:]
				continue
			}
			line = line[1:]
		}
		i := bytes.IndexByte(line, '"')
		if i < 0 {
			return true, ""
		}
		line = line[i+1:]
		switch {
		case len(line) == 0:
			return false, ""
		case line[0] == '"': // a quote within the field
			open = true
		case line[0] == delimiter:
			open = false
		case hasLoneCR(line):
			return false, loneCR
		default:
			return false, "text follows a closing quote"
		}
		line = line[1:]
	}
}

// split fills r.fields from a row whose quotes [scanQuotes] found in order.
func (r *rowReader) split(row []byte) {
	r.fields, r.unquoted = r.fields[:0], r.unquoted[:0]
	if cap(r.unquoted) < len(row) {
		r.unquoted = make([]byte, 0, len(row)) // fields point into it: it must not move
	}
	for {
		if len(row) == 0 || row[0] != '"' {
			i := bytes.IndexByte(row, r.delimiter)
			if i < 0 {
				r.fields = append(r.fields, row)
				return
			}
			r.fields = append(r.fields, row[:i])
			row = row[i+1:]
			continue
		}
		start := len(r.unquoted)
		row = row[1:]
		for {
			i := bytes.IndexByte(row, '"')
			r.unquoted = append(r.unquoted, row[:i]...)
			row = row[i+1:]
			if len(row) == 0 || row[0] != '"' {
				break
			}
			r.unquoted = append(r.unquoted, '"')
			row = row[1:]
		}
		r.fields = append(r.fields, r.unquoted[start:])
		if len(row) == 0 {
			return
		}
		row = row[1:] // the delimiter
	}
}

// stripBOM takes the byte order mark off the first line.
func stripBOM(text []byte) ([]byte, *Fault) {
	if bytes.HasPrefix(text, []byte{0xFF, 0xFE}) || bytes.HasPrefix(text, []byte{0xFE, 0xFF}) {
		return nil, &Fault{Code: FaultEncoding, Line: 1, Detail: isUTF16}
	}
	return bytes.TrimPrefix(text, []byte("\ufeff")), nil
}

// checkText refuses what is not UTF-8 text, and names CP949 where it looks so.
func checkText(text []byte) *Fault {
	if bytes.IndexByte(text, 0) >= 0 {
		return &Fault{Code: FaultEncoding, Detail: zeroByte}
	}
	if !utf8.Valid(text) {
		return &Fault{Code: FaultEncoding, Detail: whyNotUTF8(text)}
	}
	if bytes.Contains(text, replacedBytes) {
		return &Fault{Code: FaultEncoding, Detail: hasReplaced}
	}
	return nil
}

// looksCP949 reports whether every byte beyond ASCII is half of a CP949 pair,
// and most pairs are Hangul syllables of KS X 1001.
func looksCP949(text []byte) bool {
	pairs, hangul := 0, 0
	for i := 0; i < len(text); i++ {
		lead := text[i]
		if lead < 0x80 {
			continue
		}
		i++
		if lead == 0x80 || lead == 0xFF || i == len(text) {
			return false
		}
		trail := text[i]
		if !(trail >= 'A' && trail <= 'Z' || trail >= 'a' && trail <= 'z' || trail >= 0x81 && trail <= 0xFE) {
			return false
		}
		pairs++
		if lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 {
			hangul++
		}
	}
	return pairs > 0 && hangul*2 >= pairs
}
