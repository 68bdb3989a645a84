package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
)

// maxLine is the length in bytes of a line. The library reads none that is longer.
const maxLine = 1 << 20

// refusal is input that is not converted. Line and byte count from 1, the byte from
// the beginning of the file.
type refusal struct {
	line int
	at   int64
	why  string
}

func (r *refusal) Error() string { return fmt.Sprintf("line %d, byte %d: %s", r.line, r.at, r.why) }

const alreadyUTF8 = "this is UTF-8 already: use the file as it is"

// convert writes what it reads in CP949 as UTF-8, line by line. With force it takes as
// CP949 what is also UTF-8.
func convert(w io.Writer, r io.Reader, force bool) error {
	in, out := bufio.NewReaderSize(r, maxLine), bufio.NewWriter(w)
	var either *refusal // the first line that is UTF-8 as well, until a line is CP949 alone
	certain := force
	text := make([]byte, 0, 4096)
	at := int64(1) // of the first byte of the line
	for number := 1; ; number++ {
		line, end := in.ReadSlice('\n')
		refuse := func(offset int, why string) error {
			return errors.Join(out.Flush(), &refusal{number, at + int64(offset), why})
		}
		if errors.Is(end, bufio.ErrBufferFull) {
			return refuse(0, fmt.Sprintf("a line longer than %d bytes", maxLine))
		}
		if end != nil && !errors.Is(end, io.EOF) {
			return errors.Join(out.Flush(), end)
		}
		if number == 1 {
			if why := byteOrderMark(line); why != "" {
				return refuse(0, why)
			}
		}
		if i := bytes.IndexByte(line, 0); i >= 0 {
			return refuse(i, "a zero byte: this is no text in CP949")
		}
		if first := bytes.IndexFunc(line, notASCII); first < 0 {
			text = append(text[:0], line...)
		} else {
			switch {
			case force || !utf8.Valid(line):
				certain = true
			case bytes.IndexFunc(line, longInUTF8) >= 0:
				return refuse(first, alreadyUTF8)
			case either == nil:
				either = &refusal{number, at + int64(first), "this may be UTF-8 or CP949, and no line of the file decides: " +
					"use it as it is, or ask for CP949 with -force"}
			}
			var bad int
			if text, bad = decode(text[:0], line); bad >= 0 {
				return refuse(bad, fmt.Sprintf("%#x is no character of CP949", line[bad:min(bad+2, len(line))]))
			}
		}
		if _, err := out.Write(text); err != nil {
			return err
		}
		at += int64(len(line))
		if end != nil {
			break
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if either != nil && !certain {
		return either
	}
	return nil
}

func notASCII(r rune) bool { return r >= utf8.RuneSelf }

// longInUTF8 reports whether a character has three bytes or more in UTF-8, as Hangul
// has. CP949 is hardly ever such a line by chance; of two bytes it may be: 천 is õ.
func longInUTF8(r rune) bool { return utf8.RuneLen(r) > 2 }

// byteOrderMark says what a file is that begins with a mark, or is "".
func byteOrderMark(line []byte) string {
	switch {
	case bytes.HasPrefix(line, []byte("\ufeff")):
		return alreadyUTF8
	case bytes.HasPrefix(line, []byte{0xFF, 0xFE}), bytes.HasPrefix(line, []byte{0xFE, 0xFF}):
		return "this is UTF-16: save it as UTF-8 (in Excel: CSV UTF-8)"
	}
	return ""
}

// decode appends a line of CP949 as UTF-8, and says where it is none, or -1. The
// decoder replaces what it does not know with U+FFFD, which no character of CP949 is.
func decode(text, line []byte) ([]byte, int) {
	decoder := korean.EUCKR.NewDecoder()
	var one [utf8.UTFMax]byte
	for i := 0; i < len(line); {
		size := 1
		if line[i] >= utf8.RuneSelf {
			size = min(2, len(line)-i)
		}
		n, _, err := decoder.Transform(one[:], line[i:i+size], true)
		if r, _ := utf8.DecodeRune(one[:n]); err != nil || r == utf8.RuneError {
			return text, i
		}
		text = append(text, one[:n]...)
		i += size
	}
	return text, -1
}
