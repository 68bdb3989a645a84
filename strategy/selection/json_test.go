package selection_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/stretchr/testify/require"
)

// A selection with what it was asked for, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	least, err := problem(measures()).LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("90 ktCO2e (AR5)")}, 0)
	require.NoError(t, err)
	most, err := problem(measures()).MostTonnes(money("60 bn KRW"), 0, 2030)
	require.NoError(t, err)
	answerstest.Check(t, map[string]any{
		"least cost":  least,
		"most tonnes": most,
	})
}
