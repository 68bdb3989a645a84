package netzero_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"slices"
	"strings"
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
	assert.Contains(t, got.Explain(), "judged     compound annual reduction undefined")
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

func TestCarbonLaw(t *testing.T) {
	law := threshold(t, "carbon-law-2017")
	m := func(year int, cut string) target.Milestone {
		return target.Milestone{Year: year, Cut: ghg.MustShare(cut)}
	}
	for _, c := range []struct {
		target target.Target
		want   netzero.CheckResult
		reason string
	}{
		{goal(t, 2020, "8 Mt", 2050, "87.5%", m(2030, "50%"), m(2040, "75%")), netzero.Pass,
			"3 levels checked, and at or below the path; that of 2050 is 1000000 tCO2e (AR5), where 1000000 tCO2e (AR5) is allowed"},
		{goal(t, 2020, "8 Mt", 2050, "100%", m(2030, "49.9999999999999999999%")), netzero.Fail,
			"the level of 2030, 4000000.000000000000008 tCO2e (AR5), is above the path, which allows 4000000 tCO2e (AR5)"},
		{goal(t, 2020, "8 Mt", 2050, "87.4999999999999999999%"), netzero.Fail, "the level of 2050"},
		{goal(t, 2018, "9.43 Mt", 2030, "45%"), netzero.Fail,
			"the level of 2030, 5186500 tCO2e (AR5), is above the path, which allows 4104645.905941225316"},
		{goal(t, 2018, "9.43 Mt", 2030, "57%"), netzero.Pass, "1 level checked"},
		{goal(t, 2018, "9.43 Mt", 2030, "-10%"), netzero.Fail, "the level of 2030"},
	} {
		got, err := netzero.CarbonLaw(c.target, law)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.Result, got.Reason)
		assert.Contains(t, got.Reason, c.reason)
		assert.True(t, figure(t, got, "compound annual reduction of the path").Equal(dec("0.066967008463")))
	}
	got, err := netzero.CarbonLaw(goal(t, 2018, "9.43 Mt", 2030, "45%"), law)
	require.NoError(t, err)
	assert.Equal(t, "B × (1 - cut)^((y - b)/10) = 9430000 × 0.5^((2030 - 2018)/10)", got.Formula)
	assert.Equal(t, []string{"level in 2030", "allowed in 2030"}, []string{got.Figures[0].Name, got.Figures[1].Name})
	assert.Equal(t, "tCO2e (AR5)", got.Figures[0].Unit)
}

func TestDecadePath(t *testing.T) {
	law := threshold(t, "carbon-law-2017")
	base := ghg.MustCO2e("9.43 MtCO2e (AR5)")
	for n := 0; n <= 450; n++ {
		got, err := netzero.DecadePath(base, law, n)
		require.NoError(t, err)
		f, _ := got.Tonnes().Float64()
		assert.InEpsilon(t, 9.43e6*math.Pow(0.5, float64(n)/10), f, 1e-6+math.Pow(2, float64(n)/10)*1e-19, n)
		assert.LessOrEqual(t, -got.Tonnes().Exponent(), int32(target.PathwayPlaces))
	}
	for _, n := range []int{-1, 451} {
		_, err := netzero.DecadePath(base, law, n)
		assert.ErrorContains(t, err, "0 to 450 are allowed")
	}
	_, err := netzero.DecadePath(base, netzero.Threshold{}, 1)
	assert.ErrorContains(t, err, "no threshold given")
	_, err = netzero.DecadePath(base, threshold(t, "sbti-aca-1.5c-2026"), 1)
	var measure ghg.Fault
	assert.ErrorAs(t, err, &measure)
	big := base
	for range 4 {
		big, err = big.Scale(decimal.New(1, 10))
		require.NoError(t, err)
	}
	_, err = netzero.DecadePath(big, law, 1)
	assert.Error(t, err, "a base out of bounds")
	// A cut of everything leaves nothing, but the base year itself.
	all := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Measure, d.Value = netzero.CutPerDecade, dec("1") })
	for n, want := range map[int]string{0: "9430000", 1: "0", 10: "0"} {
		got, err := netzero.DecadePath(base, all, n)
		require.NoError(t, err)
		assert.True(t, got.Tonnes().Equal(dec(want)), "%d: %s", n, got)
	}
	// 38 digits over 45 decades are a lot of digits, and no trouble.
	fine := ownThreshold(t, func(d *netzero.ThresholdDefinition) {
		d.Measure, d.Value = netzero.CutPerDecade, dec("0.123456789012345678901234567891")
	})
	_, err = netzero.DecadePath(base, fine, 449)
	assert.NoError(t, err)
}

func TestReadRate(t *testing.T) {
	for _, rate := range []ghg.Share{ghg.MustShare("-1%"), ghg.MustShare("100.1%")} {
		_, err := netzero.ReadRate(rate, 10)
		assert.ErrorContains(t, err, "0% to 100% are allowed", rate)
	}
	_, err := netzero.ReadRate(ghg.Share{}, 451)
	assert.EqualError(t, err, "annual rate, rate: state it, if only as 0% or 100%\nannual rate, years \"451\": 0 to 450 are allowed")
	for _, years := range []int{-1, 451} {
		_, err := netzero.ReadRate(ghg.MustShare("4%"), years)
		assert.ErrorContains(t, err, "0 to 450 are allowed")
	}
	for _, c := range []struct {
		rate                   string
		years                  int
		linear, compound, zero string
	}{
		{"0%", 450, "1", "1", ""}, {"100%", 2, "-1", "0", "1"}, // the line has gone through zero
		{"5%", 0, "1", "1", "20"}, {"5%", 20, "0", "0.358485922409", "20"},
	} {
		f, err := netzero.ReadRate(ghg.MustShare(c.rate), c.years)
		require.NoError(t, err)
		require.Len(t, f, 3)
		assert.Equal(t, []string{c.linear, c.compound}, []string{f[0].Value.String(), f[1].Value.String()}, c.rate)
		if c.zero == "" {
			assert.Equal(t, "years to zero if linear undefined: a rate of 0 never comes to zero", f[2].String())
		} else {
			assert.Equal(t, c.zero, f[2].Value.String(), c.rate)
		}
	}
}

func TestTemperatureScore(t *testing.T) {
	paris := threshold(t, "paris-1.5c-2015")
	type overshoot struct{ emissions, budget ghg.CO2e }
	o, world := overshoot{ghg.MustCO2e("60 MtCO2e (AR5)"), ghg.MustCO2e("50 MtCO2e (AR5)")}, dec("396")
	at := func(emissions, budget string) overshoot {
		return overshoot{ghg.MustCO2e(emissions + " tCO2e (AR5)"), ghg.MustCO2e(budget + " tCO2e (AR5)")}
	}
	for _, c := range []struct {
		o     overshoot
		want  netzero.CheckResult
		score string
	}{
		{at("50", "50"), netzero.Pass, "1.5"},
		{at("25", "50"), netzero.Pass, "1.381113537118"}, // 1.5 - 396 × 0.5 × 2.2/3664
		{at("100", "50"), netzero.Fail, "1.737772925764"},
		{at("50.000000000000000001", "50"), netzero.Fail, "1.5"},
		{at("0", "50"), netzero.Pass, "1.262227074236"},
		{at("-10", "50"), netzero.Pass, "1.214672489083"},
	} {
		got, err := netzero.TemperatureScore(c.o.emissions, c.o.budget, world, paris, netzero.TCRE22)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.Result)
		assert.Equal(t, c.score, got.Figures[0].Value.String())
	}
	// Without a budget the worst case must not come out as the best.
	for _, budget := range []string{"0", "-5"} {
		x := at("60", budget)
		got, err := netzero.TemperatureScore(x.emissions, x.budget, world, paris, netzero.TCRE22)
		require.NoError(t, err)
		assert.Equal(t, netzero.CannotTell, got.Result)
		assert.Empty(t, got.Figures)
	}
	other, err := netzero.TemperatureScore(o.emissions, o.budget, world, paris, netzero.TCREAR6)
	require.NoError(t, err)
	assert.Contains(t, other.Covers, "1.65 °C for each 1000 Gt C")

	var metrics *ghg.MetricMismatchError
	_, err = netzero.TemperatureScore(o.emissions, ghg.MustCO2e("50 MtCO2e (AR4)"), world, paris, netzero.TCRE22)
	assert.ErrorAs(t, err, &metrics)
	_, err = netzero.TemperatureScore(o.emissions, o.budget, world, paris, netzero.TCRE{})
	assert.ErrorContains(t, err, "no TCRE given")
	_, err = netzero.TemperatureScore(o.emissions, o.budget, world, netzero.Threshold{}, netzero.TCRE22)
	assert.ErrorContains(t, err, "no threshold given")
	for _, global := range []decimal.Decimal{{}, dec("-1"), decimal.New(1, 1_000_000)} {
		_, err = netzero.TemperatureScore(o.emissions, o.budget, global, paris, netzero.TCRE22)
		assert.Error(t, err)
	}
}

func TestTCRE(t *testing.T) {
	var zero netzero.TCRE
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no TCRE", zero.String())
	assert.Equal(t, "2.2 °C for each 1000 Gt C, as CO2 3664 Gt (itr: OS-Climate, ITR tool, controls of its temperature score)",
		netzero.TCRE22.String())
	for _, c := range []struct{ id, source, degrees, gt string }{
		{"", "s", "2", "3664"}, {"x", "", "2", "3664"}, {"x", "s", "0", "3664"}, {"x", "s", "2", "-1"}, {"x", "s", "1e40", "1"}, {"x",
			"s", "2", "1e40"},
	} {
		_, err := netzero.NewTCRE(c.id, c.source, dec(c.degrees), dec(c.gt))
		assert.ErrorContains(t, err, "TCRE "+fmt.Sprintf("%q", c.id))
	}
}

func TestExplainOfACheck(t *testing.T) {
	c, err := netzero.InterimCut(goal(t, 2018, "9.43 Mt", 2030, "45%"), threshold(t, "race-to-zero-half-2022"), target.Pathway{})
	require.NoError(t, err)
	text := c.Explain()
	for _, want := range []string{
		"check      interim-cut\n", "subject    goal: 45% below 2018 by 2030\n", "result     warn\n",
		"formula    (B - T)/B = (9430000 - 5186500)/9430000, with T the target's own level of 2030\n",
		"judged     cut by 2030 0.45 of the base\n", "also       level 5186500 tCO2e (AR5)\n", "also       shortfall 0.05 of the base\n",
		"threshold  50% of the base in 2030 (race-to-zero-half-2022, from 2022-06-15)\n",
		"source     Race to Zero, starting line criteria 3.0, 15 June 2022; confidence high\n",
		"note       towards or beyond", "covers     the cut from the target's own base year; not",
	} {
		assert.Contains(t, text, want)
	}
	assert.NotContains(t, text, "record")
	var zero netzero.Check
	assert.Equal(t, netzero.CannotTell, zero.Result)
	assert.Equal(t, "no check: cannot tell", zero.String())
	assert.Equal(t, "check      \nresult     cannot tell\n", strings.Replace(zero.Explain(), "result", "check      \nresult", 1))
}

func TestTheTableOfChecks(t *testing.T) {
	daegu := goal(t, 2018, "9.43 Mt", 2030, "45%")
	a, err := netzero.AnnualReduction(daegu, threshold(t, "sbti-aca-1.5c-2026"))
	require.NoError(t, err)
	b, err := netzero.NetZeroBy(daegu, threshold(t, "race-to-zero-net-zero-2020"))
	require.NoError(t, err)
	checks := []netzero.Check{a, b, {}}
	rows := strings.Split(strings.TrimSuffix(netzero.Table(checks), "\n"), "\n")
	require.Len(t, rows, 4)
	column := strings.Index(rows[0], "result")
	assert.Equal(t, "fail", rows[1][column:column+4])
	assert.Equal(t, "cannot tell", rows[2][column:column+11])
	assert.Contains(t, rows[2], "  -  ")
	for _, r := range rows {
		assert.False(t, strings.HasSuffix(r, " ") && !strings.Contains(r, "cannot tell"), "%q", r)
	}
	assert.Equal(t, "check  result  value  threshold  reason\n", netzero.Table(nil))
}

// The exact comparison of the carbon law agrees with the rounded path wherever
// the two are further apart than the rounding.
func TestCarbonLawAgainstItsPath(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 100 {
		th := ownThreshold(t, func(d *netzero.ThresholdDefinition) {
			d.Measure, d.Value = netzero.CutPerDecade, decimal.New(int64(1+r.Intn(99)), -2)
		})
		n := 1 + r.Intn(60)
		tt := goal(t, 2000, fmt.Sprintf("%d t", 1+r.Intn(1_000_000)), 2000+n, decimal.New(int64(r.Intn(10_000)), -2).String()+"%")
		c, err := netzero.CarbonLaw(tt, th)
		require.NoError(t, err)
		allowed, err := netzero.DecadePath(tt.Base(), th, n)
		require.NoError(t, err)
		level, err := tt.Limit(tt.Due())
		require.NoError(t, err)
		if gap := allowed.Tonnes().Sub(level.Tonnes()); gap.Abs().GreaterThan(dec("1e-11")) {
			assert.Equal(t, gap.IsPositive(), c.Result == netzero.Pass, "%s: %s", th, c.Reason)
		}
	}
}
