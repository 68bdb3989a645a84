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
			n := strings.IndexFunc(rest, func(c rune) bool { return c != '.' && (c < '0' || c > '9') })
			if n < 0 {
				n = len(rest)
			}
			if dots := strings.Index(rest[:n], ".."); dots >= 0 { // a range: 1..5
				n = dots
			}
			out = append(out, token{tokenNumber, rest[:n], at})
			at += n
		case unicode.IsLetter(c):
			n := strings.IndexFunc(rest, func(c rune) bool { return !isNameRune(c) })
			if n < 0 {
				n = len(rest)
			}
			out = append(out, token{tokenName, rest[:n], at})
			at += n
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
	return len(s) <= maxName && unicode.IsLetter(first) && strings.IndexFunc(s, func(c rune) bool { return !isNameRune(c) }) < 0 &&
		!reserved[s]
}

var reserved = map[string]bool{"and": true, "or": true, "sum": true, "prod": true, "min": true, "max": true, "abs": true, "ln": true,
	"exp": true, "root": true, "round": true, "down": true, "known": true, "integral": true}
