package cost_test

import (
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lightsBudget is that of 4,000 street lights: half from the state, the rest
// from province and city.
func lightsBudget() []cost.Line {
	return []cost.Line{
		{"lights", 2025, strategy.NationalFunds, nominal("14.2억원")},
		{"lights", 2025, strategy.ProvincialFunds, nominal("4.26억원")},
		{"lights", 2025, strategy.MunicipalFunds, nominal("9.94억원")},
		{"lights", 2026, strategy.NationalFunds, nominal("14.2억원")},
		{"lights", 2026, strategy.MunicipalFunds, nominal("14.2억원")},
		{"buses", 2026, strategy.NationalFunds, nominal("21억원")},
		{"buses", 2026, strategy.MunicipalFunds, nominal("9억원")},
	}
}

func spent() []cost.Line {
	return []cost.Line{
		{"lights", 2025, strategy.NationalFunds, nominal("13.9억원")},
		{"lights", 2025, strategy.ProvincialFunds, nominal("4.26억원")},
		{"lights", 2025, strategy.MunicipalFunds, nominal("10.24억원")},
		{"buses", 2026, strategy.NationalFunds, nominal("10억원")},
		{"buses", 2026, strategy.NationalFunds, nominal("2.6억원")},
		{"buses", 2026, strategy.CreditRevenue, nominal("0.5억원")},
	}
}

func ExampleBudget() {
	b, err := cost.NewBudget(lightsBudget(), spent())
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
	// 2025 budget 2840000000 KRW (nominal), executed 2840000000 KRW (nominal) (100.0%)
	// 2026 budget 5840000000 KRW (nominal), executed 1310000000 KRW (nominal) (22.4%), 3 unreported, 1 without a budget
	// national 4940000000 KRW (nominal)
	// provincial 426000000 KRW (nominal)
	// municipal 3314000000 KRW (nominal)
	// credit revenue no money
	// buses 43.7%
	// lights 50.0%
}

// One line in other prices, and there is no budget.
func ExampleNewBudget() {
	_, err := cost.NewBudget(lightsBudget(), []cost.Line{{"lights", 2025, strategy.MunicipalFunds, strategy.MustMoney("10.24억원", 2024)}})
	var e *strategy.MoneyMismatchError
	if errors.As(err, &e) {
		fmt.Println("restate", e.A.Prices())
	}
	fmt.Println(err)
	// Output:
	// restate 2024 prices
	// executed line 1 of action "lights", money: money in KRW (2024 prices) and in KRW (nominal) does not meet: restate one with a price index
}

func ExampleLineFilter() {
	b, _ := cost.NewBudget(lightsBudget(), spent())
	for funds, e := range b.Only(cost.LineFilter{Action: "lights", Year: 2025}).ByFunds() {
		left, _ := e.Unspent()
		fmt.Println(funds, e.Rate().Percent(1), left)
	}
	// Output:
	// national 97.9% 30000000 KRW (nominal)
	// provincial 100.0% 0 KRW (nominal)
	// municipal 103.0% -30000000 KRW (nominal)
}

func ExampleExecution() {
	b, _ := cost.NewBudget(lightsBudget(), spent())
	e := b.Only(cost.LineFilter{Action: "lights", Year: 2026}).Total()
	fmt.Println(e)
	// Output: budget 2840000000 KRW (nominal), executed no money (undefined: no spending reported), 2 unreported
}

func plan(actions ...strategy.Action) strategy.Portfolio {
	f := must(strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "district plan", Name: "Climate plan of a district", NameKo: "기후계획", Source: "climate plan, 2025",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}}}))
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "District plan", Place: "district", Framework: f, View: gpc.Basic, Metric: ghg.AR5, Actions: actions})
	return must(p, err)
}

func ExampleBudgetOf() {
	p := plan(
		strategy.Action{ID: "lights", Name: "LED street lights", Area: "E", Source: "climate plan, p. 12", Budget: []strategy.BudgetLine{
			{Year: 2025, Funds: strategy.NationalFunds, Money: nominal("14.2억원")},
			{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("14.2억원")}}},
		strategy.Action{ID: "lessons", Name: "Climate lessons", Area: "E", Source: "climate plan, p. 30"},
	)
	b, err := cost.BudgetOf(p, []cost.Line{{"lights", 2025, strategy.MunicipalFunds, nominal("7.1억원")}})
	fmt.Println(b.Total(), err)
	_, err = cost.BudgetOf(p, []cost.Line{{"light", 2025, strategy.MunicipalFunds, nominal("7.1억원")}})
	var unknown *ghg.UnknownError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.ID, "is none of", unknown.Allowed)
	}
	fmt.Println(err)
	// Output:
	// budget 2840000000 KRW (nominal), executed 710000000 KRW (nominal) (25.0%), 1 unreported <nil>
	// light is none of [lights lessons]
	// plan "District plan", executed line 1: unknown action "light": allowed are lights, lessons
}

func ExampleLine() {
	first := cost.Line{Action: "lights", Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("9.94억원")}
	cut := cost.Line{Action: "lights", Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("-1억원")} // supplementary budget
	b, _ := cost.NewBudget([]cost.Line{first, cut}, nil)
	fmt.Println(b.Total().Budget)
	// Output: 894000000 KRW (nominal)
}

func TestExecution(t *testing.T) {
	undefined := func(setAside, executed []cost.Line) string {
		return must(cost.NewBudget(setAside, executed)).Total().Rate().Undefined()
	}
	line := func(m string) []cost.Line { return []cost.Line{{"a", 2025, strategy.MunicipalFunds, nominal(m)}} }
	assert.Equal(t, "no spending reported", undefined(line("5원"), nil))
	assert.Equal(t, "no budget above 0", undefined(nil, line("5원")))
	assert.Equal(t, "no budget above 0", undefined(line("0원"), line("5원")))
	assert.Equal(t, "no budget above 0", undefined(line("-1원"), line("5원")))
	assert.Equal(t, "", undefined(line("5원"), line("0원")))
	assert.Equal(t, "no spending reported", undefined(nil, nil))
	rate, ok := must(cost.NewBudget(line("3원"), line("2원"))).Total().Rate().Value()
	assert.True(t, ok)
	assert.Equal(t, int32(ghg.RatioPlaces), -rate.Exponent())

	_, ok = cost.Execution{}.Unspent()
	assert.False(t, ok)
	_, ok = must(cost.NewBudget(line("3원"), nil)).Total().Unspent()
	assert.False(t, ok)
	_, ok = must(cost.NewBudget(nil, line("3원"))).Total().Unspent()
	assert.False(t, ok)
	assert.Equal(t, "budget no money, executed no money (undefined: no spending reported)", cost.Budget{}.Total().String())

	b := must(cost.NewBudget(lightsBudget(), spent()))
	for range b.ByYear() {
		break
	}
	assert.Equal(t, b.Total(), b.Only(cost.LineFilter{}).Total())
	assert.Equal(t, "1390000000", b.Only(cost.LineFilter{Year: 2025, Funds: strategy.NationalFunds}).Total().Executed.Amount().String())
	assert.True(t, b.Only(cost.LineFilter{Action: "trams"}).Total().Budget.IsUnset())
	assert.Equal(t, 1, b.Total().Unplanned)
	assert.Equal(t, 3, b.Total().Unreported)
	// Not reported for one source in two years is two.
	assert.Equal(t, 2, b.Only(cost.LineFilter{Action: "lights"}).Total().Unreported)
}

// In whatever way a budget is split, the parts add up to it exactly.
func TestBudgetAddsUp(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 50 {
		lines := func() []cost.Line {
			out := make([]cost.Line, r.Intn(60))
			for i := range out {
				action, year, funds := fmt.Sprint(r.Intn(5)), 2024+r.Intn(6), strategy.Funds(1+r.Intn(5))
				out[i] = cost.Line{action, year, funds, nominal(fmt.Sprintf("%d.%d천원", r.Intn(1e6)-1e5, r.Intn(1000)))}
			}
			return out
		}
		setAside, executed := lines(), lines()
		b := must(cost.NewBudget(setAside, executed))
		want := [2]strategy.Money{nominal("0원"), nominal("0원")}
		for i, part := range [][]cost.Line{setAside, executed} {
			for _, l := range part {
				want[i] = must(want[i].Add(l.Money))
			}
		}
		check := func(parts func(func(cost.Execution) bool)) {
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
		check(func(yield func(cost.Execution) bool) { yield(b.Total()) })
		check(values(b.ByYear()))
		check(values(b.ByFunds()))
		check(values(b.ByAction()))
	}
}

func values[K any](seq func(func(K, cost.Execution) bool)) func(func(cost.Execution) bool) {
	return func(yield func(cost.Execution) bool) {
		seq(func(_ K, e cost.Execution) bool { return yield(e) })
	}
}

// Of several years without an index the first is told, in whatever order the
// lines were given.
func TestFirstYearWithoutIndexIsTold(t *testing.T) {
	x := must(cost.NewPriceIndex(strategy.KRW, index("CPI", map[int]string{2024: "1"})))
	var lines []cost.Line
	for year := 2036; year >= 2026; year-- {
		lines = append(lines, cost.Line{Action: "lights", Year: year, Funds: strategy.MunicipalFunds, Money: nominal("5원")})
	}
	_, err := must(cost.NewBudget(lines, nil)).InPrices(x, 2024)
	var e *ghg.NoFigureError
	require.ErrorAs(t, err, &e)
	assert.Equal(t, 2026, e.Year)
}

func TestBudgetRefuses(t *testing.T) {
	ok := cost.Line{"a", 2025, strategy.MunicipalFunds, nominal("5원")}
	refused := func(change func(*cost.Line)) error {
		l := ok
		change(&l)
		b, err := cost.NewBudget([]cost.Line{ok}, []cost.Line{ok, l})
		assert.Equal(t, cost.Budget{}, b)
		require.ErrorContains(t, err, "executed line 2")
		return err
	}
	assert.ErrorContains(t, refused(func(l *cost.Line) { l.Action = "" }), "executed line 2, action: its ID is needed")
	assert.ErrorContains(t, refused(func(l *cost.Line) { l.Year = 25 }), `executed line 2 of action "a", year "25": years from 1850`)
	assert.ErrorContains(t, refused(func(l *cost.Line) { l.Funds = 0 }), `source of funds "no source of funds": one is needed`)
	assert.ErrorContains(t, refused(func(l *cost.Line) { l.Funds = 10 }), "source of funds")
	assert.ErrorContains(t, refused(func(l *cost.Line) { l.Money = strategy.Money{} }), "money: no money given")
	var money *strategy.MoneyMismatchError
	assert.ErrorAs(t, refused(func(l *cost.Line) { l.Money = strategy.MustMoney("5 EUR", strategy.Nominal) }), &money)
	huge := refused(func(l *cost.Line) { l.Money = must(nominal("1e30원").Scale(dec("1e30"))) })
	assert.ErrorContains(t, huge, `executed line 2 of action "a", money: a number`)

	_, err := cost.NewBudget(make([]cost.Line, 60_000), make([]cost.Line, 40_001))
	assert.EqualError(t, err, "budget of 100001 lines: at most 100000 are allowed")
	_, err = cost.NewBudget(make([]cost.Line, 60_000), make([]cost.Line, 40_000))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 4*100_000, faults.Len())
	assert.Len(t, faults.All, 1000)
	// Money that does not meet is told line by line, and the rest counted.
	won := cost.Line{"a", 2025, strategy.MunicipalFunds, won("5원")}
	_, err = cost.NewBudget([]cost.Line{ok}, slices.Repeat([]cost.Line{won}, 23))
	assert.ErrorContains(t, err, `executed line 20 of action "a", money: money in KRW (2024 prices)`)
	assert.NotContains(t, err.Error(), "executed line 21 ")
	assert.ErrorContains(t, err, "and 3 more")
}

func ExampleEffectiveness() {
	r, _ := strategy.NewReductions(strategy.Verified, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("1720")})
	b, _ := cost.NewBudget(lightsBudget(), spent())
	e, err := cost.NewEffectiveness(b.Only(cost.LineFilter{Action: "lights"}).Total().Executed, r, 2026)
	fmt.Println(e, err)
	each, _ := e.MoneyPerTonne()
	fmt.Println(each.Round(0), "per t")
	per, _ := e.Per(nominal("1억원"))
	fmt.Println(per.String(), "t per 1억원")
	fmt.Println(e.Explain())
	_, err = cost.NewEffectiveness(nominal("28.4억원"), r, 2027)
	fmt.Println(err)
	// Output:
	// 1720 tCO2e (AR5) of verified reductions in 2026 for 2840000000 KRW (nominal) <nil>
	// 1651163 KRW (nominal) per t
	// 60.56338028169 t per 1억원
	// 1720 tCO2e (AR5) of verified reductions in 2026 for 2840000000 KRW (nominal): 2840000000 / 1720 t = 1651162.79069767 KRW (nominal) per tCO2e
	// effectiveness of a budget: reductions: no figure for 2027 (there are figures for 2026): what is missing is not 0, and none is carried over from another year: state it
}

func TestEffectiveness(t *testing.T) {
	r := must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("0"), 2027: tonnes("-3"), 2028: tonnes("7")}))
	for year := 2026; year <= 2027; year++ {
		e := must(cost.NewEffectiveness(nominal("5원"), r, year))
		_, ok := e.MoneyPerTonne()
		assert.False(t, ok)
		assert.Contains(t, e.Explain(), "no money per tonne, as nothing was cut")
	}
	e := must(cost.NewEffectiveness(nominal("0원"), r, 2028))
	per := must(e.Per(nominal("5원")))
	assert.Equal(t, "no money was spent", per.Undefined())
	m, ok := e.MoneyPerTonne()
	assert.True(t, ok && m.Sign() == 0)
	_, err := e.Per(nominal("0원"))
	var term ghg.Fault
	assert.ErrorAs(t, err, &term)
	_, err = e.Per(won("1원"))
	var money *strategy.MoneyMismatchError
	assert.ErrorAs(t, err, &money)
	_, err = cost.NewEffectiveness(strategy.Money{}, r, 2028)
	assert.EqualError(t, err, "effectiveness of a budget, money: "+strategy.ErrNoMoney.Error())
	assert.Equal(t, "no effectiveness computed", cost.Effectiveness{}.String())
	assert.Equal(t, "no effectiveness computed: no money per tonne, as nothing was cut", cost.Effectiveness{}.Explain())
}

// What was set aside for an action that is merged is its successor's; what was
// spent on it before stays spent.
func TestBudgetOfWithdrawn(t *testing.T) {
	line := []strategy.BudgetLine{{Year: 2025, Funds: strategy.MunicipalFunds, Money: nominal("3억원")}}
	p := plan(
		strategy.Action{ID: "lights", Name: "LED street lights", Area: "E", Source: "plan",
			Stage: strategy.Merged, Into: []string{"all lights"}, Budget: line},
		strategy.Action{ID: "all lights", Name: "LED lights", Area: "E", Source: "plan", Budget: line},
	)
	b, err := cost.BudgetOf(p, []cost.Line{{"lights", 2025, strategy.MunicipalFunds, nominal("1억원")}})
	require.NoError(t, err)
	total := b.Total()
	assert.Equal(t, "300000000 KRW (nominal)", total.Budget.String())
	assert.Equal(t, "100000000 KRW (nominal)", total.Executed.String())
	assert.Equal(t, []int{1, 1}, []int{total.Unreported, total.Unplanned})
}

func TestBudgetOfNothing(t *testing.T) {
	_, err := cost.BudgetOf(strategy.Portfolio{}, nil)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
}
