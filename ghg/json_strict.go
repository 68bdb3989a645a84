package ghg

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxJSON bounds a document of records, in bytes: some 300,000 of them.
const maxJSON = 64 << 20

// ReadStrictJSON reads one document of at most so many bytes into a value, and
// nothing else: no unknown field, no field twice, no text behind it, nothing
// nested deeper than 20, no object of more than 1000 fields. It must be UTF-8, with
// or without a byte order mark, and hold no U+FFFD: what was read as UTF-8 and was
// not (CP949, most often) is a [Fault] with [FaultEncoding].
func ReadStrictJSON(r io.Reader, most int64, into any) error {
	text, err := readBounded(r, most)
	if err != nil {
		return err
	}
	text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	if err := checkJSON(text); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is text behind the document")
	}
	return nil
}

const byteOrderMark = "\uFEFF"

// readBounded reads all of a text of at most so many bytes.
func readBounded(r io.Reader, most int64) ([]byte, error) {
	var text bytes.Buffer
	if known, ok := r.(interface{ Len() int }); ok { // a reader over memory
		text.Grow(int(min(int64(known.Len()), most)) + bytes.MinRead)
	}
	if _, err := text.ReadFrom(io.LimitReader(r, most+1)); err != nil {
		return nil, err
	}
	if int64(text.Len()) > most {
		return nil, fmt.Errorf("it is longer than %d bytes", most)
	}
	return text.Bytes(), nil
}

// StrictJSON writes a value as a document that [ReadStrictJSON] takes: a text that
// is not UTF-8, which encoding/json would write with U+FFFD in it, is refused.
func StrictJSON(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var fault Fault
	if err := checkJSON(text); errors.As(err, &fault) {
		fault.Line, fault.Detail = 0, "a text in it is not UTF-8, or holds U+FFFD where a character was lost: it would not be read as it is"
		return nil, fault
	}
	return text, nil
}

// given is the text of a value, and null where nobody gave one: unset is not zero.
func given(v interface {
	IsUnset() bool
	String() string
}) ([]byte, error) {
	if v.IsUnset() {
		return []byte("null"), nil
	}
	return json.Marshal(v.String())
}
