//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata/api.txt of every root anew")

const modulePath = "github.com/localghg/localghg/"

// libraryRoots are the folders whose packages are meant to be imported.
var libraryRoots = []string{"ghg", "target", "strategy"}

// listed is a package as the go command lists it.
type listed struct {
	ImportPath, Dir, Export            string
	GoFiles, TestGoFiles, XTestGoFiles []string
}

// ours says whether the package is of this module.
func (l listed) ours() bool { return strings.HasPrefix(l.ImportPath, modulePath) }

// isLibrary says whether the package is under one of the roots.
func (l listed) isLibrary() bool {
	top, _, _ := strings.Cut(strings.TrimPrefix(l.ImportPath, modulePath), "/")
	return l.ours() && slices.Contains(libraryRoots, top)
}

// sourceTree is the module's packages, what they export, and how they use each
// other.
type sourceTree struct {
	fset     *token.FileSet
	importer types.Importer
	packages []listed                  // of this module, by path
	exports  map[string]*types.Package // of the library's packages, by path
}

var loadTree = sync.OnceValues(func() (*sourceTree, error) {
	if err := lookAtSources(); err != nil {
		return nil, err
	}
	// Examples import packages of the standard library that nothing else does.
	list := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,TestGoFiles,XTestGoFiles",
		"./...", "bytes", "encoding/json", "errors", "fmt", "iter", "maps", "os", "slices", "strings", "time")
	list.Dir = ".."
	var out, complaint bytes.Buffer
	list.Stdout, list.Stderr = &out, &complaint
	if err := list.Run(); err != nil {
		return nil, fmt.Errorf("listing the packages with the go command: %w\n%s", err, &complaint)
	}
	t := &sourceTree{fset: token.NewFileSet(), exports: map[string]*types.Package{}}
	files := map[string]string{}
	for d := json.NewDecoder(&out); ; {
		var l listed
		if err := d.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		files[l.ImportPath] = l.Export
		if l.ours() {
			t.packages = append(t.packages, l)
		}
	}
	slices.SortFunc(t.packages, func(a, b listed) int { return strings.Compare(a.ImportPath, b.ImportPath) })
	t.importer = importer.ForCompiler(t.fset, "gc", func(path string) (io.ReadCloser, error) {
		if files[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(files[path])
	})
	for _, l := range t.packages {
		if !l.isLibrary() {
			continue
		}
		p, err := t.importer.Import(l.ImportPath)
		if err != nil {
			return nil, err
		}
		t.exports[l.ImportPath] = p
	}
	return t, nil
})

// lookAtSources looks at every source file, so that the go command, which does
// not see what other commands read, keeps no test result beyond a change.
func lookAtSources() error {
	return filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() != ".." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case strings.HasSuffix(path, ".go"):
			_, err = os.Stat(path)
		}
		return err
	})
}

func sourceTreeOf(t *testing.T) *sourceTree {
	t.Helper()
	s, err := loadTree()
	require.NoError(t, err)
	return s
}

// checked is files of one package with what their names mean.
type checked struct {
	path     string // of the package that they are in or test
	isTest   bool
	files    []*ast.File
	info     *types.Info
	examples []*ast.FuncDecl // of test files
}

// check finds out what the names in files mean. Of what cannot be known, such
// as the packages that only tests import, the rest is still found.
func (t *sourceTree) check(path, checkedAs string, files []*ast.File) *checked {
	c := &checked{path: path, files: files, info: &types.Info{
		Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Types: map[ast.Expr]types.TypeAndValue{}}}
	config := types.Config{Importer: t.importer, Error: func(error) {}}
	_, _ = config.Check(checkedAs, t.fset, files, c.info)
	return c
}

func (t *sourceTree) parse(dir string, names []string) ([]*ast.File, error) {
	var out []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(t.fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// checkAll is the source of every package, and then its examples with the
// functions of its tests that they call.
var checkAll = sync.OnceValues(func() ([]*checked, error) {
	t, err := loadTree()
	if err != nil {
		return nil, err
	}
	var out []*checked
	for _, l := range t.packages {
		source, err := t.parse(l.Dir, l.GoFiles)
		if err != nil {
			return nil, err
		}
		out = append(out, t.check(l.ImportPath, l.ImportPath, source))
		inside, err := t.parse(l.Dir, l.TestGoFiles)
		if err != nil {
			return nil, err
		}
		if examples := keepExamples(inside); len(examples) > 0 {
			c := t.check(l.ImportPath, l.ImportPath, inside)
			c.isTest, c.examples = true, examples
			out = append(out, c)
		}
		outside, err := t.parse(l.Dir, l.XTestGoFiles)
		if err != nil {
			return nil, err
		}
		if examples := keepExamples(outside); len(examples) > 0 {
			c := t.check(l.ImportPath, l.ImportPath+"_test", outside)
			c.isTest, c.examples = true, examples
			out = append(out, c)
		}
	}
	return out, nil
})

// keepExamples empties every function of test files that no example comes to,
// and returns the examples.
func keepExamples(files []*ast.File) []*ast.FuncDecl {
	functions := map[string][]*ast.FuncDecl{} // by name; methods of different types may share one
	var examples []*ast.FuncDecl
	for _, f := range files {
		for _, d := range f.Decls {
			if fn, isFunction := d.(*ast.FuncDecl); isFunction && fn.Body != nil {
				functions[fn.Name.Name] = append(functions[fn.Name.Name], fn)
				if fn.Recv == nil && strings.HasPrefix(fn.Name.Name, "Example") {
					examples = append(examples, fn)
				}
			}
		}
	}
	reached := map[*ast.FuncDecl]bool{}
	var reach func(fn *ast.FuncDecl)
	reach = func(fn *ast.FuncDecl) {
		if reached[fn] {
			return
		}
		reached[fn] = true
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			if name, isName := n.(*ast.Ident); isName {
				for _, called := range functions[name.Name] {
					reach(called)
				}
			}
			return true
		})
	}
	for _, fn := range examples {
		reach(fn)
	}
	for _, all := range functions {
		for _, fn := range all {
			if !reached[fn] {
				fn.Body = nil
			}
		}
	}
	return examples
}

// nameOf is what the reports call an exported object of the library, such as
// ghg.CO2e.Add; it is empty for all else, fields among them.
func nameOf(o types.Object) string {
	if o == nil || o.Pkg() == nil || !o.Exported() || !strings.HasPrefix(o.Pkg().Path(), modulePath) {
		return ""
	}
	path := strings.TrimPrefix(o.Pkg().Path(), modulePath)
	if f, isFunction := o.(*types.Func); isFunction {
		if recv := f.Signature().Recv(); recv != nil {
			n := namedOf(recv.Type())
			if n == nil || !n.Obj().Exported() {
				return ""
			}
			return path + "." + n.Obj().Name() + "." + o.Name()
		}
	}
	if o.Parent() != o.Pkg().Scope() {
		return ""
	}
	return path + "." + o.Name()
}

// namedOf is the named type that a type is or points to, without arguments.
func namedOf(t types.Type) *types.Named {
	for {
		switch x := types.Unalias(t).(type) {
		case *types.Pointer:
			t = x.Elem()
		case *types.Named:
			return x.Origin()
		default:
			return nil
		}
	}
}
