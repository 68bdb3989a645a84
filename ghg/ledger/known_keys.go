package ledger

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

// number is the number of a key in an index, by which it is checked when it is met for the
// first time.
func (r *knownKeys) number(k *Key, x *keyIndex) (uint32, error) {
	id, slot, mark := r.find(k, x.keys)
	if slot == nil {
		return id, nil
	}
	id, err := x.find(*k)
	if err == nil {
		*slot = knownKey{mark, id + 1}
	}
	return id, err
}

// find is the number of a key among those that were met, if it stands there as it is given;
// else where it may stand, and its mark.
func (r *knownKeys) find(k *Key, met []Key) (id uint32, slot *knownKey, mark uint32) {
	if len(r.slots) < min(2*len(met)+64, mostSlots) {
		r.grow(met)
	}
	h := hashOf(k)
	mark = uint32(h >> 32)
	last := uint64(len(r.slots) - 1)
	for i := range uint64(mostTries) {
		slot = &r.slots[(h+i)&last]
		if slot.id == 0 {
			return 0, slot, mark
		}
		if slot.mark == mark && met[slot.id-1] == *k {
			return slot.id - 1, nil, mark
		}
	}
	return 0, &r.slots[h&last], mark
}

// grow makes room and places anew what was met.
func (r *knownKeys) grow(met []Key) {
	r.slots = make([]knownKey, max(256, 2*len(r.slots)))
	for id := range met {
		if _, slot, mark := r.find(&met[id], met); slot != nil {
			*slot = knownKey{mark, uint32(id) + 1}
		}
	}
}

// hashOf is a number that many keys have for themselves.
func hashOf(k *Key) uint64 {
	h := mixed(k.Period.Word(), uint64(k.Gas.Word())|uint64(k.Scope)<<16|uint64(k.Variant)<<24|uint64(k.Status)<<32)
	h = mixed(h, letters(string(k.Place)))
	h = mixed(h, letters(k.Category))
	h = mixed(h, letters(k.Fuel))
	h = mixed(h, letters(k.Activity))
	return mixed(h, letters(k.Facility))
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
