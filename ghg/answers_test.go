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

// What keeps something to itself says in JSON what it is: a struct with an unexported
// field writes itself, or is an error, or testdata/not_an_answer.tsv says why no other
// program asks for it. A method that an embedded field lends writes that field alone,
// and the others are lost.
func TestAnswersAreWrittenAsJSON(t *testing.T) {
	excused := readTypeTable(t, "not_an_answer.tsv")
	for name := range excused {
		assert.NotEmpty(t, excused[name], "testdata/not_an_answer.tsv: %s has no reason", name)
	}
	var silent []string
	written := 0
	for name, o := range structs(sourceTreeOf(t)) {
		how := writes(o)
		_, isExcused := excused[name]
		switch {
		case how == swallows:
			assert.Fail(t, "an embedded field writes itself for the whole", name)
		case how == isPlain || how == writesItself:
			written++
			assert.False(t, isExcused, "testdata/not_an_answer.tsv: %s needs no line", name)
		case !isExcused:
			silent = append(silent, name)
		}
		delete(excused, name)
	}
	assert.Empty(t, excused, "testdata/not_an_answer.tsv: there are no such types")
	assert.Greater(t, written, 50)
	slices.Sort(silent)
	assert.Empty(t, silent, "types that drop what they hold without an error when they are written as JSON")
}

// readTypeTable are the types of a table with what stands beside them.
func readTypeTable(t *testing.T, file string) map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	out := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, _ := strings.Cut(line, "\t")
		assert.NotContains(t, out, name, "testdata/%s: it is there twice", file)
		out[name] = reason
	}
	return out
}

// structs are the exported struct types of the library by name.
func structs(s *sourceTree) map[string]*types.Named {
	out := map[string]*types.Named{}
	for _, path := range slices.Sorted(maps.Keys(s.exports)) {
		if strings.Contains(path, "/internal/") {
			continue
		}
		scope := s.exports[path].Scope()
		for _, name := range scope.Names() {
			o, isType := scope.Lookup(name).(*types.TypeName)
			if !isType || !o.Exported() || o.IsAlias() {
				continue
			}
			if n, isNamed := o.Type().(*types.Named); isNamed {
				if _, isStruct := n.Underlying().(*types.Struct); isStruct {
					out[nameOf(o)] = n
				}
			}
		}
	}
	return out
}

// howWritten is what becomes of a struct that is written as JSON.
type howWritten int

const (
	isPlain      howWritten = iota // all its fields are exported
	writesItself                   // by a method of its own, or as an error
	swallows                       // by a method of one field of several
	isSilent                       // what is unexported is lost
)

func writes(n *types.Named) howWritten {
	s := n.Underlying().(*types.Struct)
	all := types.NewMethodSet(types.NewPointer(n))
	for _, method := range []string{"MarshalJSON", "MarshalText"} {
		if m := all.Lookup(nil, method); m != nil {
			if len(m.Index()) > 1 && s.NumFields() > 1 {
				return swallows
			}
			return writesItself
		}
	}
	if all.Lookup(nil, "Error") != nil {
		return writesItself
	}
	for f := range s.Fields() {
		if !f.Exported() && !f.Embedded() {
			return isSilent
		}
	}
	return isPlain
}

// What stands in a document is spelled as documents are: where a struct names a field
// for JSON, it names all of them, and so does each struct that it holds and that does
// not write itself; a word of a closed set is written as the word, and no error as {}.
func TestWhatDocumentsHoldIsNamed(t *testing.T) {
	all, err := checkAll()
	require.NoError(t, err)
	looked := 0
	for _, c := range all {
		if c.isTest || !strings.HasPrefix(c.path, modulePath) || strings.HasPrefix(c.path, modulePath+"examples/") {
			continue
		}
		for expr, of := range c.info.Types {
			s, isStruct := of.Type.(*types.Struct)
			if _, isDefined := expr.(*ast.StructType); !isDefined || !isStruct || !hasTags(s) {
				continue
			}
			looked++
			for i := range s.NumFields() {
				f, tag := s.Field(i), s.Tag(i)
				if f.Embedded() || !f.Exported() || tag == `json:"-"` {
					continue
				}
				where := sourceTreeOf(t).fset.Position(f.Pos())
				if assert.Contains(t, tag, "json:", "%s: %s has no name in JSON, and other fields have one", where, f.Name()) {
					assert.Empty(t, unwritten(f.Type()), "%s: %s", where, f.Name())
					isAmount := types.NewMethodSet(f.Type()).Lookup(nil, "IsUnset") != nil
					assert.False(t, isAmount && strings.Contains(tag, "omitzero"), "%s: %s of 0 would be left out, as if unset", where, f.Name())
				}
			}
		}
	}
	assert.Greater(t, looked, 200)
}

func hasTags(s *types.Struct) bool {
	for i := range s.NumFields() {
		if strings.Contains(s.Tag(i), "json:") {
			return true
		}
	}
	return false
}

// unwritten is what is wrong with a type in a document, or "".
func unwritten(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Pointer:
		return unwritten(t.Elem())
	case *types.Slice:
		return unwritten(t.Elem())
	case *types.Array:
		return unwritten(t.Elem())
	case *types.Map:
		return unwritten(t.Elem())
	case *types.Signature, *types.Chan:
		return "it cannot be written"
	case *types.Named:
		methods := types.NewMethodSet(types.NewPointer(t))
		if methods.Lookup(nil, "MarshalJSON") != nil || methods.Lookup(nil, "MarshalText") != nil {
			return ""
		}
		switch u := t.Underlying().(type) {
		case *types.Interface:
			return "whatever is in the interface " + t.String() + " is not written"
		case *types.Basic:
			if (u.Kind() == types.Uint8 || u.Kind() == types.Int) && methods.Lookup(nil, "String") != nil {
				return t.String() + " is a word, and is written as a number"
			}
		case *types.Struct:
			if u.NumFields() > 0 && !hasTags(u) {
				return t.String() + " names nothing for JSON"
			}
		default:
			return unwritten(u)
		}
		for a := range t.TypeArgs().Types() {
			if wrong := unwritten(a); wrong != "" {
				return wrong
			}
		}
	}
	return ""
}
