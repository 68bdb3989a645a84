package ghg

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg/internal/tsv"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestComposeVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/canonical.tsv")
	require.NoError(t, err)
	decode := func(cell string) string {
		var out []rune
		for _, p := range strings.Fields(cell) {
			n, err := strconv.ParseUint(p, 16, 32)
			require.NoError(t, err)
			out = append(out, rune(n))
		}
		return string(out)
	}
	_, rows := tsv.Read(string(text))
	for _, cells := range rows {
		assert.Equal(t, decode(cells[1]), compose(decode(cells[0])), cells[0])
	}
	assert.Greater(t, len(rows), 800)
}

func TestCanonicalTable(t *testing.T) {
	table := canonical()
	assert.Equal(t, 912, len(table.class))
	assert.Equal(t, 2061, len(table.spelling))
	_, rows := tsv.Read(canonicalRows)
	for _, cells := range rows {
		require.Len(t, cells, 3)
		if cells[0] == "class" {
			n, err := strconv.ParseUint(cells[2], 10, 8)
			require.NoError(t, err)
			assert.NotZero(t, n)
			continue
		}
		assert.Contains(t, []string{"pair", "spelling"}, cells[0])
	}
	for r, parts := range table.spelling {
		assert.True(t, utf8.ValidRune(r) && len(parts) > 0 && len(parts) < 3, "%U", r)
		once := compose(string(r))
		assert.Equal(t, once, compose(once))
		assert.Equal(t, once, compose(string(parts)), "%U", r)
	}
	for r := syllables; r < syllables+syllableCount; r += 29 {
		assert.Equal(t, string(r), compose(string(table.decompose(nil, r))))
	}
}

// What ParsePlace takes at a glance it would take at length.
func TestPlainPlaces(t *testing.T) {
	for r := rune(1); r < 0x30000; r++ {
		if name := "a" + string(r) + "b"; isPlainPlace(name) {
			require.Equal(t, name, compose(name), "%U", r)
			require.False(t, isUnseen(r))
		}
	}
}
