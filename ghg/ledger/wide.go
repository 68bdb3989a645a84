package ledger

import (
	"encoding/binary"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// wide is a whole number of 192 bits in two's complement. A product of two words is less
// than 2^127, so that a sum of fewer than 2^63 products cannot overflow.
type wide struct{ lo, mid, hi uint64 }

// addProduct adds a × f.
func (w *wide) addProduct(a, f int64) {
	hi, lo := product(a, f)
	var carry uint64
	w.lo, carry = bits.Add64(w.lo, lo, 0)
	w.mid, carry = bits.Add64(w.mid, uint64(hi), carry)
	w.hi += uint64(hi>>63) + carry
}

// product is a × f in 128 bits.
func product(a, f int64) (hi int64, lo uint64) {
	h, lo := bits.Mul64(uint64(a), uint64(f))
	// A negative word was taken as 2^64 more than it is.
	return int64(h) - (a>>63)&f - (f>>63)&a, lo
}

// addWord adds a word.
func (w *wide) addWord(a int64) { w.add(wide{uint64(a), uint64(a >> 63), uint64(a >> 63)}) }

func (w *wide) add(o wide) {
	var carry uint64
	w.lo, carry = bits.Add64(w.lo, o.lo, 0)
	w.mid, carry = bits.Add64(w.mid, o.mid, carry)
	w.hi += o.hi + carry
}

// decimal is the number × 10^exp.
func (w wide) decimal(exp int32) decimal.Decimal {
	if sign := uint64(int64(w.lo) >> 63); w.mid == sign && w.hi == sign {
		return decimal.New(int64(w.lo), exp)
	}
	negative := int64(w.hi) < 0
	if negative {
		var carry uint64
		w.lo, carry = bits.Add64(^w.lo, 1, 0)
		w.mid, carry = bits.Add64(^w.mid, 0, carry)
		w.hi = ^w.hi + carry
	}
	var b [24]byte
	binary.BigEndian.PutUint64(b[:8], w.hi)
	binary.BigEndian.PutUint64(b[8:16], w.mid)
	binary.BigEndian.PutUint64(b[16:], w.lo)
	c := new(big.Int).SetBytes(b[:])
	if negative {
		c.Neg(c)
	}
	return decimal.NewFromBigInt(c, exp)
}
