package strategy

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// SourceError says that an effect acts on a source that the baseline does not
// hold, or that it holds only within a wider one.
type SourceError struct {
	Action string
	Source EmissionSource
	Within []EmissionSource // wider or crossing sources of the baseline; none where it holds nothing of the kind
}

func (e *SourceError) Error() string {
	if len(e.Within) == 0 {
		return fmt.Sprintf("action %.60q acts on %s, and the baseline has no emissions of it", e.Action, e.Source)
	}
	return fmt.Sprintf("action %.60q acts on %s, of which the baseline says only what %s emits: split that source in the baseline", e.Action, e.Source, e.Within[0])
}

// BelowZeroError says that effects would cut a source below zero, or act on one
// that emits nothing, or less than nothing.
type BelowZeroError struct {
	Kind    Kind
	Source  EmissionSource
	Year    int
	Emits   ghg.CO2e
	Actions []string
}

func (e *BelowZeroError) Error() string {
	return fmt.Sprintf("%s reductions of %s on %s in %d are more than it emits (%s): no source is cut below zero, and none that emits nothing can be cut or raised by a share",
		e.Kind, quoted(e.Actions), e.Source, e.Year, e.Emits)
}

// placement is where the effects of one kind stand on a baseline.
type placement struct {
	p     Portfolio
	b     Baseline
	kind  Kind
	e     *evaluation
	ranks []int
	on    [][]int // effects on each source of the baseline
	wide  [][]int // sources under each effect
	pool  ints
}

// placeOn finds the sources that each effect acts on.
func (p Portfolio) placeOn(b Baseline, kind Kind) (*placement, error) {
	out := &placement{p: p, b: b, kind: kind, on: make([][]int, len(b.def.cells)), wide: make([][]int, len(p.def.effects))}
	type key struct {
		category     ghg.Category
		fuel, endUse string
	}
	known := map[key][]int{}
	var errs []error
	for i := range p.def.effects {
		e := &p.def.effects[i]
		if e.Kind() != kind {
			continue
		}
		k := key{e.On.Category, e.fuel, e.endUse}
		under, ok := known[k]
		if !ok {
			var within []EmissionSource
			for c := range b.def.cells {
				cell := &b.def.cells[c]
				switch {
				case e.covers(cell):
					under = append(under, c)
				case e.meets(cell):
					within = append(within, cell.On)
				}
			}
			if len(within) > 0 || len(under) == 0 {
				if errs = append(errs, &SourceError{p.def.Actions[e.action].ID, e.On, within}); len(errs) == maxOverlaps {
					break
				}
				continue
			}
			known[k] = under
		}
		out.wide[i] = under
		for _, c := range under {
			out.on[c] = append(out.on[c], i)
		}
	}
	return out, errors.Join(errs...)
}

// covers reports whether a source holds all of another.
func (p *placed) covers(o *placed) bool {
	part := func(a, b string) bool { return a == b || a == "" }
	return part(p.fuel, o.fuel) && part(p.endUse, o.endUse) &&
		(len(p.lineage) == 0 || slices.Contains(o.lineage, p.lineage[0]))
}

// year evaluates the year with an index.
func (pl *placement) year(i int) (evaluated, error) {
	y := evaluated{year: pl.b.def.years[i], joint: new(big.Int), alone: new(big.Int), sources: make([]sourceCut, len(pl.on)),
		actions: make([]*big.Int, pl.p.Len())}
	var errs []error
	for c, effects := range pl.on {
		m, err := pl.meet(c, i, effects)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if m == nil {
			continue
		}
		s, err := pl.divide(m, c, y.year)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		y.sources[c] = s
		y.joint.Add(y.joint, s.joint)
		y.alone.Add(y.alone, s.alone)
		for n, effect := range s.parts {
			a := pl.p.def.effects[effect].action
			if y.actions[a] == nil {
				y.actions[a] = new(big.Int)
			}
			y.actions[a].Add(y.actions[a], s.shares[n])
		}
	}
	return y, errors.Join(errs...)
}

// meet brings the effects on one source in one year together; nil where there
// are none.
func (pl *placement) meet(c, i int, effects []int) (*meeting, error) {
	year := pl.b.def.years[i]
	pl.pool.reset()
	emits := pl.b.def.emits[c][i].Tonnes()
	m := &meeting{emits: pl.pool.coefficient(emits), power: emits.Exponent(), pool: &pl.pool}
	m.blocks = make([]block, 0, len(effects))
	blocks := map[int]int{} // where each group is; those independent are group −2
	bad := false
	var reinforcing *placed // one of no group
	for _, n := range effects {
		x := &pl.p.def.effects[n]
		if !x.has(year) {
			continue
		}
		num, den := pl.fraction(n, i)
		if den == nil {
			bad = true
			num, den = new(big.Int), big.NewInt(1)
		}
		if x.group < 0 && (x.Interaction == Reinforcing || x.Interaction == OverlappingAndReinforcing) {
			reinforcing = x
		}
		group := x.group
		if group < 0 && x.Interaction == Independent {
			group = -2
		}
		if group != -1 {
			if at, ok := blocks[group]; ok {
				m.blocks[at].join(part{n, num}, den)
				continue
			}
			blocks[group] = len(m.blocks)
		}
		m.blocks = append(m.blocks, block{[]part{{n, num}}, pl.pool.next().Set(num), den})
	}
	if len(m.blocks) == 0 {
		return nil, nil
	}
	if reinforcing != nil && len(m.blocks) > 1 {
		return nil, fmt.Errorf("action %.60q has an effect on %s that is %s, and meets others in %d: state how in a strategy.Group, with the factor of the joint effect",
			pl.p.def.Actions[reinforcing.action].ID, reinforcing.On, reinforcing.Interaction, year)
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
		for _, p := range b.parts {
			if p.num.Sign() < 0 {
				return fmt.Errorf("group %d on %s: action %.60q adds emissions, and a group states what cuts together", group+1, g.On, pl.p.def.Actions[pl.p.def.effects[p.effect].action].ID)
			}
		}
		if den.Sign() == 0 {
			continue // nothing is cut
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

// fraction is an effect in a year as a fraction of what its sources emit. The
// denominator is nil where they emit nothing and something is to be cut, or
// less than nothing.
func (pl *placement) fraction(effect, i int) (num, den *big.Int) {
	x := &pl.p.def.effects[effect]
	emits := decimal.Decimal{}
	for _, c := range pl.wide[effect] {
		t := pl.b.def.emits[c][i].Tonnes()
		if t.Sign() < 0 {
			return nil, nil
		}
		if len(pl.wide[effect]) == 1 {
			emits = t
		} else {
			emits = emits.Add(t)
		}
	}
	var cut, of decimal.Decimal
	year := pl.b.def.years[i]
	if x.Reductions.IsZero() {
		s, _ := x.Cuts.At(year)
		cut, of = s.Fraction(), decimal.New(1, 0)
	} else {
		r, _ := x.Reductions.At(year)
		cut, of = r.Tonnes(), emits
		if cut.IsZero() {
			of = decimal.New(1, 0)
		}
	}
	if of.IsZero() {
		return nil, nil
	}
	low := min(cut.Exponent(), of.Exponent())
	num, den = pl.pool.coefficient(cut), pl.pool.coefficient(of)
	if d := cut.Exponent() - low; d > 0 {
		num.Mul(num, tenTo(d))
	}
	if d := of.Exponent() - low; d > 0 {
		den.Mul(den, tenTo(d))
	}
	return num, den
}

// ids are the actions that meet, in the order of the portfolio.
func (pl *placement) ids(m *meeting) []string {
	var actions []int
	for _, b := range m.blocks {
		for _, p := range b.parts {
			actions = append(actions, pl.p.def.effects[p.effect].action)
		}
	}
	slices.Sort(actions)
	var out []string
	for _, a := range slices.Compact(actions) {
		out = append(out, pl.p.def.Actions[a].ID)
	}
	return out
}

// divide rounds a joint effect and closes its parts on it.
func (pl *placement) divide(m *meeting, c, year int) (sourceCut, error) {
	unit := pl.e.unitPower()
	power := m.power - unit + pl.e.places
	out := sourceCut{joint: rounded(m.joint, m.den, power)}
	for _, b := range m.blocks {
		for _, p := range b.parts {
			out.parts = append(out.parts, p.effect)
		}
	}
	if len(out.parts) == 1 {
		out.shares, out.alone = []*big.Int{out.joint}, out.joint
		return out, nil
	}
	out.alone = rounded(m.alone(), m.den, power)
	nums, den, reason := m.split(pl.e.attribution.method, func(effect int) int {
		a := pl.p.def.effects[effect].action
		if pl.ranks == nil {
			return a
		}
		return pl.ranks[a]
	})
	if reason != "" {
		return out, &AttributionError{pl.e.attribution, pl.b.def.cells[c].On, year, pl.ids(m), reason}
	}
	out.shares = closed(nums, den, power, out.joint)
	return out, nil
}
