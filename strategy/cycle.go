package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// CycleError says that a relation comes back to where it began: actions that
// require one another, or that live on in one another.
type CycleError struct {
	Relation string   // "requires", "into", or the name that a caller gives
	IDs      []string // in order; the last leads back to the first
}

func (e *CycleError) Error() string {
	const most = 20
	var way []string
	for _, id := range e.IDs[:min(len(e.IDs), most)] {
		way = append(way, words.Quote(id))
	}
	if n := len(e.IDs); n > most {
		way = append(way, fmt.Sprintf("… (%d in all)", n))
	}
	if len(way) > 0 {
		way = append(way, way[0])
	}
	return fmt.Sprintf("a circle of %q: %s", e.Relation, strings.Join(way, " → "))
}

// walk goes along a relation between things that have IDs, depth first. An ID
// that nothing has leads nowhere.
type walk struct {
	relation string
	index    map[string]int
	to       func(i int) []string
	state    map[int]walkState
	met      []int // in the order in which they were reached
}

type walkState uint8

const (
	open walkState = iota + 1 // on the way from where the walk began
	done
)

// from walks from a thing to all that can be reached, once each, and returns
// the first circle. It keeps its own stack, so that a long chain is no danger.
func (w *walk) from(start int) error {
	type step struct {
		at   int
		left []string
	}
	if w.state == nil {
		w.state = map[int]walkState{}
	}
	if w.state[start] == done {
		return nil
	}
	enter := func(i int) step {
		w.state[i] = open
		w.met = append(w.met, i)
		return step{i, w.to(i)}
	}
	stack := []step{enter(start)}
	var way []string // the IDs that led from each step of the stack to the next
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.left) == 0 {
			w.state[top.at] = done
			stack = stack[:len(stack)-1]
			way = way[:max(0, len(way)-1)]
			continue
		}
		id := top.left[0]
		top.left = top.left[1:]
		i, ok := w.index[id]
		if !ok || w.state[i] == done {
			continue
		}
		if w.state[i] == open {
			first := slices.IndexFunc(stack, func(s step) bool { return s.at == i })
			return &CycleError{w.relation, append([]string{id}, way[first:]...)}
		}
		way = append(way, id)
		stack = append(stack, enter(i))
	}
	return nil
}
