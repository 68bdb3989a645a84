package series_test

import (
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/series"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var onJuly = place.Change{From: "47720", To: "27720", On: ghg.MustDate("2023-07-01"), Kind: place.Transfer, Source: "act of 2023"}

func amounts(y ghg.Yearly) map[int]string {
	out := map[int]string{}
	for f := range y.All() {
		out[f.Year] = f.CO2e.Tonnes().String()
	}
	return out
}

// 2023 has 181 days before 1 July, and 184 from it on.
func TestRestate(t *testing.T) {
	own := map[int]string{2022: "1000 t", 2023: "2000 t", 2024: "3000 t"}
	part := map[int]string{2022: "365 t", 2023: "730 t", 2024: "1095 t"}
	for name, c := range map[string]struct {
		moved      series.Move
		inYear, to series.Territory
		want       map[int]string
	}{
		"joined, old, to after":   {series.Joined, series.Before, series.After, map[int]string{2022: "1365", 2023: "2730", 2024: "3000"}},
		"joined, new, to after":   {series.Joined, series.After, series.After, map[int]string{2022: "1365", 2023: "2000", 2024: "3000"}},
		"joined, days, to after":  {series.Joined, series.ByDay, series.After, map[int]string{2022: "1365", 2023: "2362", 2024: "3000"}},
		"joined, old, to before":  {series.Joined, series.Before, series.Before, map[int]string{2022: "1000", 2023: "2000", 2024: "1905"}},
		"joined, new, to before":  {series.Joined, series.After, series.Before, map[int]string{2022: "1000", 2023: "1270", 2024: "1905"}},
		"joined, days, to before": {series.Joined, series.ByDay, series.Before, map[int]string{2022: "1000", 2023: "1632", 2024: "1905"}},
		"left, old, to after":     {series.Left, series.Before, series.After, map[int]string{2022: "635", 2023: "1270", 2024: "3000"}},
		"left, days, to after":    {series.Left, series.ByDay, series.After, map[int]string{2022: "635", 2023: "1638", 2024: "3000"}},
		"left, days, to before":   {series.Left, series.ByDay, series.Before, map[int]string{2022: "1000", 2023: "2368", 2024: "4095"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := series.Boundary{Change: onJuly, Moved: c.moved, Part: seriesOf("군위군", part), InYear: c.inYear, To: c.to}
			out, err := series.Restate(city(own), b)
			require.NoError(t, err)
			assert.Equal(t, c.want, amounts(out.Yearly))
			for _, s := range out.Steps {
				f, _ := out.Yearly.At(s.Year)
				assert.Contains(t, f.Source, "act of 2023")
				assert.Contains(t, f.Source, s.Arithmetic)
				byDay := s.Year == 2023 && c.inYear == series.ByDay
				assert.Equal(t, byDay, f.Status == ghg.Estimated, s)
				assert.NotContains(t, s.String()+s.Korean(), "%!")
			}
			assert.Equal(t, len(out.Steps), out.Findings.Len())
			for _, f := range out.Findings.All {
				assert.Equal(t, series.FindingRestated, f.Code)
				assert.NotEmpty(t, f.DetailKo)
				assert.NotEqual(t, f.Detail, f.DetailKo)
			}
		})
	}
}

// There and back again is what was, to the digit where whole figures move.
func TestRestateThereAndBack(t *testing.T) {
	y := city(map[int]string{2020: "0.123456789012345678 t", 2024: "7 t"})
	part := seriesOf("군위군", map[int]string{2020: "1.1 t", 2024: "-2 t"})
	b := series.Boundary{Change: onJuly, Moved: series.Joined, Part: part, To: series.After}
	after, err := series.Restate(y, b)
	require.NoError(t, err)
	assert.Equal(t, "1.223456789012345678", amounts(after.Yearly)[2020])
	b.Moved = series.Left // what it was made to hold is taken off
	back, err := series.Restate(after.Yearly, b)
	require.NoError(t, err)
	assert.Equal(t, amounts(y), amounts(back.Yearly))
}

// A restated figure has no parts: those that it had do not add up to it.
func TestRestateHasNoParts(t *testing.T) {
	y, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inventory(2022, mass(ghg.CO2, "gas", "10 t")))
	require.NoError(t, err)
	require.NotEmpty(t, mustAt(t, y, 2022).Parts)
	part, err := ghg.YearlyFrom("군위군", gpc.Basic, ghg.AR5, []ghg.OfYear[ghg.Mass]{{Year: 2022, Value: ghg.MustMass("1 t")}})
	require.NoError(t, err)
	out, err := series.Restate(y, series.Boundary{Change: onJuly, Moved: series.Joined, Part: part, To: series.After})
	require.NoError(t, err)
	f := mustAt(t, out.Yearly, 2022)
	assert.Equal(t, "11", f.CO2e.Tonnes().String())
	assert.Empty(t, f.Parts)
	assert.Zero(t, f.Coverage.Required)
}

// A change on the first day of a period divides no year; one in a fiscal year that holds
// the day does.
func TestRestateAtTheEdges(t *testing.T) {
	part := map[int]string{2022: "365 t", 2023: "366 t", 2024: "1 t"}
	b := series.Boundary{Change: onJuly, Moved: series.Joined, Part: seriesOf("군위군", part), To: series.After}
	b.Change.On = ghg.MustDate("2024-01-01")
	out, err := series.Restate(city(map[int]string{2023: "10 t", 2024: "20 t"}), b)
	require.NoError(t, err)
	assert.Equal(t, map[int]string{2023: "376", 2024: "20"}, amounts(out.Yearly))
	b.Change.On, b.InYear = ghg.MustDate("2023-12-31"), series.ByDay
	out, err = series.Restate(city(map[int]string{2023: "10 t", 2024: "20 t"}), b)
	require.NoError(t, err)
	want := new(big.Rat).Add(big.NewRat(10, 1), big.NewRat(364*366, 365))
	exactly(t, want.FloatString(12), mustAt(t, out.Yearly, 2023).CO2e.Tonnes())
	figure := func(p ghg.Period, amount string) ghg.YearFigure {
		return ghg.YearFigure{Year: p.Year(), Period: p, CO2e: ghg.MustCO2e(amount + " tCO2e (AR5)"), Vintage: 2}
	}
	view := ghg.MustDeclaredView("gross", "yearbook")
	fiscal, err := ghg.NewYearly("Garam", view, ghg.AR5, []ghg.YearFigure{
		figure(ghg.FiscalYear(2022, 7), "10"), figure(ghg.FiscalYear(2023, 7), "20")})
	require.NoError(t, err)
	b.Part, err = ghg.NewYearly("군위군", view, ghg.AR5, []ghg.YearFigure{figure(ghg.FiscalYear(2022, 7), "5")})
	require.NoError(t, err)
	b.Change.On, b.InYear = ghg.MustDate("2023-07-01"), 0
	out, err = series.Restate(fiscal, b) // the day is the first of a year
	require.NoError(t, err)
	assert.Equal(t, map[int]string{2022: "15", 2023: "20"}, amounts(out.Yearly))
	assert.Equal(t, ghg.Vintage(2), mustAt(t, out.Yearly, 2022).Vintage)
	_, err = series.Restate(city(map[int]string{2022: "10 t"}), b)
	assert.ErrorContains(t, err, "it is not that of the figure, 2022")
}

func mustAt(t *testing.T, y ghg.Yearly, year int) ghg.YearFigure {
	t.Helper()
	f, err := y.Figure(year)
	require.NoError(t, err)
	return f
}

func TestRestateRefuses(t *testing.T) {
	y := city(map[int]string{2021: "1 t", 2022: "10 t", 2023: "10 t", 2024: "20 t"})
	part := seriesOf("군위군", map[int]string{2023: "5 t"})
	good := series.Boundary{Change: onJuly, Moved: series.Joined, Part: part, InYear: series.ByDay, To: series.After}
	for name, c := range map[string]struct {
		change func(*series.Boundary)
		says   []string
	}{
		"nothing": {func(b *series.Boundary) { *b = series.Boundary{} }, []string{"change", "moved", "to"}},
		"others": {func(b *series.Boundary) { b.Moved, b.InYear, b.To = 9, 9, series.ByDay },
			[]string{"moved", "in year", "one territory"}},
		"itself":       {func(b *series.Boundary) { b.Part = y }, []string{"the place itself"}},
		"no territory": {func(b *series.Boundary) { b.InYear = 0 }, []string{"two territories in 2023", "no figure for 2022"}},
		"no figures":   {func(*series.Boundary) {}, []string{"no figure for 2021", "no figure for 2022"}},
		"another metric": {func(b *series.Boundary) {
			var err error
			b.Part, err = ghg.YearlyFrom("군위군", ghg.MustDeclaredView("gross", "yearbook"), ghg.AR4, nil)
			require.NoError(t, err)
		}, []string{"metric"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := good
			c.change(&b)
			_, err := series.Restate(y, b)
			for _, s := range c.says {
				assert.ErrorContains(t, err, s)
			}
		})
	}
	good.InYear = 0
	_, err := series.Restate(y, good)
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, series.FaultTerritory, fault.Code)
	big := seriesOf("군위군", map[int]string{2023: "9e25 t"})
	good.Part, good.InYear = big, series.ByDay
	_, err = series.Restate(city(map[int]string{2023: "99999999999999999999999999 t"}), good)
	assert.ErrorContains(t, err, "out of bounds")
}

func TestOneTerritory(t *testing.T) {
	changes := []place.Change{{On: ghg.MustDate("1995-03-01")}, onJuly}
	for _, years := range []map[int]string{{2018: "1 t", 2022: "1 t"}, {2024: "1 t", 2025: "1 t"}, {}} {
		assert.NoError(t, series.OneTerritory(city(years), changes))
	}
	err := series.OneTerritory(city(map[int]string{2023: "1 t"}), changes) // alone it has two already
	assert.ErrorContains(t, err, "with figures of no year before it, of 2023 in its year and of no year after it")
	err = series.OneTerritory(city(map[int]string{1990: "1 t", 2022: "1 t", 2024: "1 t"}), changes)
	var e *series.TerritoryError
	require.ErrorAs(t, err, &e)
	assert.Len(t, e.Crossings, 2)
	assert.Equal(t, []int{1990, 2022}, e.Crossings[1].Before)
	january := onJuly
	january.On = ghg.MustDate("2023-01-01")
	assert.NoError(t, series.OneTerritory(city(map[int]string{2023: "1 t"}), []place.Change{january}))
}

func TestPartOf(t *testing.T) {
	shares := func(of ...ghg.OfYear[ghg.Share]) ghg.Years[ghg.Share] {
		s, err := ghg.NewYears("population", "", nil, of...)
		require.NoError(t, err)
		return s
	}
	whole := seriesOf("경상북도", map[int]string{2022: "0.5 t"})
	tiny := ghg.OfYear[ghg.Share]{Year: 2022, Value: ghg.MustShare("0.0000000001%"), Status: ghg.Projected}
	p, err := series.PartOf(whole, "군위군", shares(tiny))
	require.NoError(t, err)
	f := mustAt(t, p, 2022)
	assert.Equal(t, "0.000000000001", f.CO2e.Tonnes().String()) // 0.0000000000005, half away from zero
	assert.Equal(t, ghg.Projected, f.Status)
	for _, s := range []ghg.OfYear[ghg.Share]{{Year: 2022}, {Year: 2022, Value: ghg.MustShare("-1%")},
		{Year: 2021, Value: ghg.MustShare("1%")}} {
		_, err = series.PartOf(whole, "군위군", shares(s))
		assert.Error(t, err)
	}
	_, err = series.PartOf(whole, "경상북도", shares())
	assert.ErrorContains(t, err, "shares")
	assert.ErrorContains(t, err, "whole itself")
}
