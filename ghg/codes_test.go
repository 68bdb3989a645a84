//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sharedCodes are the codes that constants of several packages have, as they say the same.
var sharedCodes = map[string]string{
	"excludes":             "two actions exclude each other, in a plan and in a scenario",
	"not-quantified":       "an action of a plan, or of citizens, whose saving is not known",
	"not-reportable":       "no record may sit there, of an inventory or of a rule",
	"number":               "no number, or out of bounds, in any table",
	"requires":             "what an action requires is missing, in a plan and in a scenario",
	"territory-not-stated": "of the year in which the territory changed",
	"unknown-action":       "no action of the plan, in a sheet and in a scenario",
}

// Every code of a finding or fault has its name in both languages, and every name a code.
func TestCodesHaveNames(t *testing.T) {
	table, codes := codeTable(t), codesInSource(t)
	assert.Greater(t, len(codes), 250)
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		assert.True(t, slices.Contains(table, code), "words/data/codes.tsv has no row for %q of %s", code, strings.Join(codes[code], ", "))
		if len(codes[code]) > 1 {
			assert.Contains(t, sharedCodes, code, "one code with two meanings? %s", strings.Join(codes[code], ", "))
		}
	}
	for _, code := range table {
		assert.Contains(t, codes, code, "words/data/codes.tsv: no finding or fault has this code")
	}
	for code := range sharedCodes {
		assert.Greater(t, len(codes[code]), 1, "%s is not shared", code)
	}
}

// codeTable are the codes that have names.
func codeTable(t *testing.T) (codes []string) {
	t.Helper()
	text, err := os.ReadFile("words/data/codes.tsv")
	require.NoError(t, err)
	names := map[string]string{}
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if strings.HasPrefix(line, "#") || line == "code\tenglish\tkorean" {
			continue
		}
		cells := strings.Split(line, "\t")
		require.Len(t, cells, 3, "line %d", i+1)
		codes = append(codes, cells[0])
		assert.Regexp(t, `^[A-Za-z0-9]`, cells[1], "line %d", i+1)
		assert.Regexp(t, hangul, cells[2], "line %d", i+1)
		for _, name := range cells[1:] {
			assert.Empty(t, names[name], "%s has the name of another code", cells[0])
			names[name] = cells[0]
		}
	}
	assert.True(t, slices.IsSorted(codes), "the codes are in order")
	assert.Len(t, slices.Compact(slices.Clone(codes)), len(codes), "a code is there once")
	return codes
}

var codeForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

// codesInSource are the codes in the source of the library: constants that are named Finding… or
// Fault…, and what else stands in the Code of one or is handed on as it. Of each are the
// packages that name it.
func codesInSource(t *testing.T) map[string][]string {
	t.Helper()
	all, err := checkAll()
	require.NoError(t, err)
	out := map[string][]string{}
	for _, c := range all {
		path := strings.TrimPrefix(c.path, modulePath)
		if top, _, _ := strings.Cut(path, "/"); c.isTest || !slices.Contains(libraryRoots, top) {
			continue
		}
		valueOf := func(e ast.Expr) string {
			if v := c.info.Types[e].Value; v != nil && v.Kind() == constant.String {
				return constant.StringVal(v)
			}
			return ""
		}
		add := func(code string) {
			if code != "" && !slices.Contains(out[code], path) {
				out[code] = append(out[code], path)
			}
		}
		addLiteral := func(e ast.Expr) { // a constant was named where it is declared
			if _, isLiteral := e.(*ast.BasicLit); isLiteral {
				add(valueOf(e))
			}
		}
		for _, f := range c.files {
			ast.Inspect(f, func(n ast.Node) bool {
				switch x := n.(type) {
				case *ast.GenDecl:
					for _, s := range x.Specs {
						if v, ok := s.(*ast.ValueSpec); ok && x.Tok == token.CONST && namesCode(v.Names[0].Name) {
							for _, e := range v.Values {
								add(valueOf(e))
							}
						}
					}
				case *ast.CompositeLit:
					for _, e := range x.Elts {
						if kv, ok := e.(*ast.KeyValueExpr); ok && isRemark(c.info.Types[x].Type) && isNamed(kv.Key, "Code") {
							addLiteral(kv.Value)
						}
					}
				case *ast.AssignStmt:
					for i, left := range x.Lhs {
						if s, ok := left.(*ast.SelectorExpr); ok && len(x.Rhs) == len(x.Lhs) && s.Sel.Name == "Code" && isRemark(c.info.Types[s.X].Type) {
							addLiteral(x.Rhs[i])
						}
					}
				case *ast.CallExpr:
					s, _ := c.info.Types[x.Fun].Type.(*types.Signature)
					for i := 0; s != nil && i < s.Params().Len() && i < len(x.Args); i++ {
						if s.Params().At(i).Name() == "code" && codeForm.MatchString(valueOf(x.Args[i])) {
							addLiteral(x.Args[i])
						}
					}
				}
				return true
			})
		}
	}
	return out
}

func namesCode(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "finding") || strings.HasPrefix(name, "fault")
}

func isNamed(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// isRemark says whether a type is ghg.Finding or ghg.Fault.
func isRemark(t types.Type) bool {
	n := namedOf(t)
	return n != nil && (nameOf(n.Obj()) == "ghg.Finding" || nameOf(n.Obj()) == "ghg.Fault")
}
