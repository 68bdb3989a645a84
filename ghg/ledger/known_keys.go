package ledger

import "github.com/localghg/localghg/ghg"

// knownKeys finds numbers of keys by few of their letters, where a map of keys reads all of
// five texts. It may lose a key to another one: what it does not find is still in the map.
type knownKeys struct {
	slots []knownKey // a power of two of them
}

type knownKey struct {
	mark uint32 // of the key: most others have another
	id   uint32 // 1 + the number of the key
}

// mostSlots is where they end: with half a MiB, which stays in the caches of a processor.
const mostSlots = 1 << 16

// mostTries is how many slots are looked at for one key.
const mostTries = 4

// number is the number of the key of a record in an index, by which it is checked when it is
// met for the first time.
func (k *knownKeys) number(r *ghg.Record, x *keyIndex) (uint32, error) {
	id, slot, mark := k.find(r, x.keys)
	if slot == nil {
		return id, nil
	}
	id, err := x.find(KeyOf(*r))
	if err == nil {
		*slot = knownKey{mark, id + 1}
	}
	return id, err
}

// find is the number of the key of a record among those that were met, if it stands there as it
// is given; else where it may stand, and its mark.
func (k *knownKeys) find(r *ghg.Record, met []Key) (id uint32, slot *knownKey, mark uint32) {
	if len(k.slots) < min(2*len(met)+64, mostSlots) {
		k.grow(met)
	}
	h := hashOf(r)
	mark = uint32(h >> 32)
	last := uint64(len(k.slots) - 1)
	for i := range uint64(mostTries) {
		slot = &k.slots[(h+i)&last]
		if slot.id == 0 {
			return 0, slot, mark
		}
		if slot.mark == mark && met[slot.id-1].isOf(r) {
			return slot.id - 1, nil, mark
		}
	}
	return 0, &k.slots[h&last], mark
}

// grow makes room and places anew what was met.
func (k *knownKeys) grow(met []Key) {
	k.slots = make([]knownKey, max(256, 2*len(k.slots)))
	for id, key := range met {
		r := key.record("")
		if _, slot, mark := k.find(&r, met); slot != nil {
			*slot = knownKey{mark, uint32(id) + 1}
		}
	}
}

// hashOf is a number that many keys have for themselves.
func hashOf(r *ghg.Record) uint64 {
	h := mixed(r.Period.Word(), uint64(r.Gas.Word())|uint64(r.Scope)<<16|uint64(r.Variant)<<24|uint64(r.Status)<<32)
	h = mixed(h, letters(string(r.Place)))
	h = mixed(h, letters(r.Category.Code))
	if len(r.Fuel)+len(r.Activity)+len(r.Facility) > 0 {
		h = mixed(h, letters(r.Fuel))
		h = mixed(h, letters(r.Activity))
		h = mixed(h, letters(r.Facility))
	}
	return h
}

// odd spreads the bits of what is multiplied by it over those above: 2^64 over the golden ratio.
const odd = 0x9E3779B97F4A7C15

// mixed spreads the bits of two numbers over one.
func mixed(h, x uint64) uint64 {
	h = (h ^ x) * odd
	return h ^ h>>32
}

// letters are the length of a text and some bytes of it, the last ones first: names of
// meters differ in them.
func letters(s string) uint64 {
	n := len(s)
	if n == 0 {
		return 0
	}
	last := uint64(s[n-1]) | uint64(s[max(n-2, 0)])<<8 | uint64(s[max(n-3, 0)])<<16 | uint64(s[max(n-4, 0)])<<24
	return last | uint64(s[0])<<32 | uint64(s[n/2])<<40 | uint64(n)<<48
}
