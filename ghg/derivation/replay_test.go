package derivation_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mismatches are those of a sheet of columns over three rows.
func mismatches(steps ...derivation.Step) []string {
	var out []string
	for _, m := range must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3)},
		Steps: steps})).Replay() {
		out = append(out, m.String())
	}
	return out
}

// Whether a cell has a value is said by its condition, and by nothing else.
func TestReplayConditions(t *testing.T) {
	a, w := one("A", "x", "ㄱ", "", "6"), column("w", "i", "2", "0", "3")
	part := func(when string, values ...string) derivation.Step {
		s := by(column("P", "i", values...), "A / w[i]", derivation.Rounding{})
		s.When = when
		return s
	}
	assert.Empty(t, mismatches(a, w, part("w[i] ≠ 0", "3", "", "2")))
	assert.Equal(t, []string{"P[2] = 7, and replayed undefined: its condition does not hold"},
		mismatches(a, w, part("w[i] ≠ 0", "3", "7", "2")))
	assert.Equal(t, []string{"P[1] = undefined: its condition holds, so that it has a value"},
		mismatches(a, w, part("w[i] ≠ 0", "", "", "2")))
	assert.Equal(t, []string{"P[2] = 7: it divides by 0"}, mismatches(a, w, part("", "3", "7", "2")))
	assert.Equal(t, []string{"P[2] = 7: when: it divides by 0"}, mismatches(a, w, part("1 / w[i] > 0", "3", "7", "2")))
}

// A column is closed over the cells that have a value.
func TestReplayClosing(t *testing.T) {
	largest := derivation.Rounding{Mode: derivation.OnLargest, Places: 1, To: "T"}
	shares := func(total string, weights []string, r derivation.Rounding, values ...string) []string {
		s := by(column("A", "i", values...), "T × w[i] / 7", r)
		s.When = "known(w[i])"
		return mismatches(one("T", "x", "ㄱ", "", total), column("w", "i", weights...), s)
	}
	// 3/7, 3/7, 1/7 of 1 are 0.4, 0.4 and 0.1: the first of the largest takes the tenth that is left
	assert.Empty(t, shares("1", []string{"3", "3", "1"}, largest, "0.5", "0.4", "0.1"))
	assert.Empty(t, shares("1", []string{"1", "3", "3"}, largest, "0.1", "0.5", "0.4"))
	assert.Empty(t, shares("-1", []string{"1", "3", "3"}, largest, "-0.1", "-0.5", "-0.4"))
	assert.Empty(t, shares("1", []string{"-1", "4", "4"}, largest, "-0.1", "0.5", "0.6"))
	assert.Empty(t, shares("1", []string{"3", "3", "1"}, derivation.ClosingTo("T", 1), "0.4", "0.4", "0.2"))
	assert.Empty(t, shares("1", []string{"4", "", "3"}, largest, "0.6", "", "0.4"))
	assert.Empty(t, shares("1", []string{"4", "", "3"}, derivation.ClosingTo("T", 1), "0.6", "", "0.4"))
	assert.Empty(t, shares("1", []string{"", "", ""}, largest, "", "", ""))
	assert.Empty(t, shares("1", []string{"", "", ""}, derivation.ClosingTo("T", 1), "", "", ""))
	got := shares("1.05", []string{"3", "3", "1"}, derivation.ClosingTo("T", 1), "0.4", "0.4", "0.2")
	require.Len(t, got, 1)
	assert.Contains(t, got[0], "A = T: ")
	// where a cell comes to none, the others are not held against it
	broken := by(column("A", "i", "9", "9", "9"), "T / w[i]", derivation.ClosingTo("T", 1))
	assert.Equal(t, []string{"A[2] = 9: it divides by 0"}, mismatches(one("T", "x", "ㄱ", "", "1"), column("w", "i", "2", "0", "3"), broken))
}

// A solution may lie on the edge of what is rounded to it, and must change the sign.
func TestReplaySolved(t *testing.T) {
	solved := func(formula, value string, r derivation.Rounding) []string {
		s := one("x", "x", "ㄱ", "", value)
		s.Kind, s.Formula, s.Rounding = derivation.Solved, formula, r
		return mismatches(s)
	}
	assert.Empty(t, solved("x - 1.25", "1.3", derivation.ToPlaces(1)))
	assert.Empty(t, solved("x - 1.25", "1.2", derivation.ToPlaces(1)))
	assert.Equal(t, []string{"x = 1.4: the formula does not change its sign between 1.35 and 1.45"},
		solved("x - 1.25", "1.4", derivation.ToPlaces(1)))
	down := derivation.Rounding{Mode: derivation.Down, Places: 1}
	assert.Empty(t, solved("1.25 - x", "1.2", down))
	assert.Equal(t, []string{"x = 1.3: the formula does not change its sign between 1.3 and 1.4"}, solved("1.25 - x", "1.3", down))
	assert.Equal(t, []string{"x = 0: the formula does not change its sign between -0.05 and 0.05"},
		solved("x^60", "0", derivation.ToPlaces(1))) // 10^-78 on both sides
	assert.Empty(t, solved("root(2; 2)^2 - 1.95 - x", "0.1", derivation.ToPlaces(1))) // 0.05 but for what a root is off
	assert.Equal(t, []string{"x = 0: it divides by 0"}, solved("1 / (x - 0.05)", "0", derivation.ToPlaces(1)))
	assert.Equal(t, []string{"x = 0: it divides by 0"}, solved("1 / (x + 0.05)", "0", derivation.ToPlaces(1)))
}

// A condition of what is undefined does not hold; one that fails is a mismatch.
func TestReplayDecided(t *testing.T) {
	decided := func(condition string, holds bool) []string {
		s := derivation.Step{Symbol: "is", What: anything, Kind: derivation.Decided, Cases: []derivation.Case{
			{Name: "a", What: anything, If: condition, Holds: holds}, {Name: "b", What: anything, Holds: true}}}
		return mismatches(one("A", "x", "ㄱ", "", "6"), column("w", "i", "2", "", "3"), s)
	}
	assert.Empty(t, decided("A > 5", true))
	assert.Empty(t, decided("A > 6", false))
	assert.Equal(t, []string{"is[a] = holds, and replayed does not hold"}, decided("A > 6", true))
	assert.Equal(t, []string{"is[a] = does not hold, and replayed holds"}, decided("A > 5", false))
	assert.Empty(t, decided("w[2] > 5", false))
	assert.Equal(t, []string{"is[a] = holds: a value that it needs is undefined"}, decided("w[2] > 5", true))
	assert.Equal(t, []string{"is[a] = does not hold: it divides by 0"}, decided("1 / (A - 6) > 5", false))
	assert.Equal(t, []string{"is[a] = holds: it divides by 0"}, decided("1 / (A - 6) > 5", true))
}

// What a formula comes to is said in so many digits.
func TestReplayedText(t *testing.T) {
	for formula, want := range map[string]string{
		"1 / 2^40": "0.0000000000009094947017729282379150390625", "1 / 2^41": "0.0000000000004547473508864641189575195313…",
		"1 / 3": "0." + strings.Repeat("3", 40) + "…", "-5": "-5",
		"2^1023 × 2^1023 × 2^1023 × 2^930": "a number of many digits", // of 4001 bits, with that of the 1 below
	} {
		got := must(sheet(formula, "0.3", derivation.Rounding{})).Replay()
		require.Len(t, got, 1)
		assert.Equal(t, want, got[0].Replayed, formula)
	}
	assert.Len(t, must(sheet("2^1023 × 2^1023 × 2^1023 × 2^929", "1", derivation.Rounding{})).Replay()[0].Replayed, 1204)
	assert.Equal(t, "out of bounds", must(sheet("10^500", "1", derivation.ToPlaces(0))).Replay()[0].Replayed)
}

// A value that is stated to more places than it is rounded to does not follow.
func TestReplayedPlaces(t *testing.T) {
	for value, want := range map[string]int{"0.7": 0, "0.70": 0, "0.35": 1, "7": 1, "0.75": 1} {
		assert.Len(t, must(sheet("0.7", value, derivation.ToPlaces(1))).Replay(), want, value)
	}
	for value, want := range map[string]int{"1300": 0, "1250": 1, "1200": 1, "13": 1} {
		assert.Len(t, must(sheet("1250", value, derivation.ToPlaces(-2))).Replay(), want, value)
	}
}
