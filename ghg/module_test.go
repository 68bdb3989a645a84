package ghg_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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

// Dependencies point one way, and only tests use testify.
func TestImports(t *testing.T) {
	const module = "github.com/localghg/localghg/"
	allowed := map[string][]string{ // by the first folder
		"ghg":      {"ghg"},
		"target":   {"ghg", "target"},
		"strategy": {"ghg", "target", "strategy"},
		"examples": {"ghg", "target", "strategy"},
	}
	files := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		files++
		rel := filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))
		top, _, _ := strings.Cut(rel, "/")
		isTest := strings.HasSuffix(rel, "_test.go")
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, i := range f.Imports {
			name := strings.Trim(i.Path.Value, `"`)
			if ours, found := strings.CutPrefix(name, module); found {
				first, _, _ := strings.Cut(ours, "/")
				assert.Contains(t, allowed[top], first, "%s imports %s", rel, name)
				if !isTest && filepath.Dir(rel) == "ghg" {
					assert.Equal(t, "ghg/exact", ours, "%s imports %s", rel, name)
				}
				if top == "strategy" && !isTest && first == "strategy" { // verbs use nouns, not each other
					assert.Equal(t, "strategy", ours, "%s imports %s", rel, name)
				}
			}
			if !isTest {
				assert.NotContains(t, name, "testify", rel)
				assert.NotEqual(t, "net/http", name, rel)
			}
		}
		return nil
	})
	require.NoError(t, err)
	assert.Greater(t, files, 50)
}
