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
	first [3]lane // most sums need no more
	more  []lane
	n     int // lanes in use
	at    int // the lane of the last product
	rest  decimal.Decimal
	rests bool // whether anything is in rest
}

// lane is a whole number of 256 bits in two's complement, the lowest word first,
// times a power of ten. A product has fewer than 191 bits: 2^64 of them fit.
type lane struct {
	words [4]uint64
	exp   int32
}

// add adds n × c × 10^exp, where c is not below 0.
func (s *sum) add(n number, c int64, exp int32) {
	exp += n.exp
	l := s.lane(s.at)
	if l == nil || l.exp != exp {
		l = s.find(exp)
	}
	words := &l.words
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

// lane is one of the lanes in use, or nil.
func (s *sum) lane(i int) *lane {
	switch {
	case i >= s.n:
		return nil
	case i < len(s.first):
		return &s.first[i]
	}
	return &s.more[i-len(s.first)]
}

// find makes the lane of a power of ten the one of the last product.
func (s *sum) find(exp int32) *lane {
	for s.at = range s.n {
		if l := s.lane(s.at); l.exp == exp {
			return l
		}
	}
	s.at, s.n = s.n, s.n+1
	if s.n > len(s.first) {
		s.more = append(s.more, lane{})
	}
	l := s.lane(s.at)
	*l = lane{exp: exp}
	return l
}

// addDecimal adds what is no number, or no product of one.
func (s *sum) addDecimal(d decimal.Decimal) { s.rest, s.rests = s.rest.Add(d), true }

// decimal is the sum, with as many places as the longest of what was added.
func (s *sum) decimal() decimal.Decimal {
	if s.n == 0 {
		return s.rest
	}
	exp := min(0, s.rest.Exponent())
	for i := range s.n {
		exp = min(exp, s.lane(i).exp)
	}
	if c, ok := s.small(exp); ok {
		return decimal.New(c, exp)
	}
	total := new(big.Int)
	for i := range s.n {
		l := s.lane(i)
		total.Add(total, scaled(l.big(), l.exp-exp))
	}
	if s.rests {
		total.Add(total, scaled(s.rest.Coefficient(), s.rest.Exponent()-exp))
	}
	return decimal.NewFromBigInt(total, exp)
}

// small is the sum in units of a power of ten, where it and what it is of fit in a word.
func (s *sum) small(exp int32) (total int64, ok bool) {
	for i := range s.n {
		l := s.lane(i)
		c, small := l.small()
		power := l.exp - exp
		if !small || power >= int32(len(tens)) {
			return 0, false
		}
		if total, ok = addProduct(total, c, tens[power]); !ok {
			return 0, false
		}
	}
	return total, !s.rests
}

// tens are the powers of ten that fit in a word.
var tens = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// addProduct is n + a × b for a b above 0, where they fit in a word.
func addProduct(n, a, b int64) (int64, bool) {
	p := a * b
	if p/b != a {
		return 0, false
	}
	sum := n + p
	return sum, (sum >= n) == (p >= 0)
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
