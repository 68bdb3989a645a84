package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// examples/meters has this program add up the same meters, and ends where the sums differ.
func TestCompare(t *testing.T) {
	program, err := os.Executable()
	require.NoError(t, err)
	t.Setenv("DUCKDB_TEST", "1")
	out := meters(t, "-compare", "-rows", "2000", "-duckdb", program)
	assert.Equal(t, 6, strings.Count(out, "\n| DuckDB, "), out)
	assert.Contains(t, out, "\nDuckDB v1.5.6.\n")
}
