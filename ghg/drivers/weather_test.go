package drivers_test

import (
	"encoding/json"
	"math/big"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func weather() drivers.Weather {
	dd, err := drivers.NewDegreeDays(heatingDays())
	if err != nil {
		panic(err)
	}
	return drivers.Weather{Part: kilotonnes(heated(), "400", "360", "410"), Dependent: ghg.MustShare("80%"), DegreeDays: dd}
}

// By hand: 0.8 × 410 000.003 × (3000 - 3200)/3200 = -20500.00015, and with a
// normal of 3000 and 2700 degree days 0.8 × 360 000.000001 × 300/2700 =
// 32000.0000000888… to 12 places.
func TestAdjustmentIsRoundedOnce(t *testing.T) {
	w := weather()
	w.Part = kilotonnes(heated(), "0", "360.000000001", "410.000003")
	total := kilotonnes(gpc.Basic, "1500.0007", "1440", "1470.0000001")
	a, err := drivers.AdjustForWeather(total, w)
	require.NoError(t, err)
	years := slices.Collect(a.All())
	require.Len(t, years, 3)
	assertTonnes(t, "-20500.00015", years[2].Adjustment.Tonnes())
	assertTonnes(t, "1449499.99995", years[2].Adjusted.Tonnes(), "the sum is exact")
	assertTonnes(t, "32000.000000088889", years[1].Adjustment.Tonnes())
	assertTonnes(t, "1500000.7", years[0].Adjusted.Tonnes(), "no part, no adjustment")
}

// The formula as it is usually told: the dependent part divided by the ratio.
func TestAdjustmentIsADivision(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 300 {
		d, actual := heatingDays(), decimal.New(r.Int63n(4e6)+1, -3)
		d.Normal, d.Actual = decimal.New(r.Int63n(4e6)+1, -3), degreeDays(map[int]decimal.Decimal{2021: actual})
		share, err := ghg.NewShare(decimal.New(r.Int63n(1001), -3))
		require.NoError(t, err)
		part := decimal.New(r.Int63n(1e12), -4)
		c, err := ghg.NewCO2e(part, ghg.Tonne, ghg.AR5)
		require.NoError(t, err)
		a, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), drivers.Weather{
			Part:      published("Chuncheon", heated(), ghg.YearFigure{Year: 2021, CO2e: c, Vintage: 1}),
			Dependent: share, DegreeDays: mustDegreeDays(d)})
		require.NoError(t, err)
		year := slices.Collect(a.All())[0]

		dependent := new(big.Rat).Mul(part.Rat(), share.Fraction().Rat())
		ratio := new(big.Rat).Quo(actual.Rat(), d.Normal.Rat())
		want := new(big.Rat).Quo(dependent, ratio)
		want.Sub(want, dependent).Add(want, big.NewRat(1_500_000, 1))
		off := new(big.Rat).Sub(want, year.Adjusted.Tonnes().Rat())
		assert.LessOrEqual(t, off.Abs(off).Cmp(decimal.New(5, -13).Rat()), 0, "within half a unit of the last place")
	}
}

// What lies on the other side of the normal is adjusted the other way.
func TestSigns(t *testing.T) {
	a, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500", "1440", "1470"), weather())
	require.NoError(t, err)
	var signs []int
	for y := range a.All() {
		signs = append(signs, y.Adjustment.Sign())
		sum, err := y.Unadjusted.CO2e.Add(y.Adjustment)
		require.NoError(t, err)
		assert.True(t, sum.Equal(y.Adjusted))
	}
	assert.Equal(t, []int{0, 1, -1}, signs)
}

func TestWeatherRefused(t *testing.T) {
	total := kilotonnes(gpc.Basic, "1500", "1440", "1470")
	part := func(place ghg.PlaceID, v ghg.View, co2e string) ghg.Yearly {
		return published(place, v, ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e(co2e), Vintage: 1})
	}
	for name, x := range map[string]struct {
		change func(*drivers.Weather)
		want   string
	}{
		"no degree days": {func(w *drivers.Weather) { w.DegreeDays = drivers.DegreeDays{} }, "weather adjustment, degree days: make them"},
		"no share":       {func(w *drivers.Weather) { w.Dependent = ghg.Share{} }, "100% has to be said"},
		"negative share": {func(w *drivers.Weather) { w.Dependent = ghg.MustShare("-0.1%") },
			`weather adjustment, dependent "-0.1%": 0% to 100% are allowed`},
		"large share": {func(w *drivers.Weather) { w.Dependent = ghg.MustShare("100.1%") }, `dependent "100.1%"`},
		"no part":     {func(w *drivers.Weather) { w.Part = ghg.Yearly{} }, `the total and its part do not meet: place "Chuncheon" and ""`},
		"place": {func(w *drivers.Weather) { w.Part = part("Suwon", heated(), "1 t CO2e (AR5)") },
			`place "Chuncheon" and "Suwon": both`},
		"metric": {func(w *drivers.Weather) { w.Part = part("Chuncheon", heated(), "1 t CO2e") }, "metric AR5 and unstated: make both"},
		"edition": {func(w *drivers.Weather) {
			w.Part = part("Chuncheon", ghg.MustDeclaredView("heating", "city"), "1 t CO2e (AR5)")
		}, "view GPC 1.1 BASIC and heating (as declared by city)"},
		"negative part": {func(w *drivers.Weather) { w.Part = kilotonnes(heated(), "400", "-1", "410") },
			`2022, heating part "-1000 tCO2e (AR5)": emissions`},
		"part ends": {func(w *drivers.Weather) { w.Part = kilotonnes(heated(), "400", "360") }, "the heating part: no figure for 2023"},
	} {
		w := weather()
		x.change(&w)
		_, err := drivers.AdjustForWeather(total, w)
		assert.ErrorContains(t, err, x.want, name)
	}
	_, err := drivers.AdjustForWeather(ghg.Yearly{}, weather())
	assert.ErrorContains(t, err, "weather adjustment, total: it has no year")

	w := weather()
	w.Dependent = ghg.MustShare("0%")
	_, err = drivers.AdjustForWeather(total, w)
	assert.NoError(t, err, "0% has been said")
	w.Dependent = ghg.MustShare("100%")
	_, err = drivers.AdjustForWeather(total, w)
	assert.NoError(t, err)

	w.Part = ghg.Yearly{}
	_, err = drivers.AdjustForWeather(total, w)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace) && mismatch.In(ghg.AspectMetric), "all that differs is said")

	d := heatingDays()
	d.Actual = degreeDays(map[int]decimal.Decimal{2021: decimal.New(3000, 0), 2022: decimal.New(2700, 0)})
	w = weather()
	w.DegreeDays = mustDegreeDays(d)
	_, err = drivers.AdjustForWeather(total, w)
	var missing *ghg.NoFigureError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, ghg.NoFigureError{Year: 2023, Of: "heating degree days", Have: []int{2021, 2022}}, *missing)
}

// A part may outgrow a total that is net of sinks; numbers may outgrow all
// bounds, and are refused.
func TestWeatherExtremes(t *testing.T) {
	w := weather()
	_, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "-3"), w)
	assert.NoError(t, err)

	c := ghg.MustCO2e("1e20 t CO2e (AR5)")
	for next, err := c.Scale(decimal.New(1, 1)); err == nil; next, err = c.Scale(decimal.New(1, 1)) {
		c = next
	}
	w.Part = published("Chuncheon", heated(), ghg.YearFigure{Year: 2021, CO2e: c, Vintage: 1})
	d := heatingDays()
	d.Actual = degreeDays(map[int]decimal.Decimal{2021: decimalOf("1000.00000000000000000000000000001")})
	w.DegreeDays = mustDegreeDays(d)
	_, err = drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), w)
	var bounds *exact.BoundsError
	require.ErrorAs(t, err, &bounds)
	assert.ErrorContains(t, err, "weather adjustment: 2021: ")
}

func TestSeriesForTrend(t *testing.T) {
	figures := []ghg.YearFigure{
		{Year: 2021, CO2e: ghg.MustCO2e("1.5 MtCO2e (AR5)"), Vintage: 2, Source: "report",
			Coverage: ghg.Coverage{Required: 1, Gaps: []ghg.Category{{Scheme: "GPC 1.1", Code: "I.1.1"}}}},
		{Year: 2022, CO2e: ghg.MustCO2e("1.4 MtCO2e (AR5)"), Vintage: 1, Status: ghg.Nowcast},
	}
	total, err := ghg.NewYearly("Chuncheon", gpc.Basic, ghg.AR5, figures)
	require.NoError(t, err)
	a, err := drivers.AdjustForWeather(total, weather())
	require.NoError(t, err)
	trend := a.ForTrend()
	assert.Equal(t, ghg.SchemeID("GPC 1.1"), trend.Edition())
	assert.True(t, trend.View().IsDeclared())
	f, ok := trend.At(2021)
	require.True(t, ok)
	assert.Equal(t, ghg.Estimated, f.Status)
	assert.Equal(t, ghg.Vintage(2), f.Vintage)
	assert.Equal(t, "adjusted by heating degree days, base 18 °C, normal 3000 (1991-2020), Chuncheon station, weather service", f.Source)
	assert.Len(t, f.Coverage.Gaps, 1, "gaps stay gaps")
	f, _ = trend.At(2022)
	assert.Equal(t, ghg.Nowcast, f.Status, "the less final status stays")

	// A figure adjusted by a projected part is a projection, however final the total.
	soft := weather()
	soft.Part = published("Chuncheon", heated(), ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("400 ktCO2e (AR5)"),
		Vintage: 1, Status: ghg.Projected})
	d, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), soft)
	require.NoError(t, err)
	f, _ = d.ForTrend().At(2021)
	assert.Equal(t, ghg.Projected, f.Status)
	assert.Contains(t, d.Explain().String(), "; part projected")

	for y := range a.All() {
		y.Unadjusted.Coverage.Gaps[0].Code = "changed"
		break
	}
	for y := range a.All() {
		assert.Equal(t, "I.1.1", y.Unadjusted.Coverage.Gaps[0].Code)
		assert.Equal(t, "report", y.Unadjusted.Source)
		break
	}

	// of a declared view without an edition
	plain := ghg.MustDeclaredView("city total", "city")
	w := weather()
	w.Part = published("Chuncheon", ghg.MustDeclaredView("heating", "city"),
		ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("1 t CO2e (AR5)"), Vintage: 1})
	one := published("Chuncheon", plain, ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("9 t CO2e (AR5)"), Vintage: 1})
	b, err := drivers.AdjustForWeather(one, w)
	require.NoError(t, err)
	assert.Equal(t, ghg.SchemeID(""), b.ForTrend().Edition())
	assert.NotEqual(t, plain.ID(), b.ForTrend().View().ID())

	// what was adjusted in another way is another view
	w.Dependent = ghg.MustShare("70%")
	c, err := drivers.AdjustForWeather(one, w)
	require.NoError(t, err)
	assert.NotEqual(t, b.ForTrend().View().ID(), c.ForTrend().View().ID())

	long := published("Chuncheon", ghg.MustDeclaredView(strings.Repeat("v", 199), "city"),
		ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("9 t CO2e (AR5)"), Vintage: 1})
	_, err = drivers.AdjustForWeather(long, w)
	assert.ErrorContains(t, err, "weather adjustment: the adjusted series: declared view, name")
}

func TestZeroWeatherAdjusted(t *testing.T) {
	var a drivers.WeatherAdjusted
	assert.True(t, a.IsZero())
	assert.Equal(t, "no adjusted series", a.String())
	assert.True(t, a.Explain().IsZero())
	assert.Equal(t, 0, a.ForTrend().Len())
	assert.Equal(t, drivers.Weather{}, a.Weather())
	for range a.All() {
		t.Fail()
	}
	assert.Contains(t, a.Ratio(2021).Undefined(), "no adjusted series")
	_, err := json.Marshal(a)
	assert.ErrorContains(t, err, "no adjusted series: make one with drivers.AdjustForWeather")

	made, err := chuncheon()
	require.NoError(t, err)
	assert.False(t, made.IsZero())
	assert.Contains(t, made.Ratio(2024).Undefined(), "heating degree days: no figure for 2024")
}

func TestDegreeDaysRefused(t *testing.T) {
	long := strings.Repeat("x", 1001)
	for name, x := range map[string]struct {
		change func(*drivers.DegreeDaysDefinition)
		field  string
	}{
		"no need":         {func(d *drivers.DegreeDaysDefinition) { d.Dependence = 0 }, "dependence"},
		"another need":    {func(d *drivers.DegreeDaysDefinition) { d.Dependence = 3 }, "dependence"},
		"no rule":         {func(d *drivers.DegreeDaysDefinition) { d.Rule = " " }, "rule"},
		"long rule":       {func(d *drivers.DegreeDaysDefinition) { d.Rule = long }, "rule"},
		"no period":       {func(d *drivers.DegreeDaysDefinition) { d.NormalPeriod = "" }, "normal period"},
		"no source":       {func(d *drivers.DegreeDaysDefinition) { d.Source = "" }, "source"},
		"no base":         {func(d *drivers.DegreeDaysDefinition) { d.Base = decimal.Decimal{} }, "base"},
		"base in °F":      {func(d *drivers.DegreeDaysDefinition) { d.Base = decimal.New(65, 0) }, "base"},
		"no normal":       {func(d *drivers.DegreeDaysDefinition) { d.Normal = decimal.Decimal{} }, "normal"},
		"negative normal": {func(d *drivers.DegreeDaysDefinition) { d.Normal = decimal.New(-1, 0) }, "normal"},
		"large normal":    {func(d *drivers.DegreeDaysDefinition) { d.Normal = decimal.New(30001, 0) }, "normal"},
		"hostile normal":  {func(d *drivers.DegreeDaysDefinition) { d.Normal = decimal.New(1, -1<<30) }, "normal"},
		"no year":         {func(d *drivers.DegreeDaysDefinition) { d.Actual = ghg.Years[decimal.Decimal]{} }, "actual"},
		"year of no need": {func(d *drivers.DegreeDaysDefinition) {
			d.Actual = degreeDays(map[int]decimal.Decimal{2021: {}})
		}, "actual of 2021"},
	} {
		d := heatingDays()
		x.change(&d)
		_, err := drivers.NewDegreeDays(d)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, name)
		assert.Equal(t, "degree days", fault.Of, name)
		assert.Equal(t, x.field, fault.Field, name)
	}
	d := heatingDays()
	d.Base, d.Normal, d.Rule = decimal.New(40, 0), decimal.New(30000, 0), long[:1000]
	_, err := drivers.NewDegreeDays(d)
	assert.NoError(t, err)
	d.Dependence = 3
	_, err = drivers.NewDegreeDays(d)
	assert.EqualError(t, err, `degree days, dependence "unknown (3)": say drivers.Heating or drivers.Cooling`)
}

func TestZeroDegreeDays(t *testing.T) {
	x, ok := mustDegreeDays(heatingDays()).At(2021)
	require.True(t, ok)
	assertTonnes(t, "3000", x)
	assert.False(t, mustDegreeDays(heatingDays()).IsZero())

	var zero drivers.DegreeDays
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no degree days", zero.String())
	assert.True(t, zero.Normal().IsZero())
	_, ok = zero.At(2021)
	assert.False(t, ok)
	_, err := drivers.NewDegreeDays(drivers.DegreeDaysDefinition{})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 7, faults.Len(), "all that is missing is said")
}

// A summer that was hotter than normal is adjusted down, by the same function.
func TestCooling(t *testing.T) {
	d := heatingDays()
	d.Dependence, d.Base, d.Rule = drivers.Cooling, decimal.New(24, 0), "daily mean less the base, where that is above it"
	d.Normal, d.Actual = decimal.New(120, 0), degreeDays(map[int]decimal.Decimal{2021: decimal.New(160, 0)})
	a, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), drivers.Weather{
		Part: kilotonnes(heated(), "64"), Dependent: ghg.MustShare("25%"), DegreeDays: mustDegreeDays(d)})
	require.NoError(t, err)
	assertTonnes(t, "1496000", slices.Collect(a.All())[0].Adjusted.Tonnes(), "0.25 × 64000 × (120 - 160)/160 = -4000")
	assert.Contains(t, a.ForTrend().View().Name(), "cooling adjusted")
	assert.Contains(t, a.Explain().String(), "degree days (cooling, base 24 °C)")
}
