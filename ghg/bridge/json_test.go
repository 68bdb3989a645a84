package bridge_test

import (
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/require"
)

// Causes and lines of a bridge, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	between, err := bridge.Inventories(bridge.Reading{Inventory: first(), View: gpc.Basic, Metric: ghg.AR5},
		bridge.Reading{Inventory: restated(), View: gpc.Basic, Metric: ghg.AR5})
	require.NoError(t, err)
	answerstest.Check(t, map[string]any{
		"causes": []bridge.Contribution{omittedCoal(), newMetric(), {}},
		"lines":  slices.Collect(between.Lines()),
	})
}
