package rollup

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oracle is the rule as it is written, slowly and on fractions: the parts in units of the
// scale.
func oracle(total *big.Rat, weights []*big.Rat, places int) []*big.Int {
	sum, size := new(big.Rat), new(big.Rat).Abs(total)
	for _, w := range weights {
		sum.Add(sum, w)
	}
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil))
	if places < 0 {
		unit.Inv(unit)
	}
	size.Mul(size, unit) // in units
	parts, left := make([]*big.Int, len(weights)), make([]*big.Rat, len(weights))
	missing := new(big.Int).Set(size.Num())
	for i, w := range weights {
		x := new(big.Rat).Mul(size, w)
		x.Quo(x, sum)
		parts[i] = new(big.Int).Quo(x.Num(), x.Denom())
		left[i] = x.Sub(x, new(big.Rat).SetInt(parts[i]))
		missing.Sub(missing, parts[i])
	}
	for missing.Sign() > 0 {
		best := 0
		for i := range left {
			if left[i].Cmp(left[best]) > 0 {
				best = i
			}
		}
		parts[best].Add(parts[best], big.NewInt(1))
		left[best] = big.NewRat(-1, 1)
		missing.Sub(missing, big.NewInt(1))
	}
	if total.Sign() < 0 {
		for _, p := range parts {
			p.Neg(p)
		}
	}
	return parts
}

// Any weights, zero ones and equal ones too, share any total to its last digit, by the
// rule; or they are refused.
func TestSplitAddsUp(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	random := rand.New(rand.NewPCG(22, 7))
	negative, ties := 0, 0
	for range 4000 {
		n := 1 + random.IntN(12)
		names, weights, rats := make([]string, n), make([]string, n), make([]*big.Rat, n)
		below, positive := false, false
		for i := range weights {
			w := decimal.New(random.Int64N(1000), -int32(random.IntN(4)))
			switch random.IntN(12) {
			case 0, 1:
				w = decimal.Zero
			case 2:
				w = decimal.New(random.Int64N(3), 0) // ties
			case 3:
				if random.IntN(6) == 0 {
					w = w.Neg()
				}
			}
			below, positive = below || w.IsNegative(), positive || w.IsPositive()
			names[i], weights[i], rats[i] = fmt.Sprint("p", i), w.String(), w.Rat()
		}
		proxy, err := downProxy(t, names, weights)
		if below || !positive {
			var f ghg.Fault
			require.ErrorAs(t, err, &f)
			require.Contains(t, []string{FaultNegativeWeight, FaultNoPositiveWeight}, f.Code)
			negative++
			continue
		}
		require.NoError(t, err)
		places := int32(random.IntN(7) - 2)
		total := decimal.New(random.Int64N(2_000_001)-1_000_000, -places)
		split, err := proxy.Split(downTonnes(t, total.String()), ghg.Tonne, places)
		split.Explain()
		require.NoError(t, err)
		want := oracle(total.Rat(), rats, int(places))
		sum := decimal.Zero
		for i, p := range split.Parts {
			sum = sum.Add(p.CO2e.Tonnes())
			require.True(t, decimal.NewFromBigInt(want[i], -places).Equal(p.CO2e.Tonnes()), "%s by %v: part %d is %s, want %s", total, weights, i,
				p.CO2e, want[i])
			require.False(t, rats[i].Sign() == 0 && !p.CO2e.IsZero(), "a weight of 0 has a part")
			require.False(t, rats[i].Sign() == 0 && p.Leftover)
			if p.Leftover {
				ties++
			}
			// A part is within one unit of the exact one, and cut toward zero but for leftovers.
			exactly := new(big.Rat).Mul(total.Rat(), rats[i])
			exactly.Quo(exactly, proxy.def.sum.Rat())
			more := new(big.Rat).Abs(p.CO2e.Tonnes().Rat()).Cmp(exactly.Abs(exactly)) > 0
			require.Equal(t, more, p.Leftover)
		}
		require.True(t, sum.Equal(total), "%s by %v adds up to %s", total, weights, sum)
	}
	assert.Greater(t, negative, 100)
	assert.Greater(t, ties, 1000)
}

// Cut toward zero, negative totals mirror positive ones: a floor would not.
func TestNegativeTotalMirrors(t *testing.T) {
	proxy, err := downProxy(t, []string{"a", "b", "c"}, []string{"3", "3", "1"})
	require.NoError(t, err)
	for _, total := range []string{"-10", "10"} {
		split, err := proxy.Split(downTonnes(t, total), ghg.Tonne, 0)
		split.Explain()
		require.NoError(t, err)
		sign := map[string]string{"-10": "-", "10": ""}[total]
		for i, want := range []string{"4", "4", "2"} { // 4.28, 4.28, 1.42: the one unit goes to 0.42
			assert.Equal(t, sign+want, split.Parts[i].CO2e.Tonnes().String())
			assert.Equal(t, i == 2, split.Parts[i].Leftover)
		}
	}
	split, err := proxy.Split(downTonnes(t, "0"), ghg.Tonne, 0)
	require.NoError(t, err)
	assert.True(t, split.Parts[0].CO2e.IsZero())
}

func TestSplitRefuses(t *testing.T) {
	proxy, err := downProxy(t, []string{"a", "b"}, []string{"1", "2"})
	require.NoError(t, err)
	_, err = Proxy{}.Split(downTonnes(t, "1"), ghg.Tonne, 0)
	assert.ErrorIs(t, err, ErrNoProxy)
	_, err = proxy.Split(ghg.CO2e{}, ghg.Tonne, 0)
	assert.ErrorContains(t, err, "an amount is needed")
	_, err = proxy.Split(downTonnes(t, "1"), ghg.MassUnit{}, 0)
	assert.ErrorContains(t, err, "the unit of the scale is needed")
	for _, places := range []int32{-401, 401, 1 << 30, -1 << 30} {
		_, err = proxy.Split(downTonnes(t, "1"), ghg.Tonne, places)
		assert.ErrorContains(t, err, "decimal places", places)
	}
	// A scale that makes parts of more digits than an amount has.
	_, err = proxy.Split(downTonnes(t, "1"), ghg.Tonne, 60)
	assert.ErrorContains(t, err, "out of bounds")
	// Tens: 1 t is finer than they are, 30 t is not.
	var f ghg.Fault
	_, err = proxy.Split(downTonnes(t, "1"), ghg.Tonne, -1)
	require.ErrorAs(t, err, &f)
	assert.Equal(t, FaultFinerThanScale, f.Code)
	split, err := proxy.Split(downTonnes(t, "30"), ghg.Tonne, -1)
	require.NoError(t, err)
	assert.Equal(t, "10 tCO2e (AR5)", split.Parts[0].CO2e.String())
	assert.Contains(t, split.Explain().String(), "to -1 decimal places, adding up to W, largest remainder")
	_, ok := split.Of("c")
	assert.False(t, ok)
}

func TestDownscaleJSON(t *testing.T) {
	proxy, err := downProxy(t, []string{"a", "b"}, []string{"1", "2.5"})
	require.NoError(t, err)
	split, err := proxy.Split(downTonnes(t, "1"), ghg.Tonne, 1)
	require.NoError(t, err)
	b, err := json.Marshal(split)
	require.NoError(t, err)
	assert.JSONEq(t, `{"whole": "1 tCO2e (AR5)", "unit": "t", "decimalPlaces": 1,
		"proxy": {"by": "activity", "name": "items", "year": 2022, "source": "test", "unit": "item",
			"parts": [{"place": "a", "weight": "1"}, {"place": "b", "weight": "2.5"}]},
		"parts": [{"place": "a", "weight": "1", "co2e": "0.3 tCO2e (AR5)", "leftover": true, "status": "estimated"},
			{"place": "b", "weight": "2.5", "co2e": "0.7 tCO2e (AR5)", "status": "estimated"}]}`, string(b))
	later, err := NewProxy(ProxyDefinition{By: ByActivity, Name: "items", Year: 2024, Source: "test", Parts: proxy.def.Parts})
	require.NoError(t, err)
	between, err := proxy.Between(later, 2023)
	require.NoError(t, err)
	b, err = json.Marshal(between)
	require.NoError(t, err)
	assert.Contains(t, string(b), `"between":[2022,2024]`)
	b, err = json.Marshal(Proxy{})
	require.NoError(t, err)
	assert.Equal(t, "null", string(b))
	assert.True(t, Split{}.Explain().IsZero())
	assert.Equal(t, "배분 기준 없음", Proxy{}.Korean())
	assert.True(t, Proxy{}.IsZero())
}
