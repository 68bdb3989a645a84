//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The root module requires two modules and no more, and a Go that importers
// are likely to have.
func TestDirectRequirements(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	require.NoError(t, err)
	var direct []string
	for _, m := range regexp.MustCompile(`(?m)^(?:require )?\s*([a-z0-9.]+\.[a-z]+/\S+) v\S+(.*)$`).FindAllStringSubmatch(string(mod), -1) {
		if !strings.Contains(m[2], "indirect") {
			direct = append(direct, m[1])
		}
	}
	assert.Equal(t, []string{"github.com/shopspring/decimal", "github.com/stretchr/testify"}, direct)
	assert.Regexp(t, `(?m)^go 1\.24(\.0)?$`, string(mod))
}

// layers are the packages from the ground up: a package imports those of lower
// layers only. A folder with a star stands for the packages in it that are not
// named elsewhere.
var layers = [][]string{
	{"ghg/exact", "ghg/table", "ghg/internal/standard"},
	{"ghg/words"}, // its messages lie in tables
	{"ghg/derivation"},
	{"ghg"},
	{"ghg/factor"},
	{"ghg/gpc", "ghg/ipcc", "ghg/gir", "ghg/place"},
	{"ghg/estimate"},
	{"ghg/estimate/fuel"}, // the amounts of a fuel that other methods burn too
	{"ghg/*"},
	{"ghg/estimate/activity"},
	{"ghg/beside"}, // a line of it names the rule of ghg/crosswalk by which it came to its category
	{"target"},
	{"target/*"},
	{"strategy"},
	{"strategy/*"}, // the verbs of a plan use its nouns, not each other
	{"strategy/sheet", "strategy/korea", "strategy/daegu"}, // the doors
	{"examples/internal/spoken", "examples/internal/korean"},
	{"examples/tableflags"},
	{"examples/*"},
}

// layerOf is the layer of a package, or -1.
func layerOf(pkg string) int {
	family := -1
	for i, layer := range layers {
		for _, name := range layer {
			if name == pkg {
				return i
			}
			if folder, star := strings.CutSuffix(name, "*"); star && strings.HasPrefix(pkg, folder) {
				family = i
			}
		}
	}
	return family
}

// wing is the place of a top folder among the others.
func wing(pkg string) int {
	top, _, _ := strings.Cut(pkg, "/")
	return slices.Index([]string{"ghg", "target", "strategy", "examples"}, top)
}

// Dependencies point one way, and only tests use testify.
func TestImports(t *testing.T) {
	const module = "github.com/localghg/localghg/"
	files, plans := 0, map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		files++
		rel := filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))
		pkg := filepath.ToSlash(filepath.Dir(rel))
		require.GreaterOrEqual(t, layerOf(pkg), 0, "%s stands on no layer", rel)
		isTest := strings.HasSuffix(rel, "_test.go")
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		usesPlan := false
		for _, i := range f.Imports {
			name := strings.Trim(i.Path.Value, `"`)
			if ours, found := strings.CutPrefix(name, module); found && ours != pkg {
				usesPlan = usesPlan || ours == "strategy"
				if isTest { // a test may use anything but what stands in a higher wing
					assert.LessOrEqual(t, wing(ours), wing(pkg), "%s imports %s", rel, name)
				} else {
					assert.Less(t, layerOf(ours), layerOf(pkg), "%s imports %s", rel, name)
				}
			}
			if !isTest {
				assert.NotContains(t, name, "testify", rel)
				assert.NotEqual(t, "net/http", name, rel)
			}
		}
		if !isTest && strings.HasPrefix(pkg, "strategy/") {
			plans[pkg] = plans[pkg] || usesPlan
		}
		return nil
	})
	require.NoError(t, err)
	assert.Greater(t, files, 50)
	for pkg, uses := range plans {
		assert.True(t, uses, "%s knows nothing of plans: it does not stand under strategy", pkg)
	}
}
