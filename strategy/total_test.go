package strategy_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// storyPlan is a plan with effects of several kinds and years, and an action
// that is not quantified.
func storyPlan() strategy.Portfolio {
	with := func(source strategy.EmissionSource, kind strategy.Kind, byYear map[int]string) strategy.Effect {
		return strategy.Effect{On: source, Interaction: strategy.Independent, Reductions: cut(kind, byYear), Confidence: "medium",
			Note: "rounded in print"}
	}
	buses, boilers := on("II.1.1", "diesel", "city buses"), on("I.2.1", "gas", "town hall")
	p, _, err := strategy.NewPortfolio(town(
		action("buses", "T",
			with(buses, strategy.Expected, map[int]string{2026: "3.5", 2030: "12.25"}),
			with(on("II.1.2", "electricity", "city buses"), strategy.Expected, map[int]string{2026: "-0.4", 2030: "-1.05"}),
			with(buses, strategy.Verified, map[int]string{2026: "2.9"})),
		action("boilers", "E", with(boilers, strategy.Expected, map[int]string{2030: "0.8"})),
		action("campaign", "T", with(on("II.1.1", "", "cars"), strategy.Potential, map[int]string{2030: "40"})),
		action("lessons", "E"),
	))
	return must(p, err)
}

func ExampleTotal() {
	plan := storyPlan()
	total, err := plan.Total(strategy.Expected, 2030)
	fmt.Println(total.CO2e, total.Quantified, total.NotQuantified, err)
	fmt.Println(total.Explain().String())
	// Output:
	// 12000 tCO2e 2 2 <nil>
	// expected reductions of "town" in 2030 = 12,000 tCO2e
	//   c[i]   # what the effect cuts
	//       i  c [tCO2e]
	//       1  12,250     buses, GPC 1.1 II.1.1, diesel, city buses; climate plan, 2024; medium; rounded in print
	//       2  -1050      buses, GPC 1.1 II.1.2, electricity, city buses; climate plan, 2024; medium; rounded in print
	//       3  800        boilers, GPC 1.1 I.2.1, gas, town hall; climate plan, 2024; medium; rounded in print
	//   in   # what is in it: 2 actions; 2 not quantified, 0 withdrawn, 0 not counted by stage
	//   T  = sum(i: c[i]) = 12,250 + -1050 + 800 = 12,000 tCO2e   # total
}

// Waste has no action at all, and stays in the table.
func ExampleTotal_ByArea() {
	total, _ := storyPlan().Total(strategy.Expected, 2030)
	for _, a := range total.ByArea() {
		fmt.Println(a.Area.Name, a.CO2e, a.Quantified, a.NotQuantified)
	}
	// Output:
	// Energy 800 tCO2e 1 1
	// Transport 11200 tCO2e 1 1
	// Waste 0 tCO2e 0 0
}

func ExampleTotal_ByAction() {
	total, _ := storyPlan().Total(strategy.Potential, 2030)
	for a := range total.ByAction() {
		fmt.Println(a.Action.ID, a.CO2e, a.Quantified)
	}
	// Output:
	// buses 0 tCO2e false
	// boilers 0 tCO2e false
	// campaign 40000 tCO2e true
	// lessons 0 tCO2e false
}

func ExamplePortfolio_Totals() {
	totals, _ := storyPlan().Totals(strategy.Expected)
	for _, t := range totals {
		fmt.Println(t.Year, t.CO2e, t.Quantified)
	}
	// Output:
	// 2026 3100 tCO2e 1
	// 2030 12000 tCO2e 2
}

// A sum asked for without a kind would mix pledges with results.
func ExamplePortfolio_Total_noKind() {
	_, err := storyPlan().Total(0, 2030)
	fmt.Println(err)
	// Output: no kind of reduction given: name one, such as strategy.Expected
}

func ExampleSum() {
	total, _ := storyPlan().Total(strategy.Claimed, 2030)
	fmt.Println(total.Sum.CO2e, total.Sum.IsQuantified())
	// Output: 0 tCO2e false
}

func ExampleAreaSum() {
	total, _ := storyPlan().Total(strategy.Verified, 2026)
	var transport strategy.AreaSum = total.ByArea()[1]
	fmt.Println(transport.Area.Code, transport.CO2e)
	// Output: T 2900 tCO2e
}

func ExampleActionAmount() {
	total, _ := storyPlan().Total(strategy.Expected, 2026)
	for a := range total.ByAction() {
		var amount strategy.ActionAmount = a
		fmt.Println(amount.Action.Name, amount.CO2e)
		break
	}
	// Output: buses 3100 tCO2e
}

func TestTotals(t *testing.T) {
	p := storyPlan()
	for _, c := range []struct {
		kind          strategy.Kind
		year          int
		tonnes        string
		with, without int
	}{
		{strategy.Expected, 2026, "3100", 1, 3},
		{strategy.Expected, 2028, "0", 0, 4},
		{strategy.Verified, 2026, "2900", 1, 3},
		{strategy.Verified, 2030, "0", 0, 4},
		{strategy.Potential, 2030, "40000", 1, 3},
		{strategy.Implemented, 2030, "0", 0, 4},
	} {
		total, err := p.Total(c.kind, c.year)
		require.NoError(t, err)
		assert.Equal(t, c.kind, total.Kind)
		assert.Equal(t, c.year, total.Year)
		assert.True(t, total.CO2e.Tonnes().Equal(decimal.RequireFromString(c.tonnes)), total.CO2e)
		assert.Equal(t, []int{c.with, c.without}, []int{total.Quantified, total.NotQuantified})
		assert.Equal(t, c.with > 0, total.IsQuantified())
	}
	totals, err := p.Totals(strategy.Implemented)
	require.NoError(t, err)
	assert.Empty(t, totals)
	_, err = p.Total(7, 2030)
	assert.ErrorContains(t, err, "unknown (7)")
}

// An effect names its own document; it goes before that of the action.
func TestExplainNamesTheEffectsSource(t *testing.T) {
	e := expected(on("I.1.1", "", ""), "5", 0)
	e.Source = "study of 2025"
	p, _, err := strategy.NewPortfolio(town(action("a", "E", e)))
	require.NoError(t, err)
	total, err := p.Total(strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Contains(t, total.Explain().String(), "      1  5          a, GPC 1.1 I.1.1; study of 2025\n")
}

// The amounts keep the portfolio's metric, be there any or none.
func TestTotalKeepsTheMetric(t *testing.T) {
	r, err := strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR5)")})
	require.NoError(t, err)
	d := town(action("a", "E", strategy.Effect{On: on("I.1.1", "", ""), Reductions: r}))
	d.Metric = ghg.AR5
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	for _, year := range []int{2029, 2030} {
		total, err := p.Total(strategy.Expected, year)
		require.NoError(t, err)
		assert.Equal(t, ghg.AR5, total.CO2e.Metric())
		for _, a := range total.ByArea() {
			assert.Equal(t, ghg.AR5, a.CO2e.Metric())
		}
	}
}

// Areas and actions add up exactly to the total, which big rationals confirm,
// in whatever order the actions stand.
func TestSumsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	areas := []string{"E", "T", "W"}
	for range 60 {
		want := map[int]*big.Rat{2030: {}, 2031: {}}
		var actions []strategy.Action
		for i := range r.IntN(12) {
			a := action(fmt.Sprint("a", i), areas[r.IntN(3)])
			for range r.IntN(3) {
				year, kind := 2030+r.IntN(2), strategy.Kinds()[r.IntN(2)]
				amount := decimal.New(r.Int64N(2_000_000)-500_000, -int32(r.IntN(7)))
				c, err := ghg.NewCO2e(amount, ghg.Tonne, ghg.Unstated)
				require.NoError(t, err)
				red, err := strategy.NewReductions(kind, ghg.Unstated, map[int]ghg.CO2e{year: c})
				require.NoError(t, err)
				a.Effects = append(a.Effects, strategy.Effect{On: on("I.1.1", "", ""), Interaction: strategy.Independent, Reductions: red})
				if kind == strategy.Potential {
					want[year].Add(want[year], amount.Rat())
				}
			}
			actions = append(actions, a)
		}
		p, _, err := strategy.NewPortfolio(town(actions...))
		require.NoError(t, err)
		r.Shuffle(len(actions), func(i, j int) { actions[i], actions[j] = actions[j], actions[i] })
		q, _, err := strategy.NewPortfolio(town(actions...))
		require.NoError(t, err)
		for year := range want {
			total, err := p.Total(strategy.Potential, year)
			require.NoError(t, err)
			assert.Zero(t, total.CO2e.Tonnes().Rat().Cmp(want[year]))
			assert.Equal(t, p.Len(), total.Quantified+total.NotQuantified)
			other, err := q.Total(strategy.Potential, year)
			require.NoError(t, err)
			assert.True(t, total.CO2e.Equal(other.CO2e))
			var byArea, byAction decimal.Decimal
			n := 0
			for _, a := range total.ByArea() {
				byArea = byArea.Add(a.CO2e.Tonnes())
				n += a.Quantified + a.NotQuantified
			}
			for a := range total.ByAction() {
				byAction = byAction.Add(a.CO2e.Tonnes())
			}
			assert.True(t, byArea.Equal(total.CO2e.Tonnes()))
			assert.True(t, byAction.Equal(total.CO2e.Tonnes()))
			assert.Equal(t, p.Len(), n)
		}
	}
}

// A plan of 1,000 actions over 30 years: made once, summed for every year.
func BenchmarkPlan(b *testing.B) {
	byYear := map[int]string{}
	for y := 2021; y <= 2050; y++ {
		byYear[y] = "1.5"
	}
	amounts := cut(strategy.Expected, byYear)
	var actions []strategy.Action
	for i := range 1000 {
		e := strategy.Effect{On: on("I.1.1", "gas", fmt.Sprint("use ", i)), Reductions: amounts}
		actions = append(actions, action(fmt.Sprint("a", i), []string{"E", "T", "W"}[i%3], e))
	}
	d := town(actions...)
	b.ReportAllocs()
	for b.Loop() {
		p, _, err := strategy.NewPortfolio(d)
		require.NoError(b, err)
		totals, err := p.Totals(strategy.Expected)
		require.NoError(b, err)
		if len(totals) != 30 {
			b.Fatal(len(totals))
		}
	}
}
