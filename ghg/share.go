package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Share is an exact fraction: 45 % and 0.45 are one value. The zero Share is
// 0, and [Share.IsUnset]. Compare with [Share.Equal]: == compares how the value
// is stored.
type Share struct{ d decimal.Decimal }

// ShareError says that a number cannot be taken as a share.
type ShareError struct{ Text string }

func (e *ShareError) Error() string {
	return "share " + words.Quote(e.Text) + ": a bare number must lie between -1 and 1; write " + words.Quote(e.Text+"%") + " for percent"
}

// NewShare makes a share of a fraction between -1 and 1; others are refused
// with a [*ShareError], as they are most often percents.
func NewShare(fraction decimal.Decimal) (Share, error) {
	if err := exact.Check(fraction); err != nil {
		return Share{}, fmt.Errorf("share: %w", err)
	}
	if fraction.Abs().GreaterThan(decimal.New(1, 0)) {
		return Share{}, &ShareError{fraction.String()}
	}
	return newShare(fraction), nil
}

// newShare keeps a 0 that was given apart from the zero Share.
func newShare(fraction decimal.Decimal) Share {
	if fraction.IsZero() {
		fraction = decimal.New(0, 0)
	}
	return Share{fraction}
}

// Percent makes a share of a number of hundredths, which may exceed 100.
func Percent(percent decimal.Decimal) (Share, error) {
	if err := exact.Check(percent); err != nil {
		return Share{}, fmt.Errorf("share: %w", err)
	}
	return newShare(percent.Shift(-2)), nil
}

// ParseShare reads "45%", "45 %" or "0.45". A bare number outside -1…1 is
// refused with a [*ShareError].
func ParseShare(s string) (Share, error) {
	number, isPercent := strings.CutSuffix(strings.TrimSpace(s), "%")
	d, err := exact.Parse(strings.TrimSpace(number))
	if err != nil {
		return Share{}, fmt.Errorf("share %s: %w", words.Quote(s), err)
	}
	if isPercent {
		return Percent(d)
	}
	return NewShare(d)
}

// ParsePercent reads a number of percent of a column that is stated to be of percent:
// "45", "45%" and "0.5" are 45 and 0.5 %. [ParseShare] takes a bare number as a
// fraction.
func ParsePercent(s string) (Share, error) {
	number, _ := strings.CutSuffix(strings.TrimSpace(s), "%")
	d, err := exact.Parse(strings.TrimSpace(number))
	if err != nil {
		return Share{}, fmt.Errorf("percentage %s: %w", words.Quote(s), err)
	}
	return Percent(d)
}

// MustShare is [ParseShare] for literals in tests and examples; it panics
// where ParseShare fails.
func MustShare(s string) Share { return must(ParseShare(s)) }

// IsUnset reports whether the share is the zero Share, which nobody gave: a
// share of 0% that was parsed or made is set.
func (s Share) IsUnset() bool { return s == Share{} }

// Fraction is the share as a number: 0.45 for 45 %.
func (s Share) Fraction() decimal.Decimal { return s.d }

// Complement is what is left of the whole: 1 - s.
func (s Share) Complement() Share { return Share{decimal.New(1, 0).Sub(s.d)} }

// Cmp compares two shares: -1, 0 or 1.
func (s Share) Cmp(o Share) int { return s.d.Cmp(o.d) }

// Equal reports whether two shares are one value.
func (s Share) Equal(o Share) bool { return s.d.Equal(o.d) }

// String prints the share as an exact percentage: "45%".
func (s Share) String() string { return s.d.Shift(2).String() + "%" }

// MarshalText writes the share as an exact percentage, and nothing for a share that
// nobody gave.
func (s Share) MarshalText() ([]byte, error) {
	if s.IsUnset() {
		return nil, nil
	}
	return []byte(s.String()), nil
}

// MarshalJSON writes the share as an exact percentage, and null for one that nobody gave.
func (s Share) MarshalJSON() ([]byte, error) { return given(s) }

// UnmarshalText reads what [ParseShare] reads; the empty text gives the zero Share.
func (s *Share) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*s = Share{}
		return nil
	}
	v, err := ParseShare(string(b))
	if err == nil {
		*s = v
	}
	return err
}

// RefuseShare adds a fault in a field of a definition where a share was not given
// or lies outside 0 to 100 %, and says whether it did.
func (f *Faults) RefuseShare(of, field string, s Share) bool {
	switch {
	case s.IsUnset():
		f.Refuse(of, field, "", "state it, if only as 0% or 100%")
	case s.Fraction().IsNegative() || s.Complement().Fraction().IsNegative():
		f.Refuse(of, field, s.String(), "0% to 100% are allowed")
	default:
		return false
	}
	return true
}
