package selection

import (
	"math/big"
	"slices"

	"github.com/localghg/localghg/strategy"
)

// leaveOut leaves out what cannot be said, one reason after the other, each
// time with what requires it.
func (s *split) leaveOut() {
	followRequired(s.actions, s.why)
	for _, rule := range []func(strategy.EmissionSource, []*fractions){s.tooMany, s.reinforcing, s.independents, s.belowZero} {
		for on := range s.b.Sources() {
			if here := s.here(on); len(here) > 0 {
				rule(on, here)
			}
		}
		followRequired(s.actions, s.why)
	}
}

func (s *split) tooMany(on strategy.EmissionSource, here []*fractions) {
	n := map[string]int{}
	for _, f := range here {
		if n[f.Action]++; n[f.Action] > maxOnSource {
			s.drop(f.Action, "more than %d of its effects are on %s", maxOnSource, on)
		}
	}
}

func (s *split) reinforcing(on strategy.EmissionSource, here []*fractions) {
	for _, f := range here {
		if f.reinforcing() && len(here) > 1 {
			s.drop(f.Action, "its effect on %s is %s, and others are there: by how much is not stated", on, f.Effect.Interaction)
		}
	}
}

// independents leaves them out where their sum would meet others: a product of
// what each leaves does not say it.
func (s *split) independents(on strategy.EmissionSource, here []*fractions) {
	if allIndependent(here) {
		return
	}
	here = slices.DeleteFunc(here, func(f *fractions) bool { return !f.independent() })
	if len(actionsOf(here)) > 1 {
		for _, f := range here {
			s.drop(f.Action, "its effect on %s is independent of another that is too, and others overlap there", on)
		}
	}
}

// belowZero leaves out what cuts more than there is, alone or added.
func (s *split) belowZero(on strategy.EmissionSource, here []*fractions) {
	for i, y := range s.years {
		sum := new(big.Rat)
		for _, f := range here {
			switch {
			case f.r[i].Cmp(oneRat) > 0:
				s.drop(f.Action, "it cuts more of %s than that emits in %d", on, y)
			case f.independent() && f.r[i].Sign() > 0:
				sum.Add(sum, f.r[i])
			}
		}
		if sum.Cmp(oneRat) <= 0 {
			continue
		}
		for _, f := range here {
			if f.independent() && f.r[i].Sign() > 0 {
				s.drop(f.Action, "it and effects independent of it together cut more of %s than that emits in %d", on, y)
			}
		}
	}
}
