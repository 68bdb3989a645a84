package netzero_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func made(t *testing.T, d target.Definition) target.Target {
	t.Helper()
	d.Name, d.Place, d.Metric = "goal", "Daegu", ghg.AR5
	if d.Views.Base.IsZero() {
		d.Views = target.Same(gpc.Basic)
	}
	out, err := target.New(d)
	require.NoError(t, err)
	return out
}

// all is what each check of a target says of it.
func all(t *testing.T, tt target.Target) map[netzero.CheckID]netzero.Check {
	t.Helper()
	out := map[netzero.CheckID]netzero.Check{}
	keep := func(c netzero.Check, err error) {
		require.NoError(t, err)
		out[c.ID] = c
	}
	keep(netzero.AnnualReduction(tt, threshold(t, "sbti-aca-1.5c-2026")))
	keep(netzero.InterimCut(tt, threshold(t, "race-to-zero-half-2022"), target.Pathway{}))
	keep(netzero.NetZeroBy(tt, threshold(t, "race-to-zero-net-zero-2020")))
	keep(netzero.CarbonLaw(tt, threshold(t, "carbon-law-2017")))
	return out
}

// A cut from a gross base to a net level is the cut of neither. The published
// figures of the country: 727.6 Mt gross in 2018, 436.6 Mt net in 2030, "40 %".
func TestACutBetweenTwoViewsIsNoCut(t *testing.T) {
	gross, net := ghg.MustDeclaredView("gross", "national plan"), ghg.MustDeclaredView("net", "national plan")
	mixed := made(t, target.Definition{Due: 2030, Views: target.Views{Base: gross, Due: net},
		Goal: target.FixedLevel{Level: ghg.MustMass("436.6 Mt"), Year: 2018, Base: ghg.MustMass("727.6 Mt")}})
	got := all(t, mixed)
	for _, id := range []netzero.CheckID{netzero.CheckAnnualReduction, netzero.CheckInterimCut, netzero.CheckCarbonLaw} {
		assert.Equal(t, netzero.CannotTell, got[id].Result, id)
		assert.Contains(t, got[id].Reason, "a cut from one to the other is the cut of neither")
		assert.Empty(t, got[id].Figures)
	}
	// In one view it can be told.
	same := made(t, target.Definition{Due: 2030, Views: target.Same(net),
		Goal: target.FixedLevel{Level: ghg.MustMass("436.6 Mt"), Year: 2018, Base: ghg.MustMass("686.3 Mt")}})
	got = all(t, same)
	assert.Equal(t, netzero.Warn, got[netzero.CheckInterimCut].Result) // 1 - 436.6/686.3 = 36.4 %
	assert.Equal(t, "0.363835057555", got[netzero.CheckInterimCut].Figures[0].Value.String())
	assert.Equal(t, netzero.Fail, got[netzero.CheckAnnualReduction].Result)
}

func TestGoalsWithoutABase(t *testing.T) {
	level := made(t, target.Definition{Due: 2050, Goal: target.FixedLevel{Level: ghg.MustMass("0 t")}})
	got := all(t, level)
	for _, id := range []netzero.CheckID{netzero.CheckAnnualReduction, netzero.CheckCarbonLaw} {
		assert.Equal(t, netzero.CannotTell, got[id].Result)
		assert.Equal(t, "the target states no base above zero to cut from", got[id].Reason)
	}
	assert.Equal(t, "the target sets no level for 2030, and no pathway was given to find one", got[netzero.CheckInterimCut].Reason)
	assert.Equal(t, netzero.Pass, got[netzero.CheckNetZeroBy].Result)
	early := made(t, target.Definition{Due: 2025, Goal: target.FixedLevel{Level: ghg.MustMass("1 Mt")}})
	assert.Equal(t, "the target has no base year, is due in 2025, and sets no level for 2030", all(t, early)[netzero.CheckInterimCut].Reason)
	at2030 := made(t, target.Definition{Due: 2030, Goal: target.FixedLevel{Level: ghg.MustMass("1 Mt")}})
	assert.Equal(t, "the target states no base above zero to cut from", all(t, at2030)[netzero.CheckInterimCut].Reason)
}

func TestALevelBelowZero(t *testing.T) {
	negative := made(t, target.Definition{Due: 2040, Goal: target.FixedLevel{Level: ghg.MustMass("-1 Mt"), Year: 2018,
		Base: ghg.MustMass("9.43 Mt")}})
	got := all(t, negative)
	assert.Equal(t, netzero.Pass, got[netzero.CheckAnnualReduction].Result) // 110.6 % in 22 years
	assert.Equal(t, netzero.Pass, got[netzero.CheckNetZeroBy].Result)
	assert.Equal(t, netzero.Pass, got[netzero.CheckCarbonLaw].Result)
	compound := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Measure = netzero.CompoundRate })
	c, err := netzero.AnnualReduction(negative, compound)
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, c.Result)
	assert.Equal(t, "a level of zero or below needs more than any compound rate, such as 5% of the year before, compound", c.Reason)
}

func TestARollingGoalSetsNoLevel(t *testing.T) {
	rolling := made(t, target.Definition{Due: 2050, Goal: target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("4.2%")}})
	for id, c := range all(t, rolling) {
		assert.Equal(t, netzero.CannotTell, c.Result, id)
		assert.Contains(t, []string{"the target sets no level", "the target states no base above zero to cut from",
			"the target sets no level for its due year, so its rate is not known", "the target runs from 2018 to 2050 and sets no level for 2030",
			"the target sets no level for 2030, and no pathway was given to find one"}, c.Reason)
	}
}

// The years count from the last year of an averaged base, as the target says.
func TestAnAveragedBase(t *testing.T) {
	averaged := made(t, target.Definition{Due: 2030, Goal: target.BaseYear{Year: 2016, Through: 2018, Base: ghg.MustMass("9.5 Mt"),
		Cut: ghg.MustShare("48%")}})
	c := all(t, averaged)[netzero.CheckAnnualReduction]
	assert.True(t, figure(t, c, "linear annual reduction").Equal(dec("0.04"))) // 48 % in 12 years
}

func TestATimeframeIsSaid(t *testing.T) {
	mean := made(t, target.Definition{Due: 2030, Timeframe: target.AverageFrom(2026), Goal: target.BaseYear{Year: 2018,
		Base: ghg.MustMass("9.5 Mt"), Cut: ghg.MustShare("48%")}})
	c := all(t, mean)[netzero.CheckAnnualReduction]
	assert.Equal(t, "goal: 48% below 2018 by 2030, a goal that is average from 2026: its level is taken as that of the due year", c.Subject)
}
