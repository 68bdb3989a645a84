package ledger

import (
	"errors"

	"github.com/localghg/localghg/ghg"
)

// keyIndex numbers keys in the order in which they are met.
type keyIndex struct {
	scheme ghg.Scheme
	ids    map[Key]uint32 // by key as given, and as it stands in keys
	keys   []Key
}

func newKeyIndex(scheme ghg.Scheme) keyIndex { return keyIndex{scheme: scheme, ids: map[Key]uint32{}} }

// find is the number of a key, which is checked when it is met for the first time.
func (x *keyIndex) find(k Key) (uint32, error) {
	if id, ok := x.ids[k]; ok {
		return id, nil
	}
	clean, err := x.check(k)
	if err != nil {
		return 0, err
	}
	id := x.add(clean)
	x.ids[k] = id
	return id, nil
}

// add is the number of a key that needs no check.
func (x *keyIndex) add(k Key) uint32 {
	id, ok := x.ids[k]
	if !ok {
		id = uint32(len(x.keys))
		x.keys = append(x.keys, k)
		x.ids[k] = id
	}
	return id
}

// another is a number for a key that needs no check, and may have others already.
func (x *keyIndex) another(k Key) uint32 {
	x.keys = append(x.keys, k)
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
