package activity

import (
	"testing"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/stretchr/testify/assert"
)

// Each name of the table is an item of the tables that its set is looked up in, once.
func TestTermsAreItems(t *testing.T) {
	items := map[string]map[string]bool{} // by what is looked up of them
	add := func(in estimate.Defaults) {
		for d := range in.All() {
			for _, key := range []string{d.Table + " " + d.Parameter, d.Table + " " + d.Item} {
				if items[key] == nil {
					items[key] = map[string]bool{}
				}
				items[key][d.Item] = true
				items[key][d.Parameter] = true
			}
		}
	}
	add(waste.Defaults())
	add(waste.WastewaterDefaults())
	size := map[string]int{"material": 6, "burnt material": 9, "site": 5, "incinerator": 6, "sewage": 14, "BOD": 5, "sewer": 2,
		"not eaten": 2, "industrial treatment": 7, "industry": 16, "refined sewage": 11, "refined nitrogen": 6, "BOD removal": 5,
		"N removal": 7, "water of CH4": 3, "water of N2O": 2, "sludge": 4}
	in := map[string]string{"material": "MSW composition DOC wet", "burnt material": "MSW composition dry matter", "site": "SWDS MCF",
		"incinerator": "incineration CH4", "sewage": "domestic MCF", "BOD": "domestic BOD5", "sewer": "domestic I", "not eaten": "N2O domestic",
		"industrial treatment": "industrial MCF", "industry": "industrial COD", "refined sewage": "domestic MCF",
		"refined nitrogen": "N2O EF_N2O", "BOD removal": "domestic TOW_REM", "N removal": "N2O N_REM", "water of CH4": "domestic MCF",
		"water of N2O": "N2O EF_N2O", "sludge": "domestic K_rem"}
	assert.Len(t, termSets(), len(size))
	for set, terms := range termSets() {
		assert.Len(t, terms.items, size[set], set)
		for i, item := range terms.items {
			assert.True(t, items[in[set]][item], "%s: %s", set, item)
			for _, word := range []string{terms.names[i].En, terms.names[i].Ko} {
				_, found, ok := termOf(set, word)
				assert.True(t, ok && found == item, "%s: %s", set, word)
			}
		}
	}
}

// No word names two parameters, and every method has its builder.
func TestParameterNames(t *testing.T) {
	for i, a := range parameterNames {
		p, ok := parameters.Find(a.Ko)
		assert.Equal(t, parameter(i+1), p, a)
		assert.True(t, ok)
	}
	assert.Len(t, builders, int(industrialWater))
	assert.Len(t, fuelRows(), 13)
}
