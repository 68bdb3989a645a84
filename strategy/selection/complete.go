package selection

import (
	"math"
	"math/bits"
	"slices"
)

// complete takes the best subset of the tail that fits, if it is better than
// the best so far.
func (s *search) complete(bound wide) {
	t := s.tail
	rank, term := 0, s.rowTerms
	for c := range s.rows {
		first, ok := t.rows[c].first(s.leeway(c, t.from, term))
		if !ok {
			return
		}
		rank = max(rank, first)
		term += len(s.rows[c].terms)
	}
	var free subset // whose requirements before the tail are met
	for i := range t.size {
		pos := t.from + i
		met := func(j int) bool { return j >= t.from || s.chosen[j] }
		if !slices.ContainsFunc(s.requires[pos], func(j int) bool { return !met(j) }) &&
			!slices.ContainsFunc(s.excludes[pos], func(j int) bool { return j < t.from && s.chosen[j] }) {
			free |= 1 << i
		}
	}
	s.expect()
	for ; rank < len(t.best); rank++ {
		x := t.best[rank]
		if !s.promises(x) {
			return
		}
		if s.limited {
			if s.nodes--; s.nodes < 0 {
				s.stopped = true
				s.leave(bound)
				return
			}
		}
		if x&^free != 0 || !s.fits(x) || !s.beats(x) {
			continue
		}
		set := s.with(x)
		if s.not != nil && slices.Equal(set, s.not) {
			continue
		}
		s.keep(set)
		if s.rowTerms == 0 {
			return // what follows is worse
		}
	}
}

// with is the selection and a subset of the tail, by candidate.
func (s *search) with(x subset) []bool {
	set := slices.Clone(s.base)
	for pos, i := range s.at {
		if pos < s.tail.from {
			set[i] = s.chosen[pos]
		} else {
			set[i] = x>>(pos-s.tail.from)&1 == 1
		}
	}
	return set
}

// expect prepares what subsets of the tail promise: of the gain where that has
// joint effects, and otherwise of the second gain.
func (s *search) expect() {
	switch {
	case s.secondTerms > 0:
		s.now, s.part = s.most(&s.model.gain, s.gain, 0, s.tail.from)
	case s.rowTerms > 0:
		s.now, s.part = s.most(&s.model.second, s.second, s.secondTerms, s.tail.from)
	}
}

// promises reports whether a subset, or one that ranks after it, can be better
// than the best so far.
func (s *search) promises(x subset) bool {
	if s.best == nil {
		return true
	}
	if s.secondTerms > 0 {
		return s.now+s.part*s.tail.up[x] >= s.bestFloat-s.model.gain.eps
	}
	if c := s.gain.add(s.tail.gain[x]).cmp(s.bestGain); c != 0 {
		return c > 0
	}
	if s.rowTerms > 0 {
		return s.now+s.part*s.tail.upSecond[x] >= s.bestFloat2-s.model.second.eps
	}
	if c := s.second.add(s.tail.second[x]).cmp(s.bestSecond); c != 0 {
		return c > 0
	}
	if c := s.count + bits.OnesCount16(uint16(x)) - s.bestCount; c != 0 {
		return c < 0
	}
	return s.q.tie(s.with(x), s.best) > 0
}

// fits reports whether a subset keeps all rules with the selection.
func (s *search) fits(x subset) bool {
	term := s.rowTerms
	for c := range s.rows {
		r := &s.rows[c]
		use := s.use[c].add(s.tail.use[c][x])
		if len(r.terms) == 0 {
			if use.cmp(r.most) > 0 {
				return false
			}
			continue
		}
		over := use.sub(r.most).float() - s.joint(r.terms, term, x)
		term += len(r.terms)
		if over > r.eps || math.Abs(over) <= r.eps && !s.q.rules[c].holds(s.with(x)) {
			return false
		}
	}
	return true
}

// beats reports whether a subset that promises to makes the selection better
// than the best so far.
func (s *search) beats(x subset) bool {
	if s.best == nil || s.rowTerms == 0 {
		return true
	}
	if d := s.gain.add(s.tail.gain[x]).float() + s.joint(s.model.gain.terms, 0, x) - s.bestFloat; math.Abs(d) > s.model.gain.eps {
		return d > 0
	}
	if s.secondTerms == 0 {
		if c := s.gain.add(s.tail.gain[x]).cmp(s.bestGain); c != 0 {
			return c > 0
		}
		if d := s.second.add(s.tail.second[x]).float() + s.joint(s.model.second.terms, s.secondTerms, x) - s.bestFloat2; math.Abs(d) > s.model.second.eps {
			return d > 0
		}
		return s.q.tie(s.with(x), s.best) > 0
	}
	set := s.with(x)
	if c := s.q.value.of(set).Cmp(s.bestValue); c != 0 {
		return c > 0
	}
	return s.q.tie(set, s.best) > 0
}
