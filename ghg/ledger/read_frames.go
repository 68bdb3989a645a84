package ledger

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// frameTable is the rows that were read here without their masses: a row with the same text
// before and behind its mass is of the same key and unit, whatever its mass.
type frameTable struct {
	slots  []frame // a power of two, at most half full
	texts  []byte  // of the frames, one after the other, each behind the power of ten of its unit
	n      int
	misses int // since it is full, or since the last hit in it
}

// frame is a row without its mass. It is kept small, so that many stay near.
type frame struct {
	hash         uint32 // never 0
	key          uint32
	at           uint32 // where its text begins
	before, size uint16 // the bytes before the mass, and all
}

// How many frames are kept, how long they are at most, and after how many rows without one
// none is looked for: each row of the file says something else.
const (
	mostFrames = 1 << 15
	frameBytes = 400
	mostMisses = 1 << 15
)

// ofMass is where the mass of a row begins and ends, by how many delimiters stand before it.
// It is not looked for where a row is longer than a frame, or has no room behind it.
func ofMass(row []byte, before int, delimiter byte, pattern uint64) (from, to int, ok bool) {
	if cap(row) < len(row)+8 || len(row) > frameBytes {
		return 0, 0, false
	}
	for at := 0; before > 0; at += 8 {
		if at >= len(row) {
			return 0, 0, false
		}
		there := bytesOf(binary.LittleEndian.Uint64(row[at:at+8]), pattern)
		if n := bits.OnesCount64(there); n < before {
			before -= n
			continue
		}
		for ; before > 1; before-- {
			there &= there - 1
		}
		before, from = 0, at+bits.TrailingZeros64(there)/8+1
	}
	if from > len(row) {
		return 0, 0, false
	}
	return from, min(from+indexByte(row[from:], delimiter, pattern), len(row)), true
}

// bytesOf marks the bytes of a word that are one byte, which pattern has eight times: the
// top bit of each.
func bytesOf(word, pattern uint64) uint64 {
	const low = 0x7F7F7F7F7F7F7F7F
	x := word ^ pattern
	return ^((x&low + low) | x | low)
}

// indexByte is where a byte first stands in a text that has eight bytes of room behind it, or
// any number beyond its length.
func indexByte(text []byte, b byte, pattern uint64) int {
	if there := bytesOf(binary.LittleEndian.Uint64(text[:8]), pattern); there != 0 {
		return bits.TrailingZeros64(there) / 8
	}
	if len(text) > 8 {
		if i := bytes.IndexByte(text[8:], b); i >= 0 {
			return 8 + i
		}
	}
	return len(text)
}

// find is the key of a row whose mass stands there, and the power of ten of its unit; or the
// hash of the row, for add.
func (t *frameTable) find(row []byte, from, to int) (key uint32, power int32, hash uint64, ok bool) {
	hash = mix(hashOf(row[:from])+uint64(from), hashOf(row[to:])) | 1
	if len(t.slots) == 0 {
		return 0, 0, hash, false
	}
	for i := hash >> 32; ; i++ {
		f := &t.slots[i&uint64(len(t.slots)-1)]
		if f.hash == 0 {
			t.misses++
			return 0, 0, hash, false
		}
		if f.hash == uint32(hash) && int(f.before) == from && int(f.size) == from+len(row)-to {
			if text := t.texts[f.at : int(f.at)+int(f.size)]; same(text[:from], row[:from]) && same(text[from:], row[to:]) {
				t.misses = 0
				return f.key, int32(int8(t.texts[f.at-1])), hash, true
			}
		}
	}
}

// hashOf mixes a text that has eight bytes of room behind it. Products do not wait for each
// other; what they come to is mixed once more.
func hashOf(text []byte) (h uint64) {
	n := len(text)
	room := text[: n+8 : n+8]
	factor := uint64(hashFactor)
	at := 0
	for ; n-at >= 8; at += 8 {
		h += binary.LittleEndian.Uint64(room[at:]) * factor
		factor += factor << 1 // odd again
	}
	rest := binary.LittleEndian.Uint64(room[at:]) & (1<<(8*(n-at)) - 1)
	return h + bits.ReverseBytes64(rest)*factor
}

// same compares texts of one length that have eight bytes of room behind them.
func same(a, b []byte) bool {
	n := len(a)
	a, b = a[:n+8:n+8], b[:n+8:n+8]
	at := 0
	for ; n-at >= 8; at += 8 {
		if binary.LittleEndian.Uint64(a[at:]) != binary.LittleEndian.Uint64(b[at:]) {
			return false
		}
	}
	differ := binary.LittleEndian.Uint64(a[at:]) ^ binary.LittleEndian.Uint64(b[at:])
	return differ&(1<<(8*(n-at))-1) == 0
}

// add keeps the frame of a row.
func (t *frameTable) add(row []byte, from, to int, hash uint64, key uint32, power int32) {
	if t.n == mostFrames {
		return
	}
	if t.n >= len(t.slots)/2 {
		old := t.slots
		t.slots = make([]frame, max(64, 2*len(old)))
		for _, f := range old {
			if f.hash != 0 {
				text := t.texts[f.at : int(f.at)+int(f.size)]
				t.put(f, mix(hashOf(text[:f.before])+uint64(f.before), hashOf(text[f.before:])))
			}
		}
	}
	t.n++
	t.texts = append(t.texts, byte(power))
	t.put(frame{uint32(hash), key, uint32(len(t.texts)), uint16(from), uint16(from + len(row) - to)}, hash)
	t.texts = append(append(t.texts, row[:from]...), row[to:]...)
	t.texts = append(t.texts, make([]byte, 8)...)[:len(t.texts)] // room behind
}

func (t *frameTable) put(f frame, hash uint64) {
	i := hash >> 32
	for t.slots[i&uint64(len(t.slots)-1)].hash != 0 {
		i++
	}
	t.slots[i&uint64(len(t.slots)-1)] = f
}
