package ghg_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func yearFigure(year int, amount string) ghg.YearFigure {
	return ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(amount), Vintage: ghg.FirstVintage}
}

func TestNewYearly(t *testing.T) {
	given := []ghg.YearFigure{yearFigure(2020, "7 MtCO2e (AR5)"), yearFigure(2018, "9.43 MtCO2e (AR5)"), yearFigure(2022, "8 MtCO2e (AR5)")}
	given[0].Status, given[0].Source = ghg.Provisional, "annual report"
	y, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, given)
	require.NoError(t, err)
	given[1].CO2e = ghg.MustCO2e("1 MtCO2e (AR5)") // the series has its own copy
	assert.Equal(t, 2020, given[0].Year, "the caller's list stays in its order")
	assert.Equal(t, ghg.PlaceID("Daegu"), y.Place())
	assert.Equal(t, gpc.Basic.ID(), y.View().ID())
	assert.Equal(t, ghg.AR5.ID(), y.Metric().ID())
	assert.Equal(t, ghg.SchemeID("GPC 1.1"), y.Edition())
	assert.Equal(t, 3, y.Len())
	var years []int
	for f := range y.All() {
		years = append(years, f.Year)
	}
	assert.Equal(t, []int{2018, 2020, 2022}, years)
	for range y.All() {
		break
	}
	for year, want := range map[int]string{2018: "9430000", 2020: "7000000", 2022: "8000000"} {
		f, ok := y.At(year)
		require.True(t, ok)
		assert.Equal(t, want, f.CO2e.Tonnes().String())
	}
	f, _ := y.At(2020)
	assert.Equal(t, ghg.Provisional, f.Status)
	assert.Equal(t, "annual report", f.Source)
	for _, year := range []int{2017, 2019, 2021, 2023} {
		_, ok := y.At(year)
		assert.False(t, ok, "a year without a figure is not 0")
	}
	last, ok := y.Last()
	assert.True(t, ok && last.Year == 2022)
}

func TestZeroYearly(t *testing.T) {
	var y ghg.Yearly
	assert.Zero(t, y.Len())
	_, ok := y.At(2018)
	assert.False(t, ok)
	_, ok = y.Last()
	assert.False(t, ok)
	for range y.All() {
		t.Error("it is empty")
	}
	assert.Empty(t, y.Edition())
	empty, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, nil)
	require.NoError(t, err)
	assert.Zero(t, empty.Len())
}

func TestNewYearlyRefuses(t *testing.T) {
	fine := []ghg.YearFigure{yearFigure(2018, "9 MtCO2e (AR5)")}
	_, err := ghg.NewYearly("", gpc.Basic, ghg.AR5, fine)
	assert.EqualError(t, err, "yearly series, place: a name is needed")
	_, err = ghg.NewYearly("Daegu", ghg.View{}, ghg.AR5, fine)
	assert.ErrorIs(t, err, ghg.ErrNoView)
	_, err = ghg.NewYearly("Daegu", gpc.Basic, ghg.Metric{}, fine)
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = ghg.NewYearly("Daegu", gpc.Basic, ghg.AR6, fine)
	var mismatch *ghg.MetricMismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.ErrorContains(t, err, "2018: CO2e on metric AR5 and on metric AR6 do not meet")
	for year, ok := range map[int]bool{1849: false, 1850: true, 2300: true, 2301: false} {
		_, err = ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{yearFigure(year, "9 MtCO2e (AR5)")})
		assert.Equal(t, ok, err == nil, "%d: %v", year, err)
	}
	_, err = ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5,
		append(fine, yearFigure(2019, "9 MtCO2e (AR5)"), yearFigure(2018, "8.97 MtCO2e (AR5)")))
	assert.EqualError(t, err, `Daegu, year "2018": it is given twice: one year has one figure; keep vintages in series of their own`)
	for status, vintage := range map[ghg.Status]ghg.Vintage{ghg.Actual: 0, ghg.Projected + 1: 1} {
		f := fine[0]
		f.Status, f.Vintage = status, vintage
		_, err = ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{f})
		assert.ErrorContains(t, err, "Daegu in 2018, ")
	}
	projected := fine[0]
	projected.Status = ghg.Projected
	_, err = ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{projected})
	assert.NoError(t, err)
}

// Figures of unstated metric make a series of unstated metric.
func TestYearlyOfUnstatedMetric(t *testing.T) {
	declared := ghg.MustDeclaredView("total", "Daegu, 2021")
	y, err := ghg.NewYearly("Daegu", declared, ghg.Unstated, []ghg.YearFigure{yearFigure(2018, "9.43 MtCO2e"), {Year: 2019, Vintage: 1}})
	require.NoError(t, err)
	f, _ := y.At(2019)
	assert.Equal(t, ghg.Unstated, f.CO2e.Metric())
	assert.Empty(t, y.Edition(), "a declared view has none")
}

// fiscal is an inventory of Daegu for a period, with a record of each status.
func fiscal(t *testing.T, place ghg.PlaceID, p ghg.Period, vintage ghg.Vintage, tonnes string, statuses ...ghg.Status) ghg.Inventory {
	t.Helper()
	var records []ghg.Record
	for _, s := range statuses {
		r := rec("I.1.1", ghg.CO2, mass(tonnes))
		r.Place, r.Period, r.Status = place, p, s
		records = append(records, r)
	}
	i, _, err := ghg.NewInventory(place, p, vintage, gpc.Scheme, records)
	require.NoError(t, err)
	return i
}

func TestYearlyOf(t *testing.T) {
	y, err := ghg.YearlyOf(gpc.Basic, ghg.AR5,
		fiscal(t, "Daegu", ghg.FiscalYear(2019, time.April), 1, "3 t", ghg.Actual, ghg.Estimated, ghg.Provisional),
		fiscal(t, "Daegu", ghg.CalendarYear(2018), 2, "5 t", ghg.Actual))
	require.NoError(t, err)
	first, _ := y.At(2018)
	assert.Equal(t, "32 required: 1 reported, 31 gaps", first.Coverage.String())
	first.Coverage.Gaps[0].Code = "changed"
	again, _ := y.At(2018)
	assert.Equal(t, "I.1.2", again.Coverage.Gaps[0].Code, "a figure handed out is a copy")
	first.Coverage = ghg.Coverage{}
	assert.Equal(t, []ghg.YearPart{{Category: category("I.1.1"), Gas: ghg.CO2, CO2e: first.CO2e}}, first.Parts)
	first.Parts[0].Gas = ghg.CH4
	again, _ = y.At(2018)
	assert.Equal(t, ghg.CO2, again.Parts[0].Gas, "its parts too")
	first.Parts = nil
	assert.EqualExportedValues(t, ghg.YearFigure{Year: 2018, Period: ghg.CalendarYear(2018), CO2e: first.CO2e, Vintage: 2}, first)
	assert.Equal(t, "5 tCO2e (AR5)", first.CO2e.String())
	second, _ := y.At(2019)
	assert.Equal(t, ghg.FiscalYear(2019, time.April), second.Period)
	assert.Equal(t, "9 tCO2e (AR5)", second.CO2e.String(), "labelled by the year it begins in")
	assert.Equal(t, ghg.Estimated, second.Status, "the least final of its lines")
}

// A sum of nothing is no figure, unless everything is said not to occur.
func TestYearlyOfNothing(t *testing.T) {
	missing := inv(t, rec("I.1.1", ghg.Gas{}, ghg.Value{}))
	_, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, missing)
	assert.ErrorIs(t, err, ghg.ErrNothingReported)
	var none []ghg.Record
	for _, code := range gpc.Basic.Required() {
		none = append(none, rec(code, ghg.Gas{}, ghg.KeyedAsFound(ghg.NO, "nothing there")))
	}
	y, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv(t, none...))
	require.NoError(t, err)
	f, _ := y.At(2018)
	assert.True(t, f.CO2e.IsZero())
	free := ghg.MustView(ghg.ViewDefinition{Name: "nothing required", Scheme: gpc.Scheme, Categories: []string{"VI.1"}})
	_, err = ghg.YearlyOf(free, ghg.AR5, missing)
	assert.ErrorIs(t, err, ghg.ErrNothingReported)
}

// A quarter is no figure of a year.
func TestYearlyOfNotTwelveMonths(t *testing.T) {
	quarter, err := ghg.NewPeriod(ghg.Date{Year: 2018, Month: 1, Day: 1}, ghg.Date{Year: 2018, Month: 3, Day: 31})
	require.NoError(t, err)
	_, err = ghg.YearlyOf(gpc.Basic, ghg.AR5, fiscal(t, "Daegu", quarter, 1, "5 t", ghg.Actual))
	assert.ErrorIs(t, err, ghg.ErrNotTwelveMonths)
}

// A coverage that does not add up could pass for a complete one.
func TestNewYearlyChecksCoverage(t *testing.T) {
	for _, c := range []ghg.Coverage{{Required: 32}, {Required: 1, Reported: 2, NO: -1}, {Reported: 1},
		{Required: 1, Reported: 1, Gaps: []ghg.Category{category("I.1.1")}}} {
		f := yearFigure(2018, "9.43 MtCO2e")
		f.Coverage = c
		_, err := ghg.NewYearly("Daegu", ghg.MustDeclaredView("total", "x"), ghg.Unstated, []ghg.YearFigure{f})
		assert.ErrorContains(t, err, "it does not add up")
	}
}

// Of 2 reported and 1 partly, up to 3 may be 0, and up to 3 a default's; of 2 gaps, up
// to 2 may be placeholders.
func TestNewYearlyTakesCoverageThatAddsUp(t *testing.T) {
	whole := ghg.Coverage{Required: 17, Reported: 2, Partly: 1, NO: 3, IE: 1, NE: 4, C: 4, Zeros: 3, Defaults: 3,
		Gaps: []ghg.Category{category("I.1.1"), category("I.1.2")}, Placeholders: 2}
	for name, change := range map[string]func(*ghg.Coverage){
		"": func(*ghg.Coverage) {}, "required": func(c *ghg.Coverage) { c.Required++ }, "reported": func(c *ghg.Coverage) { c.Reported++ },
		"partly": func(c *ghg.Coverage) { c.Partly++ }, "NO": func(c *ghg.Coverage) { c.NO++ }, "IE": func(c *ghg.Coverage) { c.IE++ },
		"NE": func(c *ghg.Coverage) { c.NE++ }, "C": func(c *ghg.Coverage) { c.C++ },
		"gaps":  func(c *ghg.Coverage) { c.Gaps = c.Gaps[:1] },
		"zeros": func(c *ghg.Coverage) { c.Zeros++ }, "defaults": func(c *ghg.Coverage) { c.Defaults++ },
		"placeholders": func(c *ghg.Coverage) { c.Placeholders++ },
		"below 0":      func(c *ghg.Coverage) { c.NO, c.NE = -1, 8 },
	} {
		f := yearFigure(2018, "9.43 MtCO2e")
		f.Coverage = whole
		change(&f.Coverage)
		_, err := ghg.NewYearly("Daegu", ghg.MustDeclaredView("total", "x"), ghg.Unstated, []ghg.YearFigure{f})
		if name == "" {
			assert.NoError(t, err)
			continue
		}
		assert.ErrorContains(t, err, "it does not add up", name)
	}
}

func TestYearlyOfRefuses(t *testing.T) {
	_, err := ghg.YearlyOf(gpc.Basic, ghg.AR5)
	assert.EqualError(t, err, ghg.ErrNoInventory.Error())
	a := fiscal(t, "Daegu", ghg.CalendarYear(2018), 1, "5 t", ghg.Actual)
	_, err = ghg.YearlyOf(gpc.Basic, ghg.AR5, a, fiscal(t, "Busan", ghg.CalendarYear(2019), 1, "5 t", ghg.Actual))
	assert.EqualError(t, err, `the first inventory and that of 2019 do not meet: place "Daegu" and "Busan": both must be of one place`)
	_, err = ghg.YearlyOf(gpc.Basic, ghg.AR5, a, fiscal(t, "Daegu", ghg.FiscalYear(2018, time.April), 1, "5 t", ghg.Actual))
	assert.ErrorContains(t, err, `year "2018": it is given twice`)
	_, err = ghg.YearlyOf(ghg.View{}, ghg.AR5, a)
	assert.ErrorIs(t, err, ghg.ErrNoView)
	_, err = ghg.YearlyOf(gpc.Basic, ghg.AR5, inv(t, rec("I.1.1", ghg.Gas{}, co2e("5 tCO2e (AR4)"))))
	var withheld *ghg.WithheldError
	require.ErrorAs(t, err, &withheld)
	assert.ErrorContains(t, err, "2018: total GPC 1.1 BASIC in AR5 is withheld")
}
