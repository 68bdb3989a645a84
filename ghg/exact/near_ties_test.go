package exact_test

import (
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// Arguments whose results lie beside a tie, by about as much as the first try is off:
// on which side they lie is known, as the functions rise.
func TestResultsBesideATie(t *testing.T) {
	r := rand.New(rand.NewSource(13))
	unit := func(places int32) decimal.Decimal { return decimal.New(1, -places) }
	tie := func(n int64, places int32) decimal.Decimal {
		return decimal.New(n, -places).Add(decimal.New(5, -places-1))
	}
	for range 3000 {
		places, up := int32(r.Intn(25)), r.Intn(2) == 0
		fine := int32(15 + r.Intn(12)) // digits beyond the tie: 64 bits are 19

		// e^x beside y, with x beside ln y.
		large, y := int32(r.Intn(3)), tie(r.Int63n(1_000_000_000_000)+1, places)
		if r.Intn(2) == 0 {
			large = int32(r.Intn(r.Intn(300) + 1))
			y = y.Add(decimal.New(r.Int63n(1_000_000)+1, large))
		}
		all := places + fine + large
		x, err := exact.Ln(y, all+20)
		require.NoError(t, err)
		cut := x.RoundFloor(all)
		if up {
			cut = x.RoundCeil(all)
		}
		if cut.Sub(x).Abs().LessThanOrEqual(unit(all + 20)) {
			continue // on which side it lies is not sure
		}
		got, err := exact.Exp(cut, places)
		require.NoError(t, err)
		want := y.RoundFloor(places)
		if up {
			want = y.RoundCeil(places)
		}
		require.True(t, want.Equal(got), "e^%s to %d places: %s, beside %s", cut, places, got, y)

		// ln y beside x, with y beside e^x.
		x = tie(r.Int63n(50_000_000)-10_000_000, 6+places%3)
		y, err = exact.Exp(x, fine+20)
		require.NoError(t, err)
		cut = y.RoundFloor(fine + 6)
		if up {
			cut = y.RoundCeil(fine + 6)
		}
		if cut.Sub(y).Abs().LessThanOrEqual(unit(fine+20)) || cut.Sign() <= 0 {
			continue
		}
		got, err = exact.Ln(cut, 6+places%3)
		require.NoError(t, err)
		want = x.RoundFloor(6 + places%3)
		if up {
			want = x.RoundCeil(6 + places%3)
		}
		require.True(t, want.Equal(got), "ln %s: %s, beside %s", cut, got, x)
	}
}
