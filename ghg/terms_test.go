//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A word or sentence of a table is there in English and in Korean.
func TestTermsHaveBothLanguages(t *testing.T) {
	n := 0
	for _, top := range []string{"ghg", "target", "strategy"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			for _, term := range termsOf(file) {
				keys := map[string]bool{}
				for _, e := range term.Elts {
					kv, ok := e.(*ast.KeyValueExpr)
					if !ok {
						continue
					}
					lit, isText := kv.Value.(*ast.BasicLit)
					keys[kv.Key.(*ast.Ident).Name] = !isText || len(lit.Value) > 2
				}
				if len(term.Elts) > 0 {
					n++
					assert.True(t, keys["En"] && keys["Ko"], "%s: it is there in one language", set.Position(term.Pos()))
				}
			}
			return nil
		})
		require.NoError(t, err)
	}
	assert.Greater(t, n, 50, "terms were found")
}

// termsOf are the literals of words.Term in a file, those of a list of them too.
func termsOf(file *ast.File) (out []*ast.CompositeLit) {
	isTerm := func(e ast.Expr) bool {
		s, ok := e.(*ast.SelectorExpr)
		return ok && s.Sel.Name == "Term"
	}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		if isTerm(lit.Type) {
			out = append(out, lit)
		}
		list, ok := lit.Type.(*ast.ArrayType)
		if !ok || !isTerm(list.Elt) {
			return true
		}
		for _, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				e = kv.Value
			}
			if x, ok := e.(*ast.CompositeLit); ok && x.Type == nil {
				out = append(out, x)
			}
		}
		return true
	})
	return out
}
