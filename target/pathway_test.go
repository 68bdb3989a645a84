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
		var outside *target.YearRangeError
		require.ErrorAs(t, err, &outside)
		assert.Equal(t, target.YearRangeError{Target: "Daegu 2050", Year: y, First: 2018, Last: 2050}, *outside)
	}
	_, err := tt.Pathway(target.Pathway{}, 2020)
	assert.ErrorIs(t, err, target.ErrNoPathway)
	_, err = tt.Along(target.Pathway{})
	assert.ErrorIs(t, err, target.ErrNoPathway)
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
		if base <= 0 || exp < -12 || exp > 5 || cut > 1e6 || mid > 1e6 || cut < -1e6 || mid < -1e6 || span < 2 || at < 1 || at >= span || ask > span {
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
