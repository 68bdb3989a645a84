package selection_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// plan is a small plan of which one action has no budget yet.
func plan(actions ...strategy.Action) strategy.Portfolio {
	areas, err := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "town plan", Name: "Climate plan of a town", Source: "climate plan, 2024",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}},
	})
	if err != nil {
		panic(err)
	}
	p, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Town plan", Place: "town", Framework: areas, View: gpc.Basic, Metric: ghg.AR5, Actions: actions,
	})
	if err != nil {
		panic(err)
	}
	return p
}

// action is one of the climate plan that cuts so much in 2030.
func action(id, area, code, cut string, budget ...strategy.BudgetLine) strategy.Action {
	return strategy.Action{
		ID: id, Name: id, Area: area, Source: "climate plan, 2024", Budget: budget,
		Effects: []strategy.Effect{{On: strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, EndUse: id},
			Reductions: in2030(cut)}},
	}
}

func line(year int, funds strategy.Funds, m string) strategy.BudgetLine {
	return strategy.BudgetLine{Year: year, Funds: funds, Money: money(m)}
}

func ExampleFromPortfolio() {
	p := plan(
		action("school roofs", "E", "I.2.2", "25 ktCO2e", line(2027, strategy.MunicipalFunds, "12 bn KRW"),
			line(2028, strategy.NationalFunds, "18 bn KRW")),
		action("electric buses", "T", "II.1.1", "18 ktCO2e", line(2027, strategy.MunicipalFunds, "25 bn KRW")),
		action("bus lanes", "T", "II.1.1", "16 ktCO2e"),
	)
	candidates, left, err := selection.FromPortfolio(p, strategy.Expected, 2030)
	for _, c := range candidates {
		fmt.Println(c.ID, c.Cost)
	}
	fmt.Println(left, err)
	// Output:
	// school roofs 30000000000 KRW (nominal)
	// electric buses 25000000000 KRW (nominal)
	// [bus lanes: it has no budget] <nil>
}

func TestFromPortfolio(t *testing.T) {
	at := line(2027, strategy.MunicipalFunds, "1 bn KRW")
	cancelled := action("cancelled", "E", "I.1", "1 ktCO2e", at)
	cancelled.Stage = strategy.Cancelled
	unmoneyed := action("unmoneyed", "E", "I.2", "1 ktCO2e")
	first := action("first", "E", "I.3", "1 ktCO2e", at)
	first.Requires, first.Excludes = []string{"second"}, []string{"cancelled", "third"}
	second, third := action("second", "T", "II.1.1", "2 ktCO2e", at), action("third", "T", "II.2", "3 ktCO2e", at, at)
	fourth := action("fourth", "T", "II.3", "1 ktCO2e", at)
	fourth.Requires = []string{"fifth"}
	fifth := action("fifth", "T", "II.4", "1 ktCO2e", at)
	fifth.Requires = []string{"cancelled"}
	vague := strategy.Action{ID: "vague", Name: "vague", Area: "E", Source: "plan", Budget: []strategy.BudgetLine{at}}
	p := plan(cancelled, unmoneyed, fourth, first, second, third, fifth, vague)
	got, left, err := selection.FromPortfolio(p, strategy.Expected, 2030)
	require.NoError(t, err)
	require.Len(t, got, 3)
	assert.Equal(t, "first", got[0].ID)
	assert.Equal(t, []string{"second"}, got[0].Requires)
	assert.Equal(t, []string{"third"}, got[0].Excludes)
	assert.Equal(t, "T", got[2].Area)
	assert.True(t, got[2].Cost.Equal(money("2 bn KRW")))
	x, ok := got[2].Reductions.At(2030)
	assert.True(t, ok && x.Equal(tonnes(3000)))
	assert.Equal(t, []selection.LeftOut{
		{"cancelled", "it is cancelled"},
		{"unmoneyed", "it has no budget"},
		{"fourth", `it requires "fifth", which is left out`},
		{"fifth", `it requires "cancelled", which is left out`},
		{"vague", "it has no expected reductions, or not of all its effects, in 2030"},
	}, left)

	half := action("half", "E", "I.1", "1 ktCO2e", at)
	half.Effects = append(half.Effects, strategy.Effect{On: strategy.EmissionSource{Category: half.Effects[0].On.Category, EndUse: "later"},
		Reductions: cuts(0, 5)})
	half.Effects[0].Reductions = cuts(7)
	got, _, err = selection.FromPortfolio(plan(half), strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Len(t, got, 1)
	_, left, err = selection.FromPortfolio(plan(half), strategy.Expected, 2031)
	require.NoError(t, err)
	assert.Equal(t, "half: it has no expected reductions, or not of all its effects, in 2031", left[0].String(),
		"one of two effects is not known")

	_, left, err = selection.FromPortfolio(p, strategy.Expected, 2030, 2031)
	require.NoError(t, err)
	assert.Len(t, left, 8)
	assert.Equal(t, "second: it has no expected reductions, or not of all its effects, in 2031", left[4].String())
	_, _, err = selection.FromPortfolio(p, strategy.Expected)
	require.Error(t, err)
	_, _, err = selection.FromPortfolio(p, 0, 2030)
	require.ErrorIs(t, err, strategy.ErrNoKind)
	assert.NotContains(t, err.Error(), "SharedSource")

	half.Requires = nil
	other := half
	other.ID = "other"
	_, _, err = selection.FromPortfolio(plan(half, other), strategy.Expected, 2030)
	var overlap *strategy.OverlapError
	require.ErrorAs(t, err, &overlap)
	assert.ErrorContains(t, err, "each source where they meet as a SharedSource")
}

// What cannot be compared is listed with the reason, for the office to fill in.
func ExampleLeftOut() {
	later := action("hydrogen buses", "T", "II.1.1", "9 ktCO2e", line(2029, strategy.MunicipalFunds, "30 bn KRW"))
	later.Requires = []string{"hydrogen station"}
	stopped := action("hydrogen station", "T", "II.1.1", "1 ktCO2e", line(2028, strategy.MunicipalFunds, "12 bn KRW"))
	stopped.Stage = strategy.Cancelled
	_, left, err := selection.FromPortfolio(plan(later, stopped, action("cycle paths", "T", "II.1.1", "6 ktCO2e")), strategy.Expected, 2030)
	for _, l := range left {
		fmt.Println(l)
	}
	fmt.Println(err)
	// Output:
	// hydrogen buses: it requires "hydrogen station", which is left out
	// hydrogen station: it is cancelled
	// cycle paths: it has no budget
	// <nil>
}

// An idea is no candidate unless the portfolio counts it.
func TestCandidatesByStage(t *testing.T) {
	at := line(2027, strategy.MunicipalFunds, "1 bn KRW")
	wind := action("wind", "E", "I.3", "400 ktCO2e", at)
	wind.Stage = strategy.Idea
	p := plan(wind, action("pipes", "E", "I.1", "7 ktCO2e", at))
	got, left, err := selection.FromPortfolio(p, strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Len(t, got, 1)
	assert.Equal(t, []selection.LeftOut{{"wind", "its stage (idea) does not count (counted: every stage but idea, postponed)"}}, left)
	d := p.Definition()
	d.CountedStages = strategy.EveryStage
	p, _, err = strategy.NewPortfolio(d)
	require.NoError(t, err)
	got, left, err = selection.FromPortfolio(p, strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Empty(t, left)
	require.Len(t, got, 2)
	c, _ := got[0].Reductions.At(2030)
	assert.Equal(t, "400000 tCO2e (AR5)", c.String())
}
