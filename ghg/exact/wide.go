package exact

import (
	"encoding/binary"
	"math/big"
	"math/bits"
)

// wide is a signed whole number of a fixed number of words, in two's
// complement, the lowest word first. All numbers of one computation have one
// length, chosen so that none overflows; that is some five times as fast as
// math/big for numbers of a few words, and as exact.
type wide []uint64

// wideWords is how many words hold every whole number of so many bits, and its sign.
func wideWords(bits int) int { return bits/64 + 1 }

// setBig sets z to x, which must fit.
func (z wide) setBig(x *big.Int) {
	modulus := new(big.Int).Lsh(big.NewInt(1), uint(64*len(z)))
	bytes := modulus.Mod(x, modulus).FillBytes(make([]byte, 8*len(z)))
	for i := range z {
		z[i] = binary.BigEndian.Uint64(bytes[8*(len(z)-1-i):])
	}
}

// add sets z to x + y.
func (z wide) add(x, y wide) {
	var carry uint64
	for i := range z {
		z[i], carry = bits.Add64(x[i], y[i], carry)
	}
}

// sub sets z to x - y.
func (z wide) sub(x, y wide) {
	var borrow uint64
	for i := range z {
		z[i], borrow = bits.Sub64(x[i], y[i], borrow)
	}
}

// cmp is -1, 0 or 1 as x is below, at or above y.
func (x wide) cmp(y wide) int {
	top := len(x) - 1
	if a, b := int64(x[top]), int64(y[top]); a != b {
		if a < b {
			return -1
		}
		return 1
	}
	for i := top - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// wides are so many numbers of one length, side by side.
type wides struct {
	all   []uint64
	words int
}

func newWides(n, words int) wides { return wides{make([]uint64, n*words), words} }

// at is the i-th number, for reading and writing.
func (w wides) at(i int) wide { return w.all[i*w.words : (i+1)*w.words] }
