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
	texts  []byte  // of the frames, one after the other
	n      int
	misses int // since it is full, or since the last hit in it
}

// frame is a row without its mass.
type frame struct {
	hash         uint64 // never 0
	key          uint32
	at           uint32 // in texts
	before, size uint16 // the bytes before the mass, and all
	power        int16
}

// How many frames are kept, how long they are at most, and after how many rows without one
// none is looked for: each row of the file says something else.
const (
	mostFrames = 1 << 15
	frameBytes = 400
	mostMisses = 1 << 15
)

// ofMass is where the mass of a row begins and ends, by how many delimiters stand before it.
// It is not looked for where a row is longer than a frame.
func ofMass(row []byte, before int, delimiter byte, pattern uint64) (from, to int, ok bool) {
	const low = 0x7F7F7F7F7F7F7F7F
	if cap(row) < len(row)+8 || len(row) > frameBytes {
		return 0, 0, false
	}
	for at := 0; before > 0; at += 8 {
		if at >= len(row) {
			return 0, 0, false
		}
		x := binary.LittleEndian.Uint64(row[at:at+8]) ^ pattern
		zeros := ^((x&low + low) | x | low) // the top bit of each byte that is a delimiter
		if n := bits.OnesCount64(zeros); n < before {
			before -= n
			continue
		}
		for ; before > 1; before-- {
			zeros &= zeros - 1
		}
		before, from = 0, at+bits.TrailingZeros64(zeros)/8+1
	}
	if from > len(row) {
		return 0, 0, false
	}
	to = len(row)
	if i := bytes.IndexByte(row[from:], delimiter); i >= 0 {
		to = from + i
	}
	return from, to, true
}

// find is the frame of a row whose mass stands there, or nil, and its hash.
func (t *frameTable) find(row []byte, from, to int) (*frame, uint64) {
	h := mix(hashOf(row[:from])+uint64(from), hashOf(row[to:])) | 1
	if len(t.slots) == 0 {
		return nil, h
	}
	for i := h >> 8; ; i++ {
		f := &t.slots[i&uint64(len(t.slots)-1)]
		if f.hash == 0 {
			t.misses++
			return nil, h
		}
		if f.hash == h && int(f.before) == from && int(f.size) == from+len(row)-to {
			if text := t.texts[f.at : int(f.at)+int(f.size)]; same(text[:from], row[:from]) && same(text[from:], row[to:]) {
				t.misses = 0
				return f, h
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
				t.put(f)
			}
		}
	}
	t.n++
	t.put(frame{hash, key, uint32(len(t.texts)), uint16(from), uint16(from + len(row) - to), int16(power)})
	t.texts = append(append(t.texts, row[:from]...), row[to:]...)
	t.texts = append(t.texts, make([]byte, 8)...)[:len(t.texts)] // room behind
}

func (t *frameTable) put(f frame) {
	i := f.hash >> 8
	for t.slots[i&uint64(len(t.slots)-1)].hash != 0 {
		i++
	}
	t.slots[i&uint64(len(t.slots)-1)] = f
}
