package selection

import (
	"math"
	"math/bits"
	"slices"
)

// sieve leaves out the subsets of the tail that break a rule whatever is decided
// before it from a position on. It takes as long as looking at them, so it is
// done only as far as that was long.
func (s *search) sieve(pos int, fit []subset) []subset {
	if len(s.rows) < 2 || s.sieved > s.scanned {
		return fit
	}
	s.sieved += len(fit)
	fit = append(s.sieves[pos][:0], fit...)
	for c := range s.rows {
		r := &s.rows[c]
		if len(r.terms) > 0 {
			continue
		}
		rest, use := r.most.sub(s.use[c]).sub(s.tail.least[c][pos]), s.tail.use[c]
		fit = slices.DeleteFunc(fit, func(x subset) bool { return use[x].cmp(rest) > 0 })
	}
	s.sieves[pos] = fit
	return fit
}

// complete takes the best subset of the tail that fits, if it is better than
// the best so far.
func (s *search) complete(bound wide, fit []subset) {
	t := s.tail
	rank, term := 0, s.rowTerms
	for c := range s.rows {
		first, ok := t.rows[c].first(s.leeway(c, t.from, term))
		if !ok {
			return
		}
		rank = max(rank, first)
		term += len(s.rows[c].terms)
		s.rest[c] = s.rows[c].most.sub(s.use[c])
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
	s.inBlocks = false
	first, _ := slices.BinarySearchFunc(fit, rank, func(x subset, rank int) int { return int(t.rank[x]) - rank })
	for n, x := range fit[first:] {
		if s.scanned++; n == worthBlocks {
			s.model.eachTerms(func(x *sums, first int) { x.blocks.prepare(s, x.terms, first) })
			s.inBlocks = true
		}
		if !s.promises(x) {
			return
		}
		if s.limited {
			s.nodes--
		}
		if s.end(s.limited && s.nodes < 0); s.stopped {
			s.leave(bound)
			return
		}
		if x&^free != 0 || !s.fits(x) || !s.beats(x) {
			continue
		}
		set := s.with(x)
		s.keep(set)
		if s.rowTerms == 0 && !s.two {
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
	if s.last == nil {
		return true
	}
	if s.secondTerms > 0 {
		return s.now+float64(s.part*s.tail.up[x]) >= s.lastFloat-s.model.gain.eps
	}
	if c := s.gain.add(s.tail.gain[x]).cmp(s.lastGain); c != 0 {
		return c > 0
	}
	if s.rowTerms > 0 {
		return s.now+float64(s.part*s.tail.upSecond[x]) >= s.lastFloat2-s.model.second.eps
	}
	if c := s.second.add(s.tail.second[x]).cmp(s.lastSecond); c != 0 {
		return c > 0
	}
	if c := s.count + bits.OnesCount16(uint16(x)) - s.lastCount; c != 0 {
		return c < 0
	}
	return s.q.tie(s.with(x), s.last) > 0
}

// fits reports whether a subset keeps all rules with the selection.
func (s *search) fits(x subset) bool {
	term := s.rowTerms
	for c := range s.rows {
		r := &s.rows[c]
		use := s.tail.use[c][x]
		if len(r.terms) == 0 {
			if use.cmp(s.rest[c]) > 0 {
				return false
			}
			continue
		}
		over := use.sub(s.rest[c]).float()
		if s.inBlocks && over-r.blocks.most(x) > r.eps {
			return false
		}
		over -= s.joint(r.terms, term, x)
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
	if s.last == nil || s.rowTerms == 0 {
		return true
	}
	more := s.gain.add(s.tail.gain[x]).float() - s.lastFloat
	if s.inBlocks && s.secondTerms > 0 && more+s.model.gain.blocks.most(x) < -s.model.gain.eps {
		return false
	}
	if d := more + s.joint(s.model.gain.terms, 0, x); math.Abs(d) > s.model.gain.eps {
		return d > 0
	}
	if s.secondTerms == 0 {
		if c := s.gain.add(s.tail.gain[x]).cmp(s.lastGain); c != 0 {
			return c > 0
		}
		d := s.second.add(s.tail.second[x]).float() + s.joint(s.model.second.terms, s.secondTerms, x) - s.lastFloat2
		if math.Abs(d) > s.model.second.eps {
			return d > 0
		}
		return s.q.tie(s.with(x), s.last) > 0
	}
	set := s.with(x)
	if c := s.q.value.of(set).Cmp(s.lastValue); c != 0 {
		return c > 0
	}
	return s.q.tie(set, s.last) > 0
}
