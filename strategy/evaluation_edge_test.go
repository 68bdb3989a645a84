package strategy_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An effect on a sector cuts all of its sources alike, beside those that act on
// one of them.
func TestWideEffect(t *testing.T) {
	gas, oil := on("I.1.1", "gas", ""), on("I.1.1", "oil", "")
	base := baseline(map[strategy.EmissionSource]string{gas: "600", oil: "300", on("II.1.1", "", ""): "5000"})
	for name, wide := range map[string]strategy.Effect{"share": share(on("I", "", ""), "10%", 0),
		"amount": expected(on("I", "", ""), "90", 0)} {
		y := evaluate(t, town(action("wide", "E", wide), action("gas", "E", share(gas, "50%", 0))), base, strategy.InOrder())
		sources := slices.Collect(y.BySource())
		assert.Equal(t, "330 tCO2e", sources[0].Reduction.String(), name) // 600 − 600 × 0.9 × 0.5
		assert.Equal(t, "30 tCO2e", sources[1].Reduction.String(), name)
		assert.Equal(t, "0 tCO2e", sources[2].Reduction.String(), name)
		assert.Empty(t, sources[2].Actions)
		amounts := slices.Collect(y.Total().ByAction())
		assert.Equal(t, "90 tCO2e", amounts[0].CO2e.String(), name)
		assert.Equal(t, "270 tCO2e", amounts[1].CO2e.String(), name)
	}
	// Words without a category act on what the words name, in any category.
	y := evaluate(t, town(action("a", "E", share(strategy.EmissionSource{EndUse: "Heat "}, "10%", 0))),
		baseline(map[strategy.EmissionSource]string{on("I.1.1", "", "heat"): "600", on("I.2.1", "", "heat"): "200",
			on("I.2.1", "", "cooking"): "70"}), strategy.Shapley)
	assert.Equal(t, "80 tCO2e", y.Reduction().String())
}

func TestEvaluateRefusals(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	base := must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "600", on("I.1.1", "oil", ""): "0",
		on("II.1.1", "", ""): "-5"})))
	p := portfolio(t, town(action("a", "E", share(gas, "10%", 0))))
	for name, ask := range map[string]func() (strategy.Evaluation, error){
		"no kind": func() (strategy.Evaluation, error) { return p.Evaluate(base, 0, strategy.Shapley) },
		"no baseline": func() (strategy.Evaluation, error) {
			return p.Evaluate(strategy.Baseline{}, strategy.Expected, strategy.Shapley)
		},
		"no division given": func() (strategy.Evaluation, error) {
			return p.Evaluate(base, strategy.Expected, strategy.Division{})
		},
		"no portfolio": func() (strategy.Evaluation, error) {
			return strategy.Portfolio{}.Evaluate(base, strategy.Expected, strategy.Shapley)
		},
		`action a is given twice`: func() (strategy.Evaluation, error) {
			return p.Evaluate(base, strategy.Expected, strategy.InOrder("a", "a"))
		},
		`"a" not in it`: func() (strategy.Evaluation, error) {
			return p.Evaluate(base, strategy.Expected, strategy.InOrder("b"))
		},
		`unknown action "b"`: func() (strategy.Evaluation, error) {
			return p.Evaluate(base, strategy.Expected, strategy.InOrder("a", "b"))
		},
		`unknown action "b\na"`: func() (strategy.Evaluation, error) {
			return p.Evaluate(base, strategy.Expected, strategy.InOrder("a", "b\na"))
		},
		`unknown action "z"`: func() (strategy.Evaluation, error) {
			return p.Evaluate(base, strategy.Expected, strategy.InOrder("z", "y", "a", "x", "w"))
		},
		`division in order: "a" not in it`: func() (strategy.Evaluation, error) {
			return p.Evaluate(base, strategy.Expected, strategy.InOrder(""))
		},
	} {
		e, err := ask()
		assert.ErrorContains(t, err, name)
		assert.Empty(t, slices.Collect(e.Years()), "nothing is half applied")
	}
	for name, effects := range map[string][]strategy.Effect{
		"more than all":   {share(gas, "50%", 0), share(gas, "101%", 0)},
		"an amount":       {expected(gas, "600.001", 0)},
		"of nothing":      {expected(on("I.1.1", "oil", ""), "1", 0)},
		"of land":         {share(on("II.1.1", "", ""), "1%", 0)},
		"sum of the rest": {share(gas, "50%", strategy.Independent), share(gas, "0.500001", strategy.Independent)},
	} {
		var actions []strategy.Action
		for i, x := range effects {
			actions = append(actions, action(fmt.Sprint("a", i), "E", x))
		}
		_, err := portfolio(t, town(actions...)).Evaluate(base, strategy.Expected, strategy.Shapley)
		var below *strategy.BelowZeroError
		if assert.ErrorAs(t, err, &below, name) {
			assert.Len(t, below.Actions, len(effects), name)
			assert.Equal(t, 2030, below.Year)
		}
	}
	// All of a source, or nothing of one that emits nothing, may be cut.
	y := evaluate(t, town(action("a", "E", share(gas, "100%", 0)), action("b", "E", share(gas, "20%", 0)),
		action("c", "E", expected(on("I.1.1", "oil", ""), "0", 0)), action("d", "E", share(on("I.1.1", "oil", ""), "10%", 0))),
		baseline(map[strategy.EmissionSource]string{gas: "600", on("I.1.1", "oil", ""): "0"}), strategy.Shapley)
	assert.Equal(t, "600 tCO2e", y.Reduction().String())
	assert.Equal(t, "0 tCO2e", y.Emissions().String())

	for name, d := range map[string]strategy.PortfolioDefinition{"place": town(), "view": town(), "metric": town()} {
		switch name {
		case "place":
			d.Place = "village"
		case "view":
			d.View = must(ghg.DeclaredView("another", "press"))
		case "metric":
			d.Metric = ghg.AR5
		}
		_, err := portfolio(t, d).Evaluate(base, strategy.Expected, strategy.Shapley)
		var basis *ghg.MismatchError
		require.ErrorAs(t, err, &basis)
		assert.True(t, basis.In(ghg.Aspect(name)), name)
	}
}

// What no amount can hold is refused, and never becomes a 0.
func TestLongFigures(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	d := town(action("a", "E", share(gas, "10%", 0)), action("b", "E", share(gas, "20%", 0)))
	for _, emits := range []string{"1e30", "4e18", "4000000000000000000000000000000000000"} {
		_, err := parts(t, d, baseline(map[strategy.EmissionSource]string{gas: emits}), strategy.Shapley)
		assert.ErrorContains(t, err, "10^18 t and more are not computed", emits)
	}
	y := evaluate(t, d, baseline(map[strategy.EmissionSource]string{gas: "3e18"}), strategy.Shapley)
	assert.Equal(t, "840000000000000000 tCO2e", y.Reduction().String())
	// The joint effect is short, and what one adds to the other is not.
	huge := town(action("a", "E", expected(gas, "-1e25", 0)), action("b", "E", expected(gas, "0.000001", 0)))
	_, err := parts(t, huge, baseline(map[strategy.EmissionSource]string{gas: "0.000001"}), strategy.InOrder())
	assert.ErrorContains(t, err, "10^18 t and more are not computed")
}

func TestZeroYearEffect(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	e, err := portfolio(t, town(action("a", "E", share(gas, "10%",
		0)))).Evaluate(must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "600"}))), strategy.Expected, strategy.Shapley)
	require.NoError(t, err)
	y, ok := e.Year(2031)
	assert.False(t, ok)
	assert.Equal(t, strategy.YearEffect{}, y, "not another year")
	assert.Zero(t, y.Year())
	assert.True(t, y.Reduction().Tonnes().IsZero() && y.Baseline().Tonnes().IsZero() && y.Emissions().Tonnes().IsZero() &&
		y.Overlap().Tonnes().IsZero())
	assert.Empty(t, slices.Collect(y.BySource()))
	assert.Empty(t, slices.Collect(y.Total().ByAction()))
	assert.NotPanics(t, func() { _ = y.Explain() })
	_, err = y.Gap(target.Target{})
	assert.ErrorContains(t, err, "no baseline given")
}

func TestSourceErrors(t *testing.T) {
	base := must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{on("I.1.1", "gas", ""): "600", on("I.1.2", "", ""): "100"})))
	for name, c := range map[string]struct {
		on     strategy.EmissionSource
		within int
	}{
		"not there": {on("III.1.1", "", ""), 0}, "narrower": {on("I.1.1", "gas", "heat"), 1},
		"one covered, one crossed": {on("I.1", "gas", ""), 1}, "words": {strategy.EmissionSource{EndUse: "heat"}, 2},
	} {
		_, err := portfolio(t, town(action("a", "E", share(c.on, "1%", 0)))).Evaluate(base, strategy.Expected, strategy.Shapley)
		var s *strategy.SourceError
		require.ErrorAs(t, err, &s, name)
		assert.Len(t, s.Within, c.within, name)
		assert.NotEmpty(t, s.Error())
	}
}

// Increases multiply like cuts; not every method can divide what cancels.
func TestIncreases(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	base := baseline(map[strategy.EmissionSource]string{gas: "1000"})
	mixed := town(action("more", "E", expected(gas, "-250", 0)), action("less", "E", share(gas, "20%", 0)))
	y := evaluate(t, mixed, base, strategy.Shapley)
	assert.Equal(t, "0 tCO2e", y.Reduction().String(), "1.25 × 0.8 = 1")
	amounts := slices.Collect(y.Total().ByAction())
	assert.Equal(t, "-225 tCO2e", amounts[0].CO2e.String())
	assert.Equal(t, "225 tCO2e", amounts[1].CO2e.String())
	assert.Equal(t, "-50 tCO2e", y.Overlap().Neg().Neg().String())
	b := must(strategy.NewBaseline(base))
	refused := func(d strategy.PortfolioDefinition, by strategy.Division, reason string) {
		_, err := portfolio(t, d).Evaluate(b, strategy.Expected, by)
		var a *strategy.DivisionError
		require.ErrorAs(t, err, &a)
		assert.Equal(t, []string{"more", "less"}, a.Actions)
		assert.Equal(t, by, a.Method)
		assert.ErrorContains(t, err, reason)
	}
	refused(mixed, strategy.Proportional, "some of them cut and some add")
	refused(mixed, strategy.LogShare, "cancel out")
	all := town(action("more", "E", share(gas, "100%", 0)), action("less", "E", share(gas, "20%", 0)))
	refused(all, strategy.LogShare, "logarithm")
	for _, by := range []strategy.Division{strategy.Shapley, strategy.Proportional, strategy.InOrder()} {
		assert.Equal(t, "1000 tCO2e", evaluate(t, all, base, by).Reduction().String())
	}
	none := town(action("a", "E", expected(gas, "0", 0)), action("b", "E", share(gas, "0%", 0)))
	for _, by := range allMethods {
		assert.Equal(t, "0 tCO2e", evaluate(t, none, base, by).Reduction().String())
	}
	// Increases alone are divided like cuts.
	up := town(action("a", "E", expected(gas, "-100", 0)), action("b", "E", share(gas, "-30%", 0)))
	for _, by := range allMethods {
		y := evaluate(t, up, base, by)
		assert.Equal(t, "-430 tCO2e", y.Reduction().String(), by)
		assert.True(t, y.Total().CO2e.Equal(y.Reduction()), by)
	}
	// All of a source is cut by one, and some of it comes back by another.
	back := town(action("a", "E", share(gas, "100%", strategy.Independent)),
		action("b", "E", share(gas, "-10%", strategy.Independent)), action("c", "E", share(gas, "50%", 0)))
	y = evaluate(t, back, base, strategy.InOrder())
	x := slices.Collect(y.Total().ByAction())
	assert.Equal(t, []string{"1000 tCO2e", "-100 tCO2e", "50 tCO2e"}, []string{x[0].CO2e.String(), x[1].CO2e.String(), x[2].CO2e.String()})
	// Independent effects that cancel out, beside one that does not.
	pair := town(action("a", "E", expected(gas, "-100", strategy.Independent)),
		action("b", "E", share(gas, "10%", strategy.Independent)), action("c", "E", share(gas, "50%", 0)))
	for _, by := range []strategy.Division{strategy.Shapley, strategy.LogShare, strategy.InOrder()} {
		y := evaluate(t, pair, base, by)
		assert.Equal(t, "500 tCO2e", y.Reduction().String(), by)
		x := slices.Collect(y.Total().ByAction())
		assert.True(t, x[0].CO2e.Equal(x[1].CO2e.Neg()), by)
		assert.Equal(t, -1, x[0].CO2e.Sign(), by)
	}
}

func TestShapleyIsBounded(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	var actions []strategy.Action
	for i := range 201 {
		actions = append(actions, action(fmt.Sprint("a", i), "E", share(gas, fmt.Sprintf("0.00%d1", i%9), 0)))
	}
	b := must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "1000000"})))
	_, err := portfolio(t, town(actions...)).Evaluate(b, strategy.Expected, strategy.Shapley)
	assert.ErrorContains(t, err, "201 effects meet")
	assert.ErrorContains(t, err, "and 181 more")
	e, err := portfolio(t, town(actions[1:]...)).Evaluate(b, strategy.Expected, strategy.Shapley)
	require.NoError(t, err)
	y, _ := e.Year(2030)
	assert.True(t, y.Total().CO2e.Equal(y.Reduction()))
	_, err = portfolio(t, town(actions...)).Evaluate(b, strategy.Expected, strategy.LogShare)
	require.NoError(t, err)
}

// What is withdrawn counts no more, and what the baseline does not reach is
// said.
func TestWithdrawnAndBeyond(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	gone := action("gone", "E", share(gas, "50%", 0))
	gone.Stage = strategy.Superseded
	late := must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare("10%"), 2035: ghg.MustShare("20%"),
		2040: ghg.MustShare("30%")}))
	unknown := must(strategy.NewReductions(strategy.Verified, ghg.Unstated, map[int]ghg.CO2e{2024: ghg.MustCO2e("1 tCO2e")}))
	d := town(gone, action("late", "E", strategy.Effect{On: gas, Cuts: late}),
		action("done", "E", strategy.Effect{On: gas, Reductions: unknown}))
	b := must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "1000"})))
	e, err := portfolio(t, d).Evaluate(b, strategy.Expected, strategy.Shapley)
	require.NoError(t, err)
	y, _ := e.Year(2030)
	assert.Equal(t, "100 tCO2e", y.Reduction().String())
	total := y.Total()
	assert.Equal(t, []int{1, 1, 1}, []int{total.Quantified, total.NotQuantified, total.Withdrawn})
	assert.Contains(t, total.Explain().String(), "1 actions; 1 not quantified, 1 withdrawn")
	assert.Equal(t, 1, e.Findings().Len())
	assert.Contains(t, e.Findings().String(), `action "late", I.1.1, beyond-baseline: it has figures from 2035 to 2040`)
	_, ok := e.Year(2035)
	assert.False(t, ok)
	assert.Equal(t, strategy.Expected, e.Kind())
	series, err := e.Yearly()
	require.NoError(t, err)
	f, ok := series.At(2030)
	assert.True(t, ok && f.CO2e.Equal(y.Emissions()) && f.Status == ghg.Projected, "%s", f.CO2e)
	_, err = strategy.Evaluation{}.Yearly()
	assert.ErrorContains(t, err, "no baseline given")
	assert.Equal(t, strategy.Shapley, e.Division())
	assert.Equal(t, "town", e.Portfolio().Name())
	assert.Equal(t, "business as usual", e.Baseline().Name())
	for range e.Years() {
		break
	}
	for range y.BySource() {
		break
	}
	var none strategy.Evaluation
	assert.Empty(t, slices.Collect(none.Years()))
	_, ok = none.Year(2030)
	assert.False(t, ok)
	assert.Equal(t, "no division", none.Division().String())
	assert.True(t, none.Division().IsZero())

	// A share has no amount without a baseline.
	_, err = portfolio(t, d).Total(strategy.Expected, 2030)
	var amount *strategy.NoBaselineError
	require.ErrorAs(t, err, &amount)
	assert.Equal(t, []string{"late"}, amount.Actions)
	assert.Contains(t, err.Error(), "evaluate the portfolio on one")
	plain, err := portfolio(t, d).Total(strategy.Verified, 2024)
	require.NoError(t, err)
	assert.Equal(t, 1, plain.Withdrawn)
	assert.NotContains(t, plain.Explain().String(), "gone")
}

func TestYearEffectGap(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	y := evaluate(t, town(action("a", "E", share(gas, "10%", 0)), action("b", "E", share(gas, "20%", 0))),
		baseline(map[strategy.EmissionSource]string{gas: "90000"}), strategy.Shapley)
	goal, err := target.New(townGoal(target.Definition{}))
	require.NoError(t, err)
	g, err := y.Gap(goal)
	require.NoError(t, err)
	assert.Equal(t, "20000 tCO2e", g.Need.String(), "90 kt less 70 % of 100 kt")
	assert.Equal(t, "-5200 tCO2e", g.CO2e.String())
	assert.True(t, g.IsClosed())
	cut, ok := g.Explain().Step("T")
	require.True(t, ok)
	assert.Equal(t, y.Total().Explain().ID(), cut.Values[0].From, "it leads to the total")
	other, err := target.New(townGoal(target.Definition{Place: "village"}))
	require.NoError(t, err)
	_, err = y.Gap(other)
	assert.Error(t, err)
}

// Whatever the numbers, no part is lost.
func FuzzEvaluate(f *testing.F) {
	f.Add("1000", "0.3", "200", "0.999999999999999999999999999999999999")
	f.Add("1e20", "1e-30", "1", "1")
	f.Add("0.000001", "-1", "0", "0.5")
	f.Fuzz(func(t *testing.T, emits, a, b, c string) {
		gas := on("I.1.1", "gas", "")
		e, err := ghg.ParseCO2e(emits + " tCO2e")
		x, err1 := ghg.ParseShare(a)
		y, err2 := ghg.ParseCO2e(b + " tCO2e")
		z, err3 := ghg.ParseShare(c)
		if err != nil || err1 != nil || err2 != nil || err3 != nil {
			t.Skip()
		}
		d := strategy.BaselineDefinition{Name: "b", Place: "town", View: town().View, Metric: ghg.Unstated,
			Sources: []strategy.SourceEmissions{{On: gas, ByYear: map[int]ghg.CO2e{2030: e}}}}
		cuts := func(s ghg.Share) strategy.Effect {
			return strategy.Effect{On: gas, Cuts: must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: s}))}
		}
		amount := strategy.Effect{On: gas, Interaction: strategy.Independent,
			Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: y}))}
		p := portfolio(t, town(action("x", "E", cuts(x)), action("y", "E", amount), action("z", "E", cuts(z))))
		for _, by := range allMethods {
			ev, err := p.Evaluate(must(strategy.NewBaseline(d)), strategy.Expected, by)
			if err != nil {
				continue
			}
			year, _ := ev.Year(2030)
			assert.True(t, year.Total().CO2e.Equal(year.Reduction()))
			if x.Fraction().Sign() >= 0 && y.Sign() >= 0 && z.Fraction().Sign() >= 0 {
				assert.True(t, year.Emissions().Tonnes().GreaterThan(decimal.New(-1, -12)), "never below zero but for rounding")
			}
		}
	})
}

// Without overlap, a plain sum and an evaluation are one number.
func TestTotalAgreesWithEvaluation(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewPCG(144, 233))
	for range 50 {
		sources := map[strategy.EmissionSource]string{on("II.1.1", "", ""): "50000"}
		var actions []strategy.Action
		for i := range 1 + r.IntN(8) {
			s := on("I.1.1", "", fmt.Sprint("use ", i))
			sources[s] = "90000"
			actions = append(actions, action(fmt.Sprint("a", i), []string{"E", "T"}[i%2],
				expected(s, fmt.Sprint(r.IntN(90000)-20000), strategy.Overlapping),
				expected(on("II.1.1", "", ""), fmt.Sprintf("%d.%d", r.IntN(6000)-500, 5*r.IntN(2)), strategy.Independent)))
		}
		p := portfolio(t, town(actions...))
		plain, err := p.Total(strategy.Expected, 2030)
		require.NoError(t, err)
		for _, by := range []strategy.Division{strategy.Shapley, strategy.InOrder()} {
			y := evaluate(t, town(actions...), baseline(sources), by)
			assert.True(t, plain.CO2e.Equal(y.Reduction()), "%s, not %s", y.Reduction(), plain.CO2e)
			assert.Zero(t, y.Overlap().Sign())
			total := y.Total()
			assert.Equal(t, fmt.Sprint(plain.ByArea()), fmt.Sprint(total.ByArea()))
			other := slices.Collect(total.ByAction())
			for i, a := range slices.Collect(plain.ByAction()) {
				assert.True(t, a.CO2e.Equal(other[i].CO2e), "%s %s: %s, not %s", by, a.Action.ID, other[i].CO2e, a.CO2e)
			}
		}
	}
}

// Work is bounded, and the limits are told.
func TestBounds(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	many := make([]strategy.Effect, 20_000)
	for i := range many {
		many[i] = share(gas, "0.01%", 0)
	}
	p := portfolio(t, town(action("a", "E", many...)))
	_, _, err := strategy.NewPortfolio(town(action("a", "E", many...), action("b", "E", many[0])))
	assert.ErrorContains(t, err, `effects "20001": at most 20000 are allowed`)
	_, err = p.Evaluate(must(strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "600"}))), strategy.Expected,
		strategy.Proportional)
	assert.ErrorContains(t, err, "20000 effects meet on GPC 1.1 I.1.1, gas: at most 2000 are allowed")

	d := baseline(nil)
	years := map[int]ghg.CO2e{}
	for y := range 51 {
		years[2000+y] = ghg.MustCO2e("600 tCO2e")
	}
	for i := range 100 {
		d.Sources = append(d.Sources, strategy.SourceEmissions{On: on("I.1.1", "", fmt.Sprint("use ", i)), ByYear: years})
	}
	var wide []strategy.Effect
	for range 1000 {
		wide = append(wide, share(on("I", "", ""), "0.01%", 0))
	}
	_, err = portfolio(t, town(action("a", "E", wide...))).Evaluate(must(strategy.NewBaseline(d)), strategy.Expected, strategy.Proportional)
	assert.ErrorContains(t, err, "5100000 parts")
}

// An explanation holds what a reader needs to do the sum again.
func TestExplainInputs(t *testing.T) {
	gas, oil := on("I.1.1", "gas", ""), on("I.1.1", "oil", "")
	d := town(action("a", "E", share(on("I", "", ""), "10%", strategy.Independent)), action("b", "E", expected(gas, "30", 0)),
		action("c", "E", expected(gas, "20", 0)))
	d.Groups = []strategy.Group{{Actions: []string{"b", "c"}, On: gas, Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}}
	y := evaluate(t, d, baseline(map[strategy.EmissionSource]string{gas: "100", oil: "50"}), strategy.InOrder())
	var texts []string
	for s := range y.BySource() {
		texts = append(texts, s.Explain().String())
	}
	for _, want := range []string{"1  0.1  1    0.1  1   a; climate plan, 2024", "2  30   100  0.3  2   b; climate plan, 2024",
		"2  1  1        20     6    10   group 1; study", "2  2  16.2       b; climate plan, 2024", "X = E - J = 100 - 37 = 63 tCO2e"} {
		assert.Contains(t, texts[0], want)
	}
	assert.Contains(t, texts[1], "X = E - J = 50 - 5 = 45 tCO2e")
}
