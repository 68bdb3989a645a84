package exact

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// hint names the likely reason of a refusal.
func hint(s string, mark byte) string {
	other := byte(',')
	if mark == ',' {
		other = '.'
	}
	switch {
	case strings.IndexByte(s, other) >= 0:
		return fmt.Sprintf(" (the decimal mark is %q; thousands separators are not allowed)", mark)
	case strings.ContainsAny(s, " '_\u00a0"):
		return " (thousands separators are not allowed)"
	}
	return ""
}

// typed says what to type in place of a character that looks like one of a number. It is
// not read as that: a number is one text everywhere, so that what is kept as read stays
// what the file holds and compares as equal text does.
func typed(character string) string {
	r, _ := utf8.DecodeRuneInString(character)
	switch {
	case isDash(r):
		return fmt.Sprintf(" (it is the dash or minus sign U+%04X: write the hyphen-minus \"-\")", r)
	case r >= '！' && r <= '～':
		return fmt.Sprintf(" (it is of full width: write %q)", string(r-'！'+'!'))
	}
	return ""
}

func isDash(r rune) bool { return r >= '\u2010' && r <= '\u2014' || r == '\u2212' || r == '\uFE63' }

// ParseLeading reads the number that a text begins with, as [Parse] does, and gives what
// follows it, such as a unit, without outer blanks. What is taken for a number ("−5 t", "５
// t") is refused with what to write, and a text that begins with neither as a whole. An e
// before other letters is no exponent: it is that of EUR or EJ.
func ParseLeading(s string) (d decimal.Decimal, rest string, err error) {
	s = strings.TrimSpace(s)
	n := len(s)
	for i, r := range s {
		fullWidth := r >= '０' && r <= '９' || r == '．' || r == '，' || r == '－' || r == '＋'
		if !fullWidth && !isDash(r) && !strings.ContainsRune("0123456789+-.,eE", r) {
			n = i
			break
		}
	}
	for n > 0 && n < len(s) && s[n-1]|' ' == 'e' {
		n--
	}
	if n == 0 {
		return decimal.Decimal{}, s, &SyntaxError{s, "it needs digits before anything else"}
	}
	d, err = Parse(s[:n])
	return d, strings.TrimSpace(s[n:]), err
}

func firstRune(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return string(r)
}
