package selection_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func source(code, fuel string) strategy.EmissionSource {
	return strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, Fuel: fuel}
}

// gas is what the homes of the town burn.
var gas = source("I.1.1", "gas")

// forecast is what the town would emit.
func forecast(sources ...strategy.SourceEmissions) strategy.Baseline {
	return must(strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "Forecast", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Sources: sources, Source: "climate plan, 2024",
	}))
}

// emits are emissions in the years from 2030 on.
func emits(on strategy.EmissionSource, n ...int64) strategy.SourceEmissions {
	byYear := map[int]ghg.CO2e{}
	for i, x := range n {
		byYear[2030+i] = tonnes(x)
	}
	return strategy.SourceEmissions{On: on, ByYear: byYear}
}

// measure is an action with effects, for 10 bn won.
func measure(id string, effects ...strategy.Effect) strategy.Action {
	return strategy.Action{ID: id, Name: id, Area: "E", Source: "climate plan, 2024", Effects: effects,
		Budget: []strategy.BudgetLine{line(2027, strategy.MunicipalFunds, "10 bn KRW")}}
}

func overlapping(on strategy.EmissionSource, n ...int64) strategy.Effect {
	return strategy.Effect{On: on, Interaction: strategy.Overlapping, Reductions: cuts(n...)}
}

func sharing(on strategy.EmissionSource, share string) strategy.Effect {
	return strategy.Effect{On: on, Interaction: strategy.Overlapping,
		Cuts: must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare(share)}))}
}

// Insulation and boilers act on the gas of the same homes; together they cut
// less than the sum, so that the best choice is one of them with the buses.
func ExampleFromBaseline() {
	diesel := source("II.1.1", "diesel")
	p := plan(
		measure("insulation", overlapping(gas, 40_000)),
		measure("boilers", sharing(gas, "35%")),
		measure("electric buses", overlapping(diesel, 24_000)),
		measure("green roofs", overlapping(source("I.2.1", "gas"), 900)),
	)
	b := forecast(emits(gas, 100_000), emits(diesel, 60_000))
	candidates, shared, left, err := selection.FromBaseline(p, b, strategy.Expected, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range shared {
		fmt.Println(s.On, s.Emissions[2030])
		for _, c := range s.Cuts {
			fmt.Println(" ", c.Candidate, c.ByYear[2030])
		}
	}
	fmt.Println(left)
	r, err := problem(selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Candidates: candidates, Shared: shared}).
		MostTonnes(money("20 bn KRW"), 0, 2030)
	fmt.Println(r, err)
	// Output:
	// GPC 1.1 I.1.1, gas 100000 tCO2e (AR5)
	//   insulation 40%
	//   boilers 35%
	// [green roofs: action "green roofs" acts on GPC 1.1 I.2.1, gas, and the baseline has no emissions of it]
	// most tonnes: insulation, electric buses: 64000 tCO2e (AR5) for 20000000000 KRW (nominal) <nil>
}

// Heat pumps burn no gas and draw electricity. Appliances cut 6000 t of the electricity of
// today, less than buses do, and 7200 t where the pumps draw theirs too.
func ExampleFromBaseline_electrification() {
	power, diesel := source("I.1.2", "electricity"), source("II.1.1", "diesel")
	adds := strategy.Effect{On: power, Interaction: strategy.Overlapping, Reductions: cuts(-12_000)}
	p := plan(
		measure("insulation", sharing(gas, "30%")),
		measure("heat pumps", sharing(gas, "40%"), adds),
		measure("efficient appliances", sharing(power, "10%")),
		measure("electric buses", overlapping(diesel, 7_000)),
	)
	b := forecast(emits(gas, 100_000), emits(power, 60_000), emits(diesel, 20_000))
	candidates, shared, left, err := selection.FromBaseline(p, b, strategy.Expected, 2030)
	if err != nil || len(left) > 0 {
		fmt.Println(left, err)
		return
	}
	for _, c := range shared[1].Cuts {
		fmt.Println(shared[1].On, c.Candidate, c.ByYear[2030])
	}
	plan := problem(selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Candidates: candidates, Shared: shared})
	for _, budget := range []string{"10 bn KRW", "30 bn KRW"} {
		r, err := plan.MostTonnes(money(budget), 0, 2030)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(r)
	}
	// Output:
	// GPC 1.1 I.1.2, electricity heat pumps -20%
	// GPC 1.1 I.1.2, electricity efficient appliances 10%
	// most tonnes: insulation: 30000 tCO2e (AR5) for 10000000000 KRW (nominal)
	// most tonnes: insulation, heat pumps, efficient appliances: 53200 tCO2e (AR5) for 30000000000 KRW (nominal)
}

// What a choice cuts is what the portfolio of just these actions cuts.
func TestFromBaselineIsEvaluate(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	sources := []strategy.EmissionSource{gas, source("I.1.1", "oil"), source("I.2.1", "gas"), source("II.1.1", "diesel")}
	charging := source("II.1.2", "electricity")
	wider := []strategy.EmissionSource{source("I.1.1", ""), source("I", ""), source("I", "gas")}
	compared, sharedSeen, leftSeen, additions := 0, 0, 0, 0
	for round := range 150 {
		var rows []strategy.SourceEmissions
		for _, on := range sources {
			rows = append(rows, emits(on, 1000+r.Int63n(9000), 1000+r.Int63n(9000)))
		}
		rows = append(rows, emits(charging, 0, r.Int63n(2)*9000)) // nothing at first
		b := forecast(rows...)
		var actions []strategy.Action
		for i := range 2 + r.Intn(6) {
			var effects []strategy.Effect
			for range 1 + r.Intn(3) {
				x := strategy.Effect{On: sources[r.Intn(len(sources))], Interaction: strategy.Overlapping}
				if r.Intn(4) == 0 {
					x.On = wider[r.Intn(len(wider))]
				}
				switch n := r.Intn(24); {
				case n < 4:
					x.Interaction = strategy.Independent
				case n == 4:
					x.Interaction = strategy.Reinforcing
				}
				switch r.Intn(5) {
				case 0:
					x.Reductions = cuts(-r.Int63n(700), 20-r.Int63n(700))
				case 1, 2:
					x.Reductions = cuts(r.Int63n(700)-20, r.Int63n(700))
				default:
					x.Cuts = must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{
						2030: must(ghg.NewShare(decimal.New(r.Int63n(500), -3))), 2031: must(ghg.NewShare(decimal.New(r.Int63n(500), -3)))}))
				}
				effects = append(effects, x)
			}
			if r.Intn(4) == 0 {
				effects = append(effects, strategy.Effect{On: charging, Interaction: strategy.Overlapping,
					Reductions: cuts(-r.Int63n(500), -r.Int63n(500))})
			}
			actions = append(actions, measure(fmt.Sprint("a", i), effects...))
		}
		candidates, shared, left, err := selection.FromBaseline(plan(actions...), b, strategy.Expected, 2031, 2030)
		require.NoError(t, err)
		require.Len(t, actions, len(candidates)+len(left))
		sharedSeen, leftSeen = sharedSeen+len(shared), leftSeen+len(left)
		if len(candidates) == 0 {
			continue
		}
		for n := range 4 {
			d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Shared: shared}
			var some []strategy.Action
			for _, c := range candidates {
				c.Choice = selection.MustHave
				if n > 0 && r.Intn(2) == 0 {
					c.Choice = selection.Barred
				} else {
					for _, a := range actions {
						if a.ID == c.ID {
							some = append(some, a)
						}
					}
				}
				d.Candidates = append(d.Candidates, c)
			}
			got, err := must(selection.New(d)).MostTonnes(money("100 bn KRW"), 0, 2030, 2031)
			require.NoError(t, err)
			e, err := plan(some...).Evaluate(b, strategy.Expected, strategy.Shapley)
			require.NoError(t, err, "round %d", round)
			for year, x := range got.Reductions.All() {
				y, _ := e.Year(year)
				// 4 sources of less than 10 000 t, at most 7 candidates on each
				off := x.Tonnes().Sub(y.Reduction().Tonnes()).Abs()
				if y.Reduction().Sign() < 0 {
					additions++
				}
				require.True(t, off.LessThan(decimal.New(4*7*10_000/2, -selection.CutPlaces)), "round %d: %s, %s", round, x, y.Reduction())
				compared++
			}
		}
	}
	assert.Greater(t, compared, 500)
	assert.Greater(t, sharedSeen, 100)
	assert.Greater(t, leftSeen, 50)
	assert.Greater(t, additions, 10)
}

// No set of actions that cut here and add there cuts more, as Evaluate has it, than the one
// chosen.
func TestElectrificationAgainstEvaluate(t *testing.T) {
	power, diesel := source("I.1.2", "electricity"), source("II.1.1", "diesel")
	b := forecast(emits(gas, 10_000), emits(power, 6_000), emits(diesel, 4_000))
	meet := 0
	for seed := range int64(25) {
		r := rand.New(rand.NewSource(seed))
		var actions []strategy.Action
		for i := range 6 {
			a := measure(fmt.Sprint("a", i), overlapping([]strategy.EmissionSource{gas, diesel}[r.Intn(2)], 100+r.Int63n(3000)))
			if r.Intn(3) > 0 {
				a.Effects = append(a.Effects, overlapping(power, -r.Int63n(2500)))
			} else {
				a.Effects = append(a.Effects, sharing(power, fmt.Sprint(1+r.Int63n(40), "%")))
			}
			a.Budget = []strategy.BudgetLine{{Year: 2027, Funds: strategy.MunicipalFunds, Money: won(1 + r.Int63n(20))}}
			actions = append(actions, a)
		}
		candidates, shared, left, err := selection.FromBaseline(plan(actions...), b, strategy.Expected, 2030)
		require.NoError(t, err)
		require.Empty(t, left)
		got, err := problem(selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Candidates: candidates, Shared: shared}).
			MostTonnes(won(30), 0, 2030)
		require.NoError(t, err)
		require.True(t, got.IsExact)
		most, best := decimal.Decimal{}, 0
		for set := range 1 << len(actions) {
			var some []strategy.Action
			cost := int64(0)
			for i, a := range actions {
				if set>>i&1 == 1 {
					some, cost = append(some, a), cost+a.Budget[0].Money.Amount().IntPart()
				}
			}
			if cost > 30 || len(some) == 0 {
				continue
			}
			e, err := plan(some...).Evaluate(b, strategy.Expected, strategy.Shapley)
			require.NoError(t, err)
			y, _ := e.Year(2030)
			if cut := y.Reduction().Tonnes(); cut.GreaterThan(most) {
				most, best = cut, set
			}
		}
		near := decimal.New(3*6*20_000/2, -selection.CutPlaces)
		require.True(t, got.CO2e.Tonnes().Sub(most).Abs().LessThan(near), "seed %d: %s, and %s can be cut", seed, got.CO2e, most)
		adds, cutsIt := false, false
		for i, a := range actions {
			if on := a.Effects[1]; best>>i&1 == 1 {
				adds, cutsIt = adds || on.Cuts.IsZero(), cutsIt || !on.Cuts.IsZero()
			}
		}
		if adds && cutsIt {
			meet++
		}
	}
	assert.Greater(t, meet, 10)
}

// What adds up stays as exact as it is given.
func TestFromBaselineExact(t *testing.T) {
	oil := source("I.1.1", "oil")
	homes := measure("homes", overlapping(source("I.1.1", ""), 1000)) // of 3 and 4: in sevenths
	got, shared, left, err := selection.FromBaseline(plan(homes), forecast(emits(gas, 3000), emits(oil, 4000)), strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Empty(t, shared)
	assert.Empty(t, left)
	x, _ := got[0].Reductions.At(2030)
	assert.True(t, x.Equal(tonnes(1000)), x.String())

	// On gas it meets another: its share of 1/7 is there, the rest of it adds up.
	got, shared, _, err = selection.FromBaseline(plan(homes, measure("pumps", sharing(gas, "50%"))),
		forecast(emits(gas, 3000), emits(oil, 4000)), strategy.Expected, 2030)
	require.NoError(t, err)
	require.Len(t, shared, 1)
	assert.Equal(t, "0.142857143", shared[0].Cuts[0].ByYear[2030].Fraction().String())
	x, _ = got[0].Reductions.At(2030)
	assert.Equal(t, "571.428571428571", x.Tonnes().String())
	assert.True(t, got[1].Reductions.IsZero())

	// Two effects of one action on a source that is its own: 1 − 0.5 × 0.8.
	got, shared, _, err = selection.FromBaseline(plan(measure("one", sharing(gas, "50%"), overlapping(gas, 600))),
		forecast(emits(gas, 3000)), strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Empty(t, shared)
	x, _ = got[0].Reductions.At(2030)
	assert.True(t, x.Equal(tonnes(1800)), x.String())
}

func TestFromBaselineLeavesOut(t *testing.T) {
	oil, none, sink := source("I.1.1", "oil"), source("I.2.1", "gas"), source("I.2.1", "wood")
	b := forecast(emits(gas, 1000), emits(oil, 500), emits(none, 0), emits(sink, -5))
	of := func(x strategy.Effect, i strategy.Interaction) strategy.Effect { x.Interaction = i; return x }
	free := func(n int64) strategy.Effect { return of(overlapping(gas, n), strategy.Independent) }
	later := func(a strategy.Action) strategy.Action { a.Requires = []string{"a"}; return a }
	var many []strategy.Effect
	for range 41 {
		many = append(many, overlapping(gas, 1))
	}
	a := measure("a", overlapping(gas, 100))
	for want, actions := range map[string][]strategy.Action{
		`acts on GPC`: {measure("a", overlapping(source("II.1.1", "diesel"), 1))},
		"split that source": {measure("a",
			overlapping(strategy.EmissionSource{Category: gas.Category, Fuel: "gas", EndUse: "cooking"}, 1))},
		"emits nothing in 2030":        {measure("a", overlapping(none, 1))},
		"emits less than 0 in 2030":    {measure("a", overlapping(sink, 1), overlapping(none, 1))},
		"more of GPC":                  {measure("a", overlapping(gas, 1001))},
		"no expected reductions":       {measure("a")},
		"more than 40 of its effects":  {measure("a", many...)},
		"is reinforcing, and others":   {measure("a", of(overlapping(gas, 1), strategy.Reinforcing)), measure("b", overlapping(gas, 1))},
		"independent of another":       {measure("a", free(1)), measure("c", free(1)), measure("b", overlapping(gas, 1))},
		"it and effects independent":   {measure("a", free(600)), measure("c", free(600)), measure("b", overlapping(oil, 1))},
		"it acts on GPC 1.1 I.2.1, wo": {measure("a", overlapping(gas, 1), overlapping(sink, 0)), measure("b", overlapping(gas, 1))},
	} {
		got, shared, left, err := selection.FromBaseline(plan(append(actions, later(measure("d", overlapping(oil, 1))))...), b,
			strategy.Expected, 2030)
		require.NoError(t, err, want)
		assert.Empty(t, shared, want)
		require.NotEmpty(t, left, want)
		assert.Equal(t, "a", left[0].ID)
		assert.Contains(t, left[0].Why, want)
		assert.Equal(t, `d: it requires "a", which is left out`, left[len(left)-1].String())
		assert.Len(t, got, len(actions)+1-len(left), want)
	}
	// One candidate with independent effects meets the others as one.
	one := plan(a, measure("b", free(200), free(300)))
	got, shared, left, err := selection.FromBaseline(one, b, strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Empty(t, left)
	assert.Len(t, got, 2)
	assert.Equal(t, "50%", shared[0].Cuts[1].ByYear[2030].String())

	d := plan(a, measure("b", overlapping(gas, 100)), measure("c", overlapping(gas, 100))).Definition()
	d.Groups = []strategy.Group{{Actions: []string{"a", "b"}, On: gas, Interaction: strategy.Overlapping, LargestOnly: true,
		Source: "heat study, 2023"}}
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	got, shared, left, err = selection.FromBaseline(p, b, strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Empty(t, shared)
	assert.Len(t, got, 1)
	require.Len(t, left, 2)
	assert.Contains(t, left[1].Why, "stated (heat study, 2023)")
}

func TestFromBaselineRefuses(t *testing.T) {
	b, p := forecast(emits(gas, 1000)), plan(measure("a", overlapping(gas, 1)))
	refused := func(p strategy.Portfolio, b strategy.Baseline, k strategy.Kind, years ...int) error {
		_, _, _, err := selection.FromBaseline(p, b, k, years...)
		require.Error(t, err)
		return err
	}
	assert.ErrorContains(t, refused(p, b, strategy.Expected), `years "0"`)
	assert.ErrorContains(t, refused(p, b, strategy.Expected, 2031), `baseline "Forecast": no figure for 2031 (there are figures for 2030)`)
	assert.ErrorIs(t, refused(p, b, 0, 2030), strategy.ErrNoKind)
	assert.ErrorContains(t, refused(p, strategy.Baseline{}, strategy.Expected, 2030), "no baseline given")
	assert.ErrorIs(t, refused(strategy.Portfolio{}, b, strategy.Expected, 2030), strategy.ErrNoPortfolio)
	elsewhere := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "f", Place: "city", View: gpc.Basic, Metric: ghg.AR5,
		Sources: []strategy.SourceEmissions{emits(gas, 1)}}))
	var basis *ghg.MismatchError
	assert.ErrorAs(t, refused(p, elsewhere, strategy.Expected, 2030), &basis)

	great := func(n int64) ghg.CO2e { return must(ghg.NewCO2e(decimal.New(n, 29), ghg.Tonne, ghg.AR5)) }
	wide := measure("a", strategy.Effect{On: source("I.1.1", ""), Interaction: strategy.Overlapping,
		Reductions: must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: great(1)}))})
	b = forecast(strategy.SourceEmissions{On: gas, ByYear: map[int]ghg.CO2e{2030: great(3)}},
		strategy.SourceEmissions{On: source("I.1.1", "oil"), ByYear: map[int]ghg.CO2e{2030: great(4)}})
	var bounds *exact.BoundsError
	assert.ErrorAs(t, refused(plan(wide, measure("b", sharing(gas, "50%"))), b, strategy.Expected, 2030), &bounds)
}

// What just reaches a bound stands; what adds emissions stands where it is alone
// or all are independent.
func TestFromBaselineBounds(t *testing.T) {
	free := func(n int64) strategy.Effect {
		return strategy.Effect{On: gas, Interaction: strategy.Independent, Reductions: cuts(n)}
	}
	var forty []strategy.Effect
	for range 40 {
		forty = append(forty, overlapping(gas, 1))
	}
	b := forecast(emits(gas, 1000))
	both := strategy.Effect{On: gas, Interaction: strategy.OverlappingAndReinforcing, Reductions: cuts(7)}
	for name, x := range map[string]struct {
		actions    []strategy.Action
		candidates []string
		shared     int
	}{
		"all of it": {[]strategy.Action{measure("a", overlapping(gas, 1000)), measure("b", overlapping(gas, 1))}, []string{"a", "b"},
			1},
		"all of it, added": {[]strategy.Action{measure("a", free(600)), measure("b", free(400))}, []string{"a", "b"}, 0},
		"more, less one":   {[]strategy.Action{measure("a", free(600)), measure("b", free(500)), measure("c", free(-200))}, []string{"c"}, 0},
		"not more, with less": {[]strategy.Action{measure("a", free(600)), measure("b", free(400)), measure("c", free(-200))},
			[]string{"a", "b", "c"}, 0},
		"forty effects": {[]strategy.Action{measure("a", forty...)}, []string{"a"}, 0},
		"adds, alone":   {[]strategy.Action{measure("a", overlapping(gas, -100), overlapping(gas, -50))}, []string{"a"}, 0},
		"reinforcing, alone": {[]strategy.Action{measure("a",
			strategy.Effect{On: gas, Interaction: strategy.Reinforcing, Reductions: cuts(7)})}, []string{"a"}, 0},
		"reinforces itself": {[]strategy.Action{measure("a", both, overlapping(gas, 1))}, nil, 0},
		"adds, beside another": {[]strategy.Action{measure("a", free(100), free(-200)), measure("b", overlapping(gas, 5))},
			[]string{"a", "b"}, 1},
	} {
		got, shared, left, err := selection.FromBaseline(plan(x.actions...), b, strategy.Expected, 2030)
		require.NoError(t, err, name)
		var ids []string
		for _, c := range got {
			ids = append(ids, c.ID)
		}
		assert.Equal(t, x.candidates, ids, "%s: %v", name, left)
		assert.Len(t, shared, x.shared, name)
	}

	// A third on each of three sources is the whole.
	var thirds []strategy.SourceEmissions
	for _, fuel := range []string{"gas", "oil", "wood"} {
		thirds = append(thirds, emits(source("I.1.1", fuel), 3000))
	}
	got, _, _, err := selection.FromBaseline(plan(measure("a", overlapping(source("I.1.1", ""), 1000))), forecast(thirds...),
		strategy.Expected, 2030)
	require.NoError(t, err)
	x, _ := got[0].Reductions.At(2030)
	assert.True(t, x.Equal(tonnes(1000)), x.String())

	// The first reason stands.
	_, _, left, err := selection.FromBaseline(plan(measure("a", overlapping(gas, 1001, 1002))), forecast(emits(gas, 1000, 1000)),
		strategy.Expected, 2031, 2030)
	require.NoError(t, err)
	assert.Equal(t, "a: it cuts more of GPC 1.1 I.1.1, gas than that emits in 2030", left[0].String())
}
