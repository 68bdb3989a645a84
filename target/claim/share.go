package claim

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ShareFigure is a published share as it was printed, as [ghg.Figure] is a
// published amount: its value and how far its last digit reaches. "45%" stands
// for 44.5 to 45.5 %, "45.0%" for 44.95 to 45.05 %. The zero ShareFigure was
// not printed.
type ShareFigure struct {
	text     string          // with its sign of percent, where it has one
	fraction decimal.Decimal // 0.45 for 45%
	half     decimal.Decimal // half a unit of the last printed digit, of the fraction
	percent  bool            // printed as a percentage
}

// PercentFigureError says that a bare number cannot be taken as a percentage.
type PercentFigureError struct{ Text string }

func (e *PercentFigureError) Error() string {
	return fmt.Sprintf("percentage %s: a bare number from -1 to 1 is most often a fraction; "+
		"write \"%.60s%%\" if it is a percentage, or read it with ParseShareFigure if it is a fraction", words.Quote(e.Text), e.Text)
}

// ParseShareFigure reads "45%", "13.3 %" or the fraction "0.192", by the rules
// of [ghg.ParseShare]: a bare number outside -1…1 is refused with a
// [*ghg.ShareError], as it is most often a percentage. A cut printed as "-45 %",
// "−45%" or "△45%" is the cut "45%": one below zero is a growth.
func ParseShareFigure(s string) (ShareFigure, error) {
	number, percent := cutPercent(s)
	d, err := exact.Parse(number)
	if err != nil {
		return ShareFigure{}, fmt.Errorf("share %s: %w", words.Quote(s), orSign(number, err))
	}
	if percent {
		return percentFigure(number, d), nil
	}
	if _, err := ghg.NewShare(d); err != nil {
		return ShareFigure{}, err
	}
	return ShareFigure{text: number, fraction: d, half: decimal.New(5, d.Exponent()-1)}, nil
}

// orSign says how to write what papers print with a sign of decrease, and for any other
// text what is wrong with it.
func orSign(number string, err error) error {
	for _, sign := range []string{"△", "▲", "▽", "▼", "\u2212", "\u2013"} {
		if strings.HasPrefix(number, sign) {
			return &exact.SyntaxError{Text: number,
				Reason: sign + " is a sign of change: write a cut without it, and growth as -5%"}
		}
	}
	return err
}

// ParsePercentFigure reads a number of percent, as a column headed "%" or a
// sentence has it: "45", "13.3" or "13.3%". A bare number from -1 to 1, but for
// 0, is refused with a [*PercentFigureError]: such a column may hold fractions.
// [ParseStatedPercentFigure] reads one that is known not to.
func ParsePercentFigure(s string) (ShareFigure, error) {
	number, percent := cutPercent(s)
	d, err := exact.Parse(number)
	if err != nil {
		return ShareFigure{}, fmt.Errorf("percentage %s: %w", words.Quote(s), orSign(number, err))
	}
	if !percent && !d.IsZero() && d.Abs().LessThanOrEqual(decimal.New(1, 0)) {
		return ShareFigure{}, &PercentFigureError{number}
	}
	return percentFigure(number, d), nil
}

// ParseStatedPercentFigure reads a number of percent of a column that is stated to be of
// percent, whatever its size: "45", "0.33" and "0.33%" are 45 and 0.33 %. Only who knows
// the column can say so; [ParsePercentFigure] refuses the bare numbers that may be
// fractions.
func ParseStatedPercentFigure(s string) (ShareFigure, error) {
	number, _ := cutPercent(s)
	d, err := exact.Parse(number)
	if err != nil {
		return ShareFigure{}, fmt.Errorf("percentage %s: %w", words.Quote(s), orSign(number, err))
	}
	return percentFigure(number, d), nil
}

// MustShareFigure is [ParseShareFigure] for literals in tests and examples; it
// panics where ParseShareFigure fails.
func MustShareFigure(s string) ShareFigure {
	f, err := ParseShareFigure(s)
	if err != nil {
		panic(err)
	}
	return f
}

func percentFigure(number string, d decimal.Decimal) ShareFigure {
	return ShareFigure{number + "%", d.Shift(-2), decimal.New(5, d.Exponent()-3), true}
}

// cutPercent takes the sign of percent off, the full-width one of Korean
// typography too.
func cutPercent(s string) (number string, percent bool) {
	number = strings.TrimSpace(s)
	for _, sign := range []string{"%", "％"} {
		if n, ok := strings.CutSuffix(number, sign); ok {
			return strings.TrimSpace(n), true
		}
	}
	return number, false
}

// IsUnset reports whether the share is the zero ShareFigure, which was not
// printed: a printed "0%" is set.
func (f ShareFigure) IsUnset() bool { return f.text == "" }

// Fraction is the printed value: 0.45 for "45%".
func (f ShareFigure) Fraction() decimal.Decimal { return f.fraction }

// HalfUnit is half a unit of the last printed digit, as a fraction: 0.005 for
// "45%".
func (f ShareFigure) HalfUnit() decimal.Decimal { return f.half }

// String is the share as printed.
func (f ShareFigure) String() string { return f.text }

// MarshalText writes what String says.
func (f ShareFigure) MarshalText() ([]byte, error) { return []byte(f.String()), nil }
