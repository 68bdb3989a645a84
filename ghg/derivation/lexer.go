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

// lex cuts a formula into its words.
func lex(formula string) ([]token, error) {
	if len(formula) > maxFormula {
		return nil, fmt.Errorf("it has %d bytes: at most %d are allowed", len(formula), maxFormula)
	}
	out := make([]token, 0, len(formula)/2+2)
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
			for _, two := range []string{"..", "!=", "<=", ">=", "=="} {
				if strings.HasPrefix(rest, two) {
					mark = two
				}
			}
			if !strings.Contains("+ - − × * · / ^ ( ) [ ] : ; = ≠ < ≤ > ≥ .. != <= >= ==", mark) || c == utf8.RuneError {
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
