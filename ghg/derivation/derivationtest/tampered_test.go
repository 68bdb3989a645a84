package derivationtest

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// recorder takes the errors of a test.
type recorder struct {
	testing.TB
	errs []string
}

func (r *recorder) Helper()           {}
func (r *recorder) Error(args ...any) { r.errs = append(r.errs, fmt.Sprintln(args...)) }

var anything = words.Term{En: "a \"values\":[", Ko: "가"}

// sheet has 140 t in a column of so many rows, a threshold, and a total and a decision.
func sheet(rows int, formula, threshold string) derivation.Derivation {
	var s derivation.Sheet
	values := make([]derivation.Value, rows)
	index := make([]derivation.Row, rows)
	for i := range rows {
		index[i], values[i] = derivation.Row{ID: fmt.Sprint(i)}, derivation.Number(decimal.Zero)
	}
	values[0], values[rows-1] = derivation.Value{Number: decimal.New(-25, -1), Source: "a"}, derivation.Number(decimal.New(1425, -1))
	s.Index("i", index...)
	s.Given("m", anything, "t", "", values...).Index = "i"
	s.Given("n", anything, "", "", derivation.Undefined(anything))
	s.Given("limit", anything, "t", "", derivation.Number(decimal.RequireFromString(threshold)))
	s.Computed("T", anything, "t", formula, derivation.Rounding{}, derivation.Number(decimal.New(140, 0)))
	s.Decided("above", anything, derivation.Case{Name: "yes", What: anything, If: "T > limit", Holds: true})
	return s.Made(anything, nil)
}

func TestTampered(t *testing.T) {
	r := &recorder{TB: t}
	// 2 digits each of -2.5 and 142.5 and 1 of 0 are named; 2 of a threshold of 99 are not.
	assert.Equal(t, Tally{1, 7, 5, 2}, Tampered(r, sheet(3, "sum(i: m[i])", "99")))
	// 199 becomes 299 and 198: the first is named.
	assert.Equal(t, Tally{1, 7, 6, 1}, Tampered(r, sheet(3, "sum(i: m[i])", "139.9")))
	// 10 of the 98 zeros, and both ends.
	assert.Equal(t, Tally{1, 10 + 4 + 2, 10 + 4, 2}, Tampered(r, sheet(100, "sum(i: m[i])", "99")))
	assert.Empty(t, r.errs)

	Tampered(r, sheet(3, "sum(i: m[i]) + 1", "99"), derivation.Derivation{}, sheet(3, "140 + 0 × limit", "7"), sheet(3, "140", "7"))
	if assert.Len(t, r.errs, 3) {
		assert.Contains(t, r.errs[0], "does not replay: [T = 140, and replayed 141]")
		assert.Contains(t, r.errs[1], "is not written")
		assert.Contains(t, r.errs[2], "no change of what is given is named")
	}
}
