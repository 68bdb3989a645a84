package ghg

import "slices"

// Tagged is the inventory with the tags that a function gives each of its records, for
// those that it has: what a register of facilities knows of them, for views that select by
// tag ([View.WithTags]). All else is as it was, figures that count in no view among it.
func (inv Inventory) Tagged(tags func(Record) Tags) Inventory {
	if inv.def == nil {
		return inv
	}
	d := *inv.def
	d.rows = slices.Clone(d.rows)
	keep := shared[about]{}
	for i := range d.rows {
		r := &d.rows[i]
		var a about
		if r.about != nil {
			a = *r.about
		}
		switch a.tags = tags(d.record(i)); {
		case a == about{}:
			r.about = nil
		case r.about == nil || a.tags != r.about.tags:
			r.about = keep.of(a)
		}
	}
	return Inventory{&d}
}
