package strategy

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// OverlapError says that effects of one kind meet on a source and cannot
// simply be added, as they are not all marked [Independent].
type OverlapError struct {
	Kind Kind
	// Sources are what the effects act on: one, or several that meet, such as
	// a category and a fuel within it.
	Sources []EmissionSource
	Years   []int    // in which at least two of the effects meet
	Actions []string // IDs in the order of the portfolio
}

func (e *OverlapError) Error() string {
	var sources, actions, years []string
	for _, s := range e.Sources {
		sources = append(sources, s.String())
	}
	for _, a := range e.Actions {
		actions = append(actions, fmt.Sprintf("%q", a))
	}
	for _, y := range e.Years {
		years = append(years, fmt.Sprint(y))
	}
	return fmt.Sprintf("%s reductions of %s meet on %s in %s and cannot simply be added: evaluate the portfolio on a baseline of that source, state one joint effect, or mark each effect independent if it is",
		e.Kind, strings.Join(actions, ", "), strings.Join(sources, " and "), strings.Join(years, ", "))
}

// Overlaps yields the effects of a portfolio that cannot simply be added.
func (p Portfolio) Overlaps() iter.Seq[*OverlapError] {
	return func(yield func(*OverlapError) bool) {
		if p.def == nil {
			return
		}
		for _, o := range p.def.overlaps {
			c := *o
			c.Sources, c.Years, c.Actions = slices.Clone(o.Sources), slices.Clone(o.Years), slices.Clone(o.Actions)
			if !yield(&c) {
				return
			}
		}
	}
}

// placed is an effect with its place in a portfolio.
type placed struct {
	action, nth int // the effect's place in the portfolio
	group       int // index of the stated group that it is of, or -1
	Effect
	// lineage is the code of the effect's category and of those above it;
	// empty where the category is not stated.
	lineage      []string
	fuel, endUse string // folded
}

// fold makes one of words that differ in case or outer blanks only.
func fold(words string) string { return strings.ToLower(strings.TrimSpace(words)) }

// meets reports whether two sources may share emissions: in each part they are
// equal, or one of them covers the other.
func (p *placed) meets(o *placed) bool {
	part := func(a, b string) bool { return a == b || a == "" || b == "" }
	return part(p.fuel, o.fuel) && part(p.endUse, o.endUse) && (len(p.lineage) == 0 || len(o.lineage) == 0 ||
		slices.Contains(p.lineage, o.lineage[0]) || slices.Contains(o.lineage, p.lineage[0]))
}

// lineage is the code of a category of the scheme and of those above it.
func lineage(s ghg.Scheme, code string) []string {
	var out []string
	for n, ok := s.Node(code); ok; n, ok = s.Node(n.Parent) {
		out = append(out, n.Code)
	}
	return out
}

// overlaps finds the effects that cannot be added. Effects on sources that meet
// directly or through others make one error.
func overlaps(actions []Action, effects []placed) []*OverlapError {
	spots, of := spotsOf(effects)
	group := make([]int, len(spots)) // index of the first spot of the group
	for i := range group {
		group[i] = i
	}
	for i, a := range spots {
		a.within()
		for j, b := range spots[:i] {
			if a.kind == b.kind && effects[a.first].meets(&effects[b.first]) && a.conflict(b) {
				merge(group[:i+1], group[i], group[j])
			}
		}
	}
	errs := map[int]*OverlapError{} // by group
	var out []*OverlapError
	for i := range effects {
		spot := spots[of[i]]
		if !slices.ContainsFunc(effects[i].years(), func(y int) bool { return spot.bad[y] }) {
			continue
		}
		first := group[of[i]]
		e := errs[first]
		if e == nil {
			e = &OverlapError{Kind: spot.kind}
			errs[first], out = e, append(out, e)
		}
		if s := effects[i].On; !slices.Contains(e.Sources, s) {
			e.Sources = append(e.Sources, s)
		}
		if id := actions[effects[i].action].ID; len(e.Actions) == 0 || e.Actions[len(e.Actions)-1] != id {
			e.Actions = append(e.Actions, id)
		}
		e.Years = slices.AppendSeq(e.Years, maps.Keys(spot.bad))
	}
	for _, e := range out {
		slices.Sort(e.Years)
		e.Years = slices.Compact(e.Years)
	}
	return out
}

// spot is one source and kind with how many effects are there in each year, and
// how many of them are not independent.
type spot struct {
	kind       Kind
	first      int // index of its first effect
	all, other map[int]int
	bad        map[int]bool // years in which effects meet that cannot be added
}

// spotsOf are the spots of effects, and the spot of each effect.
func spotsOf(effects []placed) ([]*spot, []int) {
	type key struct {
		kind         Kind
		category     ghg.Category
		fuel, endUse string
	}
	index := map[key]int{}
	var spots []*spot
	of := make([]int, len(effects))
	for i := range effects {
		e := &effects[i]
		k := key{e.Kind(), e.On.Category, e.fuel, e.endUse}
		n, ok := index[k]
		if !ok {
			n = len(spots)
			index[k] = n
			spots = append(spots, &spot{k.kind, i, map[int]int{}, map[int]int{}, map[int]bool{}})
		}
		of[i] = n
		for _, y := range e.years() {
			spots[n].all[y]++
			if e.Interaction != Independent {
				spots[n].other[y]++
			}
		}
	}
	return spots, of
}

// within marks the years in which effects of one spot meet.
func (s *spot) within() {
	for y, n := range s.all {
		if n > 1 && s.other[y] > 0 {
			s.bad[y] = true
		}
	}
}

// conflict marks the years in which effects of two spots meet.
func (s *spot) conflict(o *spot) bool {
	found := false
	for y := range s.all {
		if o.all[y] > 0 && s.other[y]+o.other[y] > 0 {
			s.bad[y], o.bad[y], found = true, true, true
		}
	}
	return found
}

// merge makes one group of two; it is named after the earlier one.
func merge(group []int, a, b int) {
	if a == b {
		return
	}
	first, last := min(a, b), max(a, b)
	for i := range group {
		if group[i] == last {
			group[i] = first
		}
	}
}
