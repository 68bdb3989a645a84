package derivation_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// many is a sum over n rows, which are made when it is read.
func many(n int, made *int) derivation.Definition {
	index := derivation.Index{Letter: "i", Later: derivation.Later[derivation.Row]{Len: n, At: func(i int) derivation.Row {
		*made++
		return derivation.Row{ID: strconv.Itoa(i)}
	}}}
	column := derivation.Step{Symbol: "m", What: words.Term{En: "mass", Ko: "질량"}, Index: "i",
		Later: derivation.Later[derivation.Value]{Len: n, At: func(i int) derivation.Value {
			return derivation.Number(decimal.NewFromInt(int64(i)))
		}}}
	sum := by(one("T", "total", "합계", "", strconv.Itoa(n*(n-1)/2)), "sum(i: m[i])", derivation.Rounding{})
	return derivation.Definition{Title: words.Term{En: "many", Ko: "여럿"}, Indices: []derivation.Index{index},
		Steps: []derivation.Step{column, sum}}
}

// Thousands of rows are made when the derivation is read, and not before.
func ExampleLater() {
	made := 0
	d, err := derivation.New(many(3000, &made))
	fmt.Println(made, err)
	fmt.Println(d.Print(words.English, 2))
	m, _ := d.Step("m")
	fmt.Println(len(m.Values), len(d.Replay()), "mismatches")
	// Output:
	// 0 <nil>
	// many = 4,498,500
	//   m[i]   # mass
	//       i  m
	//       0  0
	//       1  1
	//       … and 2998 more rows
	//   T = sum(i: m[i]) = 4,498,500   # total
	// 3000 0 mismatches
}

func TestLater(t *testing.T) {
	made := 0
	d, err := derivation.New(many(4, &made))
	require.NoError(t, err)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	back, err := derivation.Read(strings.NewReader(string(text)))
	require.NoError(t, err)
	assert.Equal(t, d.ID(), back.ID())
	assert.Equal(t, d.String(), back.String())
	x, _ := d.Index("i")
	assert.Len(t, x.Rows, 4)
	assert.Zero(t, x.Later.Len)
	for s := range d.Steps() {
		assert.NotEmpty(t, s.Values, s.Symbol)
		assert.Zero(t, s.Later.Len)
	}
	assert.Equal(t, []string{"m"}, d.Precedents("T"))

	wrong := many(4, &made)
	wrong.Steps[1].Values[0].Number = decimal.NewFromInt(7)
	d, err = derivation.New(wrong)
	require.NoError(t, err)
	assert.Equal(t, "T = 7, and replayed 6", d.Replay()[0].String())

	for want, change := range map[string]func(*derivation.Definition){
		"step m, values \"3\": 4 are needed":       func(d *derivation.Definition) { d.Steps[0].Later.Len = 3 },
		"step m, values \"5\": 4 are needed":       func(d *derivation.Definition) { d.Steps[0].Values = make([]derivation.Value, 1) },
		"step index i, rows \"5\": at most 200000": func(d *derivation.Definition) { d.Indices[0].Rows = make([]derivation.Row, 1) },
		"step 0, values \"300001\": at most 200000": func(d *derivation.Definition) {
			d.Indices[0].Later.Len, d.Steps[0].Later.Len = 300_000, 300_000
		},
	} {
		def := many(4, &made)
		change(&def)
		_, err := derivation.New(def)
		assert.ErrorContains(t, err, want)
	}
}

// A result may have more digits than a number that is given: it is printed, written and read.
func TestValuesOfManyDigits(t *testing.T) {
	const digits = "12345678901234567890123456789012345678901234567890.125"
	d, err := derivation.New(derivation.Definition{Title: words.Term{En: "long", Ko: "긴 수"}, Steps: []derivation.Step{
		one("a", "a", "가", "t", digits), by(one("b", "b", "나", "t", digits), "a × 1", derivation.Rounding{})}})
	require.NoError(t, err)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	back, err := derivation.Read(strings.NewReader(string(text)))
	require.NoError(t, err)
	assert.Equal(t, d.ID(), back.ID())
	assert.Empty(t, back.Replay())
	assert.Contains(t, back.String(), "12,345,678,901,234,567,890,123,456,789,012,345,678,901,234,567,890.125 t")
}
