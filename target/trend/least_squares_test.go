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

// Three figures by hand: 10, 7, 1 in 2018 to 2020. Slope -9/2, mean 6,
// residuals -0.5, 1, -0.5, their squares 1.5 on 1 degree of freedom.
func TestLeastSquaresByHand(t *testing.T) {
	f := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	near(t, -4.5, f.Slope(), 1e-15)
	near(t, 6+4.5*2019, f.Intercept(), 1e-15)
	near(t, math.Sqrt(1.5), f.ResidualSD(), 1e-15)
	near(t, math.Sqrt(1.5/2), f.SlopeSE(), 1e-15)
	near(t, math.Sqrt(1.5*(1.0/3+2019.0*2019/2)), f.InterceptSE(), 1e-15)
	assert.Equal(t, 1.0, f.DF())
	r2, ok := f.RSquared()
	assert.True(t, ok)
	near(t, 1-1.5/42, r2, 1e-15)
	var years []int
	for y, e := range f.Residuals() {
		years = append(years, y)
		within(t, map[int]float64{2018: -0.5, 2019: 1, 2020: -0.5}[y], e, 1e-14)
		if y == 2019 {
			break
		}
	}
	assert.Equal(t, []int{2018, 2019}, years)
	near(t, -3, f.At(2021), 1e-14)

	// With 1 degree of freedom the quantile of 50 % is 1.
	half := ghg.MustShare("50%")
	i, err := f.Prediction(2021, half)
	require.NoError(t, err)
	se := math.Sqrt(1.5 * (1 + 1.0/3 + 4.0/2))
	near(t, se, i.SE, 1e-14)
	near(t, -3-se, i.Low, 1e-13)
	near(t, -3+se, i.High, 1e-13)
	assert.Equal(t, "total of 2021", i.Of)
	i, err = f.Confidence(2020.5, half)
	require.NoError(t, err)
	near(t, math.Sqrt(1.5*(1.0/3+2.25/2)), i.SE, 1e-14)
	assert.Equal(t, "line in 2020.5", i.Of)
	i, err = f.SlopeInterval(half)
	require.NoError(t, err)
	near(t, -4.5+math.Sqrt(0.75), i.High, 1e-13)
	assert.Equal(t, 1.0, i.DF)
	assert.Equal(t, "slope a year: -4.5, 50% confidence -5.36603 to -3.63397 tCO2e", i.String())
	assert.Equal(t, "-4.5 ± 0.866025 tCO2e a year, R² 0.964, 3 figures, 2018 to 2020 (actual)", f.String())
}

func TestConfidenceRefused(t *testing.T) {
	f := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	_, err := f.Prediction(2030, ghg.Share{})
	assert.ErrorContains(t, err, "name a level of confidence")
	for _, s := range []string{"5%", "49.9%", "100%", "150%", "0%", "-95%"} {
		_, err = f.Prediction(2030, ghg.MustShare(s))
		var wrong ghg.Fault
		require.ErrorAs(t, err, &wrong, s)
		assert.Equal(t, s, wrong.Value)
	}
	assert.EqualError(t, err, `trend, confidence "-95%": from 50% to below 100% is allowed, such as 95% where 5% may err`)
	before := 0.0
	for _, s := range []string{"50%", "90%", "99.99%", "99.999999999999999999999999999%"} {
		i, err := f.Prediction(2030, ghg.MustShare(s))
		require.NoError(t, err, s)
		assert.Greater(t, i.High-i.Low, before)
		before = i.High - i.Low
		assert.False(t, math.IsInf(before, 0))
	}
}

func TestYearsRefused(t *testing.T) {
	f := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	for _, year := range []float64{math.NaN(), math.Inf(1), 1849.9, 2300.1} {
		var wrong ghg.Fault
		_, err := f.Confidence(year, sure)
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, "year", wrong.Field)
	}
	for _, year := range []int{1849, 2301} {
		_, err := f.Prediction(year, sure)
		var wrong *ghg.YearError
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, year, wrong.Year)
	}
	_, err := f.Prediction(2301, sure)
	assert.EqualError(t, err, "prediction: year 2301: years from 1850 to 2300 are allowed")
	for _, year := range []int{1850, 2300} {
		_, err := f.Prediction(year, sure)
		assert.NoError(t, err)
	}
}

// Figures on a line exactly, or all the same, scatter not at all; rounding of
// float64 is no scatter either.
func TestExactFit(t *testing.T) {
	for _, amounts := range [][]string{{"100", "90", "80", "70"}, {"0.3", "0.2", "0.1", "0"},
		{"1234567.7", "1234566.6", "1234565.5", "1234564.4", "1234563.3"}, {"5", "5", "5"}, {"0", "0", "0"}} {
		f := fitted(t, tonnesFrom(t, 2018, amounts...))
		assert.Zero(t, f.ResidualSD(), amounts)
		i, err := f.Prediction(2022, sure)
		require.NoError(t, err)
		assert.Equal(t, i.Low, i.High)
		assert.Equal(t, i.Fit, i.High)
		_, ok := f.Autocorrelation()
		assert.False(t, ok)
		assert.Equal(t, []string{trend.FindingExactFit}, codes(f.Findings()))
		assert.Equal(t, "Daegu", f.Findings().All[0].Of)
		for _, e := range f.Residuals() {
			assert.Zero(t, e)
		}
		_, ok = f.RSquared()
		assert.Equal(t, amounts[0] != amounts[1], ok)
		adjusted, err := f.Adjusted()
		require.NoError(t, err)
		assert.True(t, adjusted.IsAdjusted())
		assert.Equal(t, f.DF(), adjusted.DF())
		assert.NotContains(t, adjusted.Details(), "effective")
	}
	f := fitted(t, tonnesFrom(t, 2018, "5", "5", "5"))
	assert.Equal(t, "0 ± 0 tCO2e a year, R² undefined, 3 figures, 2018 to 2020 (actual)", f.String())
	// The least that a figure can scatter by is seen.
	f = fitted(t, tonnesFrom(t, 2018, "1000000", "1000000.00000001", "1000000"))
	assert.NotZero(t, f.ResidualSD())
}

func TestZeroFit(t *testing.T) {
	var f trend.Fit
	assert.True(t, f.IsZero())
	assert.Equal(t, "no fit", f.String())
	assert.Equal(t, "no fit\n", f.Details())
	assert.Zero(t, f.Slope())
	assert.Zero(t, f.ResidualSD())
	assert.Zero(t, f.DF())
	assert.Zero(t, f.Findings().Len())
	assert.False(t, f.IsAdjusted())
	assert.True(t, f.Line().IsZero())
	_, ok := f.RSquared()
	assert.False(t, ok)
	_, ok = f.Autocorrelation()
	assert.False(t, ok)
	for range f.Residuals() {
		t.Fail()
	}
	for _, err := range []error{
		second(f.Prediction(2030, sure)), second(f.Confidence(2030, sure)), second(f.SlopeInterval(sure)), second(f.Adjusted()),
		second(f.Attainment(ghg.CO2e{}, sure)), second(f.Probability(ghg.CO2e{}, 2030)), second(trend.NewOutlook(gyeongnam2030(), f, sure)),
	} {
		assert.ErrorContains(t, err, "no line given")
	}
}

func ExampleLeastSquares() {
	points, err := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := trend.LeastSquares(points)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fit.Line())
	fmt.Println(fit)
	// Output:
	// 19640700 - 157979 × (year - 2022) tCO2e
	// -157979 ± 51649.9 tCO2e a year, R² 0.652, 7 figures, 2016 to 2022 (actual)
}

// The confidence interval bounds the line, the prediction interval the total of
// one year, which scatters around it.
func ExampleFit_Prediction() {
	points, _ := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	fit, _ := trend.LeastSquares(points)
	line, _ := fit.Confidence(2030, ghg.MustShare("95%"))
	total, _ := fit.Prediction(2030, ghg.MustShare("95%"))
	fmt.Println(line)
	fmt.Println(total)
	_, err := fit.Prediction(2030, ghg.MustShare("5%"))
	fmt.Println(err)
	// Output:
	// line in 2030: 18376900, 95% confidence 16892400 to 19861300 tCO2e
	// total of 2030: 18376900, 95% confidence 16734600 to 20019100 tCO2e
	// trend, confidence "5%": from 50% to below 100% is allowed, such as 95% where 5% may err
}

func ExampleInterval() {
	points, _ := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	fit, _ := trend.LeastSquares(points)
	slope, _ := fit.SlopeInterval(ghg.MustShare("95%"))
	fmt.Println(slope)
	fmt.Println("falls:", slope.High < 0)
	// Output:
	// slope a year: -157979, 95% confidence -290749 to -25208.4 tCO2e
	// falls: true
}
