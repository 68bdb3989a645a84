package ghg

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Key is a notation key: a status in place of a number. It is never a number;
// NO does not mean 0, though nothing is added for it. The zero Key is none.
type Key uint8

// The notation keys of the GPC (1.1, Table 2.2) and, behind them, those that
// UNFCCC tables add.
const (
	KeyNone Key = iota
	NE          // not estimated: a disclosed exclusion
	FX          // flexibility (UNFCCC)
	C           // confidential: a disclosed exclusion
	IE          // included elsewhere; names where
	NO          // not occurring
	NA          // not applicable (UNFCCC)
)

var keyNames = [...]string{"", "NE", "FX", "C", "IE", "NO", "NA"}

// String is the key's letters.
func (k Key) String() string {
	if int(k) < len(keyNames) {
		return keyNames[k]
	}
	return fmt.Sprintf("Key(%d)", uint8(k))
}

// Korean is the same in Korean: 유연성 적용(FX).
func (k Key) Korean() string { return words.SetName("ghg.Key", k.String()) }

// ParseKey reads one notation key as the standards write it.
func ParseKey(s string) (Key, error) {
	for k := NE; k <= NA; k++ {
		if s == keyNames[k] {
			return k, nil
		}
	}
	return KeyNone, unknownKey(s, "")
}

// unknownKey says that a cell is no key, and which part of it is none.
func unknownKey(cell, part string) error {
	advice := "keys are NO, NE, IE, C and, in UNFCCC tables, NA and FX"
	if part != "" && part != strings.TrimSpace(cell) {
		advice = words.Quote(part) + " is none; " + advice
	}
	return &UnknownError{What: "notation key", ID: cell, Advice: advice}
}

// notAvailable is the advice for a cell that people read in two ways, of which one
// hides a gap.
const notAvailable = "it is read in more than one way (not applicable, not available): write NA, NO or NE"

// saysNotAvailable reports whether a text begins with N/A, n.a. or the error value #N/A of
// spreadsheets, as a word of its own.
func saysNotAvailable(s string) bool {
	for _, spelling := range []string{"#N/A", "N/A", "N.A.", "N.A"} {
		if len(s) < len(spelling) || !strings.EqualFold(s[:len(spelling)], spelling) {
			continue
		}
		if rest := s[len(spelling):]; rest == "" || strings.IndexByte(" \t;,/(", rest[0]) >= 0 || strings.HasPrefix(rest, "\u00a0") {
			return true
		}
	}
	return false
}

// ReadKeys reads keys as files hold them: several in one cell ("NO; IE", "NE;
// NE"), a place behind IE ("IE (II.1.1)"), a number behind NE ("NE0"), small
// letters. N/A and n.a. are refused: one reader takes them for not applicable (NA, NO),
// the next for not available (NE). Of several keys it returns the one that hides no gap: NE before FX,
// C, IE, NO and NA. The place is the text in brackets behind IE; plain reports
// whether the cell held just one key as it should be written.
func ReadKeys(s string) (key Key, place string, plain bool, err error) {
	if k, err := ParseKey(s); err == nil {
		return k, "", true, nil
	}
	const blank, between = " \t\u00a0", " \t\u00a0;,/"
	for rest := strings.TrimLeft(s, between); rest != ""; rest = strings.TrimLeft(rest, between) {
		n := strings.IndexAny(rest, between+"(")
		if n < 0 {
			n = len(rest)
		}
		if saysNotAvailable(rest) {
			return KeyNone, "", false, &UnknownError{What: "notation key", ID: s, Advice: notAvailable}
		}
		k, err := ParseKey(strings.ToUpper(strings.TrimSuffix(rest[:n], "0")))
		if err != nil {
			return KeyNone, "", false, unknownKey(s, rest[:n])
		}
		var remark string
		if remark, rest, err = cutBrackets(strings.TrimLeft(rest[n:], blank)); err != nil {
			return KeyNone, "", false, fmt.Errorf("notation key %s: %w", words.Quote(s), err)
		}
		if key == KeyNone || k < key || k == key && place == "" {
			key, place = k, remark
		}
	}
	if key == KeyNone {
		_, err = ParseKey(s)
	}
	if key != IE {
		place = ""
	}
	return key, place, false, err
}

// cutBrackets takes a text in brackets, which may hold others, off the front.
func cutBrackets(s string) (inside, rest string, err error) {
	if !strings.HasPrefix(s, "(") {
		return "", s, nil
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return strings.TrimSpace(s[1:i]), s[i+1:], nil
		}
	}
	return "", "", errors.New("a bracket is not closed")
}

// PointingTo is the value with another category as the one where its key IE says that
// the emissions are, for what takes records from one scheme to another. A value without
// the key IE stays as it is.
func (v Value) PointingTo(c Category) Value {
	if v.key != IE {
		return v
	}
	return v.includedIn(c)
}

// MarshalText writes the key's letters.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads one key; the empty text is [KeyNone].
func (k *Key) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*k = KeyNone
		return nil
	}
	v, err := ParseKey(string(b))
	if err == nil {
		*k = v
	}
	return err
}
