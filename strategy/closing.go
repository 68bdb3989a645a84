package strategy

import (
	"math/big"
	"slices"
)

// rounded is num/den × 10^power to whole units, half away from zero.
func rounded(num, den *big.Int, power int32) *big.Int {
	num, den = scaled(num, den, power)
	twice := new(big.Int).Abs(num)
	twice.Lsh(twice, 1)
	twice.Add(twice, den)
	q := twice.Quo(twice, new(big.Int).Lsh(den, 1))
	if num.Sign() < 0 {
		q.Neg(q)
	}
	return q
}

// scaled puts a power of ten into a fraction whose denominator is above 0.
func scaled(num, den *big.Int, power int32) (*big.Int, *big.Int) {
	switch {
	case power > 0:
		return new(big.Int).Mul(num, tenTo(power)), den
	case power < 0:
		return num, new(big.Int).Mul(den, tenTo(-power))
	}
	return num, den
}

// closed rounds shares, numerators over one denominator, to whole units that
// add up to a total: the rounded sum of the shares. Each is rounded towards
// minus infinity, and the units that are missing go to the largest remainders
// (Hare and Niemeyer); equal remainders are served in the order given.
func closed(nums []*big.Int, den *big.Int, power int32, total *big.Int) []*big.Int {
	if den.Sign() < 0 {
		den = new(big.Int).Neg(den)
		flipped := make([]*big.Int, len(nums))
		for i, n := range nums {
			flipped[i] = new(big.Int).Neg(n)
		}
		nums = flipped
	}
	out := make([]*big.Int, len(nums))
	left := make([]*big.Int, len(nums))
	order := make([]int, len(nums))
	missing := new(big.Int).Set(total)
	for i, n := range nums {
		n, d := scaled(n, den, power)
		out[i], left[i] = new(big.Int).DivMod(n, d, new(big.Int))
		missing.Sub(missing, out[i])
		order[i] = i
	}
	if missing.Sign() == 0 {
		return out
	}
	sortBy(order, func(a, b int) int { return left[b].Cmp(left[a]) })
	one := big.NewInt(1)
	for _, i := range order[:min(missing.Int64(), int64(len(order)))] {
		out[i].Add(out[i], one)
	}
	return out
}

// sortBy sorts and keeps the order of what is equal.
func sortBy[T any](s []T, by func(a, b T) int) { slices.SortStableFunc(s, by) }
