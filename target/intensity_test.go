package target_test

import (
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// people is a series of population, from a first year on.
func people(t *testing.T, first int, amounts ...string) ghg.Years[decimal.Decimal] {
	t.Helper()
	var all []ghg.OfYear[decimal.Decimal]
	for i, x := range amounts {
		if x != "" {
			all = append(all, ghg.OfYear[decimal.Decimal]{Year: first + i, Value: dec(x)})
		}
	}
	a, err := ghg.NewYears("population", "persons", nil, all...)
	require.NoError(t, err)
	return a
}

// Nothing is divided by an activity that is not above zero, out of bounds, or of
// no unit; a refusal is no work.
func TestIntensityRefusesActivity(t *testing.T) {
	series := func(unit, then string) ghg.Years[decimal.Decimal] {
		amount := map[string]decimal.Decimal{"1e1e9": decimal.New(1, 1e9), "-1e2e9": decimal.New(-1, 2e9), "1e-2e9": decimal.New(1, -2e9)}[then]
		if amount.IsZero() {
			amount = dec(then)
		}
		y, err := ghg.NewYears("population", unit, nil, ghg.OfYear[decimal.Decimal]{Year: 2018, Value: dec("5")},
			ghg.OfYear[decimal.Decimal]{Year: 2019, Value: amount}, ghg.OfYear[decimal.Decimal]{Year: 2030, Value: dec("6")})
		require.NoError(t, err)
		return y
	}
	for _, x := range []struct{ unit, then, says string }{
		{"", "5", "with a unit"},
		{"persons", "0", "2019: 0: activity must be above zero"},
		{"persons", "-1", "2019: -1: activity must be above zero"},
		{"persons", "1e1e9", "out of bounds"},
		{"persons", "-1e2e9", "out of bounds"},
		{"persons", "1e-2e9", "out of bounds"},
	} {
		d := daegu2030()
		d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("1 Mt"), Cut: ghg.MustShare("40%"), Activity: series(x.unit, x.then)}
		start := time.Now()
		refuses(t, d, "goal.activity", x.says)
		assert.Less(t, time.Since(start), time.Second)
	}
}

func TestIntensityRefuses(t *testing.T) {
	all := people(t, 2018, "100", "", "", "", "", "", "", "104", "", "", "", "", "110")
	for _, x := range []struct {
		name   string
		change func(*target.Definition, *target.BaseYearIntensity)
		field  string
		says   string
	}{
		{"no activity", func(_ *target.Definition, g *target.BaseYearIntensity) { g.Activity = ghg.Years[decimal.Decimal]{} },
			"goal.activity", "make one with ghg.NewYears"},
		{"no activity in the base year", func(_ *target.Definition, g *target.BaseYearIntensity) { g.Year = 2017 }, "goal.activity",
			"population: no figure for 2017 (there are figures for 2018, 2025 and 2030): the goal moves with it: add the year to the series"},
		{"no activity in the due year", func(d *target.Definition, _ *target.BaseYearIntensity) { d.Due = 2029 }, "goal.cut",
			"2029: population: no figure for 2029 (there are figures for 2018, 2025 and 2030): the goal moves with it: " +
				"add the year to the series, as projected"},
		{"no activity at a milestone", func(d *target.Definition, _ *target.BaseYearIntensity) {
			d.Milestones = []target.Milestone{{Year: 2024, Cut: ghg.MustShare("10%")}}
		}, "milestone 2024, cut", "no figure for 2024"},
		{"a milestone as a level", func(d *target.Definition, _ *target.BaseYearIntensity) {
			d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("1 t")}}
		}, "milestone 2025, level", "give the milestone as a cut"},
		{"no base year", func(_ *target.Definition, g *target.BaseYearIntensity) { g.Year = 0 }, "goal.year", "from 1850 to 2300"},
		{"due before base", func(d *target.Definition, _ *target.BaseYearIntensity) { d.Due = 2017 }, "due", "after the base year 2018"},
		{"no base", func(_ *target.Definition, g *target.BaseYearIntensity) { g.Base = ghg.Mass{} }, "goal.base", "above zero"},
		{"no cut", func(_ *target.Definition, g *target.BaseYearIntensity) { g.Cut = ghg.Share{} }, "goal.cut", "0% has to be said"},
		{"a level beyond all measure", func(_ *target.Definition, g *target.BaseYearIntensity) {
			g.Base = ghg.MustMass("1e24 t")
			g.Cut = ghg.MustShare("0%")
		}, "goal.cut", "the level must be at most"},
		{"a mean of levels that move", func(d *target.Definition, _ *target.BaseYearIntensity) { d.Timeframe = target.AverageFrom(2026) },
			"timeframe", "use target.AnnualFrom or target.CumulativeFrom"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			g := target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("40%"), Activity: all}
			x.change(&d, &g)
			d.Goal = g
			refuses(t, d, x.field, x.says)
		})
	}
	// Levels whose shares are exact, and whose reference is a quotient that grows
	// without bounds, are refused and not cut off.
	d := daegu2030()
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("1e24 t"), Cut: ghg.MustShare("1%"), Activity: people(t, 2018,
		"1e-30", "", "", "", "", "", "", "", "", "", "", "", "1e30")}
	refuses(t, d, "goal.cut", "2030: ")
}

// The intensity of 2018 is 100,000 t per person; in 2022, 22 persons make
// 2,200,000 t of it.
func TestIntensityProgress(t *testing.T) {
	d := daegu2030()
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("2 Mt"), Cut: ghg.MustShare("40%"),
		Activity: people(t, 2018, "20", "", "", "", "22", "", "", "", "", "", "", "", "30")}
	tt := mustTarget(t, d)
	assert.Equal(t, "40% below 2018 per unit of population", tt.Goal().String())
	assert.Equal(t, "0.1", tt.EquivalentCut().String(), "40% a head is 10% in all")
	p := mustProgress(t, tt, 2022, years(2018, "2", "", "", "", "1.98"))
	for figure, want := range map[string]string{
		"base": "2200000 tCO2e (AR5)", "level": "1320000 tCO2e (AR5)", "reduction": "0.1", "achieved": "0.25", "pace": "0.75",
		// A third of the time: 13.3...% of the intensity.
		"on pathway": "1906666.666666666667 tCO2e (AR5)", "gap": "73333.333333333333 tCO2e (AR5)",
		"achieved linear": "55000 tCO2e (AR5) a year", "achieved linear share": "0.025", "required linear": "22500 tCO2e (AR5) a year",
		// 180,000 t in eight years
		"required linear share": "0.01125",
		"acceleration":          "undefined: the goal moves: what was achieved is against the year's reference, what is required is not",
		"status":                "slightly_behind",
	} {
		assert.Equal(t, want, panel(p)[figure], figure)
	}
	assert.Equal(t, "0.01", p.Absolute.String())
	assert.Equal(t, "180000 tCO2e (AR5)", p.Remaining.String(), "to the level of 2030 itself, 1.8 Mt")
	text := p.Explain().String()
	for _, line := range []string{
		"B0              = 2,000,000 tCO2e (AR5)   # emissions of the base year",
		"B               = B0 × Ay / Ab = 2,000,000 × 22 / 20 = 2,200,000 tCO2e (AR5)",
		"D               = B0 × At / Ab × (1 - cut) = 2,000,000 × 30 / 20 × (1 - 0.4) = 1,800,000 tCO2e (AR5)",
		"T               = B0 × Ay / Ab × (1 - cut) = 2,000,000 × 22 / 20 × (1 - 0.4) = 1,320,000 tCO2e (AR5)",
		"(1 + (0.6 - 1) × (2022 - 2018) / (2030 - 2018)) × 2,000,000 × 22 / 20 = 1,906,666.666666666667 tCO2e (AR5)",
		"absolute        = (B0 - E) / B0 = (2,000,000 - 1,980,000) / 2,000,000 = 0.01 ",
	} {
		assert.Contains(t, text, line)
	}

	// Progress in a year without activity says what to add.
	_, err := tt.Progress(2023, target.Linear, target.DefaultRules, years(2023, "1.9"))
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, []any{"population", 2023, []int{2018, 2022, 2030}}, []any{none.Of, none.Year, none.Have})
	assert.ErrorContains(t, err,
		`target "Daegu 2030": population: no figure for 2023 (there are figures for 2018, 2022 and 2030): the goal moves with it`)
	_, err = tt.Pathway(target.Linear, 2023)
	assert.ErrorAs(t, err, &none)
	v, err := tt.Pathway(target.Linear, 2030)
	require.NoError(t, err)
	assert.Equal(t, "1800000 tCO2e (AR5)", v.String())
}

// The geometric pathway of an intensity goal falls by a constant share of the
// intensity.
func TestIntensityPathways(t *testing.T) {
	d := daegu2030()
	d.Due = 2020
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("75%"), Activity: people(t, 2018,
		"1", "3", "8")}
	tt := mustTarget(t, d)
	residual, err := target.GeometricTo(ghg.MustShare("36%"))
	require.NoError(t, err)
	for _, x := range []struct {
		pathway target.Pathway
		want    string
	}{{target.Geometric, "150"}, {target.Linear, "187.5"}, {target.Stepwise, "300"}, {residual, "180"}} {
		v, err := tt.Pathway(x.pathway, 2019)
		require.NoError(t, err)
		assert.Equal(t, x.want+" tCO2e (AR5)", v.String(), x.pathway)
	}
	d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare("100%"), Activity: people(t, 2018,
		"1", "3", "8")}
	_, err = mustTarget(t, d).Pathway(target.Geometric, 2019)
	assert.ErrorContains(t, err, "cannot lead from 100% of the reference to 0% of the reference")
}
