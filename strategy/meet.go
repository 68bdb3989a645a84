package strategy

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// meet brings the effects on one source in one year together; nil where there
// are none.
func (pl *placement) meet(c, i int, effects []int) (*meeting, error) {
	year := pl.b.def.years[i]
	pl.pool.reset()
	emits := pl.b.def.emits[c][i].Tonnes()
	onNothing := emits.IsZero()
	if onNothing { // what is added to it is counted in tonnes
		emits = decimal.New(1, 0)
	}
	m := &pl.m
	*m = meeting{whole: pl.pool.coefficient(emits), tens: emits.Exponent(), pool: &pl.pool, blocks: m.blocks[:0]}
	m.power = min(0, m.tens+heldPlaces)
	m.emits = pl.pool.scaled(m.whole, m.tens+heldPlaces)
	room := pl.parts[:0]
	if cap(room) < len(effects) { // so that it stays where it is
		room = make([]part, 0, len(effects))
		pl.parts = room
	}
	var blocks map[int]int // where each group is; those independent are group −2
	bad := false
	var reinforcing *placed // one of no group
	for _, n := range effects {
		x := &pl.p.def.effects[n]
		num, den, ok := pl.fraction(n, i)
		if !ok {
			continue
		}
		if onNothing {
			num, den = pl.onNothing(n, i, den)
		}
		if den == nil {
			bad = true
			num, den = new(big.Int), big.NewInt(1)
		}
		if x.group < 0 && (x.Interaction == Reinforcing || x.Interaction == OverlappingAndReinforcing) {
			reinforcing = x
		}
		group := x.group
		if group < 0 && (x.Interaction == Independent || onNothing && x != reinforcing) {
			group = -2
		}
		if group != -1 {
			if at, ok := blocks[group]; ok {
				m.blocks[at].join(part{n, num}, den)
				continue
			}
			if blocks == nil {
				blocks = map[int]int{}
			}
			blocks[group] = len(m.blocks)
		}
		k := len(room)
		room = append(room, part{n, num})
		m.blocks = append(m.blocks, block{room[k : k+1 : k+1], pl.pool.next().Set(num), den})
	}
	if len(m.blocks) == 0 {
		return nil, nil
	}
	if reinforcing != nil && len(m.blocks) > 1 {
		return nil, fmt.Errorf("%s has an effect on %s that is %s, and meets others in %d: state how in a strategy.Group, with the "+
			"factor of the joint effect",
			actionOf(pl.p.def.Actions[reinforcing.action].ID), reinforcing.On, reinforcing.Interaction, year)
	}
	if err := pl.stated(m, blocks); err != nil {
		return nil, err
	}
	for _, b := range m.blocks {
		bad = bad || b.num.Cmp(b.den) > 0
	}
	if bad {
		return nil, &BelowZeroError{pl.kind, pl.b.def.cells[c].On, year, pl.b.def.emits[c][i], pl.ids(m)}
	}
	m.multiply()
	return m, nil
}

// join adds a part to a block, on a common denominator.
func (b *block) join(p part, den *big.Int) {
	if b.den.Cmp(den) != 0 {
		g := new(big.Int).GCD(nil, nil, b.den, den)
		mine, theirs := new(big.Int).Quo(den, g), new(big.Int).Quo(b.den, g)
		for _, x := range b.parts {
			x.num.Mul(x.num, mine)
		}
		b.num.Mul(b.num, mine)
		p.num.Mul(p.num, theirs)
		b.den = new(big.Int).Mul(b.den, mine)
	}
	b.parts = append(b.parts, p)
	b.num.Add(b.num, p.num)
}

// stated applies what groups say of their joint effect.
func (pl *placement) stated(m *meeting, blocks map[int]int) error {
	for _, group := range slices.Sorted(maps.Keys(blocks)) {
		if group < 0 { // independent: a plain sum
			continue
		}
		g, b := &pl.p.def.Groups[group], &m.blocks[blocks[group]]
		num, den := g.Factor.Coefficient(), tenTo(max(0, -g.Factor.Exponent()))
		num.Mul(num, tenTo(max(0, g.Factor.Exponent())))
		if g.LargestOnly {
			num, den = new(big.Int), b.num
			for _, p := range b.parts {
				if p.num.Cmp(num) > 0 {
					num = p.num
				}
			}
		}
		cutting := 0
		for _, p := range b.parts {
			cutting += p.num.Sign()
			if p.num.Sign() < 0 {
				id := pl.p.def.Actions[pl.p.def.effects[p.effect].action].ID
				return fmt.Errorf("group %d on %s: %s adds emissions, and a group states what cuts together", group+1, g.On, actionOf(id))
			}
		}
		if cutting < 2 {
			continue // nothing combines
		}
		num, den = new(big.Int).Set(num), new(big.Int).Set(den)
		for _, p := range b.parts {
			p.num.Mul(p.num, num)
		}
		b.num.Mul(b.num, num)
		b.den = den.Mul(den, b.den)
	}
	return nil
}

// fraction is an effect in a year as a fraction of what its sources emit, where
// it is quantified. The denominator is nil where they emit nothing and something
// is to be cut, or less than nothing.
func (pl *placement) fraction(effect, i int) (num, den *big.Int, ok bool) {
	x := &pl.p.def.effects[effect]
	num, power, ok := pl.cut(x, pl.b.def.years[i])
	if !ok {
		return nil, nil, false
	}
	under := pl.wide[effect]
	for _, c := range under {
		if pl.b.def.emits[c][i].Sign() < 0 {
			return nil, nil, true
		}
	}
	if num.Sign() == 0 || x.Reductions.IsZero() { // of all of it
		return pl.fit(num, power, pl.pool.next().SetInt64(1), 0)
	}
	if len(under) == 1 { // the source at hand
		if pl.b.def.emits[under[0]][i].Sign() == 0 {
			return nil, nil, true
		}
		return pl.fit(num, power, pl.pool.next().Set(pl.m.whole), pl.m.tens)
	}
	var of decimal.Decimal
	for _, c := range under {
		of = of.Add(pl.b.def.emits[c][i].Tonnes())
	}
	return pl.fit(num, power, pl.pool.coefficient(of), of.Exponent())
}

// onNothing is an effect on a source that emits nothing, in tonnes: a share of it is 0,
// and what is added to that source alone is added. The denominator is nil where something
// is to be cut, or added to several sources that emit nothing: how much to each is not
// known.
func (pl *placement) onNothing(effect, i int, den *big.Int) (*big.Int, *big.Int) {
	switch {
	case den != nil: // a share, or of what others under it emit
		return pl.pool.next().SetInt64(0), den
	case len(pl.wide[effect]) > 1:
		return nil, nil
	}
	num, power, _ := pl.cut(&pl.p.def.effects[effect], pl.b.def.years[i])
	if num.Sign() > 0 {
		return nil, nil
	}
	num, den, _ = pl.fit(num, power, pl.pool.next().SetInt64(1), 0)
	return num, den
}

// fit is a quotient of two numbers with their powers of ten as a fraction; its
// denominator is nil where it has none.
func (pl *placement) fit(num *big.Int, power int32, den *big.Int, of int32) (*big.Int, *big.Int, bool) {
	if den.Sign() == 0 {
		return nil, nil, true
	}
	if power > of {
		num.Mul(num, tenTo(power-of))
	} else if of > power {
		den.Mul(den, tenTo(of-power))
	}
	return num, den, true
}
