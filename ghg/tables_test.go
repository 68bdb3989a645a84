//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/table"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every table that a package embeds states its source, edition and retrieval, and is read by
// ghg/table alone.
func TestEmbeddedTables(t *testing.T) {
	tree := sourceTreeOf(t)
	all, err := checkAll()
	require.NoError(t, err)
	tables := map[string]bool{}
	for _, l := range tree.packages {
		for name, patterns := range embeddedBy(t, l) {
			found := false
			for _, path := range embeddedFiles(t, l.Dir, patterns) {
				if filepath.Ext(path) != ".tsv" {
					continue
				}
				found, tables[path] = true, true
				text, err := os.ReadFile(path)
				require.NoError(t, err)
				_, err = table.Read(string(text))
				assert.NoError(t, err, path)
			}
			if !found {
				continue
			}
			for _, c := range all {
				if c.path == l.ImportPath && !c.isTest {
					assert.True(t, onlyReadByTable(c, packageVariable(c, name), 0),
						"%s.%s: embed a table as a string, and give it to table.MustRead and nothing else", l.ImportPath, name)
				}
			}
		}
	}
	assert.Greater(t, len(tables), 45)
}

// embeddedBy are the variables of a package that files are embedded in, with the patterns.
func embeddedBy(t *testing.T, l listed) map[string][]string {
	out := map[string][]string{}
	for _, file := range l.GoFiles {
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(l.Dir, file), nil, parser.ParseComments)
		require.NoError(t, err)
		for _, d := range f.Decls {
			g, isVariable := d.(*ast.GenDecl)
			if !isVariable || g.Tok != token.VAR || g.Doc == nil {
				continue
			}
			for _, line := range g.Doc.List {
				if patterns, is := strings.CutPrefix(line.Text, "//go:embed "); is {
					name := g.Specs[0].(*ast.ValueSpec).Names[0].Name
					out[name] = append(out[name], strings.Fields(patterns)...)
				}
			}
		}
	}
	return out
}

func embeddedFiles(t *testing.T, dir string, patterns []string) (out []string) {
	for _, p := range patterns {
		paths, err := filepath.Glob(filepath.Join(dir, p))
		require.NoError(t, err)
		require.NotEmpty(t, paths, p)
		for _, path := range paths {
			require.NoError(t, filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					out = append(out, path)
				}
				return err
			}))
		}
	}
	return out
}

// packageVariable is where a variable of a package is declared.
func packageVariable(c *checked, name string) (at token.Pos) {
	for _, f := range c.files {
		for _, d := range f.Decls {
			g, _ := d.(*ast.GenDecl)
			if g == nil || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				for _, n := range s.(*ast.ValueSpec).Names {
					if n.Name == name {
						at = n.Pos()
					}
				}
			}
		}
	}
	return at
}

// onlyReadByTable reports whether a variable, or the parameter of a function that is given it,
// is used and comes to nothing but the functions of ghg/table that read.
func onlyReadByTable(c *checked, declared token.Pos, depth int) bool {
	if declared == token.NoPos || depth > 5 {
		return false
	}
	is := func(e ast.Expr) bool {
		name, isName := e.(*ast.Ident)
		return isName && c.info.Uses[name] != nil && c.info.Uses[name].Pos() == declared
	}
	used, read := 0, 0
	for _, f := range c.files {
		ast.Inspect(f, func(n ast.Node) bool {
			if e, isExpr := n.(ast.Expr); isExpr && is(e) {
				used++
			}
			call, isCall := n.(*ast.CallExpr)
			if !isCall {
				return true
			}
			for i, arg := range call.Args {
				if is(arg) && readsTable(c, call, i, depth) {
					read++
				}
			}
			return true
		})
	}
	return used > 0 && used == read
}

// readsTable reports whether a call reads its i-th argument as a table.
func readsTable(c *checked, call *ast.CallExpr, i, depth int) bool {
	var name *ast.Ident
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		name = fun
	case *ast.SelectorExpr:
		name = fun.Sel
	default:
		return false
	}
	called, isFunction := c.info.Uses[name].(*types.Func)
	if !isFunction || called.Pkg() == nil {
		return false
	}
	if called.Pkg().Path() == modulePath+"ghg/table" {
		return i == 0 && (called.Name() == "Read" || called.Name() == "MustRead")
	}
	params := called.Signature().Params()
	return called.Pkg().Path() == c.path && i < params.Len() && onlyReadByTable(c, params.At(i).Pos(), depth+1)
}
