package target_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// coldYear is a total of 1470 kt in an invented cold year that would have been
// 1449.5 kt in a normal one, below a level of 1455 kt.
func coldYear() (total, trend ghg.Yearly, err error) {
	series := func(v ghg.View, co2e string) ghg.Yearly {
		return figures(v, ghg.AR5, ghg.YearFigure{Year: 2023, CO2e: ghg.MustCO2e(co2e), Vintage: ghg.FirstVintage, Source: "city inventory"})
	}
	actual, err := ghg.NewYears("degree days", "°C d", nil, ghg.OfYear[decimal.Decimal]{Year: 2023, Value: decimal.New(3200, 0)})
	if err != nil {
		return total, trend, err
	}
	days, err := drivers.NewDegreeDays(drivers.DegreeDaysDefinition{
		Dependence: drivers.Heating, Base: decimal.New(18, 0), Rule: "base less the daily mean, where that is below the base",
		Normal: decimal.New(3000, 0), NormalPeriod: "1991-2020",
		Actual: actual, Source: "city station",
	})
	if err != nil {
		return total, trend, err
	}
	fuels, err := ghg.NewView(ghg.ViewDefinition{Name: "fuels in homes", Scheme: gpc.Scheme, Categories: []string{"I.1.1"}})
	if err != nil {
		return total, trend, err
	}
	total = series(gpc.Basic, "1470 ktCO2e (AR5)")
	adjusted, err := drivers.AdjustForWeather(total, drivers.Weather{
		Part: series(fuels, "410 ktCO2e (AR5)"), Dependent: ghg.MustShare("80%"), DegreeDays: days})
	return total, adjusted.ForTrend(), err
}

func level1455(v ghg.View) (target.Target, error) {
	return target.New(target.Definition{
		Name: "2023", Place: "Daegu", Due: 2023, Views: target.Same(v), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2021, Base: ghg.MustMass("1.5 Mt"), Cut: ghg.MustShare("3%")}})
}

// A target is held against what was emitted, not against what would have been
// in other weather: it refuses the series that is adjusted for trends.
func ExampleTarget_Match_weatherAdjusted() {
	total, trend, err := coldYear()
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := level1455(gpc.Basic)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.Match(total))
	var mismatch *ghg.MismatchError
	if errors.As(t.Match(trend), &mismatch) {
		fmt.Println("refused, as they differ in", mismatch.Differ[0].Aspect)
	}
	_, err = t.Progress(2023, target.Linear, target.DefaultRules, trend)
	fmt.Println(errors.As(err, &mismatch))
	// Output:
	// <nil>
	// refused, as they differ in view
	// true
}

// Even a target that somebody sets in the adjusted view finds estimates alone,
// which achieve nothing.
func TestWeatherAdjustedNeverAchieves(t *testing.T) {
	_, trend, err := coldYear()
	require.NoError(t, err)
	x, err := level1455(trend.View())
	require.NoError(t, err)
	p, err := x.Progress(2023, target.Linear, target.DefaultRules, trend)
	require.NoError(t, err)
	assert.True(t, p.Emissions.Tonnes().LessThan(amount(t, p.Limit).Tonnes()))
	assert.Equal(t, ghg.Estimated, p.Figure.Status)
	assert.NotEqual(t, target.Achieved, p.Status)
}
