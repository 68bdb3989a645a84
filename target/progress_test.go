package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// one is a series of one figure, given in tonnes, on BASIC and AR5.
func one(year int, tonnes string, status ghg.Status) ghg.Yearly {
	return figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(tonnes + " tCO2e (AR5)"), Status: status,
		Vintage: ghg.FirstVintage})
}

func mustProgress(t *testing.T, tt target.Target, year int, series ghg.Yearly) target.Progress {
	t.Helper()
	p, err := tt.Progress(year, target.Linear, target.DefaultRules, series)
	require.NoError(t, err)
	return p
}

func amount(t *testing.T, a target.Amount) ghg.CO2e {
	t.Helper()
	c, ok := a.Value()
	require.True(t, ok, a)
	return c
}

// panel is every figure of a progress as text.
func panel(p target.Progress) map[string]string {
	return map[string]string{
		"base": p.Base.String(), "level": p.Limit.String(), "emissions": p.Emissions.String(), "on pathway": p.OnPathway.String(),
		"gap":       p.Gap.String(),
		"reduction": p.Reduction.String(), "achieved": p.Achieved.String(), "elapsed": p.Elapsed.String(), "pace": p.Pace.String(),
		"relative gap":    p.RelativeGap.String(),
		"achieved linear": p.AchievedLinear.String(), "achieved linear share": p.AchievedLinearShare.String(),
		"achieved compound": p.AchievedCompound.String(),
		"required linear":   p.RequiredLinear.String(), "required linear share": p.RequiredLinearShare.String(),
		"required compound": p.RequiredCompound.String(),
		"acceleration":      p.Acceleration.String(), "status": p.Status.String(),
	}
}

// The expected figures were computed apart from this library, with 80 digits.
func TestPanel(t *testing.T) {
	daegu, zero := mustTarget(t, daegu2030()), mustTarget(t, netZero())
	for _, x := range []struct {
		name   string
		target target.Target
		year   int
		e      string
		want   map[string]string
	}{
		{"on the way", daegu, 2022, "8200000", map[string]string{
			"base": "9430000 tCO2e (AR5)", "level": "5186500 tCO2e (AR5)", "emissions": "8200000 tCO2e (AR5)",
			"on pathway": "8015500 tCO2e (AR5)", "gap": "184500 tCO2e (AR5)", "relative gap": "0.023017902813",
			"reduction": "0.130434782609", "achieved": "0.289855072464", "elapsed": "0.333333333333", "pace": "0.869565217391",
			"achieved linear": "307500 tCO2e (AR5) a year", "achieved linear share": "0.032608695652", "achieved compound": "0.034337114599",
			"required linear": "376687.5 tCO2e (AR5) a year", "required linear share": "0.039945652174", "required compound": "0.05565090984",
			"acceleration": "1.225", "status": "slightly_behind",
		}},
		{"in the base year", daegu, 2018, "9430000", map[string]string{
			"reduction": "0", "achieved": "0", "elapsed": "0", "pace": "undefined: no time has passed in the base year 2018",
			"gap": "0 tCO2e (AR5)", "relative gap": "0", "on pathway": "9430000 tCO2e (AR5)",
			"achieved linear":       "undefined: no year has passed since the base year 2018",
			"achieved linear share": "undefined: no year has passed since the base year 2018",
			"achieved compound":     "undefined: no year has passed since the base year 2018",
			"acceleration":          "undefined: no year has passed since the base year 2018",
			"required linear":       "353625 tCO2e (AR5) a year", "required linear share": "0.0375", "required compound": "0.048599101002",
			"status": "base_only",
		}},
		{"at the base later on", daegu, 2020, "9430000", map[string]string{
			"reduction": "0", "achieved": "0", "pace": "0", "gap": "707250 tCO2e (AR5)",
			"achieved linear": "0 tCO2e (AR5) a year", "achieved linear share": "0", "achieved compound": "0",
			"acceleration": "undefined: emissions have not changed since the base year", "status": "no_progress",
		}},
		{"above the base", daegu, 2021, "10373000", map[string]string{
			"reduction": "-0.1", "achieved": "-0.222222222222", "pace": "-0.888888888889", "gap": "2003875 tCO2e (AR5)",
			"achieved linear": "-314333.333333333333 tCO2e (AR5) a year", "achieved linear share": "-0.033333333333",
			"achieved compound": "-0.032280115456",
			"required linear":   "576277.777777777778 tCO2e (AR5) a year", "acceleration": "-1.833333333333", "status": "regressed",
		}},
		{"below the level before its time", daegu, 2024, "4243500", map[string]string{
			"reduction": "0.55", "achieved": "1.222222222222", "elapsed": "0.5", "pace": "2.444444444444", "gap": "-3064750 tCO2e (AR5)",
			"relative gap": "-0.419354838710", "required linear": "-157166.666666666667 tCO2e (AR5) a year", "required compound": "-0.034010691433",
			"acceleration": "-0.181818181818", "status": "below_target_level",
		}},
		{"in the due year, met", daegu, 2030, "5186500", map[string]string{
			"achieved": "1", "elapsed": "1", "pace": "1", "gap": "0 tCO2e (AR5)", "on pathway": "5186500 tCO2e (AR5)",
			"required linear":       "undefined: no year is left before the due year 2030",
			"required linear share": "undefined: no year is left before the due year 2030",
			"required compound":     "undefined: no year is left before the due year 2030",
			"acceleration":          "undefined: no year is left before the due year 2030", "status": "achieved",
		}},
		{"in the due year, missed", daegu, 2030, "5186500.000001", map[string]string{
			"achieved": "1", "gap": "0.000001 tCO2e (AR5)", "status": "expired_missed",
		}},
		{"after the due year", daegu, 2033, "5000000", map[string]string{
			"elapsed": "1.25", "on pathway": "5186500 tCO2e (AR5)", "gap": "-186500 tCO2e (AR5)",
			"achieved": "1.043949569930", "pace": "0.835159655944",
			"required linear": "undefined: no year is left before the due year 2030", "status": "below_target_level",
		}},
		{"between milestones", zero, 2035, "4100000", map[string]string{
			"level": "0 tCO2e (AR5)", "on pathway": "4007750 tCO2e (AR5)", "gap": "92250 tCO2e (AR5)",
			"required linear": "273333.333333333333 tCO2e (AR5) a year", "required compound": "undefined: a compound rate needs both ends above 0",
			"achieved": "0.565217391304", "pace": "1.063938618926", "status": "ahead",
		}},
		{"net removals", zero, 2050, "-100000", map[string]string{
			"reduction": "1.010604453871", "achieved": "1.010604453871", "gap": "-100000 tCO2e (AR5)",
			"relative gap": "undefined: the pathway's value is 0", "achieved compound": "undefined: a compound rate needs both ends above 0",
			"status": "achieved",
		}},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := panel(mustProgress(t, x.target, x.year, one(x.year, x.e, ghg.Actual)))
			for figure, want := range x.want {
				assert.Equal(t, trimmed(want), got[figure], figure)
			}
		})
	}
}

// trimmed is a number without the zeros at its end.
func trimmed(s string) string {
	if d, err := decimal.NewFromString(s); err == nil {
		return d.String()
	}
	return s
}

func TestNoCutToHaveAShareOf(t *testing.T) {
	for _, x := range []struct {
		cut, e, status, acceleration string
		year                         int
	}{
		{"0%", "9430000", "below_target_level", "undefined: emissions have not changed since the base year", 2022},
		{"0%", "9430001", "regressed", "-0.5", 2022},
		{"0%", "9430000", "achieved", "undefined: no year is left before the due year 2030", 2030},
		{"-10%", "10373000", "below_target_level", "0", 2022},
		{"-10%", "10373001", "regressed", "-0.000000530222", 2022},
		{"-10%", "10373001", "expired_missed", "undefined: no year is left before the due year 2030", 2030},
	} {
		d := daegu2030()
		withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare(x.cut) })(&d)
		p := mustProgress(t, mustTarget(t, d), x.year, one(x.year, x.e, ghg.Actual))
		assert.Equal(t, "undefined: the target asks for no cut", p.Achieved.String())
		assert.Equal(t, "undefined: the target asks for no cut", p.Pace.String())
		assert.Equal(t, x.status, p.Status.String(), x.cut+" "+x.e)
		assert.Equal(t, x.acceleration, p.Acceleration.String(), x.cut+" "+x.e)
	}
}

func TestProgressCarriesTheFigure(t *testing.T) {
	series := figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Status: ghg.Estimated,
		Vintage: 3, Source: "a report"})
	p := mustProgress(t, mustTarget(t, daegu2030()), 2022, series)
	assert.Equal(t, ghg.Estimated, p.Figure.Status)
	assert.Equal(t, ghg.Vintage(3), p.Figure.Vintage)
	assert.Equal(t, "a report", p.Figure.Source)
	assert.Equal(t, 2022, p.Year)
	assert.Equal(t, "linear", p.Pathway.String())
	assert.Equal(t, "pace-1", p.Rules.ID())
	assert.Equal(t, "Daegu 2030", p.Target.Name())
}

func TestProgressRefuses(t *testing.T) {
	tt := mustTarget(t, daegu2030())
	series := one(2022, "8200000", ghg.Actual)

	_, err := tt.Progress(2022, target.Pathway{}, target.DefaultRules, series)
	assert.ErrorContains(t, err, "no pathway given")
	_, err = tt.Progress(2022, target.Linear, target.Rules{}, series)
	assert.ErrorContains(t, err, "no rules given")

	p, err := tt.Progress(2017, target.Linear, target.DefaultRules, series)
	var outside *ghg.YearError
	require.ErrorAs(t, err, &outside)
	assert.Equal(t, ghg.YearError{Of: `progress on target "Daegu 2030"`, Year: 2017, First: 2018, Last: 2300}, *outside)
	assert.Equal(t, target.NoData, p.Status)

	p, err = tt.Progress(2021, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2020, CO2e: ghg.MustCO2e("8.9 MtCO2e (AR5)"), Vintage: 1}, ghg.YearFigure{Year: 2022,
			CO2e: ghg.MustCO2e("8.2 MtCO2e (AR5)"), Vintage: 1}))
	var missing *ghg.NoFigureError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2021, missing.Year)
	assert.Equal(t, []int{2020, 2022}, missing.Have)
	assert.Equal(t, target.NoData, p.Status)
	assert.Equal(t, "no data", p.String())
	assert.True(t, p.Explain().IsZero())

	_, err = tt.Progress(2021, target.Linear, target.DefaultRules, figures(gpc.Basic, ghg.AR5))
	require.ErrorAs(t, err, &missing)
	assert.EqualError(t, err,
		"the series of Daegu: no figure for 2021: "+
			"a year without a figure is not 0; ask for one that has one, or add it to the series with its status")

	// More than an amount a year can hold.
	for _, y := range []int{2018, 2022, 2030} {
		_, err = tt.Progress(y, target.Linear, target.DefaultRules, one(y, "123456789e20", ghg.Actual))
		var bounds *exact.BoundsError
		require.ErrorAs(t, err, &bounds)
		assert.Contains(t, err.Error(), `target "Daegu 2030", `)
	}
}

// A ratio so small that its root loses all its digits needs more than the
// twelve places of a ratio to be taken from.
func TestCompoundOfATinyLevel(t *testing.T) {
	d := daegu2030()
	d.Due = 2046
	withGoal(func(g *target.BaseYear) {
		g.Base, g.Cut = ghg.MustMass("1 t"), ghg.MustShare("99.999999999999999999999%") // 1e-23 is left
	})(&d)
	p := mustProgress(t, mustTarget(t, d), 2018, one(2018, "1", ghg.Actual))
	assert.Equal(t, "0.84914092914", p.RequiredCompound.String(), "1 - 10^(-23/28)")
}

func TestFindings(t *testing.T) {
	tt := mustTarget(t, daegu2030())
	codes := func(p target.Progress) (out []string) {
		for _, f := range p.Findings.All {
			out = append(out, f.Code+" "+f.Severity.String())
		}
		return out
	}
	f := func(year int, co2e string, s ghg.Status) ghg.YearFigure {
		return ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(co2e + " MtCO2e (AR5)"), Status: s, Vintage: 2}
	}
	for _, x := range []struct {
		name    string
		year    int
		figures []ghg.YearFigure
		want    []string
		says    string
	}{
		{"nothing to say", 2022, []ghg.YearFigure{f(2018, "9.430", ghg.Actual), f(2022, "8.2", ghg.Actual)}, nil, ""},
		{"a restated base", 2022, []ghg.YearFigure{f(2018, "8.97", ghg.Actual), f(2022, "8.2", ghg.Actual)},
			[]string{"base-year-differs serious"},
			"the target counts from 9430000 tCO2e (AR5) in 2018, the series has 8970000 tCO2e (AR5) (vintage 2)"},
		{"a nowcast", 2023, []ghg.YearFigure{f(2023, "8.2", ghg.Nowcast)}, []string{"not-actual warning"},
			"2023, not-actual: the figure is nowcast: it is no evidence of an achievement"},
		{"after the due year, unknown", 2031, []ghg.YearFigure{f(2031, "5", ghg.Actual)}, []string{"after-due-year note"},
			"of which the series has no figure"},
		{"a year late", 2031, []ghg.YearFigure{f(2030, "5.2", ghg.Actual), f(2031, "5", ghg.Actual)}, []string{"after-due-year note"},
			"the figure of that year, 5200000 tCO2e (AR5) (actual), is above its level 5186500 tCO2e (AR5)"},
		{"kept", 2031, []ghg.YearFigure{f(2030, "5.1865", ghg.Provisional), f(2031, "5", ghg.Projected)}, []string{"not-actual warning",
			"after-due-year note"},
			"5186500 tCO2e (AR5) (provisional), is at or below its level"},
		{"in the due year itself", 2030, []ghg.YearFigure{f(2030, "5", ghg.Actual)}, []string{"units-not-accounted note"},
			"Account has to be told"},
	} {
		t.Run(x.name, func(t *testing.T) {
			p := mustProgress(t, tt, x.year, figures(gpc.Basic, ghg.AR5, x.figures...))
			assert.Equal(t, x.want, codes(p))
			assert.Contains(t, p.Findings.String(), x.says)
		})
	}
}
