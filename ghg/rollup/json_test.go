package rollup_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/require"
)

// Sums of places, held against testdata/answers.json. Nothing in an answer is dropped
// without a word.
func TestAnswersAsJSON(t *testing.T) {
	g, err := rollup.NewGroup(rollup.Definition{Name: "서부경남", Day: endOf2018, Members: []place.Place{at("48860"),
		at("48870"), at("48880")}})
	require.NoError(t, err)
	out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.Unstated}, []int{2018}, []rollup.SeriesOf{
		printed("48860", road(), ghg.Unstated, map[int]string{2018: "89.32 kt"}), printed("48880", road(), ghg.Unstated,
			map[int]string{2018: "132.25 kt"})})
	require.NoError(t, err)
	compared, err := out.Sums[0].Against("the province", ghg.MustCO2e("230 kt CO2e"), ghg.MustMass("500 t"))
	require.NoError(t, err)
	answerstest.Check(t, map[string]any{
		"sum":        out.Sums[0],
		"comparison": compared,
	})
}
