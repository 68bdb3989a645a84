package scenario_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The wind farm is an idea: the plan does not count it, and a question may.
func ExampleScenario_countedStages() {
	wind := action("wind", "E", amounts(power, "400", "650"))
	wind.Stage = strategy.Idea
	set, err := scenario.New(scenario.Definition{Name: "wind",
		Portfolio: must2(strategy.NewPortfolio(plan(action("buses", "T", amounts(road, "120", "260")), wind))),
		Baseline:  forecast("today", "4750", "4750"),
		Scenarios: []scenario.Scenario{
			{Name: "plan", Role: scenario.WithPlan, Enabled: []string{"buses", "wind"}},
			{Name: "with wind", Role: scenario.WhatIf, Enabled: []string{"buses", "wind"}, CountedStages: strategy.EveryStage},
		}})
	if err != nil {
		fmt.Println(err)
		return
	}
	results, _ := set.Evaluate(strategy.Expected, strategy.Shapley)
	for r := range results.All() {
		y, _ := r.Evaluation.Year(2030)
		fmt.Println(r.Name(), y.Reduction(), r.Evaluation.Findings().Len(), "findings")
	}
	// Output:
	// plan 120000 tCO2e 1 findings
	// with wind 520000 tCO2e 0 findings
}

func TestCountedStages(t *testing.T) {
	tram := action("tram", "T", amounts(road, "30", "45"))
	tram.Stage = strategy.Postponed
	d := plan(action("buses", "T", amounts(road, "120", "260")), tram)
	d.CountedStages = strategy.EveryStage
	decided, err := strategy.NewStageRule(strategy.StageUnstated)
	require.NoError(t, err)
	set, err := scenario.New(scenario.Definition{Name: "tram", Portfolio: portfolio(t, d), Baseline: forecast("today", "4750", "4750"),
		Scenarios: []scenario.Scenario{
			{Name: "as the portfolio", Role: scenario.WithPlan, Enabled: []string{"buses", "tram"}},
			{Name: "decided", Role: scenario.Existing, Enabled: []string{"buses", "tram"}, CountedStages: decided},
		}})
	require.NoError(t, err)
	results, err := set.Evaluate(strategy.Expected, strategy.InOrder())
	require.NoError(t, err)
	a, _ := results.Of("as the portfolio")
	assert.NotContains(t, a.Details(), "counted")
	b, _ := results.Of("decided")
	assert.Contains(t, b.Details(), "\ncounted: unstated\n")
	assert.Contains(t, b.Details(), `"tram" (postponed), 45000 tCO2e in 2035`)
	y, _ := b.Evaluation.Year(2030)
	assert.Equal(t, "120000 tCO2e", y.Reduction().String())
}
