package ghg_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
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
