package trend_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// CO2 alone until 2019, and CH4 with it from 2020 on: one finding, with how much.
func TestTrendOfUnlikeYears(t *testing.T) {
	var all []ghg.YearFigure
	for year := 2018; year <= 2022; year++ {
		f := ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1}
		f.Parts = []ghg.YearPart{{Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.1.1"}, Gas: ghg.CO2, CO2e: f.CO2e}}
		if year >= 2020 {
			f.CO2e = ghg.MustCO2e("10 MtCO2e (AR5)")
			f.Parts = append(f.Parts, ghg.YearPart{Category: f.Parts[0].Category, Gas: ghg.CH4, CO2e: ghg.MustCO2e("1 MtCO2e (AR5)")})
		}
		all = append(all, f)
	}
	series, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, all)
	require.NoError(t, err)
	p, err := trend.Choose(series, trend.AllYears, ghg.Actual)
	require.NoError(t, err)
	require.Len(t, p.Findings().All, 1)
	f := p.Findings().All[0]
	assert.Equal(t, target.FindingUnlike, f.Code)
	assert.Equal(t, ghg.Serious, f.Severity)
	assert.Contains(t, f.Detail, "I.1.1 CH4 (in 2019 no figure), 1000000 tCO2e (AR5) of 2020")
	p, err = trend.Choose(series, trend.Between(2020, 2022), ghg.Actual)
	require.NoError(t, err)
	assert.Empty(t, p.Findings().All)
}

func TestTrendOfFiscalYears(t *testing.T) {
	var all []ghg.YearFigure
	for _, p := range []ghg.Period{ghg.CalendarYear(2018), ghg.FiscalYear(2019, time.April), ghg.FiscalYear(2020, time.July),
		ghg.CalendarYear(2021)} {
		all = append(all, ghg.YearFigure{Year: p.Year(), Period: p, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1})
	}
	series, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, all)
	require.NoError(t, err)
	p, err := trend.Choose(series, trend.AllYears, ghg.Actual)
	require.NoError(t, err)
	require.Len(t, p.Findings().All, 1)
	f := p.Findings().All[0]
	assert.Equal(t, target.FindingPeriods, f.Code)
	assert.Equal(t, "3", f.Found)
	assert.Contains(t, f.Detail, "2020-07-01/2021-06-30 and 2021: 181 days in both")
}

// What is filled behind fiscal years is of fiscal years.
func TestNowcastOfFiscalYears(t *testing.T) {
	series, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2020, Period: ghg.FiscalYear(2020, time.July), CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1}})
	require.NoError(t, err)
	filled, _, err := trend.Nowcast(series, 2022, trend.Hold)
	require.NoError(t, err)
	assert.Empty(t, filled.Breaks())
	f, _ := filled.Last()
	assert.Equal(t, ghg.FiscalYear(2022, time.July), f.Period)
}
