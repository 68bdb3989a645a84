package series_test

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/series"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A straight line between figures is at the threshold in 2006 and 2010. The source cuts the
// year of a crossing off and adds one, also where the line is there at the end of a year.
func testCrossings(t *testing.T, v vector) {
	in := unpack[struct {
		Points    map[int]json.Number
		Threshold json.Number
	}](t, v.Input)
	y := of(in.Points)
	threshold := decimal.RequireFromString(in.Threshold.String())
	var years []int
	for gap := range series.Gaps(y, 2005, 2013) {
		filled, err := series.Fill(y, series.Interpolation{}, gap.Years()...)
		require.NoError(t, err)
		for _, year := range gap.Years() {
			if mustAt(t, filled.Yearly, year).CO2e.Tonnes().Equal(threshold) {
				years = append(years, year)
			}
		}
	}
	for i, source := range unpack[[]int](t, v.Expected) {
		assert.Equal(t, source-1, years[i])
	}
	assert.Len(t, years, 2)
}

// The yearly growth is the root of the ratio, less one; package target says it of a base year
// ("achieved compound"), and refuses it where an end is not above 0.
func testGrowth(t *testing.T, v vector) {
	in := unpack[map[int]map[string]json.Number](t, v.Input)
	for name, want := range unpack[map[string]json.Number](t, v.Expected) {
		ratio, ok := ghg.Quotient(decimal.RequireFromString(in[2010][name].String()),
			decimal.RequireFromString(in[2005][name].String()), "").Value()
		require.True(t, ok)
		root, err := exact.Root(ratio, 5, ghg.RatioPlaces)
		require.NoError(t, err)
		near(t, want, root.Sub(decimal.NewFromInt(1)), json.RawMessage(unpack[string](t, v.Tolerance)))
	}
}

// A share is a quotient of stated precision.
func testShares(t *testing.T, v vector) {
	in := unpack[struct{ A, B []json.Number }](t, v.Input)
	percent := unpack[struct{ Percent []string }](t, v.Expected).Percent
	for i := range in.A {
		r := ghg.Quotient(decimal.RequireFromString(in.A[i].String()), decimal.RequireFromString(in.B[i].String()), "")
		want := map[string]string{"50": "50.00%", "600/7": "85.71%"}[percent[i]]
		assert.Equal(t, want, r.Percent(2), strconv.Itoa(i))
	}
}
