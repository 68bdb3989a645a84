package track_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
)

func ExampleExecution() {
	b, _ := track.NewBudget(lightsAndBuses())
	e := b.Of("lights").In(2026, 2026).Total()
	fmt.Println(e)
	fmt.Println(e.Korean())
	fmt.Println(b.Korean())
	// Output:
	// budget 2.84 bn KRW (nominal), executed no money (undefined: no spending reported), 2 unreported
	// 예산 28억4000만원(경상가격), 집행액 금액 없음, 집행률 계산할 수 없음(집행액 미보고), 집행 미보고 2건
	// 예산 86억8000만원(경상가격), 집행액 41억5000만원(경상가격), 집행률 47.8%, 집행 미보고 3건, 예산 없는 집행 1건
}

// The record of 2025 does not divide what was spent by source: the year is reported, and
// no source of it is.
func ExampleBudget_Undivided() {
	b, _ := track.NewBudget(slices.Values([]strategy.Action{{ID: "lights",
		Budget: []strategy.BudgetLine{{Year: 2025, Funds: strategy.NationalFunds, Money: nominal("6억원")},
			{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("4억원")}},
		Spent: []strategy.SpendingLine{{Year: 2025, Money: nominal("7억원")}}}}))
	fmt.Println(b)
	for funds, e := range b.ByFunds() {
		fmt.Println(funds, e)
	}
	fmt.Println("undivided", b.Undivided())
	// Output:
	// budget 1 bn KRW (nominal), executed 700 mn KRW (nominal) (70.0%)
	// national budget 600 mn KRW (nominal), executed no money (undefined: no spending reported), 1 unreported
	// municipal budget 400 mn KRW (nominal), executed no money (undefined: no spending reported), 1 unreported
	// undivided 700000000 KRW (nominal)
}

func TestExecution(t *testing.T) {
	of := func(setAside, spent []line) track.Execution {
		return must(track.NewBudget(actionsOf(setAside, spent))).Total()
	}
	undefined := func(setAside, spent []line) string { return of(setAside, spent).Rate().Undefined() }
	line := func(m string) []line { return []line{{"a", 2025, strategy.MunicipalFunds, nominal(m)}} }
	assert.Equal(t, "no spending reported", undefined(line("5원"), nil))
	assert.Equal(t, "no budget above 0", undefined(nil, line("5원")))
	assert.Equal(t, "no budget above 0", undefined(line("0원"), line("5원")))
	assert.Equal(t, "no budget above 0", undefined(line("-1원"), line("5원")))
	assert.Equal(t, "", undefined(line("5원"), line("0원")))
	assert.Equal(t, "no spending reported", undefined(nil, nil))
	rate, ok := of(line("3원"), line("2원")).Rate().Value()
	assert.True(t, ok)
	assert.Equal(t, int32(ghg.RatioPlaces), -rate.Exponent())

	_, ok = track.Execution{}.Unspent()
	assert.False(t, ok)
	_, ok = of(line("3원"), nil).Unspent()
	assert.False(t, ok)
	_, ok = of(nil, line("3원")).Unspent()
	assert.False(t, ok)
	assert.Equal(t, "budget no money, executed no money (undefined: no spending reported)", track.Budget{}.Total().String())

	b := must(track.NewBudget(lightsAndBuses()))
	for range b.ByYear() {
		break
	}
	assert.Equal(t, b.Total(), b.In(2025, 2026).Total())
	for funds, e := range b.In(2025, 2025).ByFunds() {
		if funds == strategy.NationalFunds {
			assert.Equal(t, "1390000000", e.Executed.Amount().String())
		}
	}
	assert.True(t, b.Of("trams").Total().Budget.IsUnset())
	assert.True(t, b.In(2027, 2040).Total().Budget.IsUnset())
	assert.True(t, b.Undivided().IsUnset())
	assert.Equal(t, 1, b.Total().Unplanned)
	assert.Equal(t, 3, b.Total().Unreported)
	// Not reported for one source in two years is two.
	assert.Equal(t, 2, b.Of("lights").Total().Unreported)
	assert.Equal(t, b.Total(), b.Of("lights", "buses").Total())
}

// What is spent and not divided by source is without a budget where its year has none.
func TestUndividedWithoutBudget(t *testing.T) {
	b := must(track.NewBudget(actionsOf([]line{{"a", 2025, strategy.NationalFunds, nominal("5원")}},
		[]line{{"a", 2025, 0, nominal("3원")}, {"a", 2025, 0, nominal("1원")}, {"a", 2026, 0, nominal("2원")}, {"b", 2025, 0, nominal("7원")}})))
	total := b.Total()
	assert.Equal(t, []int{0, 2}, []int{total.Unreported, total.Unplanned})
	assert.Equal(t, "13", b.Undivided().Amount().String())
	assert.Equal(t, "0.8", b.Of("a").In(2025, 2025).Total().Rate().String())
}
