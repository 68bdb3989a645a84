package scenario_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEvaluateRefuses(t *testing.T) {
	_, err := scenario.Set{}.Evaluate(strategy.Expected, strategy.Shapley, ghg.Tonne, 0)
	assert.ErrorIs(t, err, scenario.ErrNoScenarios)
	_, err = twoPlans(scenario.Scenario{Overrides: []scenario.Override{scenario.Scale("a", decimal.New(3000, 0))}}, action("a", "T", amounts(road, "1", "1")))
	var below *strategy.BelowZeroError
	require.ErrorAs(t, err, &below)
	assert.ErrorContains(t, err, `scenario "variant": `)
	assert.NotContains(t, err.Error(), `scenario "plan"`)
}
