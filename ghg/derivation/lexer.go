package derivation

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a formula.
type token struct {
	kind tokenKind
	text string
	at   int // byte
}

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenName
	tokenMark
)

// asWritten are marks that are written in more than one way.
var asWritten = map[string]string{"*": "×", "·": "×", "−": "-", "!=": "≠", "<=": "≤", ">=": "≥", "==": "="}

// lex cuts a formula into its words, which it appends to others.
func lex(formula string, out []token) ([]token, error) {
	if len(formula) > maxFormula {
		return nil, fmt.Errorf("it has %d bytes: at most %d are allowed", len(formula), maxFormula)
	}
	for at := 0; at < len(formula); {
		c, size := utf8.DecodeRuneInString(formula[at:])
		rest := formula[at:]
		switch {
		case c == ' ':
			at += size
			continue
		case c >= '0' && c <= '9':
			digits := rest[:len(rest)-len(strings.TrimLeft(rest, ".0123456789"))]
			digits, _, _ = strings.Cut(digits, "..") // a range: 1..5
			out = append(out, token{tokenNumber, digits, at})
			at += len(digits)
		case unicode.IsLetter(c):
			name := rest[:len(rest)-len(strings.TrimLeftFunc(rest, isNameRune))]
			out = append(out, token{tokenName, name, at})
			at += len(name)
		default:
			mark := rest[:size]
			if len(rest) > 1 && isMark(rest[:2]) {
				mark = rest[:2]
			}
			if !isMark(mark) {
				return nil, fmt.Errorf("at byte %d: %q is no sign of a formula", at, c)
			}
			sign := mark
			if same, ok := asWritten[mark]; ok {
				sign = same
			}
			out = append(out, token{tokenMark, sign, at})
			at += len(mark)
		}
	}
	return append(out, token{tokenEnd, "the end", len(formula)}), nil
}

// isMark reports whether a text is a sign of the grammar.
func isMark(text string) bool {
	switch text {
	case "+", "-", "−", "×", "*", "·", "/", "^", "(", ")", "[", "]", ":", ";", "=", "≠", "<", "≤", ">", "≥", "..", "!=", "<=", ">=", "==":
		return true
	}
	return false
}

func isNameRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_' }

// isName reports whether a text is a symbol: a letter, then letters, digits and
// underscores, and no word of the grammar.
func isName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return len(s) <= maxName && unicode.IsLetter(first) && strings.TrimLeftFunc(s, isNameRune) == "" && !reserved[s]
}

var reserved = map[string]bool{"and": true, "or": true, "sum": true, "prod": true, "min": true, "max": true, "abs": true, "ln": true,
	"exp": true, "root": true, "round": true, "down": true, "known": true, "integral": true}
