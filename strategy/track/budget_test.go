package track_test

import (
	"errors"
	"fmt"
	"iter"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func nominal(s string) strategy.Money { return strategy.MustMoney(s, strategy.Nominal) }

// line is money of an action.
type line struct {
	action string
	year   int
	funds  strategy.Funds
	money  strategy.Money
}

// actionsOf are actions with lines that are set aside and lines that are spent.
func actionsOf(setAside, spent []line) iter.Seq[strategy.Action] {
	var out []strategy.Action
	of := func(id string) *strategy.Action {
		i := slices.IndexFunc(out, func(a strategy.Action) bool { return a.ID == id })
		if i < 0 {
			i, out = len(out), append(out, strategy.Action{ID: id})
		}
		return &out[i]
	}
	for _, l := range setAside {
		a := of(l.action)
		a.Budget = append(a.Budget, strategy.BudgetLine{Year: l.year, Funds: l.funds, Money: l.money})
	}
	for _, l := range spent {
		a := of(l.action)
		a.Spent = append(a.Spent, strategy.SpendingLine{Year: l.year, Funds: l.funds, Money: l.money})
	}
	return slices.Values(out)
}

// lightsAndBuses have a budget of three and two sources of funds, and have reported of most
// of it.
func lightsAndBuses() iter.Seq[strategy.Action] {
	return actionsOf([]line{
		{"lights", 2025, strategy.NationalFunds, nominal("14.2억원")},
		{"lights", 2025, strategy.ProvincialFunds, nominal("4.26억원")},
		{"lights", 2025, strategy.MunicipalFunds, nominal("9.94억원")},
		{"lights", 2026, strategy.NationalFunds, nominal("14.2억원")},
		{"lights", 2026, strategy.MunicipalFunds, nominal("14.2억원")},
		{"buses", 2026, strategy.NationalFunds, nominal("21억원")},
		{"buses", 2026, strategy.MunicipalFunds, nominal("9억원")},
	}, []line{
		{"lights", 2025, strategy.NationalFunds, nominal("13.9억원")},
		{"lights", 2025, strategy.ProvincialFunds, nominal("4.26억원")},
		{"lights", 2025, strategy.MunicipalFunds, nominal("10.24억원")},
		{"buses", 2026, strategy.NationalFunds, nominal("10억원")},
		{"buses", 2026, strategy.NationalFunds, nominal("2.6억원")},
		{"buses", 2026, strategy.CreditRevenue, nominal("0.5억원")},
	})
}

func ExampleBudget() {
	b, err := track.NewBudget(lightsAndBuses())
	fmt.Println(err)
	for year, e := range b.ByYear() {
		fmt.Println(year, e)
	}
	for funds, e := range b.ByFunds() {
		fmt.Println(funds, e.Budget)
	}
	for action, e := range b.ByAction() {
		fmt.Println(action, e.Rate().Percent(1))
	}
	// Output:
	// <nil>
	// 2025 budget 2.84 bn KRW (nominal), executed 2.84 bn KRW (nominal) (100.0%)
	// 2026 budget 5.84 bn KRW (nominal), executed 1.31 bn KRW (nominal) (22.4%), 3 unreported, 1 without a budget
	// national 4940000000 KRW (nominal)
	// provincial 426000000 KRW (nominal)
	// municipal 3314000000 KRW (nominal)
	// credit revenue no money
	// buses 43.7%
	// lights 50.0%
}

// One line in other prices, and there is no budget.
func ExampleNewBudget() {
	_, err := track.NewBudget(slices.Values([]strategy.Action{{ID: "lights",
		Budget: []strategy.BudgetLine{{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("9.94억원")}},
		Spent:  []strategy.SpendingLine{{Year: 2025, Funds: strategy.MunicipalFunds, Money: strategy.MustMoney("10.24억원", 2024)}}}}))
	var e *strategy.MoneyMismatchError
	if errors.As(err, &e) {
		fmt.Println("restate", e.A.Prices())
	}
	fmt.Println(err)
	// Output:
	// restate 2024 prices
	// action "lights", spending 1, money: money in KRW (2024 prices) and in KRW (nominal) does not meet: restate one with a price index
}

func ExampleBudget_In() {
	b, _ := track.NewBudget(lightsAndBuses())
	for funds, e := range b.Of("lights").In(2025, 2025).ByFunds() {
		left, _ := e.Unspent()
		fmt.Println(funds, e.Rate().Percent(1), left)
	}
	// Output:
	// national 97.9% 30000000 KRW (nominal)
	// provincial 100.0% 0 KRW (nominal)
	// municipal 103.0% -30000000 KRW (nominal)
}

func TestSupplementaryBudget(t *testing.T) {
	b := must(track.NewBudget(actionsOf([]line{{"lights", 2025, strategy.MunicipalFunds, nominal("9.94억원")},
		{"lights", 2025, strategy.MunicipalFunds, nominal("-1억원")}}, nil)))
	assert.Equal(t, "894000000 KRW (nominal)", b.Total().Budget.String())
}

// In whatever way a budget is split, the parts add up to it exactly.
func TestBudgetAddsUp(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 50 {
		lines := func() []line {
			out := make([]line, r.Intn(60))
			for i := range out {
				action, year, funds := fmt.Sprint(r.Intn(5)), 2024+r.Intn(6), strategy.Funds(1+r.Intn(5))
				out[i] = line{action, year, funds, nominal(fmt.Sprintf("%d.%d천원", r.Intn(1e6)-1e5, r.Intn(1000)))}
			}
			return out
		}
		setAside, spent := lines(), lines()
		b := must(track.NewBudget(actionsOf(setAside, spent)))
		want := [2]strategy.Money{nominal("0원"), nominal("0원")}
		for i, part := range [][]line{setAside, spent} {
			for _, l := range part {
				want[i] = must(want[i].Add(l.money))
			}
		}
		check := func(parts func(func(track.Execution) bool)) {
			got, unreported, unplanned := [2]strategy.Money{nominal("0원"), nominal("0원")}, 0, 0
			for e := range parts {
				for i, m := range []strategy.Money{e.Budget, e.Executed} {
					if !m.IsUnset() {
						got[i] = must(got[i].Add(m))
					}
				}
				unreported, unplanned = unreported+e.Unreported, unplanned+e.Unplanned
			}
			assert.True(t, want[0].Equal(got[0]) && want[1].Equal(got[1]))
			assert.Equal(t, b.Total().Unreported, unreported)
			assert.Equal(t, b.Total().Unplanned, unplanned)
		}
		check(func(yield func(track.Execution) bool) { yield(b.Total()) })
		check(values(b.ByYear()))
		check(values(b.ByFunds()))
		check(values(b.ByAction()))
	}
}

func values[K any](seq func(func(K, track.Execution) bool)) func(func(track.Execution) bool) {
	return func(yield func(track.Execution) bool) {
		seq(func(_ K, e track.Execution) bool { return yield(e) })
	}
}

func TestBudgetRefuses(t *testing.T) {
	ok := line{"a", 2025, strategy.MunicipalFunds, nominal("5원")}
	refused := func(change func(*line)) error {
		l := ok
		change(&l)
		b, err := track.NewBudget(actionsOf([]line{ok}, []line{ok, l}))
		assert.Equal(t, track.Budget{}, b)
		require.ErrorContains(t, err, `action "a", spending 2`)
		_, err2 := track.NewBudget(actionsOf([]line{ok, l}, nil))
		require.ErrorContains(t, err2, `action "a", budget line 2`)
		return err
	}
	assert.ErrorContains(t, refused(func(l *line) { l.year = 25 }), `action "a", spending 2, year "25": years from 1850`)
	assert.ErrorContains(t, refused(func(l *line) { l.funds = 10 }), "source of funds")
	assert.ErrorContains(t, refused(func(l *line) { l.money = strategy.Money{} }), "money: no money given")
	var money *strategy.MoneyMismatchError
	assert.ErrorAs(t, refused(func(l *line) { l.money = strategy.MustMoney("5 EUR", strategy.Nominal) }), &money)
	huge := refused(func(l *line) { l.money = must(nominal("1e30원").Scale(dec("1e30"))) })
	assert.ErrorContains(t, huge, `action "a", spending 2, money: a number`)
	_, err := track.NewBudget(actionsOf([]line{{"a", 2025, 0, nominal("5원")}}, nil))
	assert.ErrorContains(t, err, `action "a", budget line 1, source of funds "no source of funds": one is needed`)
	_, err = track.NewBudget(nil)
	assert.ErrorContains(t, err, "budget, actions: those of a portfolio")

	many := func(n int) iter.Seq[strategy.Action] {
		return slices.Values([]strategy.Action{
			{ID: "a", Budget: make([]strategy.BudgetLine, 60_000)}, {ID: "b", Spent: make([]strategy.SpendingLine, n)}})
	}
	_, err = track.NewBudget(many(40_001))
	assert.EqualError(t, err, "budget of 100001 lines and more: at most 100000 are allowed")
	_, err = track.NewBudget(many(40_000))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 60_000+40_000*2, faults.Len(), "spending needs no source of funds")
	assert.Len(t, faults.All, 1000)
	// Money that does not meet is told line by line, and the rest counted.
	won := line{"a", 2025, strategy.MunicipalFunds, strategy.MustMoney("5원", 2024)}
	_, err = track.NewBudget(actionsOf([]line{ok}, slices.Repeat([]line{won}, 23)))
	assert.ErrorContains(t, err, `action "a", spending 20, money: money in KRW (2024 prices)`)
	assert.NotContains(t, err.Error(), "spending 21,")
	assert.ErrorContains(t, err, "and 3 more")
}

// What was set aside for an action that is merged is its successor's; what was
// spent on it before stays spent.
func TestBudgetOfWithdrawn(t *testing.T) {
	budget := []strategy.BudgetLine{{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("3억원")}}
	b, err := track.NewBudget(slices.Values([]strategy.Action{
		{ID: "lights", Stage: strategy.Merged, Into: []string{"all lights"}, Budget: budget,
			Spent: []strategy.SpendingLine{{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("1억원")}}},
		{ID: "all lights", Budget: budget},
	}))
	require.NoError(t, err)
	total := b.Total()
	assert.Equal(t, "300000000 KRW (nominal)", total.Budget.String())
	assert.Equal(t, "100000000 KRW (nominal)", total.Executed.String())
	assert.Equal(t, []int{1, 1}, []int{total.Unreported, total.Unplanned})
}

func TestBudgetOfNothing(t *testing.T) {
	b, err := track.NewBudget(strategy.Portfolio{}.Actions())
	assert.NoError(t, err)
	assert.True(t, b.Total().Budget.IsUnset())
}
