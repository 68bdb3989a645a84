package strategy

import (
	"fmt"
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
	return fmt.Sprintf("%s reductions of %s meet on %s in %s and cannot simply be added: state one joint effect, or mark each effect independent if it is",
		e.Kind, strings.Join(actions, ", "), strings.Join(sources, " and "), strings.Join(years, ", "))
}

// placed is an effect with its place in a portfolio.
type placed struct {
	action int
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

// overlaps finds the effects that cannot be added. Effects that meet directly
// or through others make one error.
func overlaps(actions []Action, effects []placed) []*OverlapError {
	group := make([]int, len(effects)) // index of the first effect of the group
	for i := range group {
		group[i] = i
	}
	years := make([]map[int]bool, len(effects)) // in which it meets one before it
	for i := range effects {
		for j := range i {
			a, b := &effects[i], &effects[j]
			if a.Interaction == Independent && b.Interaction == Independent || a.Reductions.kind != b.Reductions.kind || !a.meets(b) {
				continue
			}
			common := commonYears(a.Reductions, b.Reductions)
			if len(common) == 0 {
				continue
			}
			if years[i] == nil {
				years[i] = map[int]bool{}
			}
			for _, y := range common {
				years[i][y] = true
			}
			merge(group[:i+1], group[i], group[j])
		}
	}
	var out []*OverlapError
	for first := range effects {
		if group[first] != first {
			continue
		}
		e := &OverlapError{Kind: effects[first].Reductions.kind}
		for i := first; i < len(effects); i++ {
			if group[i] != first {
				continue
			}
			e.Years = slices.AppendSeq(e.Years, maps.Keys(years[i]))
			if s := effects[i].On; !slices.Contains(e.Sources, s) {
				e.Sources = append(e.Sources, s)
			}
			if id := actions[effects[i].action].ID; !slices.Contains(e.Actions, id) {
				e.Actions = append(e.Actions, id)
			}
		}
		if len(e.Years) > 0 {
			slices.Sort(e.Years)
			e.Years = slices.Compact(e.Years)
			out = append(out, e)
		}
	}
	return out
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

// commonYears are the years in which both have an amount.
func commonYears(a, b Reductions) []int {
	var out []int
	for _, y := range a.years {
		if _, ok := b.At(y.year); ok {
			out = append(out, y.year)
		}
	}
	return out
}
