package ledger

// frameTable is the rows that were read here without their masses: a row with the same text
// before and behind its mass is of the same key and unit, whatever its mass.
type frameTable struct {
	slots  []uint32 // 1 + the number of a frame, or 0; a power of two, at most half full
	frames []frame
	rests  []byte // of long frames, one after the other
	misses int    // since it is full, or since the last hit in it
}

// frame is a row without its mass. It fills what a processor takes from memory at a time, as
// what is far costs more than all else.
type frame struct {
	frameText
	key   uint32
	power int32  // of ten, of its unit
	rest  uint32 // where its rest begins
}

// frameText is what stands before the mass and behind it, up to 32 bytes before and 8 behind:
// the first 16 and the last 16 before, which overlap, and zeros where there are fewer; and of
// any more the hash.
type frameText struct {
	words   [5]uint64
	hash    uint64
	lengths uint32 // of both parts
}

// How many frames are kept, how long they are at most, and after how many rows without one
// none is looked for: each row of the file says something else.
const (
	mostFrames = 1 << 15
	frameBytes = 400
	mostMisses = 1 << 15
)

func newFrameTable() frameTable { return frameTable{slots: make([]uint32, 64)} }

// areOfUse reports whether rows are still looked for.
func (t *frameTable) areOfUse() bool { return t.misses <= mostMisses }

// first is the first frame that a hash may be of, or 0.
func (t *frameTable) first(hash uint64) uint32 { return t.slots[hash&uint64(len(t.slots)-1)] }

// find is the frame of a row, or nil.
func (t *frameTable) find(x *rowParts, text []byte) *frame {
	hash := x.hash
	for n := x.first; n != 0; n = t.first(hash) {
		hash++
		f := &t.frames[n-1]
		differ := (f.words[0] ^ x.words[0]) | (f.words[1] ^ x.words[1]) | (f.words[2] ^ x.words[2]) | (f.words[3] ^ x.words[3]) |
			(f.words[4] ^ x.words[4]) | uint64(f.lengths^x.lengths)
		if differ == 0 && (!x.isLong() || t.hasRest(f, x, text)) {
			return f
		}
	}
	return nil
}

func (t *frameTable) hasRest(f *frame, x *rowParts, text []byte) bool {
	before, behind := x.rest(text)
	known := t.rests[f.rest:]
	return string(known[:len(before)]) == string(before) && string(known[len(before):][:len(behind)]) == string(behind)
}

// add keeps the frame of a row.
func (t *frameTable) add(x *rowParts, text []byte, key uint32, power int32) {
	if len(t.frames) == mostFrames {
		return
	}
	t.frames = append(t.frames, frame{x.frameText, key, power, uint32(len(t.rests))})
	if x.isLong() {
		before, behind := x.rest(text)
		t.rests = append(append(t.rests, before...), behind...)
	}
	if len(t.frames) <= len(t.slots)/2 {
		t.put(len(t.frames))
		return
	}
	t.slots = make([]uint32, 2*len(t.slots))
	for i := range t.frames {
		t.put(i + 1)
	}
}

func (t *frameTable) put(n int) {
	hash := t.frames[n-1].hash
	for t.first(hash) != 0 {
		hash++
	}
	t.slots[hash&uint64(len(t.slots)-1)] = uint32(n)
}
