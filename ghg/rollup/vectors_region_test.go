package rollup_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/require"
)

// Two cases of pyam (IAMconsortium/pyam@6a1b2a2, tests/test_feature_aggregate.py, test
// test_aggregate_region): two regions and the world that they are in, of which all others
// together count each twice. The regions stand here as two cities and their province.
func TestVectorsOfRegions(t *testing.T) {
	figures := map[string][2]int{"48": {12, 15}, "48170": {8, 9}, "48220": {4, 6}}
	want := map[string][2]int{"region-sum": {12, 15}, "region-double-count": {24, 30}}
	g := groupOf(t, "2018-12-31", "48")
	for i, year := range []int{2005, 2010} {
		kts := map[string]string{}
		for code, f := range figures {
			kts[code] = fmt.Sprint(f[i])
		}
		reports := tables(t, "2018-12-31", year, kts)
		t.Run(fmt.Sprintf("region-sum/%d", year), func(t *testing.T) {
			out, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5, Nested: rollup.SumOfParts}, []int{year}, reports)
			require.NoError(t, err)
			equalKt(t, fmt.Sprint(want["region-sum"][i]), out.Sums[0].CO2e)
		})
		// Adding whatever is there gives twice the world: it is refused with that figure.
		t.Run(fmt.Sprintf("region-double-count/%d", year), func(t *testing.T) {
			_, err := g.Yearly(rollup.Question{View: road(), Metric: ghg.AR5}, []int{year}, reports)
			var nested *rollup.NestedError
			require.ErrorAs(t, err, &nested)
			equalKt(t, fmt.Sprint(want["region-double-count"][i]), nested.WouldBe)
		})
	}
}
