package credit_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Accounts of credits and allowances, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	gas := acm0001()
	gas.Oxidation = ghg.MustShare("10%")
	traded := must(must(credit.NewTradingAccount(facilities())).Close(year2020()))
	answerstest.Check(t, map[string]any{
		"account":      holdingAccount(),
		"two batches":  must(two(t).Total()),
		"landfill gas": must(gas.Reduction(sar("2150"), reading("2011", "gas engine", "31400000", "49.2%", "98%"))),
		"trading":      traded,
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{credit.Account{}, credit.TradingAccount{}, credit.GasReduction{}, credit.PartnerSales{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
