package derivation_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A formula that grows beyond its bounds is given up, whichever of them it meets.
func TestFormulasThatGrow(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	for formula, want := range map[string]string{
		"sum(i = 1..999: sum(j = 1..999: sum(k = 1..999: i × j × k)))": "more operations",
		"integral(t: prod(i = 1..999: 1 - t × i / 7))":                 "more operations",
		"prod(i = 1..1000: prod(j = 1..1000: i + j / 7))":              "beyond what is allowed",
	} {
		d := must(sheet(formula, "1", derivation.Rounding{}))
		got := d.Replay()
		require.Len(t, got, 1, formula)
		assert.Contains(t, got[0].Detail, want, formula)
	}
}
