package target_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// years is a series of actual figures in Mt, from a first year on.
func years(first int, mt ...string) ghg.Yearly {
	var all []ghg.YearFigure
	for i, x := range mt {
		if x != "" {
			all = append(all, ghg.YearFigure{Year: first + i, CO2e: ghg.MustCO2e(x + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage})
		}
	}
	return figures(gpc.Basic, ghg.AR5, all...)
}

func TestRollingSetsNoLevelBeforeItsYears(t *testing.T) {
	tt := rolling(t, 2020, 1, "2%")
	assert.Equal(t, 2020, tt.BaseYear())
	assert.Equal(t, "undefined: a rolling goal sets its levels as the years come", tt.EquivalentCut().String())
	for range tt.Limits() {
		t.Error("a level")
	}
	var none *ghg.NoFigureError
	_, err := tt.Limit(2030)
	require.ErrorAs(t, err, &none)
	assert.EqualError(t, err, `level of target "Daegu rolling": no figure for 2030: its levels come with the years: ask Rolling`)
	_, err = tt.Pathway(target.Linear, 2025)
	assert.ErrorAs(t, err, &none)
	_, err = tt.Along(target.Linear)
	assert.ErrorAs(t, err, &none)
	_, err = tt.Progress(2021, target.Linear, target.DefaultRules, years(2020, "100", "97"))
	assert.ErrorAs(t, err, &none)
	_, err = tt.Outcome(years(2030, "97"), target.Adjustments{})
	assert.ErrorAs(t, err, &none)
	_, err = tt.BackLoading(target.Linear)
	assert.ErrorContains(t, err, "no straight line")
	_, err = tt.StatedCuts(nil, nil)
	assert.ErrorContains(t, err, "no cut to state")
}

func TestRollingRefuses(t *testing.T) {
	for _, x := range []struct {
		name   string
		change func(*target.Definition, *target.RollingBaseYear)
		field  string
		says   string
	}{
		{"no base year", func(_ *target.Definition, g *target.RollingBaseYear) { g.Year = 0 }, "goal.year", "from 1850 to 2300"},
		{"due before base", func(_ *target.Definition, g *target.RollingBaseYear) { g.Year = 2030 }, "due", "after the base year 2030"},
		{"no cut", func(_ *target.Definition, g *target.RollingBaseYear) { g.Cut = ghg.Share{} }, "goal.cut", "0% has to be said"},
		{"no span", func(_ *target.Definition, g *target.RollingBaseYear) { g.Every = 0 }, "goal.every", "rolls by at least a year"},
		{"a span past the due year", func(_ *target.Definition, g *target.RollingBaseYear) { g.Every = 11 }, "goal.every",
			"not past the due year"},
		{"a span without end", func(_ *target.Definition, g *target.RollingBaseYear) { g.Every = math.MaxInt }, "goal.every",
			"not past the due year"},
		{"milestones", func(d *target.Definition, _ *target.RollingBaseYear) {
			d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("1%")}}
		}, "milestones", "it has no milestones"},
		{"a timeframe", func(d *target.Definition, _ *target.RollingBaseYear) { d.Timeframe = target.AverageFrom(2026) }, "timeframe",
			"leave the timeframe out"},
		{"two views", func(d *target.Definition, _ *target.RollingBaseYear) { d.Views.Due = gpc.Territorial }, "views",
			"of one view, not GPC 1.1 BASIC and GPC 1.1 territorial"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			g := target.RollingBaseYear{Year: 2020, Every: 1, Cut: ghg.MustShare("2%")}
			x.change(&d, &g)
			d.Goal = g
			refuses(t, d, x.field, x.says)
		})
	}
	d := daegu2030()
	d.Goal = target.RollingBaseYear{Year: 2020, Every: 10, Cut: ghg.MustShare("20%")}
	mustTarget(t, d)
}

// fieldOf is the field of a fault in a target, with the part that it is of:
// "milestone 2025, level".
func fieldOf(f ghg.Fault, name string) string {
	return strings.TrimPrefix(f.Of+", "+f.Field, "target "+strconv.Quote(name)+", ")
}

// refuses asserts that a definition has one mistake, in a field.
func refuses(t *testing.T, d target.Definition, field, says string) ghg.Fault {
	t.Helper()
	tt, err := target.New(d)
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, field, fieldOf(refused, d.Name))
	assert.Contains(t, err.Error(), says)
	var all ghg.Faults
	require.ErrorAs(t, err, &all)
	assert.Equal(t, 1, all.Len(), "one mistake, one problem: %s", err)
	assert.True(t, tt.IsZero())
	return refused
}

func TestRolling(t *testing.T) {
	// Every three years, 10% below; a year without a turn is left out.
	d := daegu2030()
	d.Goal = target.RollingBaseYear{Year: 2018, Every: 3, Cut: ghg.MustShare("10%")}
	tt := mustTarget(t, d)
	got, err := tt.Rolling(years(2018, "100", "1", "1", "91", "1", "1", "81.9"))
	require.NoError(t, err)
	require.Len(t, got, 2)
	assert.Equal(t, "2021: 91000000 tCO2e (AR5) of 90000000 tCO2e (AR5) allowed", got[0].String())
	assert.False(t, got[0].Met)
	assert.Equal(t, "2024: 81900000 tCO2e (AR5) of 81900000 tCO2e (AR5) allowed", got[1].String(), "the bad year is forgiven")
	assert.True(t, got[1].Met)
	assert.Equal(t, "80000000 tCO2e (AR5)", got[1].FixedLinear.String())
	assert.Equal(t, "81000000 tCO2e (AR5)", got[1].FixedCompound.String())
	assert.Equal(t, 2021, got[1].Base.Year)

	// Years after the due year and up to the base year are no part of it.
	long := years(2017, append([]string{"5", "100"}, make([]string, 12)...)...)
	got, err = tt.Rolling(long)
	require.NoError(t, err)
	assert.Empty(t, got)
	got, err = tt.Rolling(years(2018, "100", "", "", "90", "", "", "80", "", "", "70", "", "", "60", "", "", "50"))
	require.NoError(t, err)
	assert.Len(t, got, 4, "2033 is after the due year")
	assert.Equal(t, 2030, got[3].Year)

	var missing *ghg.NoFigureError
	_, err = tt.Rolling(years(2019, "100"))
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2018, missing.Year)
	_, err = tt.Rolling(years(2018, "100", "", "", "", "", "", "80"))
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2021, missing.Year)
	_, err = tt.Rolling(figures(gpc.Territorial, ghg.AR5))
	var mismatch *ghg.MismatchError
	assert.ErrorAs(t, err, &mismatch)
	_, err = mustTarget(t, daegu2030()).Rolling(years(2018, "100"))
	assert.ErrorContains(t, err, `target "Daegu 2030", goal "45% below 2018": it has no rolling base year: ask Progress`)
	_, err = target.Target{}.Rolling(years(2018, "100"))
	assert.ErrorIs(t, err, target.ErrNoTarget)

	// What cannot be held exactly is an error.
	_, err = tt.Rolling(figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e("1e27 tCO2e (AR5)"), Vintage: 1},
		ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: 1}))
	assert.ErrorContains(t, err, "2021: ")
}

// Only actual figures on both sides, without gaps, meet a goal.
func TestRollingIsMetByActualFigures(t *testing.T) {
	tt := rolling(t, 2020, 1, "2%")
	for _, x := range []struct {
		base, now ghg.Status
		e         string
		met       bool
	}{{ghg.Actual, ghg.Actual, "98", true}, {ghg.Actual, ghg.Actual, "98.0001", false}, {ghg.Provisional, ghg.Actual, "90", false},
		{ghg.Actual, ghg.Nowcast, "90", false}} {
		got, err := tt.Rolling(figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2020, CO2e: ghg.MustCO2e("100 tCO2e (AR5)"),
			Status: x.base, Vintage: 1},
			ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e(x.e + " tCO2e (AR5)"), Status: x.now, Vintage: 1}))
		require.NoError(t, err)
		assert.Equal(t, x.met, got[0].Met, x)
	}
	got, err := tt.Rolling(figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2020, CO2e: ghg.MustCO2e("100 tCO2e (AR5)"), Vintage: 1},
		ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("90 tCO2e (AR5)"), Vintage: 1, Coverage: withGap()}))
	require.NoError(t, err)
	assert.False(t, got[0].Met)
}

// withGap is the coverage of a figure that lacks one of two categories.
func withGap() ghg.Coverage {
	return ghg.Coverage{Required: 2, Reported: 1, Gaps: []ghg.Category{{Scheme: gpc.Scheme.ID(), Code: gpc.Basic.Required()[0]}}}
}

func TestRollingString(t *testing.T) {
	assert.Equal(t, "2% below the year before", target.RollingBaseYear{Every: 1, Cut: ghg.MustShare("2%")}.String())
	assert.Equal(t, "10% below 5 years before", target.RollingBaseYear{Every: 5, Cut: ghg.MustShare("10%")}.String())
}

// From -100 a cut of 2 % would allow -98, so that -99 were met: of an amount that is
// not above 0 no share is taken.
func TestRollingFromBelowZero(t *testing.T) {
	for _, base := range []string{"-100", "0"} {
		got, err := rolling(t, 2020, 1, "2%").Rolling(years(2020, base, "-99", "50", "49"))
		require.NoError(t, err)
		require.Len(t, got, 3)
		assert.False(t, got[0].Met)
		for _, a := range []target.Amount{got[0].Allowed, got[0].FixedLinear, got[0].FixedCompound} {
			assert.Equal(t, "the figure of 2020 is not above 0: of such an amount no share is taken", a.Undefined())
		}
		assert.Equal(t, "2021: -99000000 tCO2e (AR5), allowed is undefined: "+got[0].Allowed.Undefined(), got[0].String())
		assert.False(t, got[1].Met, "from 2021, below 0 too")
		assert.True(t, got[2].Met, "49 of 50")
		assert.Equal(t, "49000000 tCO2e (AR5)", got[2].Allowed.String())
	}
}
