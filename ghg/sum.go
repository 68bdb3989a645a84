package ghg

import (
	"encoding/binary"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// sum adds products of numbers and factors exactly, without a decimal for each. It
// keeps a lane for each power of ten that it meets, so that it ends with the digits
// that adding decimals ends with: a 0.000 counts for its places.
type sum struct {
	lanes []lane
	at    int // the lane of the last product
	rest  decimal.Decimal
	more  bool // whether anything is in rest
}

// newSum is nothing yet, with room for the lanes of most sums.
func newSum() sum { return sum{lanes: make([]lane, 0, 3)} }

// lane is a whole number of 256 bits in two's complement, the lowest word first,
// times a power of ten. A product has fewer than 191 bits: 2^64 of them fit.
type lane struct {
	words [4]uint64
	exp   int32
}

// add adds n × c × 10^exp, where c is not below 0.
func (s *sum) add(n number, c int64, exp int32) {
	exp += n.exp
	if s.at >= len(s.lanes) || s.lanes[s.at].exp != exp {
		s.find(exp)
	}
	words := &s.lanes[s.at].words
	negative := n.isNegative()
	if negative {
		n = n.neg()
	}
	p1, p0 := bits.Mul64(n.lo, uint64(c))
	var p2, carry uint64
	if n.hi != 0 {
		h, l := bits.Mul64(uint64(n.hi), uint64(c))
		p1, carry = bits.Add64(p1, l, 0)
		p2 = h + carry
	}
	if negative {
		words[0], carry = bits.Sub64(words[0], p0, 0)
		words[1], carry = bits.Sub64(words[1], p1, carry)
		words[2], carry = bits.Sub64(words[2], p2, carry)
		words[3] -= carry
		return
	}
	words[0], carry = bits.Add64(words[0], p0, 0)
	words[1], carry = bits.Add64(words[1], p1, carry)
	words[2], carry = bits.Add64(words[2], p2, carry)
	words[3] += carry
}

// find makes the lane of a power of ten the one of the last product.
func (s *sum) find(exp int32) {
	for s.at = range s.lanes {
		if s.lanes[s.at].exp == exp {
			return
		}
	}
	s.at = len(s.lanes)
	s.lanes = append(s.lanes, lane{exp: exp})
}

// addDecimal adds what is no number, or no product of one.
func (s *sum) addDecimal(d decimal.Decimal) { s.rest, s.more = s.rest.Add(d), true }

// decimal is the sum, with as many places as the longest of what was added.
func (s *sum) decimal() decimal.Decimal {
	if len(s.lanes) == 0 {
		return s.rest
	}
	exp := min(0, s.rest.Exponent())
	for i := range s.lanes {
		exp = min(exp, s.lanes[i].exp)
	}
	if len(s.lanes) == 1 && s.lanes[0].exp == exp && !s.more {
		if c, ok := s.lanes[0].small(); ok {
			return decimal.New(c, exp)
		}
	}
	total := new(big.Int)
	for i := range s.lanes {
		total.Add(total, scaled(s.lanes[i].big(), s.lanes[i].exp-exp))
	}
	if s.more {
		total.Add(total, scaled(s.rest.Coefficient(), s.rest.Exponent()-exp))
	}
	return decimal.NewFromBigInt(total, exp)
}

func scaled(c *big.Int, power int32) *big.Int {
	if power == 0 {
		return c
	}
	return c.Mul(c, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil))
}

// small is the number of a lane where it fits in one word.
func (l *lane) small() (int64, bool) {
	sign := uint64(int64(l.words[0]) >> 63)
	return int64(l.words[0]), l.words[1] == sign && l.words[2] == sign && l.words[3] == sign
}

func (l *lane) big() *big.Int {
	words, negative := l.words, int64(l.words[3]) < 0
	var b [32]byte
	carry := uint64(1)
	for i, w := range words {
		if negative {
			w, carry = bits.Add64(^w, carry, 0)
		}
		binary.BigEndian.PutUint64(b[24-8*i:], w)
	}
	c := new(big.Int).SetBytes(b[:])
	if negative {
		c.Neg(c)
	}
	return c
}
