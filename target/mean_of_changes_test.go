package target

import (
	"math/big"
	"math/rand"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The mean is that of whole fractions, whichever way it was found.
func TestMeanOfChanges(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	near := 0
	for range 2000 {
		e := make([]decimal.Decimal, 2+r.Intn(6))
		places := int32(r.Intn(4))
		size := []int64{3, 20, 1e6, 1e15, 1e18 - 1, 9e18}[r.Intn(6)]
		for i := range e {
			e[i] = decimal.New(1+r.Int63n(size), -places)
			if r.Intn(20) == 0 {
				e[i] = decimal.New(1+r.Int63n(size), -places-1)
			}
		}
		last := &e[len(e)-1]
		switch r.Intn(4) {
		case 0:
			*last = last.Neg()
		case 1:
			*last = decimal.New(0, -places)
		}
		want := new(big.Rat)
		for i := 1; i < len(e); i++ {
			want.Add(want, new(big.Rat).Sub(big.NewRat(1, 1), new(big.Rat).Quo(e[i].Rat(), e[i-1].Rat())))
		}
		want.Quo(want, big.NewRat(int64(len(e)-1), 1))
		if _, _, ok := nearSum(e); ok {
			near++
		}
		got, err := meanOfChanges(e)
		require.NoError(t, err)
		value, _ := got.Value()
		half := new(big.Rat).Abs(new(big.Rat).Sub(value.Rat(), want))
		assert.LessOrEqual(t, half.Cmp(decimal.New(5, -13).Rat()), 0, "%v: %s", e, got)
	}
	assert.Greater(t, near, 500)
	assert.Less(t, near, 1900)

	// A tie is not decided by what is near: 1/8 of a unit of the last place and halves of it.
	tie := []decimal.Decimal{decimal.New(2, 12), decimal.New(2_000_000_000_001, 0)}
	got, err := meanOfChanges(tie)
	require.NoError(t, err)
	assert.Equal(t, "-0.000000000001", got.String(), "half a unit goes away from zero")
}
