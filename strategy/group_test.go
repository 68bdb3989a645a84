package strategy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Bus lanes and a parking fee reinforce each other: a study found that they cut
// a quarter more together than the sum of both.
func ExampleGroup() {
	cars := on("II.1.1", "", "cars")
	d := town(
		action("bus-lanes", "T", expected(cars, "3000", strategy.Reinforcing)),
		action("parking-fee", "T", expected(cars, "1000", strategy.Reinforcing)),
		action("electric-cars", "T", share(cars, "50%", strategy.Overlapping)),
	)
	d.Groups = []strategy.Group{{
		Actions: []string{"bus-lanes", "parking-fee"}, On: cars,
		Interaction: strategy.Reinforcing, Factor: decimal.RequireFromString("1.25"), Source: "traffic study of 2024, table 7",
	}}
	plan, _, _ := strategy.NewPortfolio(d)
	base, _ := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{cars: "20000"}))
	e, err := plan.Evaluate(base, strategy.Expected, strategy.InOrder())
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := e.Year(2030)
	for a := range y.Total().ByAction() {
		fmt.Println(a.Action.ID, a.CO2e)
	}
	fmt.Println(y.Reduction())
	// Output:
	// bus-lanes 3750 tCO2e
	// parking-fee 1250 tCO2e
	// electric-cars 7500 tCO2e
	// 12500 tCO2e
}

// What a group counts has its factor in it, before and after it meets others: the overlap
// is that between the group and the rest. 1000 t: (30% + 20%) × 0.8 = 40%, and 10% more is
// 50%; together they leave 0.6 × 0.9.
func TestAloneHasTheFactorOfAGroup(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	for name, c := range map[string]struct {
		group                     strategy.Group
		reduction, alone, overlap string
	}{
		"factor":  {strategy.Group{Interaction: strategy.Overlapping, Factor: decimal.New(8, -1)}, "460", "500", "40"},
		"largest": {strategy.Group{Interaction: strategy.Overlapping, LargestOnly: true}, "370", "400", "30"},
	} {
		t.Run(name, func(t *testing.T) {
			d := town(action("a", "E", share(gas, "30%", 0)), action("b", "E", share(gas, "20%", 0)),
				action("c", "E", share(gas, "10%", strategy.Overlapping)))
			c.group.Actions, c.group.On, c.group.Source = []string{"a", "b"}, gas, "study"
			d.Groups = []strategy.Group{c.group}
			plan, _, err := strategy.NewPortfolio(d)
			require.NoError(t, err)
			base, err := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "1000"}))
			require.NoError(t, err)
			e, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
			require.NoError(t, err)
			y, ok := e.Year(2030)
			require.True(t, ok)
			assert.Equal(t, c.reduction+" tCO2e", y.Reduction().String())
			assert.Equal(t, c.alone+" tCO2e", y.Alone().String())
			assert.Equal(t, c.overlap+" tCO2e", y.Overlap().String())
			for s := range y.BySource() {
				assert.Equal(t, c.alone+" tCO2e", s.Alone.String())
			}
		})
	}
}

func TestGroups(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	plan := func(g strategy.Group, effects ...strategy.Effect) strategy.PortfolioDefinition {
		var actions []strategy.Action
		for i, e := range effects {
			actions = append(actions, action(string(rune('a'+i)), "E", e))
		}
		d := town(actions...)
		g.Source, g.On = "study", gas
		d.Groups = []strategy.Group{g}
		return d
	}
	d := func(s string) decimal.Decimal { return decimal.RequireFromString(s) }
	base := baseline(map[strategy.EmissionSource]string{gas: "1000"})
	amount := func(s string) strategy.Effect { return expected(gas, s, 0) }
	for name, c := range map[string]struct {
		d    strategy.PortfolioDefinition
		want string
		by   []string
	}{
		"overlap": {plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.Overlapping, Factor: d("0.75")},
			amount("300"), amount("100")), "300", []string{"225", "75"}},
		"independent": {plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.Independent, Factor: d("1")},
			amount("300"), amount("100")), "400", []string{"300", "100"}},
		"both": {plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.OverlappingAndReinforcing,
			Factor: d("1.1")}, amount("300"), share(gas, "10%", 0)), "440", []string{"330", "110"}},
		"largest": {plan(strategy.Group{Actions: []string{"b", "a"}, Interaction: strategy.Overlapping, LargestOnly: true},
			amount("300"), amount("100")), "300", []string{"225", "75"}},
		"largest of 0": {plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.Overlapping, LargestOnly: true},
			amount("0"), amount("0")), "0", []string{"0", "0"}},
		"beside others": {plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.Reinforcing, Factor: d("1.25")},
			amount("300"), amount("100"), share(gas, "0.5", 0)), "750", []string{"281.25", "93.75", "375"}},
		"ten times": {plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.Reinforcing,
			Factor: decimal.New(1, 1)}, amount("30"), amount("10")), "400", []string{"300", "100"}},
	} {
		t.Run(name, func(t *testing.T) {
			y := evaluate(t, c.d, base, strategy.Shapley)
			assert.True(t, y.Reduction().Tonnes().Equal(d(c.want)), "%s", y.Reduction())
			i := 0
			for a := range y.Total().ByAction() {
				assert.True(t, a.CO2e.Tonnes().Equal(d(c.by[i])), "%s %s", a.Action.ID, a.CO2e)
				i++
			}
		})
	}
	b := must(strategy.NewBaseline(base))
	p := portfolio(t, plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.Reinforcing, Factor: d("3")},
		amount("300"), amount("100")))
	_, err := p.Evaluate(b, strategy.Expected, strategy.Shapley)
	var below *strategy.BelowZeroError
	require.ErrorAs(t, err, &below)
	assert.Equal(t, []string{"a", "b"}, below.Actions)
	p = portfolio(t, plan(strategy.Group{Actions: []string{"a", "b"}, Interaction: strategy.Reinforcing, Factor: d("3")},
		amount("30"), amount("-10")))
	_, err = p.Evaluate(b, strategy.Expected, strategy.Shapley)
	assert.ErrorContains(t, err, `action "b" adds emissions`)
	for _, i := range []strategy.Interaction{strategy.Reinforcing, strategy.OverlappingAndReinforcing} {
		lone := action("a", "E", expected(gas, "30", i))
		assert.Equal(t, "30 tCO2e", evaluate(t, town(lone), base, strategy.Shapley).Reduction().String(), "nothing to reinforce")
		_, err = portfolio(t, town(lone, action("b", "E", amount("10")))).Evaluate(b, strategy.Expected, strategy.Shapley)
		assert.ErrorContains(t, err, "state how in a strategy.Group")
	}
}

func TestGroupFaults(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	half := decimal.RequireFromString("0.5")
	good := strategy.Group{Actions: []string{"a", "b"}, On: gas, Interaction: strategy.Overlapping, Factor: half, Source: "study"}
	for name, change := range map[string]func(g *strategy.Group){
		"one action":         func(g *strategy.Group) { g.Actions = g.Actions[:1] },
		"no source":          func(g *strategy.Group) { g.Source = "" },
		"factor and largest": func(g *strategy.Group) { g.LargestOnly = true },
		"largest reinforces": func(g *strategy.Group) {
			g.LargestOnly, g.Factor, g.Interaction = true, decimal.Decimal{}, strategy.Reinforcing
		},
		"no factor":         func(g *strategy.Group) { g.Factor = decimal.Decimal{} },
		"negative":          func(g *strategy.Group) { g.Factor = half.Neg() },
		"huge":              func(g *strategy.Group) { g.Factor = decimal.New(1, 1_000_000) },
		"reinforcing 0.5":   func(g *strategy.Group) { g.Interaction = strategy.Reinforcing },
		"independent 0.5":   func(g *strategy.Group) { g.Interaction = strategy.Independent },
		"overlapping 1":     func(g *strategy.Group) { g.Factor = decimal.New(1, 0) },
		"unstated":          func(g *strategy.Group) { g.Interaction = strategy.InteractionUnstated },
		"unknown action":    func(g *strategy.Group) { g.Actions = []string{"a", "x"} },
		"twice":             func(g *strategy.Group) { g.Actions = []string{"a", "a"} },
		"another source":    func(g *strategy.Group) { g.On = on("I.1.1", "", "") },
		"withdrawn action":  func(g *strategy.Group) { g.Actions = []string{"a", "w"} },
		"in another group":  func(g *strategy.Group) { g.Actions = []string{"a", "c"} },
		"action not on it":  func(g *strategy.Group) { g.Actions = []string{"a", "o"} },
		"unknown interplay": func(g *strategy.Group) { g.Interaction = 9 },
	} {
		t.Run(name, func(t *testing.T) {
			gone := action("w", "E", expected(gas, "1", 0))
			gone.Stage = strategy.Cancelled
			d := town(action("a", "E", expected(gas, "1", 0)), action("b", "E", expected(gas, "1", 0)), action("c", "E", expected(gas, "1", 0)),
				action("e", "E", expected(gas, "1", 0)), action("o", "E", expected(on("I.2.1", "", ""), "1", 0)), gone)
			g := good
			change(&g)
			d.Groups = []strategy.Group{{Actions: []string{"c", "e"}, On: gas, Interaction: strategy.Overlapping, Factor: half, Source: "study"}, g}
			_, _, err := strategy.NewPortfolio(d)
			var faults ghg.Faults
			require.ErrorAs(t, err, &faults)
			var f ghg.Fault
			require.True(t, errors.As(err, &f))
			assert.Equal(t, strategy.FaultGroup, f.Code)
			if name == "in another group" {
				assert.Contains(t, f.Detail, "its effect is in group 1 already")
			}
			d.Groups[1] = good
			_, _, err = strategy.NewPortfolio(d)
			require.NoError(t, err)
		})
	}
	d := town(action("a", "E"))
	d.Groups = make([]strategy.Group, strategy.MaxActions+1)
	_, _, err := strategy.NewPortfolio(d)
	assert.ErrorContains(t, err, "at most 10000")
}

// One action may hold all effects of a group, as it does when it took the
// others up; a group of one effect is none, and what is withdrawn is in none.
func TestGroupOfOneAction(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	a, b := action("a", "E", expected(gas, "300", 0)), action("b", "E", expected(on("I.1.1", "Gas ", ""), "100", 0))
	g := strategy.Group{Actions: []string{"a", "b"}, On: gas, Interaction: strategy.Overlapping,
		Factor: decimal.RequireFromString("0.75"), Source: "study"}
	base := baseline(map[strategy.EmissionSource]string{gas: "1000"})
	d := town(a, b)
	d.Groups = []strategy.Group{g}
	y := evaluate(t, d, base, strategy.Shapley)
	assert.Equal(t, "300 tCO2e", y.Reduction().String())
	for s := range y.BySource() {
		assert.Contains(t, s.Explain().String(), "group 1; study")
	}

	merged, err := strategy.Merge(d.Actions, []string{"a", "b"}, action("ab", "E"))
	require.NoError(t, err)
	d.Actions = merged
	_, _, err = strategy.NewPortfolio(d)
	assert.ErrorContains(t, err, "the action is merged: state how the effects combine that are left, or name the action that took them up")
	d.Groups[0].Actions = []string{"ab"}
	assert.Equal(t, "300 tCO2e", evaluate(t, d, base, strategy.Shapley).Reduction().String())

	d = town(a)
	d.Groups = []strategy.Group{{Actions: []string{"a"}, On: gas, Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}}
	_, _, err = strategy.NewPortfolio(d)
	assert.ErrorContains(t, err, "two effects at least are needed")
	d.Groups[0].Actions = nil
	_, _, err = strategy.NewPortfolio(d)
	assert.ErrorContains(t, err, "name the actions")
}

// Where one effect of a group alone cuts, there is nothing to combine.
func TestGroupOfOneYear(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	late := strategy.Effect{On: gas, Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated,
		map[int]ghg.CO2e{2035: ghg.MustCO2e("100 tCO2e")}))}
	for name, second := range map[string]strategy.Effect{"unknown": late, "nothing": expected(gas, "0", 0)} {
		d := town(action("a", "E", expected(gas, "300", 0)), action("b", "E", second))
		d.Groups = []strategy.Group{{Actions: []string{"a", "b"}, On: gas, Interaction: strategy.Overlapping,
			Factor: decimal.RequireFromString("0.75"), Source: "study"}}
		y := evaluate(t, d, baseline(map[strategy.EmissionSource]string{gas: "1000"}), strategy.Shapley)
		assert.Equal(t, "300 tCO2e", y.Reduction().String(), name)
	}
}
