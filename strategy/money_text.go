package strategy

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// wons are the units that Korean documents write money in, by their power of
// ten; longer names stand before those that they end with.
var wons = []struct {
	name  string
	power int32
}{{"백만원", 6}, {"천만원", 7}, {"십억원", 9}, {"천원", 3}, {"만원", 4}, {"억원", 8}, {"조원", 12}, {"원", 0}}

// ParseMoney reads a number and a unit of money, in stated prices:
// "56800000000 KRW", "56.8 bn KRW", "568억원". Units before a currency are k,
// mn, bn and tn; those of won are 원, 천원, 만원, 백만원, 천만원, 억원, 십억원
// and 조원. Thousands separators are refused.
func ParseMoney(s string, p Prices) (Money, error) {
	text := strings.TrimSpace(s)
	n := len(text) - len(strings.TrimLeft(text, "0123456789+-.,eE"))
	if n > 0 && strings.HasPrefix(text[n-1:], "EUR") { // its E is no exponent
		n--
	}
	amount, err := exact.Parse(text[:n])
	of := "money " + words.Quote(s)
	var faults ghg.Faults
	if err != nil {
		faults.Refuse(of, "amount", text[:n], err.Error())
	}
	unit := strings.TrimSpace(text[n:])
	power, currency, unitErr := ParseMoneyUnit(unit)
	if unitErr != nil {
		faults.Refuse(of, "unit", unit, moneyUnitNeeded)
	}
	if !p.valid() {
		faults.Refuse(of, "prices", p.String(), pricesNeeded)
	}
	if faults.Len() > 0 {
		return Money{}, errors.Join(faults, err)
	}
	m, err := NewMoney(amount.Shift(power), currency, p)
	if err != nil {
		return Money{}, fmt.Errorf("%s: %w", of, err)
	}
	return m, nil
}

const (
	moneyUnitNeeded = "a unit of money is needed, such as KRW, bn KRW or 억원"
	pricesNeeded    = "name the price year, from 1850 to 2300, or strategy.Nominal"
)

// ParseMoneyUnit reads a unit of money as [ParseMoney] does: the power of ten that
// it stands for, and the currency.
func ParseMoneyUnit(unit string) (power int32, c Currency, err error) {
	for _, w := range wons {
		if unit == w.name {
			return w.power, KRW, nil
		}
	}
	parts := strings.Fields(unit)
	ok := true
	if len(parts) == 2 {
		power, ok = map[string]int32{"k": 3, "mn": 6, "bn": 9, "tn": 12}[parts[0]]
		parts = parts[1:]
	}
	if !ok || len(parts) != 1 || !Currency(parts[0]).Valid() {
		return 0, "", errors.New(moneyUnitNeeded)
	}
	return power, Currency(parts[0]), nil
}

// ParsePrices reads prices as plans write them: what [Prices.String] prints, a year
// alone ("2024", "2024년"), and 경상 or 명목 for nominal ones. What it does not read
// is a [ghg.Fault].
func ParsePrices(s string) (Prices, error) {
	switch words.Fold(s) {
	case "nominal", "경상", "경상가격", "명목":
		return Nominal, nil
	}
	year := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, "prices"), "년"))
	n, err := strconv.ParseUint(year, 10, 16)
	if p := Prices(n); err == nil && len(year) == 4 && p.valid() {
		return p, nil
	}
	return 0, ghg.Refusal("money", "prices", s, "write nominal, or the price year from 1850 to 2300")
}

// MustMoney is [ParseMoney] for literals in tests and examples; it panics where
// ParseMoney fails.
func MustMoney(s string, p Prices) Money {
	m, err := ParseMoney(s, p)
	if err != nil {
		panic(err)
	}
	return m
}

// String is the exact amount: "56800000000 KRW (nominal)".
func (m Money) String() string {
	if m.IsUnset() {
		return "no money"
	}
	return m.amount.String() + " " + m.kind()
}

// MarshalText writes what String prints; it refuses the zero Money with
// [ErrNoMoney].
func (m Money) MarshalText() ([]byte, error) {
	if m.IsUnset() {
		return nil, ErrNoMoney
	}
	return []byte(m.String()), nil
}

// UnmarshalText reads what [Money.MarshalText] writes, within the bounds of
// [NewMoney].
func (m *Money) UnmarshalText(b []byte) error {
	body, tail, _ := strings.Cut(string(b), "(")
	p, err := ParsePrices(strings.TrimSuffix(tail, ")"))
	if err != nil {
		return ghg.Refusal("money "+words.Quote(string(b)), "prices", "", "they are needed in brackets: (nominal) or (2024 prices)")
	}
	x, err := ParseMoney(body, p)
	if err == nil {
		*m = x
	}
	return err
}
