package strategy

import (
	"encoding/json"
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
// and 조원.
//
// Won are read in number words too, as papers print them: "3조6341억원", "1조 2,000억 원",
// "8억 5천만원". The words are those of [ghg.ParseKoreanFigure]; a comma separates
// thousands before 원 only, and is refused elsewhere, where it may be a decimal mark.
//
// The text may state its prices as [Money.String] prints them, "5 KRW (2024 prices)", or
// [Money.StringKo], "5원(2024년 불변가격)": they must be the prices given, which may
// then be 0.
func ParseMoney(s string, p Prices) (Money, error) {
	of := "money " + words.Quote(s)
	text, p, why := cutPrices(strings.TrimSpace(s), p)
	var faults ghg.Faults
	amount, unit, err := exact.ParseLeading(text)
	power, currency, unitErr := ParseMoneyUnit(unit)
	if (err != nil || unitErr != nil) && strings.HasSuffix(text, "원") {
		won, wonErr := parseWon(text)
		switch {
		case wonErr == nil:
			amount, power, currency, err, unitErr = won, 0, KRW, nil, nil
		case err == nil || strings.Contains(text, ","): // the number may be what is wrong, and not the unit
			err, unit, unitErr = wonErr, "", nil
		}
	}
	if err != nil {
		faults.Refuse(of, "amount", strings.TrimSpace(strings.TrimSuffix(text, unit)), err.Error())
	}
	if unitErr != nil {
		faults.Refuse(of, "unit", unit, moneyUnitNeeded)
	}
	switch {
	case why != "":
		faults.Refuse(of, "prices", "", why)
	case !p.valid():
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

// cutPrices takes the prices off a text that states them in brackets at its end, or
// says why they do not stand.
func cutPrices(text string, p Prices) (body string, stated Prices, why string) {
	body, inside, ok := strings.Cut(text, "(")
	if !ok {
		return text, p, ""
	}
	body = strings.TrimSpace(body)
	inside, closed := strings.CutSuffix(inside, ")")
	prices := Prices(0)
	if year, ok := strings.CutSuffix(inside, " prices"); ok && len(year) == 4 {
		if n, err := strconv.ParseUint(year, 10, 16); err == nil && n > uint64(Nominal) {
			prices = Prices(n)
		}
	} else if inside == Nominal.String() {
		prices = Nominal
	} else if strings.HasSuffix(inside, "가격") {
		prices, _ = ParsePrices(inside) // 0 where it reads none
	}
	switch {
	case !closed || !prices.valid():
		return body, 0, "in brackets they are (nominal) or those of a year from 1850 to 2300, as in (2024 prices), or (경상가격), (2024년 불변가격)"
	case p != 0 && p != prices:
		return body, 0, fmt.Sprintf("it states %s, and %s are given", prices, p)
	}
	return body, prices, ""
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
// alone ("2024", "2024년") or with 불변가격, and 경상 or 명목 for nominal ones. What it does
// not read is a [ghg.Fault].
func ParsePrices(s string) (Prices, error) {
	switch words.Fold(s) {
	case "nominal", "경상", "경상가격", "명목":
		return Nominal, nil
	}
	year := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, "prices"), "불변가격"))
	year = strings.TrimSpace(strings.TrimSuffix(year, "년"))
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

// String is the exact amount, as [ParseMoney] reads it: "56800000000 KRW (nominal)".
func (m Money) String() string {
	if m.IsUnset() {
		return "no money"
	}
	return m.amount.String() + " " + m.kind()
}

// MarshalText writes what String prints, and [Money.UnmarshalText] reads, unless
// arithmetic has made the number longer than [exact.MaxDigits], and nothing for money
// that nobody gave.
func (m Money) MarshalText() ([]byte, error) {
	if m.IsUnset() {
		return nil, nil
	}
	return []byte(m.String()), nil
}

// MarshalJSON writes what MarshalText does, and null for money that nobody gave.
func (m Money) MarshalJSON() ([]byte, error) {
	if m.IsUnset() {
		return []byte("null"), nil
	}
	return json.Marshal(m.String())
}

// UnmarshalText reads what [ParseMoney] reads, with its prices in brackets; the empty
// text gives the zero Money.
func (m *Money) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*m = Money{}
		return nil
	}
	if s := string(b); !strings.HasSuffix(s, ")") {
		return ghg.Refusal("money "+words.Quote(s), "prices", "", "they are needed in brackets: (nominal) or (2024 prices)")
	}
	x, err := ParseMoney(string(b), 0)
	if err == nil {
		*m = x
	}
	return err
}
