package track

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/strategy"
)

// CausalEffect says how a cause moves an indicator. The zero CausalEffect is
// refused.
type CausalEffect uint8

// The effects.
const (
	Increases CausalEffect = iota + 1
	Decreases
	PartOf // the cause is a part of the indicator's sum
)

var causalEffects = []string{"no effect", "increases", "decreases", "is part of"}

// String is the effect as a verb.
func (e CausalEffect) String() string { return word("effect", causalEffects, uint8(e)) }

// Valid reports whether the effect is one of those above.
func (e CausalEffect) Valid() bool { return e >= Increases && e <= PartOf }

// Confidence says how sure a link is. The zero Confidence is refused.
type Confidence uint8

// The degrees of confidence.
const (
	High Confidence = iota + 1
	Medium
	Low
)

var confidences = []string{"unstated", "high", "medium", "low"}

// String is the confidence in small letters.
func (c Confidence) String() string { return word("confidence", confidences, uint8(c)) }

// Valid reports whether the confidence is one of those above.
func (c Confidence) Valid() bool { return c >= High && c <= Low }

// CausalLink says that an action or indicator moves an indicator.
type CausalLink struct {
	From       string // ID of an action or an indicator
	To         string // ID of an indicator
	Effect     CausalEffect
	Confidence Confidence
	Evidence   string
}

// String is the link as a sentence.
func (l CausalLink) String() string {
	return fmt.Sprintf("%.60q %s %.60q (%s confidence)", l.From, l.Effect, l.To, l.Confidence)
}

// CausalGraph links actions to indicators and indicators to one another. It is
// immutable and has no circle. The zero CausalGraph links nothing.
type CausalGraph struct {
	indicators []Indicator
	links      []CausalLink
	out        map[string][]int // links by cause
	order      []int            // indicators, causes before what they move
}

// NewCausalGraph checks links between actions, given by their IDs, and
// indicators. All that is wrong is said at once: an ID that is used twice, a
// link from or to nothing, or given twice, an effect or confidence that does
// not exist. A circle is a [*strategy.CycleError].
func NewCausalGraph(actions []string, indicators []Indicator, links []CausalLink) (CausalGraph, error) {
	g := CausalGraph{slices.Clone(indicators), slices.Clone(links), map[string][]int{}, nil}
	var errs []error
	known, index := map[string]bool{}, map[string]int{}
	add := func(what, id string) {
		if id == "" || known[id] {
			errs = append(errs, fmt.Errorf("%s %.60q: an ID is needed that no other action or indicator has", what, id))
		}
		known[id] = true
	}
	for _, id := range actions {
		add("action", id)
	}
	for n, i := range indicators {
		add("indicator", i.ID())
		index[i.ID()] = n
	}
	given := map[[2]string]bool{}
	for n, l := range links {
		if why := l.check(known, index); why != "" {
			errs = append(errs, fmt.Errorf("link %d, %s: %s", n+1, l, why))
		} else if given[[2]string{l.From, l.To}] {
			errs = append(errs, fmt.Errorf("link %d, %s: these two are linked already", n+1, l))
		}
		given[[2]string{l.From, l.To}] = true
		g.out[l.From] = append(g.out[l.From], n)
	}
	if err := errors.Join(errs...); err != nil {
		return CausalGraph{}, err
	}
	if err := g.sort(index); err != nil {
		return CausalGraph{}, err
	}
	return g, nil
}

func (l CausalLink) check(known map[string]bool, indicators map[string]int) string {
	_, isIndicator := indicators[l.To]
	switch {
	case !known[l.From]:
		return "no action or indicator has the first ID"
	case !isIndicator:
		return "the second ID is not that of an indicator"
	case !l.Effect.Valid():
		return "allowed are increases, decreases and is part of"
	case !l.Confidence.Valid():
		return "allowed are high, medium and low confidence"
	}
	return ""
}

// sort puts causes before what they move (Kahn's algorithm), or finds the
// circle among what is left.
func (g *CausalGraph) sort(index map[string]int) error {
	causes := make([]int, len(g.indicators)) // not yet placed
	for _, l := range g.links {
		if _, ok := index[l.From]; ok {
			causes[index[l.To]]++
		}
	}
	for i, n := range causes {
		if n == 0 {
			g.order = append(g.order, i)
		}
	}
	for next := 0; next < len(g.order); next++ {
		for _, n := range g.out[g.indicators[g.order[next]].ID()] {
			to := index[g.links[n].To]
			if causes[to]--; causes[to] == 0 {
				g.order = append(g.order, to)
			}
		}
	}
	if len(g.order) == len(g.indicators) {
		return nil
	}
	// Whoever is left has a cause that is left: back from one to another a
	// circle closes.
	cause := map[string]string{}
	var at string
	for _, l := range g.links {
		from, ok := index[l.From]
		if ok && causes[from] > 0 && causes[index[l.To]] > 0 {
			cause[l.To] = l.From
			at = l.To
		}
	}
	place, way := map[string]int{}, []string{}
	for {
		if first, met := place[at]; met {
			way = way[first:]
			break
		}
		place[at] = len(way)
		way = append(way, at)
		at = cause[at]
	}
	slices.Reverse(way)
	return &strategy.CycleError{Relation: "moves", IDs: way}
}

// Links yields the links in the order given.
func (g CausalGraph) Links() iter.Seq[CausalLink] { return slices.Values(g.links) }

// From yields the links from an action or indicator.
func (g CausalGraph) From(id string) iter.Seq[CausalLink] {
	return func(yield func(CausalLink) bool) {
		for _, n := range g.out[id] {
			if !yield(g.links[n]) {
				return
			}
		}
	}
}

// Moved are the indicators that an action or indicator moves, directly or
// through others: causes before what they move.
func (g CausalGraph) Moved(id string) []Indicator {
	reached := map[string]bool{id: true}
	var out []Indicator
	mark := func(from string) {
		for l := range g.From(from) {
			reached[l.To] = true
		}
	}
	mark(id)
	for _, n := range g.order {
		i := g.indicators[n]
		if i.ID() != id && reached[i.ID()] {
			out = append(out, i)
			mark(i.ID())
		}
	}
	return out
}
