package budget_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/target/budget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A budget with its steps and paths, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	report := must(cityBudget().Report(in2023(), budget.ReportTerms{PeriodFirst: 2023, PeriodYears: 5,
		NearlySpent: ghg.MustShare("5%")}))
	answerstest.Check(t, map[string]any{
		"budget":     cityBudget(),
		"path":       must(cityBudget().Path(budget.Linear, in2023())),
		"report":     report,
		"exhaustion": must(cityBudget().Exhaustion(budget.Constant(ghg.MustCO2e("8 MtCO2e (AR5)")))),
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{budget.Budget{}, budget.Allowances{}, budget.CoverageFactor{}, budget.Form{},
		budget.Path{}, budget.Report{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
