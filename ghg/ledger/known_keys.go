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

// number is the number of a key in an index, by which it is checked when it is met for the
// first time.
func (k *knownKeys) number(key *Key, x *keyIndex) (uint32, error) {
	id, slot, mark := k.find(hashOfKey(key), x.keys, func(met *Key) bool { return *met == *key })
	if slot == nil {
		return id, nil
	}
	return k.meet(*key, x, slot, mark)
}

// numberOf is that of the key of a record.
func (k *knownKeys) numberOf(r *ghg.Record, x *keyIndex) (uint32, error) {
	id, slot, mark := k.findOf(r, x.keys)
	if slot == nil {
		return id, nil
	}
	return k.meet(KeyOf(*r), x, slot, mark)
}

// meet is the number of a key that is not known, and now is.
func (k *knownKeys) meet(key Key, x *keyIndex, slot *knownKey, mark uint32) (uint32, error) {
	id, err := x.find(key)
	if err == nil {
		*slot = knownKey{mark, id + 1}
	}
	return id, err
}

// find is the number of a key among those that were met, if it stands there as it is given;
// else where it may stand, and its mark.
func (k *knownKeys) find(hash uint64, met []Key, is func(*Key) bool) (id uint32, slot *knownKey, mark uint32) {
	if len(k.slots) < min(2*len(met)+64, mostSlots) {
		k.grow(met)
	}
	mark = uint32(hash >> 32)
	last := uint64(len(k.slots) - 1)
	for i := range uint64(mostTries) {
		slot = &k.slots[(hash+i)&last]
		if slot.id == 0 {
			return 0, slot, mark
		}
		if slot.mark == mark && is(&met[slot.id-1]) {
			return slot.id - 1, nil, mark
		}
	}
	return 0, &k.slots[hash&last], mark
}

func (k *knownKeys) findOf(r *ghg.Record, met []Key) (id uint32, slot *knownKey, mark uint32) {
	return k.find(hashOfRecord(r), met, func(met *Key) bool { return met.isOf(r) })
}

// grow makes room and places anew what was met.
func (k *knownKeys) grow(met []Key) {
	k.slots = make([]knownKey, max(256, 2*len(k.slots)))
	for id := range met {
		// None is known, so that a slot is given.
		_, slot, mark := k.find(hashOfKey(&met[id]), met, func(*Key) bool { return false })
		*slot = knownKey{mark, uint32(id) + 1}
	}
}

func hashOfKey(k *Key) uint64 {
	return hashOf(k.Period, uint64(k.Gas.Word())|uint64(k.Scope)<<16|uint64(k.Variant)<<24|uint64(k.Status)<<32,
		string(k.Place), k.Category, k.Fuel, k.Activity, k.Facility)
}

func hashOfRecord(r *ghg.Record) uint64 {
	return hashOf(r.Period, uint64(r.Gas.Word())|uint64(r.Scope)<<16|uint64(r.Variant)<<24|uint64(r.Status)<<32,
		string(r.Place), r.Category.Code, r.Fuel, r.Activity, r.Facility)
}

// hashOf is a number that many keys have for themselves.
func hashOf(p ghg.Period, rest uint64, place, category, fuel, activity, facility string) uint64 {
	h := mixed(mixed(mixed(p.Word(), rest), letters(place)), letters(category))
	if len(fuel)+len(activity)+len(facility) > 0 {
		h = mixed(mixed(mixed(h, letters(fuel)), letters(activity)), letters(facility))
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
