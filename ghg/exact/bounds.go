package exact

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// What a decimal may be at the door, and what arithmetic may make of it.
const (
	MaxDigits       = 38  // digits of an input, written out without an exponent
	MaxExponent     = 30  // largest absolute exponent of an input
	MaxResultDigits = 400 // digits of a result, and its largest absolute exponent
	maxText         = 96  // bytes of text that a number may have
	exponentCap     = 1_000_000
)

// BoundsError says that a decimal is outside what the library computes with.
type BoundsError struct {
	Digits, Exponent       int // of the number refused
	MaxDigits, MaxExponent int // what is allowed
}

func (e *BoundsError) Error() string {
	what := fmt.Sprintf("a number of %d digits with exponent %d", e.Digits, e.Exponent)
	if e.Exponent <= -exponentCap || e.Exponent >= exponentCap { // as far as it was read
		what = fmt.Sprintf("a number with an exponent beyond %d", exponentCap)
	}
	return fmt.Sprintf("%s is out of bounds: at most %d digits, written out, and an exponent from -%d to %d are allowed",
		what, e.MaxDigits, e.MaxExponent, e.MaxExponent)
}

// SyntaxError says that a text is not a plain decimal number.
type SyntaxError struct {
	Text   string
	Reason string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%q is not a number: %s", clip(e.Text), e.Reason)
}

// Check returns a [*BoundsError] if d may not enter the library.
func Check(d decimal.Decimal) error {
	return check(d, MaxDigits, MaxExponent)
}

// CheckResult returns a [*BoundsError] if d has grown beyond what a result
// may have.
func CheckResult(d decimal.Decimal) error {
	return check(d, MaxResultDigits, MaxResultDigits)
}

func check(d decimal.Decimal, digits, exponent int) error {
	return within(d.NumDigits(), int(d.Exponent()), digits, exponent)
}

// within checks a number of so many significant digits with its exponent. The
// zeros that the exponent stands for count as digits: what passes can be
// printed in full and read again.
func within(digits, exponent, maxDigits, maxExponent int) error {
	if exponent >= -maxExponent && exponent <= maxExponent && digits+max(exponent, 0) <= maxDigits {
		return nil
	}
	return &BoundsError{Digits: digits, Exponent: exponent, MaxDigits: maxDigits, MaxExponent: maxExponent}
}

// Parse reads a decimal with a point as its decimal mark: an optional sign,
// digits with at most one point, an optional exponent. It refuses thousands
// separators, NaN, infinities, hexadecimal and all that is out of bounds.
func Parse(s string) (decimal.Decimal, error) {
	return ParseMark(s, '.')
}

// ParseMark is [Parse] for a given decimal mark, '.' or ','. The other of the
// two is refused, so that a number is never read in a way that its writer did
// not mean.
func ParseMark(s string, mark byte) (decimal.Decimal, error) {
	if mark != '.' && mark != ',' {
		return decimal.Decimal{}, &SyntaxError{s, fmt.Sprintf("its decimal mark must be '.' or ',', not %q", mark)}
	}
	if len(s) > maxText {
		return decimal.Decimal{}, &SyntaxError{s, fmt.Sprintf("longer than %d characters", maxText)}
	}
	n, err := scan(s, mark)
	if err != nil {
		return decimal.Decimal{}, err
	}
	if err := within(n.digits, n.exponent, MaxDigits, MaxExponent); err != nil {
		return decimal.Decimal{}, err
	}
	if n.digits <= 18 {
		c := n.small
		if n.negative {
			c = -c
		}
		return decimal.New(c, int32(n.exponent)), nil
	}
	d, err := decimal.NewFromString(strings.ReplaceAll(s, ",", "."))
	if err != nil {
		return decimal.Decimal{}, &SyntaxError{s, err.Error()}
	}
	return d, nil
}

// number is what scan found: the digits' value as far as it fits, how many
// digits are significant, and the exponent of the last one.
type number struct {
	small    int64
	digits   int
	exponent int
	negative bool
}

func scan(s string, mark byte) (number, error) {
	var n number
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		n.negative = s[i] == '-'
		i++
	}
	seen, point := false, false
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			seen = true
			if n.digits > 0 || c != '0' {
				n.digits++
			}
			if n.digits <= 18 {
				n.small = n.small*10 + int64(c-'0')
			}
			if point {
				n.exponent--
			}
			continue
		case c == mark && !point:
			point = true
			continue
		}
		break
	}
	if !seen {
		if r := firstRune(s[i:]); i < len(s) && s[i] >= 0x80 { // such as a full-width digit or the minus sign of typography
			return n, &SyntaxError{s, fmt.Sprintf("%q is not allowed in it", r) + typed(r)}
		}
		return n, &SyntaxError{s, "it needs digits" + hint(s, mark)}
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		e, ok := scanExponent(s[i+1:])
		if !ok {
			return n, &SyntaxError{s, "its exponent is not a whole number"}
		}
		n.exponent += e
		i = len(s)
	}
	if i < len(s) {
		r := firstRune(s[i:])
		return n, &SyntaxError{s, fmt.Sprintf("%q is not allowed in it", r) + cmp.Or(typed(r), hint(s[i:], mark))}
	}
	return n, nil
}

// scanExponent reads a signed whole number; one that is absurdly large is cut
// to a size that the bounds refuse.
func scanExponent(s string) (int, bool) {
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "" {
		return 0, false
	}
	e := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		if e < exponentCap {
			e = e*10 + int(s[i]-'0')
		}
	}
	if neg {
		e = -e
	}
	return e, true
}

func clip(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// Text is a number for a message: what is out of bounds is named as that, and
// never printed.
func Text(d decimal.Decimal) string {
	if Check(d) != nil {
		return "out of bounds"
	}
	return d.String()
}
