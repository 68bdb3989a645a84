package main

import (
	"flag"
	"testing"

	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type explains = interface{ Explain() derivation.Derivation }

// What the report adds up, by whichever division, replays, and any digit changed in it is
// told.
func TestDerivations(t *testing.T) {
	p := &page{}
	var of []explains
	for _, b := range bases() {
		plan, _, err := daegu.Portfolio(b.view)
		require.NoError(t, err)
		base, err := ghg.NewYearly(daegu.Place, b.view, ghg.Unstated, []ghg.YearFigure{{
			Year: 2030, CO2e: p.co2e(b.figure), Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: "assumed: as in 2018"}})
		require.NoError(t, err)
		gap, err := plan.Gap(b.goal, base, strategy.Expected, 2030)
		require.NoError(t, err)
		potential, err := plan.Total(strategy.Potential, 2030)
		require.NoError(t, err)
		of = append(of, gap, gap.Total, potential)
	}
	_, fall, err := gridFall()
	require.NoError(t, err)
	plan, base, err := p.electricity(p.co2e("rooftop-pv-cut"), fall)
	require.NoError(t, err)
	of = append(of, divided(t, plan, base,
		strategy.InOrder("grid", "rooftop-pv"), strategy.InOrder("rooftop-pv", "grid"), strategy.Shapley)...)
	citizens, err := participation.New(participation.Definition{
		Name: "Carbon Reduction 1110", Year: 2030, Persistence: ghg.MustShare("50%"), Overlap: ghg.MustShare("100%"),
		Source:  p.figure("carbon-reduction-1110").Source,
		Actions: []participation.CitizenAction{p.citizenAction("ten actions", "carbon-reduction-1110-person", ghg.Person, 2_450_000)}})
	require.NoError(t, err)
	result, err := citizens.Result()
	require.NoError(t, err)
	needed, err := citizens.BreakEven(p.co2e("carbon-reduction-1110"))
	require.NoError(t, err)
	of = append(of, result, needed)

	mine := own{actions: "testdata/actions.csv", quantifications: "testdata/quantifications.csv", factors: "testdata/factors.csv",
		baseline: "testdata/baseline.csv", areas: "B=건물;T=수송", place: "가람시", metric: "AR5", source: "기본계획 2024", year: 2030,
		tables: tableflags.Register(flag.NewFlagSet("plan", flag.ContinueOnError))}
	plan, base, _, err = mine.plan()
	require.NoError(t, err)
	of = append(of, divided(t, plan, base, strategy.Shapley)...)
	require.NoError(t, p.err)

	tally := derivationtest.Tampered(t, derivationtest.Of(of...)...)
	t.Logf("%+v", tally)
	assert.Equal(t, len(of), tally.Derivations)
	assert.Positive(t, tally.Named)
	assert.Positive(t, tally.Silent)
}

// divided are the effects of 2030, on each source and by action, in wedges too.
func divided(t *testing.T, plan strategy.Portfolio, base strategy.Baseline, by ...strategy.Division) (of []explains) {
	for _, d := range by {
		e, err := plan.Evaluate(base, strategy.Expected, d)
		require.NoError(t, err)
		y, found := e.Year(2030)
		require.True(t, found)
		of = append(of, y, y.Total())
		for s := range y.BySource() {
			of = append(of, s)
		}
		wedges, err := e.Wedges(strategy.ByArea)
		require.NoError(t, err)
		w, _ := wedges.Year(2030)
		of = append(of, w)
	}
	return of
}
