package selection

import (
	"context"
	"slices"

	"github.com/shopspring/decimal"
)

// search looks for the best feasible selection. It decides on one position
// after the other, drops what the relaxations rule out, and takes the last
// positions from tables.
type search struct {
	*model
	// The terms of the second gain follow those of the gain, then come those of
	// the rows.
	secondTerms, rowTerms int

	// The partial selection.
	chosen       []bool // by position
	count        int
	gain, second wide
	use          []wide
	rest         []wide    // of each row, for the tail
	left         []float64 // by term: the product of 1 − r
	now, part    float64   // what subsets of the tail promise: now + part × alone

	// The best feasible selections so far, by candidate: one, or two if the next
	// is asked for. The last of them is to beat: nil as long as there are fewer.
	best, next, last []bool
	two              bool
	lastGain         wide
	lastSecond       wide
	lastCount        int
	lastFloat        float64 // gain and second gain with joint effects
	lastFloat2       float64
	lastValue        decimal.Decimal

	// Subsets of the tail that were looked at, and those that a sieve was.
	scanned, sieved int
	sieves          [][]subset // by position: what is left
	gains, uses     []float64  // by position: what [search.marginal] adds
	parts           []floatPart
	inBlocks        bool // whether the blocks hold for the selection

	limited bool // whether nodes is a limit
	nodes   int  // still to be looked at
	stopped bool
	// The context, and whether it ended the search; it is asked every so many times.
	ctx       context.Context
	cancelled bool
	asked     uint
	open      wide // no selection that was not looked at gains more
	opened    bool
}

// search looks for the best, or the best two. With a limit it starts from a
// feasible selection, or nil; without, it comes to its end.
func (m *model) search(ctx context.Context, start []bool, two bool, nodes int, limited bool) *search {
	n := len(m.at)
	s := &search{
		model: m, secondTerms: len(m.gain.terms), rowTerms: len(m.gain.terms) + len(m.second.terms), chosen: make([]bool, n),
		use: make([]wide, len(m.rows)),
		two: two, ctx: ctx, limited: limited, nodes: nodes, rest: make([]wide, len(m.rows)),
	}
	s.sieves = make([][]subset, s.tail.from)
	for range s.tail.terms {
		s.left = append(s.left, 1)
	}
	if start != nil {
		s.keep(start)
	}
	s.head(0, s.tail.best)
	return s
}

// keep takes in a feasible selection that is better than the last.
func (s *search) keep(set []bool) {
	switch {
	case s.best == nil || !s.two:
		s.best = set
	case s.q.compare(set, s.best) > 0:
		s.best, s.next = set, s.best
	default:
		s.next = set
	}
	if set = s.best; s.two {
		set = s.next
	}
	if s.last = set; set == nil {
		return
	}
	s.lastGain, s.lastSecond, s.lastCount = wide{}, wide{}, 0
	for pos, i := range s.at {
		if set[i] {
			s.lastCount++
			s.lastGain, s.lastSecond = s.lastGain.add(s.model.gain.each[pos]), s.lastSecond.add(s.model.second.each[pos])
		}
	}
	s.lastFloat = s.lastGain.float() + s.model.gain.joint(s.at, set)
	s.lastFloat2 = s.lastSecond.float() + s.model.second.joint(s.at, set)
	if s.secondTerms > 0 {
		s.lastValue = s.q.value.of(set)
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
		sum += float64(t.whole * (1 - left))
	}
	return sum
}

// head decides on the positions before the tail, with the subsets of the tail
// that may still fit.
func (s *search) head(pos int, fit []subset) {
	s.end(s.limited && s.nodes <= 0)
	bound := s.bound
	if s.tail.terms > 0 {
		bound = s.marginal
	}
	most, ok := bound(pos)
	if !ok {
		return
	}
	if s.stopped {
		s.leave(most)
		return
	}
	s.nodes--
	if pos == s.tail.from {
		s.complete(most, fit)
		return
	}
	fit = s.sieve(pos, fit)
	if len(fit) == 0 {
		return
	}
	if s.joins(pos) {
		left := slices.Clone(s.left)
		s.put(pos, true)
		s.head(pos+1, fit)
		s.put(pos, false)
		copy(s.left, left)
	}
	s.head(pos+1, fit)
}

// end stops the search if it is to be, or the context is done.
func (s *search) end(is bool) {
	if s.asked++; s.asked%askEvery == 1 && s.ctx.Err() != nil {
		s.cancelled, is = true, true
	}
	s.stopped = s.stopped || is
}

// askEvery is how many partial selections are looked at between two looks at the
// context.
const askEvery = 256

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
