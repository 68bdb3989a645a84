package ghg

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg/words"
)

const (
	// maxJSONDepth is deeper than any document of this library.
	maxJSONDepth = 20
	// maxJSONFields is more than any object of this library has.
	maxJSONFields = 1000
	// manyFields is from where the fields of an object are looked up in a map.
	manyFields = 16
)

// jsonScan looks through a document once, before anything is made of it: for what
// encoding/json would take and change (bytes that are not UTF-8, fields given
// twice), and for nesting beyond bounds. What is no JSON at all is left to the
// decoder. It takes no memory beyond the fields of the objects that are open.
type jsonScan struct {
	text   []byte
	at     int
	depth  int
	scopes [maxJSONDepth + 2]jsonScope
}

type jsonScope struct {
	object bool
	key    bool // a string here is the name of a field
	fields [][]byte
	many   map[string]bool // the same, folded, where there are many
}

// checkJSON refuses a text that a reader would take for another document than was
// written.
func checkJSON(text []byte) error {
	switch {
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}), bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		return Fault{Code: FaultEncoding, Line: 1, Detail: isUTF16}
	case !utf8.Valid(text):
		return Fault{Code: FaultEncoding, Line: lineOf(text, firstInvalid(text)), Detail: whyNotUTF8(text)}
	}
	if i := bytes.Index(text, replacedBytes); i >= 0 {
		return Fault{Code: FaultEncoding, Line: lineOf(text, i), Detail: hasReplaced}
	}
	s := &jsonScan{text: text}
	for s.at < len(text) {
		if err := s.step(); err != nil {
			return err
		}
	}
	return nil
}

func (s *jsonScan) step() error {
	scope := &s.scopes[s.depth]
	c := s.text[s.at]
	s.at++
	switch c {
	case '{', '[':
		if s.depth > maxJSONDepth {
			return fmt.Errorf("it is nested deeper than %d", maxJSONDepth)
		}
		s.depth++
		next := &s.scopes[s.depth]
		next.object, next.key, next.fields = c == '{', c == '{', next.fields[:0]
		if len(next.many) > 0 {
			clear(next.many)
		}
	case '}', ']':
		s.depth = max(s.depth-1, 0)
	case ',':
		scope.key = scope.object
	case '"':
		name, plain, err := s.string()
		if err != nil || !scope.key {
			return err
		}
		scope.key = false
		return scope.add(name, plain)
	}
	return nil
}

// string passes over a string, and says whether it is written without escapes.
func (s *jsonScan) string() (raw []byte, plain bool, err error) {
	start := s.at
	plain = true
	for {
		i := bytes.IndexAny(s.text[s.at:], `"\`)
		if i < 0 {
			s.at = len(s.text) // it does not end: the decoder says so
			return nil, false, nil
		}
		s.at += i + 1
		if s.text[s.at-1] == '"' {
			return s.text[start : s.at-1], plain, nil
		}
		plain = false
		r := escaped(s.text[s.at:])
		if r == replaced {
			return nil, false, Fault{Code: FaultEncoding, Line: lineOf(s.text, s.at), Detail: hasReplaced}
		}
		s.at = min(s.at+1, len(s.text)) // what is escaped is no end
		if r > utf8.MaxRune {
			s.at += len(`uD83D\uDE00`) - 1 // a pair, which is one character
		}
	}
}

// escaped is what the decoder makes of an escape, without its backslash, where it
// is a \u: half of a pair without the other half is lost, and U+FFFD in its place.
// A pair is beyond all runes.
func escaped(text []byte) rune {
	unit := func(text []byte) rune {
		if len(text) < 5 || text[0] != 'u' {
			return -1
		}
		n, err := strconv.ParseUint(string(text[1:5]), 16, 16)
		if err != nil {
			return -1
		}
		return rune(n)
	}
	switch r := unit(text); {
	case r >= 0xDC00 && r < 0xE000:
		return replaced
	case r >= 0xD800 && r < 0xDC00:
		if len(text) > 6 && text[5] == '\\' {
			if low := unit(text[6:]); low >= 0xDC00 && low < 0xE000 {
				return utf8.MaxRune + 1
			}
		}
		return replaced
	default:
		return r
	}
}

// add notes a field of the object, and refuses one that is there: encoding/json
// would keep the last and drop the others. Like it, this does not mind case.
func (o *jsonScope) add(name []byte, plain bool) error {
	if !plain {
		var text string
		if json.Unmarshal(append(append([]byte{'"'}, name...), '"'), &text) == nil {
			name = []byte(text)
		}
	}
	twice := false
	switch n := len(o.fields); {
	case n >= maxJSONFields:
		return fmt.Errorf("an object has more than %d fields", maxJSONFields)
	case n < manyFields:
		for _, f := range o.fields {
			twice = twice || bytes.EqualFold(f, name)
		}
	default:
		if o.many == nil {
			o.many = map[string]bool{}
		}
		if len(o.many) == 0 {
			for _, f := range o.fields {
				o.many[foldField(f)] = true
			}
		}
		folded := foldField(name)
		twice = o.many[folded]
		o.many[folded] = true
	}
	if twice {
		return fmt.Errorf("field %s is given twice", words.Quote(string(name)))
	}
	o.fields = append(o.fields, name)
	return nil
}

// foldField is one text for all that bytes.EqualFold takes for the same.
func foldField(name []byte) string { return string(bytes.ToLower(bytes.ToUpper(name))) }

// firstInvalid is where the first byte stands that is not UTF-8.
func firstInvalid(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

func lineOf(text []byte, at int) int { return 1 + bytes.Count(text[:at], []byte("\n")) }
