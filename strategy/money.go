package strategy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Currency is a currency by its code in ISO 4217: three capital letters.
type Currency string

// Currencies that plans in Korea name. Any other code of three letters serves
// as well.
const (
	KRW Currency = "KRW"
	EUR Currency = "EUR"
	USD Currency = "USD"
)

// Valid reports whether the currency is three capital letters.
func (c Currency) Valid() bool {
	return len(c) == 3 && strings.Trim(string(c), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// Prices say what a unit of money buys: the prices of one year (real), given as
// that year, or those of each year as it comes ([Nominal]). The zero Prices are
// refused.
type Prices int

// Nominal are the prices of each year as it comes, as budgets and receipts are
// written.
const Nominal Prices = 1

// valid reports whether the prices are nominal or those of a year from 1850 to
// 2300.
func (p Prices) valid() bool { return p == Nominal || ghg.CheckYear("", int(p)) == nil }

// String is "nominal" or "2024 prices".
func (p Prices) String() string {
	switch {
	case p == Nominal:
		return "nominal"
	case p.valid():
		return fmt.Sprintf("%d prices", int(p))
	case p == 0:
		return "prices unstated"
	}
	return fmt.Sprintf("no prices (%d)", int(p))
}

// Money is an exact, signed amount of one currency in the prices of one year,
// or nominal. Amounts in two currencies or two prices do not meet. The zero
// Money is of no currency: nobody gave it, and it meets only itself. Compare
// with [Money.Equal] or [Money.Cmp].
type Money struct {
	amount   decimal.Decimal
	currency Currency
	prices   Prices
}

// ErrNoMoney says that money was needed and none was given.
var ErrNoMoney = errors.New("no money given: make an amount with strategy.NewMoney")

// MoneyMismatchError says that amounts of two currencies, or in the prices of
// two years, were to meet.
type MoneyMismatchError struct{ A, B Money }

func (e *MoneyMismatchError) Error() string {
	advice := "convert one at a stated rate"
	if e.A.currency == e.B.currency {
		advice = "restate one with a price index"
	}
	return fmt.Sprintf("money in %s and in %s does not meet: %s", e.A.kind(), e.B.kind(), advice)
}

// NewMoney makes an amount of a currency in stated prices: a year, or
// [Nominal]. An amount out of bounds is a [*exact.BoundsError]; a currency or prices
// that do not exist are [ghg.Faults].
func NewMoney(amount decimal.Decimal, c Currency, p Prices) (Money, error) {
	if err := exact.Check(amount); err != nil {
		return Money{}, fmt.Errorf("money: %w", err)
	}
	var f ghg.Faults
	if !c.Valid() {
		f.Refuse("money", "currency", string(c), "three capital letters are needed (ISO 4217), such as KRW")
	}
	if !p.valid() {
		f.Refuse("money", "prices", p.String(), pricesNeeded)
	}
	if err := f.Err(); err != nil {
		return Money{}, err
	}
	return Money{amount, c, p}, nil
}

// Amount is the amount in whole units of the currency.
func (m Money) Amount() decimal.Decimal { return m.amount }

// Currency is the currency, or "" of the zero Money.
func (m Money) Currency() Currency { return m.currency }

// Prices are the prices that the amount is in.
func (m Money) Prices() Prices { return m.prices }

// IsUnset reports whether the money is the zero Money, which nobody gave: an
// amount of 0 is set.
func (m Money) IsUnset() bool { return m.currency == "" }

// Sign is -1, 0 or 1.
func (m Money) Sign() int { return m.amount.Sign() }

func (m Money) match(o Money) error {
	if m.currency != o.currency || m.prices != o.prices {
		return &MoneyMismatchError{m, o}
	}
	return nil
}

// Add is the sum of two amounts of one currency in the same prices, or a
// [*MoneyMismatchError].
func (m Money) Add(o Money) (Money, error) {
	if err := m.match(o); err != nil {
		return Money{}, err
	}
	m.amount = m.amount.Add(o.amount)
	return m, nil
}

// Sub is the difference of two amounts, or a [*MoneyMismatchError].
func (m Money) Sub(o Money) (Money, error) { return m.Add(o.Neg()) }

// Neg is the amount with its sign turned.
func (m Money) Neg() Money {
	m.amount = m.amount.Neg()
	return m
}

// Zero is nothing of the same currency and prices: where a sum begins.
func (m Money) Zero() Money { return Money{currency: m.currency, prices: m.prices} }

// Scale multiplies by a number, exactly. A factor out of bounds, or a result
// grown too long, is a [*exact.BoundsError].
func (m Money) Scale(f decimal.Decimal) (Money, error) {
	if err := exact.Check(f); err != nil {
		return Money{}, fmt.Errorf("factor of money: %w", err)
	}
	m.amount = m.amount.Mul(f)
	if err := exact.CheckResult(m.amount); err != nil {
		return Money{}, fmt.Errorf("money: %w", err)
	}
	return m, nil
}

// Quotient divides by a number, rounded once, half away from zero, to decimal
// places of the currency's unit. Division by 0 is [exact.ErrDivisionByZero].
func (m Money) Quotient(d decimal.Decimal, places int32) (Money, error) {
	q, err := exact.Quotient(m.amount, d, places)
	if err != nil {
		return Money{}, fmt.Errorf("money: %w", err)
	}
	m.amount = q
	return m, nil
}

// Round rounds half away from zero to decimal places of the currency's unit.
func (m Money) Round(places int32) Money {
	m.amount = exact.Round(m.amount, places)
	return m
}

// Cmp compares two amounts: -1, 0 or 1, or a [*MoneyMismatchError].
func (m Money) Cmp(o Money) (int, error) {
	if err := m.match(o); err != nil {
		return 0, err
	}
	return m.amount.Cmp(o.amount), nil
}

// Equal reports whether two amounts are one value of one currency in the same
// prices.
func (m Money) Equal(o Money) bool { return m.match(o) == nil && m.amount.Equal(o.amount) }

// Convert is the amount in another currency at a rate: units of the currency c
// for one unit of this one. It is exact and keeps the prices. The rate and its
// date are the caller's to document. A rate of 0 or less is refused.
func (m Money) Convert(c Currency, rate decimal.Decimal) (Money, error) {
	if m.IsUnset() {
		return Money{}, ErrNoMoney
	}
	if rate.Sign() <= 0 {
		return Money{}, fmt.Errorf("exchange rate %s: above 0 is allowed", exact.Text(rate))
	}
	scaled, err := m.Scale(rate)
	if err != nil {
		return Money{}, err
	}
	return NewMoney(scaled.amount, c, m.prices)
}

// kind is the currency with its prices.
func (m Money) kind() string {
	if m.IsUnset() {
		return "no currency"
	}
	return fmt.Sprintf("%s (%s)", m.currency, m.prices)
}
