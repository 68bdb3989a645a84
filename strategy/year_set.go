package strategy

import (
	"math/bits"

	"github.com/localghg/localghg/ghg"
)

// yearSet is a set of the years from 1850 to 2300.
type yearSet [8]uint64

// yearSet are the years in which the effect is quantified.
func (e *Effect) yearSet() *yearSet {
	var s yearSet
	set := func(year int) { s[(year-ghg.FirstYear)/64] |= 1 << ((year - ghg.FirstYear) % 64) }
	for year := range e.Reductions.All() {
		set(year)
	}
	for year := range e.Cuts.All() {
		set(year)
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
			out = append(out, ghg.FirstYear+64*i+bits.TrailingZeros64(word))
		}
	}
	return out
}
