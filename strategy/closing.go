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
	up, den := scaled(one, den, power)
	out := make([]*big.Int, len(nums))
	values := make([]big.Int, 2*len(nums))
	left := values[len(nums):] // remainders
	missing := new(big.Int).Set(total)
	var n big.Int
	for i := range nums {
		out[i] = &values[i]
		out[i].DivMod(n.Mul(nums[i], up), den, &left[i])
		missing.Sub(missing, out[i])
	}
	if missing.Sign() == 0 {
		return out
	}
	order := make([]int, len(nums))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return left[b].Cmp(&left[a]) })
	for _, i := range order[:min(missing.Int64(), int64(len(order)))] {
		out[i].Add(out[i], one)
	}
	return out
}

var one = big.NewInt(1)
