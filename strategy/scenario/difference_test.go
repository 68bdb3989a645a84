package scenario_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A difference adds up by action, area and source, whatever is switched.
func TestDifferenceAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 9))
	sources := []strategy.EmissionSource{power, road}
	other := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "other", Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{
			{On: road, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("1900 ktCO2e"), 2035: ghg.MustCO2e("1700.5 ktCO2e")}},
			{On: on("III.1.1", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("70 ktCO2e"), 2035: ghg.MustCO2e("60 ktCO2e")}},
			{On: power, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("3600 ktCO2e"), 2035: ghg.MustCO2e("2800 ktCO2e")}},
		}}))
	for n := range 30 {
		var actions []strategy.Action
		on := [2][]string{}
		for i := range 8 {
			id := fmt.Sprint("a", i)
			var e strategy.Effect
			if r.IntN(2) == 0 {
				e = amounts(sources[r.IntN(2)], fmt.Sprint(r.IntN(200)), fmt.Sprintf("-%d.25", r.IntN(9)))
			} else {
				e = shares(sources[r.IntN(2)], fmt.Sprintf("%d%%", r.IntN(50)), fmt.Sprintf("0.%03d", r.IntN(500)))
			}
			actions = append(actions, action(id, []string{"E", "T"}[r.IntN(2)], e))
			for k := range on {
				if r.IntN(3) > 0 {
					on[k] = append(on[k], id)
				}
			}
		}
		slices.Reverse(on[0])
		second := scenario.Scenario{Name: "b", Role: scenario.Stretch, Enabled: on[1]}
		if n%2 == 0 {
			second.Baseline = other
		}
		set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: portfolio(t, plan(actions...)),
			Baseline:  forecast("today", "4000", "3000"),
			Scenarios: []scenario.Scenario{{Name: "a", Role: scenario.WithPlan, Enabled: on[0]}, second}})
		require.NoError(t, err)
		res, err := set.Evaluate(strategy.Expected, strategy.LogShare)
		require.NoError(t, err)
		there, back := must(res.Difference("a", "b")), must(res.Difference("b", "a"))
		from, _ := res.Of("a")
		to, _ := res.Of("b")
		for y := range there.Years() {
			z, ok := back.Year(y.Year)
			require.True(t, ok)
			before, _ := from.Evaluation.Year(y.Year)
			after, _ := to.Evaluation.Year(y.Year)
			assert.True(t, y.Emissions.Equal(must(after.Emissions().Sub(before.Emissions()))))
			assert.True(t, y.Emissions.Equal(must(y.Baseline.Sub(y.Reduction))))
			assert.True(t, y.Emissions.Equal(z.Emissions.Neg()))
			zero := ghg.MustCO2e("0 tCO2e")
			for _, parts := range [][]scenario.PartDifference{y.ByAction, y.ByArea} {
				sum := zero
				for _, p := range parts {
					sum = must(sum.Add(p.CO2e))
					assert.True(t, p.CO2e.Equal(must(p.To.Sub(p.From))))
					assert.True(t, p.InFrom || p.From.IsZero())
					assert.True(t, p.InTo || p.To.IsZero())
				}
				assert.True(t, sum.Equal(y.Reduction))
			}
			assert.True(t, slices.IsSortedFunc(y.ByAction, func(a, b scenario.PartDifference) int { return int(a.ID[1]) - int(b.ID[1]) }))
			b, c, e := zero, zero, zero
			for _, s := range y.BySource {
				b, c, e = must(b.Add(s.Baseline)), must(c.Add(s.Reduction)), must(e.Add(s.Emissions))
				assert.True(t, s.Emissions.Equal(must(s.Baseline.Sub(s.Reduction))))
			}
			assert.True(t, b.Equal(y.Baseline) && c.Equal(y.Reduction) && e.Equal(y.Emissions))
			last := y.BySource[len(y.BySource)-1]
			assert.Equal(t, n%2 == 0, last.Rest, "the other baseline has no rest of 1300 kt")
			if last.Rest {
				assert.True(t, last.Baseline.Equal(ghg.MustCO2e("-1300 ktCO2e")))
				assert.Len(t, y.BySource, 4)
			}
		}
		for range there.Years() {
			break
		}
	}
}

func TestDifferenceChanges(t *testing.T) {
	p := portfolio(t, plan(action("a", "T", amounts(road, "1", "2")), action("b", "E", amounts(power, "3", "4")), action("words", "E")))
	set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: forecast("today", "100", "90"),
		Scenarios: []scenario.Scenario{
			{Name: "first", Role: scenario.WithPlan, Enabled: []string{"words", "a"}, Overrides: []scenario.Override{scenario.Delay("a", 5)}},
			{Name: "second", Role: scenario.WhatIf, Enabled: []string{"b", "words"}, Baseline: forecast("clean", "80", "50")},
		}})
	require.NoError(t, err)
	r := must(set.Evaluate(strategy.Expected, strategy.Shapley))
	d := must(r.Difference("first", "second"))
	assert.Equal(t, []string{`baseline "clean" in place of "today"`, "enabled b", "disabled a", "override in first: a: 5 years later"},
		d.Changes())
	assert.Equal(t, "from first to second: 4 changes, 2 years", d.String())
	assert.Equal(t, []string{"b"}, slices.Collect(d.From.Disabled()))
	assert.Equal(t, []string{"a", "words"}, slices.Collect(d.From.Enabled()), "in the order of the portfolio")
	assert.Contains(t, d.From.Details(), "\ndisabled: b\n")
	y, ok := d.Year(2030)
	require.True(t, ok)
	assert.Equal(t, []string{"a", "b"}, []string{y.ByAction[0].ID, y.ByAction[1].ID}, "words have no amount")
	assert.Equal(t, []bool{true, false, false, true},
		[]bool{y.ByAction[0].InFrom, y.ByAction[0].InTo, y.ByAction[1].InFrom, y.ByAction[1].InTo})
	_, ok = d.Year(2031)
	assert.False(t, ok)
	_, err = r.Difference("first", "first")
	assert.ErrorContains(t, err, "two scenarios are needed")
	var unknown *ghg.UnknownError
	_, err = r.Difference("third", "first")
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, ghg.UnknownError{Of: `scenario set "set"`, What: "scenario", ID: "third", Allowed: []string{"first", "second"}}, *unknown)
}

// Of two unknown names the first is said, always; what is handed out is a copy.
func TestDifferenceIsImmutable(t *testing.T) {
	r := lateBuses()
	for range 20 {
		_, err := r.Difference("stretch", "more")
		var unknown *ghg.UnknownError
		require.ErrorAs(t, err, &unknown)
		require.Equal(t, "stretch", unknown.ID)
	}
	d := must(r.Difference("plan", "variant"))
	before := d.Details()
	for y := range d.Years() {
		y.ByAction[0], y.ByArea[0], y.BySource[0] = scenario.PartDifference{}, scenario.PartDifference{}, scenario.SourceDifference{}
	}
	y, _ := d.Year(2030)
	y.ByAction[0].CO2e = ghg.CO2e{}
	y, _ = d.Year(2030)
	assert.Equal(t, "buses", y.ByAction[0].ID)
	assert.Equal(t, before, d.Details())
}
