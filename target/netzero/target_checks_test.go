package netzero_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Expected figures of more than four digits in this file come from mpmath 1.2.1
// with 30 digits, or are worked out in the comment beside them.

// Each check of a target refuses the zero target, the zero threshold and the
// thresholds of other measures.
func TestWhatChecksOfATargetRefuse(t *testing.T) {
	daegu := goal(t, 2018, "9.43 Mt", 2030, "45%")
	compound := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Measure, d.Value = netzero.CompoundRate, dec("0.042") })
	for name, c := range map[string]struct {
		run  func(target.Target, netzero.Threshold) (netzero.Check, error)
		mine []netzero.Measure
	}{
		"annual":     {netzero.AnnualReduction, []netzero.Measure{netzero.LinearRate, netzero.CompoundRate}},
		"net zero":   {netzero.NetZeroBy, []netzero.Measure{netzero.NetZeroYear}},
		"carbon law": {netzero.CarbonLaw, []netzero.Measure{netzero.CutPerDecade}},
		"interim": {func(t target.Target, th netzero.Threshold) (netzero.Check, error) {
			return netzero.InterimCut(t, th, target.Linear)
		}, []netzero.Measure{netzero.CutByYear}},
	} {
		_, err := c.run(daegu, netzero.Threshold{})
		assert.ErrorContains(t, err, "no threshold given", name)
		thresholds := []netzero.Threshold{compound}
		for th := range netzero.Thresholds() {
			thresholds = append(thresholds, th)
		}
		for _, th := range thresholds {
			_, err := c.run(daegu, th)
			if slices.Contains(c.mine, th.Measure()) {
				assert.NoError(t, err, name)
				_, err = c.run(target.Target{}, th)
				assert.ErrorIs(t, err, target.ErrNoTarget, name)
				continue
			}
			var measure ghg.Fault
			if assert.ErrorAs(t, err, &measure, "%s, %s", name, th) {
				assert.Equal(t, []string{"threshold", th.ID()}, []string{measure.Field, measure.Value})
				assert.Contains(t, measure.Detail, fmt.Sprintf("it is a %s, and a %s", th.Measure(), c.mine[0]))
			}
		}
	}
}

// A cut of 45 % in 12 years is 3.75 % a year linear and 4.86 % compound: it is
// under a linear floor of 4.2 %, and over a compound one.
func TestLinearAndCompoundAreNotMixed(t *testing.T) {
	daegu := goal(t, 2018, "9.43 Mt", 2030, "45%")
	c, err := netzero.AnnualReduction(daegu, threshold(t, "sbti-aca-1.5c-2026"))
	require.NoError(t, err)
	assert.Equal(t, netzero.Fail, c.Result)
	assert.Equal(t, "linear annual reduction", c.Figures[0].Name)
	assert.Equal(t, "the linear annual reduction, 3.75%, is below the threshold of 4.2% of the base a year, linear", c.Reason)
	assert.Equal(t, "(B - T)/B/(t - b) = (9430000 - 5186500)/9430000/(2030 - 2018)", c.Formula)

	compound := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Measure, d.Value = netzero.CompoundRate, dec("0.042") })
	c, err = netzero.AnnualReduction(daegu, compound)
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, c.Result)
	assert.Equal(t, "compound annual reduction", c.Figures[0].Name)
	assert.Equal(t, "0.048599101002", c.Figures[0].Value.String())
	assert.True(t, figure(t, c, "linear annual reduction").Equal(dec("0.0375")), "the other is shown too")
	assert.Contains(t, c.Formula, "1 - (5186500/9430000)^(1/(2030 - 2018))")
}

func TestAnnualReductionAtTheEdge(t *testing.T) {
	linear := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Value = dec("0.25") })
	compound := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Measure, d.Value = netzero.CompoundRate, dec("0.5") })
	for _, c := range []struct {
		cut  string
		th   netzero.Threshold
		want netzero.CheckResult
	}{
		{"50%", linear, netzero.Pass},                        // exactly 25 % a year in two years
		{"49.9999999999999999999999%", linear, netzero.Fail}, // and rounded to the same figure
		{"75%", compound, netzero.Pass},                      // 0.5 × 0.5
		{"74.9999999999999999999999%", compound, netzero.Fail},
		{"100%", linear, netzero.Pass},
		{"100%", compound, netzero.Pass},
		{"-10%", linear, netzero.Fail},
		{"-10%", compound, netzero.Fail},
	} {
		got, err := netzero.AnnualReduction(goal(t, 2018, "8 t", 2020, c.cut), c.th)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.Result, "%s %s", c.cut, c.th)
	}
	// To zero there is no compound rate, and it says so.
	got, err := netzero.AnnualReduction(goal(t, 2018, "8 t", 2020, "100%"), compound)
	require.NoError(t, err)
	assert.Equal(t, "compound annual reduction undefined: a compound rate needs both ends above 0, and years between them",
		got.Figures[0].String())
	assert.Contains(t, got.Details(), "judged     compound annual reduction undefined")
	assert.Contains(t, netzero.Table([]netzero.Check{got}), "undefined")
	// The longest run of years that a target may have.
	got, err = netzero.AnnualReduction(goal(t, 1850, "8 t", 2300, "100%"), compound)
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, got.Result)
}

// An independent oracle: rationals for the linear rate, float64 for the
// compound one.
func TestAnnualReductionAgainstAnOracle(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		base, n := 1+r.Intn(1_000_000), 1+r.Intn(80)
		cut := decimal.New(int64(r.Intn(1_200_000)-200_000), -6)
		if cut.GreaterThan(dec("1")) {
			continue
		}
		floor := decimal.New(int64(1+r.Intn(99_999)), -6)
		linear := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Value = floor })
		tt := goal(t, 2000, fmt.Sprintf("%d t", base), 2000+n, cut.Shift(2).String()+"%")
		c, err := netzero.AnnualReduction(tt, linear)
		require.NoError(t, err)
		want := new(big.Rat).Quo(cut.Rat(), new(big.Rat).SetInt64(int64(n)))
		assert.Equal(t, want.Cmp(floor.Rat()) >= 0, c.Result == netzero.Pass, "%s in %d years, %s", cut, n, floor)
		assert.Equal(t, want.FloatString(12), figure(t, c, c.Figures[0].Name).StringFixed(12))
		left, _ := dec("1").Sub(cut).Float64()
		if left > 0 {
			got, _ := figure(t, c, "compound annual reduction").Float64()
			assert.InDelta(t, 1-math.Pow(left, 1/float64(n)), got, 1e-11)
		}
		compound := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Measure, d.Value = netzero.CompoundRate, floor })
		c, err = netzero.AnnualReduction(tt, compound)
		require.NoError(t, err)
		f, _ := floor.Float64()
		if diff := left - math.Pow(1-f, float64(n)); math.Abs(diff) > 1e-9 {
			assert.Equal(t, diff < 0, c.Result == netzero.Pass)
		}
	}
}

func TestInterimCutReadsLevelsBeforePathways(t *testing.T) {
	half := threshold(t, "race-to-zero-half-2022")
	long := goal(t, 2018, "10 Mt", 2050, "100%")
	milestone := goal(t, 2018, "10 Mt", 2050, "100%", target.Milestone{Year: 2030, Cut: ghg.MustShare("55%")})

	c, err := netzero.InterimCut(long, half, target.Pathway{})
	require.NoError(t, err)
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Equal(t, "the target sets no level for 2030, and no pathway was given to find one", c.Reason)
	assert.Empty(t, c.Figures)

	c, err = netzero.InterimCut(long, half, target.Linear)
	require.NoError(t, err)
	assert.Equal(t, netzero.Warn, c.Result)
	assert.True(t, figure(t, c, "cut by 2030").Equal(dec("0.375"))) // 12 of 32 years
	assert.Contains(t, c.Reason, "the value of the linear pathway in 2030, for which the target sets no level of its own")
	assert.True(t, figure(t, c, "shortfall").Equal(dec("0.125")))

	for _, p := range []target.Pathway{{}, target.Linear} {
		c, err = netzero.InterimCut(milestone, half, p)
		require.NoError(t, err)
		assert.Equal(t, netzero.Pass, c.Result)
		assert.Equal(t, "a cut of 55% by 2030 reaches 50% of the base; the target's own level of 2030", c.Reason)
	}
	for _, outside := range []target.Target{goal(t, 2030, "10 Mt", 2050, "90%"), goal(t, 2031, "10 Mt", 2050, "90%"),
		goal(t, 2010, "10 Mt", 2025, "90%")} {
		c, err = netzero.InterimCut(outside, half, target.Linear)
		require.NoError(t, err)
		assert.Equal(t, netzero.CannotTell, c.Result)
		assert.Contains(t, c.Reason, fmt.Sprintf("the target runs from %d to %d and sets no level for 2030", outside.BaseYear(), outside.Due()))
	}
	// The base year itself is no year of a pathway that cuts anything.
	c, err = netzero.InterimCut(goal(t, 2030, "10 Mt", 2050, "90%"), half, target.Pathway{})
	require.NoError(t, err)
	assert.NotContains(t, c.Reason, "no pathway was given")
}

func TestInterimCutResults(t *testing.T) {
	half := threshold(t, "race-to-zero-half-2022")
	for cut, want := range map[string]netzero.CheckResult{
		"100%": netzero.Pass, "50%": netzero.Pass, "49.99999999999999999%": netzero.Warn, "45%": netzero.Warn,
		"0.0000000001%": netzero.Warn, "0%": netzero.Fail, "-3%": netzero.Fail,
	} {
		c, err := netzero.InterimCut(goal(t, 2018, "9.43 Mt", 2030, cut), half, target.Pathway{})
		require.NoError(t, err)
		assert.Equal(t, want, c.Result, cut)
	}
	c, err := netzero.InterimCut(goal(t, 2018, "9.43 Mt", 2030, "0%"), half, target.Pathway{})
	require.NoError(t, err)
	assert.Equal(t, "the target makes no cut by 2030, so none that goes towards 50% of the base; the target's own level of 2030", c.Reason)
}

func TestNetZeroBy(t *testing.T) {
	by2050 := threshold(t, "race-to-zero-net-zero-2020")
	for _, c := range []struct {
		target target.Target
		want   netzero.CheckResult
		reason string
	}{
		{goal(t, 2018, "9.43 Mt", 2050, "100%"), netzero.Pass, "the level is 0 tCO2e (AR5) in 2050, by 2050 at the latest"},
		{goal(t, 2018, "9.43 Mt", 2045, "100%"), netzero.Pass, "the level is 0 tCO2e (AR5) in 2045, by 2050 at the latest"},
		{goal(t, 2018, "9.43 Mt", 2060, "100%", target.Milestone{Year: 2049, Cut: ghg.MustShare("100%")}), netzero.Pass, "in 2049"},
		{goal(t, 2018, "9.43 Mt", 2060, "50%", target.Milestone{Year: 2045, Cut: ghg.MustShare("100%")}), netzero.CannotTell,
			"the target leaves 4715000 tCO2e (AR5) in 2060"},
		{goal(t, 2018, "9.43 Mt", 2060, "100%", target.Milestone{Year: 2040, Cut: ghg.MustShare("100%")}, target.Milestone{Year: 2050,
			Cut: ghg.MustShare("90%")}), netzero.Fail, "that of 2060, after 2050"},
		{goal(t, 2018, "9.43 Mt", 2051, "100%"), netzero.Fail, "the first level of zero is that of 2051, after 2050"},
		{goal(t, 2018, "9.43 Mt", 2030, "45%"), netzero.CannotTell,
			"the target ends in 2030 at 5186500 tCO2e (AR5): the net-zero pledge is another target, or there is none"},
		{goal(t, 2018, "9.43 Mt", 2050, "90%"), netzero.CannotTell,
			"the target leaves 943000 tCO2e (AR5) in 2050: net zero only if removals balance it, which the target does not say"},
		{goal(t, 2018, "9.43 Mt", 2060, "90%"), netzero.CannotTell, "the target leaves 943000 tCO2e (AR5) in 2060"},
	} {
		got, err := netzero.NetZeroBy(c.target, by2050)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.Result, c.reason)
		assert.Contains(t, got.Reason, c.reason)
		assert.Contains(t, got.Covers, "GPC 1.1 BASIC")
		assert.Equal(t, c.want == netzero.CannotTell, len(got.Figures) == 0)
	}
	got, err := netzero.NetZeroBy(goal(t, 2018, "9.43 Mt", 2045, "100%"), by2050)
	require.NoError(t, err)
	assert.Equal(t, "net zero in 2045", got.Figures[0].String())
}
