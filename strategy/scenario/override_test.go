package scenario_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOverridesRefuse(t *testing.T) {
	gaps := strategy.Effect{On: road, Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated,
		map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e"), 2035: ghg.MustCO2e("2 tCO2e")}))}
	verified := strategy.Effect{On: road, Reductions: must(strategy.NewReductions(strategy.Verified, ghg.Unstated,
		map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}))}
	huge := amounts(road, "1", "99999999999999999999999999999999")
	for name, c := range map[string]struct {
		a    strategy.Action
		o    scenario.Override
		text string
	}{
		"no delay":      {action("a", "T", gaps), scenario.Delay("a", 0), "1 to 100 years are allowed"},
		"long delay":    {action("a", "T", gaps), scenario.Delay("a", 101), "1 to 100 years are allowed"},
		"unknown year":  {action("a", "T", gaps), scenario.Delay("a", 2), "the effect in 2035: no figure for 2033: the delayed effect needs it"},
		"unknown share": {action("a", "T", shares(road, "1%", "2%")), scenario.Delay("a", 1), "the effect in 2035: no figure for 2034"},
		"negative":      {action("a", "T", gaps), scenario.Scale("a", decimal.New(-1, 0)), "a factor of 0 or more is allowed"},
		"huge factor":   {action("a", "T", gaps), scenario.Scale("a", decimal.New(1, 1000)), "factor: "},
		"huge result":   {action("a", "T", huge), scenario.Scale("a", decimal.New(1, 30)), ""},
		"share above 1": {action("a", "T", shares(road, "40%", "60%")), scenario.Scale("a", decimal.New(2, 0)), "2035: share"},
		"after":         {action("a", "T", verified), scenario.Scale("a", decimal.New(2, 0)), "no potential or expected effect"},
		"no effect": {action("a", "T", gaps), scenario.SwapEffect("a", amounts(power, "1", "2")),
			"the action has 0 such effects: 1 is needed"},
		"other kind":  {action("a", "T", gaps), scenario.SwapEffect("a", verified), "the action has 0 such effects"},
		"two effects": {action("a", "T", gaps, gaps), scenario.SwapEffect("a", gaps), "the action has 2 such effects"},
	} {
		_, err := twoPlans(scenario.Scenario{Overrides: []scenario.Override{c.o}}, c.a)
		if name == "huge result" {
			if err != nil {
				assert.NotContains(t, err.Error(), "panic")
			}
			continue
		}
		require.Error(t, err, name)
		assert.ErrorContains(t, err, c.text, name)
		assert.Equal(t, []string{scenario.FaultOverride}, codes(t, err), name)
	}
	assert.Equal(t, "no override", scenario.Override{}.String())
}

// What was made after the fact is no assumption: it stays. Shares are changed
// as amounts are. Overrides come one after another.
func TestOverrides(t *testing.T) {
	years := map[int]ghg.CO2e{2030: ghg.MustCO2e("10 tCO2e"), 2031: ghg.MustCO2e("20 tCO2e"), 2032: ghg.MustCO2e("30 tCO2e")}
	of := func(k strategy.Kind) strategy.Effect {
		return strategy.Effect{On: road, Interaction: strategy.Independent, Reductions: must(strategy.NewReductions(k, ghg.Unstated, years))}
	}
	cuts := strategy.Effect{On: power, Cuts: must(strategy.NewCuts(strategy.Expected,
		map[int]ghg.Share{2030: ghg.MustShare("1%"), 2031: ghg.MustShare("2%"), 2032: ghg.MustShare("3%")}))}
	p := portfolio(t, plan(action("a", "T", of(strategy.Verified), of(strategy.Potential), of(strategy.Expected), cuts)))
	flat := func(tonnes string) map[int]ghg.CO2e {
		c := ghg.MustCO2e(tonnes + " tCO2e")
		return map[int]ghg.CO2e{2030: c, 2031: c, 2032: c}
	}
	b := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "today", Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: power, ByYear: flat("1000")}, {On: road, ByYear: flat("500")}}}))
	set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: b, Scenarios: []scenario.Scenario{
		{Name: "plan", Role: scenario.Existing, Enabled: []string{"a"}},
		{Name: "late", Role: scenario.WhatIf, Enabled: []string{"a"},
			Overrides: []scenario.Override{scenario.Delay("a", 1), scenario.Scale("a", decimal.RequireFromString("1.5"))}},
		{Name: "never", Role: scenario.WhatIf, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Delay("a", 3)},
			Note: "not in these years"},
		{Name: "none", Role: scenario.WhatIf, Enabled: []string{"a"}, Overrides: []scenario.Override{scenario.Scale("a", decimal.Decimal{})}},
	}})
	require.NoError(t, err)
	for kind, want := range map[strategy.Kind]map[string][]string{
		strategy.Expected:  {"plan": {"20", "40", "60"}, "late": {"0", "30", "60"}, "never": {"0", "0", "0"}, "none": {"0", "0", "0"}},
		strategy.Potential: {"plan": {"10", "20", "30"}, "late": {"0", "15", "30"}, "never": {"0", "0", "0"}, "none": {"0", "0", "0"}},
		strategy.Verified:  {"plan": {"10", "20", "30"}, "late": {"10", "20", "30"}, "never": {"10", "20", "30"}, "none": {"10", "20", "30"}},
	} {
		r, err := set.Evaluate(kind, strategy.Shapley)
		require.NoError(t, err)
		for x := range r.All() {
			var got []string
			for y := range x.Evaluation.Years() {
				got = append(got, y.Reduction().Tonnes().String())
			}
			assert.Equal(t, want[x.Name()], got, "%s %s", kind, x.Name())
		}
	}
	r, _ := set.Evaluate(strategy.Expected, strategy.Shapley)
	never, ok := r.Of("never")
	require.True(t, ok)
	assert.Equal(t, "not in these years", never.Note())
	assert.Equal(t, scenario.WhatIf, never.Role())
	late, _ := r.Of("late")
	assert.Equal(t, `late (what-if) on the baseline "today": 1 actions enabled, 0 disabled, 2 overrides
enabled: a
override a: 1 years later
override a: scaled by 1.5
2030: 1500 tCO2e − 0 tCO2e = 1500 tCO2e
2031: 1500 tCO2e − 30 tCO2e = 1470 tCO2e
2032: 1500 tCO2e − 60 tCO2e = 1440 tCO2e`, late.Details())
	_, ok = r.Of("other")
	assert.False(t, ok)
	var names []string
	for x := range r.All() {
		names = append(names, x.Name())
	}
	assert.Equal(t, []string{"plan", "late", "never", "none"}, names)
	assert.Equal(t, 4, set.Len())
	assert.Equal(t, "set", set.Name())
}
