package drivers

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// plainRow is a row of given factors.
func plainRow(x ...decimal.Decimal) row {
	one := decimal.New(1, 0)
	out := row{category: "A", product: one}
	for _, d := range x {
		out.ratios = append(out.ratios, ratio{d, one})
		out.product = out.product.Mul(d)
	}
	out.stated = out.product
	return out
}

// oracle is Z in another form: L = v0 (e^u - 1)/u by its series, which has no
// quotient of small numbers, with u at 150 places.
func oracle(t *testing.T, from, to row, j int) decimal.Decimal {
	t.Helper()
	ln := func(a, b decimal.Decimal) decimal.Decimal {
		l, err := exact.LnQuotient(a, b, 150)
		require.NoError(t, err)
		return l
	}
	u := ln(to.product, from.product)
	mean, term := decimal.New(1, 0), decimal.New(1, 0)
	for k := int64(2); !term.IsZero(); k++ {
		next, err := exact.Quotient(term.Mul(u), decimal.NewFromInt(k), 150)
		require.NoError(t, err)
		term = next
		mean = mean.Add(term)
	}
	return from.product.Mul(mean).Mul(ln(to.ratios[j].n, from.ratios[j].n)).Round(120)
}

// Before any rounding to published decimals, the effects of any positive input
// agree with the change to 1e-12 of it, and each with the oracle.
func TestRawEffectsAgreeWithTheChange(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for n := range 300 {
		k := 1 + r.Intn(6)
		x0, xT := make([]decimal.Decimal, k), make([]decimal.Decimal, k)
		for j := range x0 {
			x0[j] = decimal.New(1+r.Int63n(1<<(1+r.Intn(60))), int32(r.Intn(30)-25))
			switch r.Intn(4) {
			case 0:
				xT[j] = x0[j]
			case 1: // hardly a change
				xT[j] = x0[j].Add(decimal.New(1+r.Int63n(9), x0[j].Exponent()-int32(r.Intn(18))))
			default:
				xT[j] = x0[j].Mul(decimal.New(1+r.Int63n(3000), -3))
			}
		}
		if n%3 == 0 && k > 1 { // factors swapped: the amount stays, or nearly
			xT = append(append([]decimal.Decimal{}, x0[1:]...), x0[0])
			xT[0] = xT[0].Add(decimal.New(int64(r.Intn(3)), xT[0].Exponent()-10))
		}
		from, to := plainRow(x0...), plainRow(xT...)
		if magnitude(from.product) > exact.MaxDigits || magnitude(to.product) > exact.MaxDigits {
			continue
		}
		raw, err := effects(from, to, EffectPlaces)
		require.NoError(t, err)
		change := to.product.Sub(from.product)
		what := fmt.Sprintf("%v to %v", x0, xT)
		var sum decimal.Decimal
		for j, z := range raw {
			sum = sum.Add(z)
			want := oracle(t, from, to, j)
			allowed := want.Abs().Shift(-20).Add(change.Abs().Shift(-20)).Add(decimal.New(1, -25))
			require.True(t, z.Sub(want).Abs().LessThanOrEqual(allowed), "%s: effect %d is %s, not %s", what, j, z, want)
		}
		if change.IsZero() {
			require.True(t, sum.Abs().LessThanOrEqual(from.product.Shift(-20)), "%s: %s", what, sum)
			continue
		}
		require.True(t, sum.Sub(change).Abs().LessThanOrEqual(change.Abs().Shift(-20)), "%s: %s is not %s", what, sum, change)
	}
}

// The effects of many categories are the sums of the oracle's to 12 decimal places,
// and further: nothing is lost by rounding before adding up.
func TestSumsAgreeWithTheOracle(t *testing.T) {
	r := rand.New(rand.NewSource(12))
	id, err := NewIdentity("t", ghg.MustShare("0%"), names(3)...)
	require.NoError(t, err)
	var from, to []Row
	want := make([]decimal.Decimal, 3)
	for i := range 300 {
		x0, xT := make([]decimal.Decimal, 3), make([]decimal.Decimal, 3)
		for j := range x0 {
			x0[j] = decimal.New(1+r.Int63n(1e6), -4)
			xT[j] = x0[j].Mul(decimal.New(900+r.Int63n(200), -3))
		}
		from, to = append(from, Row{Category: fmt.Sprint(i), Factors: x0}), append(to, Row{Category: fmt.Sprint(i), Factors: xT})
		for j := range want {
			want[j] = want[j].Add(oracle(t, plainRow(x0...), plainRow(xT...), j))
		}
	}
	p, err := NewPoint(id, 2000, from...)
	require.NoError(t, err)
	q, err := NewPoint(id, 2001, to...)
	require.NoError(t, err)
	d, err := Decompose(p, q)
	require.NoError(t, err)
	for j, e := range d.Effects() {
		off := e.Amount.Sub(want[j]).Abs()
		require.True(t, off.LessThan(decimal.New(1, -17)), "%s is off by %s", e.Factor, off)
	}
}

// And in each zero case.
func TestRawEffectsAgreeWithTheChangeAtZero(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for range 200 {
		k := 1 + r.Intn(6)
		x0, xT := make([]decimal.Decimal, k), make([]decimal.Decimal, k)
		for j := range x0 {
			x0[j], xT[j] = decimal.New(r.Int63n(3)*r.Int63n(1e9), -4), decimal.New(r.Int63n(3)*r.Int63n(1e9), -4)
		}
		from, to := plainRow(x0...), plainRow(xT...)
		raw, err := effects(from, to, EffectPlaces)
		require.NoError(t, err)
		change := to.product.Sub(from.product)
		var sum decimal.Decimal
		for _, z := range raw {
			sum = sum.Add(z)
		}
		require.True(t, sum.Sub(change).Abs().LessThanOrEqual(change.Abs().Shift(-12)), "%v to %v: %s is not %s", x0, xT, sum, change)
	}
}

// The longest numbers that are let in stay within what logarithms are computed
// to.
func TestEffectsOfTheLongestNumbers(t *testing.T) {
	long := decimal.RequireFromString("47315.177311112222333344445555666677")
	other := long.Add(decimal.New(1, -30))
	id, err := NewIdentity("t", ghg.MustShare("0%"), names(maxFactors)...)
	require.NoError(t, err)
	point := func(year int, x decimal.Decimal) Point {
		factors := make([]decimal.Decimal, maxFactors)
		for j := range factors {
			factors[j] = long // an amount of 2.5·10^37, with 240 decimal places
		}
		factors[0] = x
		p, err := NewPoint(id, year, Row{Category: "A", Factors: factors})
		require.NoError(t, err)
		return p
	}
	d, err := Decompose(point(2000, long), point(2001, other))
	require.NoError(t, err)
	_, err = d.Multiplicative()
	require.NoError(t, err)
}

func names(n int) []Factor {
	out := make([]Factor, n)
	for i := range out {
		out[i].Name = string(rune('a' + i))
	}
	return out
}
