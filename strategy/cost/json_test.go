package cost_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What measures cost, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	flows := must(lights().CashFlows())
	byYear := map[int]ghg.CO2e{}
	for y := 2026; y <= 2040; y++ {
		byYear[y] = tonnes("1.8")
	}
	each := must(heatPumpPaid().PerTonne(terms(cost.NPVOverUndiscounted), must(strategy.NewReductions(strategy.Expected,
		ghg.AR5, byYear))))
	npv := must(heatPumpPaid().NPV(share("4.5%"), cost.EndOfYear))
	reduced := must(strategy.NewReductions(strategy.Verified, ghg.AR5, map[int]ghg.CO2e{2026: tonnes("1720")}))
	answerstest.Check(t, map[string]any{
		"payback":            must(flows.Payback()),
		"never pays back":    must(flows.DiscountedPayback(share("9%"), cost.EndOfYear)),
		"by payer":           npv,
		"per tonne by payer": each,
		"effectiveness":      must(cost.NewEffectiveness(nominal("28.4억원"), reduced, 2026)),
		"curve":              must(cost.NewCurve(2030, cost.ByDominance, district())),
		"price index":        prices(),
		"payers":             heatPumpPaid(),
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{cost.CashFlows{}, cost.Payback{}, cost.PerTonne{}, cost.Effectiveness{}, cost.Curve{},
		cost.PriceIndex{}, cost.Payers{}, cost.MoneyByPayer{}, cost.PerTonneByPayer{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
