package target

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxTargetJSON bounds a document, in bytes.
const maxTargetJSON = 4 << 20

// decodeStrict reads one document and nothing else: no unknown field, no field
// twice, no text behind it.
func decodeStrict(r io.Reader, into any) error {
	text, err := io.ReadAll(io.LimitReader(r, maxTargetJSON+1))
	if err != nil {
		return err
	}
	if len(text) > maxTargetJSON {
		return fmt.Errorf("it is longer than %d bytes", maxTargetJSON)
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

// maxDepth is deeper than any document of a target.
const maxDepth = 20

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
	if depth > maxDepth {
		return fmt.Errorf("it is nested deeper than %d", maxDepth)
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
				return fmt.Errorf("field %.60q is given twice", name)
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
