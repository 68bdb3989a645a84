package ghg

// row is a record as an inventory keeps it: what all of its records share is said
// once, and what many say alike is one.
type row struct { // 64 bytes
	value    Value
	labels   *labels
	evidence *Evidence
	line     int
	node     int32 // index of the category in the scheme
	gas      Gas
	scope    Scope
	variant  Variant
	status   Status
}

// labels are what records are told apart by beyond category and gas.
type labels struct {
	fuel, activity, facility string
	tags                     Tags
}

// keeper makes rows of records.
type keeper struct {
	labels   shared[labels]
	evidence shared[Evidence]
}

func (k *keeper) row(r *Record, node int32) row {
	out := row{value: r.Value, line: r.Line, node: node, gas: r.Gas, scope: r.Scope, variant: r.Variant, status: r.Status}
	if l := (labels{r.Fuel, r.Activity, r.Facility, r.Tags}); l != (labels{}) {
		out.labels = k.labels.of(l)
	}
	if r.Evidence != nil {
		out.evidence = k.evidence.of(*r.Evidence)
	}
	return out
}

// record is the record behind a row, which its holder may change.
func (inv *inventory) record(i int) Record {
	r := &inv.rows[i]
	out := Record{Place: inv.place, Period: inv.period, Category: inv.category(r), Value: r.value, Line: r.line, Gas: r.gas,
		Scope: r.scope, Variant: r.variant, Status: r.status}
	if l := r.labels; l != nil {
		out.Fuel, out.Activity, out.Facility, out.Tags = l.fuel, l.activity, l.facility, l.tags
	}
	if r.evidence != nil {
		e := *r.evidence
		out.Evidence = &e
	}
	return out
}

func (inv *inventory) category(r *row) Category {
	return Category{inv.scheme.def.ID, inv.scheme.def.Nodes[r.node].Code}
}

func (r *row) tags() Tags {
	if r.labels == nil {
		return Tags{}
	}
	return r.labels.tags
}

// maxShared is how many different contents are looked for. Beyond them each is
// kept for itself: a file that says something else on every line should not pay
// for a table of it all.
const maxShared = 4096

// shared keeps one copy of equal contents, which nobody changes.
type shared[T comparable] struct {
	last *T
	met  map[T]*T // nil up to the second
}

func (s *shared[T]) of(content T) *T {
	if s.last != nil && *s.last == content {
		return s.last
	}
	if p, ok := s.met[content]; ok {
		s.last = p
		return p
	}
	if s.last != nil && s.met == nil {
		s.met = map[T]*T{*s.last: s.last}
	}
	kept := new(T)
	*kept = content
	if s.met != nil && len(s.met) < maxShared {
		s.met[content] = kept
	}
	s.last = kept
	return kept
}
