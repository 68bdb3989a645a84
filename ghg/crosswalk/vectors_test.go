package crosswalk_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case of testdata/data-model.json.
type vector struct {
	ID              string
	Input, Expected json.RawMessage
}

func (v vector) input(t *testing.T, into any) { require.NoError(t, json.Unmarshal(v.Input, into)) }
func (v vector) expected(t *testing.T, into any) {
	require.NoError(t, json.Unmarshal(v.Expected, into))
}

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/data-model.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Vectors, 19)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			switch {
			case strings.HasPrefix(v.ID, "formula-"):
				formula(t, v)
			case strings.HasPrefix(v.ID, "overcount-"):
				overcount(t, v)
			case v.ID == "tree-relations":
				breakdowns(t, v)
			case strings.HasPrefix(v.ID, "tree-"):
				sumOfTree(t, v)
			case v.ID == "conv-custom", v.ID == "conv-nan":
				custom(t, v)
			case v.ID == "conv-aux-gas":
				otherGas(t, v)
			default:
				published(t, v)
			}
		})
	}
}

// formula reads a side of a rule.
func formula(t *testing.T, v vector) {
	var text string
	v.input(t, &text)
	var refused string
	sum, err := crosswalk.ParseSum(flat(t, "letters", "A", "B", "-asdf.#"), text)
	if json.Unmarshal(v.Expected, &refused) == nil {
		assert.Equal(t, "error", refused)
		assert.Error(t, err)
		return
	}
	require.NoError(t, err)
	want := map[string]int{}
	v.expected(t, &want)
	got := map[string]int{}
	for c, factor := range sum.All() {
		got[c.Code] = factor
	}
	assert.Equal(t, want, got)
}

// published converts from the 1996 to the 2006 Guidelines. Where only a sum is known it is
// kept once: the program that the vectors come from multiplies it by the number of its
// categories.
func published(t *testing.T, v vector) {
	var input struct {
		Rule   string
		Values map[string]*decimal.Decimal
	}
	v.input(t, &input)
	var sum struct{ Conserving, Upstream decimal.Decimal }
	var want decimal.Decimal
	if json.Unmarshal(v.Expected, &sum) == nil && !sum.Conserving.IsZero() {
		want = sum.Conserving
		require.False(t, want.Equal(sum.Upstream))
	} else {
		v.expected(t, &want)
	}
	_, right, _ := strings.Cut(input.Rule, "->")
	inv := inventoryOf(t, ipcc.Scheme1996, ghg.N2O, input.Values)
	c, err := crosswalk.IPCC1996To2006.Convert(inv, crosswalk.CommonParent)
	require.NoError(t, err)
	assert.Zero(t, c.Remainder.Len())
	got := decimal.Zero
	for code, n := range amounts(c.Converted) {
		got = got.Add(*n)
		if !strings.Contains(right, "+") {
			assert.Equal(t, strings.TrimSpace(right), code)
		}
	}
	assert.Equal(t, want.String(), got.String())
	c, err = crosswalk.IPCC1996To2006.Convert(inv, crosswalk.OwnRule)
	require.NoError(t, err)
	assert.Equal(t, strings.Contains(right, "+"), c.Remainder.Len() > 0, "a sum is not divided")
}

// otherGas: a rule for one gas leaves others where they are, and none of them is 0.
func otherGas(t *testing.T, v vector) {
	var input struct{ Gas ghg.Gas }
	v.input(t, &input)
	require.Equal(t, "null", string(v.Expected))
	two := decimal.NewFromInt(2)
	inv := inventoryOf(t, ipcc.Scheme1996, input.Gas, map[string]*decimal.Decimal{"4.D": &two})
	c, err := crosswalk.IPCC1996To2006.Convert(inv, crosswalk.OwnRule)
	require.NoError(t, err)
	assert.Empty(t, amounts(c.Converted))
	require.Len(t, c.Left, 1)
	assert.Equal(t, crosswalk.OtherGas, c.Left[0].Reason)
}

// custom converts by rules of one's own.
func custom(t *testing.T, v vector) {
	var input struct {
		Rules  []string
		Values map[string]*decimal.Decimal
	}
	v.input(t, &input)
	want := map[string]*decimal.Decimal{}
	v.expected(t, &want)
	from, to := flat(t, "from", "1", "2", "3"), flat(t, "to", "1", "2", "3")
	var rules []crosswalk.RuleDefinition
	for _, r := range input.Rules {
		left, right, _ := strings.Cut(r, "->")
		rules = append(rules, crosswalk.RuleDefinition{From: left, To: right})
	}
	c, err := own(t, from, to, rules...).Convert(inventoryOf(t, from, ghg.CO2, input.Values), crosswalk.OwnRule)
	require.NoError(t, err)
	got := amounts(c.Converted)
	for code, n := range want {
		if n == nil {
			assert.Nil(t, got[code], code)
			continue
		}
		require.NotNil(t, got[code], code)
		assert.Equal(t, n.String(), got[code].String(), code)
	}
}

// overcount: what is suspected of counting twice, on both sides.
func overcount(t *testing.T, v vector) {
	var input struct {
		A, B  map[string][]string
		Rules [][2]string
	}
	v.input(t, &input)
	var want struct {
		A, B  []string
		Count int
	}
	v.expected(t, &want)
	var rules []crosswalk.RuleDefinition
	for _, r := range input.Rules {
		rules = append(rules, crosswalk.RuleDefinition{From: r[0], To: r[1]})
	}
	a, b := treeOf(t, "A", input.A), treeOf(t, "B", input.B)
	got := map[ghg.SchemeID][]string{}
	for _, f := range own(t, a, b, rules...).Check().All {
		if f.Code == crosswalk.FindingCountedTwice {
			got[f.Category.Scheme] = append(got[f.Category.Scheme], f.Category.Code)
		}
	}
	assert.ElementsMatch(t, want.A, got[a.ID()])
	assert.ElementsMatch(t, want.B, got[b.ID()])
	assert.Equal(t, want.Count, len(got[a.ID()])+len(got[b.ID()]))
}

// sumOfTree: a category is the sum of its parts, level by level; what is missing adds
// nothing.
func sumOfTree(t *testing.T, v vector) {
	var input struct {
		Years            []int
		Children, Leaves map[string][]*decimal.Decimal
	}
	v.input(t, &input)
	children := map[string][]string{"Electricity": {"Coal", "Wind", "Solar"}, "Wind": {"Wind|Offshore", "Wind|Onshore"}}
	values, want := input.Leaves, map[string][]decimal.Decimal{}
	if values == nil {
		values = input.Children
		var sums []decimal.Decimal
		v.expected(t, &sums)
		want["Electricity"] = sums
	} else {
		v.expected(t, &want)
	}
	scheme := treeOf(t, "energy", children)
	view, ok := everything(t, scheme)
	require.True(t, ok)
	for year := range input.Years {
		at := map[string]*decimal.Decimal{}
		for code, series := range values {
			at[code] = series[year]
		}
		total, err := inventoryOf(t, scheme, ghg.CO2, at).Total(view, ghg.AR5)
		require.NoError(t, err)
		for code, sums := range want {
			part, err := total.At(code)
			require.NoError(t, err)
			assert.Equal(t, sums[year].String(), part.CO2e.Tonnes().String(), code)
		}
	}
}
