package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Rain shelters cut no emissions, and are not meant to: nothing is missing.
func ExamplePurpose() {
	areas, _ := strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "Climate plan", Source: "council, 2024",
		Areas: []strategy.Area{{Code: "C", Name: "City"}}})
	plan, findings, err := strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "2030", Place: "Daegu", Framework: areas, View: gpc.Basic,
		Metric: ghg.AR5, Actions: []strategy.Action{
			{ID: "C-1", Name: "Cool shelters", Area: "C", Purpose: strategy.Adaptation, Source: "council"},
			{ID: "C-2", Name: "Green roofs", Area: "C", Purpose: strategy.MitigationAndAdaptation, Source: "council"},
		}})
	fmt.Println(plan.Len(), err)
	fmt.Println(findings)
	fmt.Println(strategy.Adaptation, strategy.MitigationAndAdaptation.Korean(), strategy.Purpose(3).Valid())
	// Output:
	// 2 <nil>
	// action "C-2", not-quantified: it has no effect on emissions that is quantified
	// adaptation 감축·적응 false
}

// A purpose that does not exist is refused; one of adaptation with an effect is both.
func TestPurposeRefused(t *testing.T) {
	areas, err := strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "Plan", Source: "s",
		Areas: []strategy.Area{{Code: "C", Name: "City"}}})
	require.NoError(t, err)
	_, _, err = strategy.NewPortfolio(strategy.PortfolioDefinition{Name: "2030", Place: "Daegu", Framework: areas, View: gpc.Basic,
		Metric: ghg.AR5, Actions: []strategy.Action{{ID: "C-1", Name: "x", Area: "C", Source: "s", Purpose: 3}}})
	assert.ErrorContains(t, err, "purpose")
	assert.Equal(t, "unknown", strategy.Purpose(3).String())
	assert.Equal(t, "알 수 없음", strategy.Purpose(3).Korean())
}
