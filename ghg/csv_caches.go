package ghg

// caches hold what repeats from row to row, within bounds.
type caches struct {
	strings  map[string]string
	columns  []textColumn
	places   seen[PlaceID]
	periods  seen[Period]
	units    seen[unitCell]
	sums     seen[SHA256]
	gases    seen[gasCell]
	metrics  seen[Metric]
	keys     seen[keyCell]
	schemes  seen[Scheme]
	scopes   seen[Scope]
	variants seen[Variant]
	statuses seen[Status]
	entries  seen[Entry]
	grades   seen[Quality]
	tags     seen[Tags]
}

type unitCell struct {
	unit  MassUnit
	power int32 // of ten, in tonnes
	of    Substance
}

type keyCell struct {
	key   Key
	place string // where IE points
	plain bool
}

type gasCell struct {
	gas  Gas
	co2e bool
}

// textColumn is what is remembered of the texts of a column.
type textColumn struct {
	above string // the last
	news  int    // how many in a row were met for the first time
}

// How many texts are kept, and after how many new ones in a row a column is one
// that says something else on every line: none of its texts is looked for then.
const (
	maxCached = 1 << 14
	maxNews   = 1 << 14
)

// string makes one string of repeated texts of a column.
func (c *caches) string(column int, b []byte) string {
	if len(b) == 0 {
		return ""
	}
	col := &c.columns[column]
	if col.above == string(b) {
		return col.above
	}
	if col.news == maxNews {
		col.above = string(b)
		return col.above
	}
	s, ok := c.strings[string(b)]
	if ok {
		col.news = 0
	} else {
		col.news++
		s = string(b)
		if len(c.strings) < maxCached && len(s) <= MaxName {
			if c.strings == nil {
				c.strings = map[string]string{}
			}
			c.strings[s] = s
		}
	}
	col.above = s
	return s
}

// seen is what cells were read as: first the one above, then all others.
type seen[T any] struct {
	above *read[T]
	met   map[string]*read[T] // nil up to the second
}

type read[T any] struct {
	text string
	as   T
}

func (s *seen[T]) find(b []byte) (T, bool) {
	if s.above != nil && s.above.text == string(b) {
		return s.above.as, true
	}
	if r, ok := s.met[string(b)]; ok {
		s.above = r
		return r.as, true
	}
	var none T
	return none, false
}

func (s *seen[T]) keep(b []byte, as T) {
	if len(b) > MaxName {
		return
	}
	r := &read[T]{string(b), as}
	if s.above != nil && s.met == nil {
		s.met = map[string]*read[T]{s.above.text: s.above}
	}
	if s.met != nil && len(s.met) < maxCached {
		s.met[r.text] = r
	}
	s.above = r
}
