package strategy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// parseWon reads an amount of won in number words, as Korean papers print it: 3조6341억원.
// The number words and their commas are those of [ghg.ParseKoreanFigure], with 원 where
// it has 톤.
func parseWon(text string) (decimal.Decimal, error) {
	body, isWon := strings.CutSuffix(text, "원")
	if !isWon {
		return decimal.Decimal{}, errors.New(moneyUnitNeeded)
	}
	f, _, err := ghg.ParseKoreanFigure(body + "톤")
	var syntax *exact.SyntaxError
	switch {
	case err == nil:
		return f.Mass().Tonnes(), nil
	case errors.As(err, &syntax) && !strings.Contains(syntax.Reason, "톤"):
		return decimal.Decimal{}, &exact.SyntaxError{Text: strings.TrimSuffix(syntax.Text, "톤"), Reason: syntax.Reason}
	}
	return decimal.Decimal{}, &exact.SyntaxError{Text: text,
		Reason: "number words fall from the largest, each with digits before it, as in 3조6341억원"}
}

// wonWords are the sections in which Korean papers print won.
var wonWords = []struct {
	word  string
	power int32
}{{"조", 12}, {"억", 8}, {"만", 4}, {"", 0}}

// StringKo is the exact amount in Korean, as papers print it and [ParseMoney] reads it:
// "3조6341억원(경상가격)".
func (m Money) StringKo() string {
	switch {
	case m.IsUnset():
		return "금액 없음"
	case m.currency != KRW:
		return m.amount.String() + " " + string(m.currency) + "(" + m.prices.stringKo() + ")"
	}
	var b strings.Builder
	if m.amount.Sign() < 0 {
		b.WriteByte('-')
	}
	rest := m.amount.Abs()
	for _, w := range wonWords {
		n := rest
		if w.power > 0 {
			n = rest.Shift(-w.power).Truncate(0).Shift(w.power)
			rest = rest.Sub(n)
		}
		if !n.IsZero() || w.power == 0 && m.amount.IsZero() {
			b.WriteString(exact.Text(n.Shift(-w.power)) + w.word)
		}
	}
	return b.String() + "원(" + m.prices.stringKo() + ")"
}

// shownDigits are the digits of an amount that is shown.
const shownDigits = 5

// Shown is the amount for a text, in both languages: rounded once, half away from zero, to
// five digits, and from a million on in mn, bn or tn: "539.16 bn KRW (nominal)",
// "5391억6000만원(경상가격)". [ParseMoney] reads both, as what is shown; compute with the amount.
func (m Money) Shown() words.Term {
	digits := int32(len(m.amount.Abs().Truncate(0).String()))
	m.amount = m.amount.Round(shownDigits - digits)
	if m.IsUnset() {
		return words.Term{En: m.String(), Ko: m.StringKo()}
	}
	unit, power := "", int32(0)
	switch at := m.amount.Abs(); {
	case at.GreaterThanOrEqual(decimal.New(1, 12)):
		unit, power = "tn ", 12
	case at.GreaterThanOrEqual(decimal.New(1, 9)):
		unit, power = "bn ", 9
	case at.GreaterThanOrEqual(decimal.New(1, 6)):
		unit, power = "mn ", 6
	}
	return words.Term{En: exact.Text(m.amount.Shift(-power)) + " " + unit + m.kind(), Ko: m.StringKo()}
}

// stringKo are the prices in Korean.
func (p Prices) stringKo() string {
	if p == Nominal {
		return "경상가격"
	}
	return fmt.Sprintf("%d년 불변가격", int(p))
}
