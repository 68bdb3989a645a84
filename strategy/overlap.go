package strategy

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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
	return fmt.Sprintf("%s reductions of %s meet on %s in %s and cannot simply be added: %s",
		e.Kind, words.Quoted(e.Actions), listed(e.Sources), words.Spans(e.Years).En,
		"evaluate the portfolio on a baseline of that source, state one joint effect, or mark each effect independent if it is")
}

// listed are sources in a message; of very many, the first.
func listed(sources []EmissionSource) string {
	const most = 20
	var out []string
	for _, s := range sources[:min(len(sources), most)] {
		out = append(out, s.String())
	}
	if more := len(sources) - most; more > 0 {
		out = append(out, fmt.Sprintf("%d more", more))
	}
	return strings.Join(out, " and ")
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
	figures      figures
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
	groups := newGrouping(len(spots))
	before := map[Kind]*meetings{}
	for i, a := range spots {
		a.within()
		of := before[a.kind]
		if of == nil {
			of = &meetings{}
			before[a.kind] = of
		}
		source := &effects[a.first]
		for _, j := range of.with(source) {
			if a.conflict(spots[j]) {
				groups.merge(i, j)
			}
		}
		of.add(i, source)
	}
	errs := map[int]*OverlapError{} // by group
	bad := map[int]*yearSet{}
	named := map[overlapSource]bool{}
	var out []*OverlapError
	for i := range effects {
		spot := spots[of[i]]
		if !effects[i].yearSet().and(&spot.bad).any() {
			continue
		}
		first := groups.first(of[i])
		e := errs[first]
		if e == nil {
			e = &OverlapError{Kind: spot.kind}
			errs[first], out, bad[first] = e, append(out, e), &yearSet{}
		}
		if s := (overlapSource{first, effects[i].On}); !named[s] {
			named[s] = true
			e.Sources = append(e.Sources, s.on)
		}
		if id := actions[effects[i].action].ID; len(e.Actions) == 0 || e.Actions[len(e.Actions)-1] != id {
			e.Actions = append(e.Actions, id)
		}
		bad[first].add(&spot.bad)
	}
	for first, e := range errs {
		e.Years = bad[first].years()
	}
	return out
}

// overlapSource is a source in an error of a group.
type overlapSource struct {
	group int
	on    EmissionSource
}

// spot is one source and kind, and the years of its effects.
type spot struct {
	kind  Kind
	first int // index of its first effect
	all   yearSet
	many  yearSet // of more than one effect
	other yearSet // of effects that are not independent
	bad   yearSet // in which effects meet that cannot be added
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
			spots = append(spots, &spot{kind: k.kind, first: i})
		}
		of[i] = n
		s, years := spots[n], e.yearSet()
		s.many.add(s.all.and(years))
		s.all.add(years)
		if e.Interaction != Independent {
			s.other.add(years)
		}
	}
	return spots, of
}

// within marks the years in which effects of one spot meet.
func (s *spot) within() { s.bad.add(s.many.and(&s.other)) }

// conflict marks the years in which effects of two spots meet.
func (s *spot) conflict(o *spot) bool {
	other := s.other
	other.add(&o.other)
	both := s.all.and(&o.all).and(&other)
	s.bad.add(both)
	o.bad.add(both)
	return both.any()
}

// grouping is which of many belong together. A group is named after its first.
type grouping []int

func newGrouping(n int) grouping {
	g := make(grouping, n)
	for i := range g {
		g[i] = i
	}
	return g
}

// first is the first of the group of one.
func (g grouping) first(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

// merge makes one group of two.
func (g grouping) merge(a, b int) {
	a, b = g.first(a), g.first(b)
	g[max(a, b)] = min(a, b)
}
