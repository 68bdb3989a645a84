//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// translated are the packages whose messages a city's staff meets: each has its Korean
// text. Of the others they are counted.
var translated = []string{
	"ghg", "ghg/exact", "ghg/wide", "ghg/place", "ghg/gir", "ghg/factor", "ghg/rollup", "ghg/series", "ghg/carveout", "ghg/crosswalk",
	"ghg/rank", "ghg/ledger", "ghg/sink", "ghg/table", "ghg/drivers", "ghg/bridge", "ghg/beside", "ghg/ipcc", "ghg/gpc", "ghg/derivation",
	"target", "target/netzero", "target/budget", "target/claim", "target/trend",
	"strategy", "strategy/cost", "strategy/credit", "strategy/daegu", "strategy/effect", "strategy/korea", "strategy/managed",
	"strategy/participation", "strategy/scenario", "strategy/selection", "strategy/sheet", "strategy/topdown", "strategy/track",
}

// messageTable are the messages of ghg/words by their English text.
func messageTable(t *testing.T) map[string]string {
	files, err := filepath.Glob("words/data/messages_*.tsv")
	require.NoError(t, err)
	require.Len(t, files, 4)
	out := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
			english, korean, ok := strings.Cut(line, "\t")
			if strings.HasPrefix(line, "#") || english == "english" {
				continue
			}
			require.True(t, ok && english != "" && korean != "" && !strings.Contains(korean, "\t"), "%s, line %d", file, i+1)
			require.NotContains(t, out, english, "%s, line %d: it is there already", file, i+1)
			out[english] = korean
		}
	}
	return out
}

var (
	messageVerb  = regexp.MustCompile(`%(?:\[(\d+)\])?\.?\d*([a-zA-Z%])`)
	betweenVerbs = regexp.MustCompile(`\b(and|in|of|on|by|to|not)\b`) // "%s in %s" is a value
	messageWord  = regexp.MustCompile(`[a-z]{2}`)
	hangul       = regexp.MustCompile(`\p{Hangul}`)
)

// The Korean of a message has all its values.
func TestMessageTable(t *testing.T) {
	table := messageTable(t)
	for english, korean := range table {
		assert.Regexp(t, hangul, korean, english)
		count := 0
		for _, v := range messageVerb.FindAllStringSubmatch(english, -1) {
			if v[2] != "%" {
				count++
			}
		}
		used, next := map[int]bool{}, 1
		for _, v := range messageVerb.FindAllStringSubmatch(korean, -1) {
			if v[2] == "%" {
				continue
			}
			if v[1] != "" {
				next, _ = strconv.Atoi(v[1])
			}
			used[next] = true
			next++
		}
		for i := 1; i <= count; i++ {
			assert.True(t, used[i], "%q: value %d is not in %q", english, i, korean)
		}
		assert.Len(t, used, count, "%q: %q", english, korean)
	}
}

// Every message of the packages that are translated stands in the table.
func TestMessagesHaveKorean(t *testing.T) {
	table, missing := messageTable(t), map[string][]string{}
	set := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		rel := filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
			strings.HasPrefix(rel, "examples/") || strings.HasPrefix(rel, "ghg/words/") {
			return err
		}
		f, err := parser.ParseFile(set, path, nil, 0)
		require.NoError(t, err)
		pkg := filepath.ToSlash(filepath.Dir(rel))
		for _, m := range messagesIn(f) {
			if _, ok := table[m]; !ok && !slices.Contains(missing[pkg], m) {
				missing[pkg] = append(missing[pkg], m)
			}
		}
		return nil
	})
	require.NoError(t, err)
	others := 0
	for pkg, list := range missing {
		if slices.Contains(translated, pkg) {
			for _, m := range list {
				t.Errorf("%s: no Korean for %q", pkg, m)
			}
			continue
		}
		others += len(list)
		if testing.Verbose() {
			for _, m := range list {
				t.Logf("%s: %q", pkg, m)
			}
		}
	}
	t.Logf("%d messages of %d other packages have no Korean yet", others, len(missing))
	assert.LessOrEqual(t, others, mostUntranslated, "more messages than before have no Korean")
}

// mostUntranslated may fall and not rise.
const mostUntranslated = 0

// messagesIn are the messages of a file: what faults, findings and errors say.
func messagesIn(f *ast.File) (out []string) {
	add := func(e ast.Expr) {
		s, ok := messageOf(e)
		for line := range strings.SplitSeq(s, "\n") { // each is looked for by itself
			said := betweenVerbs.ReplaceAllString(messageVerb.ReplaceAllString(line, ""), "")
			if ok && strings.Contains(line, " ") && messageWord.MatchString(said) {
				out = append(out, line)
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.CallExpr:
			name := ""
			switch fun := x.Fun.(type) {
			case *ast.SelectorExpr:
				name = fun.Sel.Name
			case *ast.Ident:
				name = fun.Name
			}
			lower := strings.ToLower(name)
			switch {
			case len(x.Args) == 0:
			case strings.Contains(lower, "refus") || strings.Contains(lower, "fault") || name == "wrong" || name == "stray":
				for _, a := range x.Args {
					add(a)
				}
			case name == "Errorf" || name == "New":
				add(x.Args[0])
			}
		case *ast.KeyValueExpr:
			if key, ok := x.Key.(*ast.Ident); ok && slices.Contains([]string{"Detail", "Remedy", "Advice"}, key.Name) {
				add(x.Value)
			}
		}
		return true
	})
	return out
}

// messageOf is the text of a literal, or the format of one that is filled.
func messageOf(e ast.Expr) (string, bool) {
	switch x := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, x.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		a, ok1 := messageOf(x.X)
		b, ok2 := messageOf(x.Y)
		return a + b, x.Op == token.ADD && ok1 && ok2
	case *ast.ParenExpr:
		return messageOf(x.X)
	case *ast.CallExpr:
		if fun, ok := x.Fun.(*ast.SelectorExpr); ok && fun.Sel.Name == "Sprintf" && len(x.Args) > 0 {
			return messageOf(x.Args[0])
		}
	}
	return "", false
}
