package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// table are keys in order, each once. For each of their fields it has the rank of every
// key's value among all values, so that grouping compares no texts.
type table struct {
	scheme ghg.Scheme
	keys   []Key
	fields [fieldCount]field

	// What follows from keys, for each: the calendar year of the period, and the gas as a
	// metric counts it that tells origins of methane apart.
	years   []ghg.Period
	origins []ghg.Gas

	// Which variants and statuses there are.
	variants [ghg.FuelBased + 1]bool
	statuses [ghg.Projected + 1]bool
}

// field is a field of keys as ranks of its values.
type field struct {
	ranks  []uint32 // for each key
	values uint32   // how many there are
}

// The fields in the order that keys have. Year and origin follow from others: the calendar
// year of the period, and the gas as a metric counts it that tells origins of methane apart.
const (
	place = iota
	period
	category
	gas
	scope
	variant
	status
	tags
	fuel
	activity
	facility
	keyFields

	year   = keyFields
	origin = keyFields + 1

	fieldCount = keyFields + 2
)

// newTable puts keys in order, of which none may be there twice, and says where each went.
func newTable(scheme ghg.Scheme, keys []Key) (table, []uint32) {
	t := table{scheme: scheme, keys: keys}
	t.derive()
	t.rank()
	order := t.order()
	sorted := table{scheme: scheme, keys: make([]Key, len(keys)), years: make([]ghg.Period, len(keys)), origins: make([]ghg.Gas, len(keys)),
		variants: t.variants, statuses: t.statuses}
	at := make([]uint32, len(keys))
	for i, o := range order {
		sorted.keys[i], sorted.years[i], sorted.origins[i] = keys[o], t.years[o], t.origins[o]
		at[o] = uint32(i)
	}
	for f := range t.fields {
		ranks := make([]uint32, len(keys))
		for i, o := range order {
			ranks[i] = t.fields[f].ranks[o]
		}
		sorted.fields[f] = field{ranks, t.fields[f].values}
	}
	return sorted, at
}

// order is the numbers of the keys in the order of the keys: put in order by one field after
// the other, the last one first, where those that are alike stay as they are.
func (t *table) order() []uint32 {
	order, next := make([]uint32, len(t.keys)), make([]uint32, len(t.keys))
	for i := range order {
		order[i] = uint32(i)
	}
	for f := keyFields - 1; f >= 0; f-- {
		of := t.fields[f]
		if of.values <= 1 {
			continue
		}
		at := make([]uint32, of.values) // where the next key of a rank goes
		for _, r := range of.ranks {
			if r+1 < of.values {
				at[r+1]++
			}
		}
		for r := 1; r < len(at); r++ {
			at[r] += at[r-1]
		}
		for _, k := range order {
			r := of.ranks[k]
			next[at[r]] = k
			at[r]++
		}
		order, next = next, order
	}
	return order
}

// derive says what follows from the keys.
func (t *table) derive() {
	years := map[ghg.Period]ghg.Period{}
	origins := map[string]ghg.Gas{} // of methane, by category
	for _, k := range t.keys {
		y, met := years[k.Period]
		if !met {
			y = yearOf(k.Period)
			years[k.Period] = y
		}
		g := k.Gas
		if g == ghg.CH4 {
			if g, met = origins[k.Category]; !met {
				n, _ := t.scheme.Node(k.Category)
				if g = n.CH4; g.IsZero() {
					g = ghg.CH4
				}
				origins[k.Category] = g
			}
		}
		t.years, t.origins = append(t.years, y), append(t.origins, g)
		t.variants[k.Variant], t.statuses[k.Status] = true, true
	}
}

func (t *table) rank() {
	for f, of := range map[int]func(int) string{
		place:    func(i int) string { return string(t.keys[i].Place) },
		category: func(i int) string { return t.keys[i].Category },
		fuel:     func(i int) string { return t.keys[i].Fuel },
		activity: func(i int) string { return t.keys[i].Activity },
		facility: func(i int) string { return t.keys[i].Facility },
	} {
		t.fields[f] = rank(len(t.keys), of, strings.Compare)
	}
	t.fields[period] = rank(len(t.keys), func(i int) ghg.Period { return t.keys[i].Period }, comparePeriods)
	t.fields[gas] = rank(len(t.keys), func(i int) ghg.Gas { return t.keys[i].Gas }, compareGases)
	t.fields[scope] = rank(len(t.keys), func(i int) ghg.Scope { return t.keys[i].Scope }, cmp.Compare)
	t.fields[variant] = rank(len(t.keys), func(i int) ghg.Variant { return t.keys[i].Variant }, cmp.Compare)
	t.fields[status] = rank(len(t.keys), func(i int) ghg.Status { return t.keys[i].Status }, cmp.Compare)
	t.fields[tags] = rank(len(t.keys), func(i int) ghg.Tags { return t.keys[i].Tags }, compareTags)
	t.fields[year] = rank(len(t.keys), func(i int) ghg.Period { return t.years[i] }, comparePeriods)
	t.fields[origin] = rank(len(t.keys), func(i int) ghg.Gas { return t.origins[i] }, compareGases)
}

func comparePeriods(a, b ghg.Period) int { return cmp.Compare(a.Word(), b.Word()) }

func compareGases(a, b ghg.Gas) int { return strings.Compare(a.String(), b.String()) }

func compareTags(a, b ghg.Tags) int { return strings.Compare(a.String(), b.String()) }

// rank gives every key the rank of its value among all values.
func rank[T comparable](keys int, of func(int) T, compare func(a, b T) int) field {
	ranks := make([]uint32, keys)
	met := map[T]uint32{}
	var values []T
	for i := range ranks {
		v := of(i)
		if i > 0 && v == values[ranks[i-1]] { // most keys have most of those before them
			ranks[i] = ranks[i-1]
			continue
		}
		n, known := met[v]
		if !known {
			n = uint32(len(values))
			met[v] = n
			values = append(values, v)
		}
		ranks[i] = n
	}
	slices.SortFunc(values, compare)
	rankOf := make([]uint32, len(values))
	for r, v := range values {
		rankOf[met[v]] = uint32(r)
	}
	for i, n := range ranks {
		ranks[i] = rankOf[n]
	}
	return field{ranks, uint32(len(values))}
}
