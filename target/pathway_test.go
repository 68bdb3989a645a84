package target_test

import (
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPathwayHitsItsLevels(t *testing.T) {
	d := netZero()
	// A base and cuts whose levels have more digits than a pathway's places.
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9430000.12345678901234567 t"), Cut: ghg.MustShare("99.0000000000001%")}
	tt := mustTarget(t, d)
	v, err := tt.Pathway(target.Linear, 2018)
	require.NoError(t, err)
	assert.Equal(t, "9430000.12345678901234567 tCO2e (AR5)", v.String())
	for y, limit := range tt.Limits() {
		v, err := tt.Pathway(target.Linear, y)
		require.NoError(t, err)
		assert.True(t, v.Equal(limit), y)
	}
}

func TestPathwayIsRoundedOnce(t *testing.T) {
	d := daegu2030()
	d.Due = 2021
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("10 t"), Cut: ghg.MustShare("100%")}
	tt := mustTarget(t, d)
	for y, want := range map[int]string{2019: "6.666666666667 tCO2e (AR5)", 2020: "3.333333333333 tCO2e (AR5)"} {
		v, err := tt.Pathway(target.Linear, y)
		require.NoError(t, err)
		assert.Equal(t, want, v.String())
	}
	// Half a unit of the last place goes away from zero: 1e-12 t halved.
	d.Due, d.Goal = 2020, target.BaseYear{Year: 2018, Base: ghg.MustMass("0.000000000001 t"), Cut: ghg.MustShare("100%")}
	v, err := mustTarget(t, d).Pathway(target.Linear, 2019)
	require.NoError(t, err)
	assert.Equal(t, "0.000000000001 tCO2e (AR5)", v.String())
}

// stated is a pathway of amounts in tonnes.
func stated(t *testing.T, name string, tonnes map[int]string) target.Pathway {
	t.Helper()
	p, err := target.Stated(name, "council, resolution of 2022", func(yield func(int, ghg.CO2e) bool) {
		for y, x := range tonnes {
			if !yield(y, ghg.MustCO2e(x+" tCO2e (AR5)")) {
				return
			}
		}
	})
	require.NoError(t, err)
	return p
}

func TestPathwayRefuses(t *testing.T) {
	tt := mustTarget(t, netZero())
	for _, y := range []int{2017, 2051, 0, -5} {
		_, err := tt.Pathway(target.Linear, y)
		var outside *ghg.YearError
		require.ErrorAs(t, err, &outside)
		assert.Equal(t, ghg.YearError{Of: `pathway of target "Daegu 2050"`, Year: y, First: 2018, Last: 2050}, *outside)
	}
	_, err := tt.Pathway(target.Pathway{}, 2020)
	assert.ErrorContains(t, err, "no pathway given")
	_, err = tt.Along(target.Pathway{})
	assert.ErrorContains(t, err, "no pathway given")
}

func TestAlong(t *testing.T) {
	tt := mustTarget(t, netZero())
	all, err := tt.Along(target.Linear)
	require.NoError(t, err)
	want := 2018
	for y, v := range all {
		assert.Equal(t, want, y)
		same, err := tt.Pathway(target.Linear, y)
		require.NoError(t, err)
		assert.True(t, v.Equal(same))
		want++
	}
	assert.Equal(t, 2051, want)
	n := 0
	for range all {
		if n++; n == 3 {
			break
		}
	}
	assert.Equal(t, 3, n)
}

func TestPathwayNames(t *testing.T) {
	assert.True(t, target.Pathway{}.IsZero())
	assert.Equal(t, "no pathway", target.Pathway{}.String())
	assert.Equal(t, "", target.Pathway{}.Formula())
	assert.False(t, target.Linear.IsZero())
}

// A largest base stays within what an amount can hold.
func TestPathwayOfTheLargestBase(t *testing.T) {
	d := daegu2030()
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("1e24 t"), Cut: ghg.MustShare("33.3333333333333%")}
	all, err := mustTarget(t, d).Along(target.Linear)
	require.NoError(t, err)
	for _, v := range all {
		assert.Equal(t, 1, v.Sign())
	}
}

// FuzzPathway holds the pathway against math/big, and to its levels.
func FuzzPathway(f *testing.F) {
	f.Add(int64(943), int8(4), int32(450000), int32(200000), uint8(12), uint8(5), uint8(7))
	f.Add(int64(1), int8(-12), int32(1000000), int32(-500000), uint8(2), uint8(1), uint8(1))
	f.Add(int64(999999999999), int8(12), int32(333333), int32(999999), uint8(250), uint8(100), uint8(33))
	f.Fuzz(func(t *testing.T, base int64, exp int8, cut, mid int32, span, at, ask uint8) {
		if base <= 0 || exp < -12 || exp > 5 || cut > 1e6 || mid > 1e6 || cut < -1e6 || mid < -1e6 || span < 2 || at < 1 || at >= span ||
			ask > span {
			t.Skip()
		}
		b := decimal.New(base, int32(exp))
		m, err := ghg.NewMass(b, ghg.Tonne)
		require.NoError(t, err)
		share := func(millionths int32) ghg.Share {
			s, err := ghg.NewShare(decimal.New(int64(millionths), -6))
			require.NoError(t, err)
			return s
		}
		due := 2000 + int(span)
		tt, err := target.New(target.Definition{Name: "fuzz", Place: "X", Due: due, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
			Goal:       target.BaseYear{Year: 2000, Base: m, Cut: share(cut)},
			Milestones: []target.Milestone{{Year: 2000 + int(at), Cut: share(mid)}}})
		require.NoError(t, err)

		level := func(cut int32) *big.Rat {
			return new(big.Rat).Mul(b.Rat(), big.NewRat(1e6-int64(cut), 1e6))
		}
		ya, yz, a, z := 0, int(at), b.Rat(), level(mid)
		if ask > at {
			ya, yz, a, z = int(at), int(span), level(mid), level(cut)
		}
		want := new(big.Rat).Sub(z, a)
		want.Mul(want, big.NewRat(int64(int(ask)-ya), int64(yz-ya)))
		want.Add(want, a)

		v, err := tt.Pathway(target.Linear, 2000+int(ask))
		require.NoError(t, err)
		diff := new(big.Rat).Sub(v.Tonnes().Rat(), want)
		if diff.Abs(diff).Cmp(big.NewRat(1, 2e12)) > 0 {
			t.Errorf("%s, and exactly %s", v, want.FloatString(20))
		}
		for y, limit := range tt.Limits() {
			v, err := tt.Pathway(target.Linear, y)
			require.NoError(t, err)
			assert.True(t, v.Equal(limit), "%d: %s, %s", y, v, limit)
		}
	})
}

func TestStepwise(t *testing.T) {
	tt := mustTarget(t, netZero())
	for year, want := range map[int]string{2018: "9430000", 2019: "9430000", 2029: "9430000", 2030: "5186500", 2039: "5186500",
		2040: "2829000", 2049: "2829000", 2050: "0"} {
		assert.Equal(t, want, at(t, tt, target.Stepwise, year), year)
	}
	assert.Equal(t, "a", target.Stepwise.Formula())
}

func TestStated(t *testing.T) {
	p := stated(t, "council path", map[int]string{2019: "9000000.12345678901234", 2020: "8000000", 2030: "1", 2018: "1"})
	assert.Equal(t, "council path", p.String())
	assert.Equal(t, "as stated by council, resolution of 2022", p.Formula())
	tt := mustTarget(t, daegu2030())
	assert.Equal(t, "9000000.12345678901234", at(t, tt, p, 2019), "as stated, unrounded")
	assert.Equal(t, "9430000", at(t, tt, p, 2018), "a level counts for more")
	assert.Equal(t, "5186500", at(t, tt, p, 2030))
	_, err := tt.Pathway(p, 2021)
	var none *target.PathwayError
	require.ErrorAs(t, err, &none)
	assert.EqualError(t, err,
		`target "Daegu 2030": the council path pathway has no value for 2021: it is stated year by year, and not for this one`)
	assert.NoError(t, none.Err)
	assert.Contains(t, mustProgressOn(t, tt, p, 2020).Explain().String(),
		"v               = 8,000,000 tCO2e (AR5)   # pathway as stated: council path; source: council, resolution of 2022\n")

	d := daegu2030()
	d.Metric = ghg.SAR
	_, err = mustTarget(t, d).Pathway(p, 2020)
	var metrics *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metrics)
	assert.ErrorContains(t, err, "its values are on another metric")

	_, err = mustTarget(t, belowBaseline(2018)).Pathway(p, 2020)
	assert.ErrorContains(t, err, "the levels of the goal move, and stated amounts do not")
}

func mustProgressOn(t *testing.T, tt target.Target, p target.Pathway, year int) target.Progress {
	t.Helper()
	got, err := tt.Progress(year, p, target.DefaultRules, one(year, "8200000", ghg.Actual))
	require.NoError(t, err)
	return got
}

func TestStatedRefuses(t *testing.T) {
	values := func(years ...int) func(func(int, ghg.CO2e) bool) {
		return func(yield func(int, ghg.CO2e) bool) {
			for _, y := range years {
				if !yield(y, ghg.MustCO2e("1 tCO2e (AR5)")) {
					return
				}
			}
		}
	}
	_, err := target.Stated("", "council", values(2020))
	assert.ErrorContains(t, err, "a name is needed")
	_, err = target.Stated("path", "", values(2020))
	assert.ErrorContains(t, err, "name the plan")
	_, err = target.Stated("path", "council", nil)
	assert.ErrorContains(t, err, "values are needed")
	_, err = target.Stated("path", "council", values(2020, 2021, 2020))
	assert.ErrorContains(t, err, `pathway "path": year 2020 is given twice: one is allowed`)
	_, err = target.Stated("path", "council", values(2301))
	assert.ErrorContains(t, err, "year 2301")
	// A sequence without end is left at its first repetition.
	_, err = target.Stated("path", "council", func(yield func(int, ghg.CO2e) bool) {
		for yield(2020, ghg.CO2e{}) {
		}
	})
	assert.ErrorContains(t, err, `pathway "path": year 2020 is given twice: one is allowed`)
	for _, x := range []string{"1.1e24", "-1.1e24"} {
		_, err = target.Stated("path", "council", func(yield func(int, ghg.CO2e) bool) { yield(2020, ghg.MustCO2e(x+" tCO2e (AR5)")) })
		assert.ErrorContains(t, err, `pathway "path" in 2020, value: a value must be at most 1000000000000000000000000 t`)
	}
}

func TestSumOfYears(t *testing.T) {
	tt := fromBase(t, 2018, "100 t", 2022, "40%")
	s, err := tt.SumOfYears(target.Linear, 2019, 2022)
	require.NoError(t, err)
	assert.Equal(t, "300 tCO2e (AR5)", s.String())
	s, err = tt.SumOfYears(target.Linear, 2020, 2020)
	require.NoError(t, err)
	assert.Equal(t, "80 tCO2e (AR5)", s.String())
	_, err = tt.SumOfYears(target.Linear, 2020, 2019)
	assert.ErrorContains(t, err, `last year of a sum on target "vector": year 2019: years from 2020 to 2300 are allowed`)
	var outside *ghg.YearError
	_, err = tt.SumOfYears(target.Linear, 2017, 2019)
	require.ErrorAs(t, err, &outside)
	_, err = tt.SumOfYears(target.Linear, 2020, 1<<40)
	require.ErrorAs(t, err, &outside)
	assert.Equal(t, 2023, outside.Year)
	_, err = tt.SumOfYears(target.Pathway{}, 2020, 2021)
	assert.ErrorContains(t, err, "no pathway given")
	_, err = target.Target{}.SumOfYears(target.Linear, 2020, 2021)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = fromBase(t, 2018, "1e22 t", 2300, "33.3333333333333%").SumOfYears(target.Linear, 2018, 2299)
	assert.NoError(t, err)
	_, err = fromBase(t, 2018, "1e24 t", 2300, "33.3333333333333%").SumOfYears(target.Linear, 2018, 2299)
	assert.ErrorContains(t, err, `target "vector", 2018 to 2299: `)
}
