package strategy

import "fmt"

// PlacedEffect is an effect of an action with the sources of a baseline that it
// acts on.
type PlacedEffect struct {
	Action string // ID
	Effect Effect
	// Sources are those of the baseline that it cuts, all alike, in their
	// order: several where it acts on a wider source.
	Sources []EmissionSource
	// Group is the index in the portfolio's Groups of that which states how it
	// combines, and -1 where none does.
	Group int
	// Err is a [*SourceError] where the baseline does not hold what it acts on,
	// or only within a wider source.
	Err error
}

// EffectsOn finds the sources of a baseline that each effect of a kind acts on, by
// the rules of [Portfolio.Evaluate], in the order of the portfolio; effects of
// withdrawn actions act on none and are not among them. It is for what combines
// effects otherwise than Evaluate does, such as a choice among actions. Both
// must be of one basis, else a [*ghg.MismatchError] is returned.
func (p Portfolio) EffectsOn(b Baseline, kind Kind) ([]PlacedEffect, error) {
	if err := p.asked(kind); err != nil {
		return nil, err
	}
	if b.IsZero() {
		return nil, ErrNoBaseline
	}
	if err := p.baseOf(b); err != nil {
		return nil, err
	}
	var out []PlacedEffect
	known, parts := coverage{}, 0
	for i := range p.def.effects {
		e := &p.def.effects[i]
		if e.Kind() != kind {
			continue
		}
		under, err := known.of(p, b, e)
		if parts += len(under); parts > maxParts {
			return nil, fmt.Errorf("effects on more than %d sources of the baseline in all: that many are allowed", maxParts)
		}
		x := PlacedEffect{Action: p.def.Actions[e.action].ID, Effect: e.Effect, Group: e.group, Err: err}
		for _, c := range under {
			x.Sources = append(x.Sources, b.def.cells[c].On)
		}
		out = append(out, x)
	}
	return out, nil
}
