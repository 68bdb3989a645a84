package ghg_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A change of the code that no test can tell is written down with its reason in
// testdata/mutants.tsv of its package. The code that a reason is about must be there.
func TestReasonsForMutants(t *testing.T) {
	tables, err := filepath.Glob("../*/testdata/mutants.tsv")
	require.NoError(t, err)
	deeper, err := filepath.Glob("../*/*/testdata/mutants.tsv")
	require.NoError(t, err)
	require.NotEmpty(t, append(tables, deeper...))
	for _, table := range append(tables, deeper...) {
		text, err := os.ReadFile(table)
		require.NoError(t, err)
		folder := filepath.Dir(filepath.Dir(table))
		for lines, n := bufio.NewScanner(strings.NewReader(string(text))), 1; lines.Scan(); n++ {
			line := lines.Text()
			if strings.HasPrefix(line, "#") || line == "file\tcode\tchange\treason" {
				continue
			}
			cells := strings.Split(line, "\t")
			if !assert.Len(t, cells, 4, "%s, line %d", table, n) {
				continue
			}
			source, err := os.ReadFile(filepath.Join(folder, cells[0]))
			require.NoError(t, err, "%s, line %d", table, n)
			assert.Contains(t, string(source), cells[1], "%s, line %d: %s has no such code", table, n, cells[0])
			assert.NotEmpty(t, cells[3], "%s, line %d: a reason is needed", table, n)
		}
	}
}
