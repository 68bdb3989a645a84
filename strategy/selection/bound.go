package selection

import "math"

// joint is the sum of joint effects of the selection, from the first of their
// terms on, with a subset of the tail or none.
//
// Products are converted before they are added: a fused operation would round
// otherwise on some machines, and change what a search without an end finds.
func (s *search) joint(terms []term, first int, with subset) float64 {
	var sum float64
	before := s.left[first : first+len(terms)]
	after := s.tail.left[int(with)*s.tail.terms+first:]
	after = after[:len(terms)]
	for i := range terms {
		sum += float64(terms[i].whole * (1 - float64(before[i]*after[i])))
	}
	return sum
}

// greatest is the greatest part that is left of a source, of the terms from the
// first on, and at most 1. Joint effects of candidates yet to be added are no more
// than greatest times what they would be if nothing were chosen, and spare:
//
//	sum + joint ≤ greatest × (sum + joint if nothing were chosen) + (1 − greatest) × best sum + spare
//
// With L what is left of a source and l what a set of them leaves of that, spare is the
// sum of the greatest E × (L − greatest) × (1 − l). It is 0 where nothing adds.
func (s *search) greatest(terms []term, first, pos int) (greatest, spare float64) {
	for i := range terms {
		greatest = max(greatest, s.left[first+i])
	}
	greatest = min(greatest, 1)
	for i := range terms {
		t := &terms[i]
		spare += float64(t.whole * max((s.left[first+i]-greatest)*(1-t.lowest[pos]), (s.left[first+i]-greatest)*(1-t.highest[pos])))
	}
	return greatest, spare
}

// most is a bound on a gain, with its joint effects, where candidates from a
// position on gain no more than x if nothing were chosen: now + part × x.
func (s *search) most(gain *sums, sum wide, first, pos int) (now, part float64) {
	part, spare := s.greatest(gain.terms, first, pos)
	return sum.float() + s.joint(gain.terms, first, 0) + float64((1-part)*gain.best[pos]) + spare, part
}

// leeway is what candidates from a position on may use of a row at most, with
// the joint effects that they would have if nothing were chosen.
func (s *search) leeway(c, pos, term int) float64 {
	r := &s.rows[c]
	rest := r.most.sub(s.use[c]).float() + r.eps
	if len(r.terms) == 0 {
		return rest
	}
	part, spare := s.greatest(r.terms, term, pos)
	rest += s.joint(r.terms, term, 0) - float64((1-part)*r.best[pos]) + spare
	switch all := float64(part * r.all); {
	case rest < -all:
		return math.Inf(-1)
	case rest >= all:
		return r.all
	}
	return rest / part
}

// bound is what the selection can gain at most with positions from pos on; ok
// is false if that is not enough, or no rule could be kept.
func (s *search) bound(pos int) (bound wide, ok bool) {
	for c := range s.relaxed {
		var rest wide
		if len(s.rows) > 0 {
			rest = s.rows[c].most.sub(s.use[c])
		}
		most, ok := s.relaxed[c].most(pos, rest)
		if !ok {
			return wide{}, false
		}
		if c == 0 || most.cmp(bound) < 0 {
			bound = most
		}
	}
	bound = s.gain.add(bound)
	return bound, s.last == nil || bound.cmp(s.lastGain) >= 0
}
