package land_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDefaults(t *testing.T) {
	n, ranges, tables := 0, map[string]int{}, map[string]int{}
	for d := range land.Defaults().All() {
		n++
		tables[d.Table]++
		assert.Regexp(t, `^IPCC20(06|19R) V4 Ch\d+ (T|eq\. )\d`, d.Source, "%s", d.DefaultKey)
		assert.Equal(t, d.Edition == estimate.IPCC2019, d.Source[:9] == "IPCC2019R", "%s", d.DefaultKey)
		name, err := land.Item(d.Item)
		assert.NoError(t, err, "%s has a name in Korean", d.Item)
		assert.Regexp(t, `\p{Hangul}`, name.Ko)
		if d.Rate.IsUnset() {
			ranges[d.Range]++
			continue
		}
		_, err = land.Defaults().Of(d.DefaultKey)
		if d.Condition != "" {
			assert.NoError(t, err, "it is found by its whole key")
		}
	}
	assert.Equal(t, 1179, n)
	assert.Equal(t, map[string]int{"NA": 8, "0.005-0.01": 1}, ranges)
	assert.Equal(t, map[string]int{"enteric": 53, "N excretion": 139, "animal data": 24, "manure CH4": 751, "manure N2O": 18,
		"manure N loss": 38, "managed soils N2O": 36, "soil CO2": 3, "rice": 1, "SOCref 0-30 cm": 54, "cropland stock change": 30,
		"grassland stock change": 11, "urban trees": 19, "forest": 1, "settlements": 1}, tables)

	for want, k := range map[string]estimate.DefaultKey{
		"68 kg CH4/head/yr":   {Edition: estimate.IPCC2006, Item: "Dairy cattle", Condition: "Asia", Parameter: "CH4"},
		"96 kg CH4/head/yr":   {Edition: estimate.IPCC2019, Item: "Dairy cattle", Condition: "Asia, high productivity", Parameter: "CH4"},
		"0.016 kg N2O-N/kg N": {Edition: estimate.IPCC2019, Condition: "synthetic fertiliser, wet climate", Parameter: "EF1"},
		"88 t C/ha":           {Edition: estimate.IPCC2006, Item: "Warm temperate moist", Condition: "HAC soils", Parameter: "SOCref"},
		"0.69": {Edition: estimate.IPCC2006, Item: "long-term cultivated", Condition: "temperate/boreal moist",
			Parameter: "FLU"},
		"0.0204 t C/tree/yr":   {Edition: estimate.IPCC2019, Item: "Zelkova"},
		"2.8 t C/ha crown/yr":  {Edition: estimate.IPCC2019, Condition: "global default", Parameter: "CRW"},
		"1.3 kg CH4/ha/day":    {Edition: estimate.IPCC2006, Table: "rice"},
		"0.47 t C/t d.m.":      {Edition: estimate.IPCC2006, Parameter: "CF"},
		"0.12 t C/t":           {Edition: estimate.IPCC2006, Item: "limestone (CaCO3)"},
		"4.7 t C/ha":           {Edition: estimate.IPCC2006, Table: "settlements"},
		"8 kg N2O-N/ha/yr":     {Edition: estimate.IPCC2006, Item: "CG temperate organic crop/grass soil"},
		"0.005 kg N2O-N/kg N":  {Edition: estimate.IPCC2006, Table: "manure N2O", Item: "Solid storage"},
		"30 %":                 {Edition: estimate.IPCC2006, Item: "Dairy cattle", Condition: "Solid storage", Parameter: "FracGasMS"},
		"0.0075 kg N2O-N/kg N": {Edition: estimate.IPCC2006, Parameter: "EF5"},
	} {
		d, err := land.Defaults().Of(k)
		if assert.NoError(t, err, want) {
			assert.Equal(t, want, d.Rate.String())
		}
	}
	_, err := land.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2019, Item: "Mixed trees at city level"})
	assert.ErrorContains(t, err, "its source prints 0.005-0.01: choose one and state it")
}

func TestItem(t *testing.T) {
	of, err := land.Item("한우·육우")
	require.NoError(t, err)
	assert.Equal(t, "Other cattle", of.En)
	_, err = land.Item("용")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	used := map[string]bool{}
	for d := range land.Defaults().All() {
		used[d.Item] = true
	}
	assert.Len(t, unknown.Allowed, len(used), "no name without a default")
	korean := map[string]string{}
	for _, english := range unknown.Allowed {
		of, err := land.Item(english)
		require.NoError(t, err)
		assert.Empty(t, korean[of.Ko], "%s and %s have one name", english, korean[of.Ko])
		korean[of.Ko] = english
	}
}
