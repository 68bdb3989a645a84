package trend

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rows reads a table of numbers: comment lines, one header line, then numbers.
func rows(t *testing.T, name string) [][]float64 {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	var out [][]float64
	header := true
	for s := bufio.NewScanner(f); s.Scan(); {
		line := s.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		var row []float64
		for _, cell := range strings.Split(line, "\t") {
			v, err := strconv.ParseFloat(cell, 64)
			require.NoError(t, err)
			row = append(row, v)
		}
		out = append(out, row)
	}
	return out
}

// near asserts relative agreement.
func near(t *testing.T, want, got, relative float64, what ...any) {
	t.Helper()
	assert.LessOrEqual(t, math.Abs(got-want), relative*math.Abs(want), "want %v, got %v: %v", want, got, what)
}

// The tail agrees with mpmath to 1e-12 of itself, far out too.
func TestStudentUpper(t *testing.T) {
	table := rows(t, "testdata/student_upper.tsv")
	require.Len(t, table, 16*18)
	for _, r := range table {
		near(t, r[2], studentUpper(r[1], r[0]), 1e-12, r)
	}
}

func TestStudentQuantile(t *testing.T) {
	table := rows(t, "testdata/student_quantile.tsv")
	require.Len(t, table, 16*13)
	for _, r := range table {
		near(t, r[2], studentQuantile(r[1], r[0]), 1e-11, r)
	}
}

// With 1 and 2 degrees of freedom there are closed forms.
func TestStudentClosedForms(t *testing.T) {
	for _, x := range []float64{1e-9, 0.003, 0.3, 0.9, 1, 1.1, 4, 70, 1e5, 1e12} {
		near(t, math.Atan2(1, x)/math.Pi, studentUpper(x, 1), 1e-14, x)
		root := math.Sqrt(2 + x*x)
		near(t, 1/(root*(root+x)), studentUpper(x, 2), 1e-14, x)
		near(t, x, studentQuantile(math.Atan2(1, x)/math.Pi, 1), 1e-7, x)
	}
	assert.Equal(t, 0.5, studentUpper(0, 7))
	assert.Equal(t, 0.0, studentUpper(math.Inf(1), 7))
	assert.Equal(t, 1.0, studentUpper(math.Inf(-1), 7))
	assert.Equal(t, 0.0, studentUpper(1e160, 400))
	// Far out in every tail that a level of confidence can ask for.
	near(t, 3.183098861837907e+37, studentQuantile(1e-38, 1), 1e-12)
}

// Quantile and tail are inverse to one another, and many degrees of freedom
// come close to the normal distribution.
func TestStudentInverse(t *testing.T) {
	for _, df := range []float64{1, 1.7, 4, 31, 449} {
		before := 0.0
		for _, p := range []float64{0.45, 0.3, 0.05, 0.025, 1e-3, 1e-8, 1e-20, 1e-38} {
			q := studentQuantile(p, df)
			assert.Greater(t, q, before)
			before = q
			near(t, p, studentUpper(q, df), 1e-11, df, p)
		}
	}
	for _, z := range []float64{0, 0.5, 1.96, 3} {
		near(t, normalUpper(z), studentUpper(z, 1e7), 1e-5, z)
	}
}

func TestNormalUpper(t *testing.T) {
	// R 4.2.2: pnorm(z, lower.tail = FALSE)
	for z, want := range map[float64]float64{0: 0.5, 1: 0.15865525393145705, -2.5: 0.99379033467422384, 5: 2.8665157187919391e-07,
		12: 1.776482112077679e-33} {
		near(t, want, normalUpper(z), 1e-12, z)
	}
}
