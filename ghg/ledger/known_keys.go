package ledger

import (
	"hash/maphash"

	"github.com/localghg/localghg/ghg"
)

// knownKeys finds numbers of keys by few of their letters, where a map of keys reads all of
// five texts. It may lose a key to another one: what it does not find is still in the map.
type knownKeys struct {
	seed  maphash.Seed
	slots []uint32 // 1 + the number of a key; a power of two of them
}

// mostSlots is where they end: with 256 KiB, which stay in the caches of a processor.
const mostSlots = 1 << 16

// mostTries is how many slots are looked at for one key.
const mostTries = 4

// find is the number of a key among those that were met, if it stands there as it is given;
// else where it may stand.
func (r *knownKeys) find(k *Key, met []Key) (id uint32, slot *uint32, ok bool) {
	if len(r.slots) < min(2*len(met)+16, mostSlots) {
		r.grow(met)
	}
	first := r.at(k)
	for i := range uint64(mostTries) {
		slot = &r.slots[(first+i)&uint64(len(r.slots)-1)]
		if *slot == 0 {
			return 0, slot, false
		}
		if id = *slot - 1; met[id] == *k {
			return id, slot, true
		}
	}
	return 0, &r.slots[first], false
}

// grow makes room and places anew what was met.
func (r *knownKeys) grow(met []Key) {
	if r.slots == nil {
		r.seed = maphash.MakeSeed()
	}
	r.slots = make([]uint32, max(64, 4*len(r.slots)))
	for id := range met {
		if _, slot, ok := r.find(&met[id], met); !ok {
			*slot = uint32(id) + 1
		}
	}
}

func (r *knownKeys) at(k *Key) uint64 {
	const odd = 0x9E3779B97F4A7C15
	h := maphash.Comparable(r.seed, struct {
		period  ghg.Period
		gas     ghg.Gas
		scope   ghg.Scope
		variant ghg.Variant
		status  ghg.Status
	}{k.Period, k.Gas, k.Scope, k.Variant, k.Status})
	for _, text := range [...]string{string(k.Place), k.Category, k.Fuel, k.Activity, k.Facility} {
		h = (h ^ letters(text)) * odd
	}
	return h >> 32 & uint64(len(r.slots)-1)
}

// letters are the length of a text and some bytes of it, the last ones first: names of
// meters differ in them.
func letters(s string) uint64 {
	n := len(s)
	if n < 4 {
		h := uint64(n)
		for i := range n {
			h = h<<8 | uint64(s[i])
		}
		return h
	}
	last := uint64(s[n-1]) | uint64(s[n-2])<<8 | uint64(s[n-3])<<16 | uint64(s[n-4])<<24
	return last | uint64(s[0])<<32 | uint64(s[n/2])<<40 | uint64(n)<<48
}
