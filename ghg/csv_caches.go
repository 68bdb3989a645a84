package ghg

// caches hold what repeats from row to row, within bounds.
type caches struct {
	strings map[string]string
	periods map[string]Period
	units   map[string]unitCell
	gases   map[string]gasCell
	metrics map[string]Metric
}

type unitCell struct {
	unit MassUnit
	of   Substance
}

type gasCell struct {
	gas  Gas
	co2e bool
}

func newCaches() caches {
	return caches{map[string]string{}, map[string]Period{}, map[string]unitCell{}, map[string]gasCell{}, map[string]Metric{}}
}

const maxCached = 1 << 14

func keep[T any](m map[string]T, key []byte, v T) {
	if len(m) < maxCached && len(key) <= MaxName {
		m[string(key)] = v
	}
}

// string makes one string of repeated texts.
func (c caches) string(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	s, ok := c.strings[string(b)]
	if !ok {
		s = string(b)
		keep(c.strings, b, s)
	}
	return s
}
