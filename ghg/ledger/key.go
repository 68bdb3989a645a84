package ledger

import (
	"github.com/localghg/localghg/ghg"
)

// Key is what the rows of a sum have in common. It is comparable; the fields mean what
// those of a [ghg.Record] of the same name do, and Category is a code of the scheme.
type Key struct {
	Place    ghg.PlaceID
	Period   ghg.Period
	Category string
	Gas      ghg.Gas
	Scope    ghg.Scope
	Variant  ghg.Variant
	Status   ghg.Status
	Tags     ghg.Tags

	Fuel, Activity, Facility string
}

// KeyOf is the key of a record.
func KeyOf(r ghg.Record) Key {
	return Key{r.Place, r.Period, r.Category.Code, r.Gas, r.Scope, r.Variant, r.Status, r.Tags, r.Fuel, r.Activity, r.Facility}
}

// isOf reports whether it is the key of a record, but for the scheme.
func (k *Key) isOf(r *ghg.Record) bool {
	return k.Period == r.Period && k.Gas == r.Gas && k.Scope == r.Scope && k.Variant == r.Variant && k.Status == r.Status &&
		k.Tags == r.Tags && k.Place == r.Place && k.Category == r.Category.Code &&
		k.Fuel == r.Fuel && k.Activity == r.Activity && k.Facility == r.Facility
}

// record is a record of the key, without its value.
func (k Key) record(scheme ghg.SchemeID) ghg.Record {
	return ghg.Record{Place: k.Place, Period: k.Period, Category: ghg.Category{Scheme: scheme, Code: k.Category}, Gas: k.Gas,
		Scope: k.Scope, Variant: k.Variant, Status: k.Status, Tags: k.Tags, Fuel: k.Fuel, Activity: k.Activity, Facility: k.Facility}
}

// By says which fields of their keys tell sums apart.
type By uint16

// The fields, to be joined with |. Masses of two gases are told apart in any case, as they
// do not add. ByYear puts a period that lies within one calendar year, such as a month, to
// that year; any other period stays itself. ByPeriod takes periods as they are, and counts
// where both are given. BySource is fuel, activity and facility.
const (
	ByPlace By = 1 << iota
	ByPeriod
	ByYear
	ByCategory
	ByGas
	ByScope
	ByVariant
	ByStatus
	ByTags
	BySource

	// ByAll is all that is said: nothing is added up but rows of one key.
	ByAll = ByPlace | ByPeriod | ByCategory | ByGas | ByScope | ByVariant | ByStatus | ByTags | BySource
)

// only is the key with nothing but what is asked for; year is that of its period.
func (k Key) only(by By, year ghg.Period) Key {
	var out Key
	if by&ByPlace != 0 {
		out.Place = k.Place
	}
	if by&ByYear != 0 {
		out.Period = year
	}
	if by&ByPeriod != 0 {
		out.Period = k.Period
	}
	if by&ByCategory != 0 {
		out.Category = k.Category
	}
	if by&ByGas != 0 {
		out.Gas = k.Gas
	}
	if by&ByScope != 0 {
		out.Scope = k.Scope
	}
	if by&ByVariant != 0 {
		out.Variant = k.Variant
	}
	if by&ByStatus != 0 {
		out.Status = k.Status
	}
	if by&ByTags != 0 {
		out.Tags = k.Tags
	}
	if by&BySource != 0 {
		out.Fuel, out.Activity, out.Facility = k.Fuel, k.Activity, k.Facility
	}
	return out
}

// yearOf is the calendar year that a period lies in, or the period itself.
func yearOf(p ghg.Period) ghg.Period {
	if p.Start().Year == p.End().Year {
		return ghg.CalendarYear(p.Year())
	}
	return p
}
