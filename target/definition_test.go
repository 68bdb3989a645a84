package target_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// goal is the goal of a definition, to change a part of it.
func goal(d target.Definition) target.BaseYear { return d.Goal.(target.BaseYear) }

func withGoal(change func(*target.BaseYear)) func(*target.Definition) {
	return func(d *target.Definition) {
		g := goal(*d)
		change(&g)
		d.Goal = g
	}
}

func milestones(m ...target.Milestone) func(*target.Definition) {
	return func(d *target.Definition) { d.Milestones = m }
}

func TestNewRefuses(t *testing.T) {
	for _, x := range []struct {
		name   string
		change func(*target.Definition)
		field  string
		says   string
	}{
		{"no name", func(d *target.Definition) { d.Name = "" }, "name", "a name of 1 to 200 bytes is needed"},
		{"no place", func(d *target.Definition) { d.Place = "" }, "place", "whose target"},
		{"no due year", func(d *target.Definition) { d.Due = 0 }, "due", "from 1850 to 2300"},
		{"due year too far", func(d *target.Definition) { d.Due = 2301 }, "due", "from 1850 to 2300"},
		{"due in the base year", func(d *target.Definition) { d.Due = 2018 }, "due", "after the base year 2018"},
		{"due before the base year", func(d *target.Definition) { d.Due = 2017 }, "due", "after the base year 2018"},
		{"no views", func(d *target.Definition) { d.Views = target.Views{} }, "views", "name one, such as gpc.Basic"},
		{"no due view", func(d *target.Definition) { d.Views.Due = ghg.View{} }, "views", "name one, such as gpc.Basic"},
		{"no base view", func(d *target.Definition) { d.Views.Base = ghg.View{} }, "views", "name one, such as gpc.Basic"},
		{"two editions", func(d *target.Definition) { d.Views.Due = ghg.MustDeclaredView("net", "GIR") }, "views", "one guideline edition"},
		{"a date that does not exist", func(d *target.Definition) { d.Published = ghg.Date{Year: 2021, Month: 2, Day: 30} }, "published",
			"a day that exists"},
		{"no metric", func(d *target.Definition) { d.Metric = ghg.Metric{} }, "metric", "no metric given"},
		{"no goal", func(d *target.Definition) { d.Goal = nil }, "goal", "target.BaseYear"},
		{"a nil goal", func(d *target.Definition) { d.Goal = (*target.BaseYear)(nil) }, "goal", "target.BaseYear"},
		{"a goal from outside", func(d *target.Definition) { d.Goal = struct{ target.BaseYear }{goal(*d)} }, "goal", "target.BaseYear"},
		{"no base year", withGoal(func(g *target.BaseYear) { g.Year = 0 }), "goal.year", "from 1850 to 2300"},
		{"no base", withGoal(func(g *target.BaseYear) { g.Base = ghg.Mass{} }), "goal.base", "above zero"},
		{"a base of zero", withGoal(func(g *target.BaseYear) { g.Base = ghg.MustMass("0 t") }), "goal.base", "above zero"},
		{"a negative base", withGoal(func(g *target.BaseYear) { g.Base = ghg.MustMass("-1 t") }), "goal.base", "above zero"},
		{"a base of methane", withGoal(func(g *target.BaseYear) { g.Base = ghg.MustMass("9 kt CH4") }), "goal.base", "names no gas"},
		{"a base beyond all measure", withGoal(func(g *target.BaseYear) { g.Base = ghg.MustMass("1.1e24 t") }), "goal.base",
			"at most 1000000000000000000000000 t"},
		{"no cut", withGoal(func(g *target.BaseYear) { g.Cut = ghg.Share{} }), "goal.cut", "0% has to be said"},
		{"a cut above all", withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("100.1%") }), "goal.cut", "no more than 100%"},
		{"a cut too fine", withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("1e-30%") }), "goal.cut", "out of bounds"},
		{"growth beyond all measure", withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("-1e22%") }), "goal.cut",
			"the level must be at most"},
		{"a milestone in the base year", milestones(target.Milestone{Year: 2018, Cut: ghg.MustShare("1%")}), "milestone 2018, year",
			"between the base year 2018 and the due year 2030"},
		{"a milestone in the due year", milestones(target.Milestone{Year: 2030, Cut: ghg.MustShare("45%")}), "milestone 2030, year",
			"between the base year 2018 and the due year 2030"},
		{"two milestones in a year", milestones(target.Milestone{Year: 2025, Cut: ghg.MustShare("20%")}, target.Milestone{Year: 2022,
			Cut: ghg.MustShare("9%")},
			target.Milestone{Year: 2025, Cut: ghg.MustShare("21%")}), "milestone 2025, year", "one milestone"},
		{"a milestone without a cut", milestones(target.Milestone{Year: 2025}), "milestone 2025, cut", "0% has to be said"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			x.change(&d)
			got, err := target.New(d)
			var refused ghg.Fault
			require.ErrorAs(t, err, &refused)
			assert.Equal(t, x.field, fieldOf(refused, d.Name))
			assert.Contains(t, err.Error(), x.says)
			assert.True(t, strings.HasPrefix(refused.Of, fmt.Sprintf("target %q", d.Name)))
			assert.True(t, got.IsZero())
			var all ghg.Faults
			require.ErrorAs(t, err, &all)
			assert.Equal(t, 1, all.Len(), "one mistake, one problem")
		})
	}
}

func TestNewNamesItsCauses(t *testing.T) {
	_, err := target.New(target.Definition{Goal: target.BaseYear{}, Milestones: []target.Milestone{{}}})
	assert.ErrorContains(t, err, ghg.ErrNoView.Error())
	assert.ErrorContains(t, err, ghg.ErrNoMetric.Error())
	assert.Len(t, err.(interface{ Unwrap() []error }).Unwrap(), 9, "all problems at once: %s", err)

	d := daegu2030()
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("1e-30%")}
	_, err = target.New(d)
	assert.ErrorContains(t, err, "out of bounds")
}

func TestNewAllows(t *testing.T) {
	for _, x := range []struct {
		name   string
		change func(*target.Definition)
		limit  string
	}{
		{"all of it", withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("100%") }), "0 tCO2e (AR5)"},
		{"nothing, said", withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("0%") }), "9430000 tCO2e (AR5)"},
		{"growth", withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("-12.5%") }), "10608750 tCO2e (AR5)"},
		{"a largest base", withGoal(func(g *target.BaseYear) { g.Base = ghg.MustMass("1e24 t") }), "550000000000000000000000 tCO2e (AR5)"},
		{"a largest level", withGoal(func(g *target.BaseYear) {
			g.Base, g.Cut = ghg.MustMass("5e23 t"), ghg.MustShare("-100%")
		}), "1000000000000000000000000 tCO2e (AR5)"},
		{"unstated metric", func(d *target.Definition) { d.Metric = ghg.Unstated }, "5186500 tCO2e"},
		{"a pointer", func(d *target.Definition) { g := goal(*d); d.Goal = &g }, "5186500 tCO2e (AR5)"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			x.change(&d)
			tt, err := target.New(d)
			require.NoError(t, err)
			limit, err := tt.Limit(2030)
			require.NoError(t, err)
			assert.Equal(t, x.limit, limit.String())
			for _, f := range tt.Findings().All { // of growth alone
				assert.Equal(t, target.FindingCutBelowZero, f.Code)
			}
		})
	}
}

// "-40 %" was meant as a cut of 40 %.
func TestCutBelowZeroIsAFinding(t *testing.T) {
	d := daegu2030()
	withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("-40%") })(&d)
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("-20%")}, {Year: 2026, Cut: ghg.MustShare("0%")}}
	f := found(t, mustTarget(t, d).Findings(), target.FindingCutBelowZero)
	assert.Equal(t, ghg.Warning, f.Severity)
	assert.Equal(t, "2025, 2030", f.Of)
	assert.Equal(t, "-20%, -40%", f.Stated)
	f = found(t, rolling(t, 2020, 1, "-2%").Findings(), target.FindingCutBelowZero)
	assert.Equal(t, "-2%", f.Stated)
	assert.Zero(t, rolling(t, 2020, 1, "2%").Findings().Len())
}

// What the caller changes afterwards does not reach the target.
func TestNewCopies(t *testing.T) {
	d := daegu2030()
	g := goal(d)
	d.Goal = &g
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("20%")}}
	tt, err := target.New(d)
	require.NoError(t, err)
	g.Cut, g.Year = ghg.MustShare("1%"), 1990
	d.Milestones[0] = target.Milestone{Year: 2026, Cut: ghg.MustShare("99%")}
	assert.Equal(t, "45% below 2018", tt.Goal().String())
	for m := range tt.Milestones() {
		assert.Equal(t, "20% by 2025", m.String())
	}
}

func TestFindingsAreCopied(t *testing.T) {
	d := daegu2030()
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("60%")}}
	tt, err := target.New(d)
	require.NoError(t, err)
	f := tt.Findings()
	require.Equal(t, 1, f.Len())
	f.All[0].Code = "changed"
	assert.Equal(t, target.FindingMilestoneOrder, tt.Findings().All[0].Code)
}

// A target can be made again of its definition, whatever its goal.
func TestDefinitionOfATarget(t *testing.T) {
	for _, tt := range everyGoal(t) {
		again := mustTarget(t, tt.Definition())
		a, err := tt.MarshalJSON()
		require.NoError(t, err)
		b, err := again.MarshalJSON()
		require.NoError(t, err)
		assert.JSONEq(t, string(a), string(b))

		d := tt.Definition()
		for i := range d.Milestones {
			d.Milestones[i].Year = 1
		}
		for m := range tt.Milestones() {
			assert.NotEqual(t, 1, m.Year, "a copy")
		}
	}
	assert.Nil(t, target.Target{}.Definition().Goal)
	first, last := target.Target{}.BasePeriod()
	assert.Zero(t, first+last)
	assert.Equal(t, ghg.Date{}, target.Target{}.Published())
	assert.Equal(t, target.SingleYear, target.Target{}.Timeframe())
	assert.Equal(t, "undefined: the goal states no base year", target.Target{}.EquivalentCut().String())
}

// everyGoal is a target of each kind, with milestones where it has some.
func everyGoal(t *testing.T) []target.Target {
	cut := []target.Milestone{{Year: 2025, Cut: ghg.MustShare("10%"), Standing: target.Policy}}
	with := func(d target.Definition, g target.Goal, m []target.Milestone) target.Target {
		d.Goal, d.Milestones, d.Published = g, m, ghg.Date{Year: 2021, Month: 12, Day: 14}
		return mustTarget(t, d)
	}
	ten, twelve := people(t, 2018, "10", "", "", "", "", "", "", "11", "", "", "", "", "12"), years(2018, "9.43", "", "", "", "", "",
		"", "10", "", "", "", "", "12")
	frame := daegu2030()
	frame.Timeframe = target.CumulativeFrom(2025, target.Geometric)
	return []target.Target{
		with(daegu2030(), daegu2030().Goal, cut),
		with(frame, target.BaseYear{Year: 2016, Through: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("45%")}, cut),
		with(daegu2030(), target.FixedIntensity{Level: ghg.MustMass("0.4 t"), Activity: ten, Year: 2018, Base: ghg.MustMass("9.43 Mt")},
			[]target.Milestone{{Year: 2025, Level: ghg.MustMass("0.7 t"), Standing: target.Policy}}),
		with(daegu2030(), target.FixedLevel{Level: ghg.MustMass("0 t")}, []target.Milestone{{Year: 2025, Level: ghg.MustMass("5 Mt")}}),
		with(daegu2030(), target.FixedLevel{Level: ghg.MustMass("4 Mt"), Year: 2018, Base: ghg.MustMass("9.43 Mt")}, cut),
		with(daegu2030(), target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("45%"), Activity: ten}, cut),
		with(daegu2030(), target.BaselineScenario{Kind: target.DynamicBaseline, Baseline: twelve, Year: 2018, Cut: ghg.MustShare("45%")}, cut),
		with(daegu2030(), target.BaselineScenario{Kind: target.StaticBaseline, Baseline: twelve, Cut: ghg.MustShare("45%")}, nil),
		with(daegu2030(), target.RollingBaseYear{Year: 2018, Every: 2, Cut: ghg.MustShare("4%")}, nil),
	}
}

// Goals given as pointers are taken as the values that they are.
func TestGoalsAsPointers(t *testing.T) {
	for _, tt := range everyGoal(t) {
		d := tt.Definition()
		switch g := d.Goal.(type) {
		case target.BaseYear:
			d.Goal = &g
		case target.FixedLevel:
			d.Goal = &g
		case target.BaseYearIntensity:
			d.Goal = &g
		case target.BaselineScenario:
			d.Goal = &g
		case target.RollingBaseYear:
			d.Goal = &g
		}
		assert.Equal(t, tt.Goal().String(), mustTarget(t, d).Goal().String())
	}
}

// Fields that do not meet are faults, and the mismatch behind them is there too.
func TestNewFindsWhatDoesNotMeet(t *testing.T) {
	d := daegu2030()
	d.Name, d.Views.Due = "", ghg.MustDeclaredView("net", "GIR")
	_, err := target.New(d)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 2, faults.Len(), "both at once")
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectView))
	assert.Equal(t, faults.Error(), err.Error(), "nothing is said twice")

	d = daegu2030()
	d.Goal = target.BaselineScenario{Kind: target.StaticBaseline, Cut: ghg.MustShare("5%"), Baseline: years(2018, "9", "8")}
	d.Place, d.Metric = "Ulsan", ghg.SAR
	_, err = target.New(d)
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace) && mismatch.In(ghg.AspectMetric))
	var metrics *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metrics)
}
