package cost_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// prices are an index as a city may keep it.
func prices() cost.PriceIndex {
	return must(cost.NewPriceIndex("consumer prices", "own table, 2020 = 100", strategy.KRW, map[int]decimal.Decimal{
		2020: dec("100"), 2024: dec("114.2"), 2025: dec("116.6"), 2026: dec("119.0")}))
}

func ExamplePriceIndex() {
	x := prices()
	fmt.Println(x)
	real, err := x.FromNominal(nominal("14.2억원"), 2026, 2024)
	fmt.Println(real, err)
	older, err := x.Restate(strategy.MustMoney("50억원", 2020), 2024)
	fmt.Println(older, err)
	_, err = x.Restate(nominal("14.2억원"), 2024)
	fmt.Println(err)
	// Output:
	// consumer prices (KRW, own table, 2020 = 100)
	// 1362722689.07563025 KRW (2024 prices) <nil>
	// 5710000000 KRW (2024 prices) <nil>
	// money to restate from its prices: 1420000000 KRW (nominal) given, allowed is money in the prices of a year
}

func ExampleNoIndexError() {
	_, err := prices().FromNominal(nominal("14.2억원"), 2027, 2024)
	fmt.Println(err)
	var e *cost.NoIndexError
	fmt.Println(errors.As(err, &e), e.Year)
	// Output:
	// price index "consumer prices" has no value for 2027
	// true 2027
}

func ExampleBudget_InPrices() {
	b, _ := cost.NewBudget(lightsBudget(), nil)
	real, err := b.InPrices(prices(), 2024)
	for year, e := range real.ByYear() {
		fmt.Println(year, e.Budget.Round(0))
	}
	fmt.Println(err)
	// Output:
	// 2025 2781543739 KRW (2024 prices)
	// 2026 5604436975 KRW (2024 prices)
	// <nil>
}

func TestPriceIndex(t *testing.T) {
	x := prices()
	m := must(x.FromNominal(nominal("3원"), 2024, 2024))
	assert.True(t, m.Equal(won("3원")))
	assert.True(t, must(x.Restate(won("3원"), 2024)).Equal(won("3원")))
	assert.Equal(t, "3.426", must(x.FromNominal(nominal("3원"), 2020, 2024)).Amount().String())

	var term *cost.TermError
	var none *cost.NoIndexError
	var bounds *exact.BoundsError
	for _, c := range []struct {
		m         strategy.Money
		spent, to int
		as        any
	}{
		{won("3원"), 2024, 2025, &term}, {strategy.MustMoney("3 EUR", strategy.Nominal), 2024, 2025, &term},
		{nominal("3원"), 2023, 2025, &none}, {nominal("3원"), 2024, 2021, &none},
		{must(nominal("1e30원").Scale(dec("1e30"))), 2024, 2025, &bounds},
		{nominal("99999999999999999999999999999999999999원"), 2020, 2024, &bounds},
	} {
		_, err := x.FromNominal(c.m, c.spent, c.to)
		assert.ErrorAs(t, err, c.as, "%v", c)
	}
	_, err := x.FromNominal(strategy.Money{}, 2024, 2025)
	assert.ErrorIs(t, err, strategy.ErrNoMoney)
	_, err = x.Restate(strategy.Money{}, 2025)
	assert.ErrorIs(t, err, strategy.ErrNoMoney)
	_, err = x.Restate(strategy.MustMoney("5원", 2021), 2025)
	assert.ErrorAs(t, err, &none)

	b := must(cost.NewBudget(lightsBudget(), spent()))
	_, err = b.InPrices(x, 2021)
	assert.ErrorAs(t, err, &none)
	assert.ErrorContains(t, err, `budget of action "lights" in 2025`)
	in := must(b.InPrices(x, 2024))
	assert.Equal(t, "100.0%", in.Only(cost.Part{Year: 2025}).Total().Rate().Percent(1))
	assert.Equal(t, strategy.Prices(2024), in.Total().Executed.Prices())
	assert.Equal(t, strategy.Nominal, b.Total().Executed.Prices(), "the nominal budget is as it was")
}

func TestPriceIndexRefuses(t *testing.T) {
	year := map[int]decimal.Decimal{2024: dec("114.2")}
	for want, f := range map[string]func() (cost.PriceIndex, error){
		"a name and a source": func() (cost.PriceIndex, error) { return cost.NewPriceIndex("", "s", strategy.KRW, year) },
		`"n": a name`:         func() (cost.PriceIndex, error) { return cost.NewPriceIndex("n", "", strategy.KRW, year) },
		`currency "won"`:      func() (cost.PriceIndex, error) { return cost.NewPriceIndex("n", "s", "won", year) },
		`year 24`: func() (cost.PriceIndex, error) {
			return cost.NewPriceIndex("n", "s", strategy.KRW, map[int]decimal.Decimal{24: dec("1")})
		},
		`2024: index: 0 given`: func() (cost.PriceIndex, error) {
			return cost.NewPriceIndex("n", "s", strategy.KRW, map[int]decimal.Decimal{2024: dec("0")})
		},
		`out of bounds`: func() (cost.PriceIndex, error) {
			return cost.NewPriceIndex("n", "s", strategy.KRW, map[int]decimal.Decimal{2024: dec("1e99")})
		},
	} {
		_, err := f()
		assert.ErrorContains(t, err, want)
	}
	x := must(cost.NewPriceIndex("n", "s", strategy.KRW, year))
	year[2020] = dec("1")
	_, err := x.FromNominal(nominal("5원"), 2020, 2024)
	assert.Error(t, err, "what a caller does with the map later does not change the index")
	assert.Equal(t, "no price index", cost.PriceIndex{}.String())
}
