//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every exported name of the library stands with its signature in
// testdata/api.txt of its root, so that no change of it goes unseen.
func TestAPI(t *testing.T) {
	s := sourceTreeOf(t)
	for _, root := range libraryRoots {
		t.Run(root, func(t *testing.T) {
			var have []string
			for path, p := range s.exports {
				if rel := strings.TrimPrefix(path, modulePath); rel == root || strings.HasPrefix(rel, root+"/") {
					have = append(have, apiOf(p)...)
				}
			}
			slices.Sort(have)
			require.NotEmpty(t, have)
			file := filepath.Join("..", root, "testdata", "api.txt")
			if *update {
				require.NoError(t, os.WriteFile(file, []byte(strings.Join(have, "\n")+"\n"), 0o644))
			}
			text, err := os.ReadFile(file)
			require.NoError(t, err, "write it with: go test ./ghg -run TestAPI -update")
			want := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
			if changes := apiChanges(want, have); changes != "" {
				t.Errorf("the exported names of %s are not those of %s/testdata/api.txt:\n%s"+
					"If this is meant, run: go test ./ghg -run TestAPI -update\n"+
					"and say it in a line under Changes in README.md.", root, root, changes)
			}
		})
	}
}

// apiChanges says which lines came, went and changed, or is empty.
func apiChanges(was, is []string) string {
	name := func(line string) string { return strings.SplitN(line, " ", 2)[0] }
	old := map[string]string{}
	for _, line := range was {
		old[name(line)] = line
	}
	var b strings.Builder
	for _, line := range is {
		before, known := old[name(line)]
		delete(old, name(line))
		switch {
		case !known:
			fmt.Fprintf(&b, "  came     %s\n", line)
		case before != line:
			fmt.Fprintf(&b, "  changed  %s\n        to %s\n", before, line)
		}
	}
	for _, line := range was {
		if _, gone := old[name(line)]; gone {
			fmt.Fprintf(&b, "  went     %s\n", line)
		}
	}
	return b.String()
}

func TestAPIChanges(t *testing.T) {
	was := []string{"ghg.A func()", "ghg.B type struct", "ghg.C const int"}
	require.Empty(t, apiChanges(was, was))
	require.Equal(t, "  changed  ghg.A func()\n        to ghg.A func(int)\n  came     ghg.D func()\n  went     ghg.B type struct\n",
		apiChanges(was, []string{"ghg.A func(int)", "ghg.C const int", "ghg.D func()"}))
}

func TestAPIOf(t *testing.T) {
	const source = `package years
import "fmt"
const Most = 9
const Code = "code"
type Kind int
const First Kind = 1
type Series[T any] struct { Name string; inner; fmt.Stringer; values map[int]T }
type inner struct { Unit string }
func (inner) Describe() string { return "" }
func (s *Series[T]) Set(year int, value T) {}
func (s Series[T]) Each(use func(year int, value T) bool, years ...int) {}
func Of[T fmt.Stringer](values map[int]T) (series Series[T], err error) { return }
type Goal interface { Level(year int) Kind; sealed() }
type Number interface { ~int | ~string }
type Same = Kind
var ErrNone error
`
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "years.go", source, 0)
	require.NoError(t, err)
	p, err := (&types.Config{Importer: sourceTreeOf(t).importer}).Check(modulePath+"ghg/years", fset, []*ast.File{f}, nil)
	require.NoError(t, err)
	have := apiOf(p)
	slices.Sort(have)
	require.Equal(t, []string{
		`ghg/years.Code const untyped string = "code"`,
		`ghg/years.ErrNone var error`,
		`ghg/years.First const Kind`,
		`ghg/years.Goal type interface (sealed)`,
		`ghg/years.Goal.Level method func(int) Kind`,
		`ghg/years.Kind type int`,
		`ghg/years.Most const untyped int = 9`,
		`ghg/years.Number type interface{~int | ~string}`,
		`ghg/years.Of func[T fmt.Stringer](map[int]T) (Series[T], error)`,
		`ghg/years.Same type = Kind`,
		`ghg/years.Series type[T any] struct (not comparable)`,
		`ghg/years.Series.Describe method func() string`,
		`ghg/years.Series.Each method func(func(int, T) bool, ...int)`,
		`ghg/years.Series.Name field string`,
		`ghg/years.Series.Set pointer method func(int, T)`,
		`ghg/years.Series.Stringer embedded fmt.Stringer`,
		`ghg/years.Series.Unit field string`,
	}, have)
}

// apiOf lists what a package exports: name, kind and signature, without the
// names of parameters, which no caller depends on.
func apiOf(p *types.Package) []string {
	path := strings.TrimPrefix(p.Path(), modulePath)
	var out []string
	for _, name := range p.Scope().Names() {
		o := p.Scope().Lookup(name)
		if !o.Exported() {
			continue
		}
		name = path + "." + name
		switch o := o.(type) {
		case *types.Const:
			out = append(out, name+" const "+typeText(p, o.Type())+constText(o))
		case *types.Var:
			out = append(out, name+" var "+typeText(p, o.Type()))
		case *types.Func:
			out = append(out, name+" "+typeText(p, o.Type()))
		case *types.TypeName:
			out = append(out, apiOfType(p, name, o)...)
		}
	}
	return out
}

// constText is the value of a constant that a caller may have written down. A
// number of a named type is only known by its name.
func constText(c *types.Const) string {
	if b, isBasic := c.Type().(*types.Basic); c.Val().Kind() == constant.String || isBasic && b.Info()&types.IsConstType != 0 {
		return " = " + c.Val().ExactString()
	}
	return ""
}

func apiOfType(p *types.Package, name string, o *types.TypeName) []string {
	n, isNamed := o.Type().(*types.Named)
	if o.IsAlias() || !isNamed {
		return []string{name + " type = " + typeText(p, types.Unalias(o.Type()))}
	}
	parameters := ""
	if n.TypeParams().Len() > 0 {
		var all []string
		for a := range n.TypeParams().TypeParams() {
			all = append(all, a.Obj().Name()+" "+typeText(p, a.Constraint()))
		}
		parameters = "[" + strings.Join(all, ", ") + "]"
	}
	out := []string{name + " type" + parameters + " "}
	switch u := n.Underlying().(type) {
	case *types.Struct:
		out[0] += "struct"
		if !types.Comparable(n) {
			out[0] += " (not comparable)"
		}
		out = append(out, fieldsOf(p, name, u)...)
	case *types.Interface:
		out[0] += "interface"
		for m := range u.Methods() {
			if m.Exported() {
				out = append(out, name+"."+m.Name()+" method "+typeText(p, m.Type()))
			} else if !strings.HasSuffix(out[0], "(sealed)") {
				out[0] += " (sealed)"
			}
		}
		if !u.IsMethodSet() {
			out[0] = name + " type" + parameters + " " + typeText(p, u)
		}
	default:
		out[0] += typeText(p, u)
	}
	return append(out, methodsOf(p, name, n)...)
}

// fieldsOf lists exported fields, and those that an embedded type without an
// exported name lends.
func fieldsOf(p *types.Package, name string, s *types.Struct) []string {
	var out []string
	for f := range s.Fields() {
		switch inner, isStruct := f.Type().Underlying().(*types.Struct); {
		case f.Exported() && f.Embedded():
			out = append(out, name+"."+f.Name()+" embedded "+typeText(p, f.Type()))
		case f.Exported():
			out = append(out, name+"."+f.Name()+" field "+typeText(p, f.Type()))
		case f.Embedded() && isStruct:
			out = append(out, fieldsOf(p, name, inner)...)
		}
	}
	return out
}

// methodsOf lists exported methods, but for those of an embedded exported type,
// which are listed with it.
func methodsOf(p *types.Package, name string, n *types.Named) []string {
	if types.IsInterface(n) {
		return nil
	}
	var out []string
	values := types.NewMethodSet(n)
	s, isStruct := n.Underlying().(*types.Struct)
	for m := range types.NewMethodSet(types.NewPointer(n)).Methods() {
		if !m.Obj().Exported() || isStruct && len(m.Index()) > 1 && s.Field(m.Index()[0]).Exported() {
			continue
		}
		kind := " method "
		if values.Lookup(m.Obj().Pkg(), m.Obj().Name()) == nil {
			kind = " pointer method "
		}
		out = append(out, name+"."+m.Obj().Name()+kind+typeText(p, m.Type()))
	}
	return out
}

// typeText writes a type of a package with the paths of this module's other
// packages and the names of all others.
func typeText(in *types.Package, t types.Type) string {
	return types.TypeString(nameless(t), func(p *types.Package) string {
		if p == in {
			return ""
		}
		if rel, ours := strings.CutPrefix(p.Path(), modulePath); ours {
			return rel
		}
		return p.Name()
	})
}

// nameless is a function's type without the names of its parameters.
func nameless(t types.Type) types.Type {
	s, isFunction := t.(*types.Signature)
	if !isFunction {
		return t
	}
	strip := func(tuple *types.Tuple) *types.Tuple {
		var out []*types.Var
		for v := range tuple.Variables() {
			out = append(out, types.NewParam(v.Pos(), v.Pkg(), "", nameless(v.Type())))
		}
		return types.NewTuple(out...)
	}
	var parameters []*types.TypeParam
	for p := range s.TypeParams().TypeParams() { // a parameter belongs to one signature: these are new ones of the same name
		parameters = append(parameters, types.NewTypeParam(types.NewTypeName(0, p.Obj().Pkg(), p.Obj().Name(), nil), p.Constraint()))
	}
	return types.NewSignatureType(nil, nil, parameters, strip(s.Params()), strip(s.Results()), s.Variadic())
}
