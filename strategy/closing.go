package strategy

import (
	"math/big"
	"slices"
)

// heldPlaces is to how many decimal places of a tonne what an evaluation gives is
// held; a unit is the last of them.
const heldPlaces = 12

// floored is num/den × 10^power in whole units, rounded towards minus infinity,
// and what is left of it, in parts of a positive number. The power is 0 or less.
func (p *ints) floored(num, den *big.Int, power int32) (units, left, of *big.Int) {
	den = p.scaled(den, -power)
	units, left = p.next().DivMod(num, den, p.next())
	return units, left, den
}

// scaled is x × 10^power for a power above 0, and else x itself.
func (p *ints) scaled(x *big.Int, power int32) *big.Int {
	if power <= 0 {
		return x
	}
	return p.next().Mul(x, tenTo(power))
}

// closed rounds shares, numerators over one denominator, to whole units that
// add up to a total: the sum of the shares, rounded down. Each is rounded towards
// minus infinity, and the units that are missing go to the largest remainders
// (Hare and Niemeyer); equal remainders are served in the order given. Turn is
// whose turn it would be if the sum were rounded up.
func (p *ints) closed(nums []*big.Int, den *big.Int, power int32, total *big.Int) (out []*big.Int, turn int) {
	if den = p.scaled(den, -power); den.Sign() < 0 { // with all numerators
		den = p.next().Neg(den)
		for _, n := range nums {
			n.Neg(n)
		}
	}
	out, left := make([]*big.Int, len(nums)), p.list(len(nums))
	missing := p.next().Set(total)
	some := false
	for i := range nums {
		out[i], left[i] = p.next(), p.next()
		out[i].DivMod(nums[i], den, left[i])
		missing.Sub(missing, out[i])
		some = some || left[i].Sign() != 0
	}
	if !some {
		return out, 0
	}
	order := p.places(len(nums))
	slices.SortStableFunc(order, func(a, b int) int { return left[b].Cmp(left[a]) })
	served := int(missing.Int64()) // fewer than there are remainders
	for _, i := range order[:served] {
		out[i].Add(out[i], one)
	}
	return out, order[min(served, len(order)-1)]
}

var one = big.NewInt(1)
