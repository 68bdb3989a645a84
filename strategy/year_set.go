package strategy

import "math/bits"

// yearSet is a set of the years from 1850 to 2300.
type yearSet [8]uint64

const firstYear = 1850

// yearSet are the years in which the effect is quantified.
func (e *Effect) yearSet() *yearSet {
	var s yearSet
	set := func(year int) { s[(year-firstYear)/64] |= 1 << ((year - firstYear) % 64) }
	for _, y := range e.Reductions.years {
		set(y.year)
	}
	for _, y := range e.Cuts.years {
		set(y.year)
	}
	return &s
}

// add puts years in.
func (s *yearSet) add(o *yearSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

// and are the years of both.
func (s *yearSet) and(o *yearSet) *yearSet {
	var out yearSet
	for i := range s {
		out[i] = s[i] & o[i]
	}
	return &out
}

// any reports whether there is a year.
func (s *yearSet) any() bool { return *s != yearSet{} }

// years are those from first to last.
func (s *yearSet) years() (out []int) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			out = append(out, firstYear+64*i+bits.TrailingZeros64(word))
		}
	}
	return out
}
