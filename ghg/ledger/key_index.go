package ledger

import (
	"errors"
	"hash/maphash"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// keyIndex numbers keys in the order in which they are met. It holds each once.
type keyIndex struct {
	scheme ghg.Scheme
	keys   []Key

	seed   maphash.Seed
	latest map[uint64]uint32 // 1 + the number of a key, by its hash
	before []uint32          // of each key, 1 + the number of another one that has its hash, or 0
	given  map[Key]uint32    // keys that do not stand in keys as they are given
}

func newKeyIndex(scheme ghg.Scheme) keyIndex {
	return keyIndex{scheme: scheme, seed: maphash.MakeSeed(), latest: map[uint64]uint32{}, given: map[Key]uint32{}}
}

// find is the number of a key, which is checked when it is met for the first time.
func (x *keyIndex) find(k Key) (uint32, error) {
	hash := maphash.Comparable(x.seed, k)
	if id, ok := x.number(hash, &k); ok {
		return id, nil
	}
	if id, ok := x.given[k]; ok {
		return id, nil
	}
	clean, err := x.check(k)
	if err != nil {
		return 0, err
	}
	if clean == k {
		return x.put(hash, k), nil
	}
	hash = maphash.Comparable(x.seed, clean)
	id, ok := x.number(hash, &clean)
	if !ok {
		id = x.put(hash, clean)
	}
	x.given[k] = id
	return id, nil
}

// number is that of a key as it stands in keys.
func (x *keyIndex) number(hash uint64, k *Key) (uint32, bool) {
	for id := x.latest[hash]; id > 0; id = x.before[id-1] {
		if x.keys[id-1] == *k {
			return id - 1, true
		}
	}
	return 0, false
}

func (x *keyIndex) put(hash uint64, k Key) uint32 {
	id := x.another(k)
	x.before[id] = x.latest[hash]
	x.latest[hash] = id + 1
	return id
}

// another is a number for a key that needs no check, and may have others already.
func (x *keyIndex) another(k Key) uint32 {
	if n := len(x.keys); n == cap(x.keys) { // keys are long: double the room, where append makes it little by little
		x.keys, x.before = slices.Grow(x.keys, n+16), slices.Grow(x.before, n+16)
	}
	x.keys, x.before = append(x.keys, k), append(x.before, 0)
	return uint32(len(x.keys) - 1)
}

// check gives a key with its place and category spelt in one way, or says with a
// [ghg.Fault] why no record may have it.
func (x *keyIndex) check(k Key) (Key, error) {
	name, err := ghg.ParsePlace(string(k.Place))
	if err != nil {
		return Key{}, err
	}
	refuse := func(code, field, value, detail string) (Key, error) {
		return Key{}, ghg.Fault{Code: code, Field: field, Value: value, Detail: detail, Place: name, Period: k.Period}
	}
	if k.Period.IsZero() {
		return refuse(ghg.FaultPeriod, "period", "", "a row needs a period, such as ghg.CalendarYear(2018)")
	}
	node, ok := x.scheme.Node(k.Category)
	switch {
	case !ok:
		return refuse(ghg.FaultUnknownCategory, "category", k.Category, "no category of "+x.scheme.Name())
	case !node.Reportable:
		return refuse(ghg.FaultNotReportable, "category", k.Category,
			"records sit on the categories below it; a figure for the whole is a declared total")
	case k.Gas.IsZero():
		return refuse(ghg.FaultMismatch, "gas", "", "a mass needs its gas")
	}
	for _, x := range []struct {
		field string
		last  bool
		value interface{ String() string }
	}{{"variant", k.Variant <= ghg.FuelBased, k.Variant}, {"status", k.Status <= ghg.Projected, k.Status},
		{"scope", k.Scope <= ghg.Scope3, k.Scope}} {
		if !x.last {
			return refuse(ghg.FaultField, x.field, x.value.String(), "not one of the values that exist")
		}
	}
	k.Place, k.Category = name, node.Code
	return k, nil
}

// errNoScheme says that the zero value was asked.
var errNoScheme = errors.New("no scheme: a ledger is made with a Builder, and partial sums with NewPartial")
