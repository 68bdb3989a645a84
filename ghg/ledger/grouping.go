package ledger

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// grouping puts keys into groups, and each group into parts of one gas and origin. Both
// are numbered in the order of their keys, the parts of a group one after the other.
type grouping struct {
	by    By
	part  []uint32 // of each key
	first []uint32 // for each part, its first key
	start []uint32 // for each group, its first part, and behind the last the number of parts
}

// group groups the keys of a table.
func (t *table) group(by By) (grouping, error) {
	if err := t.checkAlternatives(by); err != nil {
		return grouping{}, err
	}
	groups := partition{make([]uint32, len(t.keys)), min(1, len(t.keys))}
	for _, f := range by.fields() {
		groups.refine(t.fields[f])
	}
	parts := partition{slices.Clone(groups.of), groups.n}
	parts.refine(t.fields[gas])
	parts.refine(t.fields[origin])
	g := grouping{by: by, part: parts.of, first: make([]uint32, parts.n)}
	for k := len(t.keys) - 1; k >= 0; k-- {
		g.first[parts.of[k]] = uint32(k)
	}
	for p, k := range g.first {
		if int(groups.of[k]) == len(g.start) {
			g.start = append(g.start, uint32(p))
		}
	}
	g.start = append(g.start, uint32(parts.n))
	return g, nil
}

// fields are the fields that are asked for.
func (by By) fields() []int {
	var out []int
	for _, x := range []struct {
		by     By
		fields []int
	}{{ByPlace, []int{place}}, {ByPeriod, []int{period}}, {ByYear, []int{year}}, {ByCategory, []int{category}}, {ByGas, []int{gas}},
		{ByScope, []int{scope}}, {ByVariant, []int{variant}}, {ByStatus, []int{status}}, {ByTags, []int{tags}},
		{BySource, []int{fuel, activity, facility}}} {
		if by&x.by != 0 && !(x.by == ByYear && by&ByPeriod != 0) {
			out = append(out, x.fields...)
		}
	}
	return out
}

// AlternativesError says that a total would add up figures that are alternatives for one
// source, as it is not asked by what tells them apart.
type AlternativesError struct {
	A, B fmt.Stringer // two variants or two statuses
	Ask  By           // what to ask by
}

func (e *AlternativesError) Error() string {
	ask := "ByVariant"
	if e.Ask == ByStatus {
		ask = "ByStatus"
	}
	return fmt.Sprintf("there are %s and %s figures, which may be alternatives for one source and are never added: ask by ledger.%s too",
		e.A, e.B, ask)
}

// checkAlternatives refuses to add up what may be told twice.
func (t *table) checkAlternatives(by By) error {
	if by&ByVariant == 0 {
		for _, x := range [...][2]ghg.Variant{{ghg.LocationBased, ghg.MarketBased}, {ghg.DistanceBased, ghg.FuelBased}} {
			if t.variants[x[0]] && t.variants[x[1]] {
				return &AlternativesError{x[0], x[1], ByVariant}
			}
		}
	}
	if by&ByStatus == 0 { // figures of the past may stand beside each other
		var met []ghg.Status
		for s := range t.statuses {
			if s := ghg.Status(s); t.statuses[s] && (len(met) == 0 || s >= ghg.Nowcast) {
				met = append(met, s)
			}
		}
		if len(met) > 1 {
			return &AlternativesError{met[0], met[1], ByStatus}
		}
	}
	return nil
}

// partition puts keys into classes.
type partition struct {
	of []uint32 // the class of each key
	n  int
}

// refine parts the classes by a field; their order is kept, and within each it is that of
// the field.
func (p *partition) refine(f field) {
	if f.values <= 1 {
		return
	}
	pairs := uint64(p.n) * uint64(f.values)
	if pairs > uint64(4*len(p.of)+1024) {
		p.refineSparse(f)
		return
	}
	class := make([]uint32, pairs) // 1 where a key has the pair, then the class
	for k, c := range p.of {
		class[uint64(c)*uint64(f.values)+uint64(f.ranks[k])] = 1
	}
	n := uint32(0)
	for i, there := range class {
		class[i] = n
		n += there
	}
	for k, c := range p.of {
		p.of[k] = class[uint64(c)*uint64(f.values)+uint64(f.ranks[k])]
	}
	p.n = int(n)
}

func (p *partition) refineSparse(f field) {
	pairs := make([]uint64, len(p.of))
	for k, c := range p.of {
		pairs[k] = uint64(c)<<32 | uint64(f.ranks[k])
	}
	distinct := slices.Clone(pairs)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	for k, pair := range pairs {
		class, _ := slices.BinarySearch(distinct, pair)
		p.of[k] = uint32(class)
	}
	p.n = len(distinct)
}
