package ghg_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDateValid(t *testing.T) {
	for d, ok := range map[ghg.Date]bool{
		{Year: 2018, Month: 12, Day: 31}: true, {Year: 2020, Month: 2, Day: 29}: true, {Year: 2019, Month: 2, Day: 29}: false,
		{Year: 1849, Month: 12, Day: 31}: false, {Year: 1850, Month: 1, Day: 1}: true, {Year: 2300, Month: 12, Day: 31}: true,
		{Year: 2301, Month: 1, Day: 1}: false, {Year: 2018, Month: 13, Day: 1}: false, {Year: 2018, Month: 1, Day: 0}: false,
		{}: false, {Year: 2018, Month: 4, Day: 31}: false,
	} {
		assert.Equal(t, ok, d.Valid(), d.String())
	}
	a, b := ghg.Date{Year: 2018, Month: 12, Day: 31}, ghg.Date{Year: 2019, Month: 1, Day: 1}
	assert.True(t, a.Before(b))
	assert.False(t, b.Before(a))
	assert.False(t, a.Before(a))
	assert.Equal(t, "2018-12-31", a.String())
}

func TestNewPeriod(t *testing.T) {
	day := ghg.Date{Year: 2018, Month: 5, Day: 1}
	p, err := ghg.NewPeriod(day, day)
	require.NoError(t, err, "a single day")
	assert.Equal(t, day, p.Start())
	assert.Equal(t, day, p.End())
	for _, x := range [][2]ghg.Date{
		{day, {Year: 2018, Month: 4, Day: 30}},
		{{}, day},
		{day, {Year: 2018, Month: 6, Day: 31}},
		{day, {Year: 2301, Month: 1, Day: 1}},
	} {
		_, err := ghg.NewPeriod(x[0], x[1])
		assert.ErrorContains(t, err, "must exist, in years from 1850 to 2300, and stand in this order")
	}
}

func TestYears(t *testing.T) {
	for year, ok := range map[int]bool{1849: false, 1850: true, 2018: true, 2300: true, 2301: false, 0: false, -5: false} {
		assert.Equal(t, ok, !ghg.CalendarYear(year).IsZero(), "%d", year)
	}
	y := ghg.CalendarYear(2018)
	assert.Equal(t, "2018-01-01", y.Start().String())
	assert.Equal(t, "2018-12-31", y.End().String())
	assert.Equal(t, 2018, y.Year())
	f := ghg.FiscalYear(2018, time.April)
	assert.Equal(t, "2018-04-01/2019-03-31", f.String())
	assert.Equal(t, 2018, f.Year(), "the year it begins in")
	assert.Equal(t, "2019-03-01/2020-02-29", ghg.FiscalYear(2019, time.March).String(), "a leap year")
	assert.True(t, ghg.FiscalYear(2300, time.April).IsZero())
	assert.True(t, ghg.FiscalYear(2018, 13).IsZero())
	assert.True(t, ghg.FiscalYear(2018, 0).IsZero())
	assert.Equal(t, "no period", ghg.Period{}.String())
}

func TestIsTwelveMonths(t *testing.T) {
	for text, want := range map[string]bool{
		"1850": true, "2300": true, "2018": true, "2019": true, "2020": true, "2018-04-01/2019-03-31": true, "2019-03-01/2020-02-29": true,
		"2020-02-29/2021-02-28": true,
		"2018-01-01/2018-12-30": false, "2018-01-01/2019-01-01": false, "2018-01-01/2018-06-30": false, "2018-01-01/2019-12-31": false,
	} {
		p, err := ghg.ParsePeriod(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, p.IsTwelveMonths(), text)
		assert.Equal(t, text, p.String())
	}
	assert.False(t, ghg.Period{}.IsTwelveMonths())
}

func TestParsePeriod(t *testing.T) {
	p, err := ghg.ParsePeriod("2018-01-01/2018-12-31")
	require.NoError(t, err)
	assert.Equal(t, ghg.CalendarYear(2018), p, "a calendar year, however it is written")
	assert.Equal(t, "2018", p.String())
	for _, text := range []string{"", "18", "02018", "1849", "2301", "201x", "20 8", "201/", "201:", "2018-04-01", "2018-04-01/2019-02-29",
		"2018-04-01-2019-03-31", "2018-4-1/2019-3-31 ", "2018-04-01/2018-03-31", "1849-01-01/1850-12-31", "２０１８",
		"2018-13-01/2019-03-31", "2018-04-01/2019-33-31"} {
		_, err := ghg.ParsePeriod(text)
		assert.ErrorContains(t, err, "1850 to 2300", text)
	}
	for _, text := range []string{"FY18", "2018-13-01/2019-03-31", "2018-04-01/2019-33-31"} {
		_, err = ghg.ParsePeriod(text)
		assert.ErrorContains(t, err, "write a year from 1850 to 2300, or the first and last day", text)
	}
	_, err = ghg.ParsePeriod("FY18")
	assert.EqualError(t, err, `period "FY18": write a year from 1850 to 2300, or the first and last day as 2018-04-01/2019-03-31`)
}

func TestPeriodText(t *testing.T) {
	b, err := json.Marshal([]ghg.Period{ghg.CalendarYear(2018), ghg.FiscalYear(2018, time.April), {}})
	require.NoError(t, err)
	assert.Equal(t, `["2018","2018-04-01/2019-03-31",""]`, string(b))
	var back []ghg.Period
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, []ghg.Period{ghg.CalendarYear(2018), ghg.FiscalYear(2018, time.April), {}}, back)
	p := ghg.CalendarYear(2018)
	assert.Error(t, p.UnmarshalText([]byte("2018年")))
	assert.Equal(t, ghg.CalendarYear(2018), p, "stays as it was")
}

func TestVintage(t *testing.T) {
	assert.Equal(t, "first vintage", ghg.FirstVintage.String())
	assert.Equal(t, "vintage 2", ghg.Vintage(2).String())
	assert.Equal(t, "no vintage", ghg.Vintage(0).String())
}

func TestParseDate(t *testing.T) {
	d, err := ghg.ParseDate("2020-02-29")
	require.NoError(t, err)
	assert.Equal(t, ghg.Date{Year: 2020, Month: time.February, Day: 29}, d)
	assert.Equal(t, d, ghg.MustDate(d.String()))
	for _, s := range []string{"", "2019-02-29", "2020-2-29", "2020.02.29", "1849-12-31", "2301-01-01", "2020-02-29 ", "20200229"} {
		_, err := ghg.ParseDate(s)
		assert.ErrorContains(t, err, "2018-12-31", s)
	}
	assert.Panics(t, func() { ghg.MustDate("today") })
}

// Words of periods stand in the order of their days, and no two periods have one.
func TestPeriodWords(t *testing.T) {
	days := []string{"1850-01-01", "1999-12-31", "2018-01-01", "2018-12-31", "2300-12-31"}
	last := ghg.Period{}
	for i, first := range days {
		for _, end := range days[i:] {
			p, err := ghg.NewPeriod(ghg.MustDate(first), ghg.MustDate(end))
			require.NoError(t, err)
			assert.Greater(t, p.Word(), last.Word(), p)
			last = p
		}
	}
}

// Every day that is accounted for stands in a period as it was given.
func TestPeriodKeepsItsDays(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	first := ghg.MustDate("1850-01-01")
	day := time.Date(1850, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := 1; day.Year() <= 2300; n++ {
		d := ghg.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}
		p, err := ghg.NewPeriod(first, d)
		if err != nil || p.Start() != first || p.End() != d || p.Year() != 1850 || p.IsZero() {
			t.Fatal(n, d, p, err)
		}
		if p, err = ghg.NewPeriod(d, d); err != nil || p.Start() != d || p.End() != d || p.String() != d.String()+"/"+d.String() {
			t.Fatal(n, d, p, err)
		}
		day = day.AddDate(0, 0, 1)
	}
	assert.Equal(t, ghg.Date{}, ghg.Period{}.Start())
	assert.Equal(t, ghg.Date{}, ghg.Period{}.End())
	assert.Zero(t, ghg.Period{}.Year())
}
