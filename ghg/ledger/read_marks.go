package ledger

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// marks say where delimiters and ends of lines stand in a text: a bit for each byte, the
// first lowest, and one word more than the text has. Which of the two it is stands in the text.
type marks []uint64

// repeated is a byte eight times.
func repeated(b byte) uint64 { return uint64(b) * 0x0101010101010101 }

// bytesOf marks the bytes of a word that are one byte, which pattern has eight times: the
// top bit of each.
func bytesOf(word, pattern uint64) uint64 {
	const low = 0x7F7F7F7F7F7F7F7F
	x := word ^ pattern
	return ^((x&low + low) | x | low)
}

// of are the marks of a text, in the room of those of another.
func (m marks) of(text []byte, delimiter uint64) marks {
	whole := len(text) / 64
	m = slices.Grow(m[:0], whole+2)[:whole+2]
	for i := range m[:whole] {
		m[i] = marksOf((*[64]byte)(text[64*i:]), delimiter)
	}
	var rest [64]byte
	copy(rest[:], text[64*whole:])
	m[whole], m[whole+1] = marksOf(&rest, delimiter), 0
	return m
}

// marksOf are the marks of 64 bytes. There is no choice in it that a processor could foresee
// wrongly.
func marksOf(text *[64]byte, delimiter uint64) uint64 {
	return marksOfWord(text[0:8], delimiter) | marksOfWord(text[8:16], delimiter)<<8 |
		marksOfWord(text[16:24], delimiter)<<16 | marksOfWord(text[24:32], delimiter)<<24 |
		marksOfWord(text[32:40], delimiter)<<32 | marksOfWord(text[40:48], delimiter)<<40 |
		marksOfWord(text[48:56], delimiter)<<48 | marksOfWord(text[56:64], delimiter)<<56
}

// marksOfWord are the marks of eight bytes. Delimiters are less than 0x80.
func marksOfWord(text []byte, delimiter uint64) uint64 {
	const (
		lineEnds = '\n' * 0x0101010101010101
		low      = 0x7F7F7F7F7F7F7F7F
		gather   = 0x0002040810204081 // the top bits of eight bytes into the last of them
	)
	word := binary.LittleEndian.Uint64(text)
	ascii := word & low
	others := ((ascii^delimiter)+low)&((ascii^lineEnds)+low) | word // the top bits
	return (^(others | low) * gather) >> 56
}

// window is the marks of 64 bytes from a place on.
func (m marks) window(at int) uint64 {
	i, shift := uint(at)/64, uint(at)%64
	return m[i]>>shift | m[i+1]<<1<<(63-shift)
}

// row is where the mass of a row begins and ends, and where the mark stands behind its last
// field, all from where the row begins: so many fields stand before the mass and behind it.
// Where the text ends before, end is beyond it.
func (m marks) row(at, before, behind int) (from, to, end int) {
	if before > 0 {
		from = m.next(at, before) + 1 - at
	}
	to = m.next(at+from, 1) - at
	return from, to, m.next(at+to, 1+behind) - at
}

// next is the place of the n-th mark from a place on, or one beyond the text.
func (m marks) next(at, n int) int {
	i := at / 64
	if i >= len(m) {
		return at
	}
	w := m[i] >> (uint(at) % 64) << (uint(at) % 64)
	for ; ; w = m[i] {
		has := bits.OnesCount64(w)
		if n <= has {
			break
		}
		n -= has
		if i++; i == len(m) {
			return 64 * i
		}
	}
	for ; n > 1; n-- {
		w &= w - 1
	}
	return 64*i + bits.TrailingZeros64(w)
}
