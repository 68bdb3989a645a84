package trend_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOutlook(t *testing.T) {
	f := fitted(t, gyeongnam())
	o, err := trend.NewOutlook(gyeongnam2030(), f, sure)
	require.NoError(t, err)
	assert.Equal(t, "12460440 tCO2e", o.Limit.String())
	r := reals[1]
	near(t, r.probability, o.Probability.Value, 1e-10)
	near(t, r.piHigh*1000, o.Prediction.High, 1e-10)
	near(t, r.reach, o.Attainment.Year, 1e-10)
	assert.Equal(t, r.s, o.Test.S)
	near(t, r.sen*1000, o.Sen.Slope(), 1e-10)
	assert.Equal(t, "Gyeongnam 2030: 0.012%: total of 2030 at or below 12460440 tCO2e, if the fitted past goes on; "+
		"no forecast of policy", o.String())
	assert.Zero(t, o.Findings().Len())

	var zero trend.Outlook
	assert.Equal(t, "no outlook", zero.String())
	assert.Equal(t, "no outlook\n", zero.Details())
	assert.Zero(t, zero.Findings().Len())

	wider, err := f.Adjusted()
	require.NoError(t, err)
	o, err = trend.NewOutlook(gyeongnam2030(), wider, sure)
	require.NoError(t, err)
	assert.Contains(t, o.Details(),
		"intervals        adjusted for autocorrelation, 5 degrees of freedom: the effective sample size, 7 at most, less 2\n")
}

func TestOutlookRefused(t *testing.T) {
	f := fitted(t, gyeongnam())
	_, err := trend.NewOutlook(target.Target{}, f, sure)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = trend.NewOutlook(gyeongnam2030(), f, ghg.Share{})
	assert.ErrorContains(t, err, "name a level of confidence")
	other := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	_, err = trend.NewOutlook(gyeongnam2030(), other, sure)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.AspectPlace, mismatch.Differ[0].Aspect)
	past, err := target.New(target.Definition{Name: "Gyeongnam 2020", Place: "경상남도", Due: 2020, Views: target.Same(managed),
		Metric: ghg.Unstated,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("20767.4 kt"), Cut: ghg.MustShare("4%")}})
	require.NoError(t, err)
	_, err = trend.NewOutlook(past, f, sure)
	var year *ghg.YearError
	assert.ErrorAs(t, err, &year)
}

// A council asks for the arithmetic behind the answer.
func ExampleOutlook_Details() {
	s, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e"), Vintage: 1, Source: "plan of 2021"},
		{Year: 2019, CO2e: ghg.MustCO2e("9.1 MtCO2e"), Vintage: 1, Source: "illustration"},
		{Year: 2020, CO2e: ghg.MustCO2e("8.5 MtCO2e"), Vintage: 1, Source: "illustration"},
		{Year: 2021, CO2e: ghg.MustCO2e("8.6 MtCO2e"), Vintage: 1},
		{Year: 2022, CO2e: ghg.MustCO2e("8.2 MtCO2e"), Vintage: 1, Status: ghg.Provisional, Source: "illustration"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	goal, err := target.New(target.Definition{Name: "Daegu 2030", Place: "Daegu", Due: 2030, Views: target.Same(published),
		Metric: ghg.Unstated,
		Goal:   target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("45%")}, Source: "plan of 2021"})
	if err != nil {
		fmt.Println(err)
		return
	}
	points, err := trend.Choose(s, trend.AllYears, ghg.Actual)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, _ := trend.LeastSquares(points)
	outlook, err := trend.NewOutlook(goal, fit, ghg.MustShare("90%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(outlook.Details())
	for _, f := range outlook.Findings().All {
		fmt.Println(f.Of, f.Code)
	}
	// Output:
	// target           Daegu 2030: 45% below 2018 by 2030; level 5186500 tCO2e in 2030
	// place            Daegu
	// view             total emissions (as declared by the city)
	// metric           unstated
	// figures          4 figures, 2018 to 2021 (actual), of all years
	//                  2018  9430000, actual, first vintage, plan of 2021
	//                  2019  9100000, actual, first vintage, illustration
	//                  2020  8500000, actual, first vintage, illustration
	//                  2021  8600000, actual, first vintage, source not stated
	// left out         2022 (provisional: not among the statuses chosen)
	// line             y = 8444000 - 309000 × (year - 2021) tCO2e, by least squares
	// slope            Σ(x - m)(y - ȳ)/Sxx = -309000, SE s/√Sxx = 96576.4, with m = 2019.5, Sxx = 5
	// fit              -309000 ± 96576.4 tCO2e a year, R² 0.837, 4 figures, 2018 to 2021 (actual); s = 215951
	// residuals        Durbin-Watson 2.70615, lag-1 autocorrelation -0.502198, effective sample size 12.0706 of 4
	// intervals        2 degrees of freedom, n - 2: residuals taken as independent
	// Theil-Sen slope  -303333 tCO2e a year
	// trend test       Mann-Kendall S -4 of 6 pairs, tau -0.666667, p 0.333333 (exact)
	// prediction       total of 2030: 5663000, 90% confidence 2619210 to 8706790 tCO2e; fit ± t × SE, SE = s √(1 + 1/n + (x - m)²/Sxx) = 1042400
	// attainment       the line reaches 5186500 tCO2e at 2031.5, first in 2032; a year's total, with 90% confidence, between 2026 and 2158
	// likelihood       doubtful: level 5186500, interval 2619210 to 8706790, line 5663000
	// probability      P = F_t((T - fit)/SE, df) = F_t((5186500 - 5663000)/1042400, 2) = 35%, if the fitted past goes on; no forecast of policy
}

func ExampleNewOutlook_refused() {
	points, _ := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	fit, _ := trend.LeastSquares(points)
	ar5, err := target.New(target.Definition{Name: "Gyeongnam 2030", Place: "경상남도", Due: 2030, Views: target.Same(managed), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("20767.4 kt"), Cut: ghg.MustShare("40%")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = trend.NewOutlook(ar5, fit, ghg.MustShare("95%"))
	var mismatch *ghg.MismatchError
	fmt.Println(errors.As(err, &mismatch), mismatch.Differ[0].Aspect)
	// Output:
	// true metric
}

// What the fitted past would bring is asked of every level that is still to come.
func TestOutlookOnMilestones(t *testing.T) {
	f := fitted(t, gyeongnam())
	last := f.Line().Last()
	d := gyeongnam2030().Definition()
	d.Milestones = []target.Milestone{{Year: last + 1, Cut: ghg.MustShare("12%")}, {Year: last + 3, Cut: ghg.MustShare("20%")}}
	tt, err := target.New(d)
	require.NoError(t, err)
	o, err := trend.NewOutlook(tt, f, sure)
	require.NoError(t, err)
	require.Len(t, o.Milestones, 2)
	m := o.Milestones[1]
	assert.Equal(t, last+3, m.Year)
	limit, err := tt.Limit(last + 3)
	require.NoError(t, err)
	assert.Equal(t, limit, m.Limit)
	want, err := f.Probability(limit, last+3)
	require.NoError(t, err)
	assert.Equal(t, want, m.Probability)
	assert.NotEqual(t, want.Value, o.Probability.Value)
	assert.Contains(t, o.Details(), "milestone        "+limit.String()+fmt.Sprintf(" in %d:", last+3))
	// One that is past is no outlook.
	d.Milestones[0].Year = last
	tt, err = target.New(d)
	require.NoError(t, err)
	o, err = trend.NewOutlook(tt, f, sure)
	require.NoError(t, err)
	assert.Len(t, o.Milestones, 1)
}
