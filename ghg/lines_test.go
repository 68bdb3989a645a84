//go:build !race

// What reads the sources of the tree starts nothing of the library that could race: it
// runs without the race detector alone, which makes it many times slower.

package ghg_test

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// longAllowed is how many lines may be longer than a line seldom is. It only
// shrinks.
const longAllowed = 19

// logList logs a list that is long only where it is asked for.
func logList(t *testing.T, what string, list []string) {
	t.Helper()
	t.Logf("%d %s", len(list), what)
	if testing.Verbose() && len(list) > 0 {
		t.Log(strings.Join(list, "\n"))
	}
}

// Lines are seldom longer than 140 characters and never than 180, but for what
// an Example prints: an output cannot be broken.
func TestLineLength(t *testing.T) {
	var long, longest []string
	for _, top := range []string{"ghg", "target", "strategy", "examples"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
				return err
			}
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			lines := bufio.NewScanner(f)
			inOutput := false
			for n := 1; lines.Scan(); n++ {
				text := strings.TrimSpace(lines.Text())
				inOutput = strings.HasPrefix(text, "// Output:") || inOutput && strings.HasPrefix(text, "//")
				if inOutput {
					continue
				}
				where := fmt.Sprintf("%s:%d", filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator))), n)
				switch length := utf8.RuneCountInString(lines.Text()); {
				case length > 180:
					longest = append(longest, where)
				case length > 140:
					long = append(long, where)
				}
			}
			return lines.Err()
		})
		require.NoError(t, err)
	}
	logList(t, "lines beyond 140 characters", long)
	assert.Empty(t, longest, "lines beyond 180 characters")
	assert.LessOrEqual(t, len(long), longAllowed, "more lines than before are longer than 140 characters (-v lists them)")
}
