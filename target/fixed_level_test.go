package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFixedLevelRefuses(t *testing.T) {
	whole := target.FixedLevel{Level: ghg.MustMass("5 Mt"), Year: 2018, Base: ghg.MustMass("9.43 Mt")}
	for _, x := range []struct {
		name   string
		change func(*target.Definition, *target.FixedLevel)
		field  string
		says   string
	}{
		{"no level", func(_ *target.Definition, g *target.FixedLevel) { g.Level = ghg.Mass{} }, "goal.level", "0 t has to be said"},
		{"a level of methane", func(_ *target.Definition, g *target.FixedLevel) { g.Level = ghg.MustMass("5 t CH4") }, "goal.level",
			"names no gas"},
		{"a level beyond all measure", func(_ *target.Definition, g *target.FixedLevel) { g.Level = ghg.MustMass("-1.1e24 t") },
			"goal.level", "at most"},
		{"a base without its year", func(_ *target.Definition, g *target.FixedLevel) { g.Year = 0 }, "goal.year", "from 1850 to 2300"},
		{"a year without its base", func(_ *target.Definition, g *target.FixedLevel) { g.Base = ghg.Mass{} }, "goal.base", "above zero"},
		{"due before base", func(d *target.Definition, _ *target.FixedLevel) { d.Due = 2016 }, "due", "after the base year 2018"},
		{"a milestone as a cut without a base", func(d *target.Definition, g *target.FixedLevel) {
			g.Year, g.Base = 0, ghg.Mass{}
			d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("10%")}}
		}, "milestone 2025, cut", "give the milestone as a level"},
		{"a milestone in the due year without a base", func(d *target.Definition, g *target.FixedLevel) {
			g.Year, g.Base = 0, ghg.Mass{}
			d.Milestones = []target.Milestone{{Year: 2030, Level: ghg.MustMass("5 Mt")}}
		}, "milestone 2030, year", "before the due year 2030"},
		{"a milestone in no year without a base", func(d *target.Definition, g *target.FixedLevel) {
			g.Year, g.Base = 0, ghg.Mass{}
			d.Milestones = []target.Milestone{{Level: ghg.MustMass("5 Mt")}}
		}, "milestone 0, year", "before the due year 2030"},
		{"a milestone as both", func(d *target.Definition, _ *target.FixedLevel) {
			d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("10%"), Level: ghg.MustMass("5 Mt")}}
		}, "milestone 2025, level", "a cut or a level: give one of them"},
		{"a milestone as methane", func(d *target.Definition, _ *target.FixedLevel) {
			d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("5 Mt CH4")}}
		}, "milestone 2025, level", "names no gas"},
		{"a standing that does not exist", func(d *target.Definition, _ *target.FixedLevel) {
			d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("5 Mt"), Standing: target.Indicative + 1}}
		}, "milestone 2025, standing", "a standing that exists"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d, g := daegu2030(), whole
			x.change(&d, &g)
			d.Goal = g
			refuses(t, d, x.field, x.says)
		})
	}
}

// Without a base there is a gap and what is left to cut, and nothing else.
func TestFixedLevelWithoutABase(t *testing.T) {
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("5 Mt")}
	d.Milestones = []target.Milestone{{Year: 2024, Level: ghg.MustMass("8 Mt")}}
	tt := mustTarget(t, d)
	assert.Equal(t, "to 5000000 t", tt.Goal().String())
	assert.Zero(t, tt.BaseYear())
	assert.Equal(t, "0 tCO2e (AR5)", tt.Base().String())
	first, last := tt.BasePeriod()
	assert.Zero(t, first+last)
	assert.Equal(t, "undefined: the goal states no base year", tt.EquivalentCut().String())
	p := mustProgress(t, tt, 2026, years(2026, "7.6"))
	const none = "undefined: the goal states no base year"
	for figure, want := range map[string]string{
		"base": none, "level": "5000000 tCO2e (AR5)", "on pathway": "7000000 tCO2e (AR5)", "gap": "600000 tCO2e (AR5)",
		"relative gap": "0.085714285714",
		"reduction":    none, "achieved": none, "elapsed": none, "pace": none, "achieved linear": none, "achieved linear share": none,
		"achieved compound": none,
		"required linear":   "650000 tCO2e (AR5) a year", "required linear share": none, "acceleration": none, "status": "undetermined",
	} {
		assert.Equal(t, want, panel(p)[figure], figure)
	}
	assert.Equal(t, none, p.AchievedYearOnYear.String())
	assert.Equal(t, "2600000 tCO2e (AR5)", p.Remaining.String())
	assert.Equal(t, "0.342105263158", p.RemainingShare.String())
	text := p.Explain().String()
	assert.Contains(t, text, "  B               = undefined   # emissions of the base year; the goal states no base year; source: Daegu")
	assert.Contains(t, text, "      2024  8,000,000\n")
	assert.Contains(t, text, "T               = 5,000,000 tCO2e (AR5)   # level of the due year; source: ")

	// Any year may be asked; before the first level there is no pathway.
	p = mustProgress(t, tt, 1990, years(1990, "6"))
	assert.Equal(t, "undefined: the goal states no base year, and its first level is for 2024", p.Gap.String())
	assert.Equal(t, "undefined: the goal states no base year, and its first level is for 2024", p.RelativeGap.String())
	assert.Equal(t, target.Undetermined, p.Status)
	p = mustProgress(t, tt, 2030, years(2030, "5"))
	assert.Equal(t, target.Achieved, p.Status)
	assert.Equal(t, "undefined: no year is left before the due year 2030", p.RequiredLinear.String())
	p = mustProgress(t, tt, 2030, figuresAt(2030, "6", ghg.Provisional))
	assert.Equal(t, target.OffTrack, p.Status)

	// A pathway starts at the first level.
	all, err := tt.Along(target.Linear)
	require.NoError(t, err)
	for y, v := range all {
		assert.Equal(t, 2024, y)
		assert.Equal(t, "8000000 tCO2e (AR5)", v.String())
		break
	}
	_, err = tt.Pathway(target.Linear, 2023)
	var outside *ghg.YearError
	require.ErrorAs(t, err, &outside)
	assert.Equal(t, 2024, outside.First)

	// With 0 t emitted there is no share left to cut.
	p = mustProgress(t, tt, 2026, years(2026, "0"))
	assert.Equal(t, "undefined: emissions are 0", p.RemainingShare.String())
	assert.Equal(t, target.BelowTargetLevel, p.Status)
}

func figuresAt(year int, mt string, s ghg.Status) ghg.Yearly {
	return one(year, dec(mt).Shift(6).String(), s)
}

// A level below zero is one that removals are to reach.
func TestFixedLevelBelowZero(t *testing.T) {
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("-1 Mt"), Year: 2018, Base: ghg.MustMass("9 Mt")}
	p := mustProgress(t, mustTarget(t, d), 2030, years(2030, "-0.9"))
	assert.Equal(t, "0.99", p.Achieved.String())
	assert.Equal(t, target.ExpiredMissed, p.Status)
	assert.Equal(t, "undefined: the pathway's value is below 0", p.RelativeGap.String(), "0.1 Mt above it, and no negative gap")

	// By the gap that is not judged, rather than ahead.
	d.Milestones = []target.Milestone{{Year: 2028, Level: ghg.MustMass("-1 Mt")}}
	p, err := mustTarget(t, d).Progress(2029, target.Linear, target.GapRules, years(2029, "-0.5"))
	require.NoError(t, err)
	assert.Equal(t, target.Undetermined, p.Status)
	assert.Equal(t, "undefined: emissions are below 0", p.RemainingShare.String())
}
