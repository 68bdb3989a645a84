package ghg_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each required category is counted once: by its number, by the key that hides
// no gap, or as a gap.
func TestCoverageCountsEachCategoryOnce(t *testing.T) {
	s, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "Tables 1", Source: "here",
		Keys:  []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C, ghg.NA, ghg.FX},
		Nodes: []ghg.Node{{Code: "A", Reportable: true}}})
	require.NoError(t, err)
	view := ghg.MustView(ghg.ViewDefinition{Name: "all", Scheme: s, Categories: []string{"A"}, Required: []string{"A"}})
	number := mass("3 t")
	for want, values := range map[string][]ghg.Value{
		"1 required: 1 reported":            {number},
		"1 required: 1 reported ":           {number, ghg.KeyedAsFound(ghg.NO, "x")},
		"1 required: 1 reported  ":          {ghg.KeyedAsFound(ghg.NA, "x"), number},
		"1 required: 0 reported, 1 partly":  {number, ghg.KeyedAsFound(ghg.NE, "x")},
		"1 required: 0 reported, 1 partly ": {number, ghg.KeyedAsFound(ghg.IE, "x")},
		"1 required: 0 reported, 1 NO":      {ghg.KeyedAsFound(ghg.NO, "x")},
		"1 required: 0 reported, 1 NO ":     {ghg.KeyedAsFound(ghg.NA, "x")},
		"1 required: 0 reported, 1 IE":      {ghg.KeyedAsFound(ghg.NO, "x"), ghg.KeyedAsFound(ghg.IE, "x")},
		"1 required: 0 reported, 1 NE":      {ghg.KeyedAsFound(ghg.NE, "x"), ghg.KeyedAsFound(ghg.NO, "x")},
		"1 required: 0 reported, 1 NE ":     {ghg.KeyedAsFound(ghg.FX, "x")},
		"1 required: 0 reported, 1 C":       {ghg.KeyedAsFound(ghg.C, "x"), ghg.KeyedAsFound(ghg.IE, "x")},
		"1 required: 0 reported, 1 gaps":    {{}},
		"1 required: 0 reported, 1 gaps ":   nil,
	} {
		var records []ghg.Record
		for _, v := range values {
			records = append(records, ghg.Record{Place: "D", Period: ghg.CalendarYear(2018), Category: ghg.Category{Scheme: "Tables 1", Code: "A"},
				Gas: ghg.CO2, Value: v})
		}
		i, _, err := ghg.NewInventory("D", ghg.CalendarYear(2018), 1, s, records)
		require.NoError(t, err)
		total, err := i.Total(view, ghg.AR5)
		require.NoError(t, err)
		for want[len(want)-1] == ' ' { // keys of the map are told apart by it
			want = want[:len(want)-1]
		}
		assert.Equal(t, want, total.Coverage.String())
		assert.Equal(t, total.Coverage.Complete(), len(total.Coverage.Gaps) == 0)
	}
}

func ExampleCoverage_Korean() {
	c := ghg.Coverage{Required: 34, Reported: 20, Zeros: 2, Defaults: 1, Partly: 1, NO: 8, NE: 3, Gaps: make([]ghg.Category, 2), Placeholders: 1}
	fmt.Println(c)
	fmt.Println(c.Korean())
	fmt.Println(ghg.Coverage{Required: 1, Reported: 1, Defaults: 1}.Korean())
	// Output:
	// 34 required: 20 reported (2 of them 0, 1 by default), 1 partly, 8 NO, 3 NE, 2 gaps (1 of them placeholders)
	// 필수 34개: 보고 20 (그중 0인 것 2, 기본값 1), 일부 1, NO 8, NE 3, 빠짐 2 (그중 미입력 1)
	// 필수 1개: 보고 1 (그중 기본값 1)
}

// A category of which every number is 0 is counted as such, however long the numbers of
// others are.
func TestCoverageCountsZeros(t *testing.T) {
	for text, zeros := range map[string]int{"0 t": 1, "0.000 t": 1, "-5 t": 0, "18446744073709551616 t": 0, "0.1 t": 0} {
		total, err := inv(t, rec("V.2", ghg.CO2, mass(text))).Total(gpc.BasicPlus, ghg.AR5)
		require.NoError(t, err)
		assert.Equal(t, zeros, total.Coverage.Zeros, text)
		assert.Equal(t, 1, total.Coverage.Reported, text)
	}
	confirmed, err := mass("0 t").EnteredAs(ghg.Confirmed)
	require.NoError(t, err)
	total, err := inv(t, rec("V.2", ghg.CO2, confirmed)).Total(gpc.BasicPlus, ghg.AR5)
	require.NoError(t, err)
	assert.Zero(t, total.Coverage.Zeros, "a 0 that was confirmed is a figure")
}
