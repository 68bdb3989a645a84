package ghg_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// broken is a series of a calendar year, two fiscal years and a calendar year.
func broken(t *testing.T) ghg.Yearly {
	var all []ghg.YearFigure
	for _, p := range []ghg.Period{ghg.CalendarYear(2018), ghg.FiscalYear(2019, time.April), ghg.FiscalYear(2020, time.July),
		ghg.CalendarYear(2021)} {
		all = append(all, ghg.YearFigure{Year: p.Year(), Period: p, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1})
	}
	y, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, all)
	require.NoError(t, err)
	return y
}

func TestYearlyKeepsItsPeriods(t *testing.T) {
	y := broken(t)
	f, err := y.Figure(2020)
	require.NoError(t, err)
	assert.Equal(t, "2020-07-01/2021-06-30", f.Period.String())
	var days []int
	for _, b := range y.Breaks() {
		days = append(days, b.Days)
	}
	assert.Equal(t, []int{90, 91, -181}, days, "January to March, April to June, and January to June twice")
	assert.EqualError(t, y.CanAdd(2018, 2021), "series of Daegu: the periods do not follow one another: "+
		"2018 and 2019-04-01/2020-03-31: 90 days in neither, "+
		"2019-04-01/2020-03-31 and 2020-07-01/2021-06-30: 91 days in neither, 2020-07-01/2021-06-30 and 2021: 181 days in both"+
		"; add figures of periods that do, or restate them for calendar years")
	assert.NoError(t, y.CanAdd(2018, 2018))
	assert.Error(t, y.CanAdd(2020, 2021))

	for _, month := range []time.Month{time.January, time.April} { // they follow one another
		var all []ghg.YearFigure
		for year := 2018; year < 2025; year += 1 + year%2 { // a year left out is no break
			all = append(all, ghg.YearFigure{Year: year, Period: ghg.FiscalYear(year, month), CO2e: ghg.MustCO2e("9 t CO2e"), Vintage: 1})
		}
		y, err := ghg.NewYearly("Daegu", ghg.MustDeclaredView("total", "x"), ghg.Unstated, all)
		require.NoError(t, err)
		assert.Empty(t, y.Breaks())
		assert.NoError(t, y.CanAdd(2018, 2024))
	}
	assert.Empty(t, ghg.Yearly{}.Breaks())
}

// Over a year left out, a fiscal year behind a calendar year is a break all the same.
func TestBreakOverAMissingYear(t *testing.T) {
	y, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1},
		{Year: 2020, Period: ghg.FiscalYear(2020, time.April), CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1}})
	require.NoError(t, err)
	assert.Len(t, y.Breaks(), 1)
}

func TestYearlyRefusesPeriods(t *testing.T) {
	half, err := ghg.NewPeriod(ghg.MustDate("2018-01-01"), ghg.MustDate("2018-06-30"))
	require.NoError(t, err)
	for _, p := range []ghg.Period{half, ghg.CalendarYear(2019), ghg.FiscalYear(2017, time.July)} {
		_, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{
			{Year: 2018, Period: p, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1}})
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, "period", fault.Field)
		assert.Equal(t, p.String(), fault.Value)
	}
}

func TestSamePart(t *testing.T) {
	assert.True(t, ghg.CalendarYear(2018).SamePart(ghg.CalendarYear(2020)))
	assert.True(t, ghg.FiscalYear(2018, time.July).SamePart(ghg.FiscalYear(2021, time.July)))
	assert.False(t, ghg.CalendarYear(2018).SamePart(ghg.FiscalYear(2018, time.July)))
	assert.False(t, ghg.Period{}.SamePart(ghg.Period{}))
}

// A year that begins on the 29th of February ends on the 28th, and the next begins in March.
func TestYearsFromALeapDayFollowOneAnother(t *testing.T) {
	var all []ghg.YearFigure
	for _, text := range []string{"2020-02-29/2021-02-28", "2021-03-01/2022-02-28"} {
		p, err := ghg.ParsePeriod(text)
		require.NoError(t, err)
		all = append(all, ghg.YearFigure{Year: p.Year(), Period: p, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1})
	}
	y, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, all)
	require.NoError(t, err)
	assert.Empty(t, y.Breaks())
	assert.NoError(t, y.CanAdd(2020, 2021))
}

// Eight breaks are all told.
func TestBreaksAreTold(t *testing.T) {
	for n, more := range map[int]string{9: "2026 and 2027-07-01/2028-06-30: 181 days in neither; add", 10: "in neither, and 1 more; add"} {
		var all []ghg.YearFigure
		for i := range n {
			year := 2019 + i
			p := ghg.CalendarYear(year)
			if i%2 == 0 {
				p = ghg.FiscalYear(year, time.July)
			}
			all = append(all, ghg.YearFigure{Year: year, Period: p, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)"), Vintage: 1})
		}
		y, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, all)
		require.NoError(t, err)
		assert.ErrorContains(t, y.CanAdd(2019, 2030), more)
	}
}
