package strategy

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// ints are integers that serve again for the next source: a plan of thousands
// of actions needs millions of them.
type ints struct {
	all   []*big.Int
	n     int
	over  map[int]inverse
	lists [][]*big.Int // room for lists of integers
	used  int
	order []int
	kept  []big.Int  // room for integers that stay
	words []big.Word // and for their digits
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

// list is room for n integers for as long as the source is worked on.
func (p *ints) list(n int) []*big.Int {
	if p.used == len(p.lists) {
		p.lists = append(p.lists, nil)
	}
	if cap(p.lists[p.used]) < n {
		p.lists[p.used] = make([]*big.Int, n)
	}
	p.used++
	return p.lists[p.used-1][:n]
}

// places are the numbers from 0 to n − 1, until they are asked for again.
func (p *ints) places(n int) []int {
	p.order = p.order[:0]
	for i := range n {
		p.order = append(p.order, i)
	}
	return p.order
}

// reset takes all integers back but those that are kept.
func (p *ints) reset() { p.n, p.used = 0, 0 }

// keep is a copy that stays.
func (p *ints) keep(x *big.Int) *big.Int {
	const room = 1024
	if len(p.kept) == 0 {
		p.kept = make([]big.Int, room)
	}
	out := &p.kept[0]
	p.kept = p.kept[1:]
	digits := x.Bits()
	if len(digits) > len(p.words) {
		p.words = make([]big.Word, max(room, len(digits)))
	}
	n := copy(p.words, digits)
	out.SetBits(p.words[:n:n])
	p.words = p.words[n:]
	if x.Sign() < 0 {
		out.Neg(out)
	}
	return out
}

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
