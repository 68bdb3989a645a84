package carveout_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a city manages, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	register := must(carveout.NewRegister(townRegister(mill(), incinerator())))
	out := must(register.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}),
		Scopes:  []ghg.Scope{ghg.Scope1, ghg.Scope2},
		Sectors: []carveout.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView))
	answerstest.Check(t, map[string]any{
		"carve-out": out,
		"register":  register,
	})
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{carveout.Register{}, carveout.TradingScheme{}, carveout.CarveOut{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
