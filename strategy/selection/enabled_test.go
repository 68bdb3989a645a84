package selection_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/scenario"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What was chosen is a part of the plan, whatever it excludes.
func ExampleAnswer_enabled() {
	electric := action("electric buses", "T", "II.1.1", "18 ktCO2e", line(2027, strategy.MunicipalFunds, "25 bn KRW"))
	electric.Excludes = []string{"gas buses"}
	p := plan(electric,
		action("gas buses", "T", "II.1.1", "7 ktCO2e", line(2027, strategy.MunicipalFunds, "15 bn KRW")),
		action("school roofs", "E", "I.2.2", "25 ktCO2e", line(2027, strategy.MunicipalFunds, "30 bn KRW")))
	candidates, _, _ := selection.FromPortfolio(p, strategy.Expected, 2030)
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Candidates: candidates}
	best, err := problem(d).MostTonnes(money("60 bn KRW"), 0, 2030)
	if err != nil {
		fmt.Println(err)
		return
	}
	chosen, _, err := p.Only(best.Chosen...)
	if err != nil {
		fmt.Println(err)
		return
	}
	total, _ := chosen.Total(strategy.Expected, 2030)
	fmt.Println(best.Chosen, total.CO2e)
	// Output: [electric buses school roofs] 43000 tCO2e (AR5)
}

// Whatever is chosen of a plan with relations can be enabled as it is, in a
// scenario and as a part of the plan, and cuts there what the selection says.
func TestChosenCanBeEnabled(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 60 {
		n := 2 + r.Intn(7)
		id := func(i int) string { return fmt.Sprint("a", i) }
		var actions []strategy.Action
		sources := []strategy.SourceEmissions{{On: strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.2.2"}},
			ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR5)")}}}
		for i := range n {
			a := action(id(i), "E", "II.1.1", fmt.Sprint(1+r.Intn(40), " tCO2e"),
				line(2027, strategy.MunicipalFunds, fmt.Sprint(1+r.Intn(9), " bn KRW")))
			sources = append(sources, strategy.SourceEmissions{On: a.Effects[0].On,
				ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("100 tCO2e (AR5)")}})
			if r.Intn(6) == 0 {
				a.Stage = strategy.Cancelled
			}
			if r.Intn(8) == 0 {
				a.Budget = nil
			}
			for j := range i {
				switch r.Intn(4) {
				case 0:
					a.Requires = append(a.Requires, id(j))
				case 1:
					a.Excludes = append(a.Excludes, id(j))
				}
			}
			actions = append(actions, a)
		}
		p := plan(actions...)
		base, err := strategy.NewBaseline(strategy.BaselineDefinition{Name: "base", Place: "town", View: gpc.Basic, Metric: ghg.AR5,
			Source: "forecast", Sources: sources})
		require.NoError(t, err)
		candidates, left, err := selection.FromPortfolio(p, strategy.Expected, 2030)
		require.NoError(t, err)
		again, shared, leftAgain, err := selection.FromBaseline(p, base, strategy.Expected, 2030)
		require.NoError(t, err)
		require.Equal(t, left, leftAgain)
		require.Len(t, again, len(candidates))
		if len(candidates) == 0 {
			continue
		}
		for _, d := range []selection.Definition{{Candidates: candidates}, {Candidates: again, Shared: shared}} {
			d.Kind, d.Metric = strategy.Expected, ghg.AR5
			best, err := problem(d).MostTonnes(money(fmt.Sprint(r.Intn(25), " bn KRW")), 0, 2030)
			require.NoError(t, err)
			part, findings, err := p.Only(best.Chosen...)
			require.NoError(t, err)
			for _, f := range findings.All {
				assert.NotContains(t, []string{strategy.FindingRequires, strategy.FindingExcludes}, f.Code)
			}
			total, err := part.Total(strategy.Expected, 2030)
			require.NoError(t, err)
			assert.True(t, total.CO2e.Equal(best.CO2e), "%s, %s", total.CO2e, best)
			set, err := scenario.New(scenario.Definition{Name: "set", Portfolio: p, Baseline: base,
				Scenarios: []scenario.Scenario{{Name: "chosen", Role: scenario.WhatIf, Enabled: best.Chosen}}})
			require.NoError(t, err)
			results, err := set.Evaluate(strategy.Expected, strategy.Shapley)
			require.NoError(t, err)
			x, _ := results.Of("chosen")
			y, _ := x.Evaluation.Year(2030)
			assert.True(t, y.Reduction().Equal(best.CO2e), "%s, %s", y.Reduction(), best)
		}
	}
}
