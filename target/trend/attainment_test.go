package trend_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLineAttainment(t *testing.T) {
	line := func(slope, atLast float64) trend.Line {
		l, err := trend.NewLine(slope, atLast-slope*2020, 2020, ghg.Unstated, "s")
		require.NoError(t, err)
		return l
	}
	ask := func(l trend.Line, tonnes string) trend.Attainment {
		a, err := l.Attainment(level(tonnes, ghg.Tonne))
		require.NoError(t, err)
		assert.Equal(t, 2020, a.Last)
		return a
	}
	a := ask(line(-4, 100), "90")
	assert.Equal(t, trend.Reaches, a.Answer)
	near(t, 2022.5, a.Year, 1e-15)
	assert.Equal(t, 2023, a.FirstYear)
	assert.Equal(t, "the line reaches 90 tCO2e at 2022.5, first in 2023", a.String())
	a = ask(line(-4, 100), "92") // at a whole year
	assert.Equal(t, 2022, a.FirstYear)
	assert.Equal(t, 2021, ask(line(-4, 100), "99.9").FirstYear)

	a = ask(line(-4, 100), "100")
	assert.Equal(t, trend.AlreadyBelow, a.Answer)
	assert.Zero(t, a.Year)
	assert.Equal(t, trend.AlreadyBelow, ask(line(4, 100), "100").Answer)
	assert.Equal(t, trend.Never, ask(line(0, 100), "99").Answer)
	assert.Equal(t, trend.Never, ask(line(4, 100), "99").Answer)
	assert.Equal(t, trend.BeyondHorizon, ask(line(-1, 281), "0").Answer)
	a = ask(line(-1, 280), "0") // 2300 itself
	assert.Equal(t, trend.Reaches, a.Answer)
	assert.Equal(t, trend.Horizon, a.FirstYear)

	assert.Equal(t, "the line is at or below 100 tCO2e already in 2020", ask(line(4, 100), "100").String())
	assert.Equal(t, "the line does not reach 0 tCO2e before 2300", ask(line(-1, 281), "0").String())
	assert.Equal(t, "no answer", trend.Attainment{}.String())
	assert.Equal(t, "unknown (9)", trend.Answer(9).String())
	assert.Equal(t, "not before 2300", trend.BeyondHorizon.String())
}

func TestFitAttainmentInterval(t *testing.T) {
	// Three figures, residuals ±, so that bounds can be followed by hand.
	f := fitted(t, tonnesFrom(t, 2018, "100", "88", "80"))
	half := ghg.MustShare("50%")
	limit := level("5", ghg.Tonne)
	a, err := f.Attainment(limit, half)
	require.NoError(t, err)
	assert.Equal(t, half, a.Confidence)
	// Every year from the last figure on, one by one.
	var earliest, latest int
	for y := 2021; y < 2100; y++ {
		i, err := f.Prediction(y, half)
		require.NoError(t, err)
		if earliest == 0 && i.Low <= 5 {
			earliest = y
		}
		if latest == 0 && i.High <= 5 {
			latest = y
		}
	}
	assert.Equal(t, []int{earliest, latest}, []int{a.Earliest, a.Latest})
	assert.Less(t, a.Earliest, a.FirstYear)
	assert.Greater(t, a.Latest, a.FirstYear)

	// Already below: the first year to come is the first that is looked at.
	a, err = f.Attainment(level("1000", ghg.Tonne), half)
	require.NoError(t, err)
	assert.Equal(t, trend.AlreadyBelow, a.Answer)
	assert.Equal(t, []int{2021, 2021}, []int{a.Earliest, a.Latest})
	assert.Equal(t, "the line is at or below 1000 tCO2e already in 2020; a year's total, with 50% confidence, in 2021", a.String())

	// A line without scatter has both bounds on itself.
	exact := fitted(t, tonnesFrom(t, 2018, "100", "90", "80"))
	a, err = exact.Attainment(level("45", ghg.Tonne), sure)
	require.NoError(t, err)
	near(t, 2023.5, a.Year, 1e-14)
	assert.Equal(t, []int{2024, 2024, 2024}, []int{a.FirstYear, a.Earliest, a.Latest})

	rising := fitted(t, tonnesFrom(t, 2018, "100", "110", "120"))
	a, err = rising.Attainment(level("45", ghg.Tonne), sure)
	require.NoError(t, err)
	assert.Equal(t, "the line does not fall and never reaches 45 tCO2e; a year's total, with 95% confidence, not before 2300", a.String())
	a, err = exact.Attainment(level("-2740", ghg.Tonne), sure) // a net level, in 2302
	require.NoError(t, err)
	assert.Equal(t, trend.BeyondHorizon, a.Answer)
	assert.Zero(t, a.Earliest)
	a, err = exact.Attainment(level("-2720", ghg.Tonne), sure)
	require.NoError(t, err)
	assert.Equal(t, []int{2300, 2300}, []int{a.Earliest, a.Latest})
}

func TestAttainmentRefused(t *testing.T) {
	f := fitted(t, tonnesFrom(t, 2018, "100", "88", "80"))
	_, err := f.Attainment(level("40", ghg.Tonne), ghg.Share{})
	assert.ErrorContains(t, err, "name a level of confidence")
	_, err = f.Attainment(ghg.MustCO2e("40 tCO2e (AR5)"), sure)
	var other *ghg.MetricMismatchError
	require.ErrorAs(t, err, &other)
	assert.Equal(t, ghg.AR5.ID(), other.A)
	_, err = f.Line().Attainment(ghg.MustCO2e("40 tCO2e (AR5)"))
	assert.ErrorAs(t, err, &other)
}

func ExampleFit_Attainment() {
	points, _ := trend.Choose(koreaSince2010(), trend.AllYears, ghg.Actual)
	fit, _ := trend.LeastSquares(points)
	a, err := fit.Attainment(ghg.MustCO2e("536.6 MtCO2e"), ghg.MustShare("95%"))
	fmt.Println(a, err)
	_, err = fit.Attainment(ghg.MustCO2e("536.6 MtCO2e (AR5)"), ghg.MustShare("95%"))
	var other *ghg.MetricMismatchError
	fmt.Println(errors.As(err, &other), err)
	// Output:
	// the line does not fall and never reaches 536600000 tCO2e; a year's total, with 95% confidence, not before 2300 <nil>
	// true CO2e on metric AR5 and on metric unstated do not meet: compute both with one metric
}

// The year is a point on the axis of years: no date, and no reason to invent one.
func ExampleAttainment() {
	l, err := trend.NewLine(-1976.62497, 4060919.05, 2021, ghg.Unstated, "Klimatkollen")
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := l.Attainment(ghg.CO2e{})
	fmt.Printf("%.3f %d %s %v\n", a.Year, a.FirstYear, a.Answer, err)
	// Output:
	// 2054.471 2055 reaches <nil>
}

func koreaSince2010() ghg.Yearly {
	var amounts []string
	for _, a := range reals[0].amounts[20:] {
		amounts = append(amounts, a+" kt")
	}
	return example("KR", published, 2010, amounts...)
}
