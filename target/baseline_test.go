package target_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// belowBaseline is a goal of 50% below a baseline of 10, 12, … 20 Mt.
func belowBaseline(from int, m ...target.Milestone) target.Definition {
	d := daegu2030()
	d.Due, d.Milestones = 2023, m
	d.Goal = target.BaselineScenario{Kind: target.StaticBaseline, Baseline: years(2018, "10", "12", "14", "16", "18", "20", "21"),
		Year: from, Cut: ghg.MustShare("50%")}
	return d
}

func TestBaselineRefuses(t *testing.T) {
	with := func(change func(*target.BaselineScenario)) func(*target.Definition) {
		return func(d *target.Definition) {
			g := d.Goal.(target.BaselineScenario)
			change(&g)
			d.Goal = g
		}
	}
	other, err := ghg.NewYearly("Ulsan", gpc.Basic, ghg.AR5, []ghg.YearFigure{{Year: 2023, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: 1}})
	require.NoError(t, err)
	for _, x := range []struct {
		name   string
		change func(*target.Definition)
		field  string
		says   string
	}{
		{"no kind", with(func(g *target.BaselineScenario) { g.Kind = 0 }), "goal.kind", "target.StaticBaseline or target.DynamicBaseline"},
		{"a kind that does not exist", with(func(g *target.BaselineScenario) { g.Kind = 3 }), "goal.kind",
			"target.StaticBaseline or target.DynamicBaseline"},
		{"no cut", with(func(g *target.BaselineScenario) { g.Cut = ghg.Share{} }), "goal.cut", "0% has to be said"},
		{"no baseline", with(func(g *target.BaselineScenario) { g.Baseline = ghg.Yearly{} }), "goal.baseline",
			"needs the series of its baseline"},
		{"another place", with(func(g *target.BaselineScenario) { g.Baseline = other }), "goal.baseline",
			`target "Daegu 2030", goal.baseline: the target and the baseline do not meet: place "Daegu" and "Ulsan": both must be of one place`},
		{"another view", func(d *target.Definition) { d.Views = target.Same(gpc.BasicPlus) }, "goal.baseline",
			`target "Daegu 2030", goal.baseline: the target and the baseline do not meet:`},
		{"two views", func(d *target.Definition) { d.Views.Base = gpc.BasicPlus }, "views", "of one view, not GPC 1.1 BASIC+ and GPC 1.1 BASIC"},
		{"another metric", func(d *target.Definition) { d.Metric = ghg.SAR }, "goal.baseline", "SAR"},
		{"no baseline in the due year", func(d *target.Definition) { d.Due = 2025 }, "goal.cut",
			`target "Daegu 2030", goal.cut "50%": 2025: baseline: no figure for 2025 (there are`},
		{"no baseline at a milestone", func(d *target.Definition) {
			with(func(g *target.BaselineScenario) { g.Baseline = years(2018, "10", "", "", "", "", "20") })(d)
			milestones(target.Milestone{Year: 2020, Cut: ghg.MustShare("5%")})(d)
		}, "milestone 2020, cut", "no figure for 2020"},
		{"no baseline in the first year", with(func(g *target.BaselineScenario) { g.Year = 2017 }), "goal.baseline", "no figure for 2017"},
		{"a first year out of range", with(func(g *target.BaselineScenario) { g.Year = 1849 }), "goal.year", "from 1850 to 2300"},
		{"due in the first year", with(func(g *target.BaselineScenario) { g.Year = 2023 }), "due", "after the base year 2023"},
		{"a milestone as a level", milestones(target.Milestone{Year: 2020, Level: ghg.MustMass("1 t")}), "milestone 2020, level",
			"give the milestone as a cut"},
		{"a milestone before the first year", milestones(target.Milestone{Year: 2018, Cut: ghg.MustShare("5%")}), "milestone 2018, year",
			"between the base year 2018 and the due year 2023"},
		{"a first year at zero", with(func(g *target.BaselineScenario) { g.Baseline = years(2018, "0", "", "", "", "", "20") }),
			"goal.baseline", "2018: the baseline must be above zero"},
		{"a baseline beyond all measure", with(func(g *target.BaselineScenario) {
			g.Baseline = years(2018, "1", "", "1.1e18", "", "",
				"20")
		}), "goal.baseline", "2020: a baseline must be at most"},
		{"a mean of levels that move", func(d *target.Definition) { d.Timeframe = target.AverageFrom(2021) }, "timeframe",
			"use target.AnnualFrom or target.CumulativeFrom"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := belowBaseline(2018)
			x.change(&d)
			refuses(t, d, x.field, x.says)
		})
	}
}

func TestBaselineKind(t *testing.T) {
	assert.Equal(t, "unknown (0)", target.BaselineKind(0).String())
	g := target.BaselineScenario{Kind: target.DynamicBaseline, Cut: ghg.MustShare("37%")}
	assert.Equal(t, "37% below the dynamic baseline", g.String())
	g.Cut = ghg.MustShare("0%")
	assert.Equal(t, "as in the dynamic baseline", g.String())
}

// In 2021 three of five years have passed: the share left is 70% of 16 Mt.
func TestBaselineProgress(t *testing.T) {
	tt := mustTarget(t, belowBaseline(2018))
	assert.Equal(t, "10000000 tCO2e (AR5)", tt.Base().String())
	assert.Equal(t, "0", tt.EquivalentCut().String(), "half of 20 Mt is what was emitted in 2018")
	p := mustProgress(t, tt, 2021, years(2018, "10", "", "", "12"))
	for figure, want := range map[string]string{
		"base": "16000000 tCO2e (AR5)", "level": "8000000 tCO2e (AR5)", "on pathway": "11200000 tCO2e (AR5)", "gap": "800000 tCO2e (AR5)",
		"reduction": "0.25", "achieved": "0.5", "elapsed": "0.6", "pace": "0.833333333333", "status": "slightly_behind",
	} {
		assert.Equal(t, want, panel(p)[figure], figure)
	}
	assert.Equal(t, "-0.2", p.Absolute.String(), "emissions rose all the same")
	assert.Equal(t, "2000000 tCO2e (AR5)", p.Remaining.String())
	assert.Contains(t, p.Explain().String(), "  B               = R = 16,000,000 tCO2e (AR5)   # reference: baseline of the year\n")

	// Above the baseline of the year emissions have regressed, though below that
	// of the due year.
	p = mustProgress(t, tt, 2021, years(2021, "16.1"))
	assert.Equal(t, target.Regressed, p.Status)
}

// A finding after the due year speaks of the level of that year, not of the
// year asked.
func TestBaselineAfterDue(t *testing.T) {
	p := mustProgress(t, mustTarget(t, belowBaseline(2018)), 2024, years(2023, "10.1", "10.4"))
	assert.Equal(t, "10500000 tCO2e (AR5)", p.Limit.String())
	assert.Equal(t, target.ExpiredMissed, p.Status)
	assert.Contains(t, p.Findings.String(), "the figure of that year, 10100000 tCO2e (AR5) (actual), is above its level 10000000 tCO2e (AR5)")
}

// Without a year that it starts from, a baseline has reductions and no time.
func TestBaselineWithoutAFirstYear(t *testing.T) {
	tt := mustTarget(t, belowBaseline(0, target.Milestone{Year: 2020, Cut: ghg.MustShare("20%")}))
	assert.Zero(t, tt.BaseYear())
	assert.Equal(t, "undefined: the goal states no base year", tt.EquivalentCut().String())
	p := mustProgress(t, tt, 2021, years(2021, "12"))
	for figure, want := range map[string]string{
		"base": "16000000 tCO2e (AR5)", "level": "8000000 tCO2e (AR5)", "on pathway": "11200000 tCO2e (AR5)", "gap": "800000 tCO2e (AR5)",
		// 20% to 50% in three years: 30%
		"reduction": "0.25", "achieved": "0.5", "elapsed": "undefined: the goal states no base year",
		"pace":            "undefined: the goal states no base year",
		"achieved linear": "undefined: the goal states no base year", "required linear": "1000000 tCO2e (AR5) a year",
		"required linear share": "undefined: the goal states no base year", // 12 to 10 Mt in two years
		"acceleration":          "undefined: the goal states no base year", "status": "undetermined",
	} {
		assert.Equal(t, want, panel(p)[figure], figure)
	}
	assert.Equal(t, "undefined: the goal states no base year", p.Absolute.String())
	assert.Equal(t, "the pace is undefined: the goal states no base year", p.Reason)
	assert.Contains(t, p.Explain().String(), "  b               = undefined   # base year; the goal states no base year\n")

	// By the gap it can be judged from its first level on.
	p, err := tt.Progress(2021, target.Linear, target.GapRules, years(2021, "12"))
	require.NoError(t, err)
	assert.Equal(t, target.OffTrack, p.Status)
	p, err = tt.Progress(2019, target.Linear, target.GapRules, years(2019, "11.9"))
	require.NoError(t, err)
	assert.Equal(t, "undefined: the goal states no base year, and its first level is for 2020", p.OnPathway.String())
	assert.Equal(t, target.Undetermined, p.Status)
	assert.Contains(t, p.Explain().String(), "v               = T = undefined, where R > 0 and y ≥ 2020   # pathway: linear; the goal "+
		"states no base year, and its first level is for 2020")

	p = mustProgress(t, tt, 2020, years(2020, "14"))
	assert.Equal(t, target.NoProgress, p.Status)
}

// A baseline may fall to zero: its reductions are then undefined, and say so.
func TestBaselineOfZero(t *testing.T) {
	d := belowBaseline(2018)
	g := d.Goal.(target.BaselineScenario)
	g.Baseline = years(2018, "10", "8", "0", "4", "2", "1")
	d.Goal = g
	p := mustProgress(t, mustTarget(t, d), 2020, years(2020, "1"))
	assert.Equal(t, "undefined: the baseline of the year is 0", p.Reduction.String())
	assert.Equal(t, "undefined: 0 in the baseline of 2020 is not above 0: of such an amount no share is taken", p.Achieved.String())
	assert.Equal(t, "0.016666666667", p.RequiredLinearShare.String(), "from 1 to 0.5 Mt in three years, of a base of 10")
	assert.Equal(t, "0.206299474016", p.RequiredCompound.String(), "1 - 0.5^(1/3)")
	assert.Equal(t, p.Limit.String(), p.RelativeGap.String())
	assert.Equal(t, target.Regressed, p.Status)
}

// Of a baseline below zero no share is taken: its sign would turn.
func TestBaselineBelowZero(t *testing.T) {
	d := belowBaseline(2018)
	g := d.Goal.(target.BaselineScenario)
	g.Baseline = years(2018, "10", "8", "-2", "4", "2", "1")
	d.Goal = g
	const noShare = "undefined: -2000000 in the baseline of 2020 is not above 0: of such an amount no share is taken"
	p := mustProgress(t, mustTarget(t, d), 2020, years(2020, "1"))
	for figure, want := range map[string]string{
		"reduction": "undefined: the baseline of the year is below 0", "achieved linear share": "undefined: the baseline of the year is below 0",
		"required linear share": "0.016666666667", "achieved": noShare, "level": noShare, "on pathway": noShare, "gap": noShare,
		"relative gap": noShare, "status": "regressed",
	} {
		assert.Equal(t, want, panel(p)[figure], figure)
	}
}

// A cut of 30 % from -10 Mt would leave -7, more than the baseline: -8 is no
// achievement. There is no such level, in the due year, for a milestone, or between.
func TestNoLevelBelowABaselineBelowZero(t *testing.T) {
	for _, year := range []int{2023, 2021} { // due, and a milestone
		for _, below := range []string{"-10", "0"} {
			all := []string{"10", "8", "6", "4", "2", "1"}
			all[year-2018] = below
			d := belowBaseline(2018, target.Milestone{Year: 2021, Cut: ghg.MustShare("20%")})
			g := d.Goal.(target.BaselineScenario)
			g.Baseline = years(2018, all...)
			d.Goal = g
			_, err := target.New(d)
			var fault ghg.Fault
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, "goal.baseline", fault.Field)
			assert.Contains(t, fault.Detail, fmt.Sprintf("%d: the goal cuts a share of it, and no share is taken of an amount", year))
		}
	}
	d := belowBaseline(2018)
	g := d.Goal.(target.BaselineScenario)
	g.Baseline = years(2018, "10", "8", "-10", "4", "2", "1")
	d.Goal = g
	tt := mustTarget(t, d)
	p := mustProgress(t, tt, 2020, years(2020, "-11"))
	assert.Equal(t, target.Undetermined, p.Status, "-11 is below -10, and below nothing that the goal sets")
	assert.Contains(t, p.Reason, "-10000000 in the baseline of 2020 is not above 0")
	assert.Contains(t, p.Explain().String(), "T               = R × (1 - cut) = undefined, where R > 0   # level at the reference of the "+
		"year asked; -10000000 in the baseline of 2020 is not above 0")
	text, err := json.Marshal(p)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"level":null`)
	assert.Equal(t, target.Undetermined, mustProgress(t, tt, 2020, years(2020, "-10.5")).Status)
	for _, pathway := range []target.Pathway{target.Linear, target.Geometric, target.Stepwise} {
		_, err = tt.Pathway(pathway, 2020)
		var none *target.PathwayError
		require.ErrorAs(t, err, &none)
		assert.Contains(t, none.Reason, "no share is taken")
	}
}
