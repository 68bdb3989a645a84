package ledger

import "github.com/localghg/localghg/ghg"

// meaning is what a word says of a key, each in its own field, and of a unit the power of
// ten in tonnes.
type meaning struct {
	key   Key
	power int32
}

func meaningOf(column string, k Key, power int32) meaning {
	switch column {
	case "place":
		k = Key{Place: k.Place}
	case "year":
		k = Key{Period: k.Period}
	case "category":
		k = Key{Category: k.Category}
	case "unit": // and gas, which the unit may name
		return meaning{Key{Gas: k.Gas}, power}
	case "scope":
		k = Key{Scope: k.Scope}
	case "variant":
		k = Key{Variant: k.Variant}
	case "status":
		k = Key{Status: k.Status}
	case "tags":
		k = Key{Tags: k.Tags}
	case "fuel":
		k = Key{Fuel: k.Fuel}
	case "activity":
		k = Key{Activity: k.Activity}
	case "facility":
		k = Key{Facility: k.Facility}
	default: // gas and scheme say what others mean, and qualities nothing
		k = Key{}
	}
	return meaning{key: k}
}

// and is the key with what another one says.
func (k Key) and(o Key) Key {
	if o.Place != "" {
		k.Place = o.Place
	}
	if !o.Period.IsZero() {
		k.Period = o.Period
	}
	if o.Category != "" {
		k.Category = o.Category
	}
	if !o.Gas.IsZero() {
		k.Gas = o.Gas
	}
	if o.Tags != (ghg.Tags{}) {
		k.Tags = o.Tags
	}
	k.Scope, k.Variant, k.Status = max(k.Scope, o.Scope), max(k.Variant, o.Variant), max(k.Status, o.Status)
	k.Fuel, k.Activity, k.Facility = k.Fuel+o.Fuel, k.Activity+o.Activity, k.Facility+o.Facility
	return k
}
