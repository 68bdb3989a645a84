package strategy_test

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// baseline is one in BASIC of sources with emissions in 2030.
func baseline(sources map[strategy.EmissionSource]string) strategy.BaselineDefinition {
	d := strategy.BaselineDefinition{Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.Unstated,
		Source: "forecast of 2024"}
	for _, on := range slices.SortedFunc(maps.Keys(sources), func(a, b strategy.EmissionSource) int {
		if a.String() < b.String() {
			return -1
		}
		return 1
	}) {
		d.Sources = append(d.Sources, strategy.SourceEmissions{On: on, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e(sources[on] + " tCO2e")}})
	}
	return d
}

// share is an effect that cuts a share of a source in 2030.
func share(source strategy.EmissionSource, s string, i strategy.Interaction) strategy.Effect {
	return strategy.Effect{On: source, Interaction: i,
		Cuts: must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare(s)}))}
}

func portfolio(t testing.TB, d strategy.PortfolioDefinition) strategy.Portfolio {
	t.Helper()
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	return p
}

// Better windows and better boilers cut the same gas. Alone they would cut
// 30 % and 20 % of 40 kt; together they leave 0.7 × 0.8 of it.
func ExamplePortfolio_Evaluate() {
	gas := on("I.1.1", "gas", "space heating")
	plan, _, err := strategy.NewPortfolio(town(
		action("windows", "E", share(gas, "30%", strategy.Overlapping)),
		action("boilers", "E", share(gas, "20%", strategy.Overlapping)),
		action("electric-buses", "T", expected(on("II.1.1", "diesel", ""), "12250", strategy.Overlapping)),
	))
	if err != nil {
		fmt.Println(err)
		return
	}
	base, err := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.Unstated, Source: "forecast of 2024",
		Sources: []strategy.SourceEmissions{
			{On: gas, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("40 kt CO2e")}},
			{On: on("II.1.1", "diesel", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("25 kt CO2e")}},
		},
		Rest: map[int]ghg.CO2e{2030: ghg.MustCO2e("35 kt CO2e")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := e.Year(2030)
	fmt.Println("cut", y.Reduction(), "overlap", y.Overlap())
	fmt.Println(y.Explain())
	// Output:
	// cut 29850 tCO2e overlap 2400 tCO2e
	// emissions of town in 2030 with the plan "town", expected reductions = 70,150 tCO2e
	//   E[s]   # baseline emissions of the source
	//   first[s]   # number of the first that acts on it
	//   last[s]   # number of the last
	//       s  E [tCO2e]  first  last
	//       1  40,000     1      2     GPC 1.1 I.1.1, gas, space heating; forecast of 2024
	//       2  25,000     3      3     GPC 1.1 II.1.1, diesel; forecast of 2024
	//   r[b]   # what those that act as one cut of the source
	//       b  r
	//       1  0.3   windows
	//       2  0.2   boilers
	//       3  0.49  electric-buses
	//   R = 35,000 tCO2e   # what no action acts on; source: forecast of 2024
	//   B = sum(s: E[s]) + R = 40,000 + 25,000 + 35,000 = 100,000 tCO2e   # baseline emissions
	//   S = sum(s: E[s] × sum(b = first[s]..last[s]: r[b])) = 40,000 × (0.3 + 0.2) + 25,000 × 0.49 = 32,250 tCO2e   # what the effects count, added up
	//   a[s] = E[s] × sum(b = first[s]..last[s]: r[b])   # what the effects on the source count, added up
	//       s  a [tCO2e]
	//       1  20,000     GPC 1.1 I.1.1, gas, space heating; forecast of 2024
	//       2  12,250     GPC 1.1 II.1.1, diesel; forecast of 2024
	//   J = sum(s: E[s] × (1 - prod(b = first[s]..last[s]: 1 - r[b]))) = 40,000 × (1 - (1 - 0.3) × (1 - 0.2)) + 25,000 × (1 - (1 - 0.49)) = 29,850 tCO2e   # joint effect on all sources
	//   C[s] = E[s] × (1 - prod(b = first[s]..last[s]: 1 - r[b]))   # joint effect on the source
	//       s  C [tCO2e]
	//       1  17,600     GPC 1.1 I.1.1, gas, space heating; forecast of 2024
	//       2  12,250     GPC 1.1 II.1.1, diesel; forecast of 2024
	//   A[e]   # part of the joint effect on a source: Shapley
	//       e  A [tCO2e]
	//       1  10,800     windows, GPC 1.1 I.1.1, gas, space heating
	//       2  6800       boilers, GPC 1.1 I.1.1, gas, space heating
	//       3  12,250     electric-buses, GPC 1.1 II.1.1, diesel
	//   from[k]   # number of its first part
	//   to[k]   # number of its last part
	//   T[k] = sum(e = from[k]..to[k]: A[e])   # part of the action
	//       k  from  to  T [tCO2e]
	//       1  1     1   10,800     windows
	//       2  2     2   6800       boilers
	//       3  3     3   12,250     electric-buses
	//   O = S - J = 32,250 - 29,850 = 2400 tCO2e   # overlap
	//   X = B - J = 100,000 - 29,850 = 70,150 tCO2e   # emissions with the plan
	// rounding: to 12 decimal places, half away from zero: S, J
	// rounding: to 12 decimal places, adding up to S, largest remainder: a
	// rounding: to 12 decimal places, adding up to J, largest remainder: C
}

// One joint effect, four ways to divide it.
func ExampleDivision() {
	gas := on("I.1.1", "gas", "")
	plan, _, _ := strategy.NewPortfolio(town(
		action("windows", "E", share(gas, "30%", strategy.Overlapping)),
		action("boilers", "E", share(gas, "20%", strategy.Overlapping)),
		action("district-heat", "E", share(gas, "50%", strategy.Overlapping)),
	))
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "40000"}))
	for _, by := range []strategy.Division{strategy.InOrder(), strategy.InOrder("district-heat", "boilers", "windows"),
		strategy.Shapley, strategy.LogShare, strategy.Proportional} {
		e, err := plan.Evaluate(base, strategy.Expected, by)
		if err != nil {
			fmt.Println(err)
			return
		}
		y, _ := e.Year(2030)
		var amounts []ghg.CO2e
		for a := range y.Total().ByAction() {
			amounts = append(amounts, a.CO2e)
		}
		list, err := ghg.ShowList(ghg.Tonne, 0, amounts...) // rounded to show, so that it adds up
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(list, " ", by)
	}
	// Output:
	// 12000 + 5600 + 11200 = 28800 t   in the order of the portfolio
	// 4800 + 4000 + 20000 = 28800 t   in the order district-heat, boilers, windows
	// 8200 + 5200 + 15400 = 28800 t   Shapley
	// 8070 + 5048 + 15682 = 28800 t   log share
	// 8640 + 5760 + 14400 = 28800 t   proportional
}

// Three retrofit programmes that claim more than all the gas there is.
func ExampleBelowZeroError() {
	gas := on("I.1.1", "gas", "")
	plan, _, _ := strategy.NewPortfolio(town(
		action("windows", "E", expected(gas, "15000", strategy.Independent)),
		action("boilers", "E", expected(gas, "14000", strategy.Independent)),
		action("district-heat", "E", expected(gas, "12000", strategy.Independent)),
	))
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "40000"}))
	_, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	var below *strategy.BelowZeroError
	if errors.As(err, &below) {
		fmt.Println("look at", below.Actions, "in", below.Year)
	}
	fmt.Println(err)
	// Output:
	// look at [windows boilers district-heat] in 2030
	// expected reductions of "windows", "boilers", "district-heat" on GPC 1.1 I.1.1, gas in 2030 are more than it emits (40000 tCO2e): no source is cut below zero, and none that emits nothing is cut; what is added to a source that emits nothing names that source alone
}

// The forecast is too coarse for the measure: it has to be split.
func ExampleSourceError() {
	plan, _, _ := strategy.NewPortfolio(town(action("windows", "E", share(on("I.1.1", "gas", "space heating"), "30%", strategy.Overlapping))))
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{on("I.1.1", "gas", ""): "40000"}))
	_, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	var outside *strategy.SourceError
	if errors.As(err, &outside) {
		fmt.Println("split", outside.Within, "for", outside.Source)
	}
	fmt.Println(err)
	// Output:
	// split [GPC 1.1 I.1.1, gas] for GPC 1.1 I.1.1, gas, space heating
	// action "windows" acts on GPC 1.1 I.1.1, gas, space heating, of which the baseline says only what GPC 1.1 I.1.1, gas emits: split that source in the baseline
}

// random is a portfolio of effects on a few sources, and their baseline.
type random struct {
	p       strategy.PortfolioDefinition
	b       strategy.BaselineDefinition
	effects []randomEffect
}

type randomEffect struct {
	source      int
	share       *big.Rat
	independent bool
}

func randomPlan(r *rand.Rand, n int) random {
	sources := []strategy.EmissionSource{on("I.1.1", "gas", ""), on("I.1.1", "oil", ""), on("II.1.1", "", "")}
	emits := map[strategy.EmissionSource]string{}
	tonnes := make([]int64, len(sources))
	for i, s := range sources {
		tonnes[i] = 1000 + r.Int64N(1_000_000)
		emits[s] = fmt.Sprint(tonnes[i])
	}
	x := random{b: baseline(emits)}
	var actions []strategy.Action
	room := []int64{1000, 1000, 1000} // thousandths left for independent effects
	for i := range n {
		s := r.IntN(len(sources))
		e := randomEffect{source: s, independent: r.IntN(4) == 0}
		f := r.Int64N(990)
		if e.independent {
			f = r.Int64N(room[s]/2 + 1)
			room[s] -= f
		}
		e.share = big.NewRat(f, 1000)
		eff := share(sources[s], fmt.Sprintf("0.%03d", f), strategy.Overlapping)
		if r.IntN(2) == 0 { // the same as an amount
			t := decimal.NewFromInt(tonnes[s] * f).Shift(-3)
			eff = expected(sources[s], t.String(), strategy.Overlapping)
		}
		if e.independent {
			eff.Interaction = strategy.Independent
		}
		x.effects = append(x.effects, e)
		actions = append(actions, action(fmt.Sprint("a", i), []string{"E", "T", "W"}[r.IntN(3)], eff))
	}
	x.p = town(actions...)
	return x
}

// left is what remains of source s if the effects in the set are there.
func (x random) left(s int, in func(i int) bool) *big.Rat {
	out, sum := big.NewRat(1, 1), new(big.Rat)
	for i, e := range x.effects {
		switch {
		case e.source != s || !in(i):
		case e.independent:
			sum.Add(sum, e.share)
		default:
			out.Mul(out, new(big.Rat).Sub(big.NewRat(1, 1), e.share))
		}
	}
	return out.Mul(out, new(big.Rat).Sub(big.NewRat(1, 1), sum))
}

// cut is the joint effect in tonnes of the effects in the set.
func (x random) cut(in func(i int) bool) *big.Rat {
	sum := new(big.Rat)
	for s, src := range x.b.Sources {
		emits := new(big.Rat).SetInt64(src.ByYear[2030].Tonnes().IntPart())
		part := new(big.Rat).Sub(big.NewRat(1, 1), x.left(s, in))
		sum.Add(sum, part.Mul(part, emits))
	}
	return sum
}

var allMethods = []strategy.Division{strategy.Shapley, strategy.LogShare, strategy.Proportional, strategy.InOrder()}

// Whatever the method, the parts add up exactly to the joint effect, and the
// joint effect is that of fractions, rounded once.
func TestDivisionAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 60 {
		x := randomPlan(r, 1+r.IntN(12))
		p, b := portfolio(t, x.p), must(strategy.NewBaseline(x.b))
		want := x.cut(func(int) bool { return true })
		for _, by := range allMethods {
			e, err := p.Evaluate(b, strategy.Expected, by)
			require.NoError(t, err)
			y, ok := e.Year(2030)
			require.True(t, ok)
			sum, sources := ghg.MustCO2e("0 tCO2e"), ghg.MustCO2e("0 tCO2e")
			for a := range y.Total().ByAction() {
				sum = must(sum.Add(a.CO2e))
			}
			assert.True(t, sum.Equal(y.Reduction()), "%s: %s and %s", by, sum, y.Reduction())
			assert.True(t, y.Total().CO2e.Equal(y.Reduction()))
			for s := range y.BySource() {
				sources = must(sources.Add(s.Reduction))
				parts := ghg.MustCO2e("0 tCO2e")
				for _, a := range s.Actions {
					parts = must(parts.Add(a.CO2e))
					assert.True(t, a.CO2e.Tonnes().Equal(a.CO2e.Tonnes().Round(12)), "whole units")
				}
				assert.True(t, parts.Equal(s.Reduction))
			}
			assert.True(t, sources.Equal(y.Reduction()))
			assert.True(t, y.Reduction().Tonnes().Equal(decimal.RequireFromString(want.FloatString(12))))
		}
	}
}

// No order of actions changes the joint effect.
func TestOrderDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 13))
	for range 40 {
		x := randomPlan(r, 2+r.IntN(9))
		b := must(strategy.NewBaseline(x.b))
		var want ghg.CO2e
		for n := range 4 {
			e, err := portfolio(t, x.p).Evaluate(b, strategy.Expected, strategy.InOrder())
			require.NoError(t, err)
			y, _ := e.Year(2030)
			if n == 0 {
				want = y.Reduction()
			}
			assert.True(t, want.Equal(y.Reduction()))
			r.Shuffle(len(x.p.Actions), func(i, j int) { x.p.Actions[i], x.p.Actions[j] = x.p.Actions[j], x.p.Actions[i] })
		}
	}
}

// Shapley values are the mean over all orders, added up one by one.
func TestShapleyAgainstAllOrders(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewPCG(21, 34))
	for range 25 {
		x := randomPlan(r, 1+r.IntN(6))
		n := len(x.effects)
		value := make([]*big.Rat, n)
		for i := range value {
			value[i] = new(big.Rat)
		}
		orders := int64(0)
		permute(n, func(order []int) {
			orders++
			present := make([]bool, n)
			in := func(i int) bool { return present[i] }
			before := x.cut(in)
			for _, i := range order {
				present[i] = true
				after := x.cut(in)
				value[i].Add(value[i], new(big.Rat).Sub(after, before))
				before = after
			}
		})
		e, err := portfolio(t, x.p).Evaluate(must(strategy.NewBaseline(x.b)), strategy.Expected, strategy.Shapley)
		require.NoError(t, err)
		y, _ := e.Year(2030)
		i := 0
		for a := range y.Total().ByAction() {
			got, _ := new(big.Rat).SetString(a.CO2e.Tonnes().String())
			off := got.Sub(got, value[i].Mul(value[i], big.NewRat(1, orders)))
			assert.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 1_000_000_000)), 0, "%d of %d", i, n)
			i++
		}
	}
}

// permute calls f with every order of n things.
func permute(n int, f func([]int)) {
	order := make([]int, 0, n)
	used := make([]bool, n)
	var next func()
	next = func() {
		if len(order) == n {
			f(order)
			return
		}
		for i := range n {
			if !used[i] {
				used[i] = true
				order = append(order, i)
				next()
				order = order[:len(order)-1]
				used[i] = false
			}
		}
	}
	next()
}

// largePlan is a portfolio of actions on a hundred sources over 30 years.
func largePlan(t testing.TB, n int) (strategy.Portfolio, strategy.Baseline) {
	var sources []strategy.SourceEmissions
	for i := range 100 {
		s := strategy.SourceEmissions{On: on("I.1.1", "", fmt.Sprint("use ", i)), ByYear: map[int]ghg.CO2e{}}
		for y := range 30 {
			s.ByYear[2021+y] = ghg.MustCO2e(fmt.Sprintf("%d.%03d ktCO2e", 90-y, i))
		}
		sources = append(sources, s)
	}
	var actions []strategy.Action
	for i := range n {
		amounts := map[int]ghg.CO2e{}
		for y := range 30 {
			amounts[2021+y] = ghg.MustCO2e(fmt.Sprintf("%d.%d tCO2e", (i*37+y*101)%4000, i%10))
		}
		r := must(strategy.NewReductions(strategy.Expected, ghg.Unstated, amounts))
		actions = append(actions, action(fmt.Sprint("a", i), []string{"E", "T", "W"}[i%3],
			strategy.Effect{On: sources[i%100].On, Interaction: strategy.Overlapping, Reductions: r}))
	}
	b, err := strategy.NewBaseline(strategy.BaselineDefinition{Name: "bau", Place: "town", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: sources})
	require.NoError(t, err)
	return portfolio(t, town(actions...)), b
}

// A plan of 1,000 actions over 30 years, ten actions on each source.
func BenchmarkEvaluate(b *testing.B) {
	p, base := largePlan(b, 1000)
	for _, by := range allMethods {
		b.Run(by.String(), func(b *testing.B) {
			for b.Loop() {
				_, err := p.Evaluate(base, strategy.Expected, by)
				require.NoError(b, err)
			}
		})
	}
}
