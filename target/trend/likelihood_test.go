package trend_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The years 2016 to 2022 of a constructed city scatter around a fall of 20 kt a
// year; its level decides how likely it is.
func outlookAt(t testing.TB, level string) trend.Outlook {
	view := ghg.MustDeclaredView("city total", "constructed")
	var figures []ghg.YearFigure
	for i, kt := range []string{"1003", "978", "962", "941", "917", "902", "879"} {
		figures = append(figures, ghg.YearFigure{Year: 2016 + i, CO2e: ghg.MustCO2e(kt + " ktCO2e (AR5)"), Vintage: 1})
	}
	series, err := ghg.NewYearly("town", view, ghg.AR5, figures)
	require.NoError(t, err)
	goal, err := target.New(target.Definition{Name: "2030", Place: "town", Due: 2030, Views: target.Same(view), Metric: ghg.AR5,
		Goal: target.FixedLevel{Level: ghg.MustMass(level)}})
	require.NoError(t, err)
	points, err := trend.Choose(series, trend.AllYears, ghg.Actual)
	require.NoError(t, err)
	fit, err := trend.LeastSquares(points)
	require.NoError(t, err)
	o, err := trend.NewOutlook(goal, fit, ghg.MustShare("95%"))
	require.NoError(t, err)
	return o
}

func TestLikelihood(t *testing.T) {
	i := outlookAt(t, "700 kt").Prediction
	require.Less(t, i.Low, i.Fit)
	for _, x := range []struct {
		level float64
		want  trend.Likelihood
	}{{i.High + 1, trend.Likely}, {i.High - 1, trend.Possible}, {i.Fit + 1, trend.Possible}, {i.Fit - 1, trend.Doubtful}, {i.Low + 1,
		trend.Doubtful}, {i.Low - 1, trend.Unlikely}} {
		o := outlookAt(t, fmt.Sprintf("%.6f t", x.level))
		assert.Equal(t, x.want, o.Likelihood())
		assert.Contains(t, o.Details(), "likelihood")
		assert.Contains(t, o.Details(), x.want.String()+": level ")
	}
	assert.Equal(t, trend.NoLikelihood, trend.Outlook{}.Likelihood())
	assert.Equal(t, "no answer", trend.NoLikelihood.String())
}

func ExampleLikelihood() {
	for _, level := range []string{"760 kt", "725 kt", "705 kt", "600 kt"} {
		o := outlookAt(&testing.T{}, level)
		fmt.Println(level, o.Likelihood())
	}
	// Output:
	// 760 kt likely
	// 725 kt possible
	// 705 kt doubtful
	// 600 kt unlikely
}
