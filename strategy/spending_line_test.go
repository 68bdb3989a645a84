package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
)

// The council reports what it spent by source of funds; of 2026 it has not yet.
func ExampleSpendingLine() {
	lights := strategy.Action{ID: "lights", Spent: []strategy.SpendingLine{
		{Year: 2025, Funds: strategy.NationalFunds, Money: strategy.MustMoney("13.9억원", strategy.Nominal), Source: "결산 2025"},
		{Year: 2025, Funds: strategy.MunicipalFunds, Money: strategy.MustMoney("10.24억원", strategy.Nominal), Source: "결산 2025"},
	}}
	for _, year := range []int{2025, 2026} {
		sum, reported := lights.SpentIn(year)
		fmt.Println(year, sum, reported)
	}
	// Output:
	// 2025 2414000000 KRW (nominal) true
	// 2026 no money false
}

func TestSpendingIsChecked(t *testing.T) {
	won := func(s string) strategy.Money { return strategy.MustMoney(s, strategy.Nominal) }
	in2024 := strategy.MustMoney("3원", 2024)
	budget := []strategy.BudgetLine{{Year: 2025, Funds: strategy.NationalFunds, Money: won("5원")}}
	sound := strategy.SpendingLine{Year: 2025, Money: won("3원")}
	for says, spent := range map[string][]strategy.SpendingLine{
		"": {sound, sound, {Year: 2026, Funds: strategy.NationalFunds, Money: won("0원")}},
		`budget: spending 2, year "25": year 25: years from 1850 to 2300 are allowed`:   {sound, {Year: 25, Money: won("3원")}},
		`budget: spending 1, funds "unknown source of funds (77)": allowed`:             {{Year: 2025, Funds: 77, Money: won("3원")}},
		`budget: spending 1, money: no money given`:                                     {{Year: 2025}},
		`budget: spending 1, money "-3 KRW (nominal)": money that was spent is not bel`: {{Year: 2025, Money: won("-3원")}},
		`budget: spending 1, money "3 KRW (2024 prices)": money in KRW (2024 pri`:       {{Year: 2025, Money: in2024}},
		`repeated: spending 2, funds "national": 2025 is given by source and undivided: give it once`: {sound,
			{Year: 2025, Funds: strategy.NationalFunds, Money: won("3원")}},
	} {
		f := strategy.Action{ID: "a", Budget: budget, Spent: spent}.Check()
		if says == "" {
			assert.Zero(t, f.Len(), f)
			continue
		}
		if assert.Equal(t, 1, f.Len(), says) {
			assert.Contains(t, f.All[0].Code+": "+f.All[0].Error(), says)
		}
	}
	// Without a budget the first spending says what the others are to meet.
	f := strategy.Action{ID: "a", Spent: []strategy.SpendingLine{{Year: 2024, Money: won("3원")},
		{Year: 2025, Money: strategy.MustMoney("3 EUR", strategy.Nominal)}}}
	assert.Equal(t, 1, f.Check().Len())
}
