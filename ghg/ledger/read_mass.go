package ledger

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// massWords is a mass as the last 16 characters up to its end, of which so many are its own,
// with the sign.
type massWords struct {
	low, high uint64
	negative  bool
	size      uint
}

// number is that of a mass of at most 16 characters, of which at most seven stand behind the
// decimal mark, that pattern has eight times. There are as few choices in it as can be, as
// numbers differ in length from row to row. What it does not take is for plainMass.
func (m *massWords) number(pattern uint64) (n int64, places int32, ok bool) {
	low, high, size := m.low, m.high, m.size
	if m.negative {
		size--
	}
	if size-1 >= 16 {
		return 0, 0, false
	}
	if mark := bytesOf(high, pattern) & lastBytes[size]; mark != 0 { // it is taken out, and what stands before it moves up
		mark &= -mark
		before, behind := mark>>7-1, -(mark << 1)
		high, low = high&behind|high&before<<8|low>>56, low<<8
		size--
		places = int32(bits.LeadingZeros64(mark) / 8)
		if uint(places)-1 >= size-1 {
			return 0, 0, false
		}
	}
	high = (high ^ zeros) & lastBytes[size]
	n, ok = number(high), noDigits(high) == 0
	if size > 8 {
		low = (low ^ zeros) & lastBytes[size-8]
		n += number(low) * 1e8
		ok = ok && noDigits(low) == 0
	}
	if m.negative {
		n = -n
	}
	return n, places, ok
}

// lastBytes are the last bytes of a word, so many of them.
var lastBytes = [17]uint64{0, 0xFF << 56, 0xFFFF << 48, 0xFFFFFF << 40, 0xFFFFFFFF << 32, 0xFFFFFFFFFF << 24, 0xFFFFFFFFFFFF << 16,
	0xFFFFFFFFFFFFFF << 8, 1<<64 - 1, 1<<64 - 1, 1<<64 - 1, 1<<64 - 1, 1<<64 - 1, 1<<64 - 1, 1<<64 - 1, 1<<64 - 1, 1<<64 - 1}

const zeros = 0x3030303030303030

// noDigits marks the bytes that are no digits, of which '0' was taken off.
func noDigits(word uint64) uint64 { return (word + 0x7676767676767676 | word) & 0x8080808080808080 }

// number is that of eight digits, the first lowest.
func number(word uint64) int64 {
	word = word*10 + word>>8 // pairs
	return int64((word&0x000000FF000000FF*0x000F424000000064 + word>>16&0x000000FF000000FF*0x0000271000000001) >> 32)
}

// plainMass reads a sign and at most 18 digits with a decimal mark among them: the number
// without its mark, and how many places stand behind it. What is written in another way is
// not for here.
func plainMass(cell []byte, mark byte) (n int64, places int32, ok bool) {
	digits := cell
	negative := len(cell) > 0 && cell[0] == '-'
	if negative {
		digits = cell[1:]
	}
	whole, decimals := digits, []byte(nil)
	i := len(digits)
	if cap(digits) >= 8 {
		i = indexByte(digits, mark)
	} else if at := bytes.IndexByte(digits, mark); at >= 0 {
		i = at
	}
	if i < len(digits) {
		whole, decimals = digits[:i], digits[i+1:]
		if len(decimals) == 0 {
			return 0, 0, false
		}
	}
	if len(whole) == 0 || len(whole)+len(decimals) > 18 {
		return 0, 0, false
	}
	n, ok = readDigits(0, whole)
	if ok {
		n, ok = readDigits(n, decimals)
	}
	if negative {
		n = -n
	}
	return n, int32(len(decimals)), ok
}

// readDigits reads digits behind others. Up to eight are read at once, as numbers differ in
// length and a processor cannot foresee where a loop over them ends.
func readDigits(n int64, digits []byte) (int64, bool) {
	if len(digits) == 0 {
		return n, true
	}
	if len(digits) > 8 || cap(digits) < 8 {
		for _, c := range digits {
			if c -= '0'; c > 9 {
				return 0, false
			}
			n = n*10 + int64(c)
		}
		return n, true
	}
	missing := 8 * uint(8-len(digits)) // bits: zeros stand before the digits
	word := binary.LittleEndian.Uint64(digits[:8])<<missing | zeros>>1>>(63-missing)
	if word&0xF0F0F0F0F0F0F0F0 != zeros || (word+0x0606060606060606)&0xF0F0F0F0F0F0F0F0 != zeros {
		return 0, false
	}
	return n*powers[len(digits)] + number(word-zeros), true
}

var powers = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}

// indexByte is where a byte first stands in a text that has eight bytes of room, or any
// number beyond its length.
func indexByte(text []byte, b byte) int {
	if there := bytesOf(binary.LittleEndian.Uint64(text[:8]), repeated(b)); there != 0 {
		return bits.TrailingZeros64(there) / 8
	}
	if len(text) > 8 {
		if i := bytes.IndexByte(text[8:], b); i >= 0 {
			return 8 + i
		}
	}
	return len(text)
}
