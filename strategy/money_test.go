package strategy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What credits and trading brought in, as Korean papers print it.
func ExampleMoney() {
	credits := strategy.MustMoney("535억원", strategy.Nominal)
	trading := strategy.MustMoney("3.3 bn KRW", strategy.Nominal)
	sum, err := credits.Add(trading)
	fmt.Println(sum, err)
	// Output: 56800000000 KRW (nominal) <nil>
}

// What a report prints is read again, prices and all.
func ExampleParseMoney() {
	printed := strategy.MustMoney("568억원", 2024).String()
	again, err := strategy.ParseMoney(printed, 0)
	fmt.Println(again, err)
	_, err = strategy.ParseMoney(printed, strategy.Nominal)
	fmt.Println(err)
	_, err = strategy.ParseMoney("568억원", 0)
	fmt.Println(err)
	// Output:
	// 56800000000 KRW (2024 prices) <nil>
	// money "56800000000 KRW (2024 prices)", prices: it states 2024 prices, and nominal are given
	// money "568억원", prices "prices unstated": name the price year, from 1850 to 2300, or strategy.Nominal
}

func ExampleMoneyMismatchError() {
	won := strategy.MustMoney("3.183 bn KRW", strategy.Nominal)
	euro := strategy.MustMoney("2164900 EUR", strategy.Nominal)
	_, err := won.Add(euro)
	var mismatch *strategy.MoneyMismatchError
	if errors.As(err, &mismatch) && mismatch.A.Currency() != mismatch.B.Currency() {
		fmt.Println("a rate is needed for", mismatch.B.Currency())
	}
	fmt.Println(err)
	_, err = won.Add(strategy.MustMoney("1조원", 2024))
	fmt.Println(err)
	// Output:
	// a rate is needed for EUR
	// money in KRW (nominal) and in EUR (nominal) does not meet: convert one at a stated rate
	// money in KRW (nominal) and in KRW (2024 prices) does not meet: restate one with a price index
}

// The rate that the press used for the sale of 2010.
func ExampleMoney_Convert() {
	won, err := strategy.MustMoney("2164900 EUR", strategy.Nominal).Convert(strategy.KRW, decimal.RequireFromString("1470.2758"))
	fmt.Println(won.Round(-6), err)
	// Output: 3183000000 KRW (nominal) <nil>
}

func TestParseMoney(t *testing.T) {
	for text, want := range map[string]string{
		"12 KRW": "12 KRW (2020 prices)", "-1.5e3 USD": "-1500 USD (2020 prices)", "7원": "7 KRW (2020 prices)", "2천원": "2000 KRW (2020 prices)",
		"3만원": "30000 KRW (2020 prices)", "4 백만원": "4000000 KRW (2020 prices)", "5천만원": "50000000 KRW (2020 prices)",
		"0.5억원": "50000000 KRW (2020 prices)", "6십억원": "6000000000 KRW (2020 prices)", "13조원": "13000000000000 KRW (2020 prices)",
		"2 k EUR": "2000 EUR (2020 prices)", "2 mn EUR": "2000000 EUR (2020 prices)", "3EUR": "3 EUR (2020 prices)",
		"1 tn KRW": "1000000000000 KRW (2020 prices)",
	} {
		m, err := strategy.ParseMoney(text, 2020)
		require.NoError(t, err, text)
		assert.Equal(t, want, m.String(), text)
	}
	for _, text := range []string{"", "12", "KRW", "12 krw", "1,200 KRW", "12 KR", "12 b KRW", "1 bn", "1 bn KRW x", "1 KRW KRW",
		"1e99 KRW", "1 억", "NaN KRW", "1 bn bn", strings.Repeat("9", 50) + " KRW"} {
		_, err := strategy.ParseMoney(text, 2020)
		assert.Error(t, err, text)
	}
	for _, p := range []strategy.Prices{0, -3, 2, 1849, 2301} {
		_, err := strategy.ParseMoney("12 KRW", p)
		assert.ErrorContains(t, err, "price year", "%d", p)
	}
	assert.Panics(t, func() { strategy.MustMoney("12", 2020) })
	_, err := strategy.NewMoney(decimal.New(1, 99), "KRW", 2020)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	_, err = strategy.NewMoney(decimal.New(1, 0), "won", 2020)
	assert.ErrorContains(t, err, "ISO 4217")
}

func TestMoney(t *testing.T) {
	a, b := strategy.MustMoney("700 KRW", 2024), strategy.MustMoney("250.25 KRW", 2024)
	d, err := a.Sub(b)
	require.NoError(t, err)
	assert.Equal(t, "449.75 KRW (2024 prices)", d.String())
	assert.Equal(t, strategy.KRW, d.Currency())
	assert.Equal(t, strategy.Prices(2024), d.Prices())
	assert.True(t, d.Amount().Equal(decimal.RequireFromString("449.75")))
	assert.Equal(t, -1, d.Neg().Sign())
	assert.Equal(t, "0 KRW (2024 prices)", d.Zero().String())
	assert.False(t, d.Zero().IsUnset())
	assert.Equal(t, "449.8 KRW (2024 prices)", d.Round(1).String())
	q, err := a.Quotient(decimal.New(3, 0), 2)
	require.NoError(t, err)
	assert.Equal(t, "233.33 KRW (2024 prices)", q.String())
	_, err = a.Quotient(decimal.Decimal{}, 2)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
	s, err := a.Scale(decimal.RequireFromString("-0.01"))
	require.NoError(t, err)
	assert.True(t, s.Equal(strategy.MustMoney("-7 KRW", 2024)))
	_, err = a.Scale(decimal.New(1, 99))
	assert.Error(t, err)
	grown := a
	for err = nil; err == nil; grown, err = grown.Scale(decimal.New(7, 29)) {
	}
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	c, err := a.Cmp(b)
	require.NoError(t, err)
	assert.Equal(t, 1, c)
	var mismatch *strategy.MoneyMismatchError
	_, err = a.Cmp(strategy.MustMoney("700 KRW", strategy.Nominal))
	assert.ErrorAs(t, err, &mismatch)
	assert.False(t, a.Equal(strategy.MustMoney("700 KRW", strategy.Nominal)))
	_, err = a.Add(strategy.Money{})
	assert.ErrorContains(t, err, "no currency")
	assert.Equal(t, "no money", strategy.Money{}.String())
	assert.True(t, strategy.Money{}.IsUnset())
	_, err = strategy.Money{}.Convert("USD", decimal.New(1, 0))
	assert.ErrorIs(t, err, strategy.ErrNoMoney)
	for _, rate := range []decimal.Decimal{{}, decimal.New(-1, 0), decimal.New(1, 99)} {
		_, err = a.Convert("USD", rate)
		assert.Error(t, err)
	}
	_, err = a.Convert("usd", decimal.New(1, 0))
	assert.Error(t, err)
	assert.Equal(t, []string{"nominal", "2024 prices", "prices unstated", "no prices (7)"},
		[]string{strategy.Nominal.String(), strategy.Prices(2024).String(), strategy.Prices(0).String(), strategy.Prices(7).String()})
}

func TestMoneyText(t *testing.T) {
	for _, m := range []strategy.Money{strategy.MustMoney("-1.25 EUR", 1999), strategy.MustMoney("568억원", strategy.Nominal)} {
		text, err := json.Marshal(m)
		require.NoError(t, err)
		var back strategy.Money
		require.NoError(t, json.Unmarshal(text, &back))
		assert.True(t, m.Equal(back), "%s", text)
	}
	text, err := json.Marshal([]strategy.Money{{}, strategy.MustMoney("0 KRW", strategy.Nominal)})
	require.NoError(t, err)
	assert.JSONEq(t, `[null, "0 KRW (nominal)"]`, string(text), "unset is not zero")
	none := strategy.MustMoney("7 KRW", strategy.Nominal)
	require.NoError(t, none.UnmarshalText(nil))
	assert.True(t, none.IsUnset())
	text, err = none.MarshalText()
	require.NoError(t, err)
	assert.Empty(t, text)
	for _, text := range []string{"1 KRW", "1 KRW (real)", "1 KRW (99999 prices)", "x (nominal)", "1 KRW (2024 prices", "1 KRW (2024)",
		"1 KRW (+024 prices)", "1 KRW (1849 prices)", "1 KRW ()",
		"1 KRW (nominal) (nominal)", "(nominal)", "1 KRW (nominal)x", "1 KRW (0001 prices)"} {
		var m strategy.Money
		assert.Error(t, m.UnmarshalText([]byte(text)), text)
		assert.True(t, m.IsUnset())
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"568억원", "1 bn KRW", "-1e3 USD", "3EUR", "UR", "1e1000000000 KRW", "", "억원"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := strategy.ParseMoney(s, 2020)
		if err != nil {
			return
		}
		text, err := m.MarshalText()
		require.NoError(t, err)
		var back strategy.Money
		require.NoError(t, back.UnmarshalText(text))
		assert.True(t, m.Equal(back))
		printed, err := strategy.ParseMoney(m.String(), 0)
		require.NoError(t, err)
		assert.True(t, m.Equal(printed))
	})
}

// Whatever money is made, it is read back as it prints, alone and where its prices
// are given.
func TestMoneyIsReadAsItPrints(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 2000 {
		currency := strategy.Currency([]byte{"EKUX"[r.Intn(4)], byte('A' + r.Intn(26)), byte('A' + r.Intn(26))})
		prices := strategy.Prices(1850 + r.Intn(451))
		if r.Intn(2) == 0 {
			prices = strategy.Nominal
		}
		m, err := strategy.NewMoney(decimal.New(r.Int63()-r.Int63(), int32(r.Intn(50)-30)), currency, prices)
		require.NoError(t, err)
		switch r.Intn(4) {
		case 0:
			m = m.Neg()
		case 1:
			m = m.Round(int32(r.Intn(20) - 10))
		case 2:
			m, err = m.Sub(m.Round(0))
		case 3:
			m, err = m.Quotient(decimal.New(7, 0), 3)
		}
		require.NoError(t, err)
		if exact.Check(m.Amount()) != nil {
			continue // longer than what is read anywhere
		}
		for _, text := range []string{m.String(), strings.Replace(m.String(), " (", "(", 1), strings.Replace(m.String(), " ", "", 1)} {
			for _, p := range []strategy.Prices{0, prices} {
				back, err := strategy.ParseMoney(text, p)
				require.NoError(t, err)
				require.True(t, m.Equal(back), "%s, %s", text, back)
			}
			_, err := strategy.ParseMoney(text, prices+7)
			require.Error(t, err, text)
		}
	}
}

// What is written is read again, and a unit may stand close to its number.
func TestMoneyWritten(t *testing.T) {
	for text, want := range map[string]string{
		"5EUR": "5 EUR (nominal)", "5e3EUR": "5000 EUR (nominal)", "5E3 EUR": "5000 EUR (nominal)", "-2.5 mn EUR": "-2500000 EUR (nominal)",
		"0.5조원": "500000000000 KRW (nominal)",
	} {
		m, err := strategy.ParseMoney(text, strategy.Nominal)
		require.NoError(t, err, text)
		assert.Equal(t, want, m.String())
	}
	for _, text := range []string{"", "EUR", "UR", "5UR", "5e KRW", "5ee", "e", "5 e EUR", "5 mn", "5 mn mn EUR", "1,000 EUR", "5 eur"} {
		_, err := strategy.ParseMoney(text, strategy.Nominal)
		assert.Error(t, err, text)
	}
}

// A number that nobody can write out is refused at once.
func TestMoneyIsNoOutage(t *testing.T) {
	m, huge := strategy.MustMoney("5 KRW", 2024), decimal.New(1, math.MaxInt32)
	var bounds *exact.BoundsError
	_, err := m.Quotient(huge, 2)
	assert.ErrorAs(t, err, &bounds)
	_, err = m.Scale(huge)
	assert.ErrorAs(t, err, &bounds)
	_, err = m.Convert(strategy.USD, huge)
	assert.ErrorAs(t, err, &bounds)
	assert.True(t, m.Round(math.MaxInt32).Equal(m))
	assert.Zero(t, m.Round(math.MinInt32).Sign())
}

func TestParseMoneySaysWhatToType(t *testing.T) {
	for text, says := range map[string]string{
		"−5억원":     `amount "−5": "−5" is not a number: "−" is not allowed in it (it is the dash or minus sign U+2212: write the hyphen-minus "-")`,
		"５ bn KRW": `amount "５": "５" is not a number: "５" is not allowed in it (it is of full width: write "5")`,
		"약 5억원":    `"약 5억원" is not a number: it needs digits before anything else`,
	} {
		_, err := strategy.ParseMoney(text, strategy.Nominal)
		assert.ErrorContains(t, err, says, text)
	}
}
