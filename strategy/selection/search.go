package selection

import (
	"math"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"
)

// search looks for the best feasible selection. It decides on one position
// after the other, drops what the relaxations rule out, and takes the last
// positions from tables.
type search struct {
	*model
	tail    *tail
	relaxed []relaxation // of each row; one without a row if there are none
	// The terms of the second gain follow those of the gain, then come those of
	// the rows.
	secondTerms, rowTerms int

	// The partial selection.
	chosen       []bool // by position
	count        int
	gain, second wide
	use          []wide
	left         []float64 // by term: the product of 1 − r

	// The best feasible selection so far, by candidate, and another that does
	// not count.
	best, not  []bool
	bestGain   wide
	bestSecond wide
	bestCount  int
	bestFloat  float64 // gain and second gain with joint effects
	bestFloat2 float64
	bestValue  decimal.Decimal

	limited bool // whether nodes is a limit
	nodes   int  // still to be looked at
	stopped bool
	open    wide // no selection that was not looked at gains more
	opened  bool
}

// search starts from a feasible selection, or nil, and leaves not out of
// account. Without a limit it comes to its end.
func (m *model) search(start, not []bool, nodes int, limited bool) *search {
	n := len(m.at)
	s := &search{
		model: m, secondTerms: len(m.gain.terms), rowTerms: len(m.gain.terms) + len(m.second.terms), chosen: make([]bool, n),
		use: make([]wide, len(m.rows)),
		not: not, limited: limited, nodes: nodes,
	}
	for i := range m.rows {
		s.relaxed = append(s.relaxed, m.relax(&m.rows[i]))
	}
	if len(m.rows) == 0 {
		s.relaxed = append(s.relaxed, m.relax(nil))
	}
	s.tail = m.tail(n - min(maxTail, n/2))
	for range s.tail.left {
		s.left = append(s.left, 1)
	}
	if start != nil {
		s.keep(start)
	}
	s.head(0)
	return s
}

// keep makes a feasible selection the best.
func (s *search) keep(set []bool) {
	s.best = set
	s.bestGain, s.bestSecond, s.bestCount = wide{}, wide{}, 0
	for pos, i := range s.at {
		if set[i] {
			s.bestCount++
			s.bestGain, s.bestSecond = s.bestGain.add(s.model.gain.each[pos]), s.bestSecond.add(s.model.second.each[pos])
		}
	}
	s.bestFloat = s.bestGain.float() + s.model.gain.joint(s.at, set)
	s.bestFloat2 = s.bestSecond.float() + s.model.second.joint(s.at, set)
	if s.secondTerms > 0 {
		s.bestValue = s.q.value.of(set)
	}
}

// joint is the sum of the joint effects of a set of candidates.
func (x *sums) joint(at []int, set []bool) float64 {
	var sum float64
	for _, t := range x.terms {
		left := 1.0
		for pos, i := range at {
			if set[i] {
				left *= t.left[pos]
			}
		}
		sum += t.whole * (1 - left)
	}
	return sum
}

// head decides on the positions before the tail.
func (s *search) head(pos int) {
	if !s.stopped && s.limited && s.nodes <= 0 {
		s.stopped = true
	}
	bound, ok := s.bound(pos)
	if !ok {
		return
	}
	if s.stopped {
		s.leave(bound)
		return
	}
	s.nodes--
	if pos == s.tail.from {
		s.complete(bound)
		return
	}
	if s.joins(pos) {
		left := slices.Clone(s.left)
		s.put(pos, true)
		s.head(pos + 1)
		s.put(pos, false)
		copy(s.left, left)
	}
	s.head(pos + 1)
}

// leave notes the bound of what is not looked at.
func (s *search) leave(bound wide) {
	if !s.opened || bound.cmp(s.open) > 0 {
		s.open, s.opened = bound, true
	}
}

// joins reports whether the candidate at a position may be added.
func (s *search) joins(pos int) bool {
	return !slices.ContainsFunc(s.requires[pos], func(j int) bool { return !s.chosen[j] }) &&
		!slices.ContainsFunc(s.excludes[pos], func(j int) bool { return s.chosen[j] })
}

// put adds the candidate at a position, or takes it away but for its terms.
func (s *search) put(pos int, in bool) {
	s.chosen[pos] = in
	if !in {
		s.count--
		s.gain, s.second = s.gain.sub(s.model.gain.each[pos]), s.second.sub(s.model.second.each[pos])
		for c := range s.use {
			s.use[c] = s.use[c].sub(s.rows[c].each[pos])
		}
		return
	}
	s.count++
	s.gain, s.second = s.gain.add(s.model.gain.each[pos]), s.second.add(s.model.second.each[pos])
	term := 0
	for _, sum := range []*sums{&s.model.gain, &s.model.second} {
		for _, t := range sum.terms {
			s.left[term] *= t.left[pos]
			term++
		}
	}
	for c := range s.use {
		s.use[c] = s.use[c].add(s.rows[c].each[pos])
		for _, t := range s.rows[c].terms {
			s.left[term] *= t.left[pos]
			term++
		}
	}
}

// joint is the sum of joint effects of the selection, from the first of their
// terms on, with a subset of the tail or none.
func (s *search) joint(terms []term, first int, with subset) float64 {
	var sum float64
	for i, t := range terms {
		sum += t.whole * (1 - s.left[first+i]*s.tail.left[first+i][with])
	}
	return sum
}

// greatest is the greatest part that is left of a source, of the terms from the
// first on. Joint effects of candidates yet to be added are no more than
// greatest times what they would be if nothing were chosen:
//
//	sum + joint ≤ greatest × (sum + joint if nothing were chosen) + (1 − greatest) × best sum
func (s *search) greatest(terms []term, first int) float64 {
	greatest := 0.0
	for i := range terms {
		greatest = max(greatest, s.left[first+i])
	}
	return greatest
}

// promise is a bound on the gain, with its joint effects, where candidates from
// a position on gain no more than alone if nothing were chosen.
func (s *search) promise(pos int, alone float64) float64 {
	return s.most(&s.model.gain, s.gain, 0, pos, alone)
}

func (s *search) most(x *sums, now wide, first, pos int, alone float64) float64 {
	part := s.greatest(x.terms, first)
	return now.float() + s.joint(x.terms, first, 0) + part*alone + (1-part)*x.best[pos]
}

// leeway is what candidates from a position on may use of a row at most, with
// the joint effects that they would have if nothing were chosen.
func (s *search) leeway(c, pos, term int) float64 {
	r := &s.rows[c]
	rest := r.most.sub(s.use[c]).float() + r.eps
	if len(r.terms) == 0 {
		return rest
	}
	part := s.greatest(r.terms, term)
	rest += s.joint(r.terms, term, 0) - (1-part)*r.best[pos]
	switch {
	case rest < -part*r.all:
		return math.Inf(-1)
	case rest > part*r.all:
		return r.all
	}
	return rest / part
}

// bound is what the selection can gain at most with positions from pos on; ok
// is false if that is not enough, or no rule could be kept.
func (s *search) bound(pos int) (bound wide, ok bool) {
	term := s.rowTerms
	for c := range s.relaxed {
		var rest wide
		if len(s.rows) > 0 {
			r := &s.rows[c]
			rest = r.most.sub(s.use[c])
			if len(r.terms) > 0 {
				f := s.leeway(c, pos, term)
				if math.IsInf(f, -1) {
					return wide{}, false
				}
				rest = ceil(f)
				term += len(r.terms)
			}
		}
		most, ok := s.relaxed[c].most(pos, rest, s.secondTerms > 0)
		if !ok {
			return wide{}, false
		}
		if c == 0 || most.cmp(bound) < 0 {
			bound = most
		}
	}
	if s.secondTerms == 0 {
		bound = s.gain.add(bound)
		return bound, s.best == nil || bound.cmp(s.bestGain) >= 0
	}
	f := s.promise(pos, bound.float())
	return ceil(f + s.model.gain.eps), s.best == nil || f >= s.bestFloat-s.model.gain.eps
}

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

// promises reports whether a subset, or one that ranks after it, can be better
// than the best so far.
func (s *search) promises(x subset) bool {
	if s.best == nil {
		return true
	}
	if s.secondTerms > 0 {
		return s.promise(s.tail.from, s.tail.up[x]) >= s.bestFloat-s.model.gain.eps
	}
	if c := s.gain.add(s.tail.gain[x]).cmp(s.bestGain); c != 0 {
		return c > 0
	}
	if s.rowTerms > 0 {
		most := s.most(&s.model.second, s.second, s.secondTerms, s.tail.from, s.tail.upSecond[x])
		return most >= s.bestFloat2-s.model.second.eps
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
