package scenario_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Two ways to run the buses exclude each other: one scenario takes one of them,
// and one the other.
func ExampleScenario_alternatives() {
	electric := action("electric buses", "T", amounts(road, "120", "260"))
	electric.Excludes = []string{"gas buses"}
	p, _, _ := strategy.NewPortfolio(plan(electric, action("gas buses", "T", amounts(road, "60", "90"))))
	set, err := scenario.New(scenario.Definition{Name: "fleet", Portfolio: p, Baseline: forecast("today", "1", "1"),
		Scenarios: []scenario.Scenario{
			{Name: "electric", Role: scenario.WithPlan, Enabled: []string{"electric buses"}},
			{Name: "gas", Role: scenario.WhatIf, Enabled: []string{"gas buses"}},
		}})
	if err != nil {
		fmt.Println(err)
		return
	}
	results, _ := set.Evaluate(strategy.Expected, strategy.Shapley)
	d, _ := results.Difference("electric", "gas")
	y, _ := d.Year(2035)
	fmt.Println(y.Year, y.Emissions)
	// Output: 2035 170000 tCO2e
}

// What a scenario does not take is off with all that relates to it; what it takes
// is checked as ever.
func TestRelationsToWhatIsOff(t *testing.T) {
	a := action("a", "T", amounts(road, "1", "2"))
	a.Excludes = []string{"gas"}
	gas := action("gas", "T", amounts(road, "1", "2"))
	gas.Excludes, gas.Requires = []string{"a"}, []string{"b"}
	old := action("old", "T", amounts(road, "1", "2"))
	old.Stage, old.Into = strategy.Merged, []string{"a"}
	b := action("b", "E", amounts(power, "1", "2"))
	b.Excludes = []string{"old"}
	p := portfolio(t, plan(a, gas, old, b))
	made := func(s scenario.Scenario) error {
		s.Name, s.Role = "x", scenario.WhatIf
		_, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: forecast("today", "100", "90"),
			Scenarios: []scenario.Scenario{s}})
		return err
	}
	for _, ids := range [][]string{{"a"}, {"b"}, {"a", "b"}, {"b", "gas"}, nil} {
		assert.NoError(t, made(scenario.Scenario{Enabled: ids}), "%v", ids)
	}
	assert.Equal(t, []string{scenario.FaultRequires}, codes(t, made(scenario.Scenario{Enabled: []string{"gas"}})))
	assert.Equal(t, []string{scenario.FaultExcludes, scenario.FaultExcludes},
		codes(t, made(scenario.Scenario{Enabled: []string{"a", "gas", "b"}})))

	// An action that replaces another relates to what is on and what is off alike.
	other := action("a", "T", amounts(road, "3", "4"))
	other.Excludes = []string{"b", "old"}
	replaced := scenario.Scenario{Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Replace(other)}}
	assert.NoError(t, made(replaced))
	replaced.Enabled = []string{"a", "b"}
	assert.Equal(t, []string{scenario.FaultExcludes}, codes(t, made(replaced)))
	other.Excludes = []string{"c"}
	replaced = scenario.Scenario{Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Replace(other)}}
	assert.ErrorContains(t, made(replaced), `scenario "x", action "a", excludes "c": no action has this ID`)
}

// A group of which a part is on: two effects of one action combine too, and
// independent effects are independent of one another.
func TestPartsOfGroups(t *testing.T) {
	d := plan(action("a", "T", amounts(road, "10", "20"), amounts(road, "30", "40")), action("b", "T", amounts(road, "50", "60")),
		action("c", "T", amounts(road, "70", "80")))
	cut := func(g strategy.Group, own []strategy.Group, ids ...string) (string, error) {
		d := d
		g.On, g.Source = road, "study"
		d.Groups = []strategy.Group{g}
		for i := range own {
			own[i].On, own[i].Source = road, "study"
		}
		set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: portfolio(t, d), Baseline: forecast("today", "1", "1"),
			Scenarios: []scenario.Scenario{{Name: "x", Role: scenario.WhatIf, Enabled: ids, Groups: own}}})
		if err != nil {
			return "", err
		}
		x, _ := must(set.Evaluate(strategy.Expected, strategy.Shapley)).Of("x")
		y, _ := x.Evaluation.Year(2030)
		return y.Reduction().In(ghg.Kilotonne).String(), nil
	}
	half := decimal.RequireFromString("0.5")
	one := strategy.Group{Actions: []string{"a"}, Interaction: strategy.Overlapping, Factor: half}
	added := strategy.Group{Actions: []string{"a", "b", "c"}, Interaction: strategy.Independent, Factor: decimal.New(1, 0)}
	assert.Equal(t, "20", must(cut(one, nil, "a")))
	assert.Equal(t, "90", must(cut(added, nil, "b", "a")))
	assert.Equal(t, "50", must(cut(added, nil, "b")))
	_, err := cut(added, []strategy.Group{{Actions: []string{"b", "c"}, Interaction: strategy.Overlapping, Factor: half}}, "b")
	assert.ErrorContains(t, err, "no action with an effect on this source", "a group of its own names what is off")
}

// Whatever subset of a plan is a scenario that keeps the relations, it evaluates
// as the part of the plan does.
func TestScenarioIsAPart(t *testing.T) {
	a, b, c := action("a", "T", amounts(road, "10", "20")), action("b", "E", amounts(power, "3", "4")),
		action("c", "T", amounts(road, "5", "6"))
	a.Excludes, b.Requires = []string{"c"}, []string{"c"}
	p := portfolio(t, plan(a, b, c))
	base := forecast("today", "100", "90")
	for set := range 8 {
		var ids []string
		for i, id := range []string{"a", "b", "c"} {
			if set&(1<<i) != 0 {
				ids = append(ids, id)
			}
		}
		stands := (!slices.Contains(ids, "a") || !slices.Contains(ids, "c")) && (!slices.Contains(ids, "b") || slices.Contains(ids, "c"))
		s, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: base,
			Scenarios: []scenario.Scenario{{Name: "x", Role: scenario.WhatIf, Enabled: ids}}})
		require.Equal(t, stands, err == nil, "%v: %v", ids, err)
		if !stands {
			continue
		}
		x, _ := must(s.Evaluate(strategy.Expected, strategy.Shapley)).Of("x")
		part, _, err := p.Only(ids...)
		require.NoError(t, err)
		want := must(part.Evaluate(base, strategy.Expected, strategy.Shapley))
		for y := range x.Evaluation.Years() {
			w, _ := want.Year(y.Year())
			assert.True(t, y.Reduction().Equal(w.Reduction()), "%v", ids)
		}
	}
}
