package rollup

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// Nesting says what counts where a place and places below it both have figures. The zero
// Nesting is no choice: then such places are refused with a [*NestedError].
type Nesting uint8

// Never are both added.
const (
	OwnFigure   Nesting = iota + 1 // the figure of the place itself
	SumOfParts                     // the figures of all that stand right below it
	OwnAndParts                    // its own figure, and how the sum of its parts differs is a finding
)

var nestings = [...]words.Term{{En: "not chosen", Ko: "선택 안 함"}, {En: "own figure", Ko: "자체 수치"},
	{En: "sum of parts", Ko: "하위 합계"}, {En: "own figure, held against the sum of parts", Ko: "자체 수치(하위 합계와 대조)"}}

// String is the choice in words.
func (n Nesting) String() string {
	if int(n) < len(nestings) {
		return nestings[n].En
	}
	return fmt.Sprintf("unknown (%d)", uint8(n))
}

// Korean is the choice in Korean.
func (n Nesting) Korean() string {
	if int(n) < len(nestings) {
		return nestings[n].Ko
	}
	return fmt.Sprintf("알 수 없음 (%d)", uint8(n))
}

// MarshalText writes the choice in words.
func (n Nesting) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// NestedError says that a place and others that stand below it have figures, and that it
// was not said which of them count.
type NestedError struct {
	Year    int
	Place   place.Place
	Below   []place.Place // those below it that have figures
	Others  []place.Place // other places of which the same is so
	WouldBe ghg.CO2e      // what all figures on the metric asked for would come to, added
	text    words.Term
}

var nested = words.Term{
	En: "%s and what stands below it have figures for %d: %s%s; all added would be %s and count places twice. " +
		"Say which count: rollup.OwnFigure, rollup.SumOfParts or rollup.OwnAndParts",
	Ko: "%s와(과) 그 하위가 %d년 수치를 함께 냈습니다: %s%s. 모두 더하면 %s로 이중 계산입니다. " +
		"자체 수치, 하위 합계, 대조 가운데 무엇을 집계할지 정하십시오"}

var nestedOthers = words.Term{En: "; and so have %s", Ko: "; %s도 같습니다"}

func (e *NestedError) tell(day ghg.Date) {
	var others words.Term
	if len(e.Others) > 0 {
		others.En, others.Ko = nestedOthers.Fill(namesOf(e.Others, day))
	}
	e.text.En, e.text.Ko = nested.Fill(namesOf([]place.Place{e.Place}, day), e.Year, namesOf(e.Below, day), others, e.WouldBe)
}

func (e *NestedError) Error() string { return e.text.En }

// Korean is the error in Korean.
func (e *NestedError) Korean() string { return e.text.Ko }

// node is a place that should be in a sum.
type node struct {
	place  place.Place
	own    bool    // its own figure counts
	parts  []*node // it counts by these
	beside []*node // of a place that counts by its own figure: its parts, to hold against it
}

// resolver decides which of the places that report count.
type resolver struct {
	group   *group
	nested  Nesting
	reports map[place.Place]bool
	below   map[place.Place][]place.Place // those that report, by what they stand below
	refused *NestedError
}

func newResolver(g *group, nested Nesting, reports []place.Place) *resolver {
	r := &resolver{group: g, nested: nested, reports: map[place.Place]bool{}, below: map[place.Place][]place.Place{}}
	for _, p := range reports {
		r.reports[p] = true
		for above := range p.Ancestors(g.day) {
			r.below[above] = append(r.below[above], p)
		}
	}
	return r
}

// roots are the members that stand below no other one.
func (r *resolver) roots() []*node {
	var out []*node
	for _, p := range r.group.members {
		covered := false
		for above := range p.Ancestors(r.group.day) {
			covered = covered || r.group.isMember[above]
		}
		if !covered {
			out = append(out, r.at(p, r.nested))
		}
	}
	return out
}

// at is a place that should be in the sum: by its own figure, by its parts, or missing.
func (r *resolver) at(p place.Place, nested Nesting) *node {
	n := &node{place: p}
	switch {
	case len(r.below[p]) == 0:
		n.own = r.reports[p]
		return n
	case !r.reports[p]:
	case nested == OwnFigure:
		n.own = true
		return n
	case nested == OwnAndParts:
		n.own = true
		n.beside = r.partsOf(p, SumOfParts)
		return n
	case nested != SumOfParts && r.refused == nil:
		r.refused = &NestedError{Place: p, Below: slices.Clone(r.below[p])}
		r.group.sort(r.refused.Below)
		return n
	case nested != SumOfParts:
		r.refused.Others = append(r.refused.Others, p)
		return n
	}
	n.parts = r.partsOf(p, nested)
	return n
}

// partsOf are the places right below one: governments, and parts that are none.
func (r *resolver) partsOf(p place.Place, nested Nesting) []*node {
	var out []*node
	for q := range p.Members(r.group.day) {
		out = append(out, r.at(q, nested))
	}
	for q := range p.Units(r.group.day) {
		out = append(out, r.at(q, nested))
	}
	return out
}

// isMissing reports whether the place has neither a figure nor parts.
func (n *node) isMissing() bool { return !n.own && len(n.parts) == 0 }

// walk gives each node of a tree, what stands beside left out.
func walk(nodes []*node, do func(*node)) {
	for _, n := range nodes {
		do(n)
		walk(n.parts, do)
	}
}
