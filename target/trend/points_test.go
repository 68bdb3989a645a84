package trend_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mixed is a series with every status, two vintages and a gap.
func mixed(t *testing.T) ghg.Yearly {
	t.Helper()
	figure := func(year int, amount string, status ghg.Status, vintage ghg.Vintage) ghg.YearFigure {
		return ghg.YearFigure{Year: year, CO2e: level(amount, ghg.Kilotonne), Status: status, Vintage: vintage}
	}
	gap := figure(2018, "95", ghg.Actual, 2)
	gap.Coverage = ghg.Coverage{Required: 2, Reported: 1, Gaps: []ghg.Category{{Scheme: "s", Code: "III.1"}}}
	s, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{
		figure(2015, "100", ghg.Actual, 1), figure(2016, "99", ghg.Actual, 1), figure(2017, "97", ghg.Actual, 2), gap,
		figure(2019, "94", ghg.Estimated, 1), figure(2020, "90", ghg.Provisional, 1), figure(2021, "88", ghg.Nowcast, 1), figure(2030,
			"60", ghg.Projected, 1),
	})
	require.NoError(t, err)
	return s
}

func codes(f ghg.Findings) []string {
	var out []string
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

func TestChoose(t *testing.T) {
	s := mixed(t)
	p, err := trend.Choose(s, trend.AllYears, ghg.Provisional, ghg.Actual, ghg.Actual)
	require.NoError(t, err)
	assert.Equal(t, 5, p.Len())
	assert.Equal(t, "5 figures, 2015 to 2020 (actual, provisional)", p.String())
	assert.Equal(t, s.Len(), p.Series().Len())
	var years []int
	for f := range p.All() {
		years = append(years, f.Year)
		for i := range f.Coverage.Gaps { // a copy
			f.Coverage.Gaps[i].Code = "changed"
		}
	}
	assert.Equal(t, []int{2015, 2016, 2017, 2018, 2020}, years)
	for f := range p.All() {
		if f.Year == 2018 {
			assert.Equal(t, "III.1", f.Coverage.Gaps[0].Code)
			break
		}
	}
	assert.Equal(t, []trend.LeftOut{
		{Year: 2019, Status: ghg.Estimated, Reason: "not among the statuses chosen"},
		{Year: 2021, Status: ghg.Nowcast, Reason: "never evidence of a trend"},
		{Year: 2030, Status: ghg.Projected, Reason: "never evidence of a trend"},
	}, slices.Collect(p.LeftOut()))
	assert.Equal(t, []string{trend.FindingMixedVintages, target.FindingIncomplete, ghg.FindingNotActual}, codes(p.Findings()))
	assert.Equal(t, "first vintage: 3 years, vintage 2: 2 years", p.Findings().All[0].Found)
	p.Findings().All[0].Code = "changed"
	assert.Equal(t, trend.FindingMixedVintages, p.Findings().All[0].Code)

	p, err = trend.Choose(s, trend.Between(2016, 2019), ghg.Actual, ghg.Estimated)
	require.NoError(t, err)
	assert.Equal(t, "4 figures, 2016 to 2019 (actual, estimated)", p.String())
	assert.Equal(t, trend.LeftOut{Year: 2015, Status: ghg.Actual, Reason: "outside the years chosen"}, slices.Collect(p.LeftOut())[0])

	p, err = trend.Choose(s, trend.Between(2015, 2017), ghg.Actual)
	require.NoError(t, err, "three are enough")
	assert.Equal(t, 3, p.Len())
}

func TestChooseRefused(t *testing.T) {
	s := mixed(t)
	_, err := trend.Choose(s, trend.AllYears)
	assert.ErrorContains(t, err, "say which figures may enter")
	for _, status := range []ghg.Status{ghg.Nowcast, ghg.Projected, ghg.Projected + 1} {
		_, err = trend.Choose(s, trend.AllYears, ghg.Actual, status)
		var wrong ghg.Fault
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, status.String(), wrong.Value)
	}
	for w, want := range map[trend.Window]ghg.Fault{
		{}:                        {Field: "first year", Value: "0", Detail: "years from 1850 to 2300 are allowed"},
		trend.Between(2020, 2019): {Field: "years", Value: "2020 to 2019", Detail: "the first year must not be after the last"},
		trend.Between(1849, 2000): {Field: "first year", Value: "1849", Detail: "years from 1850 to 2300 are allowed"},
		trend.Between(2000, 2301): {Field: "last year", Value: "2301", Detail: "years from 1850 to 2300 are allowed"},
	} {
		_, err = trend.Choose(s, w, ghg.Actual)
		var none ghg.Fault
		require.ErrorAs(t, err, &none)
		want.Of, want.Code = "trend", ghg.FaultDefinition
		assert.Equal(t, want, none)
	}
	_, err = trend.Choose(s, trend.Between(1850, 2300), ghg.Actual)
	assert.NoError(t, err)
	_, err = trend.Choose(s, trend.Between(2017, 2017), ghg.Actual, ghg.Provisional)
	assert.EqualError(t, err,
		"Daegu has 1 figure for a trend (2017), and 3 are needed: two figures show a difference, not a trend; left out: 2015 (actual: "+
			"outside the years chosen), 2016 (actual: outside the years chosen), 2018 (actual: "+
			"outside the years chosen), 2019 (estimated: outside the years chosen), 2020 (provisional: "+
			"outside the years chosen), 2021 (nowcast: never evidence of a trend), 2030 (projected: never evidence of a trend)")
	_, err = trend.Choose(ghg.Yearly{}, trend.AllYears, ghg.Actual)
	var few *trend.TooFewError
	require.ErrorAs(t, err, &few)
	assert.Empty(t, few.LeftOut)
	assert.EqualError(t, err, " has 0 figures for a trend, and 3 are needed: two figures show a difference, not a trend")

	// Of many figures left out the first eight are listed.
	long := tonnesFrom(t, 1990, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")
	_, err = trend.Choose(long, trend.Between(1990, 1991), ghg.Actual)
	assert.ErrorContains(t, err, "1999 (actual: outside the years chosen) and 2 more")
	require.ErrorAs(t, err, &few)
	assert.Len(t, few.LeftOut, 10)
}

// An amount out of bounds for float64 squares is refused, and the smallest are
// rounded.
func TestChooseExtremes(t *testing.T) {
	big, err := level("1e30", ghg.Tonne).Scale(decimal.New(1, 8))
	require.NoError(t, err)
	figures := []ghg.YearFigure{{Year: 2018, CO2e: big, Vintage: 1}, {Year: 2019, CO2e: level("1", ghg.Tonne), Vintage: 1},
		{Year: 2020, CO2e: level("1", ghg.Tonne), Vintage: 1}}
	s, err := ghg.NewYearly("Daegu", published, ghg.Unstated, figures)
	require.NoError(t, err)
	_, err = trend.Choose(s, trend.AllYears, ghg.Actual)
	assert.ErrorContains(t, err, "2018: an amount of 1e38 tonnes or more is out of bounds")
	figures[0].CO2e = level("99999999999999999999999999999999999999", ghg.Tonne)
	s, err = ghg.NewYearly("Daegu", published, ghg.Unstated, figures)
	require.NoError(t, err)
	f := fitted(t, s)
	i, err := f.Prediction(2030, sure)
	require.NoError(t, err)
	assert.Less(t, i.Low, i.High)

	tiny := tonnesFrom(t, 2018, "0.000000000000000000000000000003", "1e-30", "0")
	near(t, -1.5e-30, fitted(t, tiny).Slope(), 1e-12)
}

func TestZeroPoints(t *testing.T) {
	var p trend.Points
	assert.True(t, p.IsZero())
	assert.Equal(t, "no points", p.String())
	assert.Zero(t, p.Len())
	assert.Empty(t, slices.Collect(p.All()))
	assert.Empty(t, slices.Collect(p.LeftOut()))
	assert.Zero(t, p.Findings().Len())
	assert.Zero(t, p.Series().Len())
	for _, err := range []error{second(trend.LeastSquares(p)), second(trend.TheilSen(p)), second(trend.LeastAbsolute(p))} {
		assert.ErrorContains(t, err, "no points given")
	}
	assert.Equal(t, "all years", trend.AllYears.String())
	assert.Equal(t, "2010 to 2018", trend.Between(2010, 2018).String())
}

func second[T any](_ T, err error) error { return err }

func ExampleChoose() {
	points, err := trend.Choose(gyeongnam(), trend.Between(2018, 2022), ghg.Actual)
	fmt.Println(points, err)
	for l := range points.LeftOut() {
		fmt.Println("left out:", l)
	}
	// Output:
	// 5 figures, 2018 to 2022 (actual) <nil>
	// left out: 2016 (actual: outside the years chosen)
	// left out: 2017 (actual: outside the years chosen)
}

// A series that goes from one publication to its restatement may step there.
func ExamplePoints_Findings() {
	s, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9.43 MtCO2e"), Vintage: 1},
		{Year: 2019, CO2e: ghg.MustCO2e("8.7 MtCO2e"), Vintage: 2},
		{Year: 2020, CO2e: ghg.MustCO2e("8.3 MtCO2e"), Vintage: 2},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	points, err := trend.Choose(s, trend.AllYears, ghg.Actual)
	fmt.Println(points.Findings(), err)
	// Output:
	// Daegu, mixed-vintages: the figures come from several publications (first vintage: 1 year, vintage 2: 2 years): a step between them may be a restatement and no change of emissions <nil>
}
