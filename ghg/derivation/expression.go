package derivation

import (
	"slices"

	"github.com/shopspring/decimal"
)

// How large what comes from outside may be.
const (
	maxName    = 64
	maxFormula = 2000    // bytes
	maxDepth   = 50      // of brackets and functions
	maxSteps   = 500     // of a derivation
	maxValues  = 200_000 // of a derivation
	maxRange   = 1000    // of a sum over whole numbers
	maxText    = 2000    // bytes
)

// node is a part of a formula.
type node interface{ isNode() }

type (
	number struct{ value decimal.Decimal }
	// name is a symbol, the cell of a column where row is given, or the row of an index.
	name struct {
		symbol string
		row    node
	}
	// binary is an operation or comparison of two parts.
	binary struct {
		mark        string
		left, right node
	}
	negation struct{ of node }
	// call is a function of parts.
	call struct {
		function string
		of       []node
	}
	// over is an aggregate: sum, prod, min or max over rows or whole numbers, and the
	// integral over a variable.
	over struct {
		function string
		index    string
		from, to node   // of whole numbers, or nil
		but      string // the index whose row is left out
		of       node
	}
)

func (number) isNode()   {}
func (name) isNode()     {}
func (*binary) isNode()  {}
func (negation) isNode() {}
func (*call) isNode()    {}
func (*over) isNode()    {}

// functions are those of a fixed number of parts.
var functions = map[string]int{"abs": 1, "ln": 1, "exp": 1, "root": 2, "round": 2, "down": 2, "known": 1}

// names calls use for each symbol of a formula that is no index of its own; none has none.
func names(n node, own []string, use func(symbol string, isCell bool)) {
	switch n := n.(type) {
	case name:
		for _, o := range own {
			if o == n.symbol && n.row == nil {
				return
			}
		}
		use(n.symbol, n.row != nil)
		names(n.row, own, use)
	case *binary:
		names(n.left, own, use)
		names(n.right, own, use)
	case negation:
		names(n.of, own, use)
	case *call:
		for _, x := range n.of {
			names(x, own, use)
		}
	case *over:
		names(n.from, own, use)
		names(n.to, own, use)
		names(n.of, append(own[:len(own):len(own)], n.index), use)
	}
}

// unbound is a row that is to be left out and stands for none, if there is one.
func unbound(n node, own []string) (string, bool) {
	var parts []node
	switch n := n.(type) {
	case name:
		parts = []node{n.row}
	case *binary:
		parts = []node{n.left, n.right}
	case negation:
		parts = []node{n.of}
	case *call:
		parts = n.of
	case *over:
		if n.but != "" && !slices.Contains(own, n.but) {
			return n.but, false
		}
		if but, ok := unbound(n.of, append(own[:len(own):len(own)], n.index)); !ok {
			return but, false
		}
		parts = []node{n.from, n.to}
	}
	for _, p := range parts {
		if but, ok := unbound(p, own); !ok {
			return but, false
		}
	}
	return "", true
}

// refersBack reports whether a formula reads of its own column rows above alone, by how many
// they stand above: H[y - 1]. Such a column can be worked out row by row.
func refersBack(n node, s *Step) bool {
	switch n := n.(type) {
	case name:
		if n.symbol != s.Symbol {
			return n.row == nil || refersBack(n.row, s)
		}
		back, ok := n.row.(*binary)
		if !ok || back.mark != "-" {
			return false
		}
		index, isName := back.left.(name)
		by, isNumber := back.right.(number)
		return isName && isNumber && index.symbol == s.Index && index.row == nil && by.value.IsInteger() && by.value.IsPositive()
	case *binary:
		return refersBack(n.left, s) && refersBack(n.right, s)
	case negation:
		return refersBack(n.of, s)
	case *call:
		for _, x := range n.of {
			if !refersBack(x, s) {
				return false
			}
		}
	case *over:
		free := true
		names(n, nil, func(symbol string, _ bool) { free = free && symbol != s.Symbol })
		return free
	}
	return true
}
