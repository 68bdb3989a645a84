package strategy_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// exceptions are what the vectors expect and the package answers otherwise.
var exceptions = map[string]string{
	"interaction-two-sources": "the joint effect of overlapping measures (364) is not computed: the naive sum (400) is refused instead, with the measures that meet",
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID     string
			Inputs struct {
				Sources  map[string]string
				Measures []struct{ ID, Source, R string }
			}
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Vectors, 1)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.Contains(t, exceptions, v.ID)
			source := map[string]strategy.EmissionSource{"power": on("I.1.2", "", ""), "heat": on("I.1.1", "", "")}
			var actions []strategy.Action
			for _, m := range v.Inputs.Measures {
				emitted := must(ghg.ParseCO2e(v.Inputs.Sources[m.Source] + " tCO2e"))
				saved := must(emitted.Scale(must(ghg.ParseShare(m.R)).Fraction()))
				actions = append(actions, action(m.ID, "E", strategy.Effect{On: source[m.Source],
					Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: saved}))}))
			}
			d := town(actions...)
			got := overlapsOf(t, d)
			require.Len(t, got, 1)
			assert.Equal(t, []string{"A", "B"}, got[0].Actions)
			assert.Equal(t, []strategy.EmissionSource{on("I.1.2", "", "")}, got[0].Sources)
		})
	}
}
