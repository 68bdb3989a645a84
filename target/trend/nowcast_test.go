package trend_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func newLine(t *testing.T, slope, at2020 float64) trend.Line {
	t.Helper()
	l, err := trend.NewLine(slope, at2020-slope*2020, 2020, ghg.Unstated, "Klimatkollen")
	require.NoError(t, err)
	return l
}

func TestNowcast(t *testing.T) {
	s := tonnesFrom(t, 2018, "10", "7", "6.5")
	before := slices.Collect(s.All())

	filled, findings, err := trend.Nowcast(s, 2022, trend.Hold)
	require.NoError(t, err)
	assert.Zero(t, findings.Len())
	f, ok := filled.At(2022)
	require.True(t, ok)
	assert.Equal(t, "6.5 tCO2e", f.CO2e.String(), "as it is")
	assert.Equal(t, ghg.Nowcast, f.Status)
	assert.Equal(t, "nowcast: figure of 2020 held", f.Source)
	assert.Equal(t, ghg.FirstVintage, f.Vintage)
	for i, f := range slices.Collect(filled.All())[:3] {
		assert.Equal(t, before[i], f)
	}
	assert.Equal(t, 3, s.Len())

	filled, _, err = trend.Nowcast(s, 2022, trend.NoFilling)
	require.NoError(t, err)
	assert.Equal(t, before, slices.Collect(filled.All()))
	filled, _, err = trend.Nowcast(s, 2019, trend.Hold)
	require.NoError(t, err)
	assert.Equal(t, 3, filled.Len(), "nothing lags")

	fit := fitted(t, s)
	filled, _, err = trend.Nowcast(s, 2021, trend.Along(fit.Line()))
	require.NoError(t, err)
	f, _ = filled.At(2021)
	assert.Equal(t, "4.333333333333 tCO2e", f.CO2e.String()) // mean 47/6, slope -7/4, two years on
	assert.Equal(t, "nowcast: trend, least squares, 3 figures, 2018 to 2020 (actual)", f.Source)

	other := yearly(t, "Daegu", ghg.Tonne, []int{2020, 2021, 2023}, []string{"99", "6.25", "-1"})
	filled, findings, err = trend.Nowcast(s, 2023, trend.External(other))
	require.NoError(t, err)
	f, _ = filled.At(2020)
	assert.Equal(t, "6.5 tCO2e", f.CO2e.String())
	f, _ = filled.At(2021)
	assert.Equal(t, "6.25 tCO2e", f.CO2e.String())
	assert.Equal(t, "nowcast: external series, test", f.Source)
	_, ok = filled.At(2022)
	assert.False(t, ok)
	f, _ = filled.At(2023)
	assert.Equal(t, "0 tCO2e", f.CO2e.String())
	assert.Equal(t, []string{trend.FindingNotFilled, trend.FindingClipped}, codes(findings))
	assert.Equal(t, "-1", findings.All[1].Stated)
}

// Only the years after the last known figure are filled, and a nowcast or
// projection that is there stays.
func TestNowcastKeeps(t *testing.T) {
	s := mixed(t) // known through 2020; a nowcast of 2021, a projection of 2030
	filled, findings, err := trend.Nowcast(s, 2031, trend.Hold)
	require.NoError(t, err)
	assert.Equal(t, s.Len()+9, filled.Len())
	for f := range s.All() {
		kept, _ := filled.At(f.Year)
		assert.Equal(t, f, kept)
	}
	f, _ := filled.At(2031)
	assert.Equal(t, "90000 tCO2e", f.CO2e.String())
	assert.Equal(t, []string{trend.FindingLongLag}, codes(findings))
	assert.Equal(t, "9", findings.All[0].Found)
	// What is filled never enters a trend.
	_, err = trend.Choose(filled, trend.Between(2021, 2031), ghg.Actual, ghg.Provisional, ghg.Estimated)
	var few *trend.TooFewError
	require.ErrorAs(t, err, &few)
	assert.Empty(t, few.Years)

	_, findings, err = trend.Nowcast(tonnesFrom(t, 2018, "1"), 2021, trend.Hold)
	require.NoError(t, err)
	assert.Zero(t, findings.Len(), "three years are usual")
}

func TestNowcastClips(t *testing.T) {
	s := tonnesFrom(t, 2018, "10", "7", "6")
	filled, findings, err := trend.Nowcast(s, 2022, trend.Along(newLine(t, -3, 3.4)))
	require.NoError(t, err)
	values := func(y ghg.Yearly) []string {
		var out []string
		for f := range y.All() {
			out = append(out, f.CO2e.Tonnes().String())
		}
		return out
	}
	assert.Equal(t, []string{"10", "7", "6", "0.4", "0"}, values(filled))
	assert.Equal(t, []string{trend.FindingClipped}, codes(findings))
	assert.Equal(t, "-2.6", findings.All[0].Stated)

	// A net total that is below zero may stay there; one of zero may not fall.
	filled, findings, err = trend.Nowcast(tonnesFrom(t, 2020, "-6"), 2021, trend.Along(newLine(t, -3, -6)))
	require.NoError(t, err)
	assert.Equal(t, []string{"-6", "-9"}, values(filled))
	assert.Zero(t, findings.Len())
	filled, _, err = trend.Nowcast(tonnesFrom(t, 2020, "0"), 2021, trend.Along(newLine(t, -3, 0)))
	require.NoError(t, err)
	assert.Equal(t, []string{"0", "0"}, values(filled))
}

func TestNowcastRefused(t *testing.T) {
	s := tonnesFrom(t, 2018, "10", "7", "6")
	ask := func(through int, how trend.Filling) error {
		y, f, err := trend.Nowcast(s, through, how)
		if err != nil {
			assert.Zero(t, y.Len())
			assert.Zero(t, f.Len())
		}
		return err
	}
	assert.ErrorContains(t, ask(2022, trend.Filling{}), "no filling given")
	assert.ErrorContains(t, ask(2022, trend.Along(trend.Line{})), "no line given")
	var year *ghg.YearError
	assert.ErrorAs(t, ask(2301, trend.Hold), &year)
	assert.ErrorAs(t, ask(1849, trend.Hold), &year)
	assert.NoError(t, ask(2300, trend.Hold))
	assert.NoError(t, ask(1850, trend.Hold))

	aspect := func(err error) ghg.Aspect {
		var other *ghg.MismatchError
		if assert.ErrorAs(t, err, &other) {
			return other.Differ[0].Aspect
		}
		return ""
	}
	elsewhere := yearly(t, "Busan", ghg.Tonne, []int{2019, 2020, 2021}, []string{"3", "2", "2"})
	assert.Equal(t, ghg.AspectPlace, aspect(ask(2022, trend.External(elsewhere))))
	assert.Equal(t, ghg.AspectPlace, aspect(ask(2022, trend.Along(fitted(t, elsewhere).Line()))))
	assert.Equal(t, ghg.AspectPlace, aspect(ask(2022, trend.External(ghg.Yearly{}))))
	narrower, err := ghg.NewYearly("Daegu", ghg.MustDeclaredView("energy only", "the city"), ghg.Unstated, nil)
	require.NoError(t, err)
	assert.Equal(t, ghg.AspectView, aspect(ask(2022, trend.External(narrower))))
	ar5, err := ghg.NewYearly("Daegu", published, ghg.AR5, nil)
	require.NoError(t, err)
	err = ask(2022, trend.External(ar5))
	assert.Equal(t, ghg.AspectMetric, aspect(err))
	assert.EqualError(t, err,
		"the series and the filling do not meet: metric unstated and AR5: make both with one metric, or restate one in the other's")
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
	l, err := trend.NewLine(-1, 1, 2020, ghg.AR5, "s")
	require.NoError(t, err)
	assert.Equal(t, ghg.AspectMetric, aspect(ask(2022, trend.Along(l))))

	steep, err := trend.NewLine(9e37, 0, 2020, ghg.Unstated, "s")
	require.NoError(t, err)
	assert.ErrorContains(t, ask(2022, trend.Along(steep)), "2021: the line comes to 1.8189e+41 t, out of bounds")

	long, err := level("12345678901234567890123456789", ghg.Tonne).Scale(decimal.RequireFromString("1.000000000000001"))
	require.NoError(t, err)
	digits, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{{Year: 2020, CO2e: long, Vintage: 1}})
	require.NoError(t, err)
	filled, _, err := trend.Nowcast(digits, 2021, trend.Hold)
	require.NoError(t, err)
	f, _ := filled.At(2021)
	assert.True(t, f.CO2e.Equal(long), "a figure held is taken exactly")

	onlyNowcast, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{{Year: 2020, CO2e: level("1", ghg.Tonne),
		Status: ghg.Nowcast, Vintage: 1}})
	require.NoError(t, err)
	_, _, err = trend.Nowcast(onlyNowcast, 2022, trend.Hold)
	assert.EqualError(t, err, `"Daegu" has no known figure to fill on from: an actual, provisional or estimated one is needed`)
}

func TestFillingText(t *testing.T) {
	for want, f := range map[string]trend.Filling{
		"no filling": trend.NoFilling, "the last figure held": trend.Hold, "external series": trend.External(ghg.Yearly{}),
		"trend, Klimatkollen": trend.Along(newLine(t, -1, 3)), "no filling chosen": {},
	} {
		assert.Equal(t, want, f.String())
	}
	assert.False(t, math.IsNaN(newLine(t, -1, 3).At(2030)))
}

// Inventories come two years late. What fills the lag is marked, and no
// evidence of a trend or an achievement.
func ExampleNowcast() {
	series := gyeongnam()
	points, _ := trend.Choose(series, trend.AllYears, ghg.Actual)
	sen, _ := trend.TheilSen(points)
	filled, findings, err := trend.Nowcast(series, 2024, trend.Along(sen))
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range filled.All() {
		if f.Year >= 2022 {
			fmt.Println(f.Year, f.CO2e, f.Status, "|", f.Source)
		}
	}
	fmt.Println(findings.Len(), "findings")
	_, _, err = trend.Nowcast(series, 2024, trend.Filling{})
	fmt.Println(err)
	// Output:
	// 2022 19616200 tCO2e actual | published series
	// 2023 19454700 tCO2e nowcast | nowcast: trend, Theil-Sen, 7 figures, 2016 to 2022 (actual)
	// 2024 19293200 tCO2e nowcast | nowcast: trend, Theil-Sen, 7 figures, 2016 to 2022 (actual)
	// 0 findings
	// no filling given: name one, such as trend.Hold or trend.NoFilling
}

func ExampleFilling() {
	for _, how := range []trend.Filling{trend.NoFilling, trend.Hold} {
		filled, _, err := trend.Nowcast(gyeongnam(), 2023, how)
		last, _ := filled.Last()
		fmt.Println(how, "|", last.Year, last.CO2e, last.Status, err)
	}
	// Output:
	// no filling | 2022 19616200 tCO2e actual <nil>
	// the last figure held | 2023 19616200 tCO2e nowcast <nil>
}
