package selection

import (
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
	now, part    float64   // what subsets of the tail promise: now + part × alone

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
