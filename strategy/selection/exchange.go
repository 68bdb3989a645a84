package selection

import (
	"cmp"
	"slices"
)

// round makes a set of what the linear programme chooses, the greatest parts
// first, each with what it requires, and improves it by exchanges if it is the first,
// or better than the best.
func (b *branching) round(values []float64) {
	order := make([]int, b.n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(values[j], values[i]) })
	s := b.exchanging(make([]bool, b.n))
	for _, i := range order {
		if values[i] > 1e-9 || b.gain[i].sign() > 0 {
			s.try(i, -1)
		}
	}
	if b.rounded && b.best != nil && s.gain.cmp(b.bestGain) <= 0 || s.broken(nil) {
		return
	}
	b.rounded = true
	s.improve()
	b.keep(s.in)
}

// exchanging is a set that changes by one position at a time, with all that goes
// with it.
type exchanging struct {
	*programme
	in   []bool
	gain wide
	use  []wide
}

func (p *programme) exchanging(in []bool) *exchanging {
	s := &exchanging{programme: p, in: in}
	s.gain, s.use, _ = p.of(in)
	return s
}

// change is what putting a position in, and taking another out, comes to: what is
// excluded goes with what requires it. ok is false where it cannot be.
func (s *exchanging) change(in, out int) (put, drop []int, ok bool) {
	leave := func(i int) {
		if s.in[i] && !slices.Contains(drop, i) {
			drop = append(drop, i)
		}
		for _, j := range s.down[i] {
			if s.in[j] && !slices.Contains(drop, j) {
				drop = append(drop, j)
			}
		}
	}
	if out >= 0 {
		leave(out)
	}
	if in < 0 {
		return nil, drop, true
	}
	add := func(i int) {
		if !s.in[i] {
			put = append(put, i)
			for _, j := range s.against[i] {
				if s.in[j] {
					leave(j)
				}
			}
		}
	}
	if s.conflict[in][in] {
		return nil, nil, false
	}
	add(in)
	for _, j := range s.up[in] {
		add(j)
	}
	for _, i := range drop {
		if i == in || slices.Contains(s.up[in], i) {
			return nil, nil, false
		}
	}
	return put, drop, true
}

// apply makes a change.
func (s *exchanging) apply(put, drop []int) {
	for _, i := range put {
		s.in[i] = true
		s.gain = s.gain.add(s.programme.gain[i])
		for c := range s.use {
			s.use[c] = s.use[c].add(s.rules[c].each[i])
		}
	}
	for _, i := range drop {
		s.in[i] = false
		s.gain = s.gain.sub(s.programme.gain[i])
		for c := range s.use {
			s.use[c] = s.use[c].sub(s.rules[c].each[i])
		}
	}
}

// broken reports whether a rule is broken, and more than before.
func (s *exchanging) broken(before []wide) bool {
	for c, u := range s.use {
		if u.cmp(s.rules[c].most) > 0 && (before == nil || u.cmp(before[c]) > 0) {
			return true
		}
	}
	return false
}

// try puts a position in if that breaks no rule, or none more than it is.
func (s *exchanging) try(in, out int) bool {
	if s.in[in] {
		return false
	}
	put, drop, ok := s.change(in, out)
	if !ok || len(drop) > 0 {
		return false
	}
	before := slices.Clone(s.use)
	s.apply(put, drop)
	if s.broken(before) {
		s.apply(drop, put)
		return false
	}
	return true
}

// improve makes changes of one position in, one out, or both, as long as a change
// gains and keeps all rules.
func (s *exchanging) improve() {
	for again := true; again; {
		again = false
		for in := -1; in < s.n; in++ {
			for out := -1; out < s.n; out++ {
				if in >= 0 && s.in[in] || out >= 0 && !s.in[out] || in < 0 && out < 0 {
					continue
				}
				put, drop, ok := s.change(in, out)
				if !ok || s.gains(put).cmp(s.gains(drop)) <= 0 {
					continue
				}
				if s.apply(put, drop); s.broken(nil) {
					s.apply(drop, put)
					continue
				}
				again = true
			}
		}
	}
}

// gains is what positions gain together.
func (s *exchanging) gains(of []int) (sum wide) {
	for _, i := range of {
		sum = sum.add(s.programme.gain[i])
	}
	return sum
}
