package target_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// many are targets of one place that differ in what a target can differ in.
func many(t *testing.T) []target.Target {
	base := func(year, through int, amount string) func(*target.Definition) {
		return func(d *target.Definition) {
			d.Goal = target.BaseYear{Year: year, Through: through, Base: ghg.MustMass(amount), Cut: ghg.MustShare("45%")}
		}
	}
	var out []target.Target
	for _, change := range []func(*target.Definition){
		func(*target.Definition) {},
		func(d *target.Definition) { d.Due = 2035 },
		func(d *target.Definition) { d.Place = "Busan" },
		func(d *target.Definition) { d.Metric = ghg.SAR },
		func(d *target.Definition) { d.Metric = ghg.Unstated },
		func(d *target.Definition) { d.Metric = ghg.CO2Only },
		func(d *target.Definition) { d.Views = target.Same(gpc.BasicPlus) },
		func(d *target.Definition) { d.Views.Base = gpc.BasicPlus },
		func(d *target.Definition) { d.Views = target.Same(ghg.MustDeclaredView("BASIC", "plan")) },
		base(2015, 0, "9.43 Mt"), base(2017, 2018, "9.43 Mt"), base(2018, 0, "8.97 Mt"),
		func(d *target.Definition) { d.Goal = target.FixedLevel{Level: ghg.MustMass("5 Mt")} },
		func(d *target.Definition) { d.Timeframe = target.AverageFrom(2026) },
		func(d *target.Definition) { d.Timeframe = target.AverageFrom(2028) },
		func(d *target.Definition) {
			d.Goal = target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("2%")}
		},
		func(d *target.Definition) {
			d.Goal = forecastGoal(target.StaticBaseline, gpc.Basic, ghg.AR5, "10 Mt", "12 Mt")
		},
		func(d *target.Definition) {
			d.Goal = forecastGoal(target.StaticBaseline, gpc.Basic, ghg.AR5, "10 Mt", "11 Mt")
		},
		func(d *target.Definition) {
			d.Goal = forecastGoal(target.DynamicBaseline, gpc.Basic, ghg.AR5, "10 Mt", "12 Mt")
		},
	} {
		d := daegu2030()
		change(&d)
		out = append(out, mustTarget(t, d))
	}
	for _, d := range []target.Definition{plan2010(), plan2020(), plan2021()} {
		out = append(out, mustTarget(t, d))
	}
	return out
}

// The other way round the two change places, and nothing else; a target can be
// compared with itself, and amounts that meet are on one metric.
func TestComparisonIsSymmetric(t *testing.T) {
	all := many(t)
	for i, a := range all {
		for j, b := range all {
			there, err := a.Compare(b)
			require.NoError(t, err)
			back, err := b.Compare(a)
			require.NoError(t, err)
			turned := slices.Clone(back.Differ)
			for k, d := range turned {
				turned[k].A, turned[k].B = d.B, d.A
			}
			assert.Equal(t, there.Differ, turned, "%d %d", i, j)
			assert.Equal(t, []bool{there.CutsMeet(), there.LevelsMeet(), there.Err() == nil},
				[]bool{back.CutsMeet(), back.LevelsMeet(), back.Err() == nil}, "%d %d", i, j)
			if i == j {
				assert.True(t, there.CutsMeet(), "%d: %s", i, there)
			}
			if there.LevelsMeet() {
				x, err := a.Limit(a.Due())
				require.NoError(t, err)
				y, err := b.Limit(b.Due())
				require.NoError(t, err)
				_, err = x.Cmp(y)
				assert.NoError(t, err, "%d %d", i, j)
			}
			for _, d := range there.Differ {
				assert.NotEqual(t, d.A, d.B, "%d %d: %s", i, j, there)
			}
		}
	}
}

// Against the target of 45 % below 2018 each of the others differs in what was
// changed.
func TestComparisonNamesWhatDiffers(t *testing.T) {
	all := many(t)
	for i, want := range [][]ghg.Aspect{
		nil, nil, {ghg.AspectPlace}, {ghg.AspectMetric}, {ghg.AspectMetric}, {ghg.AspectGases},
		{ghg.AspectView}, {ghg.AspectView}, {ghg.AspectView},
		{target.AspectBaseYear}, {target.AspectBaseYear}, {target.AspectBase}, {target.AspectBaseYear, target.AspectGoal},
		{target.AspectGoal}, {target.AspectGoal}, {target.AspectGoal},
		{target.AspectBase, target.AspectGoal}, {target.AspectBase, target.AspectGoal}, {target.AspectBase, target.AspectGoal},
	} {
		c, err := all[0].Compare(all[i])
		require.NoError(t, err)
		var got []ghg.Aspect
		for _, d := range c.Differ {
			got = append(got, d.Aspect)
		}
		assert.Equal(t, want, got, "%d: %s", i, c)
	}
	c, err := all[16].Compare(all[17])
	require.NoError(t, err)
	assert.Contains(t, c.String(), "levels can be compared, cuts cannot: base (12000000 tCO2e (AR5) in 2030")
	assert.Contains(t, c.Korean(), "배출량은 비교할 수 있으나 감축률은 비교할 수 없음: 기준배출량 (12000000 tCO2e (AR5) in 2030")
	c, err = all[0].Compare(all[4])
	require.NoError(t, err)
	assert.Equal(t, "비교할 수 없음: 지구온난화지수 (AR5; 미상)", c.Korean())
	c, err = all[0].Compare(all[7])
	require.NoError(t, err)
	assert.True(t, c.LevelsMeet(), "the due years are of one view: %s", c)
	c, err = all[0].Compare(all[15])
	require.NoError(t, err)
	assert.False(t, c.LevelsMeet(), "a rolling goal sets none")
}

func TestZeroComparison(t *testing.T) {
	_, err := target.Target{}.Compare(mustTarget(t, daegu2030()))
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = mustTarget(t, daegu2030()).Compare(target.Target{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	var c target.Comparison
	assert.False(t, c.CutsMeet() || c.LevelsMeet() || c.In(ghg.AspectView))
	assert.NoError(t, c.Err())
	assert.Equal(t, "nothing compared", c.String())
	assert.Equal(t, "비교 대상 없음", c.Korean())
	_, err = json.Marshal(c)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	for range (target.History{}).Comparisons() {
		t.Error("there is no version")
	}
}

func TestComparisonJSON(t *testing.T) {
	for c := range plans(t).Comparisons() {
		text, err := json.Marshal(c)
		require.NoError(t, err)
		assert.JSONEq(t, `{"a": {"version": 1, "name": "Daegu 2010"}, "b": {"version": 2, "name": "Daegu 2020"}, "cutsMeet": false,
			"levelsMeet": false, "differ": [{"aspect": "base year", "a": "2005", "b": "none"},
				{"aspect": "view", "a": "energy and processes (as declared by MKE 2009)",
					"b": "without industry (as declared by plan of 2020)"},
				{"aspect": "gases", "a": "CO2 alone", "b": "CO2e, gases not stated"},
				{"aspect": "goal", "a": "base year", "b": "baseline forecast, static"}]}`, string(text))
		break
	}
}
