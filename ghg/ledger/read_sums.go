package ledger

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// readSums are sums while a file is read: of each power of ten and key.
type readSums struct {
	keys keyIndex
	wide [exact.MaxExponent + mostPower + 1][]wide // by power of ten, from -30
	long map[uint32]decimal.Decimal
}

// mostPower is how far from the tonne a unit may be, in powers of ten, whose numbers of plain
// digits are added here. They have at most 18 decimal places.
const mostPower = 12

func newReadSums(scheme ghg.Scheme) readSums {
	return readSums{keys: newKeyIndex(scheme), long: map[uint32]decimal.Decimal{}}
}

func (s *readSums) add(key uint32, n int64, exp int32) {
	sums := &s.wide[exp+exact.MaxExponent]
	if int(key) >= len(*sums) {
		*sums = append(*sums, make([]wide, len(s.keys.keys)-len(*sums))...)
	}
	(*sums)[key].addWord(n)
}

func (s *readSums) addDecimal(key uint32, tonnes decimal.Decimal) {
	if n, exp, ok := small(tonnes); ok {
		s.add(key, n, exp)
		return
	}
	s.long[key] = s.long[key].Add(tonnes)
}

// addTo adds the sums to others.
func (s *readSums) addTo(all *summands) {
	for i, k := range s.keys.keys {
		sum := s.long[uint32(i)]
		for e, of := range s.wide {
			if i < len(of) && of[i] != (wide{}) {
				sum = sum.Add(of[i].decimal(int32(e) - exact.MaxExponent))
			}
		}
		all.add(k, sum)
	}
}
