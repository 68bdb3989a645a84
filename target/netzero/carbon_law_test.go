package netzero_test

import (
	"fmt"
	"math"
	"math/rand"
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
