package strategy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// townGoal is the town's goal: 100 kt in 2018, 30 % less by 2030, 80 % by 2040.
func townGoal(d target.Definition) target.Definition {
	base := target.Definition{
		Name: "town goal", Place: "town", Due: 2040, Views: target.Same(gpc.Basic), Metric: ghg.Unstated,
		Goal:       target.BaseYear{Year: 2018, Base: ghg.MustMass("100 kt"), Cut: ghg.MustShare("80%")},
		Milestones: []target.Milestone{{Year: 2030, Cut: ghg.MustShare("30%")}}, Source: "council decision of 2023",
	}
	if d.Place != "" {
		base.Place = d.Place
	}
	if !d.Views.Due.IsZero() {
		base.Views = d.Views
	}
	if !d.Metric.IsZero() {
		base.Metric = d.Metric
	}
	return base
}

// forecast is a baseline of 95.5 kt in 2030 and 90 kt in 2040.
func forecast(place ghg.PlaceID, view ghg.View, metric ghg.Metric) ghg.Yearly {
	figure := func(year int, amount string) ghg.YearFigure {
		return ghg.YearFigure{Year: year, CO2e: must(ghg.CO2eOf(ghg.MustMass(amount), metric)), Status: ghg.Projected,
			Vintage: ghg.FirstVintage, Source: "energy forecast of 2024"}
	}
	return must(ghg.NewYearly(place, view, metric, []ghg.YearFigure{figure(2030, "95.5 kt"), figure(2040, "90 kt")}))
}

func ExampleGap() {
	goal, _ := target.New(target.Definition{
		Name: "town goal", Place: "town", Due: 2040, Views: target.Same(gpc.Basic), Metric: ghg.Unstated,
		Goal:       target.BaseYear{Year: 2018, Base: ghg.MustMass("100 kt"), Cut: ghg.MustShare("80%")},
		Milestones: []target.Milestone{{Year: 2030, Cut: ghg.MustShare("30%")}}, Source: "council decision of 2023",
	})
	gap, err := storyPlan().Gap(goal, forecast("town", gpc.Basic, ghg.Unstated), strategy.Expected, 2030)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(gap.CO2e, gap.IsClosed())
	fmt.Println(gap.Explain().String())
	// Output:
	// 13500 tCO2e false
	// gap to the target of "town goal" in 2030 = reductions are missing
	//   B      = 95,500 tCO2e   # baseline emissions, projected; source: energy forecast of 2024
	//   L      = 70,000 tCO2e   # what the target allows; source: council decision of 2023
	//   N      = B - L = 95,500 - 70,000 = 25,500 tCO2e   # reduction needed
	//   T      = 12,000 tCO2e   # reduction of the plan, expected; derivation 15af50d00af7…
	//   in       # what is in it: 2 actions; 2 not quantified, 0 withdrawn, 0 not counted by stage
	//   G      = N - T = 25,500 - 12,000 = 13,500 tCO2e   # gap
	//   closed = open   # whether the gap is closed, the first case that holds
	//           ✗ closed nothing is missing: G ≤ 0: 13,500 ≤ 0
	//           ✓ open   reductions are missing
}

// The forecast is of the whole territory, the goal is not.
func ExamplePortfolio_Gap_mismatch() {
	goal, _ := target.New(townGoal(target.Definition{}))
	_, err := storyPlan().Gap(goal, forecast("town", gpc.Territorial, ghg.Unstated), strategy.Expected, 2030)
	var mismatch *ghg.MismatchError
	if errors.As(err, &mismatch) {
		for _, d := range mismatch.Differ {
			fmt.Println(d.Aspect, d.A, "beside", d.B)
		}
	}
	// Output:
	// view GPC 1.1 BASIC beside GPC 1.1 territorial
}

func TestGap(t *testing.T) {
	goal := must(target.New(townGoal(target.Definition{})))
	base := forecast("town", gpc.Basic, ghg.Unstated)
	for _, c := range []struct {
		kind                strategy.Kind
		year                int
		need, total, amount string
		closed              bool
	}{
		{strategy.Expected, 2030, "25.5", "12", "13.5", false},
		{strategy.Potential, 2030, "25.5", "40", "-14.5", true},
		{strategy.Verified, 2030, "25.5", "0", "25.5", false},
		{strategy.Expected, 2040, "70", "0", "70", false},
	} {
		g, err := storyPlan().Gap(goal, base, c.kind, c.year)
		require.NoError(t, err)
		kt := func(s string) ghg.CO2e { return ghg.MustCO2e(s + " ktCO2e") }
		assert.True(t, g.Need.Equal(kt(c.need)), g.Need)
		assert.True(t, g.Total.CO2e.Equal(kt(c.total)), g.Total.CO2e)
		assert.True(t, g.CO2e.Equal(kt(c.amount)), g.CO2e)
		assert.Equal(t, c.closed, g.IsClosed())
		assert.Equal(t, c.year, g.Total.Year)
		assert.Equal(t, goal.Name(), g.Target.Name())
		assert.Equal(t, c.year, g.Baseline.Year)
	}
	limit, err := goal.Limit(2030)
	require.NoError(t, err)
	g, err := storyPlan().Gap(goal, base, strategy.Potential, 2030)
	require.NoError(t, err)
	assert.True(t, g.Limit.Equal(limit))
	assert.Contains(t, g.Explain().String(), "a potential is no plan")
	g, err = storyPlan().Gap(goal, base, strategy.Expected, 2040)
	require.NoError(t, err)
	assert.Contains(t, g.Explain().String(), "L      = 20,000 tCO2e   # what the target allows; source: council decision of 2023")
}

// What closes the gap to the tonne closes it.
func TestGapOfNothing(t *testing.T) {
	p, _, err := strategy.NewPortfolio(town(action("a", "E", expected(on("I.1.1", "", ""), "25500", 0))))
	require.NoError(t, err)
	g, err := p.Gap(must(target.New(townGoal(target.Definition{}))), forecast("town", gpc.Basic, ghg.Unstated), strategy.Expected, 2030)
	require.NoError(t, err)
	assert.True(t, g.CO2e.IsZero())
	assert.True(t, g.IsClosed())
	d := townGoal(target.Definition{})
	d.Source = ""
	g, err = p.Gap(must(target.New(d)), forecast("town", gpc.Basic, ghg.Unstated), strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Contains(t, g.Explain().String(), "# what the target allows\n", "no source, no separator")
}

func TestGapBasis(t *testing.T) {
	goal := func(d target.Definition) target.Target { return must(target.New(townGoal(d))) }
	narrow := must(gpc.Basic.WithTags("BASIC", []string{"council"}, nil, "the council's own"))
	for name, c := range map[string]struct {
		t       target.Target
		b       ghg.Yearly
		aspects []ghg.Aspect
	}{
		"target's place":   {goal(target.Definition{Place: "city"}), forecast("town", gpc.Basic, ghg.Unstated), []ghg.Aspect{"place"}},
		"baseline's place": {goal(target.Definition{}), forecast("city", gpc.Basic, ghg.Unstated), []ghg.Aspect{"place"}},
		"target's view": {goal(target.Definition{Views: target.Same(gpc.BasicPlus)}), forecast("town", gpc.Basic, ghg.Unstated),
			[]ghg.Aspect{"view"}},
		"baseline's view":   {goal(target.Definition{}), forecast("town", gpc.BasicPlus, ghg.Unstated), []ghg.Aspect{"view"}},
		"view of one name":  {goal(target.Definition{}), forecast("town", narrow, ghg.Unstated), []ghg.Aspect{"view"}},
		"target's metric":   {goal(target.Definition{Metric: ghg.AR5}), forecast("town", gpc.Basic, ghg.Unstated), []ghg.Aspect{"metric"}},
		"baseline's metric": {goal(target.Definition{}), forecast("town", gpc.Basic, ghg.AR5), []ghg.Aspect{"metric"}},
		"all":               {goal(target.Definition{}), forecast("city", gpc.BasicPlus, ghg.AR5), []ghg.Aspect{"place", "view", "metric"}},
	} {
		t.Run(name, func(t *testing.T) {
			g, err := storyPlan().Gap(c.t, c.b, strategy.Expected, 2030)
			require.Error(t, err)
			assert.Zero(t, g.CO2e)
			var mismatch *ghg.MismatchError
			require.ErrorAs(t, err, &mismatch)
			var aspects []ghg.Aspect
			for _, d := range mismatch.Differ {
				aspects = append(aspects, d.Aspect)
			}
			assert.Equal(t, c.aspects, aspects)
			var metric *ghg.MetricMismatchError
			if mismatch.In(ghg.AspectMetric) && assert.ErrorAs(t, err, &metric) {
				assert.Equal(t, ghg.MetricMismatchError{A: "", B: "AR5"}, *metric)
			}
			if name == "view of one name" {
				assert.ErrorContains(t, err, "another selection of that name")
			}
		})
	}
}

func TestGapRefuses(t *testing.T) {
	goal := must(target.New(townGoal(target.Definition{})))
	base := forecast("town", gpc.Basic, ghg.Unstated)
	_, err := storyPlan().Gap(goal, base, 0, 2030)
	assert.ErrorIs(t, err, strategy.ErrNoKind)
	_, err = strategy.Portfolio{}.Gap(goal, base, strategy.Expected, 2030)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, err = storyPlan().Gap(target.Target{}, base, strategy.Expected, 2030)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = storyPlan().Gap(goal, base, strategy.Expected, 2031)
	var limit *ghg.NoFigureError
	assert.ErrorAs(t, err, &limit)

	short := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, []ghg.YearFigure{
		{Year: 2025, CO2e: ghg.MustCO2e("98 ktCO2e"), Vintage: 1}, {Year: 2026, CO2e: ghg.MustCO2e("97 ktCO2e"), Vintage: 1},
	}))
	_, err = storyPlan().Gap(goal, short, strategy.Expected, 2030)
	var missing *ghg.NoFigureError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2030, missing.Year)
	assert.Equal(t, []int{2025, 2026}, missing.Have)
	none := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, nil))
	_, err = storyPlan().Gap(goal, none, strategy.Expected, 2030)
	require.ErrorAs(t, err, &missing)
	assert.Empty(t, missing.Have)
}

func TestZeroGapIsNotClosed(t *testing.T) {
	assert.False(t, strategy.Gap{}.IsClosed(), "nobody computed it")
}
