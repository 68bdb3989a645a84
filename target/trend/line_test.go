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

func TestNewLine(t *testing.T) {
	l, err := trend.NewLine(-10, 20500, 2021, ghg.AR5, "plan of 2022")
	require.NoError(t, err)
	assert.Equal(t, -10.0, l.Slope())
	assert.Equal(t, 20500.0, l.Intercept())
	assert.Equal(t, 290.0, l.At(2021))
	assert.Equal(t, 2021, l.Last())
	assert.Equal(t, ghg.AR5, l.Metric())
	assert.Equal(t, "plan of 2022", l.Source())
	assert.Equal(t, "290 - 10 × (year - 2021) tCO2e (AR5)", l.String())
	for _, bad := range []struct {
		slope, intercept float64
		last             int
		metric           ghg.Metric
		source           string
	}{
		{math.NaN(), 1, 2021, ghg.AR5, "s"}, {1, math.NaN(), 2021, ghg.AR5, "s"}, {math.Inf(-1), 1, 2021, ghg.AR5, "s"}, {1, 1e38, 2021,
			ghg.AR5, "s"}, {1e38, 1, 2021, ghg.AR5, "s"},
		{1, 1, 1849, ghg.AR5, "s"}, {1, 1, 2301, ghg.AR5, "s"}, {1, 1, 2021, ghg.Metric{}, "s"}, {1, 1, 2021, ghg.AR5, ""},
	} {
		l, err := trend.NewLine(bad.slope, bad.intercept, bad.last, bad.metric, bad.source)
		assert.Error(t, err, bad)
		assert.True(t, l.IsZero())
	}
	for _, last := range []int{1850, 2300} {
		_, err = trend.NewLine(1, 1, last, ghg.AR5, "s")
		assert.NoError(t, err)
	}
}

func TestZeroLine(t *testing.T) {
	var l trend.Line
	assert.True(t, l.IsZero())
	assert.Equal(t, "no line", l.String())
	assert.Zero(t, l.At(2030))
	assert.Zero(t, l.Intercept())
	assert.Empty(t, l.Source())
	_, err := l.Attainment(ghg.CO2e{})
	assert.ErrorContains(t, err, "no line given")
	assert.Equal(t, "no fit", trend.AbsoluteFit{}.String())
}

// Statistics are written with six significant digits and without an exponent.
func TestFigureText(t *testing.T) {
	for value, want := range map[float64]string{
		0: "0 + 0 ×", 1234567.89: "+ 1234570 ×", -1234567.89: "- 1234570 ×", 0.000012345678: "+ 0.0000123457 ×", 1.5e-9: "+ 1.5e-09 ×",
		1e-6: "+ 0.000001 ×", 9e20: "+ 900000000000000000000 ×", 1e21: "+ 1e+21 ×",
	} {
		l, err := trend.NewLine(value, 0, 2000, ghg.Unstated, "s")
		require.NoError(t, err)
		assert.Contains(t, l.String(), want)
	}
}

func ExampleNewLine() {
	// The trend of Ale as Klimatkollen published it rises: it reaches no zero.
	l, err := trend.NewLine(782.334178, -1438942.75, 2021, ghg.Unstated, "Klimatkollen")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(l)
	a, err := l.Attainment(ghg.CO2e{})
	fmt.Println(a, err)
	// Output:
	// 142155 + 782.334 × (year - 2021) tCO2e
	// the line does not fall and never reaches 0 tCO2e <nil>
}

// A few odd years move the line of Theil and Sen little.
func ExampleTheilSen() {
	plain, _ := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	odd, _ := trend.Choose(example("경상남도", managed, 2016, "20267.6 kt", "20494.8 kt", "20767.4 kt", "20042.9 kt", "19939.2 kt",
		"19674.3 kt", "26000 kt"), trend.AllYears, ghg.Actual)
	for _, p := range []trend.Points{plain, odd} {
		sen, err := trend.TheilSen(p)
		if err != nil {
			fmt.Println(err)
			return
		}
		fit, _ := trend.LeastSquares(p)
		fmt.Printf("Theil-Sen %.0f, least squares %.0f tonnes a year\n", sen.Slope(), fit.Slope())
	}
	// Output:
	// Theil-Sen -161500, least squares -157979 tonnes a year
	// Theil-Sen -82100, least squares 526000 tonnes a year
}
