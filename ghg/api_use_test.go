//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"go/ast"
	"go/types"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An exported name has a caller in another package, or an Example, or is what
// one of those takes or gives, or testdata/api_reasons.tsv says why it is
// there.
func TestExportedNamesAreCalled(t *testing.T) {
	u := newUse(t)
	reasons := readReasons(t)
	var uncalled []string
	for _, name := range slices.Sorted(maps.Keys(u.objects)) {
		switch _, hasReason := reasons[name]; {
		case u.stands(name):
			assert.False(t, hasReason, "testdata/api_reasons.tsv: %s is called by now: take its line out", name)
		case !hasReason:
			uncalled = append(uncalled, name)
		}
		delete(reasons, name)
	}
	assert.Empty(t, reasons, "testdata/api_reasons.tsv: there are no such names")
	t.Logf("%d exported names", len(u.objects))
	assert.Empty(t, uncalled, "exported names without a caller outside their package, an Example or a reason")
}

// readReasons are the names that stand without a caller, and why.
func readReasons(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/api_reasons.tsv")
	require.NoError(t, err)
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, _ := strings.Cut(line, "\t")
		assert.NotEmpty(t, reason, "testdata/api_reasons.tsv: %s has no reason", name)
		assert.NotContains(t, reasons, name, "testdata/api_reasons.tsv: it is there twice")
		reasons[name] = reason
	}
	return reasons
}

// use is which exported names of the library are used, and what they are.
type use struct {
	objects map[string]types.Object
	used    map[string]bool
}

func newUse(t *testing.T) *use {
	u := &use{objects: map[string]types.Object{}, used: map[string]bool{}}
	for _, p := range sourceTreeOf(t).exports {
		for _, name := range p.Scope().Names() {
			o := p.Scope().Lookup(name)
			if !o.Exported() {
				continue
			}
			u.objects[nameOf(o)] = o
			if n, isNamed := o.Type().(*types.Named); isNamed && n.Obj() == o {
				for m := range n.Methods() {
					if m.Exported() {
						u.objects[nameOf(m)] = m
					}
				}
			}
		}
	}
	all, err := checkAll()
	require.NoError(t, err)
	for _, c := range all {
		for name, o := range c.info.Uses {
			if o.Pkg() != nil && (o.Pkg().Path() != c.path || c.isTest && c.inFunction(name)) {
				u.mark(o)
			}
		}
	}
	return u
}

// inFunction says whether a name is used in the body of a function.
func (c *checked) inFunction(name *ast.Ident) bool {
	for _, f := range c.files {
		for _, d := range f.Decls {
			if fn, isFunction := d.(*ast.FuncDecl); isFunction && fn.Body != nil && fn.Body.Pos() <= name.Pos() && name.Pos() < fn.Body.End() {
				return true
			}
		}
	}
	return false
}

// mark takes a name as used, and the types that come with it.
func (u *use) mark(o types.Object) {
	if f, isFunction := o.(*types.Func); isFunction {
		o = f.Origin()
	}
	name := nameOf(o)
	if o = u.objects[name]; o == nil || u.used[name] { // as exported: the source of a package has objects of its own
		return
	}
	u.used[name] = true
	switch o := o.(type) {
	case *types.TypeName:
		u.markTypes(types.Unalias(o.Type()).Underlying())
	case *types.Func:
		if recv := o.Signature().Recv(); recv != nil {
			u.markTypes(recv.Type())
		}
	}
	u.markTypes(o.Type())
}

// markTypes takes the types that a type is made of as used.
func (u *use) markTypes(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			u.markTypes(a)
		}
		u.mark(t.Obj())
	case interface{ Elem() types.Type }: // pointer, slice, array, map, channel
		if m, isMap := t.(*types.Map); isMap {
			u.markTypes(m.Key())
		}
		u.markTypes(t.Elem())
	case *types.Signature:
		for v := range t.Params().Variables() {
			u.markTypes(v.Type())
		}
		for v := range t.Results().Variables() {
			u.markTypes(v.Type())
		}
	case *types.Struct:
		for f := range t.Fields() {
			if f.Exported() {
				u.markTypes(f.Type())
			}
		}
	case *types.Interface:
		for m := range t.Methods() {
			u.markTypes(m.Type())
		}
	}
}

// wellKnown are methods that are called through interfaces of the standard
// library.
var wellKnown = strings.Fields(`String Error Unwrap Is As Format GoString IsZero
	MarshalJSON UnmarshalJSON MarshalText UnmarshalText AppendText Len Less Swap Read Write Scan Value`)

// stands says whether a name needs no reason: it is used; or is one of a closed
// set whose type is, such as a metric, a kind, or the code of a finding; or a
// method that an interface calls.
func (u *use) stands(name string) bool {
	if u.used[name] {
		return true
	}
	switch o := u.objects[name].(type) {
	case *types.Const:
		if n := namedOf(o.Type()); n != nil {
			return u.used[nameOf(n.Obj())]
		}
		return strings.HasPrefix(o.Name(), "Fault") || strings.HasPrefix(o.Name(), "Finding")
	case *types.Var:
		n := namedOf(o.Type())
		return n != nil && u.used[nameOf(n.Obj())]
	case *types.Func:
		recv := o.Signature().Recv()
		return recv != nil && (slices.Contains(wellKnown, o.Name()) || u.isCalledByInterface(namedOf(recv.Type()), o.Name()))
	}
	return false
}

// isCalledByInterface says whether an interface of the library that is used has
// the method, and the type has all of the interface.
func (u *use) isCalledByInterface(n *types.Named, method string) bool {
	for name, o := range u.objects {
		i, isInterface := o.Type().Underlying().(*types.Interface)
		if _, isType := o.(*types.TypeName); !isType || !isInterface || !u.used[name] {
			continue
		}
		for m := range i.Methods() {
			if m.Name() == method && types.Implements(types.NewPointer(n), i) {
				return true
			}
		}
	}
	return false
}
