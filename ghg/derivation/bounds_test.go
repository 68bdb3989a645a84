package derivation_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Of each bound just as much is allowed, and one more is refused.
func TestBoundsOfDefinitions(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for _, bound := range []struct {
		want   string
		most   int
		change func(d *derivation.Definition, n int)
	}{
		{"1 to 500 steps", 500, func(d *derivation.Definition, n int) {
			for i := len(d.Steps); i < n; i++ {
				d.Steps = append(d.Steps, one(fmt.Sprint("s", i), "x", "ㄱ", "", "1"))
			}
		}},
		{`rows "200001": at most 200000`, 200_000, func(d *derivation.Definition, n int) {
			d.Indices = append(d.Indices, derivation.Index{Letter: "z", Later: derivation.Later[derivation.Row]{Len: n}})
		}},
		{`values "200001": at most 200000`, 200_000, func(d *derivation.Definition, n int) {
			d.Indices = []derivation.Index{{Letter: "z", Later: derivation.Later[derivation.Row]{Len: 100_000}}}
			values := derivation.Later[derivation.Value]{Len: 100_000}
			d.Steps = []derivation.Step{{Symbol: "b", What: anything, Index: "z", Later: values},
				{Symbol: "c", What: anything, Index: "z", Later: values}}
			for range n - 2*values.Len {
				d.Steps = append(d.Steps, one("e", "x", "ㄱ", "", "1"))
			}
		}},
		{"step 0, title", 2000, func(d *derivation.Definition, n int) { d.Title.Ko = x(n) }},
		{"step A, what", 2000, func(d *derivation.Definition, n int) { d.Steps[0].What.En = x(n) }},
		{"step A, unit", 2000, func(d *derivation.Definition, n int) { d.Steps[0].Unit = x(n) }},
		{"step w, source", 2000, func(d *derivation.Definition, n int) { d.Steps[7].Values[1].Source = x(n) }},
		{"step w, source", 64, func(d *derivation.Definition, n int) { d.Steps[7].Values[1].From = x(n) }},
		{"index i, source", 2000, func(d *derivation.Definition, n int) { d.Indices[0].Rows[1].Source = x(n) }},
		{"index i, row", 64, func(d *derivation.Definition, n int) { d.Indices[0].Rows[1].ID = x(n) }},
		{"index i, label", 2000, func(d *derivation.Definition, n int) { d.Indices[0].Rows[1].Label = words.Term{En: "x", Ko: x(n)} }},
		{"letters, digits", 64, func(d *derivation.Definition, n int) { d.Steps = append(d.Steps, one(x(n), "x", "ㄱ", "", "1")) }},
		{"at most 100", 100, func(d *derivation.Definition, n int) {
			s := derivation.Step{Symbol: "q", What: anything, Kind: derivation.Decided}
			for range n {
				s.Cases = append(s.Cases, derivation.Case{Name: "a", What: anything, If: "A > 0", Holds: true})
			}
			d.Steps = append(d.Steps, s)
		}},
		{"a name of at most 64 bytes", 64, func(d *derivation.Definition, n int) {
			d.Steps = append(d.Steps, derivation.Step{Symbol: "q", What: anything, Kind: derivation.Decided,
				Cases: []derivation.Case{{Name: x(n), What: anything, Holds: true}}})
		}},
		{"-30 to 100 places", 100, func(d *derivation.Definition, n int) { d.Steps[2].Rounding.Places = int32(n) }},
		{"-30 to 100 places", 30, func(d *derivation.Definition, n int) { d.Steps[2].Rounding.Places = -int32(n) }},
		{"at most 2000 are allowed", 2000, func(d *derivation.Definition, n int) {
			d.Steps[2].Formula = "A / C" + strings.Repeat(" ", n-len("A / C"))
		}},
		{"nested", 50, func(d *derivation.Definition, n int) { // one level is the formula itself
			d.Steps[2].Formula = strings.Repeat("(", n-1) + "A / C" + strings.Repeat(")", n-1)
		}},
		{"nested", 50, func(d *derivation.Definition, n int) { d.Steps[2].Formula = strings.Repeat("-", n-1) + "A / C" }},
	} {
		d := kinds()
		bound.change(&d, bound.most)
		_, err := derivation.New(d)
		assert.NoError(t, err, bound.want)
		d = kinds()
		bound.change(&d, bound.most+1)
		_, err = derivation.New(d)
		assert.ErrorContains(t, err, bound.want)
	}
}

// Of many faults 21 are said, and no more are looked for: of steps, of rows, of values.
func TestFaultsEnd(t *testing.T) {
	faults := func(change func(d *derivation.Definition)) int {
		d := kinds()
		change(&d)
		_, err := derivation.New(d)
		require.Error(t, err)
		return len(strings.Split(err.Error(), "\n"))
	}
	assert.Equal(t, 21, faults(func(d *derivation.Definition) {
		for range 30 {
			d.Steps = append(d.Steps, one("A", "x", "ㄱ", "", "1"))
		}
	}))
	assert.Equal(t, 21, faults(func(d *derivation.Definition) {
		d.Indices = []derivation.Index{numbered("i", 1, 3), numbered("y", 2020, 4), {Letter: "z", Rows: make([]derivation.Row, 30)}}
		d.Steps = d.Steps[:1]
	}))
	assert.Equal(t, 21, faults(func(d *derivation.Definition) {
		d.Indices = append(d.Indices, numbered("z", 1, 30))
		many := column("z1", "z", make([]string, 30)...)
		for i := range many.Values {
			many.Values[i].From = strings.Repeat("x", 65)
		}
		d.Steps = []derivation.Step{many}
	}))
}

// What a document may hold is read, and one more is not.
func TestBoundsOfDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	read := func(text string) error {
		_, err := derivation.Read(strings.NewReader(text))
		return err
	}
	text := string(must(json.Marshal(must(derivation.New(kinds())))))
	full := text + strings.Repeat(" ", derivation.MostBytes-len(text))
	assert.NoError(t, read(full))
	var d derivation.Derivation
	assert.NoError(t, d.UnmarshalJSON([]byte(full)))
	assert.ErrorContains(t, d.UnmarshalJSON([]byte(full+" ")), "more than 8388608 bytes")

	for n, want := range map[int]string{500: "", 501: "1 to 500 steps"} {
		steps := make([]string, n)
		for i := range steps {
			steps[i] = fmt.Sprintf(`{"symbol":"s%d","what":"x","kind":"given","values":["1"]}`, i)
		}
		err := read(`{"version":1,"title":"x","steps":[` + strings.Join(steps, ",") + `]}`)
		if want == "" {
			assert.NoError(t, err)
		} else {
			assert.ErrorContains(t, err, want)
		}
	}
	value := func(text string) error {
		return read(`{"version":1,"title":"x","steps":[{"symbol":"s","what":"x","kind":"given","values":["` + text + `"]}]}`)
	}
	assert.NoError(t, value(strings.Repeat("0", 10)+strings.Repeat("7", 400)))
	assert.ErrorContains(t, value(strings.Repeat("0", 11)+strings.Repeat("7", 400)), "a value of 411 bytes")
	for _, text := range []string{"0", "9", "-0.9", "90.09"} {
		assert.NoError(t, value(text))
	}
	for _, text := range []string{"", "-", "1.-", "+1", "1/2", "1:", "--1", "1.2.3"} {
		assert.ErrorContains(t, value(text), "is no number", text)
	}
}

// Numbers of 200,000 bits, and polynomials of 1000 coefficients together, are worked with.
func TestBoundsOfNumbers(t *testing.T) {
	for formula, want := range map[string]string{
		"(2^198)^1000 > 0": "", "(2^198)^1001 > 0": "beyond", // 199 bits above 1 of the one below
		"(2^99)^1000 × ((2^100)^1009 × 2^96) > 0": "", "(2^99)^1000 × ((2^100)^1009 × 2^97) > 0": "beyond",
		"(2^198)^600 + (2^198)^600 > 0": "beyond", "(2^198)^600 × (2^198)^600 > 0": "beyond", "(2^99 / 3^62)^1010 > 0": "beyond",
		"999 × integral(t: t^499 × t^499)": "", "1000 × integral(t: t^499 × t^500)": "beyond",
		"2^1023 > 0": "", "2^1024 > 0": "at most 1023",
		"sum(i = 1..1000: i) = 500500": "", "sum(i = 0..1000: i)": "at most 1000",
		"10^255 × 10 × (round(a; 255) = a) = 10^256": "", "round(a; 256)": "places are 0 to 255",
		"round(1.5; 0) - round(0.5; 0)": "", "round(1.5; 0 - 1)": "places are 0 to 255",
		"root(a; 1) - 6.5": "", "root(a; 0)": "above 0",
	} {
		got := must(sheet(formula, "1", derivation.Rounding{})).Replay()
		if want == "" {
			assert.Empty(t, got, formula)
		} else if assert.Len(t, got, 1, formula) {
			assert.Contains(t, got[0].String(), want)
		}
	}
}

// Twenty million operations are made, as they are counted, and not two more.
func TestBoundsOfCost(t *testing.T) {
	const most = "sum(i = 1..20: (2^198)^1000 > 0) + sum(i = 1..1000: sum(j = 1..53: 1)) + sum(i = 1..337: 1) + 0"
	assert.Empty(t, must(sheet(most, "53357", derivation.Rounding{})).Replay())
	got := must(sheet("abs("+most+")", "53357", derivation.Rounding{})).Replay()
	require.Len(t, got, 1)
	assert.Contains(t, got[0].Detail, "more operations")
}

// Rows and values are made later alone or both.
func TestLaterOfOne(t *testing.T) {
	def := func(rows, values bool) derivation.Derivation {
		x, s := numbered("i", 1, 2), column("m", "i", "4", "5")
		if rows {
			of := x.Rows
			x.Rows, x.Later = nil, derivation.Later[derivation.Row]{Len: 2, At: func(i int) derivation.Row { return of[i] }}
		}
		if values {
			of := s.Values
			s.Values, s.Later = nil, derivation.Later[derivation.Value]{Len: 2, At: func(i int) derivation.Value { return of[i] }}
		}
		return must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{x}, Steps: []derivation.Step{s,
			by(one("T", "x", "ㄱ", "", "9"), "sum(i: m[i])", derivation.Rounding{})}}))
	}
	usual := def(false, false)
	assert.Empty(t, usual.Replay())
	for _, d := range []derivation.Derivation{def(true, false), def(false, true), def(true, true)} {
		assert.Empty(t, d.Replay())
		assert.Equal(t, usual.String(), d.String())
		assert.Equal(t, usual.ID(), d.ID())
	}
}
