package scenario_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func portfolio(t *testing.T, d strategy.PortfolioDefinition) strategy.Portfolio {
	t.Helper()
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	return p
}

// codes are those of the faults in an error.
func codes(t *testing.T, err error) (out []string) {
	t.Helper()
	var f ghg.Faults
	require.ErrorAs(t, err, &f)
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

func TestNewRefuses(t *testing.T) {
	gone := action("gone", "T", amounts(road, "1", "2"))
	gone.Stage = strategy.Merged
	p := portfolio(t, plan(action("a", "T", amounts(road, "1", "2")), action("b", "E", amounts(power, "3", "4")), gone, action("words", "E")))
	b := forecast("today", "100", "90")
	good := scenario.Definition{Name: "set", Portfolio: p, Baseline: b, Scenarios: []scenario.Scenario{
		{Name: "plan", Role: scenario.WithPlan, Enabled: []string{"a"}},
	}}
	_, err := scenario.New(good)
	require.NoError(t, err)

	full := good
	full.Scenarios = nil
	for i := range 100 {
		full.Scenarios = append(full.Scenarios, scenario.Scenario{Name: fmt.Sprint(i), Role: scenario.WhatIf})
	}
	set, err := scenario.New(full)
	require.NoError(t, err)
	assert.Equal(t, 100, set.Len())

	for want, change := range map[string]func(*scenario.Definition){
		`scenario set "", name: a name is needed`:            func(d *scenario.Definition) { d.Name = "" },
		`scenario set "set", scenarios "0": 1 to 100 are`:    func(d *scenario.Definition) { d.Scenarios = nil },
		`scenario set "set", scenarios "101": 1 to 100 are`:  func(d *scenario.Definition) { d.Scenarios = make([]scenario.Scenario, 101) },
		`scenario set "set", portfolio: one is needed: make`: func(d *scenario.Definition) { d.Portfolio = strategy.Portfolio{} },
		`scenario set "set", baseline: one is needed: make`:  func(d *scenario.Definition) { d.Baseline = strategy.Baseline{} },
	} {
		d := good
		change(&d)
		_, err := scenario.New(d)
		require.ErrorContains(t, err, want)
		assert.Equal(t, []string{ghg.FaultDefinition}, codes(t, err), want)
	}
	_, err = scenario.New(scenario.Definition{})
	assert.Len(t, codes(t, err), 4, "all at once")

	short := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "short", Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: power, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}}}}))
	half := decimal.RequireFromString("0.5")
	x := func(role scenario.Role, enabled ...string) scenario.Scenario {
		return scenario.Scenario{Name: "x", Role: role, Enabled: enabled}
	}
	overridden := func(o scenario.Override, enabled ...string) scenario.Scenario {
		return scenario.Scenario{Name: "x", Role: scenario.WhatIf, Enabled: enabled, Overrides: []scenario.Override{o}}
	}
	for name, c := range map[string]struct {
		s          scenario.Scenario
		code, text string
	}{
		"no role":      {x(0), scenario.FaultScenario, `scenario "x", role "no role": allowed are without measures, existing`},
		"no such role": {x(6), scenario.FaultScenario, `role "unknown role (6)"`},
		"no name":      {scenario.Scenario{Role: scenario.Stretch}, scenario.FaultScenario, `scenario 2, name: a name of its own`},
		"name taken": {scenario.Scenario{Name: "plan", Role: scenario.Stretch}, scenario.FaultScenario,
			`scenario 2, name "plan": a name of its own`},
		"unknown":       {x(scenario.Stretch, "c"), scenario.FaultUnknownAction, `scenario "x", enabled "c": no action of the portfolio city`},
		"twice":         {x(scenario.Stretch, "a", "a"), scenario.FaultScenario, "enabled twice"},
		"withdrawn":     {x(scenario.Stretch, "gone"), scenario.FaultWithdrawn, "the action is merged"},
		"baseline acts": {x(scenario.WithoutMeasures, "a"), scenario.FaultBaseline, "has no actions"},
		"other years": {scenario.Scenario{Name: "x", Role: scenario.WithoutMeasures, Baseline: short}, scenario.FaultBaseline,
			`baseline "short": its years differ`},
		"zero override":     {overridden(scenario.Override{}), scenario.FaultOverride, "make one with"},
		"unknown override":  {overridden(scenario.Delay("c", 1)), scenario.FaultUnknownAction, `override "c: 1 years later": no action`},
		"disabled override": {overridden(scenario.Scale("b", half), "a"), scenario.FaultDisabledAction, "the action is not enabled"},
		"bad override": {overridden(scenario.Scale("words", half), "words"), scenario.FaultOverride,
			`override "words: scaled by 0.5": the action has no potential or expected effect`},
	} {
		d := good
		d.Scenarios = append(slices.Clone(good.Scenarios), c.s)
		_, err := scenario.New(d)
		require.Error(t, err, name)
		assert.Equal(t, []string{c.code}, codes(t, err), name)
		assert.ErrorContains(t, err, c.text, name)
	}

	d := good
	d.Scenarios = []scenario.Scenario{overridden(scenario.Replace(action("a", "Z")), "a")}
	_, err = scenario.New(d)
	assert.ErrorContains(t, err, `scenario "x", action`)
	assert.Equal(t, []string{strategy.FaultUnknownArea}, codes(t, err))
}

// A stated factor is for all actions of its group; the largest of some is that
// of those that are there.
func TestGroups(t *testing.T) {
	d := plan(action("a", "T", amounts(road, "10", "20")), action("b", "T", amounts(road, "30", "40")),
		action("c", "T", amounts(road, "50", "60")))
	group := strategy.Group{Actions: []string{"a", "b", "c"}, On: road, Interaction: strategy.Overlapping,
		Factor: decimal.RequireFromString("0.5"), Source: "study"}
	evaluate := func(g strategy.Group, enabled []string, own []strategy.Group) (string, error) {
		d := d
		d.Groups = []strategy.Group{g}
		set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: portfolio(t, d), Baseline: forecast("today", "1", "1"),
			Scenarios: []scenario.Scenario{{Name: "x", Role: scenario.WhatIf, Enabled: enabled, Groups: own}}})
		if err != nil {
			return "", err
		}
		r, err := set.Evaluate(strategy.Expected, strategy.Shapley)
		if err != nil {
			return "", err
		}
		x, _ := r.Of("x")
		y, _ := x.Evaluation.Year(2030)
		return y.Reduction().In(ghg.Kilotonne).String(), nil
	}
	got, err := evaluate(group, []string{"c", "b", "a"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "45", got)
	got, err = evaluate(group, []string{"b"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "30", got)
	_, err = evaluate(group, []string{"a", "c"}, nil)
	require.Error(t, err)
	assert.Equal(t, []string{scenario.FaultGroup}, codes(t, err))
	assert.ErrorContains(t, err, "the stated factor is for a, b, c together, and only a, c are enabled")
	two := group
	two.Actions, two.Factor = []string{"a", "c"}, decimal.RequireFromString("0.75")
	got, err = evaluate(group, []string{"a", "c"}, []strategy.Group{two})
	require.NoError(t, err)
	assert.Equal(t, "45", got)
	got, err = evaluate(group, []string{"a", "c"}, []strategy.Group{})
	require.NoError(t, err)
	assert.Equal(t, "59.772727272727273", got, "10 + 50 − 10 × 50 / 2200")
	largest := strategy.Group{Actions: group.Actions, On: road, Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}
	got, err = evaluate(largest, []string{"a", "b"}, nil)
	require.NoError(t, err)
	assert.Equal(t, "30", got)
}

func TestEvaluateRefuses(t *testing.T) {
	_, err := scenario.Set{}.Evaluate(strategy.Expected, strategy.Shapley)
	assert.ErrorContains(t, err, "make a set with scenario.New")
	much := scenario.Scenario{Overrides: []scenario.Override{scenario.Scale("a", decimal.New(3000, 0))}}
	_, err = twoPlans(much, action("a", "T", amounts(road, "1", "1")))
	var below *strategy.BelowZeroError
	require.ErrorAs(t, err, &below)
	assert.ErrorContains(t, err, `scenario "variant": `)
	assert.NotContains(t, err.Error(), `scenario "plan"`)
}

func TestRole(t *testing.T) {
	for r := scenario.WithoutMeasures; r <= scenario.WhatIf; r++ {
		assert.True(t, r.Valid())
	}
	assert.False(t, scenario.Role(0).Valid())
	assert.False(t, scenario.Role(6).Valid())
	assert.Equal(t, "no role", scenario.Role(0).String())
	assert.Equal(t, "unknown role (6)", scenario.Role(6).String())
	assert.Equal(t, "with plan", scenario.WithPlan.String())
}

// A set keeps nothing of what it was made of that a caller can change.
func TestSetIsImmutable(t *testing.T) {
	p := portfolio(t, plan(action("a", "T", amounts(road, "1", "2")), action("b", "E", amounts(power, "3", "4"))))
	s := []scenario.Scenario{
		{Name: "x", Role: scenario.WithPlan, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Delay("a", 5)}},
	}
	set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: forecast("today", "100", "90"), Scenarios: s})
	require.NoError(t, err)
	s[0].Name, s[0].Enabled[0], s[0].Overrides[0] = "y", "b", scenario.Override{}
	r := must(set.Evaluate(strategy.Expected, strategy.Shapley))
	x, ok := r.Of("x")
	require.True(t, ok)
	assert.Equal(t, []string{"a"}, slices.Collect(x.Enabled()))
	for o := range x.Overrides() {
		assert.Equal(t, "a: 5 years later", o.String())
	}
}
