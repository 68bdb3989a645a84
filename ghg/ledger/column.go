package ledger

import (
	"math/bits"
	"slices"
)

// columns are rows whose products have one power of ten: mass = amount × factor × 10^exp
// tonnes. Where all factors are 1 there are none.
type columns struct {
	exp            int32
	ids            []uint32 // of keys
	amounts        []int64
	factors        []int64 // nil where amounts are the masses
	amount, factor int     // the most bits that one has
}

// newColumns has room for some rows.
func newColumns(exp int32, rows int, factors bool) *columns {
	c := &columns{exp: exp, ids: make([]uint32, 0, rows)}
	c.amounts = make([]int64, 0, cap(c.ids))
	if factors {
		c.factors = make([]int64, 0, cap(c.ids))
	}
	return c
}

// add adds a row; all rows have a factor, or none has.
func (c *columns) add(id uint32, amount int64) {
	c.ids = append(c.ids, id)
	c.amounts = append(c.amounts, amount)
	c.amount = max(c.amount, length(amount))
}

func (c *columns) addProduct(id uint32, amount, factor int64) {
	c.add(id, amount)
	c.factors = append(c.factors, factor)
	c.factor = max(c.factor, length(factor))
}

// length is how many bits the absolute value of a word has.
func length(n int64) int {
	if n < 0 {
		n = -n // -2^63 stays, and has 64 bits as it should
	}
	return bits.Len64(uint64(n))
}

// sum adds each row to the sum of its group; the groups are given by ID of the key.
//
// The room that a sum needs is known beforehand: |amount × factor| < 2^(amount + factor),
// and n of them are less than 2^bits.Len(n) times as much. Where that fits into one word or
// two, sums are that narrow; else they have 192 bits, which always suffice.
func (c *columns) sum(group []uint32, out []wide, s *scratch) {
	switch need := c.amount + c.factor + bits.Len(uint(len(c.ids))); {
	case need <= 63:
		c.sumNarrow(group, out, s)
	case need <= 127 && c.factors != nil:
		c.sumDouble(group, out, s)
	case c.factors != nil:
		for i, id := range c.ids {
			out[group[id]].addProduct(c.amounts[i], c.factors[i])
		}
	default:
		for i, id := range c.ids {
			out[group[id]].addWord(c.amounts[i])
		}
	}
}

// scratch is room for the narrower sums of one column after another.
type scratch struct {
	narrow []int64
	double []double
}

type double struct {
	lo uint64
	hi int64
}

// cleared is so many zeros, in the room of a slice.
func cleared[T any](room *[]T, n int) []T {
	if *room == nil {
		*room = make([]T, n)
	}
	clear(*room)
	return *room
}

func (c *columns) sumNarrow(group []uint32, out []wide, room *scratch) {
	sums := cleared(&room.narrow, len(out))
	amounts := c.amounts[:len(c.ids)]
	if c.factors == nil {
		for i, id := range c.ids {
			sums[group[id]] += amounts[i]
		}
	} else {
		factors := c.factors[:len(c.ids)]
		for i, id := range c.ids {
			sums[group[id]] += amounts[i] * factors[i]
		}
	}
	for g, s := range sums {
		out[g].addWord(s)
	}
}

func (c *columns) sumDouble(group []uint32, out []wide, room *scratch) {
	sums := cleared(&room.double, len(out))
	amounts, factors := c.amounts[:len(c.ids)], c.factors[:len(c.ids)]
	for i, id := range c.ids {
		hi, lo := product(amounts[i], factors[i])
		s := &sums[group[id]]
		var carry uint64
		s.lo, carry = bits.Add64(s.lo, lo, 0)
		s.hi += hi + int64(carry)
	}
	for g, s := range sums {
		out[g].add(wide{s.lo, uint64(s.hi), uint64(s.hi >> 63)})
	}
}

// held are the columns as they are now: what is added later is not in them.
func (c *columns) held() columns {
	h := *c
	h.ids, h.amounts, h.factors = slices.Clip(h.ids), slices.Clip(h.amounts), slices.Clip(h.factors)
	return h
}
