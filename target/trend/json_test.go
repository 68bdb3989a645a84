package trend_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A fit in JSON has its points and statistics: numbers in float64, as they are.
func TestFitAsJSON(t *testing.T) {
	f := gyeongnamFit()
	text, err := json.Marshal(f)
	require.NoError(t, err)
	assert.NotContains(t, string(text), "{}")
	var read struct {
		Line struct {
			Slope, Intercept float64
			Last             int
			Metric, Source   string
		}
		Points struct {
			Place, Metric, Window string
			Figures               []struct {
				Year int
				CO2e string
			}
		}
		SlopeSE, DF, RSquared float64
		Residuals             []struct{ Value float64 }
		Autocorrelation       *struct{ N int }
	}
	require.NoError(t, json.Unmarshal(text, &read))
	assert.InDelta(t, -157978.571, read.Line.Slope, 0.001)
	assert.InDelta(t, f.Intercept(), read.Line.Intercept, 0)
	assert.Equal(t, 2022, read.Line.Last)
	assert.Equal(t, "least squares, 7 figures, 2016 to 2022 (actual)", read.Line.Source)
	assert.Equal(t, []string{"경상남도", "unstated", "all years"}, []string{read.Points.Place, read.Points.Metric, read.Points.Window})
	require.Len(t, read.Points.Figures, 7)
	assert.Equal(t, "20267600 tCO2e", read.Points.Figures[0].CO2e)
	r2, _ := f.RSquared()
	assert.InDelta(t, r2, read.RSquared, 0)
	assert.InDelta(t, 5, read.DF, 0)
	assert.InDelta(t, f.SlopeSE(), read.SlopeSE, 0)
	assert.Len(t, read.Residuals, 7)
	assert.NotNil(t, read.Autocorrelation)
}

// The zero of an answer is null: what was not asked for makes nothing fail.
func TestZeroAnswersAreNull(t *testing.T) {
	for _, zero := range []any{trend.Points{}, trend.Line{}, trend.Fit{}} {
		got, err := json.Marshal(zero)
		require.NoError(t, err)
		assert.Equal(t, "null", string(got), "%T", zero)
	}
}
