package ledger

import (
	"encoding/binary"
	"math/bits"
)

// batch is a few rows that are looked for among the frames at a time: a processor can do for
// one what does not wait for memory while it waits for another.
type batch struct {
	rows [mostRowsOfBatch]rowParts
	n    int
	size int // how many rows are taken at a time, fewer where not all are known
}

const mostRowsOfBatch = 32

// rowParts is a row of a text, in words.
type rowParts struct {
	frameText
	mass     massWords
	first    uint32 // the first frame that may be that of the row
	at       int
	from, to int // of its mass, from where it begins
	end      int // of it, from there
	next     int // where the next begins
}

// What of a text is looked at from a row: what stands before it, where its mass may begin near
// the beginning, and what it may have itself, with room for a word behind it.
const (
	beforeRow = 16
	window    = beforeRow + 512 + 8
	room      = window // behind any text
)

// part parts rows from a place in a text on, which has room behind it, and reports whether
// more may follow. So many fields stand before the mass, and behind it.
func (b *batch) part(text []byte, m marks, at, before, behind int) bool {
	size := len(text) - room
	for b.n = 0; b.n < b.size; b.n++ {
		if at >= size || at < beforeRow {
			return false
		}
		w, last := m.window(at), uint64(0)
		for range before {
			last = w
			w &= w - 1
		}
		from, to := 0, bits.TrailingZeros64(w)
		if before > 0 {
			from = bits.TrailingZeros64(last) + 1
		}
		for range behind {
			w &= w - 1
		}
		end := bits.TrailingZeros64(w)
		if w == 0 {
			from, to, end = m.row(at, before, behind) // 64 bytes do not hold it
		}
		if end >= frameBytes || at+end >= size || text[at+end] != '\n' {
			return false
		}
		x := &b.rows[b.n&(mostRowsOfBatch-1)]
		x.at, x.next = at, at+end+1
		if end > 0 && text[at+end-1] == '\r' {
			end--
			to = min(to, end)
		}
		x.from, x.to, x.end = from, to, end
		x.load((*[window]byte)(text[at-beforeRow : at-beforeRow+window : at-beforeRow+window]))
		at = x.next
	}
	return true
}

// load loads the words of a row. There is hardly a choice in it that a processor could foresee
// wrongly, as rows are not of one length.
func (x *rowParts) load(text *[window]byte) {
	before, behind := x.from, x.end-x.to
	lengths := uint32(before)<<16 | uint32(behind)
	a, b, c, d := wordOfRow(text, 0), wordOfRow(text, 8), wordOfRow(text, before-16), wordOfRow(text, before-8)
	if before < 16 {
		a, b, c, d = a&firstBytes[min(before, 8)&15], b&firstBytes[max(before-8, 0)&15], 0, 0
	}
	e := wordOfRow(text, x.to) & firstBytes[min(behind, 8)&15]
	x.lengths = lengths
	w := &x.words // one by one: a processor waits for what was written in parts and is read at once
	w[0], w[1], w[2], w[3], w[4] = a, b, c, d, e
	x.hash = mixWords(mixWords(a^uint64(lengths), b)+mixWords(c, d), e)
	if x.isLong() {
		for i := 16; i < before-16; i += 8 {
			x.hash = mixWords(x.hash, wordOfRow(text, i))
		}
		for i := x.to + 8; i < x.end; i += 8 {
			x.hash = mixWords(x.hash, wordOfRow(text, i)&firstBytes[min(x.end-i, 8)&15])
		}
	}
	x.mass = massWords{wordOfRow(text, x.to-16), wordOfRow(text, x.to-8), text[(beforeRow+x.from)&511] == '-', uint(x.to - x.from)}
}

// isLong reports whether the words do not hold all of the row.
func (x *rowParts) isLong() bool { return x.from > 32 || x.end-x.to > 8 }

// rest is what the words do not hold.
func (x *rowParts) rest(text []byte) (before, behind []byte) {
	text = text[x.at:]
	return text[min(16, x.from):max(min(16, x.from), x.from-16)], text[min(x.to+8, x.end):x.end]
}

// wordOfRow loads a word from a place in the row on.
func wordOfRow(text *[window]byte, at int) uint64 {
	return binary.LittleEndian.Uint64(text[(beforeRow+at)&511:])
}

// firstBytes are the first bytes of a word, so many of them.
var firstBytes = [16]uint64{0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 1<<64 - 1}

// look finds the first frame of each row.
func (b *batch) look(t *frameTable) {
	for i := range b.rows[:b.n] {
		b.rows[i].first = t.first(b.rows[i].hash)
	}
}

func mixWords(x, y uint64) uint64 {
	hi, lo := bits.Mul64(x^hashFactor, y^0xD6E8FEB86659FD93)
	return hi ^ lo
}
