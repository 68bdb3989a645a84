package strategy_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var groupings = []strategy.Grouping{strategy.ByAction, strategy.ByArea, strategy.BySource}

func figures(byYear map[int]string) []ghg.YearFigure {
	var out []ghg.YearFigure
	for y, c := range byYear {
		out = append(out, ghg.YearFigure{Year: y, CO2e: ghg.MustCO2e(c + " tCO2e"), Vintage: ghg.FirstVintage})
	}
	return out
}

// checkWedges holds what every year of wedges must give.
func checkWedges(t *testing.T, y strategy.WedgeYear) {
	t.Helper()
	sum, high := ghg.MustCO2e("0 tCO2e"), y.Baseline
	for _, a := range y.Wedges {
		sum = must(sum.Add(a.CO2e))
		thick := must(a.Upper.Sub(a.Lower))
		assert.True(t, thick.Tonnes().Equal(a.CO2e.Tonnes().Abs()))
		if !a.Quantified {
			assert.True(t, a.CO2e.IsZero())
		}
		if a.CO2e.Sign() < 0 {
			assert.True(t, a.Lower.Equal(high), "increases follow one another on top of the baseline")
			high = a.Upper
		}
	}
	low := high
	for _, a := range y.Wedges {
		if a.CO2e.Sign() >= 0 {
			assert.True(t, a.Upper.Equal(low))
			low = a.Lower
		}
	}
	assert.True(t, sum.Equal(must(y.Baseline.Sub(y.End))), "%d: %s", y.Year, sum)
	assert.True(t, low.Equal(y.End))
}

// Wedges add up to baseline minus plan in every year, by whatever they are
// divided, and to baseline minus any series with what is unexplained.
func TestWedgesAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 41))
	for range 25 {
		x := randomPlan(r, 1+r.IntN(9))
		for i := range x.p.Actions { // some raise emissions
			if e := x.p.Actions[i].Effects[0]; !e.Cuts.IsZero() && r.IntN(3) == 0 {
				up := e.Cuts
				if s, ok := up.At(2030); ok && s.Fraction().Sign() > 0 {
					x.p.Actions[i].Effects[0].Cuts = must(strategy.NewCuts(strategy.Expected,
						map[int]ghg.Share{2030: must(ghg.NewShare(s.Fraction().Neg()))}))
				}
			}
		}
		e, err := portfolio(t, x.p).Evaluate(must(strategy.NewBaseline(x.b)), strategy.Expected, strategy.Shapley)
		require.NoError(t, err)
		series := must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, figures(map[int]string{2030: fmt.Sprint(r.IntN(2_000_000)), 2031: "1"})))
		for _, by := range groupings {
			w, err := e.Wedges(by)
			require.NoError(t, err)
			y, ok := w.Year(2030)
			require.True(t, ok)
			checkWedges(t, y)
			assert.True(t, y.End.Equal(y.Plan))
			held, err := w.Against(series)
			require.NoError(t, err)
			z, ok := held.Year(2030)
			require.True(t, ok)
			checkWedges(t, z)
			last := z.Wedges[len(z.Wedges)-1]
			assert.True(t, last.Unexplained)
			assert.True(t, last.CO2e.Equal(must(z.Plan.Sub(z.End))))
			assert.Len(t, z.Wedges, len(y.Wedges)+1)
			again, err := held.Against(series)
			require.NoError(t, err)
			assert.Len(t, slices.Collect(again.All()), len(z.Wedges), "one series takes the place of the other")
		}
	}
}

// Two years, one of which an action is silent in; a withdrawn action and one
// without effects.
func TestWedgesByYear(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	two := must(strategy.NewReductions(strategy.Expected, ghg.Unstated,
		map[int]ghg.CO2e{2030: ghg.MustCO2e("7 t CO2e"), 2031: ghg.MustCO2e("9 t CO2e")}))
	gone := action("gone", "T", expected(gas, "3", strategy.Independent))
	gone.Stage = strategy.Cancelled
	p := portfolio(t, town(
		action("lessons", "W"),
		action("late", "E", strategy.Effect{On: gas, Interaction: strategy.Independent, Reductions: two}),
		gone,
		action("once", "T", expected(gas, "5", strategy.Independent)),
	))
	d := baseline(map[strategy.EmissionSource]string{gas: "100", on("I.1.1", "oil", ""): "50"})
	for i := range d.Sources {
		d.Sources[i].ByYear[2031] = d.Sources[i].ByYear[2030]
	}
	e := must(p.Evaluate(must(strategy.NewBaseline(d)), strategy.Expected, strategy.Shapley))
	w := must(e.Wedges(strategy.ByAction))
	assert.Equal(t, []strategy.Wedge{{ID: "late", Name: "late"}, {ID: "once", Name: "once"}}, slices.Collect(w.All()))
	var unknown []string
	for a := range w.NotQuantified() {
		unknown = append(unknown, a.ID)
	}
	assert.Equal(t, []string{"lessons"}, unknown)
	for range w.NotQuantified() {
		break
	}
	y, _ := w.Year(2031)
	checkWedges(t, y)
	assert.False(t, y.Wedges[1].Quantified)
	assert.Contains(t, y.Explain().String(), "E = B - sum(i: c[i]) = 150 - 9 = 141 tCO2e   # line that the wedges lead to: plan")
	assert.Equal(t, `2 wedges by action from the baseline "business as usual" to the plan, in 2 years; 1 actions not quantified
kind expected, division: Shapley
2030: baseline 150 tCO2e
  − late: 7 tCO2e
  − once: 5 tCO2e
= plan 138 tCO2e
2031: baseline 150 tCO2e
  − late: 9 tCO2e
  once: not quantified in this year
= plan 141 tCO2e
not quantified: lessons`, w.Details())
	rows := slices.Collect(w.Rows())
	require.Len(t, rows, 4)
	assert.Equal(t, []int{2030, 2030, 2031, 2031}, []int{rows[0].Year, rows[1].Year, rows[2].Year, rows[3].Year})
	for range w.Rows() {
		break
	}
	for range w.Years() {
		break
	}
	areas := must(e.Wedges(strategy.ByArea))
	assert.Equal(t, []strategy.Wedge{{ID: "E", Name: "Energy"}, {ID: "T", Name: "Transport"}}, slices.Collect(areas.All()),
		"of waste nothing is known")
	assert.Equal(t, strategy.ByArea, areas.By())
	assert.Equal(t, strategy.Expected, areas.Evaluation().Kind())
	sources := must(e.Wedges(strategy.BySource))
	assert.Equal(t, []strategy.Wedge{{ID: gas.String(), Name: gas.String()}}, slices.Collect(sources.All()), "nothing acts on oil")
	_, ok := w.Year(2032)
	assert.False(t, ok)

	only := must(w.Against(must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, figures(map[int]string{2029: "1", 2031: "141"})))))
	all := slices.Collect(only.Years())
	require.Len(t, all, 1)
	assert.Equal(t, 2031, all[0].Year)
	assert.True(t, all[0].Wedges[2].CO2e.IsZero())
	assert.Len(t, slices.Collect(w.All()), 2, "the wedges that were held are as before")
}

func TestWedgesRefuse(t *testing.T) {
	_, err := strategy.Evaluation{}.Wedges(strategy.ByArea)
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)
	_, err = wedgeTown().Wedges(4)
	assert.ErrorContains(t, err, "no grouping given")
	var zero strategy.Wedges
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no wedges", zero.String())
	assert.Equal(t, "no wedges", zero.Details())
	_, err = zero.Against(ghg.Yearly{})
	assert.ErrorIs(t, err, strategy.ErrNoPortfolio)

	w := must(wedgeTown().Wedges(strategy.ByArea))
	assert.False(t, w.IsZero())
	_, err = w.Against(must(ghg.NewYearly("city", gpc.Territorial, ghg.AR5, nil)))
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace) && mismatch.In(ghg.AspectView) && mismatch.In(ghg.AspectMetric), "all at once")
	_, err = w.Against(must(ghg.NewYearly("town", gpc.Basic, ghg.Unstated, figures(map[int]string{2029: "1"}))))
	assert.EqualError(t, err, `the series has no figure in a year of the baseline "business as usual": nothing can be compared`)
	_, err = w.AgainstPathway(target.Target{}, target.Linear)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	goal := must(target.New(townGoal(target.Definition{})))
	_, err = w.AgainstPathway(goal, target.Pathway{})
	assert.ErrorContains(t, err, "no pathway given")
	mixed := must(target.New(townGoal(target.Definition{Views: target.Views{Base: gpc.Basic, Due: gpc.BasicPlus}})))
	_, err = w.AgainstPathway(mixed, target.Linear)
	assert.ErrorContains(t, err, "measured in two views")
}

// Several years, in which actions are silent, given up, or raise emissions, and
// groups whose joint effect is stated.
func TestWedgesAddUpInEveryYear(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 2050))
	sources := []strategy.EmissionSource{on("I.1.1", "gas", ""), on("I.1.1", "oil", ""), on("II.1.1", "", ""), on("III.1.1", "", "")}
	years := []int{2030, 2031, 2035, 2040}
	grouped := 0
	for range 40 {
		d := baseline(map[strategy.EmissionSource]string{})
		for _, s := range sources {
			of := strategy.SourceEmissions{On: s, ByYear: map[int]ghg.CO2e{}}
			for _, y := range years {
				of.ByYear[y] = tonnes(fmt.Sprint(100_000 + r.IntN(900_000)))
			}
			d.Sources = append(d.Sources, of)
		}
		d.Rest = map[int]ghg.CO2e{}
		for _, y := range years {
			d.Rest[y] = tonnes(fmt.Sprint(r.IntN(5000)))
		}
		var actions []strategy.Action
		for i := range 3 + r.IntN(7) {
			amounts := map[int]ghg.CO2e{}
			for _, y := range years {
				if len(amounts) == 0 || r.IntN(4) > 0 {
					amounts[y] = tonnes(fmt.Sprintf("%d.%d", r.IntN(9000)-1000, r.IntN(10)))
				}
			}
			a := action(fmt.Sprint("a", i), []string{"E", "T", "W"}[r.IntN(3)],
				strategy.Effect{On: sources[r.IntN(len(sources))], Interaction: strategy.Overlapping,
					Reductions: must(strategy.NewReductions(strategy.Expected, ghg.Unstated, amounts))})
			if r.IntN(5) == 0 {
				a.Stage = strategy.Cancelled
			}
			actions = append(actions, a)
		}
		p := town(actions...)
		p.Groups = groupOn(actions, r)
		grouped += len(p.Groups)
		made, _, err := strategy.NewPortfolio(p)
		require.NoError(t, err)
		for _, by := range []strategy.Division{strategy.Shapley, strategy.InOrder()} {
			e, err := made.Evaluate(must(strategy.NewBaseline(d)), strategy.Expected, by)
			require.NoError(t, err)
			for _, g := range groupings {
				n := 0
				for y := range must(e.Wedges(g)).Years() {
					checkWedges(t, y)
					n++
				}
				require.Equal(t, len(years), n)
			}
		}
	}
	assert.Greater(t, grouped, 10)
}

// groupOn is a group of the first two actions that cut on one source, each
// with cuts alone.
func groupOn(actions []strategy.Action, r *rand.Rand) []strategy.Group {
	actions = slices.DeleteFunc(slices.Clone(actions), func(a strategy.Action) bool {
		for _, c := range a.Effects[0].Reductions.All() {
			if c.Sign() < 0 {
				return true
			}
		}
		return a.Stage != 0
	})
	for i, a := range actions {
		for _, b := range actions[:i] {
			if on := a.Effects[0].On; on == b.Effects[0].On {
				if r.IntN(2) == 0 {
					return []strategy.Group{{Actions: []string{b.ID, a.ID}, On: on, Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}}
				}
				return []strategy.Group{{Actions: []string{b.ID, a.ID}, On: on, Interaction: strategy.Overlapping,
					Factor: decimal.RequireFromString("0.85"), Source: "study"}}
			}
		}
	}
	return nil
}
