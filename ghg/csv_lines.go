package ghg

import (
	"bytes"
	"errors"
	"hash"
	"io"
)

// The sizes of the buffer that lines are read into. It begins small, so that a
// small file costs little, and grows as text comes; beyond usualBuffer only for a
// line that needs it.
const (
	firstBuffer = 4 << 10
	usualBuffer = 64 << 10
)

// lineReader takes a text apart into lines of less than [maxRowBytes].
type lineReader struct {
	in         io.Reader
	hash       hash.Hash // of what comes, where it is asked for
	most       int64     // how many bytes may come; 0 is no bound
	size, got  int64     // how many bytes it said that it has, or -1, and how many came
	buf        []byte
	start, end int   // of what is read and not yet taken
	err        error // of the last read; told once all before it is taken
}

type textLine struct {
	text    []byte // without its end
	tooLong bool
	macEnds bool // of one that is too long: whether a lone CR stands in it
}

func newLineReader(in io.Reader) lineReader { return lineReader{in: in, size: sizeOf(in)} }

// taken is how many bytes were taken, line ends included.
func (r *lineReader) taken() int64 { return r.got - int64(r.end-r.start) }

// left is how many bytes are still to be taken, or less than 0 where that is not
// known.
func (r *lineReader) left() int64 {
	if r.size < 0 {
		return -1
	}
	return r.size - r.taken()
}

// read reads a line; its text holds until the next call. Of one that is too long
// the text is gone.
func (r *lineReader) read() (textLine, error) {
	var l textLine
	looked := 0 // how much of what is there has no line end
	for {
		if i := bytes.IndexByte(r.buf[r.start+looked:r.end], '\n'); i >= 0 {
			l.text = r.buf[r.start : r.start+looked+i]
			r.start += looked + i + 1
			break
		}
		looked = r.end - r.start
		if r.err != nil {
			l.text, r.start = r.buf[r.start:r.end], r.end
			if !errors.Is(r.err, io.EOF) || len(l.text) == 0 && !l.tooLong {
				return textLine{}, r.err
			}
			break
		}
		if looked == maxRowBytes {
			l.tooLong = true
			l.macEnds = l.macEnds || hasLoneCR(r.buf[r.start:r.end])
			r.start, looked = r.end, 0
		}
		r.fill()
	}
	l.text = bytes.TrimSuffix(l.text, []byte("\r"))
	return l, nil
}

// fill reads more behind what is there, in a buffer that has room for it.
func (r *lineReader) fill() {
	from := r.buf
	if there := r.end - r.start; r.end == len(r.buf) && (len(r.buf) < usualBuffer || there == len(r.buf)) {
		r.buf = make([]byte, max(firstBuffer, 2*len(r.buf)))
	} else if r.start == 0 {
		from = nil // it stands where it should
	}
	if from != nil {
		copy(r.buf, from[r.start:r.end])
		r.start, r.end = 0, r.end-r.start
	}
	for range 100 {
		var n int
		n, r.err = r.in.Read(r.buf[r.end:])
		if r.most > 0 && r.got+int64(n) > r.most {
			n, r.err = int(r.most-r.got), errBeyond
		}
		r.end += n
		r.got += int64(n)
		if r.hash != nil {
			r.hash.Write(r.buf[r.end-n : r.end])
		}
		if n > 0 || r.err != nil {
			return
		}
	}
	r.err = io.ErrNoProgress
}

// loneCR says what lines are that no LF ends, as Excel for Mac and old Macs write them.
const loneCR = "lines end in a lone CR: they must end in LF or CRLF (in Excel for Mac: save as CSV UTF-8, not as CSV for Macintosh)"

// hasLoneCR reports whether a CR stands within a line: one at its end belongs to a CRLF, or
// to a CR that a program has doubled.
func hasLoneCR(line []byte) bool {
	i := bytes.IndexByte(line, '\r')
	return i >= 0 && len(bytes.TrimLeft(line[i:], "\r")) > 0
}
