package trend_test

import (
	"math"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A level that a bound or the line just meets is met.
func TestLikelihoodAtItsBounds(t *testing.T) {
	o := outlookAt(t, "700 kt")
	for _, x := range []struct {
		low, fit, high float64
		want           trend.Likelihood
	}{{1, 2, 700_000, trend.Likely}, {1, 700_000, 800_000, trend.Possible}, {700_000, 800_000, 900_000, trend.Doubtful},
		{710_000, 800_000, 900_000, trend.Unlikely}} {
		o.Prediction.Low, o.Prediction.Fit, o.Prediction.High = x.low, x.fit, x.high
		assert.Equal(t, x.want, o.Likelihood())
	}
}

// The first value beyond the names of a closed set is named as unknown.
func TestAnswerBeyondItsNames(t *testing.T) {
	assert.Equal(t, "not before 2300", trend.BeyondHorizon.String())
	assert.Equal(t, "unknown (5)", (trend.BeyondHorizon + 1).String())
}

// Of eight figures all are listed, and of nine eight.
func TestMostFiguresInAMessage(t *testing.T) {
	e := trend.TooFewError{Place: "Daegu"}
	for year := 2010; year < 2018; year++ {
		e.LeftOut = append(e.LeftOut, trend.LeftOut{Year: year, Status: ghg.Nowcast, Reason: "no evidence"})
	}
	assert.NotContains(t, e.Error(), "more")
	assert.Contains(t, e.Error(), "2017")
	e.LeftOut = append(e.LeftOut, trend.LeftOut{Year: 2018, Status: ghg.Nowcast, Reason: "no evidence"})
	assert.Contains(t, e.Error(), "2017 (nowcast: no evidence) and 1 more")
}

// The first and the last year of the library have an interval, and no year beyond.
func TestConfidenceOfTheOutermostYears(t *testing.T) {
	f := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	for _, year := range []float64{ghg.FirstYear, trend.Horizon} {
		_, err := f.Confidence(year, sure)
		assert.NoError(t, err)
	}
	for _, year := range []float64{ghg.FirstYear - 0.5, trend.Horizon + 0.5} {
		_, err := f.Confidence(year, sure)
		assert.ErrorContains(t, err, "years from 1850 to 2300 are allowed")
	}
}

// A line at the bound itself is out of bounds, and says so in its own words.
func TestNowcastAtTheBound(t *testing.T) {
	slope := 0.5e38 / 2021
	for range 20 { // the float that meets it
		l, err := trend.NewLine(slope, 0.5e38, 2020, ghg.Unstated, "s")
		require.NoError(t, err)
		if l.At(2021) == 1e38 {
			_, _, err = trend.Nowcast(tonnesFrom(t, 2018, "10", "7", "6"), 2021, trend.Along(l))
			assert.ErrorContains(t, err, "2021: the line comes to 1e+38 t, out of bounds")
			return
		}
		slope = math.Nextafter(slope, map[bool]float64{true: 0, false: 1e38}[l.At(2021) > 1e38])
	}
	t.Error("no line meets the bound")
}

// A year so close after the last that floats do not tell it from the last is still to
// come: the line is above the level in the last.
func TestLevelJustBelowTheLastFigure(t *testing.T) {
	a, err := newLine(t, -4, 100).Attainment(level("99.9999999999999", ghg.Tonne))
	require.NoError(t, err)
	assert.Equal(t, trend.Reaches, a.Answer)
	assert.Equal(t, 2020.0, a.Year, "or this shows nothing")
	assert.Equal(t, 2021, a.FirstYear)
}

// What is estimated is known; what is nowcast is not.
func TestNowcastGoesOnFromAnEstimate(t *testing.T) {
	s, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{
		{Year: 2019, CO2e: level("9", ghg.Tonne), Vintage: 1}, {Year: 2020, CO2e: level("8", ghg.Tonne), Status: ghg.Estimated, Vintage: 1},
		{Year: 2021, CO2e: level("7", ghg.Tonne), Status: ghg.Nowcast, Vintage: 1}})
	require.NoError(t, err)
	filled, _, err := trend.Nowcast(s, 2022, trend.Hold)
	require.NoError(t, err)
	f, _ := filled.At(2022)
	assert.Equal(t, "8 tCO2e", f.CO2e.String())
}

// Half a unit of the thirtieth place is a unit.
func TestFiguresAreRoundedAwayFromZero(t *testing.T) {
	half, err := level("1e-30", ghg.Tonne).Scale(decimal.New(5, -1))
	require.NoError(t, err)
	s, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{{Year: 2018, CO2e: half, Vintage: 1},
		{Year: 2019, CO2e: level("0", ghg.Tonne), Vintage: 1}, {Year: 2020, CO2e: level("0", ghg.Tonne), Vintage: 1}})
	require.NoError(t, err)
	near(t, -0.5e-30, fitted(t, s).Slope(), 1e-12)
}
