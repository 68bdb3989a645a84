package ledger

import (
	"bytes"
	"encoding/binary"
)

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
		i = indexByte(digits, mark, uint64(mark)*0x0101010101010101)
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
	const zeros = 0x3030303030303030
	missing := 8 * uint(8-len(digits)) // bits: zeros stand before the digits
	word := binary.LittleEndian.Uint64(digits[:8])<<missing | zeros>>1>>(63-missing)
	if word&0xF0F0F0F0F0F0F0F0 != zeros || (word+0x0606060606060606)&0xF0F0F0F0F0F0F0F0 != zeros {
		return 0, false
	}
	word -= zeros
	word = word*10 + word>>8 // pairs
	word = (word&0x000000FF000000FF*0x000F424000000064 + word>>16&0x000000FF000000FF*0x0000271000000001) >> 32
	return n*powers[len(digits)] + int64(word&0xFFFFFFFF), true
}

var powers = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}
