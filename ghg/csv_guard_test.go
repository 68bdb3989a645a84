package ghg_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGuardFormula(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "'": "'", "a=1": "a=1", "1-2": "1-2", "'a": "'a", "대구": "대구", "(=1)": "(=1)", "'' ": "'' ",
		`=HYPERLINK("x")`: `'=HYPERLINK("x")`, "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x", "﹦1": "'﹦1", "﹢1": "'﹢1", "﹣1": "'﹣1", "﹫x": "'﹫x",
		"  =1": "'  =1", "\u00a0=1": "'\u00a0=1", "\u3000=1": "'\u3000=1", "\uFEFF=1": "'\uFEFF=1", "\u200b\uFEFF @x": "'\u200b\uFEFF @x",
		"\t=1": "'\t=1", "\tx": "'\tx", "\nx": "'\nx", "\rx": "'\rx", "a\n=1": "a\n=1", "\x00=1": "'\x00=1",
		"'=1": "''=1", "''=1": "'''=1", "' =1": "'' =1", " '=1": "' '=1", "\u2028=1": "'\u2028=1",
	} {
		assert.Equal(t, want, ghg.GuardFormula(text), "%q", text)
		assert.Equal(t, text, ghg.UnguardFormula(want), "%q", want)
	}
}

func FuzzGuardFormula(f *testing.F) {
	for _, s := range []string{"=1", "'=1", " '\uFEFF＝", "'", "''", "\t", "\xff=1", "'\xff'@"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		guarded := ghg.GuardFormula(s)
		require.Equal(t, s, ghg.UnguardFormula(guarded))
		first := strings.TrimLeft(guarded, " \t\r\n\uFEFF\u00a0\u200b\u3000")
		require.False(t, first != "" && strings.ContainsAny(first[:1], "=+-@"), "%q", guarded)
	})
}

// Whatever writes delimited text guards it: one rule, in every file that has a
// writer.
func TestEveryWriterOfCSVIsGuarded(t *testing.T) {
	var writers []string
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, i := range f.Imports {
			if i.Path.Value == `"encoding/csv"` {
				text, err := os.ReadFile(path)
				require.NoError(t, err)
				if reads := strings.Contains(string(text), "csv.NewReader("); reads && !strings.Contains(string(text), "csv.NewWriter(") {
					continue
				}
				writers = append(writers, path)
				assert.Contains(t, string(text), "GuardFormula(", path)
			}
		}
		return nil
	})
	require.NoError(t, err)
	assert.Len(t, writers, 7, writers)
}

func ExampleGuardFormula() {
	for _, text := range []string{"=1+1", "\u00a0＝1+1", "'=1", "a = 1"} {
		fmt.Printf("%q %t\n", ghg.GuardFormula(text), ghg.UnguardFormula(ghg.GuardFormula(text)) == text)
	}
	// Output:
	// "'=1+1" true
	// "'\u00a0＝1+1" true
	// "''=1" true
	// "a = 1" true
}
