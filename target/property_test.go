package target_test

import (
	"maps"
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// power is each unit's power of ten in tonnes.
var power = map[ghg.MassUnit]int32{ghg.Kilogram: -3, ghg.Tonne: 0, ghg.Kilotonne: 3, ghg.ManTonneKo: 4, ghg.Megatonne: 6}

// FuzzProgress holds the panel against math/big, and asserts what must hold for
// every base, cut and figure: nothing achieved at the base, all of it at the
// level, and one panel whatever the unit that the masses came in.
func FuzzProgress(f *testing.F) {
	f.Add(int64(9430000), int64(8200000), int32(450000), uint8(12), uint8(4))
	f.Add(int64(7), int64(-3), int32(1000000), uint8(32), uint8(31))
	f.Add(int64(1), int64(1<<50), int32(1), uint8(1), uint8(0))
	f.Add(int64(123456789), int64(123456789), int32(-250000), uint8(30), uint8(40))
	f.Fuzz(func(t *testing.T, base, emitted int64, cut int32, span, gone uint8) {
		if base <= 0 || cut > 1e6 || cut < -1e6 || span == 0 {
			t.Skip()
		}
		share, err := ghg.NewShare(decimal.New(int64(cut), -6))
		require.NoError(t, err)
		due, year := 2000+int(span), 2000+int(gone)
		progress := func(unit ghg.MassUnit, e decimal.Decimal, year int) target.Progress {
			m, err := ghg.NewMass(decimal.New(base, -power[unit]), unit)
			require.NoError(t, err)
			c, err := ghg.NewCO2e(e.Shift(-power[unit]), unit, ghg.AR5)
			require.NoError(t, err)
			tt := mustTarget(t, target.Definition{Name: "fuzz", Place: "Daegu", Due: due, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
				Goal: target.BaseYear{Year: 2000, Base: m, Cut: share}})
			return mustProgress(t, tt, year, figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: year, CO2e: c, Vintage: ghg.FirstVintage}))
		}
		e := decimal.New(emitted, 0)
		p := progress(ghg.Tonne, e, year)
		for unit := range power {
			other := progress(unit, e, year)
			assert.True(t, maps.Equal(panel(p), panel(other)), "%s: %v\n%v", unit, panel(p), panel(other))
			assert.Equal(t, p.Explain().String(), other.Explain().String())
		}
		rat := func(d decimal.Decimal) *big.Rat { return d.Rat() }
		agree := func(name string, r ghg.Ratio, num, den *big.Rat) {
			v, ok := r.Value()
			if den.Sign() == 0 || !assert.True(t, ok, name) {
				assert.False(t, ok, name)
				return
			}
			diff := new(big.Rat).Quo(num, den)
			diff.Sub(diff, rat(v)).Abs(diff)
			assert.LessOrEqual(t, diff.Cmp(big.NewRat(1, 2e12)), 0, "%s: %s", name, r)
		}
		b, level, now := rat(amount(t, p.Base).Tonnes()), rat(amount(t, p.Limit).Tonnes()), rat(e)
		cutSoFar, goal := new(big.Rat).Sub(b, now), new(big.Rat).Sub(b, level)
		agree("reduction", p.Reduction, cutSoFar, b)
		agree("elapsed", p.Elapsed, big.NewRat(int64(gone), 1), big.NewRat(int64(span), 1))
		if cut > 0 {
			agree("achieved", p.Achieved, cutSoFar, goal)
			agree("pace", p.Pace, new(big.Rat).Mul(cutSoFar, big.NewRat(int64(span), 1)), new(big.Rat).Mul(goal, big.NewRat(int64(gone), 1)))
			assert.Equal(t, "0", progress(ghg.Tonne, amount(t, p.Base).Tonnes(), year).Achieved.String())
			assert.Equal(t, "1", progress(ghg.Tonne, amount(t, p.Limit).Tonnes(), year).Achieved.String())
		} else {
			_, ok := p.Achieved.Value()
			assert.False(t, ok)
		}
		if gone < span {
			over := new(big.Rat).Sub(now, level)
			left := big.NewRat(int64(span-gone), 1)
			agree("required", p.RequiredLinearShare, over, new(big.Rat).Mul(b, left))
			if gone > 0 {
				agree("acceleration", p.Acceleration, new(big.Rat).Mul(over, big.NewRat(int64(gone), 1)), new(big.Rat).Mul(cutSoFar, left))
			} else {
				assert.Equal(t, "no year has passed since the base year 2000", p.Acceleration.Undefined())
			}
		}
		back, err := amount(t, p.Gap).Add(amount(t, p.OnPathway))
		require.NoError(t, err)
		assert.True(t, back.Equal(p.Emissions), "gap and pathway add up to emissions")
	})
}
