package selection

import (
	"cmp"
	"slices"
)

// marginal is the bound where there are joint effects. Candidates that cut add to them
// no more together than each adds by itself to what is chosen; what adds emissions takes
// off no less than it does where all that cut are chosen. So the greatest gain of
// positions from pos on is bounded rule by rule as without joint effects, in float64
// with a margin.
func (s *search) marginal(pos int) (bound wide, ok bool) {
	n := len(s.at)
	if s.gains == nil {
		s.gains, s.uses, s.parts = make([]float64, n), make([]float64, n), make([]floatPart, 0, n)
	}
	gain := &s.model.gain
	s.each(gain, 0, pos, 1, s.gains)
	least := 0.0
	term := s.rowTerms
	for c := range max(1, len(s.rows)) {
		var rest float64
		clear(s.uses)
		if len(s.rows) > 0 {
			r := &s.rows[c]
			s.each(&r.sums, term, pos, -1, s.uses)
			rest = r.most.sub(s.use[c]).float() + s.joint(r.terms, term, 0) + r.eps
			term += len(r.terms)
		}
		most, ok := s.fill(pos, rest)
		if !ok {
			return wide{}, false
		}
		if c == 0 || most < least {
			least = most
		}
	}
	least += s.gain.float() + s.joint(gain.terms, 0, 0) + float64(gain.all*margin) + gain.eps
	best := s.lastGain.float()
	if s.secondTerms > 0 {
		best = s.lastFloat
	}
	return ceil(least), s.last == nil || least >= best
}

// each is what candidates from a position on add to a sum at most by themselves, with
// joint effects added or taken off.
func (s *search) each(x *sums, first, pos int, sign float64, out []float64) {
	for i := pos; i < len(out); i++ {
		out[i] = x.each[i].float()
	}
	for t := range x.terms {
		whole := sign * x.terms[t].whole * s.left[first+t]
		for i := pos; i < len(out); i++ {
			share := 1 - x.terms[t].left[i]
			if share < 0 {
				share *= x.terms[t].lowest[pos]
			}
			out[i] += float64(whole * share)
		}
	}
}

type floatPart struct{ gain, use float64 }

// fill is [relaxation.most] of gains and uses in float64.
func (s *search) fill(pos int, rest float64) (gain float64, ok bool) {
	parts := s.parts[:0]
	for i := pos; i < len(s.gains); i++ {
		switch g, u := s.gains[i], s.uses[i]; {
		case u < 0, g > 0 && u == 0:
			gain, rest = gain+g, rest-u
			if g < 0 {
				parts = append(parts, floatPart{-g, -u})
			}
		case g > 0:
			parts = append(parts, floatPart{g, u})
		}
	}
	if rest < 0 {
		return 0, false
	}
	slices.SortFunc(parts, func(a, b floatPart) int { return cmp.Compare(b.gain/b.use, a.gain/a.use) })
	for _, p := range parts {
		if p.use > rest {
			return gain + float64(p.gain*(rest/p.use)), true
		}
		gain, rest = gain+p.gain, rest-p.use
	}
	return gain, true
}
