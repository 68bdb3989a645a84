package ghg

// row is a record as an inventory keeps it: what all of its records share is said
// once, and what many say alike is one.
type row struct { // 48 bytes
	value   Value
	about   *about // nil is the zero about
	line    int32
	node    int32 // index of the category in the scheme
	gas     Gas
	column  uint16
	scope   Scope
	variant Variant
	status  Status
	out     Why // why it counts in no view, as another figure of its source does; 0 of most
}

// about is what many rows of an inventory say alike.
type about struct {
	fuel, activity, facility string
	tags                     Tags
	evidence                 Evidence
}

// keeper makes rows of records.
type keeper struct{ about shared[about] }

func (k *keeper) row(r *Record, node int32) row {
	out := row{value: r.Value, line: int32(r.Line), node: node, gas: r.Gas, column: r.Column, scope: r.Scope, variant: r.Variant,
		status: r.Status}
	if a := (about{r.Fuel, r.Activity, r.Facility, r.Tags, r.Evidence}); a != (about{}) {
		out.about = k.about.of(a)
	}
	return out
}

// record is the record behind a row.
func (inv *inventory) record(i int) Record {
	r := &inv.rows[i]
	out := Record{Place: inv.place, Period: inv.period, Category: inv.category(r), Value: r.value, Line: int(r.line), Gas: r.gas,
		Column: r.column, Scope: r.scope, Variant: r.variant, Status: r.status}
	if a := r.about; a != nil {
		out.Fuel, out.Activity, out.Facility, out.Tags, out.Evidence = a.fuel, a.activity, a.facility, a.tags, a.evidence
	}
	return out
}

func (inv *inventory) category(r *row) Category {
	return Category{inv.scheme.def.ID, inv.scheme.def.Nodes[r.node].Code}
}

func (r *row) tags() Tags {
	if r.about == nil {
		return Tags{}
	}
	return r.about.tags
}

func (r *row) evidence() Evidence {
	if r.about == nil {
		return Evidence{}
	}
	return r.about.evidence
}

// maxShared is how many different contents are looked for. Beyond them each is
// kept for itself, and after as many in a row none is looked for: a file that says
// something else on every line should not pay for a table of it all.
const maxShared = 4096

// shared keeps one copy of equal contents, which nobody changes.
type shared[T comparable] struct {
	last *T
	met  map[T]*T // nil up to the second
	news int      // how many in a row were not in it when it was full
}

func (s *shared[T]) of(content T) *T {
	if s.last != nil && *s.last == content {
		return s.last
	}
	if s.news < maxShared {
		if p, ok := s.met[content]; ok {
			s.last, s.news = p, 0
			return p
		}
	}
	if s.last != nil && s.met == nil {
		s.met = map[T]*T{*s.last: s.last}
	}
	kept := new(T)
	*kept = content
	switch {
	case len(s.met) == maxShared:
		s.news++
	case s.met != nil:
		s.met[content] = kept
	}
	s.last = kept
	return kept
}
