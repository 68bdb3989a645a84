package cost_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// prices are an index as a city may keep it.
func prices() cost.PriceIndex {
	return must(cost.NewPriceIndex(strategy.KRW,
		index("consumer prices", map[int]string{2020: "100", 2024: "114.2", 2025: "116.6", 2026: "119.0"})))
}

func index(name string, values map[int]string) ghg.Years[decimal.Decimal] {
	var years []ghg.OfYear[decimal.Decimal]
	for y, v := range values {
		years = append(years, ghg.OfYear[decimal.Decimal]{Year: y, Value: dec(v), Source: "own table"})
	}
	return must(ghg.NewYears(name, "2020 = 100", nil, years...))
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
	// consumer prices in 2020 = 100, 2020 and 2024 to 2026 (KRW)
	// 1362722689.07563025 KRW (2024 prices) <nil>
	// 5710000000 KRW (2024 prices) <nil>
	// price index "consumer prices", money "1420000000 KRW (nominal)": money in the prices of a year is needed: nominal money does not say its year
}

// The index of the year is not out yet.
func ExamplePriceIndex_FromNominal() {
	cpi, _ := ghg.NewYears("consumer prices", "2020 = 100", nil,
		ghg.OfYear[decimal.Decimal]{Year: 2024, Value: decimal.RequireFromString("114.2"), Source: "KOSIS"},
		ghg.OfYear[decimal.Decimal]{Year: 2025, Value: decimal.RequireFromString("116.6"), Source: "KOSIS"})
	x, _ := cost.NewPriceIndex(strategy.KRW, cpi)
	_, err := x.FromNominal(nominal("14.2억원"), 2026, 2024)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println("wait for", missing.Year)
	}
	// Output: wait for 2026
}

// 4,000 street lights: half from the state, the rest from province and city.
func lightsBudget() strategy.Action {
	return strategy.Action{ID: "lights", Area: "E",
		Budget: []strategy.BudgetLine{
			{Year: 2025, Funds: strategy.NationalFunds, Money: nominal("14.2억원")},
			{Year: 2025, Funds: strategy.ProvincialFunds, Money: nominal("4.26억원")},
			{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("9.94억원")},
			{Year: 2026, Funds: strategy.NationalFunds, Money: nominal("14.2억원")},
			{Year: 2026, Funds: strategy.MunicipalFunds, Money: nominal("44.2억원")},
		},
		Spent: []strategy.SpendingLine{
			{Year: 2025, Funds: strategy.NationalFunds, Money: nominal("13.9억원")},
			{Year: 2025, Funds: strategy.ProvincialFunds, Money: nominal("4.26억원")},
			{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("10.24억원")},
		}}
}

func ExamplePriceIndex_Action() {
	real, err := prices().Action(lightsBudget(), 2024)
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := track.NewBudget(slices.Values([]strategy.Action{real}))
	for year, e := range b.ByYear() {
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

	var term ghg.Fault
	var none *ghg.NoFigureError
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

	_, err = x.Action(lightsBudget(), 2021)
	assert.ErrorAs(t, err, &none)
	assert.ErrorContains(t, err, `money of action "lights" in 2025`)
	nominal := lightsBudget()
	in := must(x.Action(nominal, 2024))
	rate := must(track.NewBudget(slices.Values([]strategy.Action{in}))).In(2025, 2025).Total().Rate()
	assert.Equal(t, "100.0%", rate.Percent(1))
	assert.Equal(t, strategy.Prices(2024), in.Spent[0].Money.Prices())
	assert.Equal(t, strategy.Nominal, nominal.Spent[0].Money.Prices(), "the nominal budget is as it was")
}

// Of several years without an index the first is told, in whatever order the
// lines were given.
func TestFirstYearWithoutIndexIsTold(t *testing.T) {
	x := must(cost.NewPriceIndex(strategy.KRW, index("CPI", map[int]string{2024: "1"})))
	a := strategy.Action{ID: "lights"}
	for year := 2036; year >= 2026; year-- {
		a.Budget = append(a.Budget, strategy.BudgetLine{Year: year, Funds: strategy.MunicipalFunds, Money: nominal("5원")})
	}
	_, err := x.Action(a, 2024)
	var e *ghg.NoFigureError
	require.ErrorAs(t, err, &e)
	assert.Equal(t, 2026, e.Year)
}

func TestPriceIndexRefuses(t *testing.T) {
	for want, x := range map[string]struct {
		currency strategy.Currency
		index    ghg.Years[decimal.Decimal]
	}{
		`price index "", years: at least one`:            {"KRW", ghg.Years[decimal.Decimal]{}},
		`price index "n", currency "won": three capital`: {"won", index("n", map[int]string{2024: "1"})},
		`price index "n", 2024, index "0": above 0`:      {"KRW", index("n", map[int]string{2024: "0"})},
		`price index "n", 2024, index: a number`:         {"KRW", index("n", map[int]string{2024: "1e99"})},
		`price index "n", 2024, source: the table`: {"KRW",
			must(ghg.NewYears("n", "", nil, ghg.OfYear[decimal.Decimal]{Year: 2024, Value: dec("1")}))},
	} {
		_, err := cost.NewPriceIndex(x.currency, x.index)
		assert.ErrorContains(t, err, want)
	}
	assert.Equal(t, "no price index", cost.PriceIndex{}.String())
}
