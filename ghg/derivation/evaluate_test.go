package derivation_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var anything = words.Term{En: "x", Ko: "ㄱ"}

// column is one of an index.
// inTonnes is a step in t.
func inTonnes(s derivation.Step) derivation.Step {
	s.Unit = "t"
	return s
}

func column(symbol, index string, values ...string) derivation.Step {
	s := derivation.Step{Symbol: symbol, What: anything, Index: index}
	for _, v := range values {
		if v == "" {
			s.Values = append(s.Values, derivation.Undefined(words.Term{En: "not known", Ko: "알 수 없음"}))
		} else {
			s.Values = append(s.Values, derivation.Number(dec(v)))
		}
	}
	return s
}

// numbered is an index of so many whole numbers.
func numbered(letter string, first, n int) derivation.Index {
	x := derivation.Index{Letter: letter}
	for i := range n {
		x.Rows = append(x.Rows, derivation.Row{ID: fmt.Sprint(first + i)})
	}
	return x
}

// sheet has some steps and a last one with a formula.
func sheet(formula, value string, r derivation.Rounding) (derivation.Derivation, error) {
	last := one("Z", "x", "ㄱ", "", "0")
	if value == "" {
		last.Values[0] = derivation.Undefined(anything)
	} else {
		last.Values[0].Number = dec(value)
	}
	return derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3), numbered("y", 2018, 4),
		numbered("k", 1, 1)}, Steps: []derivation.Step{
		one("a", "x", "ㄱ", "", "7.5"), one("b", "x", "ㄱ", "", "-2"), one("n", "x", "ㄱ", "", "3"),
		column("m", "i", "12", "5", "3"), column("g", "i", "1", "28", "265"),
		column("S", "y", "100", "90", "", "70"), column("one", "k", "4"), one("o", "x", "ㄱ", "", "0"),
		by(last, formula, r)}})
}

// By hand.
func TestFormulas(t *testing.T) {
	exactly, twelve := derivation.Rounding{}, derivation.ToPlaces(12)
	for _, x := range []struct {
		formula, value string
		by             derivation.Rounding
	}{
		{"a + b × n", "1.5", exactly}, {"(a + b) × n", "16.5", exactly}, {"a - b - n", "6.5", exactly}, {"a / n / b", "-1.25", exactly},
		{"-b^2", "-4", exactly}, {"(-2)^n", "-8", exactly}, {"2^n^2", "512", exactly}, {"b^-2", "0.25", exactly}, {"--a", "7.5", exactly},
		{"sum(i: m[i] × g[i])", "947", exactly}, {"prod(i: m[i])", "180", exactly},
		{"min(i: g[i])", "1", exactly}, {"max(i: m[i])", "12", exactly},
		{"sum(i = 1..n: i^2)", "14", exactly}, {"prod(y = 2018..2019: S[y])", "9000", exactly},
		{"sum(y = 2019..2019: S[y] / S[y - 1])", "0.9", exactly},
		{"sum(j = (1 + 1)..3: m[j])", "8", exactly}, {"sum(i = 3..2: i)", "0", exactly}, {"S[2018 + n]", "70", exactly}, {"one[1]", "4", exactly},
		{"known(S[2020])", "0", exactly}, {"known(S[2021]) × known(a)", "1", exactly}, {"known(S[1999])", "0", exactly},
		{"a > 0 and b < 0", "1", exactly}, {"a < 0 or n = 3", "1", exactly}, {"a ≥ 7.5", "1", exactly},
		{"exp(ln(2)) = 2", "1", exactly}, {"root(2; 2)^2", "2", exactly}, {"min(a = 7.5; sum(i: m[i]))", "1", exactly},
		{"max(n = 3; known(S[2020])) + sum(i: m[i])", "21", exactly}, {"a < 7.5", "0", exactly}, {"a > 7.5", "0", exactly},
		{"a ≤ 7.5", "1", exactly}, {"abs(a)", "7.5", exactly},
		{"root(2; 2)^2 = 2", "1", exactly}, {"root(2; 2)^2 < 2", "0", exactly}, {"root(2; 2)^2 ≥ 2", "1", exactly},
		{"root(2; 2)^2 ≠ 2.0001", "1", exactly}, {"a ≠ 7.5", "0", exactly}, {"a <= 7", "0", exactly},
		{"a < 0 and S[2020] > 0", "0", exactly}, // what is decided already needs no second part
		{"min(a; n)", "3", exactly}, {"max(abs(b); 1)", "2", exactly}, {"round(a / n; 1)", "2.5", exactly}, {"round(-0.25; 1)", "-0.3", exactly},
		{"down(-0.25; 1)", "-0.3", exactly}, {"down(0.29; 1)", "0.2", exactly}, {"integral(t: t^2)", "0.333333333333", twelve},
		{"integral(t: 1 - t × 0.5)", "0.75", exactly}, {"1 / n", "0.333333333333", twelve}, {"2 / n", "0.666666666667", twelve},
		{"ln(2)", "0.69314718056", twelve}, {"exp(1)", "2.718281828459", twelve}, {"root(2; 2)", "1.414213562373", twelve},
		{"2^(1 / 3)", "1.259921049895", twelve}, {"8^(2 / 3)", "4", exactly}, {"0.5^2.5", "0.176776695297", twelve},
		{"2^0.001", "1.000693387463", twelve}, {"root(2; 1000)", "1.000693387463", twelve}, // a root of too many bits
		{"4^(255 / 2) = 2^255", "1", exactly}, {"((10^30)^255)^(1 / 255) = 10^30", "1", exactly}, // exactly
		{"2^ln(3)", "2.141486063903", twelve}, {"0^0.5", "0", exactly}, {"1234567.891 × 1", "1234568", derivation.ToPlaces(0)},
		{"1234567.891", "1234500", derivation.Rounding{Mode: derivation.Down, Places: -2}}, {"-1.5", "-2", derivation.ToPlaces(0)},
		{"-1.5", "-2", derivation.Rounding{Mode: derivation.Down}}, {"a · b * n × 1", "-45", exactly}, {"a − n", "4.5", exactly},
		{"0^0", "1", exactly}, {"integral(t: t^0)", "1", exactly}, {"integral(t: t / 2)", "0.25", exactly},
		{"sum(j = min(1; 2)..2: m[j])", "17", exactly}, {"max(n = sum(i = 1..2: i); 0)", "1", exactly}, {"min(n = (1 + 2); 5)", "1", exactly},
		{"a < 0 or n = 4", "0", exactly}, {"n = 3 or S[2020] > 0", "1", exactly}, {"n = 3 and a < 0", "0", exactly},
		{"n and a", "1", exactly}, {"0 or b", "1", exactly}, {"n and 0", "0", exactly},
		{"sum(j = max(n = 3; 2)..3: m[j])", "8", exactly}, {"sum(j = abs(min(n = 3; 2) + 1)..3: m[j])", "8", exactly},
		{"S[one[1] + 2014]", "100", exactly}, {"m[one[1] - 3]", "12", exactly},
	} {
		d, err := sheet(x.formula, x.value, x.by)
		require.NoError(t, err, x.formula)
		assert.Empty(t, d.Replay(), x.formula)
		again := must(derivation.Read(strings.NewReader(string(must(d.MarshalJSON())))))
		assert.Equal(t, d.ID(), again.ID())
		assert.Empty(t, again.Replay())
		wrong, err := sheet(x.formula, dec(x.value).Add(decimal.New(1, -max(x.by.Places, 1))).String(), x.by)
		require.NoError(t, err)
		got := wrong.Replay()
		require.Len(t, got, 1, x.formula)
		assert.Equal(t, "Z", got[0].Symbol)
		if x.by.Mode != derivation.Exact {
			assert.True(t, dec(x.value).Equal(dec(got[0].Replayed)), "%s: %s", x.formula, got[0].Replayed)
		}
	}
}

func TestFormulasRefused(t *testing.T) {
	for formula, want := range map[string]string{
		"": "a number, a symbol or a bracket is needed", "a +": "is needed", "(a": `")" is needed`, "a b": "an operation or the end is needed",
		"q": `no step "q" stands above`, "m": `"m" is a column`, "a[1]": `"a" is a column`,
		"sum(i m[i])": `no function "sum"`, "min(a)": "min takes 2, not 1",
		"ln(a; n)": "ln takes 1, not 2", "foo(a)": `no function "foo"`, "sum(a)": `no function "sum"`, "known(1)": "known asks of a symbol",
		"a ~ b": "is no sign of a formula", "a < b < n": "an operation or the end", "1e5": "an operation or the end",
		"sum(ln: 1)": `no index`, "m[i]": `no step "i" stands above`, "1.2.3": "not a number",
		"sum(j ≠ i: m[j])": `"i" is no row that is left out here`, "integral(t: prod(j ≠ q: 1 - t × m[j]))": `"q" is no row`,
		"(a)[1]": "an operation or the end", strings.Repeat("(", 300) + "a" + strings.Repeat(")", 300): "nested",
		strings.Repeat("-", 300) + "a":   "nested",
		strings.Repeat("a+", 1000) + "a": "at most 2000 are allowed",
	} {
		_, err := sheet(formula, "1", derivation.Rounding{})
		assert.ErrorContains(t, err, want, formula)
	}
}

// What a formula does not come to is named.
func TestReplayBounds(t *testing.T) {
	for formula, want := range map[string]string{
		"1 / (a - 7.5)": "it divides by 0", "S[2020]": "undefined", "S[2000]": "undefined", "0^-1": "divides by 0", "(-2)^0.5": "below 0",
		"ln(b)": "above zero", "(9^1000)^1000": "beyond what is allowed", "2^1024": "at most 1023", "S[2018.5]": "no row",
		"integral(t: abs(t))": "polynomial", "sum(i = 1..1001: 1)": "at most 1000", "sum(i = 1..1.5: 1)": "whole number",
		"integral(t: 1 / t)": "polynomial", "integral(t: t > 0)": "polynomial", "round(a; 300)": "places are 0 to 255", "root(a; 0)": "degree",
		"exp(10^6)": "", "max(i = 2..1: i)": "of no rows", "sum(q: 1)": "no index has the letter q",
	} {
		d, err := sheet(formula, "1", derivation.Rounding{})
		require.NoError(t, err, formula)
		got := d.Replay()
		require.Len(t, got, 1, formula)
		assert.Contains(t, got[0].String(), want, formula)
	}
}

// Each part of a joint effect by Shapley's value, against its definition over all orders.
func TestShapley(t *testing.T) {
	shares := []string{"0.3", "0.2", "0.05", "0.5"}
	e, n := big.NewRat(40000, 1), len(shares)
	parts := make([]*big.Rat, n)
	var orders func(done []int)
	count := int64(0)
	for i := range parts {
		parts[i] = new(big.Rat)
	}
	orders = func(done []int) {
		if len(done) == n {
			count++
			left := new(big.Rat).Set(e)
			for _, i := range done {
				r, _ := new(big.Rat).SetString(shares[i])
				cut := new(big.Rat).Mul(left, r)
				parts[i].Add(parts[i], cut)
				left.Sub(left, cut)
			}
			return
		}
	next:
		for i := range n {
			for _, j := range done {
				if i == j {
					continue next
				}
			}
			orders(append(done[:len(done):len(done)], i))
		}
	}
	orders(nil)
	sum := new(big.Rat)
	var values []string
	var raw []decimal.Decimal
	for i := range parts {
		parts[i].Quo(parts[i], big.NewRat(count, 1))
		sum.Add(sum, parts[i])
		raw = append(raw, dec(parts[i].FloatString(40)))
	}
	for _, v := range exact.LargestRemainder(raw, 6) {
		values = append(values, v.String())
	}
	steps := func(values ...string) derivation.Definition {
		return derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, len(shares))},
			Steps: []derivation.Step{one("E", "x", "ㄱ", "t", "40000"), column("r", "i", shares...),
				by(one("J", "x", "ㄱ", "t", sum.FloatString(6)), "E × (1 - prod(i: 1 - r[i]))", derivation.Rounding{}),
				by(inTonnes(column("A", "i", values...)), "E × r[i] × integral(t: prod(j ≠ i: 1 - t × r[j]))", derivation.ClosingTo("J", 6))}}
	}
	made, err := derivation.New(steps(values...))
	require.NoError(t, err)
	assert.Empty(t, made.Replay())
	values[0], values[1] = values[1], values[0]
	assert.Len(t, must(derivation.New(steps(values...))).Replay(), 2)
}

// A hundred and forty parts replay within the bounds, which they do the quick way alone.
func TestShapleyOfMany(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	var shares []string
	for i := range 140 {
		shares = append(shares, fmt.Sprintf("0.00%02d", i%97+1))
	}
	d := derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, len(shares))},
		Steps: []derivation.Step{one("E", "x", "ㄱ", "t", "40000"), column("r", "i", shares...),
			by(inTonnes(column("A", "i", shares...)), "E × r[i] × integral(t: prod(j ≠ i: 1 - t × r[j]))", derivation.ToPlaces(6))}}
	got := must(derivation.New(d)).Replay()
	require.Len(t, got, 140)
	for _, m := range got {
		require.NotEmpty(t, m.Replayed, m)
	}
}

// A product over all rows but one, whatever stands in it.
func TestAllButOne(t *testing.T) {
	for formula, want := range map[string][]string{
		// (1 - .1t)(1 - .05t), (1 - .1t)(1 - .02t), (1 - .05t)(1 - .02t) from 0 to 1
		"integral(t: prod(j ≠ i: 1 - t × r[j] × r[i]))": {"0.926667", "0.940667", "0.965333"},
		// (1 - .2t²)(1 - .1t²) and so on
		"integral(t: prod(j ≠ i: 1 - t^2 × r[j]))": {"0.904", "0.81", "0.786667"},
		"integral(t: prod(j ≠ i: 2 - t × r[j]))":   {"3.706667", "3.416667", "3.333333"}, // (2 - .2t)(2 - .1t) and so on
		"integral(t: prod(j ≠ i: t × r[j]))":       {"0.006667", "0.016667", "0.033333"},
		"prod(j ≠ i: r[j])":                        {"0.02", "0.05", "0.1"},
		"sum(k: prod(j ≠ i: r[j] × c[k]))":         {"0.26", "0.65", "1.3"}, // of 4 + 9
		"sum(j ≠ i: r[j])":                         {"0.3", "0.6", "0.7"},
		"max(j ≠ i: r[j])":                         {"0.2", "0.5", "0.5"},
		// (1 - .06t)(1 - .03t), (1 - .3t)(1 - .06t), (1 - .35t)(1 - .14t): what is left out counts in each factor
		"integral(t: prod(j ≠ i: 1 - t × r[j] × sum(h ≠ i: r[h])))": {"0.9556", "0.826", "0.771333"},
		"prod(j ≠ i: r[j]) + 0 × integral(t: t × i)":                {"0.02", "0.05", "0.1"},
		"integral(t: prod(j = i + 1..3: 1 - t × r[j]))":             {"0.856667", "0.95", "1"},
		"integral(t: sum(j ≠ i: 1 - t × r[j]))":                     {"1.85", "1.7", "1.65"},
	} {
		d, err := derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3), numbered("k", 1, 2)},
			Steps: []derivation.Step{column("r", "i", "0.5", "0.2", "0.1"), column("c", "k", "2", "3"),
				by(column("A", "i", want...), formula, derivation.ToPlaces(6))}})
		require.NoError(t, err)
		assert.Empty(t, d.Replay(), formula)
	}
}

// What is left out need not be known, and a variable is no row.
func TestAllButOneUnknown(t *testing.T) {
	of := func(formula string) []derivation.Mismatch {
		a := by(column("A", "i", "0.856667", "", ""), formula, derivation.ToPlaces(6)) // (1 - .2t)(1 - .1t)
		a.When = "known(r[i]) = 0"
		return must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3)},
			Steps: []derivation.Step{column("r", "i", "", "0.2", "0.1"), a}})).Replay()
	}
	assert.Empty(t, of("integral(t: prod(j ≠ i: 1 - t × r[j]))"))
	got := of("integral(t: prod(j ≠ t: 1 - t × r[j]))")
	require.Len(t, got, 1)
	assert.Equal(t, "no index has the letter j", got[0].Detail)
}

// Where a root lies on a tie, either side stands, and no other value.
func TestTies(t *testing.T) {
	for value, want := range map[string]int{"0": 0, "1": 0, "2": 1, "-1": 1, "0.5": 1} {
		d, err := sheet("root(2; 2)^2 / 4", value, derivation.ToPlaces(0))
		require.NoError(t, err)
		assert.Len(t, d.Replay(), want, value)
	}
	for value, want := range map[string]int{"0": 0, "1": 0, "2": 1} { // from above
		assert.Len(t, must(sheet("1 - root(2; 2)^2 / 4", value, derivation.ToPlaces(0))).Replay(), want, value)
	}
	d := must(sheet("1 / n", "0.3", derivation.Rounding{}))
	assert.Equal(t, "Z = 0.3, and replayed 0."+strings.Repeat("3", 40)+"…", d.Replay()[0].String())
	assert.Len(t, must(sheet("1 / n", "0."+strings.Repeat("3", 80), derivation.Rounding{})).Replay(), 1) // a fraction is exact
	d = must(sheet("1 / 8", "0.3", derivation.Rounding{}))
	assert.Equal(t, "Z = 0.3, and replayed 0.125", d.Replay()[0].String())
	d = must(sheet("sum(i = 1..n: i^2)", "14", derivation.Rounding{}))
	assert.Contains(t, d.String(), "Z = sum(i = 1..n: i^2) = 1^2 + 2^2 + 3^2 = 14")
	assert.Contains(t, d.Print(words.English, 0), "… and 3 more rows")
	assert.NotContains(t, d.Print(words.English, -1), "more rows")
}

// Two rules close a column, and are not one.
func TestClosing(t *testing.T) {
	closed := func(r derivation.Rounding, values ...string) []derivation.Mismatch {
		return must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3)},
			Steps: []derivation.Step{one("T", "x", "ㄱ", "t", "1"), column("w", "i", "2", "1", "1"),
				by(inTonnes(column("A", "i", values...)), "T × w[i] / 4", r)}})).Replay()
	}
	largest := derivation.Rounding{Mode: derivation.OnLargest, Places: 1, To: "T"}
	assert.Empty(t, closed(derivation.ClosingTo("T", 1), "0.5", "0.3", "0.2"))
	assert.Empty(t, closed(largest, "0.4", "0.3", "0.3"))
	assert.Len(t, closed(derivation.ClosingTo("T", 1), "0.4", "0.3", "0.3"), 2)
	assert.Len(t, closed(largest, "0.5", "0.3", "0.2"), 2)
}

// A row of one index is found in a column of another by its ID, not by its place.
func TestRowsOfTwoIndices(t *testing.T) {
	k := derivation.Index{Letter: "k", Rows: []derivation.Row{{ID: "3"}, {ID: "1"}}}
	d := must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3), k},
		Steps: []derivation.Step{
			column("m", "i", "10", "20", "40"), column("w", "k", "2", "3"),
			by(one("Z", "x", "ㄱ", "", "110"), "sum(k: m[k] × w[k])", derivation.Rounding{})}})) // 40 × 2 + 10 × 3
	assert.Empty(t, d.Replay())
}

// Rows that are no numbers are rows all the same.
func TestNamedRows(t *testing.T) {
	x := derivation.Index{Letter: "i", Rows: []derivation.Row{{ID: "E-1"}, {ID: "2"}}}
	of := func(formula string) []derivation.Mismatch {
		return must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{x}, Steps: []derivation.Step{
			column("r", "i", "3", "4"), by(column("A", "i", "6", "8"), formula, derivation.Rounding{})}})).Replay()
	}
	assert.Empty(t, of("r[i] × 2"))
	got := of("r[i] × i")
	require.Len(t, got, 1)
	assert.Equal(t, `A[E-1] = 6: row "E-1" of i is no number`, got[0].String())
	for id, want := range map[string]int{"1234567890123456789": 0, "12345678901234567890": 1} { // an account, and no year
		x.Rows[0].ID = id
		assert.Len(t, of("r[i] × 2 + 0 × i"), want)
	}
}

// A column may have the letter of another index: in brackets it is a value, and no row.
func TestLetterOfAColumn(t *testing.T) {
	d := must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 3), numbered("k", 1, 1)},
		Steps: []derivation.Step{column("m", "i", "12", "5", "3"), column("i", "k", "2"),
			by(column("A", "i", "17", "10", "8"), "m[i] + m[i[1]]", derivation.Rounding{})}}))
	assert.Empty(t, d.Replay())
}

// A solution is held against both sides, through logarithms too.
func TestSolvedByLogarithm(t *testing.T) {
	for value, want := range map[string]int{"2.7183": 0, "2.7184": 1, "2.7182": 1} {
		s := one("x", "x", "ㄱ", "", value)
		s.Kind, s.Formula, s.Rounding = derivation.Solved, "ln(x) - 1", derivation.ToPlaces(4)
		assert.Len(t, must(derivation.New(derivation.Definition{Title: anything, Steps: []derivation.Step{s}})).Replay(), want, value)
		s.Rounding.Mode = derivation.Down
		wantDown := map[string]int{"2.7183": 1, "2.7184": 1, "2.7182": 0}[value]
		assert.Len(t, must(derivation.New(derivation.Definition{Title: anything, Steps: []derivation.Step{s}})).Replay(), wantDown, value)
	}
}

// A column may be worked out of its own rows above: a stock that decays by a tenth, rounded
// each year, and one that is fed by two years before.
func TestOwnRowsAbove(t *testing.T) {
	of := func(formula string, values ...string) (derivation.Derivation, error) {
		return derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("y", 2018, 4), numbered("i", 1, 2)},
			Steps: []derivation.Step{column("W", "y", "10", "0", "5.55", "0"), by(column("H", "y", values...), formula, derivation.ToPlaces(1))}})
	}
	for _, x := range []struct {
		formula string
		values  []string
	}{
		{"W[y] + H[y - 1] × 0.9", []string{"10", "9", "13.7", "12.3"}}, // 8.1 + 5.55 = 13.65, 13.7 × 0.9 = 12.33
		{"W[y] + H[y - 2] × 0.9", []string{"10", "0", "14.6", "0"}},    // 9 + 5.55 = 14.55
		{"max(H[y - 1]; -(H[y - 1] - W[y]))", []string{"10", "10", "10", "10"}},
	} {
		made, err := of(x.formula, x.values...)
		require.NoError(t, err)
		assert.Empty(t, made.Replay(), x.formula)
		assert.Equal(t, []string{"W"}, made.Precedents("H"))
		read, err := derivation.Read(strings.NewReader(string(must(made.MarshalJSON()))))
		require.NoError(t, err)
		assert.Empty(t, read.Replay())
	}
	wrong, err := of("W[y] + H[y - 1] × 0.9", "10", "9", "13.7", "12.4")
	require.NoError(t, err)
	assert.Equal(t, "H[2021] = 12.4, and replayed 12.3", wrong.Replay()[0].String())

	for _, formula := range []string{"H[y]", "H[y + 1]", "H[2018]", "H[y - 0]", "H[y - 1.5]", "H[W[y] - 1]", "H[1 - y]", "-H[y]", "abs(H[y])",
		"1 + H[y]", "sum(y: H[y - 1])", "W[H[y]]"} {
		_, err := of(formula, "0", "0", "0", "0")
		assert.ErrorContains(t, err, "of its own column a formula reads rows above, as H[y - 1], outside of sums", formula)
	}
	d := derivation.Definition{Title: anything, Indices: []derivation.Index{{Letter: "y", Rows: []derivation.Row{{ID: "2018"}, {ID: "2020"}}}},
		Steps: []derivation.Step{by(column("H", "y", "1", "2"), "1 + H[y - 1]", derivation.Rounding{})}}
	made := must(derivation.New(d))
	assert.Equal(t, "H[2020] = 2: a value that it needs is undefined", made.Replay()[0].String(), "a row that is missing in between is not 0")
	d.Steps[0].When = "known(H[y - 1])"
	_, err = derivation.New(d)
	assert.ErrorContains(t, err, "no step \"H\" stands above")
}
