package crosswalk

import (
	"slices"

	"github.com/localghg/localghg/ghg"
)

// tree is a scheme as rules look at it.
type tree struct {
	nodes map[string]ghg.Node
	order []string
}

func treeOf(s ghg.Scheme) tree {
	t := tree{nodes: map[string]ghg.Node{}}
	for n := range s.Nodes() {
		t.nodes[n.Code] = n
		t.order = append(t.order, n.Code)
	}
	return t
}

// reportable counts the categories on which records may sit.
func (t tree) reportable() (n int) {
	for _, node := range t.nodes {
		if node.Reportable {
			n++
		}
	}
	return n
}

// path is a category and those above it, from it up.
func (t tree) path(code string) (out []string) {
	for ; code != ""; code = t.nodes[code].Parent {
		out = append(out, code)
	}
	return out
}

// holds reports whether a category is top or a part of it.
func (t tree) holds(top, code string) bool { return slices.Contains(t.path(code), top) }

// common is the lowest category that holds all of some, on which records may sit; "" where
// there is none.
func (t tree) common(codes []string) string {
	if len(codes) == 0 {
		return ""
	}
	for _, top := range t.path(codes[0]) {
		if t.nodes[top].Reportable && !slices.ContainsFunc(codes, func(c string) bool { return !t.holds(top, c) }) {
			return top
		}
	}
	return ""
}

// nested reports whether every category of one list is in one of the other.
func (t tree) nested(inner, outer []string) bool {
	return !slices.ContainsFunc(inner, func(c string) bool {
		return !slices.ContainsFunc(outer, func(top string) bool { return t.holds(top, c) })
	})
}

// deepest is the one of some categories that is in all others; "" where they are not
// nested.
func (t tree) deepest(codes []string) string {
	for _, c := range codes {
		if !slices.ContainsFunc(codes, func(top string) bool { return !t.holds(top, c) }) {
			return c
		}
	}
	return ""
}
