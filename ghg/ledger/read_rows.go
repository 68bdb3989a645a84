package ledger

import (
	"bytes"

	"github.com/localghg/localghg/ghg"
)

// The bounds of a row of [ghg.ReadCSV]: a row with line breaks inside quotes that goes
// beyond them is none, and its first line alone is given up.
const (
	maxRowBytes = 1 << 20
	maxRowLines = 200
)

// rowEnd is where a row ends.
type rowEnd int

const (
	atLine   rowEnd = iota // with its first line
	behind                 // behind a later line
	givenUp                // nowhere: its first line is lost, and the next line begins a row
	notKnown               // more text is needed
)

// endOfRow says where the row ends that a text begins with, how many bytes and lines it
// has, as [ghg.ReadCSV] parts rows. The text is whole lines; last says that none follow.
func endOfRow(text []byte, delimiter byte, last bool) (end rowEnd, size, lines int) {
	line, size := cutLine(text)
	if bytes.IndexByte(line, '"') < 0 || len(line) >= maxRowBytes {
		return atLine, size, 1
	}
	open, bad := scanQuotes(line, delimiter, false)
	if !open || bad {
		return atLine, size, 1
	}
	first, row, at := size, len(line), size
	for lines = 1; ; lines++ {
		switch {
		case lines == maxRowLines+1:
			return givenUp, first, 1
		case at == len(text) && last:
			return givenUp, first, 1
		case at == len(text):
			return notKnown, 0, 0
		}
		line, size = cutLine(text[at:])
		if len(line) >= maxRowBytes || row+len(line) >= maxRowBytes {
			return givenUp, first, 1
		}
		at += size
		row += 1 + len(line)
		open, bad = scanQuotes(line, delimiter, true)
		switch {
		case bad:
			return givenUp, first, 1
		case !open:
			return behind, at, lines + 1
		}
	}
}

// cutLine is the first line of a text without its end, and its length with it.
func cutLine(text []byte) (line []byte, size int) {
	line, size = text, len(text)
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		line, size = text[:i], i+1
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, size
}

// scanQuotes says whether a line ends inside a quote, given whether it begins inside one,
// and whether its quotes are out of order.
func scanQuotes(line []byte, delimiter byte, open bool) (stillOpen, bad bool) {
	for {
		if !open { // at the beginning of a field
			if len(line) == 0 || line[0] != '"' {
				i := bytes.IndexByte(line, delimiter)
				if i < 0 {
					return false, hasLoneCR(line)
				}
				if hasLoneCR(line[:i+1]) {
					return false, true
				}
				line = line[i+1:]
				continue
			}
			line = line[1:]
		}
		i := bytes.IndexByte(line, '"')
		if i < 0 {
			return true, false
		}
		line = line[i+1:]
		switch {
		case len(line) == 0:
			return false, false
		case line[0] == '"':
			open = true
		case line[0] == delimiter:
			open = false
		default:
			return false, true
		}
		line = line[1:]
	}
}

// hasLoneCR reports whether a CR stands within a line.
func hasLoneCR(line []byte) bool {
	i := bytes.IndexByte(line, '\r')
	return i >= 0 && len(bytes.TrimLeft(line[i:], "\r")) > 0
}

// faultOfLine is the fault of a line that opens a quote which does not close; the text
// begins with it.
func faultOfLine(text []byte, head header, f ghg.CSVFormat) []ghg.Fault {
	end := 0
	for lines := 0; end < len(text) && lines <= maxRowLines+1 && end <= maxRowBytes; lines++ {
		_, size := cutLine(text[end:])
		end += size
	}
	f.MostRecords = 1
	_, report, _ := ghg.ReadCSV(bytes.NewReader(append(head.text[:len(head.text):len(head.text)], text[:end]...)), f)
	if len(report.Faults.All) == 0 {
		return nil
	}
	return report.Faults.All[:1]
}
