package crosswalk_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city breaks its managed authority down by the fields of its own plan. They are a scheme
// with a crosswalk that leads there: what is in two fields is found without an inventory, and
// both breakdowns come to one total.
func Example_anotherBreakdown() {
	fields := ghg.SchemeDefinition{ID: "fields of the plan", Source: "가람시 기본계획"}
	for _, name := range []string{"건물", "도로", "자원순환", "농업", "숲"} {
		fields.Nodes = append(fields.Nodes, ghg.Node{Code: name, Name: name, NameKo: name, Reportable: true, Negative: name == "숲"})
	}
	plan, err1 := ghg.NewScheme(fields)
	all, err2 := ghg.NewView(ghg.ViewDefinition{Name: "all fields", Scheme: plan, Categories: []string{"건물", "도로", "자원순환", "농업", "숲"}})
	rules := []crosswalk.RuleDefinition{
		{From: "1.A.4.a + 1.A.4.b + EL.1.A.4.a + EL.1.A.4.b + HT.1.A.4.a + HT.1.A.4.b", To: "건물"},
		{From: "1.A.3.b + EL.1.A.3.b", To: "도로"}, {From: "WA", To: "자원순환"},
		{From: "4.A + 4.B + 4.C + 4.D + 4.G + 4.H", To: "농업"}, {From: "5", To: "숲"},
	}
	define := func(rules ...crosswalk.RuleDefinition) (crosswalk.Crosswalk, error) {
		return crosswalk.New(crosswalk.Definition{Name: words.Term{En: "to the fields", Ko: "계획 부문으로"}, From: gir.Scheme, To: plan,
			Basis: crosswalk.OwnMapping, OneWay: true, Source: "가람시 기본계획", Rules: rules})
	}
	toFields, err3 := define(rules...)
	twice, err4 := define(append(rules, crosswalk.RuleDefinition{From: "EL.1.A.3.b", To: "건물"})...)
	fmt.Println(err1, err2, err3, err4)
	for _, f := range twice.Check().All {
		if f.Code == crosswalk.FindingCountedTwice {
			fmt.Println(f)
		}
	}
	forgotten := slices.DeleteFunc(toFields.Unmapped(), func(code string) bool { return !gir.ManagedWithSinks.Selects(code) })
	fmt.Println("of the managed authority in no field:", forgotten)

	const file = "지역,연도,배출원,배출량,단위,지구온난화지수\n" +
		"가람시,2022,1.A.4.b,120.5,천톤,AR5\n가람시,2022,EL.1.A.4.a,88,천톤,AR5\n가람시,2022,1.A.3.b,204.25,천톤,AR5\n가람시,2022,5,-31,천톤,AR5\n"
	records, report, err := ghg.ReadCSV(strings.NewReader(file), ghg.CSVFormat{Scheme: gir.Scheme})
	fmt.Println(report.Err(), err)
	inv, _, _ := ghg.NewInventory("가람시", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	c, _ := toFields.Convert(inv, crosswalk.OwnRule)
	managed, _ := inv.Total(gir.ManagedWithSinks, ghg.AR5)
	total, _ := c.Converted.Total(all, ghg.AR5)
	for _, part := range total.By(ghg.ByCategory) {
		fmt.Println(part.Label, part.Amount)
	}
	fmt.Println(managed.CO2e, "=", total.CO2e)
	// Output:
	// <nil> <nil> <nil> <nil>
	// EL.1.A.3.b, counted-twice: what it has is taken to 도로; 건물: it may count twice
	// of the managed authority in no field: []
	// <nil> <nil>
	// 건물 208500 tCO2e (AR5)
	// 도로 204250 tCO2e (AR5)
	// 자원순환 –
	// 농업 –
	// 숲 -31000 tCO2e (AR5)
	// 381750 tCO2e (AR5) = 381750 tCO2e (AR5)
}

// breakdowns are the child sets of a category, each as a tree: what is below one of them is
// below all, so that they give one total.
func breakdowns(t *testing.T, v vector) {
	var input struct {
		Top  string
		Sets map[string][][]string `json:"child_sets"`
	}
	v.input(t, &input)
	var want struct {
		Level      map[string]int
		LevelError string     `json:"level_error"`
		Ancestors  []string   `json:"ancestors_1A"`
		Below      []string   `json:"descendants_0X3"`
		Leaves1    [][]string `json:"leaf_children_1"`
		Leaves0X3  [][]string `json:"leaf_children_0X3"`
		Leaves     [][]string `json:"leaf_children_0"`
	}
	v.expected(t, &want)
	var trees []ghg.Scheme
	for i, set := range input.Sets[input.Top] {
		children := map[string][]string{input.Top: set}
		for queue := slices.Clone(set); len(queue) > 0; queue = queue[1:] {
			if below := input.Sets[queue[0]]; len(below) > 0 {
				require.Len(t, below, 1, "one breakdown of what is not the top")
				children[queue[0]] = below[0]
				queue = append(queue, below[0]...)
			}
		}
		trees = append(trees, treeOf(t, fmt.Sprint("breakdown ", i), children))
	}
	levels, above, below := map[string]int{}, map[string]bool{}, map[string]bool{}
	leaves := map[string][][]string{}
	for _, tree := range trees {
		parents := map[string]bool{}
		for n := range tree.Nodes() {
			parents[n.Parent] = true
		}
		ends := map[string][]string{}
		for n := range tree.Nodes() {
			level := 0
			for code := n.Code; code != ""; level++ {
				if n.Code == "1A" && level > 0 {
					above[code] = true
				}
				if code == "0X3" && level > 0 {
					below[n.Code] = true
				}
				if !parents[n.Code] {
					ends[code] = append(ends[code], n.Code)
				}
				at, _ := tree.Node(code)
				code = at.Parent
			}
			if _, met := levels[n.Code]; !met { // the first is the canonical one
				levels[n.Code] = level
			}
		}
		for code, list := range ends {
			if !slices.ContainsFunc(leaves[code], func(l []string) bool { return code != input.Top && slices.Equal(l, list) }) {
				leaves[code] = append(leaves[code], list)
			}
		}
	}
	for code, level := range want.Level {
		assert.Equal(t, level, levels[code], code)
	}
	assert.NotContains(t, levels, want.LevelError) // it is in no breakdown of the top: a view may select it
	assert.ElementsMatch(t, want.Ancestors, slices.Collect(maps.Keys(above)))
	assert.ElementsMatch(t, want.Below, slices.Collect(maps.Keys(below)))
	assert.Equal(t, want.Leaves1, leaves["1"])
	assert.Equal(t, want.Leaves0X3, leaves["0X3"])
	assert.Equal(t, want.Leaves, leaves[input.Top])

	// Taken from one tree to another an inventory has the same total, with nothing left.
	values := map[string]*decimal.Decimal{}
	for i, code := range want.Leaves[0] {
		n := decimal.New(1<<i, -1)
		values[code] = &n
	}
	for _, from := range trees {
		inv := inventoryOf(t, from, ghg.CO2, values)
		for _, to := range trees {
			var rules []crosswalk.RuleDefinition
			for code := range values {
				rules = append(rules, crosswalk.RuleDefinition{From: code, To: code})
			}
			c, err := own(t, from, to, rules...).Convert(inv, crosswalk.OwnRule)
			require.NoError(t, err)
			assert.Zero(t, c.Remainder.Len())
			view, _ := everything(t, to)
			total, err := c.Converted.Total(view, ghg.AR5)
			require.NoError(t, err)
			whole, err := total.At(input.Top)
			require.NoError(t, err)
			assert.Equal(t, "3.1", whole.CO2e.Tonnes().String())
		}
	}
}
