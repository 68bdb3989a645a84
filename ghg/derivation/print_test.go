package derivation_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// told has all that may be said of steps of every kind.
func told() derivation.Derivation {
	d := kinds()
	d.Steps[0].Source, d.Steps[0].Values[0].From = "council", "0123456789abcdef"
	d.Steps[1].Source, d.Steps[1].Values[0].Source = "ledger", "page 3"
	d.Steps[3].Values[1].Number = dec("-12345.5")
	d.Steps[7].Source, d.Steps[7].Unit, d.Steps[7].Values[1].Source = "survey", "ha", "second survey"
	rows := d.Indices[0].Rows
	rows[0].Label, rows[0].Source = words.Term{En: "north", Ko: "북"}, "map"
	rows[1].Label, rows[1].Source = words.Term{En: "second survey", Ko: "둘째 조사"}, "second survey"
	return must(derivation.New(d))
}

func TestPrint(t *testing.T) {
	assert.Equal(t, `all kinds = g[y]
  A     = 10 t   # amount; source: council; derivation 0123456789ab…
  C     = 0   # nothing; source: page 3
  ratio = A / C = undefined, where C ≠ 0   # ratio; nothing to divide by
  F[y]   # x
      y     F
      2020  -100
      2021  -12,345.5
      … and 2 more rows
  r     = 0.2767, solves sum(y: F[y] / (1 + r)^(y - 2020)) = 0   # rate of return; by: engineering economy
  best  = 12 t   # best choice; of 8 choices
  why     # reason: as the council decided
  w[i]   # x; source: survey
  P[i] = A × w[i] / sum(i: w[i])   # x
  Q[i] = A × w[i] / sum(i: w[i])   # x
      i  w [ha]  P [t]  Q [t]
      1  1       3.33   3.3    north; map
      2  1.0001  3.33   3.3    second survey
      … and 1 more rows
  g[y] = F[y] / F[y - 1], where known(F[y - 1])   # x
      y     g
      2020  undefined  not known
      2021  -0.5
      … and 2 more rows
rounding: to 4 decimal places, half away from zero: ratio, r, g
rounding: to 2 decimal places, adding up to A, largest remainder: P
rounding: to 1 decimal places, adding up to A, the largest takes the rest: Q`, told().Print(words.English, 2))
	three := told().Print(words.Korean, 3)
	assert.Contains(t, three, "\n      2  1.0001  3.33   3.3    둘째 조사; second survey\n      3  1.0002  3.34   3.4\n  g[y]")
	assert.Contains(t, three, "\n      2022  1.2\n      … 그 밖에 1행\n")
	assert.Contains(t, told().Print(words.English, 0), "\n      i  w [ha]  P [t]  Q [t]\n      … and 3 more rows\n  g[y]")
	assert.Contains(t, told().Print(words.English, -1), "\n      2023  0.8333\nrounding")
}

// The answer is that of the last step.
func TestPrintAnswer(t *testing.T) {
	decided := derivation.Step{Symbol: "q", What: anything, Kind: derivation.Decided,
		Cases: []derivation.Case{{Name: "no", What: words.Term{En: "refused", Ko: "거부"}, If: "A > 10"},
			{Name: "perhaps", What: words.Term{En: "likely", Ko: "유력"}, If: "known(C) and A > 9", Holds: true}}}
	for n, want := range map[int]string{1: "all kinds = 10 t", 2: "all kinds = 0", 3: "all kinds = undefined",
		7: "all kinds = as the council decided",
		8: "all kinds = w[i]", 12: "all kinds = likely"} {
		d := kinds()
		d.Steps = append(d.Steps, decided)[:n]
		first, _, _ := strings.Cut(must(derivation.New(d)).String(), "\n")
		assert.Equal(t, want, first)
	}
	d := kinds()
	d.Steps = []derivation.Step{d.Steps[0], d.Steps[1], decided}
	assert.Equal(t, `all kinds = likely
  A = 10 t   # amount
  C = 0   # nothing
  q = perhaps   # x, the first case that holds
     ✗ no      refused: A > 10: 10 > 10
     ✓ perhaps likely: known(C) and A > 9`, must(derivation.New(d)).String())
	d.Steps[2].Cases = []derivation.Case{{Name: "no", What: anything, If: "A > 10"}}
	none := must(derivation.New(d)).String()
	assert.Contains(t, none, "all kinds = undefined\n")
	assert.Contains(t, none, "\n  q = undefined   # x, the first case that holds\n")
}

// A formula is written with the brackets that it needs and no others, and so are its numbers.
func TestPrintFormula(t *testing.T) {
	for formula, want := range map[string]string{
		"-(a - n - 2)^2/(a/(2*n + 5)) - (-a)":   "-(a - n - 2)^2 / (a / (2 × n + 5)) - -a = -(7.5 - 3 - 2)^2 / (7.5 / (2 × 3 + 5)) - -7.5",
		"b^2 × -n^2 - b":                        "b^2 × -n^2 - b = (-2)^2 × -3^2 - -2",
		"(-b)^2 - -(a + b) × 2^-n":              "(-b)^2 - -(a + b) × 2^-n = (--2)^2 - -(7.5 + -2) × 2^-3",
		"2^(3^n) - (2^3)^n":                     "2^3^n - (2^3)^n = 2^3^3 - (2^3)^3",
		"((a + n) + (a - (n + 1))) - (a + 1)":   "a + n + (a - (n + 1)) - (a + 1) = 7.5 + 3 + (7.5 - (3 + 1)) - (7.5 + 1)",
		"((a = n) = (a > n)) + (a or n and b)":  "((a = n) = (a > n)) + (a or n and b) = ((7.5 = 3) = (7.5 > 3)) + (7.5 or 3 and -2)",
		"(a or n) and b ≠ 1":                    "(a or n) and b ≠ 1 = (7.5 or 3) and -2 ≠ 1",
		"a × (n × b) / (a / b)":                 "a × (n × b) / (a / b) = 7.5 × (3 × -2) / (7.5 / -2)",
		"min(a; n) × root(a; 2 + 1) - m[1 + 1]": "min(a; n) × root(a; 2 + 1) - m[1 + 1] = min(7.5; 3) × root(7.5; 2 + 1) - 5",
		"sum(i: m[i] - 1) × 2 - prod(i: g[i])^2": "sum(i: m[i] - 1) × 2 - prod(i: g[i])^2 = " +
			"((12 - 1) + (5 - 1) + (3 - 1)) × 2 - (1 × 28 × 265)^2",
		"sum(h = n - 2..2: h × a) - sum(k: one[k])^2": "sum(h = n - 2..2: h × a) - sum(k: one[k])^2 = 1 × 7.5 + 2 × 7.5 - 4^2",
		"prod(h = 1..2: h + a) + prod(h = 1..2: h × a)": "prod(h = 1..2: h + a) + prod(h = 1..2: h × a) = " +
			"(1 + 7.5) × (2 + 7.5) + (1 × 7.5) × (2 × 7.5)",
		// what is not written with its numbers: many terms, the largest, what is known, and what is not
		"sum(h = 1..4: h)": "sum(h = 1..4: h)", "a + sum(h = 3..1: h)": "a + sum(h = 3..1: h)", "a + max(i: m[i])": "a + max(i: m[i])",
		"a × known(n)": "a × known(n)", "a + S[2020]": "a + S[2020]", "a + S[1999]": "a + S[1999]", "integral(t: t + a)": "integral(t: t + a)",
		"sum(i: prod(j ≠ i: m[j]))": "sum(i: prod(j ≠ i: m[j])) = 5 × 3 + 12 × 3 + 12 × 5",
		"o^2 - b^2":                 "o^2 - b^2 = 0^2 - (-2)^2", "a": "a = 7.5", "2030 + 12345": "2030 + 12345 = 2030 + 12,345", "7": "7",
	} {
		d, err := sheet(formula, "1234567", derivation.Rounding{})
		require.NoError(t, err)
		_, line, _ := strings.Cut(d.Print(words.English, 0), "  Z = ")
		written, _, _ := strings.Cut(line, " = 1,234,567   # x")
		assert.Equal(t, want, written)
	}
}

func TestMismatchText(t *testing.T) {
	for want, m := range map[string]derivation.Mismatch{
		"a = 1":                              {Symbol: "a", Stated: "1"},
		"a[2020] = 1, and replayed 2":        {Symbol: "a", Row: "2020", Stated: "1", Replayed: "2"},
		"a = 1: it divides by 0":             {Symbol: "a", Stated: "1", Detail: "it divides by 0"},
		"a[x] = 1, and replayed 2: not near": {Symbol: "a", Row: "x", Stated: "1", Replayed: "2", Detail: "not near"},
	} {
		assert.Equal(t, want, m.String())
	}
}
