package selection

import (
	"slices"
)

// relaxation is a question with one rule alone, in which a part of a candidate
// may be chosen: what it reaches, no selection surpasses.
type relaxation struct {
	// what the rule asks for least of candidates from a position on, and what
	// that gains: those that gain for no use, and those whose use is below 0.
	gain, use []wide
	// what is then worth its use, most gain per use first.
	worth []part
}

type part struct {
	position  int
	gain, use wide
}

func (m *model) relax(r *row) relaxation {
	n := len(m.at)
	x := relaxation{make([]wide, n+1), make([]wide, n+1), nil}
	for pos := n - 1; pos >= 0; pos-- {
		gain, use := m.gain.single[pos], wide{}
		if r != nil {
			use = r.single[pos]
		}
		x.gain[pos], x.use[pos] = x.gain[pos+1], x.use[pos+1]
		switch g, u := gain.sign(), use.sign(); {
		case u < 0, g > 0 && u == 0:
			x.gain[pos], x.use[pos] = x.gain[pos].add(gain), x.use[pos].add(use)
			if g < 0 { // leaving it out again is worth its use
				x.worth = append(x.worth, part{pos, gain.neg(), use.neg()})
			}
		case g > 0:
			x.worth = append(x.worth, part{pos, gain, use})
		}
	}
	slices.SortStableFunc(x.worth, func(a, b part) int {
		ab, ba := a.gain.big(), b.gain.big()
		return ba.Mul(ba, a.use.big()).Cmp(ab.Mul(ab, b.use.big()))
	})
	return x
}

// most is what candidates from a position on can gain within what is left of
// the rule's bound; ok is false if that is not even enough for the least use.
// The gain is rounded down.
func (x *relaxation) most(from int, rest wide) (gain wide, ok bool) {
	rest = rest.sub(x.use[from])
	if rest.sign() < 0 {
		return wide{}, false
	}
	gain = x.gain[from]
	for _, p := range x.worth {
		if p.position < from {
			continue
		}
		if p.use.cmp(rest) <= 0 {
			gain, rest = gain.add(p.gain), rest.sub(p.use)
			continue
		}
		if rest.sign() > 0 {
			gain = gain.add(mulDiv(p.gain, rest, p.use))
		}
		break
	}
	return gain, true
}
