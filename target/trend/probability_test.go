package trend_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProbability(t *testing.T) {
	// -3 in 2021 with SE √5; with 1 degree of freedom F(t) = 1/2 + atan(t)/π.
	f := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	for _, limit := range []string{"-3", "0", "-10", "4"} {
		c := level(limit, ghg.Tonne)
		p, err := f.Probability(c, 2021)
		require.NoError(t, err)
		z := (c.Tonnes().InexactFloat64() + 3) / math.Sqrt(5)
		near(t, 0.5+math.Atan(z)/math.Pi, p.Value, 1e-12, limit)
		assert.Equal(t, 2021, p.Year)
		assert.Equal(t, 1.0, p.DF)
		near(t, math.Sqrt(5), p.SE, 1e-13)
	}
	// The upper bound of a prediction is met with the confidence's upper part.
	i, err := f.Prediction(2025, ghg.MustShare("90%"))
	require.NoError(t, err)
	q, err := f.Probability(level(fmt.Sprintf("%.12f", i.High), ghg.Tonne), 2025)
	require.NoError(t, err)
	near(t, 0.95, q.Value, 1e-10)

	// Without scatter it is decided.
	exact := fitted(t, tonnesFrom(t, 2018, "100", "90", "80"))
	for limit, want := range map[string]float64{"70": 1, "70.1": 1, "69.9": 0} {
		p, err := exact.Probability(level(limit, ghg.Tonne), 2021)
		require.NoError(t, err)
		assert.Equal(t, want, p.Value)
	}
}

func TestProbabilityRefused(t *testing.T) {
	f := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	zero := level("0", ghg.Tonne)
	for _, year := range []int{2018, 2020, 2301} {
		_, err := f.Probability(zero, year)
		var wrong *ghg.YearError
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, []int{2021, 2300}, []int{wrong.First, wrong.Last})
	}
	for _, year := range []int{2021, 2300} {
		_, err := f.Probability(zero, year)
		assert.NoError(t, err)
	}
	_, err := f.Probability(ghg.MustCO2e("4 tCO2e (AR5)"), 2021)
	var other *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &other)
}

// What is nearly certain is never called certain.
func TestPercent(t *testing.T) {
	p := trend.Probability{Year: 2030}
	for value, want := range map[float64]string{0: "0%", 1e-9: "under 0.001%", 1e-5: "0.001%", 0.00123456: "0.12%", 0.5: "50%", 0.534: "53%",
		0.99:  "99%",
		0.995: "99.500%", 0.99995: "99.995%", 0.999999: "over 99.999%", 1: "100%"} {
		p.Value = value
		assert.Contains(t, p.String(), want+": ")
	}
}

func ExampleFit_Probability() {
	points, _ := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	fit, _ := trend.LeastSquares(points)
	p, err := fit.Probability(ghg.MustCO2e("18 MtCO2e"), 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p)
	fmt.Println(p.Details())
	_, err = fit.Probability(ghg.MustCO2e("18 MtCO2e"), 2022)
	fmt.Println(err)
	// Output:
	// 29%: total of 2030 at or below 18000000 tCO2e, if the fitted past goes on; no forecast of policy
	// P = F_t((T - fit)/SE, df) = F_t((18000000 - 18376900)/638874, 5) = 29%, if the fitted past goes on; no forecast of policy
	// probability from figures up to 2022: year 2022: years from 2023 to 2300 are allowed
}
