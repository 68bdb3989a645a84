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

var (
	published = ghg.MustDeclaredView("total emissions", "the city")
	sure      = ghg.MustShare("95%")
)

// yearly is a series of actual figures in a unit, on an unstated metric.
func yearly(t *testing.T, place ghg.PlaceID, unit ghg.MassUnit, years []int, amounts []string) ghg.Yearly {
	t.Helper()
	require.Len(t, amounts, len(years))
	figures := make([]ghg.YearFigure, len(years))
	for i, y := range years {
		c, err := ghg.NewCO2e(decimal.RequireFromString(amounts[i]), unit, ghg.Unstated)
		require.NoError(t, err)
		figures[i] = ghg.YearFigure{Year: y, CO2e: c, Vintage: ghg.FirstVintage, Source: "test"}
	}
	s, err := ghg.NewYearly(place, published, ghg.Unstated, figures)
	require.NoError(t, err)
	return s
}

func choose(t *testing.T, s ghg.Yearly) trend.Points {
	t.Helper()
	p, err := trend.Choose(s, trend.AllYears, ghg.Actual)
	require.NoError(t, err)
	return p
}

func fitted(t *testing.T, s ghg.Yearly) trend.Fit {
	t.Helper()
	f, err := trend.LeastSquares(choose(t, s))
	require.NoError(t, err)
	return f
}

// tonnesFrom makes successive years from one on, in tonnes.
func tonnesFrom(t *testing.T, first int, amounts ...string) ghg.Yearly {
	t.Helper()
	years := make([]int, len(amounts))
	for i := range years {
		years[i] = first + i
	}
	return yearly(t, "Daegu", ghg.Tonne, years, amounts)
}

// near asserts relative agreement.
func near(t *testing.T, want, got, relative float64, what ...any) {
	t.Helper()
	assert.LessOrEqual(t, math.Abs(got-want), relative*math.Abs(want), "want %.15g, got %.15g: %v", want, got, what)
}

// within asserts absolute agreement.
func within(t *testing.T, want, got, absolute float64, what ...any) {
	t.Helper()
	assert.LessOrEqual(t, math.Abs(got-want), absolute, "want %.15g, got %.15g: %v", want, got, what)
}

func level(amount string, unit ghg.MassUnit) ghg.CO2e {
	c, err := ghg.NewCO2e(decimal.RequireFromString(amount), unit, ghg.Unstated)
	if err != nil {
		panic(err)
	}
	return c
}
