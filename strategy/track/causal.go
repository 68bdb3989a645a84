package track

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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

var (
	causalEffects   = []string{"no effect", "increases", "decreases", "is part of"}
	causalEffectsKo = []string{"", "증가시킴", "감소시킴", "일부를 이룸"}
)

// String is the effect as a verb.
func (e CausalEffect) String() string { return word("effect", causalEffects, uint8(e)) }

// MarshalText writes what String says.
func (e CausalEffect) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// Korean is the effect in Korean; "" of none.
func (e CausalEffect) Korean() string { return wordKo(causalEffectsKo, uint8(e)) }

// valid reports whether the effect is one of those above.
func (e CausalEffect) valid() bool { return e >= Increases && e <= PartOf }

// Confidence says how sure a link is. The zero Confidence is refused.
type Confidence uint8

// The degrees of confidence.
const (
	High Confidence = iota + 1
	Medium
	Low
)

var (
	confidences   = []string{"unstated", "high", "medium", "low"}
	confidencesKo = []string{"", "높음", "중간", "낮음"}
)

// String is the confidence in small letters.
func (c Confidence) String() string { return word("confidence", confidences, uint8(c)) }

// MarshalText writes what String says.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Korean is the confidence in Korean; "" of none.
func (c Confidence) Korean() string { return wordKo(confidencesKo, uint8(c)) }

// valid reports whether the confidence is one of those above.
func (c Confidence) valid() bool { return c >= High && c <= Low }

// CausalLink says that an action or indicator moves an indicator.
type CausalLink struct {
	From       string       `json:"from,omitempty"` // ID of an action or an indicator
	To         string       `json:"to,omitempty"`   // ID of an indicator
	Effect     CausalEffect `json:"effect"`
	Confidence Confidence   `json:"confidence"`
	Evidence   string       `json:"evidence,omitempty"`
}

// String is the link as a sentence.
func (l CausalLink) String() string {
	return fmt.Sprintf("%s %s %s (%s confidence)", words.Quote(l.From), l.Effect, words.Quote(l.To), l.Confidence)
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
// indicators. All that is wrong is said at once, as [ghg.Faults]: an ID that is
// used twice, a link from or to nothing, or given twice, an effect or confidence
// that does not exist. A circle is a [*strategy.CycleError].
func NewCausalGraph(actions []string, indicators []Indicator, links []CausalLink) (CausalGraph, error) {
	g := CausalGraph{slices.Clone(indicators), slices.Clone(links), map[string][]int{}, nil}
	var faults ghg.Faults
	known, index := map[string]bool{}, map[string]int{}
	add := func(what, id string) {
		if id == "" || known[id] {
			faults.Refuse(what, "id", id, "one is needed that no other action or indicator has")
		}
		known[id] = true
	}
	for i, id := range actions {
		add(fmt.Sprintf("action %d", i+1), id)
	}
	for n, i := range indicators {
		add(fmt.Sprintf("indicator %d", n+1), i.ID())
		index[i.ID()] = n
	}
	given := map[[2]string]bool{}
	for n, l := range links {
		of := fmt.Sprintf("link %d", n+1)
		if l.From != "" || l.To != "" {
			of += fmt.Sprintf(", %s to %s", words.Quote(l.From), words.Quote(l.To))
		}
		if _, isIndicator := index[l.To]; !isIndicator {
			faults.Refuse(of, "to", l.To, "no indicator has this ID")
		}
		if !known[l.From] {
			faults.Refuse(of, "from", l.From, "no action or indicator has this ID")
		}
		if !l.Effect.valid() {
			faults.Refuse(of, "effect", l.Effect.String(), "increases, decreases and is part of are allowed")
		}
		if !l.Confidence.valid() {
			faults.Refuse(of, "confidence", l.Confidence.String(), "high, medium and low are allowed")
		}
		if given[[2]string{l.From, l.To}] {
			faults.Refuse(of, "to", l.To, "these two are linked already")
		}
		given[[2]string{l.From, l.To}] = true
		g.out[l.From] = append(g.out[l.From], n)
	}
	if err := faults.Err(); err != nil {
		return CausalGraph{}, err
	}
	if err := g.sort(index); err != nil {
		return CausalGraph{}, err
	}
	return g, nil
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
