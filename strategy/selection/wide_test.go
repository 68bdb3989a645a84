package selection

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzWide holds numbers of 128 bits against math/big.
func FuzzWide(f *testing.F) {
	f.Add(int64(0), uint64(1), int64(-1), uint64(math.MaxUint64), uint8(0))
	f.Add(int64(-1), uint64(0), int64(1)<<54, uint64(3), uint8(7))
	f.Add(int64(5), uint64(7), int64(0), uint64(1)<<63, uint8(1))
	f.Fuzz(func(t *testing.T, hiA int64, loA uint64, hiB int64, loB uint64, shift uint8) {
		limit := int64(1) << (maxBits - 64)
		shrink := int64(1) << (shift % 57)
		a, b := wide{hiA % limit / shrink, loA}, wide{hiB % limit / shrink, loB}
		x, y := a.big(), b.big()
		same := func(want *big.Int, got wide) {
			t.Helper()
			require.Zero(t, want.Cmp(got.big()), "%s, got %s", want, got.big())
			require.Equal(t, got, wideOf(want))
		}
		same(new(big.Int).Add(x, y), a.add(b))
		same(new(big.Int).Sub(x, y), a.sub(b))
		same(new(big.Int).Neg(x), a.neg())
		require.Equal(t, x.Cmp(y), a.cmp(b))
		require.Equal(t, x.Sign(), a.sign())
		want, _ := new(big.Float).SetInt(x).Float64()
		require.InEpsilon(t, 1+math.Abs(want), 1+math.Abs(a.float()), 1e-15)
		require.Equal(t, want < 0, a.float() < 0)
		up, down := ceil(a.float()), a.float()
		require.GreaterOrEqual(t, up.float(), down)
		require.LessOrEqual(t, up.float()-down, 1.0)
		c, d, e := wide{0, loA | 1}, wide{0, loB | 1}, wide{0, loA>>7 | 1}
		product := new(big.Int).Mul(c.big(), d.big())
		low := new(big.Int).Quo(product, e.big())
		if low.BitLen() < maxBits {
			same(low, mulDiv(c, d, e))
		}
	})
}

func TestCeil(t *testing.T) {
	assert.Equal(t, wide{0, 3}, ceil(2.1))
	assert.Equal(t, wide{-1, math.MaxUint64 - 1}, ceil(-2.9), "towards zero: -2")
	assert.Equal(t, wide{1, 0}, ceil(math.Ldexp(1, 64)))
	assert.Equal(t, wide{1 << 55, 0}, ceil(math.Ldexp(1, 119)))
	assert.Equal(t, wide{}, ceil(0))
}
