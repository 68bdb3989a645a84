package derivation_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is worked out of a root is near its value, whatever is done to it: it is the same as
// what is 10^-70 from it, and not as what is further.
func TestNear(t *testing.T) {
	for formula, want := range map[string]string{
		"root(2; 2)^2 = 1": "0", "root(2; 2)^2 = 3": "0",
		"root(2; 2) - root(2; 2) = 10^-71": "1", "root(2; 2) - root(2; 2) = 10^-70": "0", "root(2; 2) - root(2; 2) = -(10^-70)": "0",
		"(10^-71 + 0 = 0)":           "0", // exactly as it is
		"(root(2; 2) + 1 - 1)^2 = 2": "1", "(1 + root(2; 2) - 1)^2 = 2": "1", "(2 × root(2; 2))^2 = 8": "1", "(root(2; 2) × 2)^2 = 8": "1",
		"(root(2; 2) / 2)^2 = 0.5": "1", "(2 / root(2; 2))^2 = 2": "1", "root(2; 2)^-2 = 0.5": "1", "2 = root(2; 2)^2": "1",
		"(-root(2; 2))^2 = 2": "1", "root(root(2; 2)^2; 2)^2 = 2": "1", "abs(root(2; 2))^2 = 2": "1",
		"min(root(2; 2); 5)^2 = 2": "1", "min(5; root(2; 2))^2 = 2": "1", "max(root(2; 2); 1)^2 = 2": "1", "max(1; root(2; 2))^2 = 2": "1",
		"max(i = 1..2: root(i; 2))^2 = 2": "1", "max(i = 1..2: root(3 - i; 2))^2 = 2": "1",
		"sum(i = 1..2: root(i; 2) - 1)^2 + 2 × root(2; 2) = 3": "1", "prod(i = 1..2: root(i; 2))^2 = 2": "1",
		"(integral(t: t + root(2; 2)) - 0.5)^2 = 2": "1", "(integral(t: root(2; 2) + t) - 0.5)^2 = 2": "1",
		"integral(t: t × root(2; 2))^2 = 0.5": "1", "integral(t: root(2; 2) × t)^2 = 0.5": "1",
		"root(4; 2) = 2": "1", "root(4; 2) + 10^-71 = 2": "0", "root(27 / 8; 3) + 10^-71 = 1.5": "0", // a root that is a fraction is exact
	} {
		d, err := sheet(formula, want, derivation.Rounding{})
		require.NoError(t, err)
		assert.Empty(t, d.Replay(), formula)
	}
	// ∫(1 - 9t)(1 - 2t), ∫(1 - 4t)(1 - 2t) and ∫(1 - 4t)(1 - 9t), sixfold; the 2 is near
	d := must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3)}, Steps: []derivation.Step{
		column("r", "i", "4", "9", "2"),
		by(column("A", "i", "9", "4", "39"), "6 × integral(t: prod(j ≠ i: 1 - t × root(r[j]; 2)^2))", derivation.Rounding{})}}))
	assert.Empty(t, d.Replay())
}
