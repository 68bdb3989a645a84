package strategy

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// acting is an effect that meets others on a source, as the derivation of their joint
// effect has it: what it cuts alone, p of q.
type acting struct {
	x     *placed
	p, q  decimal.Decimal
	of    bool // q is what the source itself emits
	block int
}

// alone is the fraction of the source that it cuts alone.
func (a acting) alone() *big.Rat { return new(big.Rat).Quo(a.p.Rat(), a.q.Rat()) }

// combined are effects that act as one: an effect by itself, those that are
// independent, or a group with what is stated of it.
type combined struct {
	group   int // of the portfolio, −1 where it is none
	first   int
	n       int
	largest bool
	factor  decimal.Decimal
	// What follows are fractions of the source: the sum of the effects alone, the largest
	// of them, and what they count together.
	sum, most, counts *big.Rat
}

// together are the effects on a source in a year, what the source emits as the rule
// takes it, and how they act as one.
func (y YearEffect) together(c int) (emits decimal.Decimal, effects []acting, blocks []combined) {
	b := y.e.b.def
	emits = b.emits[c][y.i].Tonnes()
	onNothing := emits.IsZero()
	if onNothing {
		emits = full
	}
	at := map[int]int{}
	for _, n := range y.year().sources[c].parts {
		x := &y.e.p.def.effects[n]
		a := acting{x: x, q: full}
		if share, ok := x.Cuts.At(y.Year()); ok {
			if a.p = share.Fraction(); onNothing { // a share of nothing
				a.p = decimal.Decimal{}
			}
		} else {
			amount, _ := x.Reductions.At(y.Year())
			a.p = amount.Tonnes()
			of := y.under(x)
			switch {
			case onNothing && !of.IsZero():
				a.p = decimal.Decimal{}
			case !of.IsZero() && !a.p.IsZero():
				a.q, a.of = of, of.Equal(emits) && !onNothing
			}
		}
		group := x.group
		if group < 0 && (x.Interaction == Independent || onNothing) {
			group = -2
		}
		k, ok := at[group]
		if !ok || group == -1 {
			k = len(blocks)
			at[group] = k
			blocks = append(blocks, combined{group: max(group, -1), first: len(effects), factor: full, sum: new(big.Rat), most: new(big.Rat)})
		}
		blocks[k].n++
		a.block = k
		effects = append(effects, a)
	}
	cutting := make([]int, len(blocks))
	for _, a := range effects {
		k, r := &blocks[a.block], a.alone()
		k.sum.Add(k.sum, r)
		if r.Cmp(k.most) > 0 {
			k.most = r
		}
		cutting[a.block] += r.Sign()
	}
	for i := range blocks {
		k := &blocks[i]
		k.counts = k.sum
		if k.group < 0 || cutting[i] < 2 {
			continue
		}
		g := &y.e.p.def.Groups[k.group]
		if k.largest = g.LargestOnly; k.largest {
			k.counts = k.most
			continue
		}
		k.factor = g.Factor
		k.counts = new(big.Rat).Mul(k.sum, g.Factor.Rat())
	}
	return emits, effects, blocks
}

// under is what the sources of the baseline that an effect acts on emit in the year.
func (y YearEffect) under(x *placed) decimal.Decimal {
	var sum decimal.Decimal
	for c := range y.e.b.def.cells {
		if x.covers(&y.e.b.def.cells[c]) {
			sum = sum.Add(y.e.b.def.emits[c][y.i].Tonnes())
		}
	}
	return sum
}

// share is what the effect counts of the source in its block.
func (k combined) share(a acting) *big.Rat {
	r := a.alone()
	if k.largest {
		return r.Mul(r, new(big.Rat).Quo(k.most, k.sum))
	}
	return r.Mul(r, k.factor.Rat())
}
