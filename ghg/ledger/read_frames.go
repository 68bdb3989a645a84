package ledger

import "encoding/binary"

// frameTable is the rows that were read here without their masses: a row with the same text
// before and behind its mass is of the same key and unit, whatever its mass.
//
// A frame is kept as the words that are loaded of such a row, behind one that says its key,
// the power of ten of its unit and how long its two parts are. All of it stands together, as
// what is far in memory costs more than all else.
type frameTable struct {
	slots  []uint32 // where in the frames one begins, or 0; a power of two, at most half full
	frames []uint64
	n      int
	misses int // since it is full, or since the last hit in it
}

// How many frames are kept, how long they are at most, and after how many rows without one
// none is looked for: each row of the file says something else.
const (
	mostFrames = 1 << 15
	frameBytes = 400
	mostMisses = 1 << 15
)

// areOfUse reports whether rows are still looked for.
func (t *frameTable) areOfUse() bool { return t.misses <= mostMisses }

// frame is a row without its mass.
type frame struct {
	words   [mostWordsOfRow]uint64
	n       int    // of them
	lengths uint32 // of its two parts
}

const mostWordsOfRow = 64 // a power of two, and no less than there are in two parts of a frame

// What the first word of a frame says besides the key, in its last bits.
const (
	lengthBits  = 10
	powerBits   = 12
	lengthsMask = 1<<(2*lengthBits) - 1
)

func firstWord(key uint32, power int32, lengths uint32) uint64 {
	return uint64(key)<<32 | uint64(power+mostPower)<<(2*lengthBits) | uint64(lengths)
}

func (t *frameTable) find(f *frame) (key uint32, power int32, ok bool) {
	if len(t.slots) == 0 {
		return 0, 0, false
	}
	words := f.words[:f.n&(mostWordsOfRow-1)]
	for i := hashOf(words, f.lengths); ; i++ {
		at := int(t.slots[i&uint64(len(t.slots)-1)])
		if at == 0 {
			return 0, 0, false
		}
		first, known := t.frames[at], t.frames[at+1:]
		if uint32(first)&lengthsMask != f.lengths || len(known) < len(words) {
			continue
		}
		var differ uint64
		for i, w := range words {
			differ |= w ^ known[i]
		}
		if differ == 0 {
			return uint32(first >> 32), int32(first>>(2*lengthBits)&(1<<powerBits-1)) - mostPower, true
		}
	}
}

// add keeps a frame.
func (t *frameTable) add(f *frame, key uint32, power int32) {
	if t.n == mostFrames {
		return
	}
	if t.n == 0 {
		t.frames = append(t.frames, 0) // none begins there
	}
	if t.n >= len(t.slots)/2 {
		old := t.slots
		t.slots = make([]uint32, max(64, 2*len(old)))
		for _, at := range old {
			if at != 0 {
				t.put(at)
			}
		}
	}
	t.n++
	at := uint32(len(t.frames))
	t.frames = append(append(t.frames, firstWord(key, power, f.lengths)), f.words[:f.n]...)
	t.put(at)
}

func (t *frameTable) put(at uint32) {
	lengths := uint32(t.frames[at]) & lengthsMask
	words := t.frames[at+1:][:wordsOf(int(lengths>>lengthBits))+wordsOf(int(lengths&(1<<lengthBits-1)))]
	i := hashOf(words, lengths)
	for t.slots[i&uint64(len(t.slots)-1)] != 0 {
		i++
	}
	t.slots[i&uint64(len(t.slots)-1)] = at
}

// hashOf mixes words. Products do not wait for each other; what they come to is mixed once more.
func hashOf(words []uint64, lengths uint32) uint64 {
	h, factor := uint64(lengths), uint64(hashFactor)
	for _, w := range words {
		h += w * factor
		factor += factor << 1 // odd again
	}
	return mix(h, 0)
}

// load loads the words of a row. The text has room behind it.
func (f *frame) load(text []byte, r massRow) {
	f.lengths = uint32(r.from-r.at)<<lengthBits | uint32(r.end-r.to)
	f.n = f.loadPart(text, r.to, r.end, f.loadPart(text, r.at, r.from, 0))
}

// massRow is a row of a text, and where in it the mass stands.
type massRow struct{ at, from, to, end int }

// room is how many bytes must stand behind a text of which words are loaded.
const room = 8

// loadPart loads words of a part of a text behind others, and says how many there are. The
// last are loaded from where they end, and may overlap those before: texts of 17 to 32 bytes,
// say, take the same steps, as a processor cannot foresee how long one is.
func (f *frame) loadPart(text []byte, from, to, n int) int {
	const most = mostWordsOfRow - 1
	size := to - from
	if size < 8 {
		f.words[n&most] = wordAt(text, from) & (1<<(8*uint(size)&63) - 1)
		return n + 1
	}
	last := max(from, to-16)
	for ; from < last; from += 16 {
		f.words[n&most], f.words[(n+1)&most] = wordAt(text, from), wordAt(text, from+8)
		n += 2
	}
	f.words[n&most], f.words[(n+1)&most] = wordAt(text, last), wordAt(text, to-8)
	return n + 2
}

// wordsOf is how many words are loaded of so many bytes.
func wordsOf(size int) int {
	if size < 8 {
		return 1
	}
	return 2 * max(1, (size+15)/16)
}

// wordAt loads a word.
func wordAt(text []byte, at int) uint64 { return binary.LittleEndian.Uint64(text[at : at+8 : at+8]) }
