package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// averaged is 30% below the mean of 2016 to 2018, 100 t.
func averaged() target.Definition {
	d := daegu2030()
	d.Due = 2028
	d.Goal = target.BaseYear{Year: 2016, Through: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("30%")}
	return d
}

func TestAveragedBase(t *testing.T) {
	tt := mustTarget(t, averaged())
	assert.Equal(t, "30% below the mean of 2016 to 2018", tt.Goal().String())
	assert.Equal(t, 2018, tt.BaseYear(), "time counts from the last of them")
	first, last := tt.BasePeriod()
	assert.Equal(t, [2]int{2016, 2018}, [2]int{first, last})
	v, err := tt.Pathway(target.Linear, 2023)
	require.NoError(t, err)
	assert.Equal(t, "85 tCO2e (AR5)", v.String())

	series := func(all ...string) ghg.Yearly {
		var out []ghg.YearFigure
		for i, x := range all {
			if x != "" {
				out = append(out, ghg.YearFigure{Year: 2016 + i, CO2e: ghg.MustCO2e(x + " tCO2e (AR5)"), Vintage: 1})
			}
		}
		return figures(gpc.Basic, ghg.AR5, out...)
	}
	p := mustProgress(t, tt, 2023, series("110", "100", "90", "", "", "", "", "80"))
	assert.Equal(t, "0.5", p.Elapsed.String())
	assert.Equal(t, "0.2", p.Reduction.String())
	assert.Zero(t, p.Findings.Len())
	assert.Contains(t, p.Explain().String(), "B               = 100 tCO2e (AR5)   # mean emissions of 2016 to 2018; source: Daegu")

	p = mustProgress(t, tt, 2023, series("110", "100", "93", "", "", "", "", "80"))
	require.Equal(t, 1, p.Findings.Len())
	assert.Equal(t, "base-year-differs", p.Findings.All[0].Code)
	assert.Equal(t, "101 tCO2e (AR5)", p.Findings.All[0].Found)
	assert.Contains(t, p.Findings.All[0].Detail, "counts from 100 tCO2e (AR5) in 2016 to 2018, the series has a mean of 101 tCO2e (AR5)")

	// The last year alone says nothing of the mean.
	p = mustProgress(t, tt, 2023, series("", "", "93", "", "", "", "", "80"))
	assert.Zero(t, p.Findings.Len())
	p = mustProgress(t, tt, 2018, series("", "", "93"))
	assert.Equal(t, target.BaseOnly, p.Status)
	var outside *ghg.YearError
	_, err = tt.Progress(2017, target.Linear, target.DefaultRules, series("110", "100"))
	assert.ErrorAs(t, err, &outside)
}

func TestAveragedBaseRefuses(t *testing.T) {
	for _, x := range []struct {
		name          string
		year, through int
		field, says   string
	}{
		{"one year", 2018, 2018, "goal.through", "leave it out for a single base year"},
		{"backwards", 2018, 2016, "goal.through", "ends after its first year 2018"},
		{"below zero", 2018, -1, "goal.through", "ends after its first year 2018"},
		{"through the due year", 2016, 2028, "due", "after the base year 2028"},
		{"no first year", 0, 2018, "goal.year", "from 1850 to 2300"},
		{"an end out of range", 2016, 2400, "goal.through", "from 1850 to 2300"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := averaged()
			g := goal(d)
			g.Year, g.Through = x.year, x.through
			d.Goal = g
			refuses(t, d, x.field, x.says)
		})
	}
	d := averaged()
	d.Milestones = []target.Milestone{{Year: 2018, Cut: ghg.MustShare("1%")}}
	refuses(t, d, "milestone 2018, year", "between the base year 2018 and the due year 2028")
}

func TestMeanBase(t *testing.T) {
	series := years(2007, "10", "10", "11")
	mean, err := target.MeanBase(series, 2007, 2009)
	require.NoError(t, err)
	assert.Equal(t, "10333333.333333333333 t", mean.String())
	mean, err = target.MeanBase(series, 2009, 2009)
	require.NoError(t, err)
	assert.Equal(t, "11000000 t", mean.String())
	for _, x := range [][2]int{{0, 2009}, {2007, 2301}, {2009, 2008}} {
		_, err := target.MeanBase(series, x[0], x[1])
		assert.ErrorContains(t, err, " to 2300 are allowed")
	}
	var missing *ghg.NoFigureError
	_, err = target.MeanBase(series, 2006, 2008)
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2006, missing.Year)
	_, err = target.MeanBase(figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2007, CO2e: ghg.MustCO2e("1e30 tCO2e (AR5)"), Vintage: 1},
		ghg.YearFigure{Year: 2008, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: 1}), 2007, 2008)
	assert.ErrorContains(t, err, "out of bounds")
}

// The mean of the changes from year to year is neither of the other two rates.
func TestYearOnYear(t *testing.T) {
	tt := mustTarget(t, daegu2030())
	for _, x := range []struct {
		figures []string
		want    string
	}{
		{[]string{"10", "8", "10"}, "-0.025"}, // 20% down, 25% up
		{[]string{"10", "", "10"}, "undefined: the series has no figure for 2019"},
		{[]string{"10", "0", "10"}, "undefined: emissions of 2019 are not above 0"},
		{[]string{"10", "-1", "10"}, "undefined: emissions of 2019 are not above 0"},
		{[]string{"9", "6", "0"}, "0.666666666667"}, // a third, and all
	} {
		assert.Equal(t, x.want, mustProgress(t, tt, 2020, years(2018, x.figures...)).AchievedYearOnYear.String())
	}
	assert.Equal(t, "undefined: no year has passed since the base year 2018", mustProgress(t, tt, 2018, years(2018,
		"9.43")).AchievedYearOnYear.String())
}
