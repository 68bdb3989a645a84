package target_test

import (
	"math/big"
	"math/rand"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func at(t *testing.T, tt target.Target, p target.Pathway, year int) string {
	t.Helper()
	v, err := tt.Pathway(p, year)
	require.NoError(t, err)
	return v.Tonnes().String()
}

func TestGeometric(t *testing.T) {
	tt := fromBase(t, 2018, "160 t", 2022, "93.75%") // halved four times
	for year, want := range map[int]string{2018: "160", 2019: "80", 2020: "40", 2021: "20", 2022: "10"} {
		assert.Equal(t, want, at(t, tt, target.Geometric, year))
	}
	// Growth is a constant share too, and so is standing still.
	assert.Equal(t, "200", at(t, fromBase(t, 2018, "100 t", 2020, "-300%"), target.Geometric, 2019))
	assert.Equal(t, "100", at(t, fromBase(t, 2018, "100 t", 2020, "0%"), target.Geometric, 2019))
}

// A constant share never reaches zero, and does not start there.
func TestGeometricRefusesZero(t *testing.T) {
	fixed := func(levels ...string) target.Target {
		d := daegu2030()
		d.Milestones = nil
		for i, l := range levels[:len(levels)-1] {
			d.Milestones = append(d.Milestones, target.Milestone{Year: 2020 + 3*i, Level: ghg.MustMass(l)})
		}
		d.Goal = target.FixedLevel{Level: ghg.MustMass(levels[len(levels)-1])}
		return mustTarget(t, d)
	}
	for _, x := range []struct {
		target target.Target
		says   string
	}{
		{mustTarget(t, netZero()), "cannot lead from 2829000 tCO2e (AR5) to 0 tCO2e (AR5); use target.Linear, or target.GeometricTo a residual"},
		{fixed("0 t", "5 t"), "cannot lead from 0 tCO2e (AR5) to 5 tCO2e (AR5)"},
		{fixed("9 t", "-1 t"), "cannot lead from 9 tCO2e (AR5) to -1 tCO2e (AR5)"},
		{fixed("-3 t", "5 t"), "cannot lead from -3 tCO2e (AR5)"},
	} {
		year := x.target.Due() - 1
		_, err := x.target.Pathway(target.Geometric, year)
		var none *target.PathwayError
		require.ErrorAs(t, err, &none)
		assert.Equal(t, year, none.Year)
		assert.Equal(t, "geometric", none.Pathway)
		assert.ErrorContains(t, err, x.says)
		_, err = x.target.Along(target.Geometric)
		assert.ErrorAs(t, err, &none)
		_, err = x.target.SumOfYears(target.Geometric, year, year)
		assert.ErrorAs(t, err, &none)
		_, err = x.target.Progress(year, target.Geometric, target.DefaultRules, one(year, "8000000", ghg.Actual))
		assert.ErrorAs(t, err, &none)
	}
	// The levels themselves it has.
	assert.Equal(t, "0", at(t, mustTarget(t, netZero()), target.Geometric, 2050))
}

func TestGeometricTo(t *testing.T) {
	ten, err := target.GeometricTo(ghg.MustShare("10%"))
	require.NoError(t, err)
	assert.Equal(t, "geometric to a residual of 10%", ten.String())
	// 1000 to 100 in two years, then to 0 in the due year: 1000 × 0.1^(1/2) a year.
	zero := fromBase(t, 2018, "1000 t", 2020, "100%")
	assert.Equal(t, "316.227766016838", at(t, zero, ten, 2019))
	assert.Equal(t, "0", at(t, zero, ten, 2020))
	// A level above the residual is led to as it is.
	assert.Equal(t, "500", at(t, fromBase(t, 2018, "1000 t", 2020, "75%"), ten, 2019))
	// At the residual it stands, and from below it does not rise.
	at100 := target.Milestone{Year: 2019, Cut: ghg.MustShare("90%")}
	assert.Equal(t, "100", at(t, fromBase(t, 2018, "1000 t", 2022, "100%", at100), ten, 2021))
	below := target.Milestone{Year: 2019, Cut: ghg.MustShare("95%")}
	assert.Equal(t, "50", at(t, fromBase(t, 2018, "1000 t", 2022, "100%", below), ten, 2021))
	// Unless the goal does.
	assert.Equal(t, "100", at(t, fromBase(t, 2018, "1000 t", 2021, "80%", below), ten, 2020), "50 × (200/50)^(1/2)")
	// From zero no constant share leads on.
	_, err = fromBase(t, 2018, "1000 t", 2022, "100%", target.Milestone{Year: 2019, Cut: ghg.MustShare("100%")}).Pathway(ten, 2020)
	assert.ErrorContains(t, err, "cannot lead from 0 tCO2e (AR5)")

	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("0 t")}
	d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("5 t")}}
	_, err = mustTarget(t, d).Pathway(ten, 2026)
	assert.ErrorContains(t, err, "the goal states no base year to take a residual of")

	for _, s := range []string{"0%", "100%", "-1%", "101%"} {
		p, err := target.GeometricTo(ghg.MustShare(s))
		assert.ErrorContains(t, err, "a share of the base above 0% and below 100% is needed", s)
		assert.True(t, p.IsZero())
	}
	_, err = target.GeometricTo(ghg.Share{})
	assert.Error(t, err)
	_, err = target.GeometricTo(ghg.MustShare("0.000000000000000000000000000001%")) // 32 decimal places
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
}

func TestGeometricBlend(t *testing.T) {
	for _, x := range []string{"1", "0", "-2", "0.999"} {
		p, err := target.GeometricBlend(dec(x))
		assert.ErrorContains(t, err, "a number above 1 is needed")
		assert.True(t, p.IsZero())
	}
	for _, d := range []decimal.Decimal{decimal.New(1, 1e9), decimal.New(-1, 2e9), decimal.New(1, -2e9)} {
		_, err := target.GeometricBlend(d)
		var bounds *exact.BoundsError
		assert.ErrorAs(t, err, &bounds)
	}
	four, err := target.GeometricBlend(dec("4"))
	require.NoError(t, err)
	assert.Equal(t, "geometric, blended to zero by 1/4", four.String())
	assert.Contains(t, four.Formula(), "d = 4")
	// 1000 × 4^(-1/2) - (250 - 0)/2
	assert.Equal(t, "375", at(t, fromBase(t, 2018, "1000 t", 2020, "100%"), four, 2019))
	// 1000 × 4^(-1/2) - (250 - 150)/2
	assert.Equal(t, "450", at(t, fromBase(t, 2018, "1000 t", 2020, "85%"), four, 2019))
	// A fourth and more is reached by a constant share.
	assert.Equal(t, "500", at(t, fromBase(t, 2018, "1000 t", 2020, "75%"), four, 2019))
	assert.Equal(t, "600", at(t, fromBase(t, 2018, "1000 t", 2020, "64%"), four, 2019))
	// From zero there is nothing to take a share of.
	_, err = fromBase(t, 2018, "1000 t", 2022, "100%", target.Milestone{Year: 2019, Cut: ghg.MustShare("100%")}).Pathway(four, 2020)
	assert.ErrorContains(t, err, "cannot lead from 0 tCO2e (AR5)")
}

// The pathways agree with powers of 600 bits, fall or rise between two levels
// without turning, and go through both.
func TestGeometricAgainstBigFloat(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 25 {
		n := 2 + r.Intn(40)
		base := decimal.New(1+r.Int63n(1e12), int32(r.Intn(8))-6)
		cut := decimal.New(r.Int63n(1999999)-1e6, -6) // -100% to 99.9999%
		tt := fromBase(t, 2000, base.String()+" t", 2000+n, cut.String())
		level, err := tt.Limit(2000 + n)
		require.NoError(t, err)
		require.Equal(t, 1, level.Sign())
		down := level.Tonnes().LessThanOrEqual(base)
		before := base
		for k := range n + 1 {
			v, err := tt.Pathway(target.Geometric, 2000+k)
			require.NoError(t, err)
			assert.Equal(t, down || v.Tonnes().Equal(before), v.Tonnes().LessThanOrEqual(before))
			before = v.Tonnes()
			// v^n = a^(n-k) z^k within what the rounding of v allows.
			if k > 0 && k < n {
				half := decimal.New(5, -13)
				assert.True(t, between(v.Tonnes().Sub(half), v.Tonnes().Add(half), base, level.Tonnes(), k, n), "%s to %s in %d, year %d: %s",
					base, level, n, k, v)
			}
		}
		assert.True(t, before.Equal(level.Tonnes()))
	}
}

// between reports whether low^n <= a^(n-k) z^k <= high^n, exactly.
func between(low, high, a, z decimal.Decimal, k, n int) bool {
	power := func(x decimal.Decimal, n int) *big.Rat {
		r := big.NewRat(1, 1)
		for range n {
			r.Mul(r, x.Rat())
		}
		return r
	}
	want := power(a, n-k)
	want.Mul(want, power(z, k))
	return (low.IsNegative() || power(low, n).Cmp(want) <= 0) && want.Cmp(power(high, n)) <= 0
}

// Long pathways between extremes take bounded time.
func TestGeometricIsBounded(t *testing.T) {
	start := time.Now()
	blend, err := target.GeometricBlend(decimal.New(1, 30))
	require.NoError(t, err)
	for i, x := range []struct{ base, cut string }{
		{"1e24 t", "99.999999999999999999999999%"}, {"1e-12 t", "-1e13%"}, {"9999999999999999999999.99999999999 t", "33.3333333333333%"},
		{"1e24 t", "100%"},
	} {
		tt := fromBase(t, 1850, x.base, 2300, x.cut)
		p := target.Geometric
		if i == 3 {
			p = blend
		}
		for _, year := range []int{1851, 1900, 2075, 2298, 2299} {
			_, err := tt.Pathway(p, year)
			require.NoError(t, err, "%s %s", x, p)
		}
	}
	if testing.Short() {
		t.Skip("451 roots of degree 450")
	}
	all, err := fromBase(t, 1850, "1e24 t", 2300, "99.999999999999999999999999%").Along(target.Geometric)
	require.NoError(t, err)
	n := 0
	for range all {
		n++
	}
	assert.Equal(t, 451, n)
	assert.Less(t, time.Since(start), 20*time.Second)
}

// A blend is a share of the level before, which none is of an amount below zero.
func TestBlendFromBelowZero(t *testing.T) {
	blend, err := target.GeometricBlend(decimal.RequireFromString("11.11"))
	require.NoError(t, err)
	tt := mustTarget(t, target.Definition{Name: "sink", Place: "Daegu", Due: 2040, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.FixedLevel{Level: ghg.MustMass("-20 Mt")}, Milestones: []target.Milestone{{Year: 2030, Level: ghg.MustMass("-1 Mt")}}})
	for _, p := range []target.Pathway{blend, target.Geometric} {
		_, err = tt.Pathway(p, 2035)
		var none *target.PathwayError
		require.ErrorAs(t, err, &none, p)
		assert.Contains(t, none.Reason, "a constant share a year cannot lead from")
	}
}
