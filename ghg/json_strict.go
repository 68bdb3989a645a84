package ghg

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// maxJSON bounds a document of records, in bytes: some 300,000 of them.
const maxJSON = 64 << 20

// maxJSONDepth is deeper than any document of this library.
const maxJSONDepth = 20

// ReadStrictJSON reads one document of at most so many bytes into a value, and
// nothing else: no unknown field, no field twice, no text behind it, nothing
// nested deeper than 20, in UTF-8.
func ReadStrictJSON(r io.Reader, most int64, into any) error {
	text, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return err
	case int64(len(text)) > most:
		return fmt.Errorf("it is longer than %d bytes", most)
	}
	if err := fieldsOnce(json.NewDecoder(bytes.NewReader(text)), 0); err != nil {
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

// fieldsOnce refuses an object that names a field twice: encoding/json would
// keep the last and drop the others.
func fieldsOnce(d *json.Decoder, depth int) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	open, isDelim := token.(json.Delim)
	if !isDelim {
		return nil
	}
	if depth > maxJSONDepth {
		return fmt.Errorf("it is nested deeper than %d", maxJSONDepth)
	}
	seen := map[string]bool{}
	for d.More() {
		if open == '{' {
			name, err := d.Token()
			if err != nil {
				return err
			}
			folded := strings.ToLower(strings.ToUpper(fmt.Sprint(name))) // encoding/json does not mind case
			if seen[folded] {
				return fmt.Errorf("field %s is given twice", words.Quote(fmt.Sprint(name)))
			}
			seen[folded] = true
		}
		if err := fieldsOnce(d, depth+1); err != nil {
			return err
		}
	}
	_, err = d.Token() // the closing one
	return err
}
