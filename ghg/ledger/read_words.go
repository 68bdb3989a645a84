package ledger

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// cell is a field of a row. Of a text of less than eight bytes the word holds them all, the
// first lowest; of any other it is a hash.
type cell struct {
	text []byte
	word uint64
}

// isShort reports whether a text stands in one word.
func isShort(text []byte) bool { return len(text) < 8 }

// cutCell takes a row apart at its first delimiter, which pattern repeats eight times.
func cutCell(row []byte, delimiter byte, pattern uint64) (c cell, rest []byte, found bool) {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	if cap(row) >= 8 { // what follows the row in its block is looked at, and left out
		word := binary.LittleEndian.Uint64(row[:8])
		x := word ^ pattern
		if zeros := (x - ones) &^ x & tops; zeros != 0 { // the lowest is that of a delimiter
			if n := bits.TrailingZeros64(zeros) / 8; n < len(row) {
				return cell{row[:n], word & (1<<(8*n) - 1)}, row[n+1:], true
			}
		}
		if isShort(row) {
			return cell{row, word & (1<<(8*len(row)) - 1)}, nil, false
		}
	}
	if i := bytes.IndexByte(row, delimiter); i >= 0 {
		return cell{row[:i], wordOf(row[:i])}, row[i+1:], true
	}
	return cell{row, wordOf(row)}, nil, false
}

// wordOf is the word of a text, which mixes it where it is longer.
func wordOf(text []byte) uint64 {
	h := uint64(0)
	if !isShort(text) {
		h = uint64(len(text))
		for ; len(text) >= 8; text = text[8:] {
			h = mix(h, binary.LittleEndian.Uint64(text))
		}
	}
	var word uint64
	for i, b := range text {
		word |= uint64(b) << (8 * i)
	}
	if h == 0 {
		return word
	}
	return mix(h, word)
}

const hashFactor = 0x9E3779B97F4A7C15

func mix(h, x uint64) uint64 {
	hi, lo := bits.Mul64(h^x^hashFactor, hashFactor)
	return hi ^ lo
}

// wordTable are texts that were met in a column, each with what it depends on; they are
// numbered from 1, and 0 is none.
type wordTable struct {
	slots []wordSlot // a power of two, at most half full
	n     uint32
}

type wordSlot struct {
	word   uint64
	length uint32
	of     uint32 // the number of the text that it depends on
	id     uint32
	text   string
}

// mostWords is how many texts of a column are remembered.
const mostWords = 1 << 16

func (t *wordTable) find(c cell, of uint32) uint32 {
	if len(t.slots) == 0 {
		return 0
	}
	for i := slotOf(c.word, of); ; i++ {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if s.id == 0 || s.word == c.word && s.of == of && int(s.length) == len(c.text) && (isShort(c.text) || s.text == string(c.text)) {
			return s.id
		}
	}
}

func slotOf(word uint64, of uint32) uint64 { return mix(word, uint64(of)) }

// add adds a text that is not there, or gives 0 where there is no room.
func (t *wordTable) add(c cell, of uint32) uint32 {
	if t.n == mostWords {
		return 0
	}
	if int(t.n) >= len(t.slots)/2 {
		old := t.slots
		t.slots = make([]wordSlot, max(16, 2*len(old)))
		for _, s := range old {
			if s.id != 0 {
				t.put(s)
			}
		}
	}
	t.n++
	t.put(wordSlot{c.word, uint32(len(c.text)), of, t.n, string(c.text)})
	return t.n
}

func (t *wordTable) put(s wordSlot) {
	i := slotOf(s.word, s.of)
	for t.slots[i&uint64(len(t.slots)-1)].id != 0 {
		i++
	}
	t.slots[i&uint64(len(t.slots)-1)] = s
}

// rowKeys are the keys of rows by the numbers of their words.
type rowKeys struct {
	width int
	words []uint32 // of all combinations met, one after the other
	keys  []uint32 // the number of the key of each
	slots []uint32 // 1 + the number of a combination, or 0; a power of two, at most half full
}

// find is the number of the key of a row, or false.
func (k *rowKeys) find(words []uint32) (uint32, bool) {
	if len(k.slots) == 0 {
		return 0, false
	}
	for i := hashOfWords(words); ; i++ {
		n := k.slots[i&uint64(len(k.slots)-1)]
		if n == 0 {
			return 0, false
		}
		if k.is(n-1, words) {
			return k.keys[n-1], true
		}
	}
}

func (k *rowKeys) is(n uint32, words []uint32) bool {
	for i, w := range k.words[int(n)*k.width : (int(n)+1)*k.width] {
		if w != words[i] {
			return false
		}
	}
	return true
}

func (k *rowKeys) add(words []uint32, key uint32) {
	n := len(k.keys)
	k.words, k.keys = append(k.words, words...), append(k.keys, key)
	if n >= len(k.slots)/2 {
		k.slots = make([]uint32, max(16, 2*len(k.slots)))
		for i := range n {
			k.put(uint32(i))
		}
	}
	k.put(uint32(n))
}

func (k *rowKeys) put(n uint32) {
	i := hashOfWords(k.words[int(n)*k.width : (int(n)+1)*k.width])
	for k.slots[i&uint64(len(k.slots)-1)] != 0 {
		i++
	}
	k.slots[i&uint64(len(k.slots)-1)] = n + 1
}

func hashOfWords(words []uint32) uint64 {
	var h uint64
	for _, w := range words {
		h = (h ^ uint64(w)) * hashFactor
		h ^= h >> 29
	}
	return h
}
