package ledger

import "github.com/localghg/localghg/ghg"

// sourceTable finds numbers of keys of one source by category, and by gas and period.
type sourceTable struct {
	of         ghg.Record // a record of the source
	categories shortList[string]
	gasPeriods shortList[uint64]
	ids        [mostNumbers * mostNumbers]uint32 // 1 + the number of the key, or 0
	set        []uint32                          // where in ids there is one
}

// mostNumbers is more than how many categories, or gases and periods, are in a table.
const mostNumbers = 1 << (slotBits - 3)

// sameSource reports whether two records differ in no more than category, gas, period and what
// is known of the figure.
func sameSource(a, b *ghg.Record) bool {
	return a.Scope == b.Scope && a.Variant == b.Variant && a.Status == b.Status && a.Tags == b.Tags &&
		len(a.Fuel) == len(b.Fuel) && len(a.Activity) == len(b.Activity) && len(a.Facility) == len(b.Facility) &&
		a.Place == b.Place && a.Category.Scheme == b.Category.Scheme &&
		(len(a.Fuel)+len(a.Activity)+len(a.Facility) == 0 || a.Fuel == b.Fuel && a.Activity == b.Activity && a.Facility == b.Facility)
}

// has reports whether a record is of the source; a nil table has none.
func (t *sourceTable) has(r *ghg.Record) bool { return t != nil && sameSource(r, &t.of) }

// become makes the table one of another source.
func (t *sourceTable) become(r *ghg.Record) {
	t.of = *r
	for _, at := range t.set {
		t.ids[at] = 0
	}
	t.set = t.set[:0]
}

// find is the number of the key of a record of the source, or more than any number.
func (t *sourceTable) find(r *ghg.Record) uint {
	both := gasPeriodOf(r)
	at := t.categories.find(letters(r.Category.Code), r.Category.Code)*mostNumbers | t.gasPeriods.find(both, both)
	return uint(t.ids[at]) - 1
}

// note takes the number of the key of a record of the source, if there is room for it.
func (t *sourceTable) note(r *ghg.Record, id uint32) {
	both := gasPeriodOf(r)
	category, of := t.categories.number(letters(r.Category.Code), r.Category.Code), t.gasPeriods.number(both, both)
	if at := category*mostNumbers | of; category > 0 && of > 0 && t.ids[at] == 0 {
		t.ids[at] = id + 1
		t.set = append(t.set, at)
	}
}

// gasPeriodOf is a number for a gas and a period, which no other two have: days have 18 bits.
func gasPeriodOf(r *ghg.Record) uint64 { return r.Period.Word() | uint64(r.Gas.Word())<<18 }

// shortList numbers values from 1. It has eight times as many slots.
type shortList[T comparable] struct {
	slots [1 << slotBits]struct {
		value  T
		number uint32
	}
	n uint32
}

// find is the number of a value, given a number that few others have, or 0.
func (l *shortList[T]) find(of uint64, v T) uint32 {
	for at := of * odd >> (64 - slotBits); ; at++ { // the first slot comes behind the last
		if s := &l.slots[at%uint64(len(l.slots))]; s.value == v || s.number == 0 {
			return s.number
		}
	}
}

// slotBits are those of the number of a slot.
const slotBits = 11

// number is the number of a value, which is added if there is room, or 0.
func (l *shortList[T]) number(of uint64, v T) uint32 {
	n := l.find(of, v)
	if n > 0 || l.n == mostNumbers-1 {
		return n
	}
	at := of * odd >> (64 - slotBits)
	for l.slots[at].number > 0 {
		at = (at + 1) % uint64(len(l.slots))
	}
	l.n++
	l.slots[at].value, l.slots[at].number = v, l.n
	return l.n
}
