package ghg

import (
	"math"
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// A sum ends with the digits and places that adding decimals ends with.
func TestSumAgreesWithDecimals(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	numbers := coefficients(r)
	for range 3000 {
		var s sum
		var want decimal.Decimal
		widest := 1 + r.Intn(len(numbers))
		places := int32(1 + r.Intn(30))
		for range r.Intn(20) {
			d := decimal.NewFromBigInt(numbers[r.Intn(widest)], r.Int31n(2*places)-places)
			factor := decimal.New(r.Int63n([]int64{1, 2, 1000, math.MaxInt64}[r.Intn(4)]), r.Int31n(7)-6)
			n, ok := numberOf(d)
			if !ok || r.Intn(50) == 0 {
				s.addDecimal(d)
				want = want.Add(d)
				continue
			}
			s.add(n, factor.CoefficientInt64(), factor.Exponent())
			want = want.Add(d.Mul(factor))
		}
		have := s.decimal()
		require.True(t, have.Equal(want), "%s and %s", have, want)
		require.Equal(t, want.Exponent(), have.Exponent())
	}
}

// The largest numbers that may enter, by the largest factor, many times over.
func TestSumHasRoom(t *testing.T) {
	most := new(big.Int).Sub(new(big.Int).Exp(big.NewInt(10), big.NewInt(exact.MaxDigits), nil), big.NewInt(1))
	for _, c := range []*big.Int{most, new(big.Int).Neg(most)} {
		n, ok := numberOf(decimal.NewFromBigInt(c, 0))
		require.True(t, ok)
		var s sum
		const times = 100_000
		for range times {
			s.add(n, math.MaxInt64, 0)
		}
		want := new(big.Int).Mul(c, big.NewInt(math.MaxInt64))
		want.Mul(want, big.NewInt(times))
		require.Zero(t, s.decimal().Coefficient().Cmp(want))
		for range times {
			s.add(n.neg(), math.MaxInt64, 0)
		}
		require.True(t, s.decimal().IsZero(), "and back")
	}
}
