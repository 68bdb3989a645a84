package rollup_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Sums of places, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	text, err := os.ReadFile("testdata/answers.json")
	require.NoError(t, err)
	var want map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &want))
	g, err := rollup.NewGroup(rollup.Definition{Name: "서부경남", Day: endOf2018, Members: []place.Place{at("48860"),
		at("48870"), at("48880")}})
	require.NoError(t, err)
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.Unstated}, []int{2018}, []rollup.SeriesOf{
		printed("48860", road(), ghg.Unstated, map[int]string{2018: "89.32 kt"}), printed("48880", road(), ghg.Unstated,
			map[int]string{2018: "132.25 kt"})})
	require.NoError(t, err)
	compared, err := out.Sums[0].Against("the province", ghg.MustCO2e("230 kt CO2e"), ghg.MustMass("500 t"))
	require.NoError(t, err)
	for name, answer := range map[string]any{
		"sum":        out.Sums[0],
		"comparison": compared,
	} {
		got, err := json.Marshal(answer)
		require.NoError(t, err, name)
		assert.NotContains(t, string(got), "{}", name)
		assert.JSONEq(t, string(want[name]), string(got), name)
		delete(want, name)
	}
	assert.Empty(t, want)
}
