package ghg

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg/table"
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
	vectors := table.MustRead(string(text))
	for r := range vectors.Rows() {
		assert.Equal(t, decode(r.Cell("form C")), compose(decode(r.Cell("text"))), r.Cell("text"))
	}
	assert.Greater(t, vectors.Len(), 800)
}

func TestCanonicalTable(t *testing.T) {
	known := canonical()
	assert.Equal(t, 912, len(known.class))
	assert.Equal(t, 2061, len(known.spelling))
	for r := range table.MustRead(canonicalRows).Rows() {
		if r.Cell("kind") == "class" {
			n, err := strconv.ParseUint(r.Cell("value"), 10, 8)
			require.NoError(t, err)
			assert.NotZero(t, n)
			continue
		}
		assert.Contains(t, []string{"pair", "spelling"}, r.Cell("kind"))
	}
	for r, parts := range known.spelling {
		assert.True(t, utf8.ValidRune(r) && len(parts) > 0 && len(parts) < 3, "%U", r)
		once := compose(string(r))
		assert.Equal(t, once, compose(once))
		assert.Equal(t, once, compose(string(parts)), "%U", r)
	}
	for r := syllables; r < syllables+syllableCount; r += 29 {
		assert.Equal(t, string(r), compose(string(known.decompose(nil, r))))
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
