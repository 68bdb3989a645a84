package ledger

import (
	"math/bits"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// runningSums are sums while a file or records are read: of each power of ten and key.
type runningSums struct {
	keys keyIndex
	all  [exact.MaxExponent + mostPower + 1][]twoWords // by power of ten, from -30
	long map[uint32]decimal.Decimal
}

// mostPower is how far from the tonne a unit may be, in powers of ten, whose numbers of plain
// digits are added here. They have at most 18 decimal places.
const mostPower = 12

func newRunningSums(scheme ghg.Scheme) runningSums {
	return runningSums{keys: newKeyIndex(scheme), long: map[uint32]decimal.Decimal{}}
}

func (s *runningSums) add(key uint32, n int64, exp int32) {
	sums := s.all[exp+exact.MaxExponent]
	if int(key) >= len(sums) {
		sums = append(sums, make([]twoWords, cap(s.keys.keys)-len(sums))...)
		s.all[exp+exact.MaxExponent] = sums
	}
	sums[key].add(n)
}

// twoWords are a whole number of 128 bits in two's complement. A sum of fewer than 2^64 words
// cannot overflow.
type twoWords struct{ lo, hi uint64 }

func (w *twoWords) add(n int64) {
	lo, carry := bits.Add64(w.lo, uint64(n), 0)
	w.lo, w.hi = lo, w.hi+uint64(n>>63)+carry
}

func (w twoWords) wide() wide { return wide{w.lo, w.hi, uint64(int64(w.hi) >> 63)} }

func (s *runningSums) addDecimal(key uint32, tonnes decimal.Decimal) {
	if n, exp, ok := small(tonnes); ok {
		s.add(key, n, exp)
		return
	}
	s.addLong(key, tonnes)
}

func (s *runningSums) addLong(key uint32, tonnes decimal.Decimal) {
	s.long[key] = s.long[key].Add(tonnes)
}

// decimals are the sums of all keys.
func (s *runningSums) decimals() []decimal.Decimal {
	sums := make([]decimal.Decimal, len(s.keys.keys))
	for id, long := range s.long {
		sums[id] = long
	}
	for e, of := range s.all {
		for id, sum := range of {
			if sum != (twoWords{}) {
				d := sum.wide().decimal(int32(e) - exact.MaxExponent)
				if !sums[id].IsZero() {
					d = d.Add(sums[id])
				}
				sums[id] = d
			}
		}
	}
	return sums
}

// partial is the sums where no key has two numbers.
func (s *runningSums) partial() (Partial, error) {
	return partialOf(s.keys.scheme, s.keys.keys, s.decimals())
}

// addTo adds the sums to others.
func (s *runningSums) addTo(all *summands) {
	for i, sum := range s.decimals() {
		all.add(s.keys.keys[i], sum)
	}
}
