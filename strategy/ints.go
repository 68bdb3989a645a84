package strategy

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// ints are integers that serve again for the next source: a plan of thousands
// of actions needs millions of them.
type ints struct {
	all  []*big.Int
	n    int
	over map[int]inverse
}

// inverse holds 1/1, 1/2 … 1/n over one denominator.
type inverse struct {
	den  *big.Int
	nums []*big.Int
}

// next is an integer for as long as the source is worked on; its value is any.
func (p *ints) next() *big.Int {
	if p.n == len(p.all) {
		p.all = append(p.all, new(big.Int))
	}
	p.n++
	return p.all[p.n-1]
}

// reset takes all integers back.
func (p *ints) reset() { p.n = 0 }

// fitDigits is how many digits surely fit an int64.
const fitDigits = 18

// coefficient is that of a decimal.
func (p *ints) coefficient(d decimal.Decimal) *big.Int {
	if d.NumDigits() <= fitDigits {
		return p.next().SetInt64(d.CoefficientInt64())
	}
	return p.next().Set(d.Coefficient())
}

// inverses are 1/1, 1/2 … 1/n over one denominator.
func (p *ints) inverses(n int) (den *big.Int, nums []*big.Int) {
	if x, ok := p.over[n]; ok {
		return x.den, x.nums
	}
	den = big.NewInt(1)
	for k := range n {
		t := big.NewInt(int64(k + 1))
		den.Mul(den, t.Quo(t, new(big.Int).GCD(nil, nil, den, t)))
	}
	for k := range n {
		nums = append(nums, new(big.Int).Quo(den, big.NewInt(int64(k+1))))
	}
	if p.over == nil {
		p.over = map[int]inverse{}
	}
	p.over[n] = inverse{den, nums}
	return den, nums
}

// tenTo is a power of ten; nobody changes it.
func tenTo(n int32) *big.Int {
	if int(n) < len(tens) {
		return tens[n]
	}
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

var tens = func() (out [40]*big.Int) {
	for i := range out {
		out[i] = new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(i)), nil)
	}
	return out
}()
