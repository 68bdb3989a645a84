package strategy

import (
	"math/big"
	"slices"
)

// rounded is num/den × 10^power to whole units, half away from zero.
func (p *ints) rounded(num, den *big.Int, power int32) *big.Int {
	num, den = p.scaled(num, power), p.scaled(den, -power)
	twice := p.next().Abs(num)
	twice.Add(twice.Lsh(twice, 1), den)
	q, _ := p.next().QuoRem(twice, p.next().Lsh(den, 1), p.next())
	if num.Sign() < 0 {
		q.Neg(q)
	}
	return q
}

// scaled is x × 10^power for a power above 0, and else x itself.
func (p *ints) scaled(x *big.Int, power int32) *big.Int {
	if power <= 0 {
		return x
	}
	return p.next().Mul(x, tenTo(power))
}

// closed rounds shares, numerators over one denominator, to whole units that
// add up to a total: the rounded sum of the shares. Each is rounded towards
// minus infinity, and the units that are missing go to the largest remainders
// (Hare and Niemeyer); equal remainders are served in the order given.
func (p *ints) closed(nums []*big.Int, den *big.Int, power int32, total *big.Int) []*big.Int {
	up := one
	if power > 0 {
		up = tenTo(power)
	}
	if den = p.scaled(den, -power); den.Sign() < 0 { // with all numerators
		den, up = p.next().Neg(den), p.next().Neg(up)
	}
	out, left := make([]*big.Int, len(nums)), p.list(len(nums))
	missing, n := p.next().Set(total), p.next()
	for i := range nums {
		out[i], left[i] = p.next(), p.next()
		out[i].DivMod(n.Mul(nums[i], up), den, left[i])
		missing.Sub(missing, out[i])
	}
	if missing.Sign() == 0 {
		return out
	}
	order := p.places(len(nums))
	slices.SortStableFunc(order, func(a, b int) int { return left[b].Cmp(left[a]) })
	for _, i := range order[:min(missing.Int64(), int64(len(order)))] {
		out[i].Add(out[i], one)
	}
	return out
}

var one = big.NewInt(1)
