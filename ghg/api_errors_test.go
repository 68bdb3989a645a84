//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every exported error type has an Example in which a caller branches on it: it
// is asked for with errors.As or errors.Is, and a field of it is looked at.
func TestErrorTypesHaveExamples(t *testing.T) {
	left := map[string]*types.Named{}
	isError := types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	for _, p := range sourceTreeOf(t).exports {
		for _, name := range p.Scope().Names() {
			n, isNamed := p.Scope().Lookup(name).Type().(*types.Named)
			if isNamed && n.Obj().Exported() && n.Obj().Name() == name && !types.IsInterface(n) &&
				(types.Implements(n, isError) || types.Implements(types.NewPointer(n), isError)) {
				left[nameOf(n.Obj())] = n
			}
		}
	}
	most := len(left)
	require.NotZero(t, most)
	all, err := checkAll()
	require.NoError(t, err)
	for _, c := range all {
		for _, example := range c.examples {
			asked, seen := c.errorsIn(example)
			for name := range asked {
				if seen[name] {
					delete(left, name)
				}
			}
		}
	}
	t.Logf("%d exported error types", most)
	assert.Empty(t, slices.Sorted(maps.Keys(left)), "error types without an Example that branches on a field of theirs")
}

// errorsIn are the types that an example asks for with errors.As or errors.Is,
// and those of which it looks at a field, or at a method other than Error where
// there are no fields.
func (c *checked) errorsIn(example *ast.FuncDecl) (asked, seen map[string]bool) {
	asked, seen = map[string]bool{}, map[string]bool{}
	ast.Inspect(example.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			f, isSelector := n.Fun.(*ast.SelectorExpr)
			if !isSelector || len(n.Args) != 2 {
				return true
			}
			if called := c.info.Uses[f.Sel]; called == nil || called.Pkg() == nil || called.Pkg().Path() != "errors" {
				return true
			}
			if target := namedOf(c.info.TypeOf(n.Args[1])); target != nil {
				asked[nameOf(target.Obj())] = true
			}
		case *ast.SelectorExpr:
			s := c.info.Selections[n]
			if s == nil {
				return true
			}
			of := namedOf(s.Recv())
			if of != nil && (s.Kind() == types.FieldVal || s.Obj().Name() != "Error" && !hasFields(of)) {
				seen[nameOf(of.Obj())] = true
			}
		}
		return true
	})
	return asked, seen
}

// hasFields says whether a type has exported fields.
func hasFields(n *types.Named) bool {
	s, isStruct := n.Underlying().(*types.Struct)
	if !isStruct {
		return false
	}
	for f := range s.Fields() {
		if f.Exported() {
			return true
		}
	}
	return false
}
