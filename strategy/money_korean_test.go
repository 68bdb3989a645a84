package strategy_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city's climate budget as the press prints it, read and printed again.
func ExampleMoney_StringKo() {
	for _, text := range []string{"3조6341억원", "1조 2,000억 원", "8억 5천만원", "1,234백만원", "12,3억원"} {
		m, err := strategy.ParseMoney(text, strategy.Nominal)
		if err != nil {
			fmt.Println(err)
			continue
		}
		again, err := strategy.ParseMoney(m.StringKo(), 0)
		fmt.Println(m, m.StringKo(), again.Equal(m), err)
	}
	// Output:
	// 3634100000000 KRW (nominal) 3조6341억원(경상가격) true <nil>
	// 1200000000000 KRW (nominal) 1조2000억원(경상가격) true <nil>
	// 850000000 KRW (nominal) 8억5000만원(경상가격) true <nil>
	// 1234000000 KRW (nominal) 12억3400만원(경상가격) true <nil>
	// money "12,3억원", amount "12,3억원": "12,3" is not a number: a comma separates thousands here, in groups of three digits, as in 1,662
	// "12,3" is not a number: a comma separates thousands here, in groups of three digits, as in 1,662
}

func TestParseMoneyInNumberWords(t *testing.T) {
	for text, want := range map[string]string{
		"1,200원": "1200", "-3조6341억원": "-3634100000000", "3조 6,341억원": "3634100000000", "2조원": "2000000000000",
		"1,234,567천원": "1234567000", "12만 3456원": "123456", "12만3456.5원": "123456.5", "5백억원": "50000000000", "1천2백만원": "12000000",
		"0원": "0", "7억 0500만원": "705000000", " 881만9000 원 ": "8819000",
	} {
		m, err := strategy.ParseMoney(text, 2024)
		require.NoError(t, err, text)
		assert.Equal(t, want+" KRW (2024 prices)", m.String(), text)
	}
	for text, says := range map[string]string{
		"1억2조원":      `"2조" does not follow "1억"`,
		"3.5조2000억원": `"3.5조" has decimals, and only the last number may`,
		"1,2000원":    "a comma separates thousands here",
		"5만억원":       `"5만억원" is not a number: number words fall from the largest`,
		"1억 EUR":     "unit",
		"1,200 KRW":  `amount "1,200"`,
		"3조6341억":    "unit",
		"원":          "it needs digits",
		"조원":         "it needs digits",
		"5원원":        "number words fall",
	} {
		_, err := strategy.ParseMoney(text, 2024)
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults, text)
		assert.ErrorContains(t, err, says, text)
		assert.NotContains(t, err.Error(), "톤", text)
	}
	for text, want := range map[string]string{"5억원(2024년 불변가격)": "500000000 KRW (2024 prices)", "5 EUR(경상가격)": "5 EUR (nominal)"} {
		m, err := strategy.ParseMoney(text, 0)
		require.NoError(t, err, text)
		assert.Equal(t, want, m.String())
	}
	_, err := strategy.ParseMoney("5억원(2024년 불변가격)", 2023)
	assert.ErrorContains(t, err, "it states 2024 prices, and 2023 prices are given")
	_, err = strategy.ParseMoney("5억원(옛가격)", 0)
	assert.ErrorContains(t, err, "in brackets they are")
	_, err = strategy.ParseMoney(strings.Repeat("1", 34)+"억2만원", 2024)
	assert.ErrorContains(t, err, "number words fall")
	assert.Equal(t, "금액 없음", strategy.Money{}.StringKo())
}

// wonOf is a slow oracle: it splits at the words, the largest first.
func wonOf(text string) *big.Rat {
	for _, w := range []struct {
		word string
		zero int64
	}{{"조", 12}, {"억", 8}, {"만", 4}} {
		if before, after, ok := strings.Cut(text, w.word); ok {
			power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(w.zero), nil))
			return power.Add(power.Mul(power, wonOf(before)), wonOf(after))
		}
	}
	r, ok := new(big.Rat).SetString("0" + text)
	if !ok {
		panic(text)
	}
	return r
}

// What is printed in Korean is worth what it says, and is read as the same money.
func TestMoneyStringKoIsRead(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 3000 {
		currency := []strategy.Currency{strategy.KRW, strategy.KRW, strategy.EUR}[r.Intn(3)]
		prices := []strategy.Prices{strategy.Nominal, strategy.Prices(1850 + r.Intn(451))}[r.Intn(2)]
		d := decimal.New(r.Int63n([]int64{10, 1e5, 1e9, 1e14, 9e18}[r.Intn(5)])*[]int64{1, -1}[r.Intn(2)], int32(r.Intn(22)-12))
		m, err := strategy.NewMoney(d, currency, prices)
		require.NoError(t, err)
		text := m.StringKo()
		back, err := strategy.ParseMoney(text, 0)
		require.NoError(t, err, text)
		require.True(t, m.Equal(back), "%s, %s", text, back)
		if number, _, _ := strings.Cut(text, "원"); currency == strategy.KRW {
			want := wonOf(strings.TrimPrefix(number, "-"))
			require.Zero(t, want.Cmp(d.Abs().Rat()), text)
		}
	}
	long, err := strategy.NewMoney(decimal.New(1, exact.MaxExponent), strategy.KRW, strategy.Nominal)
	require.NoError(t, err)
	back, err := strategy.ParseMoney(long.StringKo(), 0)
	require.NoError(t, err)
	assert.True(t, back.Equal(long))
}

// A text shows money to five digits, in the units that one says.
func ExampleMoney_Shown() {
	for _, m := range []string{"3957100000000 KRW", "-539161183623 KRW", "2781245.03 KRW", "52885 KRW", "0.123456 EUR",
		"999999500 EUR", "0 KRW"} {
		s := strategy.MustMoney(m, strategy.Nominal).Shown()
		fmt.Println(s.En, "/", s.Ko)
	}
	fmt.Println(strategy.Money{}.Shown())
	// Output:
	// 3.9571 tn KRW (nominal) / 3조9571억원(경상가격)
	// -539.16 bn KRW (nominal) / -5391억6000만원(경상가격)
	// 2.7812 mn KRW (nominal) / 278만1200원(경상가격)
	// 52885 KRW (nominal) / 5만2885원(경상가격)
	// 0.1235 EUR (nominal) / 0.1235 EUR(경상가격)
	// 1 bn EUR (nominal) / 1000000000 EUR(경상가격)
	// 0 KRW (nominal) / 0원(경상가격)
	// no money
}
